"""Tables of the four duties and their extensions."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlalchemy import ForeignKeyConstraint, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.domain.disputes.levels import LevelStart, LevelUnit, OnExpiry
from app.domain.duties.four_duties import DutyKind
from app.persistence.rows.columns import Codes
from app.persistence.rows.declared import Child, Root, SchemaArguments, owner, refers_to


class FourDutiesRow(Root):
    """The four duties of one case."""

    __tablename__ = "four_duties"

    case_id: Mapped[UUID] = mapped_column(refers_to("cases.id"), unique=True)
    discharged_on: Mapped[date | None]
    discharge_note: Mapped[str]
    duties: Mapped[list[DutyRow]] = relationship(
        lazy="selectin", cascade="all, delete-orphan", order_by="DutyRow.position"
    )


class DutyRow(Child):
    """One duty; ``is_assigned`` and ``earlier_done`` are computed when the duties are saved, for counting."""

    __tablename__ = "duties"
    __table_args__: SchemaArguments = (
        Index("ix_duties_responsible", "responsible_id", "completed_on", "due_on"),
        Index("ix_duties_lead_official", "lead_official"),
        {"sqlite_with_rowid": False},
    )

    four_duties_id: Mapped[UUID] = owner("four_duties.id")
    id: Mapped[UUID] = mapped_column(primary_key=True)
    kind: Mapped[DutyKind]
    lead_official: Mapped[str]
    responsible_unit: Mapped[str]
    responsible_person: Mapped[str]
    responsible_id: Mapped[UUID | None]
    co_units: Mapped[tuple[str, ...]] = mapped_column(Codes(str))
    measures: Mapped[str]
    due_on: Mapped[date | None]
    due_basis: Mapped[str]
    completed_on: Mapped[date | None]
    outcome: Mapped[str]
    same_person_reason: Mapped[str]
    evidence_ids: Mapped[tuple[UUID, ...]] = mapped_column(Codes(UUID))
    is_assigned: Mapped[bool]
    earlier_done: Mapped[bool]
    extensions: Mapped[list[ExtensionRow]] = relationship(
        lazy="selectin", cascade="all, delete-orphan", order_by="ExtensionRow.position"
    )


class LadderRow(Root):
    """An escalation ladder of the centre."""

    __tablename__ = "ladders"

    name: Mapped[str]
    source: Mapped[str]
    note: Mapped[str]
    effective_from: Mapped[date | None]
    is_verified: Mapped[bool]
    verified_by: Mapped[str]
    verified_document: Mapped[str]
    rungs: Mapped[list[RungRow]] = relationship(
        lazy="selectin", cascade="all, delete-orphan", order_by="RungRow.position"
    )


class RungRow(Child):
    """One level of a ladder."""

    __tablename__ = "ladder_rungs"

    ladder_id: Mapped[UUID] = owner("ladders.id")
    id: Mapped[UUID] = mapped_column(primary_key=True)
    code: Mapped[str]
    name: Mapped[str]
    limit: Mapped[int]
    unit: Mapped[LevelUnit]
    starts: Mapped[LevelStart]
    on_expiry: Mapped[OnExpiry]
    duties: Mapped[tuple[DutyKind, ...]] = mapped_column(Codes(DutyKind))


class ExtensionRow(Child):
    """A due date moved."""

    __tablename__ = "duty_extensions"
    __table_args__: SchemaArguments = (
        ForeignKeyConstraint(
            ["four_duties_id", "duty_id"], ["duties.four_duties_id", "duties.id"], ondelete="CASCADE"
        ),
        {"sqlite_with_rowid": False},
    )

    four_duties_id: Mapped[UUID] = mapped_column(primary_key=True)
    duty_id: Mapped[UUID] = mapped_column(primary_key=True)
    id: Mapped[UUID] = mapped_column(primary_key=True)
    reason: Mapped[str]
    approver: Mapped[str]
    approved_on: Mapped[date]
    previous_due: Mapped[date]
    new_due: Mapped[date]
