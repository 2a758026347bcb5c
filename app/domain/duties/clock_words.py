"""The sentence that explains a clock: its last day, how it was counted, and by what source."""

from __future__ import annotations

from datetime import date, timedelta

from app.domain.values.days.periods import Period, PeriodEnd, PeriodUnit
from app.domain.values.days.working_days import WorkCalendar

_WEEKDAYS = "一二三四五六日"
_DIGITS = "零一二三四五六七八九"
_TEN, _HUNDRED = 10, 100
_UNITS = {
    PeriodUnit.MINUTE: "分钟",
    PeriodUnit.HOUR: "小时",
    PeriodUnit.DAY: "日",
    PeriodUnit.WORKING_DAY: "个工作日",
    PeriodUnit.MONTH: "个月",
    PeriodUnit.YEAR: "年",
}
UNVERIFIED = "（未核实）"
"""Stands behind every source whose number is a local or unconfirmed setting."""


def explained(event: str, end: PeriodEnd, source: str, calendar: WorkCalendar, *, is_verified: bool) -> str:
    """Tell a counted clock: 最后一日 2026-12-03（周四）：11-03 受理，次日起算三十日；依据…."""
    told = begun_words(event, end, calendar) + moved_words(end) + unknown_words(end.unknown_years)
    return opening(end.last_day) + told + cited(source, is_verified=is_verified)


def begun_words(event: str, end: PeriodEnd, calendar: WorkCalendar) -> str:
    """Tell what began the period and how long it is, with the days off that were no working days."""
    told = f"{short(end.start, end.last_day)} {event}，次日起算{period_in_words(end.period)}"
    if end.period.unit is PeriodUnit.WORKING_DAY:
        rests = len(calendar.rests_between(end.start + timedelta(days=1), end.last_day))
        told += f"（其间休息 {rests} 天不计）" if rests else ""
    return told


def moved_words(end: PeriodEnd) -> str:
    """Tell over which days off the end moved on."""
    if not end.moved:
        return ""
    nominal = f"{short(end.nominal_day, end.last_day)}（{weekday(end.nominal_day)}）"
    return f"；原止于 {nominal}，逢{'、'.join(end.reasons)}顺延（民法典第二百零三条）"


def unknown_words(years: tuple[int, ...]) -> str:
    """Warn of years whose holidays nobody entered yet."""
    if not years:
        return ""
    return f"；{'、'.join(map(str, years))} 年放假安排未录入，按周末和固定节日推算"


def opening(day: date) -> str:
    """Begin the sentence with the last day and its weekday."""
    return f"最后一日 {day.isoformat()}（{weekday(day)}）："


def cited(source: str, *, is_verified: bool) -> str:
    """End the sentence with its source, saying so where nobody confirmed it."""
    return f"；依据{source}{'' if is_verified else UNVERIFIED}"


def weekday(day: date) -> str:
    """Name the day of the week: 周四."""
    return f"周{_WEEKDAYS[day.weekday()]}"


def period_in_words(period: Period) -> str:
    """Say a period as a rule does: 三十日, 三个工作日, 两个月."""
    unit = _UNITS[period.unit]
    if period.amount == 2 and unit.startswith("个"):  # noqa: PLR2004 - 两 stands before 个
        return f"两{unit}"
    return number_in_words(period.amount) + unit


def number_in_words(number: int) -> str:
    """Write a small whole number: 三, 十五, 三十; from one hundred on in figures.

    >>> number_in_words(10), number_in_words(15), number_in_words(30), number_in_words(120)
    ('十', '十五', '三十', '120')
    """
    if number >= _HUNDRED:
        return str(number)
    tens, ones = divmod(number, _TEN)
    if not tens:
        return _DIGITS[ones]
    return ("" if tens == 1 else _DIGITS[tens]) + "十" + (_DIGITS[ones] if ones else "")


def short(day: date, beside: date) -> str:
    """Write a day without its year where it is that of another day beside it."""
    return day.isoformat() if day.year != beside.year else day.isoformat()[5:]
