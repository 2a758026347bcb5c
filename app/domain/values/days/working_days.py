"""Working days in China: weekends, statutory holidays and the working weekends published each year."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from types import MappingProxyType

_SATURDAY = 5
_SUNDAY = 6
_ONE_DAY = timedelta(days=1)
_WEEKEND_NAMES = {_SATURDAY: "星期六", _SUNDAY: "星期日"}
_EVERY_YEAR = {
    (1, 1): "元旦",
    (5, 1): "劳动节",
    (5, 2): "劳动节",
    (10, 1): "国庆节",
    (10, 2): "国庆节",
    (10, 3): "国庆节",
}
"""Days off with a fixed date (全国年节及纪念日放假办法 of 2024); those of the moon wait for the notice."""


@dataclass(frozen=True, slots=True)
class RestDay:
    """A day on which nobody works, and what it is called: 春节, 星期日."""

    day: date
    name: str


@dataclass(frozen=True, slots=True)
class WorkCalendar:
    """The holiday notices of the State Council (国务院办公厅节假日安排) for the years in ``published``.

    ``rest_days`` names every day off that a notice lists, weekends inside it too; ``work_days`` are
    the weekends moved to work (调休). Outside the published years only weekends and the holidays of a
    fixed date are known, and `knows` says so: whoever shows a day counted there must warn.
    """

    rest_days: Mapping[date, str] = field(default_factory=dict)
    work_days: frozenset[date] = frozenset()
    published: frozenset[int] = frozenset()

    def __post_init__(self) -> None:
        both = sorted(self.work_days & self.rest_days.keys())
        if both:
            message = f"a day cannot be off and worked at once: {both[0]}"
            raise ValueError(message)
        # A copy: whoever made the mapping may go on changing it.
        object.__setattr__(self, "rest_days", MappingProxyType(dict(self.rest_days)))

    def knows(self, year: int) -> bool:
        """Tell whether the notice for a year is in this calendar."""
        return year in self.published

    def unknown_years(self, first: int, last: int) -> tuple[int, ...]:
        """Give the years from ``first`` to ``last`` whose notice is not in this calendar."""
        return tuple(year for year in range(first, last + 1) if year not in self.published)

    def is_working(self, day: date) -> bool:
        """Tell whether people work on a day."""
        return self.rest_name(day) is None

    def rest_name(self, day: date) -> str | None:
        """Name the holiday or weekend day on which nobody works; None for a working day."""
        if day in self.work_days:
            return None
        named = self.rest_days.get(day)
        if named is None and not self.knows(day.year):
            named = _EVERY_YEAR.get((day.month, day.day))
        return named or _WEEKEND_NAMES.get(day.weekday())

    def working_on_or_after(self, day: date) -> date:
        """Give the day itself if people work on it, else the first working day after it."""
        while not self.is_working(day):
            day += _ONE_DAY
        return day

    def next_working(self, day: date) -> date:
        """Give the first working day after ``day``, never the day itself."""
        return self.working_on_or_after(day + _ONE_DAY)

    def add_working_days(self, day: date, count: int) -> date:
        """Count so many working days on; ``day`` itself is not counted (民法典第二百零一条).

        ``count`` 0 gives ``day`` itself, working or not. Raises ValueError below 0.
        """
        if count < 0:
            message = f"working days are counted forward, not {count}"
            raise ValueError(message)
        for _ in range(count):
            day = self.next_working(day)
        return day

    def rests_between(self, first: date, last: date) -> tuple[RestDay, ...]:
        """List the days off from ``first`` to ``last``, both included."""
        days = (first + timedelta(days=step) for step in range((last - first).days + 1))
        return tuple(RestDay(day, name) for day in days if (name := self.rest_name(day)) is not None)

    def with_year(self, year: int, rest_days: Mapping[date, str], work_days: Iterable[date]) -> WorkCalendar:
        """Give a calendar in which the notice for one year is added, or replaced as a whole.

        Raises ValueError for a day of another year: notices do name such days (30 December), but
        each belongs to the entry of its own year.
        """
        moved = frozenset(work_days)
        strangers = sorted(day for day in (*rest_days, *moved) if day.year != year)
        if strangers:
            message = f"{strangers[0]} does not lie in {year}"
            raise ValueError(message)
        kept_rest = {day: name for day, name in self.rest_days.items() if day.year != year}
        kept_work = {day for day in self.work_days if day.year != year}
        return WorkCalendar(
            kept_rest | dict(rest_days), frozenset(kept_work) | moved, self.published | {year}
        )


@cache
def seed_calendar() -> WorkCalendar:
    """Give the notices that the installed chinese_calendar carries: 2004 up to its last year.

    Imported on first use. Later years are entered by the centre when the notice comes out (November).
    """
    from chinese_calendar import constants

    chinese = {holiday.value: str(holiday.chinese) for holiday in constants.Holiday}
    rest_days = {day: chinese[english] for day, english in constants.holidays.items()}
    years = frozenset(day.year for day in rest_days)
    return WorkCalendar(rest_days, frozenset(constants.workdays), years)
