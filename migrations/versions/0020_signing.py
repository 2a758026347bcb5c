"""How each signature was given, who refused, and where signed originals lie and which scans show them."""

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0018"
branch_labels = None
depends_on = None

GUID = sa.LargeBinary(16).with_variant(sa.Uuid(), "postgresql")
TOLD = ("interpreter", "language", "witness")
FLAGS = ("has_fingerprint", "was_read_out")


def upgrade() -> None:
    op.add_column("signatures", sa.Column("capacity", sa.String(40), nullable=False, server_default="self"))
    for name in FLAGS:
        op.add_column("signatures", sa.Column(name, sa.Boolean(), nullable=False, server_default=sa.false()))
    for name in TOLD:
        op.add_column("signatures", sa.Column(name, sa.Text(), nullable=False, server_default=""))
    op.add_column("signatures", sa.Column("image_id", GUID, nullable=True))
    with op.batch_alter_table("signatures") as table:
        for name in ("capacity", *FLAGS, *TOLD):
            table.alter_column(name, server_default=None)
    # Until now whoever signed for somebody was an agent with authority or a statutory one.
    op.execute("UPDATE signatures SET capacity = 'agent' WHERE agent_name <> ''")
    op.create_table("signing_refusals", *_refusal(), sqlite_with_rowid=False)
    op.create_table("signed_originals", *_original())
    op.create_index("ix_signed_originals_case_id", "signed_originals", ["case_id"])
    op.create_table("original_pages", *_page(), sqlite_with_rowid=False)


def downgrade() -> None:
    op.drop_table("original_pages")
    op.drop_table("signed_originals")
    op.drop_table("signing_refusals")
    for name in ("capacity", *FLAGS, *TOLD, "image_id"):
        op.drop_column("signatures", name)


def _refers(table: str, column: str, target: str) -> sa.ForeignKeyConstraint:
    name = f"fk_{table}_{column}"
    return sa.ForeignKeyConstraint([column], [target], name=name, deferrable=True, initially="DEFERRED")


def _refusal() -> list[sa.schema.SchemaItem]:
    return [
        sa.Column("agreement_id", GUID, nullable=False),
        sa.Column("id", GUID, nullable=False),
        sa.Column("role", sa.String(40), nullable=False),
        sa.Column("signer_id", GUID, nullable=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("refused_on", sa.Date(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("witness", sa.Text(), nullable=False),
        sa.Column("position", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("agreement_id", "id", name="pk_signing_refusals"),
        sa.ForeignKeyConstraint(
            ["agreement_id"],
            ["agreements.id"],
            name="fk_signing_refusals_agreement_id",
            ondelete="CASCADE",
        ),
    ]


def _original() -> list[sa.schema.SchemaItem]:
    texts = ("cabinet", "box", "place", "keeper")
    return [
        sa.Column("document_id", GUID, nullable=False),
        sa.Column("case_id", GUID, nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in texts),
        sa.Column("id", GUID, nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_signed_originals"),
        sa.UniqueConstraint("document_id", name="uq_signed_originals_document_id"),
        _refers("signed_originals", "document_id", "documents.id"),
        _refers("signed_originals", "case_id", "cases.id"),
    ]


def _page() -> list[sa.schema.SchemaItem]:
    return [
        sa.Column("original_id", GUID, nullable=False),
        sa.Column("id", GUID, nullable=False),
        sa.Column("page", sa.BigInteger(), nullable=False),
        sa.Column("attachment_id", GUID, nullable=False),
        sa.Column("shown_on", sa.BigInteger(), nullable=False),
        sa.Column("position", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("original_id", "id", name="pk_original_pages"),
        sa.ForeignKeyConstraint(
            ["original_id"],
            ["signed_originals.id"],
            name="fk_original_pages_original_id",
            ondelete="CASCADE",
        ),
        _refers("original_pages", "attachment_id", "attachments.id"),
    ]
