"""Days as typed, months later, and ages."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import InvalidInput
from app.domain.values.days.ages import age_on
from app.domain.values.days.calendar_days import add_months, day_in_words, parse_day, weekday_in_words

TODAY = date(2026, 11, 22)
days = st.dates(min_value=date(1850, 1, 1), max_value=date(2199, 12, 31))


@pytest.mark.parametrize(
    "typed",
    [
        "2026-1-5",
        "2026-01-05",
        "2026/1/5",
        "2026.1.5",
        "20260105",
        "2026年1月5日",
        "2026年01月05号",
        "２０２６－１－５",
        " 2026 年 1 月 5 日 ",
        "1月5日",
        "1-5",
        "1/5",
        "1月5号",
    ],
)
def test_reads_one_day_in_every_spelling(typed):
    assert parse_day(typed, TODAY) == date(2026, 1, 5)


@pytest.mark.parametrize(
    ("typed", "step"),
    [
        ("前天", -2),
        ("昨天", -1),
        ("昨日", -1),
        ("今天", 0),
        ("今日", 0),
        ("明天", 1),
        ("明日", 1),
        ("后天", 2),
        ("大后天", 3),
    ],
)
def test_reads_days_from_today(typed, step):
    assert parse_day(typed, TODAY) == TODAY + timedelta(days=step)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("2026-2-30", "date.impossible"),
        ("20260230", "date.impossible"),
        ("2026年13月1日", "date.impossible"),
        ("2月29日", "date.impossible"),
        ("2026-0-1", "date.impossible"),
        ("0206-1-5", "date.out_of_range"),
        ("9026-1-5", "date.out_of_range"),
        ("", "date.unreadable"),
        ("26-1-5", "date.unreadable"),
        ("2026-1", "date.unreadable"),
        ("2026-1/5", "date.unreadable"),
        ("下周一", "date.unreadable"),
        ("1.5", "date.unreadable"),
        ("2026-1-5 10:00", "date.unreadable"),
        ("²026-1-5", "date.unreadable"),
    ],
)
def test_refuses(typed, code):
    with pytest.raises(InvalidInput) as refusal:
        parse_day(typed, TODAY)
    assert refusal.value.code == code


@given(days)
def test_what_papers_write_reads_back(day):
    for written in (day.isoformat(), f"{day:%Y%m%d}", day_in_words(day), f"{day.year}/{day.month}/{day.day}"):
        assert parse_day(written, TODAY) == day


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2026, 11, 30), 3, date(2027, 2, 28)),
        (date(2026, 2, 28), 1, date(2026, 3, 28)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2026, 12, 15), 1, date(2027, 1, 15)),
        (date(2026, 3, 31), -1, date(2026, 2, 28)),
    ],
)
def test_months_end_on_the_corresponding_day_or_the_last(day, months, expected):
    assert add_months(day, months) == expected


@given(days, st.integers(min_value=-600, max_value=600))
def test_months_law(day, months):
    end = add_months(day, months)
    assert (end.year - day.year) * 12 + end.month - day.month == months
    assert end.day == min(day.day, monthrange(end.year, end.month)[1])


def test_months_outside_the_calendar():
    with pytest.raises(OverflowError):
        add_months(date(9999, 12, 1), 1)


def test_words():
    assert day_in_words(date(2026, 1, 5)) == "2026年1月5日"
    assert [weekday_in_words(date(2026, 11, 16 + step)) for step in (0, 6)] == ["星期一", "星期日"]


@pytest.mark.parametrize(
    ("birth", "day", "age"),
    [
        (date(2000, 6, 15), date(2018, 6, 14), 17),
        (date(2000, 6, 15), date(2018, 6, 15), 18),
        (date(2008, 2, 29), date(2026, 2, 28), 17),
        (date(2008, 2, 29), date(2026, 3, 1), 18),
        (date(2008, 2, 29), date(2024, 2, 28), 15),
        (date(2008, 2, 29), date(2024, 2, 29), 16),
        (date(2026, 1, 1), date(2026, 1, 1), 0),
    ],
)
def test_ages(birth, day, age):
    assert age_on(birth, day) == age
