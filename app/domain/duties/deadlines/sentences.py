"""The parts of a clock's sentence that tell of suspensions, extensions and moments."""

from __future__ import annotations

from datetime import date, datetime

from app.domain.disputes.periods.extensions import Extension
from app.domain.disputes.periods.suspensions import Suspension
from app.domain.duties.clock_words import period_in_words, short
from app.domain.values.days.moments import SHANGHAI
from app.domain.values.days.periods import Period, PeriodUnit


def span_words(pause: Suspension, days: int, unit: PeriodUnit, beside: date) -> str:
    """Tell of days that did not count: ；鉴定 10 日不计（11-10 至 11-19）."""
    counted = f"{days} 个工作日" if unit is PeriodUnit.WORKING_DAY else f"{days} 日"
    until = pause.last_day
    lasting = (
        f"{short(pause.from_day, beside)} 起" if until is None else _lasting(pause.from_day, until, beside)
    )
    return f"；{pause.exclusion.term} {counted}不计（{lasting}）"


def paused_words(pause: Suspension, today: date) -> str:
    """Begin the sentence of a clock that stands still with since when, and what the day stands for."""
    why = "" if pause.exclusion.term == "中止" else pause.exclusion.term
    return f"{why}中止，{short(pause.from_day, today)} 起停走；如 {short(today, today)} 恢复，"


def extended_words(agreed: Extension, beside: date) -> str:
    """Tell of an extension by all parties: ；12-01 各方书面同意由 12-03 延至 12-20."""
    how = "书面" if agreed.is_written else ""
    before, after = short(agreed.previous_last_day, beside), short(agreed.new_last_day, beside)
    return f"；{short(agreed.agreed_on, beside)} 各方{how}同意由 {before} 延至 {after}"


def moment_sentence(event: str, start: datetime, period: Period, end: datetime) -> str:
    """Tell a period of hours or minutes: 最后时刻 2026-11-28 10:30：11-28 10:00 吹哨，起算三十分钟."""
    begun, ended = start.astimezone(SHANGHAI), end.astimezone(SHANGHAI)
    return (
        f"最后时刻 {ended:%Y-%m-%d %H:%M}：{short(begun.date(), ended.date())} {begun:%H:%M} {event}，"
        f"起算{period_in_words(period)}"
    )


def _lasting(first: date, last: date, beside: date) -> str:
    return short(first, beside) if first == last else f"{short(first, beside)} 至 {short(last, beside)}"
