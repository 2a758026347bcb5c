"""Escalation ladders, the levels of each case, and how a duty's due day came about."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

TYPES: dict[str, sa.types.TypeEngine[object]] = {
    "guid": sa.LargeBinary(16).with_variant(sa.Uuid(), "postgresql"),
    "int": sa.BigInteger(),
    "flag": sa.Boolean(),
    "text": sa.Text(),
    "code": sa.String(40),
    "day": sa.Date(),
    "moment": sa.DateTime(timezone=True),
}


def upgrade() -> None:
    op.create_table(
        "ladders",
        *columns(
            "id:guid name:text source:text note:text effective_from:day? is_verified:flag verified_by:text "
            "verified_document:text version:int"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_ladders"),
    )
    owned(
        "ladder_rungs",
        "ladder_id",
        "ladders",
        "code:text name:text limit:int unit:code starts:code on_expiry:code duties:text",
    )
    owned(
        "case_levels",
        "case_id",
        "cases",
        "ladder:text order:int code:text name:text limit:int unit:code starts:code on_expiry:code "
        "since:moment moved_at:moment moved_by:text next_name:text is_verified:flag reason:text "
        "agreed_by:text receiver:text",
    )
    op.add_column("duties", sa.Column("due_basis", sa.Text(), nullable=False, server_default=""))
    with op.batch_alter_table("duties") as duties:
        duties.alter_column("due_basis", server_default=None)


def downgrade() -> None:
    with op.batch_alter_table("duties") as duties:
        duties.drop_column("due_basis")
    for table in ("case_levels", "ladder_rungs", "ladders"):
        op.drop_table(table)


def columns(described: str) -> list[sa.Column[object]]:
    named = (word.split(":") for word in described.split())
    return [sa.Column(name, TYPES[kind.rstrip("?")], nullable=kind.endswith("?")) for name, kind in named]


def owned(table: str, owner_id: str, owner: str, described: str) -> None:
    op.create_table(
        table,
        *columns(f"{owner_id}:guid id:guid {described} position:int"),
        sa.PrimaryKeyConstraint(owner_id, "id", name=f"pk_{table}"),
        sa.ForeignKeyConstraint(
            [owner_id], [f"{owner}.id"], name=f"fk_{table}_{owner_id}", ondelete="CASCADE"
        ),
        sqlite_with_rowid=False,
    )
