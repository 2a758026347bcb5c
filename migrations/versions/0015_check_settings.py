"""What an organisation set over the rules of the agreement check: levels, and phrases of its own."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

GUID = sa.LargeBinary(16).with_variant(sa.Uuid(), "postgresql")


def upgrade() -> None:
    op.create_table(
        "check_settings",
        sa.Column("id", GUID, nullable=False),
        sa.Column("organisation_id", GUID, nullable=False),
        sa.Column("levels", sa.Text(), nullable=False),
        sa.Column("phrases", sa.Text(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_check_settings"),
        sa.UniqueConstraint("organisation_id", name="uq_check_settings_organisation_id"),
    )


def downgrade() -> None:
    op.drop_table("check_settings")
