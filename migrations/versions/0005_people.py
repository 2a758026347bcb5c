"""People: merged parties, the consent to be contacted, and who of sixteen lives on own labour."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

GUID = sa.LargeBinary(16).with_variant(sa.Uuid(), "postgresql")


def upgrade() -> None:
    with op.batch_alter_table("parties") as parties:
        parties.add_column(sa.Column("merged_into_id", GUID, nullable=True))
        parties.add_column(sa.Column("contact_consent", sa.String(40), nullable=True))
        parties.add_column(sa.Column("contact_consent_on", sa.Date(), nullable=True))
        parties.create_foreign_key(
            "fk_parties_merged_into_id",
            "parties",
            ["merged_into_id"],
            ["id"],
            deferrable=True,
            initially="DEFERRED",
        )
    # Partial: most entries stand for themselves, and the whole list must go by its own order.
    is_merged = sa.text("merged_into_id IS NOT NULL")
    op.create_index(
        "ix_parties_merged_into_id",
        "parties",
        ["merged_into_id"],
        sqlite_where=is_merged,
        postgresql_where=is_merged,
    )
    with op.batch_alter_table("case_parties", table_kwargs={"sqlite_with_rowid": False}) as case_parties:
        case_parties.add_column(sa.Column("own_living_basis", sa.Text(), nullable=False, server_default=""))
    with op.batch_alter_table("case_parties", table_kwargs={"sqlite_with_rowid": False}) as case_parties:
        case_parties.alter_column("own_living_basis", server_default=None)
    create_merges()


def downgrade() -> None:
    op.drop_table("party_merges")
    with op.batch_alter_table("case_parties", table_kwargs={"sqlite_with_rowid": False}) as case_parties:
        case_parties.drop_column("own_living_basis")
    op.drop_index("ix_parties_merged_into_id", "parties")
    with op.batch_alter_table("parties") as parties:
        parties.drop_constraint("fk_parties_merged_into_id", type_="foreignkey")
        parties.drop_column("contact_consent_on")
        parties.drop_column("contact_consent")
        parties.drop_column("merged_into_id")


def create_merges() -> None:
    op.create_table(
        "party_merges",
        sa.Column("id", GUID, nullable=False),
        sa.Column("survivor_id", GUID, nullable=False),
        sa.Column("absorbed_id", GUID, nullable=False),
        sa.Column("before", sa.Text(), nullable=False),
        sa.Column("after", sa.Text(), nullable=False),
        sa.Column("merged_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("merged_by", sa.Text(), nullable=False),
        sa.Column("undone_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_party_merges"),
        *(
            sa.ForeignKeyConstraint(
                [column],
                ["parties.id"],
                name=f"fk_party_merges_{column}",
                deferrable=True,
                initially="DEFERRED",
            )
            for column in ("survivor_id", "absorbed_id")
        ),
    )
    op.create_index("ix_party_merges_survivor_id", "party_merges", ["survivor_id"])
    op.create_index("ix_party_merges_absorbed_id", "party_merges", ["absorbed_id"])
