"""The slow way to count a period, written apart from the program: day by day, one day at a time."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Set as AbstractSet
from datetime import date, timedelta

ONE = timedelta(days=1)
IsOff = Callable[[date], bool]


def naive_end(
    start: date, amount: int, unit: str, is_off: IsOff, excluded: AbstractSet[date] = frozenset()
) -> date:
    """Walk from the day after the start until as many days, working days, months or years have passed."""
    if unit in {"month", "year"}:
        day = _corresponding(start, amount * (12 if unit == "year" else 1))
        day = _later_by(day, start, excluded)
    else:
        day, left = start, amount
        while left:
            day += ONE
            if day not in excluded and not (unit == "working_day" and is_off(day)):
                left -= 1
    while is_off(day) or day in excluded:
        day += ONE
    return day


def _corresponding(start: date, months: int) -> date:
    """Walk over so many ends of months to the day of the start, or to the end of a month without it."""
    day, crossed = start, 0
    while True:
        is_month_end = (day + ONE).month != day.month
        if crossed == months and (day.day == start.day or (is_month_end and day.day < start.day)):
            return day
        day += ONE
        crossed += day.day == 1


def _later_by(end: date, start: date, excluded: AbstractSet[date]) -> date:
    """Give back each excluded day up to the end, and each met while giving back."""
    owed, day = 0, start
    while day < end:
        day += ONE
        owed += day in excluded
    while owed:
        day += ONE
        owed -= day not in excluded
    return day
