"""Handling units, grids, standard addresses, and how each case was sent on and shared."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

TYPES: dict[str, sa.types.TypeEngine[object]] = {
    "guid": sa.LargeBinary(16).with_variant(sa.Uuid(), "postgresql"),
    "int": sa.BigInteger(),
    "flag": sa.Boolean(),
    "text": sa.Text(),
    "code": sa.String(40),
    "day": sa.Date(),
    "moment": sa.DateTime(timezone=True),
}


def upgrade() -> None:
    op.create_table(
        "units",
        *columns(
            "id:guid name:text kind:code tier:text parent_id:guid? organisation_id:guid? channel:code "
            "dispute_types:text sources:text territory:text contact:text phone:text note:text "
            "is_active:flag version:int"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_units"),
    )
    op.create_index("ix_units_name", "units", ["name"])
    op.create_table(
        "grids",
        *columns(
            "id:guid code:text name:text community:text worker:text worker_phone:text "
            "household_leaders:text version:int"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_grids"),
        sa.UniqueConstraint("code", name="uq_grids_code"),
    )
    owned(
        "micro_grids",
        "grid_id",
        "grids",
        "code:text name:text liaison:text liaison_phone:text volunteers:text households:int",
    )
    op.create_table(
        "standard_addresses",
        *columns("id:guid text:text grid_code:text initials:text batch_id:guid"),
        sa.PrimaryKeyConstraint("id", name="pk_standard_addresses"),
        sa.UniqueConstraint("text", name="uq_standard_addresses_text"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_standard_addresses_grid_code", "standard_addresses", ["grid_code"])
    op.create_index("ix_standard_addresses_batch_id", "standard_addresses", ["batch_id"])
    op.add_column("cases", sa.Column("handling_mode", sa.String(40), nullable=True))
    owned(
        "case_triages",
        "case_id",
        "cases",
        "decided_at:moment decided_by:text advised_unit:text advised_channel:code? advised_points:int "
        "advised_reasons:text unit_id:guid? unit_name:text channel:code override_reason:text",
    )
    owned("case_co_organisations", "case_id", "cases", "name:text duty:text contact:text phone:text")
    owned(
        "case_risk_dismissals",
        "case_id",
        "cases",
        "code:text name:text reason:text dismissed_by:text dismissed_on:day",
    )


def downgrade() -> None:
    for table in ("case_risk_dismissals", "case_co_organisations", "case_triages"):
        op.drop_table(table)
    with op.batch_alter_table("cases") as cases:
        cases.drop_column("handling_mode")
    for table in ("standard_addresses", "micro_grids", "grids", "units"):
        op.drop_table(table)


def columns(described: str) -> list[sa.Column[object]]:
    named = (word.split(":") for word in described.split())
    return [sa.Column(name, TYPES[kind.rstrip("?")], nullable=kind.endswith("?")) for name, kind in named]


def owned(table: str, owner_id: str, owner: str, described: str) -> None:
    op.create_table(
        table,
        *columns(f"{owner_id}:guid id:guid {described} position:int"),
        sa.PrimaryKeyConstraint(owner_id, "id", name=f"pk_{table}"),
        sa.ForeignKeyConstraint(
            [owner_id], [f"{owner}.id"], name=f"fk_{table}_{owner_id}", ondelete="CASCADE"
        ),
        sqlite_with_rowid=False,
    )
