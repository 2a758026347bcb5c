"""Number patterns: what committees write, and what is refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import InvalidInput
from app.domain.values.numbering import NumberPattern


@pytest.mark.parametrize(
    ("pattern", "seq", "number"),
    [
        ("（{year}）{org}人调字第{seq}号", 7, "（2026）友谊路人调字第7号"),
        ("{org}调受〔{year}〕{seq:03}号", 7, "友谊路调受〔2026〕007号"),
        ("{org}调受〔{year}〕{seq:03}号", 999, "友谊路调受〔2026〕999号"),
        ("{org}调受〔{year}〕{seq:03}号", 1000, "友谊路调受〔2026〕1000号"),
        ("{year}-{seq:04}", 12, "2026-0012"),
        ("{seq}", 1, "1"),
    ],
)
def test_formats(pattern, seq, number):
    assert NumberPattern.parse(pattern).format(2026, "友谊路", seq) == number


@pytest.mark.parametrize(
    ("pattern", "code"),
    [
        ("  ", "number_pattern.empty"),
        ("{seq}" + "号" * 80, "number_pattern.too_long"),
        ("{year}\n{seq}", "number_pattern.characters"),
        ("{seq}\x00", "number_pattern.characters"),
        ("{month}{seq}", "number_pattern.unknown_field"),
        ("{}{seq}", "number_pattern.unknown_field"),
        ("{ seq }", "number_pattern.unknown_field"),
        ("{seq.real}", "number_pattern.unknown_field"),
        ("{seq:3}", "number_pattern.padding"),
        ("{seq:>9}", "number_pattern.padding"),
        ("{seq:}", "number_pattern.padding"),
        ("{year:04}{seq}", "number_pattern.padding"),
        ("{seq", "number_pattern.braces"),
        ("{{seq}}", "number_pattern.braces"),
        ("{year}号", "number_pattern.seq_missing"),
        ("{seq}{seq:03}", "number_pattern.seq_repeated"),
    ],
)
def test_refuses(pattern, code):
    with pytest.raises(InvalidInput) as refusal:
        NumberPattern.parse(pattern)
    assert refusal.value.code == code


@given(st.text(max_size=20), st.lists(st.integers(min_value=1, max_value=10**6), unique=True, max_size=30))
def test_different_numbers_stay_different_whatever_the_organisation_is_called(org, numbers):
    pattern = NumberPattern.parse("{org}（{year}）第{seq:03}号")
    written = {pattern.format(2026, org, seq) for seq in numbers}
    assert len(written) == len(numbers)
    assert all(number.startswith(f"{org}（2026）第") for number in written)


def test_tells_its_fields():
    assert NumberPattern.parse("{year}-{seq:04}").fields == {"year", "seq"}
    assert str(NumberPattern.parse(" {seq} ")) == "{seq}"


def test_numbers_start_at_one():
    with pytest.raises(ValueError, match="start at 1"):
        NumberPattern.parse("{seq}").format(2026, "", 0)
