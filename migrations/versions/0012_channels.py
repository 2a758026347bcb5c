"""Which channel of mediation a case goes through, beside its family of the four."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

BY_WHAT_IT_IS = """
UPDATE cases SET channel_code = CASE
    WHEN channel = 'judicial' AND source = 'court_entrusted' THEN 'court_entrusted'
    WHEN channel = 'judicial' AND source = 'arbitration' THEN 'arbitration'
    WHEN channel = 'judicial' AND source = 'procuratorate' THEN 'procuratorate'
    WHEN channel = 'judicial' THEN 'court_delegated'
    WHEN channel = 'administrative' AND source IN ('petition', 'petition_link') THEN 'petition'
    WHEN channel = 'administrative' AND source = 'police' THEN 'police'
    WHEN channel = 'administrative' AND dispute_type = 'medical' THEN 'health'
    WHEN channel = 'administrative' AND dispute_type = 'traffic' THEN 'traffic_police'
    WHEN channel = 'administrative'
        AND dispute_type IN ('consumer', 'consumer_all', 'e_commerce') THEN 'market'
    WHEN channel = 'administrative' THEN 'administrative'
    WHEN source = 'police' THEN 'police_link'
    WHEN channel = 'peoples' AND source = 'court_delegated' THEN 'court_delegated'
    WHEN dispute_type = 'medical' THEN 'medical'
    WHEN dispute_type = 'traffic' THEN 'traffic'
    WHEN dispute_type IN ('labour', 'labour_all', 'migrant_wages') THEN 'labour'
    WHEN channel = 'industry' AND dispute_type = 'property_service' THEN 'property'
    WHEN channel = 'industry'
        AND dispute_type IN ('consumer', 'consumer_all', 'e_commerce', 'tourism') THEN 'consumer'
    WHEN channel = 'industry' THEN 'industry'
    ELSE 'peoples'
END
"""
"""What a committee had in hand keeps its own paper: cases of 委托 in its family stay with it."""


def upgrade() -> None:
    op.add_column("cases", sa.Column("channel_code", sa.Text(), nullable=False, server_default=""))
    op.execute(BY_WHAT_IT_IS)
    with op.batch_alter_table("cases") as table:
        table.alter_column("channel_code", server_default=None)


def downgrade() -> None:
    op.drop_column("cases", "channel_code")
