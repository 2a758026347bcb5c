"""Days of the calendar: how people type them, how papers write them, and what a month later means."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

from app.domain.errors import InvalidInput
from app.domain.values.texts import half_width

FIRST_YEAR = 1850
LAST_YEAR = 2199

_WEEKDAYS = "一二三四五六日"
_MONTHS_PER_YEAR = 12
_FROM_TODAY = {
    "前天": -2,
    "昨天": -1,
    "昨日": -1,
    "今天": 0,
    "今日": 0,
    "明天": 1,
    "明日": 1,
    "后天": 2,
    "大后天": 3,
}
_FULL = (
    re.compile(r"(?P<year>[0-9]{4})(?P<sign>[-/.])(?P<month>[0-9]{1,2})(?P=sign)(?P<day>[0-9]{1,2})"),
    re.compile(r"(?P<year>[0-9]{4})年(?P<month>[0-9]{1,2})月(?P<day>[0-9]{1,2})[日号]?"),
    re.compile(r"(?P<year>[0-9]{4})(?P<month>[0-9]{2})(?P<day>[0-9]{2})"),
)
_THIS_YEAR = (
    re.compile(r"(?P<month>[0-9]{1,2})月(?P<day>[0-9]{1,2})[日号]?"),
    re.compile(r"(?P<month>[0-9]{1,2})[-/](?P<day>[0-9]{1,2})"),
)


def parse_day(typed: str, today: date) -> date:
    """Read a day as people type it; spaces and full-width signs do not matter.

    Read are exactly: ``2026-1-5``, ``2026/1/5``, ``2026.1.5``, ``20260105``, ``2026年1月5日`` (or 号,
    or without), and of the year of ``today``: ``1月5日``, ``1-5``, ``1/5``; and 大后天 后天 明天 (明日)
    今天 (今日) 昨天 (昨日) 前天. Two-digit years and words such as 下周一 are refused: people mean
    different days by them. Raises InvalidInput ``date.unreadable``, ``date.impossible``
    (2026-2-30) or ``date.out_of_range`` (years outside 1850 to 2199: a slip of the finger).
    """
    plain = "".join(half_width(typed).split())
    if plain in _FROM_TODAY:
        return today + timedelta(days=_FROM_TODAY[plain])
    for pattern in _FULL:
        if match := pattern.fullmatch(plain):
            return _existing(int(match["year"]), int(match["month"]), int(match["day"]), typed)
    for pattern in _THIS_YEAR:
        if match := pattern.fullmatch(plain):
            return _existing(today.year, int(match["month"]), int(match["day"]), typed)
    raise InvalidInput("date.unreadable", typed=typed)


def _existing(year: int, month: int, day: int, typed: str) -> date:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise InvalidInput("date.out_of_range", typed=typed, year=year, first=FIRST_YEAR, last=LAST_YEAR)
    try:
        return date(year, month, day)
    except ValueError:
        raise InvalidInput("date.impossible", typed=typed) from None


def add_months(day: date, months: int) -> date:
    """Give the corresponding day so many months later, or the last day of a month that has none.

    民法典第二百零二条. Counted from ``day`` each time: three months after 30 November are not three
    steps of one month. Negative months count back. Raises OverflowError beyond the years of `date`.
    """
    year, month_index = divmod(day.year * _MONTHS_PER_YEAR + day.month - 1 + months, _MONTHS_PER_YEAR)
    month = month_index + 1
    if not date.min.year <= year <= date.max.year:
        message = f"{months} months from {day} lie outside the calendar"
        raise OverflowError(message)
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def day_in_words(day: date) -> str:
    """Write a day as papers do: 2026年1月5日."""
    return f"{day.year}年{day.month}月{day.day}日"


def weekday_in_words(day: date) -> str:
    """Name the day of the week: 星期一 to 星期日."""
    return f"星期{_WEEKDAYS[day.weekday()]}"
