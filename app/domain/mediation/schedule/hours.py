"""When a centre meets people, as dated local data with its source."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from app.domain.values.days.moments import SHANGHAI


@dataclass(frozen=True, slots=True)
class OpenSpan:
    """One stretch of a working day: opens, closes."""

    opens: time
    closes: time

    def on(self, day: date) -> tuple[datetime, datetime]:
        """Give the stretch on a day."""
        return (
            datetime.combine(day, self.opens, tzinfo=SHANGHAI),
            datetime.combine(day, self.closes, tzinfo=SHANGHAI),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingHours:
    """Working hours and what is usual for a meeting; a local setting (未核实 until confirmed).

    ``usual_minutes`` is proposed as the length, ``notice_hours`` are left between now and the first
    slot offered, ``ahead_days`` is how far slots are looked for.
    """

    spans: tuple[OpenSpan, ...]
    usual_minutes: int
    notice_hours: int
    ahead_days: int
    source: str
    is_verified: bool
    valid_from: date

    @property
    def usual_length(self) -> timedelta:
        """Give the length proposed for a meeting."""
        return timedelta(minutes=self.usual_minutes)

    def holds(self, starts_at: datetime, ends_at: datetime) -> bool:
        """Tell whether a meeting lies inside one stretch of the working day."""
        day = starts_at.astimezone(SHANGHAI).date()
        return any(
            opens <= starts_at and ends_at <= closes
            for opens, closes in (span.on(day) for span in self.spans)
        )


def hours_on(listed: Iterable[MeetingHours], day: date) -> MeetingHours | None:
    """Find the hours in force on a day."""
    in_force = [hours for hours in listed if hours.valid_from <= day]
    return max(in_force, key=lambda hours: hours.valid_from, default=None)
