"""Moments and days in the one zone that the law here knows: Asia/Shanghai."""

from __future__ import annotations

from datetime import date, datetime
from typing import Protocol
from zoneinfo import ZoneInfo

SHANGHAI = ZoneInfo("Asia/Shanghai")


class Clock(Protocol):
    """Where the present moment comes from; the only way the program may ask for it."""

    def now(self) -> datetime:
        """Give the present moment, aware, in Asia/Shanghai."""


def local_day(moment: datetime) -> date:
    """Give the day on which a moment falls in Asia/Shanghai."""
    return moment.astimezone(SHANGHAI).date()
