"""Tables of mediation sessions."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

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
