"""Tables of mediation sessions and of appointments."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.domain.mediation.schedule.appointments import (
    AppointmentPurpose,
    AppointmentState,
    NoticeManner,
    TimeWish,
)
from app.domain.mediation.sessions import ParticipantRole, SessionResult
from app.persistence.rows.columns import Codes
from app.persistence.rows.declared import Child, Root, SchemaArguments, owner, refers_to


class SessionRow(Root):
    """The record of one session; ``caucus_notes`` never leave by print, export or history."""

    __tablename__ = "sessions"
    __table_args__: SchemaArguments = (
        UniqueConstraint("case_id", "sequence"),
        CheckConstraint("sequence > 0", name="sequence_positive"),
    )

    case_id: Mapped[UUID] = mapped_column(refers_to("cases.id"))
    sequence: Mapped[int]
    held_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]
    place: Mapped[str]
    matter: Mapped[str]
    is_public: Mapped[bool]
    attending: Mapped[tuple[UUID, ...]] = mapped_column(Codes(UUID))
    mediator_names: Mapped[tuple[str, ...]] = mapped_column(Codes(str))
    recorder_name: Mapped[str]
    rights_told: Mapped[bool]
    record: Mapped[str]
    undisputed_facts: Mapped[str]
    concessions: Mapped[str]
    caucus_notes: Mapped[str]
    result: Mapped[SessionResult | None]
    result_note: Mapped[str]
    routes_told: Mapped[bool]
    finished_at: Mapped[datetime | None]
    participants: Mapped[list[ParticipantRow]] = relationship(
        lazy="selectin", cascade="all, delete-orphan", order_by="ParticipantRow.position"
    )
    statements: Mapped[list[StatementRow]] = relationship(
        lazy="selectin", cascade="all, delete-orphan", order_by="StatementRow.position"
    )


class ParticipantRow(Child):
    """Somebody invited to a session."""

    __tablename__ = "session_participants"

    session_id: Mapped[UUID] = owner("sessions.id")
    id: Mapped[UUID] = mapped_column(primary_key=True)
    name: Mapped[str]
    role: Mapped[ParticipantRole]
    unit: Mapped[str]
    parties_consent: Mapped[bool]


class StatementRow(Child):
    """What one party said."""

    __tablename__ = "session_statements"

    session_id: Mapped[UUID] = owner("sessions.id")
    id: Mapped[UUID] = mapped_column(primary_key=True)
    party_id: Mapped[UUID]
    text: Mapped[str]


class AppointmentRow(Root):
    """A time at which people meet."""

    __tablename__ = "appointments"
    __table_args__: SchemaArguments = (
        Index(None, "starts_at"),
        Index(None, "case_id"),
        CheckConstraint("ends_at > starts_at", name="ends_after_start"),
    )

    organisation_id: Mapped[UUID] = mapped_column(refers_to("organisations.id"))
    purpose: Mapped[AppointmentPurpose]
    case_id: Mapped[UUID | None] = mapped_column(refers_to("cases.id"))
    title: Mapped[str]
    starts_at: Mapped[datetime]
    ends_at: Mapped[datetime]
    room_id: Mapped[UUID | None]
    place: Mapped[str]
    interpreter_id: Mapped[UUID | None]
    interpreter: Mapped[str]
    interpreter_language: Mapped[str]
    wishes: Mapped[tuple[TimeWish, ...]] = mapped_column(Codes(TimeWish))
    wish_note: Mapped[str]
    state: Mapped[AppointmentState]
    clash_reason: Mapped[str]
    cancel_reason: Mapped[str]
    session_id: Mapped[UUID | None]
    mediators: Mapped[list[AppointedMediatorRow]] = relationship(
        lazy="selectin", cascade="all, delete-orphan", order_by="AppointedMediatorRow.position"
    )
    invited: Mapped[list[InvitationRow]] = relationship(
        lazy="selectin", cascade="all, delete-orphan", order_by="InvitationRow.position"
    )
    moves: Mapped[list[MoveRow]] = relationship(
        lazy="selectin", cascade="all, delete-orphan", order_by="MoveRow.position"
    )


class AppointedMediatorRow(Child):
    """Somebody who leads an appointment."""

    __tablename__ = "appointment_mediators"
    __table_args__: SchemaArguments = (Index(None, "staff_id"), {"sqlite_with_rowid": False})

    appointment_id: Mapped[UUID] = owner("appointments.id")
    id: Mapped[UUID] = mapped_column(primary_key=True)
    staff_id: Mapped[UUID]
    name: Mapped[str]


class InvitationRow(Child):
    """A party invited to an appointment, and how it was told."""

    __tablename__ = "appointment_invitations"

    appointment_id: Mapped[UUID] = owner("appointments.id")
    id: Mapped[UUID] = mapped_column(primary_key=True)
    party_id: Mapped[UUID]
    record_id: Mapped[UUID | None]
    name: Mapped[str]
    phone: Mapped[str]
    manner: Mapped[NoticeManner | None]
    told_at: Mapped[datetime | None]
    told_after: Mapped[int | None]
    is_large_print: Mapped[bool]


class MoveRow(Child):
    """One change of time or place, with the old ones."""

    __tablename__ = "appointment_moves"

    appointment_id: Mapped[UUID] = owner("appointments.id")
    id: Mapped[UUID] = mapped_column(primary_key=True)
    moved_at: Mapped[datetime]
    reason: Mapped[str]
    starts_at: Mapped[datetime]
    ends_at: Mapped[datetime]
    room_id: Mapped[UUID | None]
    place: Mapped[str]
