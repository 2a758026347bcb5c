"""Notices of the State Council read as they are published, against the calendar that ships."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.duties.deadlines.holidays import HolidayNotice, calendar_with, read_notice
from app.domain.errors import InvalidInput
from app.domain.values.days.working_days import WorkCalendar, seed_calendar
from app.domain.values.ids import new_id
from tests.support.notices import NOTICE_2025, NOTICE_2026, NOTICE_2027

SEED = seed_calendar()


def a_notice(wording, year):
    holidays, work_days = read_notice(wording, year)
    return HolidayNotice(id=new_id(), year=year, holidays=holidays, work_days=work_days, wording=wording)


@pytest.mark.parametrize(("wording", "year"), [(NOTICE_2025, 2025), (NOTICE_2026, 2026)])
def test_a_published_notice_reads_as_the_calendar_that_ships(wording, year):
    notice = a_notice(wording, year)
    assert set(notice.rest_days()) == {day for day in SEED.rest_days if day.year == year}
    assert set(notice.work_days) == {day for day in SEED.work_days if day.year == year}


def test_a_year_entered_is_known_and_counted_by():
    calendar = calendar_with(SEED, [a_notice(NOTICE_2027, 2027)])
    assert not SEED.knows(2027)
    assert calendar.knows(2027)
    assert not calendar.is_working(date(2027, 2, 8))
    assert calendar.is_working(date(2027, 2, 20))  # a Saturday worked
    assert calendar.rest_name(date(2027, 2, 8)) == "春节"
    assert calendar.is_working(date(2026, 10, 10))


def test_an_entered_year_replaces_the_shipped_one_as_a_whole():
    moved = NOTICE_2026.replace("9月20日（周日）、10月10日（周六）上班", "10月10日（周六）上班")
    calendar = calendar_with(SEED, [a_notice(moved, 2026)])
    assert SEED.is_working(date(2026, 9, 20))
    assert not calendar.is_working(date(2026, 9, 20))
    assert calendar.is_working(date(2025, 9, 28))


def test_days_before_the_year_belong_to_the_notice_that_names_them():
    early = NOTICE_2027.replace(
        "1月1日（周五）至3日（周日）放假，共3天。",
        "2026年12月31日（周四）至2027年1月2日（周六）放假调休，共3天。2026年12月27日（周日）上班。",
    )
    calendar = calendar_with(SEED, [a_notice(early, 2027), a_notice(NOTICE_2026, 2026)])
    assert calendar.is_working(date(2026, 12, 27))
    assert calendar.rest_name(date(2026, 12, 31)) == "元旦"
    again = calendar_with(
        WorkCalendar(calendar.rest_days, calendar.work_days, calendar.published),
        [a_notice(NOTICE_2026, 2026)],
    )
    assert again.rest_name(date(2026, 12, 31)) == "元旦"


@pytest.mark.parametrize(
    ("wrong", "right", "code"),
    [
        ("1月1日（周四）至3日", "1月1日（周五）至3日", "holidays.weekday"),
        ("共9天", "共8天", "holidays.sum_differs"),
        ("6月19日（周五）至21日（周日）", "6月21日（周日）至19日（周五）", "holidays.span"),
        ("2月14日（周六）", "2月30日", "holidays.no_such_day"),
        ("5月9日（周六）上班", "5月8日（周五）上班", "holidays.worked_weekday"),
        ("5月9日（周六）上班", "5月3日（周日）上班", "holidays.twice"),
        ("六、中秋节：", "六、", "holidays.line_unreadable"),
        ("中秋节：9月25日", "端午节：9月25日", "holidays.missing"),
        ("1月4日（周日）上班", "2025年9月28日（周日）上班", "holidays.other_year"),
        ("元旦：1月1日（周四）至3日（周六）放假调休，共3天。", "元旦：放假。", "holidays.no_day"),
    ],
)
def test_what_cannot_be_right_is_named(wrong, right, code):
    assert wrong in NOTICE_2026
    with pytest.raises(InvalidInput) as refused:
        read_notice(NOTICE_2026.replace(wrong, right), 2026)
    assert refused.value.code == code
    assert refused.value.field == "wording"


@pytest.mark.parametrize("year", [2025, 2027])
def test_the_notice_of_another_year_is_found_out_by_its_weekdays(year):
    with pytest.raises(InvalidInput, match=r"holidays\.weekday"):
        read_notice(NOTICE_2026, year)


def test_a_year_out_of_reach_is_refused():
    with pytest.raises(InvalidInput, match=r"holidays\.year"):
        read_notice(NOTICE_2026, 1900)


@given(st.text(max_size=200))
def test_no_text_is_taken_for_a_notice_by_chance(text):
    with pytest.raises(InvalidInput):
        read_notice(text, 2026)


@given(st.integers(0, len(NOTICE_2026) - 1))
def test_a_notice_with_a_sign_missing_is_refused_or_reads_alike(place):
    mutilated = NOTICE_2026[:place] + NOTICE_2026[place + 1 :]
    try:
        holidays, work_days = read_notice(mutilated, 2026)
    except InvalidInput:
        return
    notice = HolidayNotice(id=new_id(), year=2026, holidays=holidays, work_days=work_days, wording="")
    whole = a_notice(NOTICE_2026, 2026)
    assert (
        abs(len(notice.rest_days()) - len(whole.rest_days())) <= 1 or notice.rest_days() == whole.rest_days()
    )
