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

    HOUR = "hour"
    DAY = "day"
    WORKING_DAY = "working_day"
    MONTH = "month"
    YEAR = "year"


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
class PeriodEnd:
    """How a period ends, told so that a person can count after it.

    ``nominal_day`` is the last day by counting alone; ``passed`` are the days off over which it
    moved on to ``last_day``, with their names; ``is_certain`` is False when a year on which the
    result depends has no published calendar yet. The period ends at 24:00 of ``last_day``, or when
    business ends (民法典第二百零三条第二款).
    """

    start: date
    period: Period
    nominal_day: date
    last_day: date
    passed: tuple[RestDay, ...]
    is_certain: bool

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


def last_day(start: date, period: Period, calendar: WorkCalendar) -> PeriodEnd:
    """Find the last day of a period that something on ``start`` set going.

    The day of the start is not counted (民法典第二百零一条第一款); months and years end on the
    corresponding day or on the month's last (第二百零二条); an end on a day off moves to the first
    working day after it (第二百零三条第一款), weekends worked by notice being no days off.
    Raises ValueError for hours, which run from a moment: see `last_moment`.
    """
    nominal = _nominal_day(start, period, calendar)
    end = calendar.working_on_or_after(nominal)
    first_year = start.year if period.unit is PeriodUnit.WORKING_DAY else nominal.year
    return PeriodEnd(
        start=start,
        period=period,
        nominal_day=nominal,
        last_day=end,
        passed=calendar.rests_between(nominal, end),
        is_certain=all(calendar.knows(year) for year in range(first_year, end.year + 1)),
    )


def _nominal_day(start: date, period: Period, calendar: WorkCalendar) -> date:
    if period.unit is PeriodUnit.DAY:
        return start + timedelta(days=period.amount)
    if period.unit is PeriodUnit.WORKING_DAY:
        return calendar.add_working_days(start, period.amount)
    if period.unit is PeriodUnit.MONTH:
        return add_months(start, period.amount)
    if period.unit is PeriodUnit.YEAR:
        return add_months(start, period.amount * _MONTHS_PER_YEAR)
    message = "hours run from a moment, not from a day"
    raise ValueError(message)


def last_moment(start: datetime, period: Period) -> datetime:
    """Find when a period of hours ends: they run on from the moment itself (第二百零一条第二款).

    Days off do not stop hours. Raises ValueError for another unit or a moment without a zone.
    """
    if period.unit is not PeriodUnit.HOUR:
        message = f"{period.unit.value} ends on a day, not at a moment"
        raise ValueError(message)
    if start.tzinfo is None:
        message = "a moment needs its zone"
        raise ValueError(message)
    return start + timedelta(hours=period.amount)
