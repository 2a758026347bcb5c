"""Referrals with the parties' consents, guidance to services, work orders, and the handing-over list."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

TYPES: dict[str, sa.types.TypeEngine[object]] = {
    "guid": sa.LargeBinary(16).with_variant(sa.Uuid(), "postgresql"),
    "int": sa.BigInteger(),
    "text": sa.Text(),
    "code": sa.String(40),
    "day": sa.Date(),
}
REFERRALS = (
    "id:guid version:int case_id:guid direction:code interface:code kind:code procedure:code? "
    "counterpart:text contact:text contact_phone:text their_number:text our_number:text matter:text "
    "legal_basis:text sent_on:day signed_on:day? signed_by:text due_back:day? extended_to:day? "
    "extension_note:text accepted_on:day? ended_on:day? end_reason:text result:code? returned_on:day? "
    "reply:text undisputed_facts:text reply_number:text feedback_on:day? feedback_note:text state:code "
    "owner_id:guid owner_name:text"
)
CONSENTS = "referral_id:guid id:guid position:int party_id:guid party_name:text manner:code given_on:day"
GUIDANCE = (
    "id:guid version:int case_id:guid service:code party_id:guid party_name:text office:text "
    "office_contact:text matter:text number:text guided_on:day consent_manner:code? consented_on:day? "
    "appointed_on:day? appointment_note:text heard_on:day? outcome:text owner_id:guid owner_name:text"
)
ORDERS = (
    "id:guid version:int case_id:guid kind:code number:text issuer:text received_on:day caller:text "
    "demand:text reply_due:day? informed_on:day? objected_on:day? objection:text reply:text "
    "replied_on:day? owner_id:guid owner_name:text"
)
LINES = (
    "id:guid link:code case_id:guid topic:text direction:code? counterpart:text number:text state:text "
    "waiting:code begun_on:day due_on:day owner_id:guid owner_name:text"
)
INDEXES = (
    ("transit_lines", "waiting", ("waiting", "due_on", "id")),
    ("transit_lines", "owner", ("owner_id", "waiting", "due_on", "id")),
    ("transit_lines", "due", ("due_on", "id")),
)


def upgrade() -> None:
    for table, described in (
        ("referrals", REFERRALS),
        ("service_referrals", GUIDANCE),
        ("work_orders", ORDERS),
    ):
        case = sa.ForeignKeyConstraint(
            ["case_id"], ["cases.id"], name=f"fk_{table}_case_id", deferrable=True, initially="DEFERRED"
        )
        op.create_table(table, *columns(described), key(table, "id"), case)
        op.create_index(f"ix_{table}_case_id", table, ["case_id"])
    owner = sa.ForeignKeyConstraint(
        ["referral_id"], ["referrals.id"], name="fk_referral_consents_referral_id", ondelete="CASCADE"
    )
    consents = "referral_consents"
    op.create_table(
        consents, *columns(CONSENTS), key(consents, "referral_id id"), owner, sqlite_with_rowid=False
    )
    of_case = sa.ForeignKeyConstraint(
        ["case_id"], ["cases.id"], name="fk_transit_lines_case_id", ondelete="CASCADE"
    )
    lines = "transit_lines"
    op.create_table(lines, *columns(LINES), key(lines, "id"), of_case, sqlite_with_rowid=False)
    op.create_index("ix_transit_lines_case_id", lines, ["case_id"])
    for table, name, indexed in INDEXES:
        op.create_index(f"ix_{table}_{name}", table, list(indexed))


def downgrade() -> None:
    for table in ("transit_lines", "referral_consents", "work_orders", "service_referrals", "referrals"):
        op.drop_table(table)


def columns(described: str) -> list[sa.Column[object]]:
    named = (word.split(":") for word in described.split())
    return [sa.Column(name, TYPES[kind.rstrip("?")], nullable=kind.endswith("?")) for name, kind in named]


def key(table: str, names: str) -> sa.PrimaryKeyConstraint:
    return sa.PrimaryKeyConstraint(*names.split(), name=f"pk_{table}")
