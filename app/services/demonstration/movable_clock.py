"""A clock that can be set back while a past is being made, and then runs as the real one."""

from __future__ import annotations

from datetime import datetime, timedelta

from app.domain.values.days.moments import Clock


class MovableClock:
    """Gives the moment it was set to, a second later at each look; the real one once released."""

    def __init__(self, real: Clock) -> None:
        self._real = real
        self._set_to: datetime | None = None

    def now(self) -> datetime:
        """Give the moment."""
        if self._set_to is None:
            return self._real.now()
        self._set_to = min(self._set_to + timedelta(seconds=1), self._real.now())
        return self._set_to

    def set(self, moment: datetime) -> None:
        """Go to a moment of the past; never beyond the real present."""
        self._set_to = min(moment, self._real.now())

    def release(self) -> None:
        """Run as the real clock from now on."""
        self._set_to = None
