"""The present moment as this computer tells it."""

from __future__ import annotations

from datetime import datetime

from app.domain.values.days.moments import SHANGHAI


class SystemClock:
    """The only place that asks the computer for the time."""

    def now(self) -> datetime:
        """Give the present moment, aware, in Asia/Shanghai."""
        return datetime.now(tz=SHANGHAI)
