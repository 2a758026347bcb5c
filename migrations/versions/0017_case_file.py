"""The record of each case file, and the place of every attachment in it."""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None

GUID = sa.LargeBinary(16).with_variant(sa.Uuid(), "postgresql")
TEXTS = (
    "title",
    "compiler",
    "checker",
    "retention",
    "retention_basis",
    "cabinet",
    "box",
    "volume",
    "originals",
    "cover_note",
    "remarks",
)


def upgrade() -> None:
    op.add_column("attachments", sa.Column("item", sa.String(40), nullable=False, server_default="evidence"))
    with op.batch_alter_table("attachments") as table:
        table.alter_column("item", server_default=None)
    op.create_table(
        "case_files",
        sa.Column("id", GUID, nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("case_id", GUID, nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in TEXTS),
        sa.Column("compiled_on", sa.Date(), nullable=True),
        sa.Column("checked_on", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_case_files"),
        sa.ForeignKeyConstraint(
            ["case_id"], ["cases.id"], name="fk_case_files_case_id", deferrable=True, initially="DEFERRED"
        ),
        sa.UniqueConstraint("case_id", name="uq_case_files_case_id"),
    )


def downgrade() -> None:
    op.drop_table("case_files")
    op.drop_column("attachments", "item")
