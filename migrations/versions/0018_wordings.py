"""What an organisation words for itself in the fixed wording of its papers, block by block."""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None

GUID = sa.LargeBinary(16).with_variant(sa.Uuid(), "postgresql")


def upgrade() -> None:
    op.create_table(
        "wordings",
        sa.Column("id", GUID, nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("organisation_id", GUID, nullable=False),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("block", sa.Text(), nullable=False),
        sa.Column("texts", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_wordings"),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisations.id"],
            name="fk_wordings_organisation_id",
            deferrable=True,
            initially="DEFERRED",
        ),
        sa.UniqueConstraint(
            "organisation_id", "kind", "block", name="uq_wordings_organisation_id_kind_block"
        ),
    )


def downgrade() -> None:
    op.drop_table("wordings")
