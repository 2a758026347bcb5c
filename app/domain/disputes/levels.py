"""The levels a case has stood on: each with the limit it had then, since when, and why it was raised."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from app.domain.values.days.periods import Period, PeriodUnit
from app.domain.values.termed import Termed


class LevelStart(Termed):
    """From when the limit of a level counts."""

    REGISTERED = "registered", "登记之日"
    RECEIVED_AT_LEVEL = "received_at_level", "到达本级之日"


class OnExpiry(Termed):
    """What the program proposes when a level's limit is over; it never acts by itself."""

    ESCALATE = "escalate", "提请升级"
    REMIND = "remind", "提醒"
    SUPERVISE = "supervise", "提请督办"


class LevelUnit(Termed):
    """What the limit of a level counts."""

    HOUR = "hour", "小时"
    DAY = "day", "日"
    WORKING_DAY = "working_day", "个工作日"

    @property
    def period_unit(self) -> PeriodUnit:
        """Give the unit the calendar counts in."""
        return PeriodUnit(self.value)


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseLevel:
    """One stay on a level, with the terms of the ladder copied: a changed ladder moves no old clock.

    ``since`` is the moment the limit counts from, ``moved_at`` when the case came here. ``reason``,
    ``agreed_by`` and ``receiver`` tell why it was raised, who agreed, and who took it.
    """

    id: UUID
    ladder: str
    order: int
    code: str
    name: str
    limit: int
    unit: LevelUnit
    starts: LevelStart
    on_expiry: OnExpiry
    since: datetime
    moved_at: datetime
    moved_by: str
    next_name: str = ""
    is_verified: bool = False
    reason: str = ""
    agreed_by: str = ""
    receiver: str = ""

    @property
    def period(self) -> Period:
        """Give the limit as the calendar counts it."""
        return Period(self.limit, self.unit.period_unit)
