"""Runs the migrations on the connection the program gives, or from a shell on the address of ``-x url=``."""

from alembic import context
from sqlalchemy import Connection, create_engine

from app.persistence.rows.tables import METADATA

OUTSIDE_METADATA = ("search_cases", "search_parties")
"""The token index differs between the databases, so migrations make it by hand."""


def is_ours(name: str | None, kind: str, _parents: object) -> bool:
    return kind != "table" or name is None or not name.startswith(OUTSIDE_METADATA)


def migrate(connection: Connection) -> None:
    context.configure(
        connection=connection,
        target_metadata=METADATA,
        include_name=is_ours,
        render_as_batch=True,
        transactional_ddl=True,
        transaction_per_migration=True,
        compare_server_default=True,
    )
    with context.begin_transaction():
        context.run_migrations()


given = context.config.attributes.get("connection")
if given is not None:
    migrate(given)
else:
    with create_engine(context.get_x_argument(as_dictionary=True)["url"]).connect() as opened:
        migrate(opened)
