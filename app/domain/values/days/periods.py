"""Periods of law: from the day that starts them to the day that ends them, with the reasons."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum

from app.domain.values.days.calendar_days import add_months
from app.domain.values.days.working_days import RestDay, WorkCalendar

_MONTHS_PER_YEAR = 12


class PeriodUnit(Enum):
    """What a period counts; 日 and 工作日 are never the same thing."""

    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WORKING_DAY = "working_day"
    MONTH = "month"
    YEAR = "year"


RUNNING_UNITS = frozenset({PeriodUnit.MINUTE, PeriodUnit.HOUR})
"""Units that run on from a moment, through nights and days off."""


@dataclass(frozen=True, slots=True)
class Period:
    """So many units of time; at least one."""

    amount: int
    unit: PeriodUnit

    def __post_init__(self) -> None:
        if self.amount < 1:
            message = f"a period has at least one unit, not {self.amount}"
            raise ValueError(message)


@dataclass(frozen=True, slots=True, kw_only=True)
class DaySpan:
    """Days in a row, the first and the last included."""

    first_day: date
    last_day: date

    def __contains__(self, day: date) -> bool:
        return self.first_day <= day <= self.last_day


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodEnd:
    """How a period ends, told so that a person can count after it.

    ``nominal_day`` is the last day by counting alone; ``passed`` are the days off over which it
    moved on to ``last_day``, with their names; ``unknown_years`` are those on which the result
    depends and whose holidays are not published yet; ``excluded`` tells for each excluded span how
    many days of it did not count. The period ends at 24:00 of ``last_day``, or when business ends
    (民法典第二百零三条第二款).
    """

    start: date
    period: Period
    nominal_day: date
    last_day: date
    passed: tuple[RestDay, ...]
    unknown_years: tuple[int, ...] = ()
    excluded: tuple[int, ...] = ()

    @property
    def is_certain(self) -> bool:
        """Tell whether the holidays of every year on which the end depends are known."""
        return not self.unknown_years

    @property
    def moved(self) -> bool:
        """Tell whether days off moved the last day on."""
        return self.last_day != self.nominal_day

    @property
    def reasons(self) -> tuple[str, ...]:
        """Name the days off the period moved over, each once, in order: 国庆节, 星期六."""
        return tuple(dict.fromkeys(rest.name for rest in self.passed))

    def is_over_on(self, day: date) -> bool:
        """Tell whether the period has run out before ``day``; its last day still belongs to it."""
        return day > self.last_day

    def days_left(self, day: date) -> int:
        """Count the days from ``day`` to the last day: 0 on the last day, negative after it."""
        return (self.last_day - day).days


def last_day(
    start: date, period: Period, calendar: WorkCalendar, excluded: tuple[DaySpan, ...] = ()
) -> PeriodEnd:
    """Find the last day of a period that something on ``start`` set going.

    The day of the start is not counted (民法典第二百零一条第一款); months and years end on the
    corresponding day or on the month's last (第二百零二条); an end on a day off moves to the first
    working day after it (第二百零三条第一款), weekends worked by notice being no days off. Days in
    ``excluded`` (spans in order, none overlapping) do not count, nor does the period end on one.
    Raises ValueError for minutes and hours, which run from a moment: see `last_moment`.
    """
    nominal = _nominal_day(start, period, calendar, excluded)
    end = calendar.working_on_or_after(nominal)
    while excluded and _is_in(end, excluded):
        end = calendar.next_working(end)
    first_year = start.year if period.unit is PeriodUnit.WORKING_DAY else nominal.year
    return PeriodEnd(
        start=start,
        period=period,
        nominal_day=nominal,
        last_day=end,
        passed=calendar.rests_between(nominal, end) if end != nominal else (),
        unknown_years=calendar.unknown_years(first_year, end.year),
        excluded=tuple(_excluded_days(span, start, nominal, period.unit, calendar) for span in excluded),
    )


def _nominal_day(start: date, period: Period, calendar: WorkCalendar, excluded: tuple[DaySpan, ...]) -> date:
    if period.unit is PeriodUnit.WORKING_DAY:
        if not excluded:
            return calendar.add_working_days(start, period.amount)
        day = start
        for _ in range(period.amount):
            day = calendar.next_working(day)
            while _is_in(day, excluded):
                day = calendar.next_working(day)
        return day
    plain = _plain_nominal_day(start, period)
    end = plain
    while excluded:
        # Each excluded day up to the end moves the end on, perhaps over further excluded days.
        days = sum(_excluded_days(span, start, end, PeriodUnit.DAY, calendar) for span in excluded)
        if plain + timedelta(days=days) == end:
            break
        end = plain + timedelta(days=days)
    return end


def _plain_nominal_day(start: date, period: Period) -> date:
    if period.unit is PeriodUnit.DAY:
        return start + timedelta(days=period.amount)
    if period.unit is PeriodUnit.MONTH:
        return add_months(start, period.amount)
    if period.unit is PeriodUnit.YEAR:
        return add_months(start, period.amount * _MONTHS_PER_YEAR)
    message = f"{period.unit.value}s run from a moment, not from a day"
    raise ValueError(message)


def _is_in(day: date, spans: tuple[DaySpan, ...]) -> bool:
    return any(day in span for span in spans)


def _excluded_days(span: DaySpan, start: date, end: date, unit: PeriodUnit, calendar: WorkCalendar) -> int:
    """Count the days of a span after ``start`` and up to ``end`` that would have counted without it."""
    first, last = max(span.first_day, start + timedelta(days=1)), min(span.last_day, end)
    days = max((last - first).days + 1, 0)
    if unit is PeriodUnit.WORKING_DAY and days:
        return days - len(calendar.rests_between(first, last))
    return days


def last_moment(start: datetime, period: Period) -> datetime:
    """Find when a period of minutes or hours ends: they run on from the moment itself (第二百零一条第二款).

    Days off do not stop them. Raises ValueError for another unit or a moment without a zone.
    """
    if period.unit not in RUNNING_UNITS:
        message = f"{period.unit.value} ends on a day, not at a moment"
        raise ValueError(message)
    if start.tzinfo is None:
        message = "a moment needs its zone"
        raise ValueError(message)
    step = timedelta(hours=1) if period.unit is PeriodUnit.HOUR else timedelta(minutes=1)
    return start + step * period.amount
