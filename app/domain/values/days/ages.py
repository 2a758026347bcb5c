"""Full years of age on a day (周岁)."""

from __future__ import annotations

from datetime import date


def age_on(birth: date, day: date) -> int:
    """Count full years: a birthday counts from its own day on.

    29 February counts from 1 March in common years.

    >>> age_on(date(1984, 3, 6), date(2026, 3, 5)), age_on(date(1984, 3, 6), date(2026, 3, 6))
    (41, 42)
    """
    had_no_birthday_yet = (day.month, day.day) < (birth.month, birth.day)
    return day.year - birth.year - int(had_no_birthday_yet)
