"""Which term of the original a term of a supplementary agreement changes or takes away."""

import sqlalchemy as sa
from alembic import op

revision = "0025"
down_revision = "0023"
branch_labels = None
depends_on = None

GUID = sa.LargeBinary(16).with_variant(sa.Uuid(), "postgresql")


def upgrade() -> None:
    op.add_column("terms", sa.Column("amends_id", GUID, nullable=True))


def downgrade() -> None:
    op.drop_column("terms", "amends_id")
