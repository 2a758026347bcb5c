"""What is watched: supervision orders with replies and urging, whistles with units, proactive handling."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
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
    create_proactive()
    create_supervision()
    create_whistles()


def downgrade() -> None:
    for table in (
        "called_units",
        "whistles",
        "supervision_urges",
        "supervision_replies",
        "supervision_orders",
        "proactive_handlings",
    ):
        op.drop_table(table)


def columns(described: str) -> list[sa.Column[object]]:
    named = (word.split(":") for word in described.split())
    return [sa.Column(name, TYPES[kind.rstrip("?")], nullable=kind.endswith("?")) for name, kind in named]


def key(table: str, names: str) -> sa.PrimaryKeyConstraint:
    return sa.PrimaryKeyConstraint(*names.split(), name=f"pk_{table}")


def owned_by(table: str, name: str, owner: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([name], [f"{owner}.id"], name=f"fk_{table}_{name}", ondelete="CASCADE")


def refers_to(table: str, name: str, target: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        [name], [f"{target}.id"], name=f"fk_{table}_{name}", deferrable=True, initially="DEFERRED"
    )


def create_proactive() -> None:
    table = "proactive_handlings"
    op.create_table(
        table,
        *columns(
            "id:guid organisation_id:guid title:text place:text found_on:day finder:text seen:text "
            "people:text screening_note:text recorder_id:guid recorder_name:text recorded_at:moment "
            "responsible_unit:text responsible_person:text measures:text feedback:text case_id:guid? "
            "closed_on:day? outcome:text version:int"
        ),
        key(table, "id"),
        refers_to(table, "organisation_id", "organisations"),
        refers_to(table, "case_id", "cases"),
    )
    op.create_index("ix_proactive_handlings_case_id", table, ["case_id"])


def create_supervision() -> None:
    table = "supervision_orders"
    op.create_table(
        table,
        *columns(
            "id:guid case_id:guid organisation_id:guid number:text document_id:guid? issuer_id:guid "
            "issuer_name:text issued_at:moment addressee_lead_official:text addressee_responsible_unit:text "
            "addressee_responsible_person:text addressee_responsible_id:guid? question:text is_listed:flag "
            "reply_due:moment received_at:moment? receiver:text is_waiting:flag closed_on:day? "
            "close_result:text withdrawn_on:day? withdraw_reason:text due:moment owes_reply:flag "
            "is_open:flag version:int"
        ),
        key(table, "id"),
        refers_to(table, "case_id", "cases"),
        refers_to(table, "organisation_id", "organisations"),
    )
    op.create_index("ix_supervision_orders_case_id", table, ["case_id"])
    op.create_index("ix_supervision_orders_owes_reply_due", table, ["owes_reply", "due"])
    for child, described in (
        ("supervision_replies", "text:text replied_on:day replier:text evidence_ids:text"),
        ("supervision_urges", "urged_on:day urger:text note:text new_due:moment"),
    ):
        op.create_table(
            child,
            *columns(f"order_id:guid id:guid {described} position:int"),
            key(child, "order_id id"),
            owned_by(child, "order_id", table),
            sqlite_with_rowid=False,
        )


def create_whistles() -> None:
    table = "whistles"
    op.create_table(
        table,
        *columns(
            "id:guid case_id:guid? handling_id:guid? organisation_id:guid caller_id:guid caller_name:text "
            "from_unit:text direction:code need:text place:text blown_at:moment arrive_by:moment "
            "measures:text result:text handled_on:day? rating:code? rating_note:text rated_on:day? "
            "withdrawn_on:day? withdraw_reason:text owes_arrival:flag is_open:flag version:int"
        ),
        key(table, "id"),
        refers_to(table, "case_id", "cases"),
        refers_to(table, "handling_id", "proactive_handlings"),
        refers_to(table, "organisation_id", "organisations"),
    )
    op.create_index("ix_whistles_case_id", table, ["case_id"])
    op.create_index("ix_whistles_is_open_arrive_by", table, ["is_open", "arrive_by"])
    op.create_table(
        "called_units",
        *columns(
            "whistle_id:guid id:guid name:text is_lead:flag arrived_at:moment? "
            "arrived_person:text position:int"
        ),
        key("called_units", "whistle_id id"),
        owned_by("called_units", "whistle_id", table),
        sqlite_with_rowid=False,
    )
