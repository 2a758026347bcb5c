"""Pauses and extensions of a case, days outside the room, and the centre's own holidays and periods."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

TYPES: dict[str, sa.types.TypeEngine[object]] = {
    "guid": sa.LargeBinary(16).with_variant(sa.Uuid(), "postgresql"),
    "int": sa.BigInteger(),
    "flag": sa.Boolean(),
    "text": sa.Text(),
    "code": sa.String(40),
    "day": sa.Date(),
}


def upgrade() -> None:
    create_child("case_suspensions", "reason:code from_day:day from_state:code note:text resumed_on:day?")
    create_child("case_extensions", "previous_last_day:day new_last_day:day is_written:flag note:text")
    create_child("case_trigger_days", "trigger:code on_day:day note:text")
    op.create_table(
        "case_extension_consents",
        *columns("case_id:guid extension_id:guid id:guid party_id:guid agreed_on:day position:int"),
        sa.PrimaryKeyConstraint("case_id", "extension_id", "id", name="pk_case_extension_consents"),
        sa.ForeignKeyConstraint(
            ["case_id", "extension_id"],
            ["case_extensions.case_id", "case_extensions.id"],
            name="fk_case_extension_consents_case_id_extension_id",
            ondelete="CASCADE",
        ),
        sqlite_with_rowid=False,
    )
    create_root(
        "holiday_notices", "id:guid year:int holidays:text work_days:text wording:text basis:text", "year"
    )
    create_root(
        "local_periods", "id:guid rule_id:text amount:int unit:code basis:text is_verified:flag", "rule_id"
    )
    op.add_column("case_lines", sa.Column("due_told", TYPES["text"], nullable=True))
    op.add_column("case_lines", sa.Column("paused_for", TYPES["code"], nullable=True))


def downgrade() -> None:
    op.drop_column("case_lines", "paused_for")
    op.drop_column("case_lines", "due_told")
    tables = (
        "case_extension_consents case_extensions case_suspensions case_trigger_days "
        "holiday_notices local_periods"
    )
    for table in tables.split():
        op.drop_table(table)


def columns(described: str) -> list[sa.Column[object]]:
    named = (word.split(":") for word in described.split())
    return [sa.Column(name, TYPES[kind.rstrip("?")], nullable=kind.endswith("?")) for name, kind in named]


def create_child(table: str, described: str) -> None:
    op.create_table(
        table,
        *columns(f"case_id:guid id:guid {described} position:int"),
        sa.PrimaryKeyConstraint("case_id", "id", name=f"pk_{table}"),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=f"fk_{table}_case_id", ondelete="CASCADE"),
        sqlite_with_rowid=False,
    )


def create_root(table: str, described: str, unique: str) -> None:
    op.create_table(
        table,
        *columns(f"{described} version:int"),
        sa.PrimaryKeyConstraint("id", name=f"pk_{table}"),
        sa.UniqueConstraint(unique, name=f"uq_{table}_{unique}"),
    )
