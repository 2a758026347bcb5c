"""How long a reply or an arrival may take: local settings as dated data, counted from the asking."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from app.domain.values.days.moments import SHANGHAI, local_day
from app.domain.values.days.working_days import WorkCalendar
from app.domain.values.termed import Termed


class WatchLimitKind(Termed):
    """What a limit counts to."""

    REPLY = "reply", "督办回复"
    ARRIVAL = "arrival", "吹哨报到"


class LimitUnit(Termed):
    """What a limit counts: minutes and hours run from the moment, days end at a time of day."""

    MINUTE = "minute", "分钟"
    HOUR = "hour", "小时"
    DAY = "day", "天"
    WORKING_DAY = "working_day", "个工作日"


@dataclass(frozen=True, slots=True, kw_only=True)
class WatchLimit:
    """A limit proposed to whoever asks; ``until`` is the time of day at which counted days end."""

    kind: WatchLimitKind
    amount: int
    unit: LimitUnit
    until: time
    source: str
    is_verified: bool
    valid_from: date

    def ends_at(self, asked_at: datetime, calendar: WorkCalendar) -> datetime:
        """Give the moment a limit ends that begins at ``asked_at``; the day of asking is not counted."""
        if self.unit is LimitUnit.MINUTE:
            return asked_at + timedelta(minutes=self.amount)
        if self.unit is LimitUnit.HOUR:
            return asked_at + timedelta(hours=self.amount)
        day = local_day(asked_at)
        if self.unit is LimitUnit.WORKING_DAY:
            day = calendar.add_working_days(day, self.amount)
        else:
            day = calendar.working_on_or_after(day + timedelta(days=self.amount))
        return datetime.combine(day, self.until, SHANGHAI)

    @property
    def words(self) -> str:
        """Say the limit as it is set: 30分钟, 1个工作日."""
        return f"{self.amount}{self.unit.term}"


def limit_in_force(limits: Iterable[WatchLimit], kind: WatchLimitKind, on: date) -> WatchLimit | None:
    """Find the limit of a kind in force on a day, the latest one."""
    found = [limit for limit in limits if limit.kind is kind and limit.valid_from <= on]
    return max(found, key=lambda limit: limit.valid_from, default=None)
