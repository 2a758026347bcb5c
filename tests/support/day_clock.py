"""A clock for disputes of the past: it stands at the day a test says."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from app.domain.values.days.moments import SHANGHAI


class DayClock:
    """A clock that stands at a chosen day and goes on by a second whenever it is read."""

    def __init__(self, day: date) -> None:
        self._now = datetime.combine(day, time(9), SHANGHAI)

    def now(self) -> datetime:
        """Give the moment."""
        self._now += timedelta(seconds=1)
        return self._now

    def go_to(self, day: date, at: time = time(9)) -> None:
        """Let it be another day; time never runs back."""
        self._now = max(self._now, datetime.combine(day, at, SHANGHAI))
