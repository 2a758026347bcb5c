"""Table of what is handled before anybody asks."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from app.persistence.rows.declared import Root, SchemaArguments, refers_to


class ProactiveRow(Root):
    """One thing found by screening."""

    __tablename__ = "proactive_handlings"
    __table_args__: SchemaArguments = (Index("ix_proactive_handlings_case_id", "case_id"),)

    organisation_id: Mapped[UUID] = mapped_column(refers_to("organisations.id"))
    title: Mapped[str]
    place: Mapped[str]
    found_on: Mapped[date]
    finder: Mapped[str]
    seen: Mapped[str]
    people: Mapped[str]
    screening_note: Mapped[str]
    recorder_id: Mapped[UUID]
    recorder_name: Mapped[str]
    recorded_at: Mapped[datetime]
    responsible_unit: Mapped[str]
    responsible_person: Mapped[str]
    measures: Mapped[str]
    feedback: Mapped[str]
    case_id: Mapped[UUID | None] = mapped_column(refers_to("cases.id"))
    closed_on: Mapped[date | None]
    outcome: Mapped[str]
