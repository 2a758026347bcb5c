"""Working days and periods: hand-counted against the notices for 2025 and 2026."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.values.days.calendar_days import add_months
from app.domain.values.days.moments import SHANGHAI
from app.domain.values.days.periods import Period, PeriodUnit, last_day, last_moment
from app.domain.values.days.working_days import WorkCalendar, seed_calendar

CALENDAR = seed_calendar()
known_days = st.dates(min_value=date(2005, 1, 1), max_value=date(2025, 12, 31))
amounts = st.integers(min_value=1, max_value=60)


@pytest.mark.parametrize(
    ("first", "last", "work"),
    [
        ("2025-01-28", "2025-02-04", False),
        ("2025-10-01", "2025-10-08", False),
        ("2026-01-01", "2026-01-03", False),
        ("2026-02-15", "2026-02-23", False),
        ("2026-10-01", "2026-10-07", False),
        ("2025-01-26", "2025-01-26", True),
        ("2025-02-08", "2025-02-08", True),
        ("2025-09-28", "2025-09-28", True),
        ("2025-10-11", "2025-10-11", True),
        ("2026-01-04", "2026-01-04", True),
        ("2026-02-14", "2026-02-14", True),
        ("2026-02-28", "2026-02-28", True),
        ("2026-10-10", "2026-10-10", True),
        ("2026-03-07", "2026-03-08", False),
    ],
)
def test_the_notices(first, last, work):
    day, end = date.fromisoformat(first), date.fromisoformat(last)
    while day <= end:
        assert CALENDAR.is_working(day) is work
        day += timedelta(days=1)


@pytest.mark.parametrize(
    ("start", "period", "nominal", "last", "reasons"),
    [
        # 30 days after an agreement took effect, ending inside a holiday.
        ("2026-01-16", Period(30, PeriodUnit.DAY), "2026-02-15", "2026-02-24", ("春节",)),
        ("2026-01-15", Period(30, PeriodUnit.DAY), "2026-02-14", "2026-02-14", ()),
        ("2026-01-29", Period(30, PeriodUnit.DAY), "2026-02-28", "2026-02-28", ()),
        ("2026-01-30", Period(30, PeriodUnit.DAY), "2026-03-01", "2026-03-02", ("星期日",)),
        ("2025-09-02", Period(30, PeriodUnit.DAY), "2025-10-02", "2025-10-09", ("国庆节", "中秋")),
        ("2025-12-29", Period(30, PeriodUnit.DAY), "2026-01-28", "2026-01-28", ()),
        ("2024-12-29", Period(30, PeriodUnit.DAY), "2025-01-28", "2025-02-05", ("春节",)),
        # The holiday is followed by a weekend worked by notice: Saturday 10 October 2026.
        ("2026-09-10", Period(30, PeriodUnit.DAY), "2026-10-10", "2026-10-10", ()),
        # Working days: 13, 14 (a Saturday worked), the holiday, 24, 25, 26, 27, 28 (a Saturday worked).
        ("2026-02-12", Period(3, PeriodUnit.WORKING_DAY), "2026-02-24", "2026-02-24", ()),
        ("2026-02-12", Period(7, PeriodUnit.WORKING_DAY), "2026-02-28", "2026-02-28", ()),
        ("2025-09-26", Period(3, PeriodUnit.WORKING_DAY), "2025-09-30", "2025-09-30", ()),
        ("2025-09-26", Period(4, PeriodUnit.WORKING_DAY), "2025-10-09", "2025-10-09", ()),
        ("2025-01-24", Period(2, PeriodUnit.WORKING_DAY), "2025-01-27", "2025-01-27", ()),
        ("2025-01-24", Period(3, PeriodUnit.WORKING_DAY), "2025-02-05", "2025-02-05", ()),
        ("2026-01-31", Period(1, PeriodUnit.MONTH), "2026-02-28", "2026-02-28", ()),
        ("2025-01-31", Period(1, PeriodUnit.MONTH), "2025-02-28", "2025-02-28", ()),
        ("2026-04-01", Period(1, PeriodUnit.MONTH), "2026-05-01", "2026-05-06", ("劳动节",)),
        ("2024-02-29", Period(2, PeriodUnit.YEAR), "2026-02-28", "2026-02-28", ()),
        ("2024-02-17", Period(2, PeriodUnit.YEAR), "2026-02-17", "2026-02-24", ("春节",)),
    ],
)
def test_hand_counted(start, period, nominal, last, reasons):
    end = last_day(date.fromisoformat(start), period, CALENDAR)
    assert (end.nominal_day.isoformat(), end.last_day.isoformat()) == (nominal, last)
    assert end.reasons == reasons
    assert end.moved == (nominal != last)
    assert end.is_certain


def test_the_days_passed_over_are_named():
    end = last_day(date(2025, 9, 2), Period(30, PeriodUnit.DAY), CALENDAR)
    assert [(rest.day.day, rest.name) for rest in end.passed] == [
        (2, "国庆节"),
        (3, "国庆节"),
        (4, "国庆节"),
        (5, "国庆节"),
        (6, "中秋"),
        (7, "国庆节"),
        (8, "国庆节"),
    ]


def test_a_year_without_a_notice_is_not_certain():
    calendar = WorkCalendar(CALENDAR.rest_days, CALENDAR.work_days, frozenset({2025, 2026}))
    assert not last_day(date(2026, 12, 20), Period(30, PeriodUnit.DAY), calendar).is_certain
    assert not last_day(date(2026, 12, 29), Period(5, PeriodUnit.WORKING_DAY), calendar).is_certain
    assert last_day(date(2024, 12, 20), Period(30, PeriodUnit.DAY), calendar).is_certain
    assert not last_day(date(2024, 12, 20), Period(20, PeriodUnit.WORKING_DAY), calendar).is_certain


def test_the_notice_of_a_new_year_can_be_entered_and_replaced():
    new_year = {date(2030, 1, 1): "元旦"}
    calendar = CALENDAR.with_year(2030, new_year, [date(2030, 1, 5)])
    assert calendar.knows(2030)
    assert not CALENDAR.knows(2030)
    assert calendar.rest_name(date(2030, 1, 1)) == "元旦"
    assert calendar.is_working(date(2030, 1, 5))
    replaced = calendar.with_year(2030, {}, [])
    assert replaced.is_working(date(2030, 1, 1))
    assert not replaced.is_working(date(2030, 1, 5))
    assert replaced.rest_name(date(2026, 2, 17)) == "春节"
    with pytest.raises(ValueError, match="2029-12-30"):
        CALENDAR.with_year(2030, {date(2029, 12, 30): "元旦"}, [])
    with pytest.raises(ValueError, match="2030-01-01"):
        CALENDAR.with_year(2030, new_year, [date(2030, 1, 1)])


@given(known_days, amounts)
def test_days_law(start, amount):
    end = last_day(start, Period(amount, PeriodUnit.DAY), CALENDAR)
    assert (end.nominal_day - start).days == amount
    assert CALENDAR.is_working(end.last_day)
    assert all(not CALENDAR.is_working(rest.day) for rest in end.passed)
    assert (end.last_day - end.nominal_day).days == len(end.passed)
    assert not end.is_over_on(end.last_day)
    assert end.is_over_on(end.last_day + timedelta(days=1))
    assert end.days_left(end.last_day) == 0


@given(known_days, amounts)
def test_working_days_law(start, amount):
    end = last_day(start, Period(amount, PeriodUnit.WORKING_DAY), CALENDAR).last_day
    counted = [start + timedelta(days=step) for step in range(1, (end - start).days + 1)]
    assert sum(map(CALENDAR.is_working, counted)) == amount
    assert CALENDAR.is_working(end)


@given(known_days, amounts)
def test_months_law(start, amount):
    end = last_day(start, Period(amount, PeriodUnit.MONTH), CALENDAR)
    assert end.nominal_day == add_months(start, amount)
    assert end.last_day >= end.nominal_day


@given(known_days)
def test_next_working_is_never_the_day_itself(day):
    assert CALENDAR.next_working(day) > day
    assert CALENDAR.working_on_or_after(day) >= day
    assert CALENDAR.add_working_days(day, 0) == day
    assert CALENDAR.add_working_days(day, 1) == CALENDAR.next_working(day)


def test_hours_run_from_the_moment_over_days_off():
    start = datetime(2026, 2, 14, 18, 30, tzinfo=SHANGHAI)
    assert last_moment(start, Period(48, PeriodUnit.HOUR)) == datetime(2026, 2, 16, 18, 30, tzinfo=SHANGHAI)


def test_units_are_not_mixed():
    with pytest.raises(ValueError, match="hours"):
        last_day(date(2026, 1, 1), Period(1, PeriodUnit.HOUR), CALENDAR)
    with pytest.raises(ValueError, match="ends on a day"):
        last_moment(datetime(2026, 1, 1, tzinfo=SHANGHAI), Period(1, PeriodUnit.DAY))
    with pytest.raises(ValueError, match="zone"):
        last_moment(datetime(2026, 1, 1), Period(1, PeriodUnit.HOUR))  # noqa: DTZ001 - the case refused
    with pytest.raises(ValueError, match="at least one"):
        Period(0, PeriodUnit.DAY)
    with pytest.raises(ValueError, match="forward"):
        CALENDAR.add_working_days(date(2026, 1, 1), -1)


def test_a_holiday_of_a_fixed_date_is_off_in_a_year_without_a_notice():
    calendar = seed_calendar()
    year = max(calendar.published) + 1
    for month, day, name in ((1, 1, "元旦"), (5, 1, "劳动节"), (5, 2, "劳动节"), (10, 3, "国庆节")):
        assert calendar.rest_name(date(year, month, day)) == name
    end = last_day(date(year - 1, 12, 2), Period(30, PeriodUnit.DAY), calendar)
    assert end.nominal_day == date(year, 1, 1)
    assert end.last_day > date(year, 1, 1)
    assert not end.is_certain
