"""The State Council's notice of a year's holidays: days off with their names, and weekends worked."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from app.domain.errors import InvalidInput
from app.domain.values.days.working_days import WorkCalendar
from app.domain.values.ids import new_id
from app.domain.values.texts import half_width

REQUIRED = ("元旦", "春节", "清明", "劳动", "端午", "中秋", "国庆")
"""Every notice names these; without one of them it is not the whole year's."""
FIRST_YEAR, LAST_YEAR = 2000, 2199
LONGEST_HOLIDAY = 15
_SATURDAY = 5
_DECEMBER = 12
_WEEKDAYS = "一二三四五六日"
_DAY = (
    r"(?:(?P<{0}y>\d{{4}})年)?(?:(?P<{0}m>\d{{1,2}})月)?(?P<{0}d>\d{{1,2}})日(?:[(（](?P<{0}w>[^)）]*)[)）])?"
)
_SPAN = re.compile(_DAY.format("a") + r"(?:\s*[至到\-—~]\s*" + _DAY.format("b") + ")?")
_HEAD = re.compile(r"^(?:[一二三四五六七八九十]+、)?(?P<name>[\u4e00-\u9fff、和]+?)[:：]\s*(?P<told>.+)$")
_TOTAL = re.compile(r"[共假](\d+)天")
_SENTENCES = re.compile(r"[。；;]")
_WORKED = "上班"


@dataclass(frozen=True, slots=True, kw_only=True)
class HolidaySpan:
    """Days off in a row under one name."""

    id: UUID
    name: str
    first_day: date
    last_day: date

    def days(self) -> Iterator[date]:
        """Give its days in order."""
        for step in range((self.last_day - self.first_day).days + 1):
            yield self.first_day + timedelta(days=step)


@dataclass(frozen=True, slots=True, kw_only=True)
class HolidayNotice:
    """The notice for one year as a centre entered it; ``wording`` is what was typed, ``basis`` its number."""

    id: UUID
    version: int = 0
    year: int
    holidays: tuple[HolidaySpan, ...]
    work_days: tuple[date, ...]
    wording: str
    basis: str = ""

    def rest_days(self) -> dict[date, str]:
        """Name every day off."""
        return {day: span.name for span in self.holidays for day in span.days()}


def read_notice(wording: str, year: int) -> tuple[tuple[HolidaySpan, ...], tuple[date, ...]]:
    """Read the wording of a notice as it is published, one holiday to a line.

    ``五、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。``
    Raises InvalidInput ``holidays…`` naming the line, day or name that cannot be right: a weekday
    that is not that day's, a sum that differs, a working day that is no weekend.
    """
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise InvalidInput("holidays.year", field="year", first=FIRST_YEAR, last=LAST_YEAR)
    spans: list[HolidaySpan] = []
    worked: list[date] = []
    for line in _lines(wording):
        head = _HEAD.match(line)
        if head is None:
            raise InvalidInput("holidays.line_unreadable", field="wording", line=line[:40])
        rest, work = _holiday(head["name"], head["told"], year)
        spans += rest
        worked += work
    _check(spans, worked, year)
    return tuple(spans), tuple(sorted(worked))


def calendar_with(seed: WorkCalendar, notices: Iterable[HolidayNotice]) -> WorkCalendar:
    """Put a centre's notices over the shipped calendar: each replaces its year as a whole.

    Days that a notice names in the year before or after it (30 December) are added to that year.
    """
    kept = sorted(notices, key=lambda notice: notice.year)
    if not kept:
        return seed
    years = {notice.year for notice in kept}

    def stays(day: date) -> bool:
        # The last days of December are arranged by the notice for the year that follows.
        return (day.year + 1 if day.month == _DECEMBER else day.year) not in years

    rest = {day: name for day, name in seed.rest_days.items() if stays(day)}
    work = {day for day in seed.work_days if stays(day)}
    for notice in kept:
        work -= notice.rest_days().keys()
        rest |= notice.rest_days()
        for day in notice.work_days:
            rest.pop(day, None)
            work.add(day)
    return WorkCalendar(rest, frozenset(work), seed.published | years)


def _lines(wording: str) -> Iterator[str]:
    """Give the lines that name days; what a notice says before and after them is passed over."""
    for line in half_width(wording).splitlines():
        plain = "".join(line.split())
        if _SPAN.search(plain) and any(word in plain for word in ("放假", _WORKED)):
            yield plain


def _holiday(name: str, told: str, year: int) -> tuple[list[HolidaySpan], list[date]]:
    spans: list[HolidaySpan] = []
    worked: list[date] = []
    for part in filter(None, _SENTENCES.split(told)):
        found = list(_days(part, year))
        if _WORKED in part:
            worked += [day for first, last in found for day in _each(first, last)]
        elif not spans:
            spans = [
                HolidaySpan(id=new_id(), name=name, first_day=first, last_day=last) for first, last in found
            ]
            total, told_total = sum(1 for span in spans for _ in span.days()), _TOTAL.search(part)
            if told_total is not None and int(told_total[1]) != total:
                raise InvalidInput(
                    "holidays.sum_differs", field="wording", name=name, told=told_total[1], count=total
                )
    if not spans:
        raise InvalidInput("holidays.no_day", field="wording", name=name)
    return spans, worked


def _days(part: str, year: int) -> Iterator[tuple[date, date]]:
    """Read the days of a sentence; a day without its month is of the month before it."""
    month = 0
    for match in _SPAN.finditer(part):
        month = int(match["am"] or month)
        first = _day(match, "a", year, month)
        if match["bd"] is None:
            yield first, first
            continue
        month = int(match["bm"] or month)
        last = _day(match, "b", int(match["by"] or first.year), month)
        if not 0 <= (last - first).days < LONGEST_HOLIDAY:
            raise InvalidInput("holidays.span", field="wording", day=match[0])
        yield first, last


def _day(match: re.Match[str], end: str, year: int, month: int) -> date:
    try:
        found = date(int(match[f"{end}y"] or year), month, int(match[f"{end}d"]))
    except ValueError:
        raise InvalidInput("holidays.no_such_day", field="wording", day=match[0]) from None
    told = re.search(r"(?:周|星期)([一二三四五六日天])", match[f"{end}w"] or "")
    if told is not None and _WEEKDAYS[found.weekday()] != told[1].replace("天", "日"):
        raise InvalidInput(
            "holidays.weekday",
            field="wording",
            day=found.isoformat(),
            weekday=_WEEKDAYS[found.weekday()],
            told=told[1],
        )
    return found


def _each(first: date, last: date) -> Iterator[date]:
    for step in range((last - first).days + 1):
        yield first + timedelta(days=step)


def _check(spans: list[HolidaySpan], worked: list[date], year: int) -> None:
    names = "".join(span.name for span in spans)
    missing = [name for name in REQUIRED if name not in names]
    if missing:
        raise InvalidInput("holidays.missing", field="wording", names="、".join(missing))
    off = Counter(day for span in spans for day in span.days())
    twice = [day for day, times in off.items() if times > 1] + [day for day in worked if day in off]
    if twice:
        raise InvalidInput("holidays.twice", field="wording", day=min(twice).isoformat())
    for day in (*off, *worked):
        if not date(year - 1, 12, 25) <= day <= date(year + 1, 1, 7):
            raise InvalidInput("holidays.other_year", field="wording", day=day.isoformat(), year=year)
    for day in worked:
        if day.weekday() < _SATURDAY:
            raise InvalidInput("holidays.worked_weekday", field="wording", day=day.isoformat())
