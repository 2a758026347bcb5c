"""Relations that staff declare, disclosures, recusals and former mediators of a case."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

GUID = sa.LargeBinary(16).with_variant(sa.Uuid(), "postgresql")


def upgrade() -> None:
    for name in ("address", "workplace"):
        op.add_column("staff", sa.Column(name, sa.Text(), nullable=False, server_default=""))
        with op.batch_alter_table("staff") as staff:
            staff.alter_column(name, server_default=None)
    owned(
        "staff_relations",
        "staff_id",
        "staff",
        sa.Column("kind", sa.String(40), nullable=False),
        *texts("word name phone"),
    )
    owned(
        "case_former_mediators",
        "case_id",
        "cases",
        sa.Column("staff_id", GUID, nullable=False),
        *texts("name"),
        sa.Column("role", sa.String(40), nullable=False),
        *days("assigned_on ended_on"),
        *texts("reason"),
    )
    owned(
        "case_disclosures",
        "case_id",
        "cases",
        sa.Column("staff_id", GUID, nullable=False),
        *texts("staff_name what"),
        *days("disclosed_on"),
        *texts("accepting objecting"),
    )
    owned(
        "case_recusals",
        "case_id",
        "cases",
        sa.Column("staff_id", GUID, nullable=False),
        *texts("staff_name"),
        sa.Column("asked_by", GUID, nullable=True),
        *texts("asked_by_name reason"),
        *days("asked_on"),
        *texts("decided_by"),
        sa.Column("replaced_by_id", GUID, nullable=False),
        *texts("replaced_by_name"),
    )


def downgrade() -> None:
    for table in ("case_recusals", "case_disclosures", "case_former_mediators", "staff_relations"):
        op.drop_table(table)
    with op.batch_alter_table("staff") as staff:
        staff.drop_column("workplace")
        staff.drop_column("address")


def texts(names: str) -> list[sa.Column[object]]:
    return [sa.Column(name, sa.Text(), nullable=False) for name in names.split()]


def days(names: str) -> list[sa.Column[object]]:
    return [sa.Column(name, sa.Date(), nullable=False) for name in names.split()]


def owned(table: str, owner_id: str, owner: str, *columns: sa.Column[object]) -> None:
    op.create_table(
        table,
        sa.Column(owner_id, GUID, nullable=False),
        sa.Column("id", GUID, nullable=False),
        *columns,
        sa.Column("position", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint(owner_id, "id", name=f"pk_{table}"),
        sa.ForeignKeyConstraint(
            [owner_id], [f"{owner}.id"], name=f"fk_{table}_{owner_id}", ondelete="CASCADE"
        ),
        sqlite_with_rowid=False,
    )
