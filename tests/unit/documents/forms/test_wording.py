"""Days, moments, sums and counts as forms write them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import cn2an
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.documents.forms.party_blocks import party_lines
from app.documents.forms.wording import (
    figures,
    labelled,
    listed,
    moment_in_words,
    span_in_words,
)
from app.documents.lines.arabic import visual_order
from app.domain.contents.parts import AgentPart, PartyPart
from app.domain.values.chinese_numbers import count_in_words
from app.domain.values.days.moments import SHANGHAI
from app.domain.values.money import Money

UYGHUR = "ئابدۇللا"
NAMED = PartyPart(
    label="申请人", name=UYGHUR, age=45, agents=(AgentPart(title="代理人", name=UYGHUR, relation="45"),)
)
HELD = datetime(2026, 11, 9, 10, 5, tzinfo=SHANGHAI)


@given(st.integers(1, 9999))
def test_counts_are_read_back_by_another_program(number):
    assert cn2an.cn2an(count_in_words(number), "strict") == number


def test_counts_below_one_and_beyond_four_places():
    assert [count_in_words(number) for number in (0, 10, 19, 20, 10000)] == [
        "零",
        "十",
        "十九",
        "二十",
        "10000",
    ]


def test_a_moment_of_any_zone_is_told_in_china():
    assert moment_in_words(datetime(2026, 11, 8, 16, 5, tzinfo=UTC)) == "2026年11月9日0时05分"


def test_the_day_is_told_once_where_it_is_the_same():
    assert span_in_words(HELD, None) == "2026年11月9日10时05分"
    assert span_in_words(HELD, HELD + timedelta(minutes=90)) == "2026年11月9日10时05分至11时35分"
    assert span_in_words(HELD, HELD + timedelta(hours=14)) == "2026年11月9日10时05分至2026年11月10日0时05分"


def test_sums_lose_nothing_at_any_size():
    assert figures(Money(0)) == "0.00"
    assert figures(Money(1280005)) == "12,800.05"
    assert figures(Money(99999999999999901)) == "999,999,999,999,999.01"


@pytest.mark.parametrize("told", [listed([UYGHUR, "45岁"]), party_lines(NAMED)[0], party_lines(NAMED)[1]])
def test_a_number_behind_a_uyghur_name_stays_behind_it(told):
    seen = "".join(sign.sign for sign in visual_order(told, from_right=False))
    assert seen.index("45") > max(place for place, sign in enumerate(seen) if "\u0600" <= sign <= "\u06ff")


def test_blanks_leave_no_trace():
    assert listed(["甲", " ", "乙"]) == "甲、乙"
    assert labelled("住址", "\n") == ""
    assert labelled("住址", "友谊路") == "住址：友谊路"
