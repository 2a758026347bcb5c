from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.values.money import Money
from app.i18n import Formats, left_to_right

CHINESE, ENGLISH = Formats(), Formats("en")


def test_days():
    day = date(2026, 11, 22)
    assert CHINESE.day(day) == "2026-11-22"
    assert CHINESE.short_day(day) == "11-22"
    assert CHINESE.day_long(day) == "2026 年 11 月 22 日"
    assert CHINESE.weekday(day) == "星期日"
    assert ENGLISH.day(day) == "2026-11-22"
    assert ENGLISH.day_long(day) == "November 22, 2026"
    assert ENGLISH.weekday(day) == "Sunday"


def test_moments_are_shown_in_chinas_zone():
    late = datetime(2026, 11, 22, 16, 30, tzinfo=UTC)
    assert CHINESE.moment(late) == "2026-11-23 00:30"
    assert CHINESE.time(late) == "00:30"
    assert CHINESE.day(late) == "2026-11-23"


def test_moment_without_zone_is_refused():
    with pytest.raises(ValueError, match="zone"):
        CHINESE.moment(datetime(2026, 11, 22, 10, 46))  # noqa: DTZ001 - the slip under test


def test_money_and_counts():
    assert CHINESE.money(Money(1280000)) == "12,800.00"
    assert CHINESE.money(Money(5)) == "0.05"
    assert CHINESE.count(1284) == "1,284"


@given(st.integers(min_value=0, max_value=10**14 - 1))
def test_money_shown_is_the_money_meant(fen):
    shown = CHINESE.money(Money(fen))
    assert Decimal(shown.replace(",", "")) * 100 == fen
    assert shown[-3] == "."


def test_isolates_go_around_the_text():
    assert left_to_right("2026-0417") == "\u20662026-0417\u2069"
