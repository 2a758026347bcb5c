"""Tables of whistles and the units they call."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.domain.duties.watch.whistles import WhistleDirection, WhistleRating
from app.persistence.rows.declared import Child, Root, SchemaArguments, owner, refers_to


class WhistleRow(Root):
    """One call; ``owes_arrival`` and ``is_open`` are computed when it is saved."""

    __tablename__ = "whistles"
    __table_args__: SchemaArguments = (
        Index("ix_whistles_case_id", "case_id"),
        Index("ix_whistles_is_open_arrive_by", "is_open", "arrive_by"),
    )

    case_id: Mapped[UUID | None] = mapped_column(refers_to("cases.id"))
    handling_id: Mapped[UUID | None] = mapped_column(refers_to("proactive_handlings.id"))
    organisation_id: Mapped[UUID] = mapped_column(refers_to("organisations.id"))
    caller_id: Mapped[UUID]
    caller_name: Mapped[str]
    from_unit: Mapped[str]
    direction: Mapped[WhistleDirection]
    need: Mapped[str]
    place: Mapped[str]
    blown_at: Mapped[datetime]
    arrive_by: Mapped[datetime]
    measures: Mapped[str]
    result: Mapped[str]
    handled_on: Mapped[date | None]
    rating: Mapped[WhistleRating | None]
    rating_note: Mapped[str]
    rated_on: Mapped[date | None]
    withdrawn_on: Mapped[date | None]
    withdraw_reason: Mapped[str]
    owes_arrival: Mapped[bool]
    is_open: Mapped[bool]
    units: Mapped[list[CalledUnitRow]] = relationship(
        lazy="selectin", cascade="all, delete-orphan", order_by="CalledUnitRow.position"
    )


class CalledUnitRow(Child):
    """A unit that is called."""

    __tablename__ = "called_units"

    whistle_id: Mapped[UUID] = owner("whistles.id")
    id: Mapped[UUID] = mapped_column(primary_key=True)
    name: Mapped[str]
    is_lead: Mapped[bool]
    arrived_at: Mapped[datetime | None]
    arrived_person: Mapped[str]
