"""The life of a case: what happens beside its steps, the log of moves, links, oral and partial agreements."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

TYPES: dict[str, sa.types.TypeEngine[object]] = {
    "guid": sa.LargeBinary(16).with_variant(sa.Uuid(), "postgresql"),
    "int": sa.BigInteger(),
    "text": sa.Text(),
    "code": sa.String(40),
    "day": sa.Date(),
    "moment": sa.DateTime(timezone=True),
}
SELDOM = ("hand_overs", "escalations", "transfers", "police_reports", "departures", "reopenings")


def upgrade() -> None:
    for name in SELDOM:
        op.add_column("cases", sa.Column(name, sa.Text(), nullable=True))
    op.create_table(
        "case_moves",
        *columns(
            "id:guid case_id:guid event:code before:code after:code at:moment actor_id:guid actor_name:text "
            "reason:text document_id:guid? twin_id:guid? changed:text undone_at:moment? undone_by:text"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_case_moves"),
        refers_to_case("case_moves", "case_id"),
    )
    op.create_index("ix_case_moves_case_id_id", "case_moves", ["case_id", "id"])
    op.create_index("ix_case_moves_event_at", "case_moves", ["event", "at"])
    op.create_table(
        "case_links",
        *columns(
            "id:guid kind:code from_id:guid to_id:guid reason:text linked_at:moment actor_id:guid "
            "actor_name:text"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_case_links"),
        refers_to_case("case_links", "from_id"),
        refers_to_case("case_links", "to_id"),
        sa.UniqueConstraint("from_id", "to_id", "kind", name="uq_case_links_from_id_to_id_kind"),
    )
    op.create_index("ix_case_links_to_id", "case_links", ["to_id"])
    op.create_table(
        "oral_agreements",
        *columns(
            "id:guid case_id:guid number:text reached_on:day facts:text matters:text terms:text "
            "performance:text due_on:day? party_ids:text recorded_at:moment document_id:guid? version:int"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_oral_agreements"),
        refers_to_case("oral_agreements", "case_id"),
    )
    op.create_index("ix_oral_agreements_case_id", "oral_agreements", ["case_id"])
    op.add_column("agreements", sa.Column("left_open", sa.Text(), nullable=True))


def downgrade() -> None:
    op.drop_column("agreements", "left_open")
    for table in ("oral_agreements", "case_links", "case_moves"):
        op.drop_table(table)
    for name in reversed(SELDOM):
        op.drop_column("cases", name)


def columns(described: str) -> list[sa.Column[object]]:
    named = (word.split(":") for word in described.split())
    return [sa.Column(name, TYPES[kind.rstrip("?")], nullable=kind.endswith("?")) for name, kind in named]


def refers_to_case(table: str, name: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        [name], ["cases.id"], name=f"fk_{table}_{name}", deferrable=True, initially="DEFERRED"
    )
