"""The calendar: appointments with their moves, shifts and leave, and the seats of a studio."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
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
    with op.batch_alter_table("studios", table_kwargs={"sqlite_with_rowid": False}) as studios:
        studios.add_column(sa.Column("seats", sa.BigInteger(), nullable=False, server_default="0"))
        studios.add_column(sa.Column("note", sa.Text(), nullable=False, server_default=""))
    with op.batch_alter_table("studios", table_kwargs={"sqlite_with_rowid": False}) as studios:
        studios.alter_column("seats", server_default=None)
        studios.alter_column("note", server_default=None)
    create_roster()
    create_appointments()


def downgrade() -> None:
    for table in (
        "appointment_moves",
        "appointment_invitations",
        "appointment_mediators",
        "appointments",
        "leaves",
        "shifts",
    ):
        op.drop_table(table)
    with op.batch_alter_table("studios", table_kwargs={"sqlite_with_rowid": False}) as studios:
        studios.drop_column("note")
        studios.drop_column("seats")


def create_roster() -> None:
    op.create_table(
        "shifts",
        *columns("id:guid staff_id:guid day:day is_on_duty:flag version:int"),
        key("shifts", "id"),
        refers_to("shifts", "staff_id", "staff"),
        sa.UniqueConstraint("staff_id", "day", name="uq_shifts_staff_id_day"),
    )
    op.create_index("ix_shifts_day", "shifts", ["day"])
    op.create_table(
        "leaves",
        *columns(
            "id:guid staff_id:guid first_day:day last_day:day reason:text is_withdrawn:flag version:int"
        ),
        key("leaves", "id"),
        refers_to("leaves", "staff_id", "staff"),
    )
    op.create_index("ix_leaves_last_day", "leaves", ["last_day"])


def create_appointments() -> None:
    op.create_table(
        "appointments",
        *columns(
            "id:guid organisation_id:guid purpose:code case_id:guid? title:text starts_at:moment "
            "ends_at:moment room_id:guid? place:text interpreter_id:guid? interpreter:text "
            "interpreter_language:text wishes:text wish_note:text state:code clash_reason:text "
            "cancel_reason:text session_id:guid? version:int"
        ),
        key("appointments", "id"),
        refers_to("appointments", "organisation_id", "organisations"),
        refers_to("appointments", "case_id", "cases"),
        sa.CheckConstraint("ends_at > starts_at", name="ck_appointments_ends_after_start"),
    )
    op.create_index("ix_appointments_starts_at", "appointments", ["starts_at"])
    op.create_index("ix_appointments_case_id", "appointments", ["case_id"])
    children = {
        "appointment_mediators": "staff_id:guid name:text",
        "appointment_invitations": "party_id:guid record_id:guid? name:text phone:text manner:code? "
        "told_at:moment? told_after:int? is_large_print:flag",
        "appointment_moves": "moved_at:moment reason:text starts_at:moment ends_at:moment room_id:guid? "
        "place:text",
    }
    for table, described in children.items():
        op.create_table(
            table,
            *columns(f"appointment_id:guid id:guid {described} position:int"),
            key(table, "appointment_id id"),
            sa.ForeignKeyConstraint(
                ["appointment_id"],
                ["appointments.id"],
                name=f"fk_{table}_appointment_id",
                ondelete="CASCADE",
            ),
            sqlite_with_rowid=False,
        )
    op.create_index("ix_appointment_mediators_staff_id", "appointment_mediators", ["staff_id"])


def columns(described: str) -> list[sa.Column[object]]:
    named = (word.split(":") for word in described.split())
    return [sa.Column(name, TYPES[kind.rstrip("?")], nullable=kind.endswith("?")) for name, kind in named]


def key(table: str, names: str) -> sa.PrimaryKeyConstraint:
    return sa.PrimaryKeyConstraint(*names.split(), name=f"pk_{table}")


def refers_to(table: str, name: str, target: str) -> sa.ForeignKeyConstraint:
    constraint = f"fk_{table}_{name}"
    return sa.ForeignKeyConstraint(
        [name], [f"{target}.id"], name=constraint, deferrable=True, initially="DEFERRED"
    )
