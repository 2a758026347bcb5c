"""How long each organisation keeps its case files."""

import sqlalchemy as sa
from alembic import op

revision = "0027"
down_revision = "0026"
branch_labels = None
depends_on = None

GUID = sa.LargeBinary(16).with_variant(sa.Uuid(), "postgresql")


def upgrade() -> None:
    op.create_table(
        "retention_books",
        sa.Column("id", GUID, nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("organisation_id", GUID, nullable=False),
        sa.Column("classes", sa.Text(), nullable=False),
        sa.Column("rules", sa.Text(), nullable=False),
        sa.Column("basis", sa.Text(), nullable=False),
        sa.Column("is_verified", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_retention_books"),
        sa.UniqueConstraint("organisation_id", name="uq_retention_books_organisation_id"),
    )


def downgrade() -> None:
    op.drop_table("retention_books")
