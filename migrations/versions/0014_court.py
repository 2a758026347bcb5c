"""Extensions of a court's review, legal actions on default, and papers handed in."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

TYPES: dict[str, sa.types.TypeEngine[object]] = {
    "guid": sa.LargeBinary(16).with_variant(sa.Uuid(), "postgresql"),
    "int": sa.BigInteger(),
    "text": sa.Text(),
    "code": sa.String(40),
    "day": sa.Date(),
}
_TOLD = ("extension_told_by", "extension_number", "extension_note")


def upgrade() -> None:
    op.add_column("judicial_confirmations", sa.Column("refusal", TYPES["code"], nullable=True))
    op.add_column("judicial_confirmations", sa.Column("extended_on", TYPES["day"], nullable=True))
    for name in _TOLD:
        op.add_column("judicial_confirmations", sa.Column(name, sa.Text(), nullable=False, server_default=""))
    with op.batch_alter_table("judicial_confirmations") as table:
        for name in _TOLD:
            table.alter_column(name, server_default=None)
    root(
        "legal_actions",
        "case_id:guid agreement_id:guid kind:code applied_on:day applicant_ids:text organ:text number:text "
        "note:text result:code? decided_on:day? result_number:text ground:text void_reason:text",
        "case_id:cases agreement_id:agreements",
    )
    op.create_index("ix_legal_actions_case_id", "legal_actions", ["case_id"])
    root(
        "submissions",
        "case_id:guid document_id:guid handed_on:day organ:text receiver:text handed_by:text note:text "
        "void_reason:text",
        "case_id:cases document_id:documents",
    )
    op.create_index("ix_submissions_case_id", "submissions", ["case_id"])


def downgrade() -> None:
    op.drop_table("submissions")
    op.drop_table("legal_actions")
    for name in (*_TOLD, "extended_on", "refusal"):
        op.drop_column("judicial_confirmations", name)


def columns(described: str) -> list[sa.Column[object]]:
    named = (word.split(":") for word in described.split())
    return [sa.Column(name, TYPES[kind.rstrip("?")], nullable=kind.endswith("?")) for name, kind in named]


def root(table: str, described: str, references: str) -> None:
    targets = [word.split(":") for word in references.split()]
    op.create_table(
        table,
        *columns(f"id:guid {described} version:int"),
        sa.PrimaryKeyConstraint("id", name=f"pk_{table}"),
        *(
            sa.ForeignKeyConstraint(
                [name],
                [f"{target}.id"],
                name=f"fk_{table}_{name}",
                deferrable=True,
                initially="DEFERRED",
            )
            for name, target in targets
        ),
    )
