"""Tables of what moves deadlines: pauses and extensions, days outside the room, the centre's own rules."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlalchemy import ForeignKeyConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.domain.disputes.periods.suspensions import SuspensionReason
from app.domain.disputes.periods.triggers import Trigger
from app.domain.disputes.states import CaseState
from app.domain.duties.deadlines.holidays import HolidaySpan
from app.domain.values.days.periods import PeriodUnit
from app.persistence.rows.columns import Codes
from app.persistence.rows.declared import Child, Root, SchemaArguments, owner


class SuspensionRow(Child):
    """A time in which mediation paused."""

    __tablename__ = "case_suspensions"

    case_id: Mapped[UUID] = owner("cases.id")
    id: Mapped[UUID] = mapped_column(primary_key=True)
    reason: Mapped[SuspensionReason]
    from_day: Mapped[date]
    from_state: Mapped[CaseState]
    note: Mapped[str]
    resumed_on: Mapped[date | None]


class CaseExtensionRow(Child):
    """A period of mediation extended by all parties."""

    __tablename__ = "case_extensions"

    case_id: Mapped[UUID] = owner("cases.id")
    id: Mapped[UUID] = mapped_column(primary_key=True)
    previous_last_day: Mapped[date]
    new_last_day: Mapped[date]
    is_written: Mapped[bool]
    note: Mapped[str]
    consents: Mapped[list[ExtensionConsentRow]] = relationship(
        lazy="selectin", cascade="all, delete-orphan", order_by="ExtensionConsentRow.position"
    )


class ExtensionConsentRow(Child):
    """One party's consent to an extension."""

    __tablename__ = "case_extension_consents"
    __table_args__: SchemaArguments = (
        ForeignKeyConstraint(
            ["case_id", "extension_id"],
            ["case_extensions.case_id", "case_extensions.id"],
            ondelete="CASCADE",
        ),
        {"sqlite_with_rowid": False},
    )

    case_id: Mapped[UUID] = mapped_column(primary_key=True)
    extension_id: Mapped[UUID] = mapped_column(primary_key=True)
    id: Mapped[UUID] = mapped_column(primary_key=True)
    party_id: Mapped[UUID]
    agreed_on: Mapped[date]


class TriggerDayRow(Child):
    """The recorded day of an event outside the room."""

    __tablename__ = "case_trigger_days"

    case_id: Mapped[UUID] = owner("cases.id")
    id: Mapped[UUID] = mapped_column(primary_key=True)
    trigger: Mapped[Trigger]
    on_day: Mapped[date]
    note: Mapped[str]


class HolidayNoticeRow(Root):
    """The State Council's notice of one year, as the centre entered it."""

    __tablename__ = "holiday_notices"

    year: Mapped[int] = mapped_column(unique=True)
    holidays: Mapped[tuple[HolidaySpan, ...]] = mapped_column(Codes(HolidaySpan))
    work_days: Mapped[tuple[date, ...]] = mapped_column(Codes(date))
    wording: Mapped[str]
    basis: Mapped[str]


class LocalPeriodRow(Root):
    """The centre's own length of one local period."""

    __tablename__ = "local_periods"

    rule_id: Mapped[str] = mapped_column(unique=True)
    amount: Mapped[int]
    unit: Mapped[PeriodUnit]
    basis: Mapped[str]
    is_verified: Mapped[bool]
