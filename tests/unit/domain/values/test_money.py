"""Money: whole fen, typed amounts read exactly or refused."""

from __future__ import annotations

from contextlib import suppress
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import InvalidInput
from app.domain.values.money import LIMIT, Money, sum_of

fens = st.integers(min_value=-(10**16), max_value=10**16)
typed_fens = st.integers(min_value=0, max_value=LIMIT - 1)
FULL_WIDTH = str.maketrans("0123456789,.", "０１２３４５６７８９，．")


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("1.28万", "12800.00"),
        ("12,800.00", "12800.00"),
        ("12800元", "12800.00"),
        ("¥3,090", "3090.00"),
        ("￥3,090", "3090.00"),
        ("３０９０．５", "3090.50"),
        ("3090.5", "3090.50"),
        ("1.2亿", "120000000.00"),
        ("１.28 万 元", "12800.00"),
        ("人民币 5 元整", "5.00"),
        ("12 800", "12800.00"),
        ("1.234567万", "12345.67"),
        ("3千", "3000.00"),
        ("75万", "750000.00"),
        ("0", "0.00"),
        ("5.", "5.00"),
        ("9999.99999999亿", "999999999999.00"),
        ("999,999,999,999.99", "999999999999.99"),
    ],
)
def test_reads_what_people_type(typed, expected):
    assert str(Money.parse(typed)) == expected


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("", "money.unreadable"),
        ("元", "money.unreadable"),
        (".5", "money.unreadable"),
        ("1,28", "money.unreadable"),
        ("1,2800", "money.unreadable"),
        ("12,80.00", "money.unreadable"),
        ("1e5", "money.unreadable"),
        ("10²", "money.unreadable"),
        ("①", "money.unreadable"),
        ("1 2", "money.unreadable"),
        ("1万2千", "money.unreadable"),
        ("三千", "money.unreadable"),
        ("5-6万", "money.unreadable"),
        ("约5万", "money.unreadable"),
        ("-5", "money.negative"),
        ("−5", "money.negative"),
        ("－５元", "money.negative"),
        ("¥-5", "money.negative"),
        ("负5元", "money.negative"),
        ("12.345", "money.too_precise"),
        ("12.340", "money.too_precise"),
        ("1.2345678万", "money.too_precise"),
        ("1万亿", "money.too_large"),
        ("1000000000000", "money.too_large"),
        ("9" * 5000, "money.too_large"),
        ("1." + "0" * 5000 + "万", "money.too_precise"),
    ],
)
def test_refuses_rather_than_guesses(typed, code):
    with pytest.raises(InvalidInput) as refusal:
        Money.parse(typed)
    assert refusal.value.code == code


@given(typed_fens)
def test_every_way_of_writing_an_amount_reads_back(fen):
    money = Money(fen)
    assert Money.parse(str(money)) == money
    assert Money.parse(f"¥{money.yuan:,.2f}") == money
    assert Money.parse(f"{money.yuan:,.2f} 元".translate(FULL_WIDTH)) == money
    assert Money.of_yuan(money.yuan) == money
    assert Money.of_yuan(str(money)) == money


@given(st.integers(min_value=0, max_value=10**10 - 1))
def test_ten_thousands_are_exact(fen):
    shifted = Decimal(fen).scaleb(-6)
    assert Money.parse(f"{shifted:f}万") == Money(fen)


@given(st.text())
def test_any_text_is_read_within_limits_or_refused(typed):
    with suppress(InvalidInput):
        assert 0 <= Money.parse(typed).fen < LIMIT


@given(fens, fens)
def test_arithmetic_is_that_of_whole_numbers(first, second):
    assert (Money(first) + Money(second)).fen == first + second
    assert (Money(first) - Money(second)).fen == first - second
    assert (Money(first) < Money(second)) == (first < second)
    assert Money(first).yuan * 100 == first


@given(st.lists(fens))
def test_sum_of_adds_everything(amounts):
    assert sum_of(Money(fen) for fen in amounts).fen == sum(amounts)


@given(st.integers(min_value=-(10**60), max_value=10**60))
def test_yuan_is_exact_at_any_size(fen):
    assert Money(fen).yuan.as_integer_ratio()[0] * 100 == fen * Money(fen).yuan.as_integer_ratio()[1]
    assert str(Money(fen)) == f"{Money(fen).yuan:f}"


@pytest.mark.parametrize(
    ("yuan", "code"),
    [
        ("1.005", "money.too_precise"),
        (Decimal("0.001"), "money.too_precise"),
        ("1e-999999999", "money.too_precise"),
        ("1e999999999", "money.too_large"),
        ("NaN", "money.unreadable"),
        ("Infinity", "money.unreadable"),
        ("a", "money.unreadable"),
    ],
)
def test_of_yuan_never_rounds(yuan, code):
    with pytest.raises(InvalidInput) as refusal:
        Money.of_yuan(yuan)
    assert refusal.value.code == code


def test_differences_may_be_negative():
    assert str(Money.zero() - Money(5)) == "-0.05"
    assert Money.of_yuan("-12.30") == Money(-1230)


@pytest.mark.parametrize("wrong", [1.5, True, "1", Decimal(1)])
def test_fen_are_whole_numbers_only(wrong):
    with pytest.raises(TypeError):
        Money(wrong)


def test_a_float_of_yuan_is_a_programming_error():
    with pytest.raises(TypeError):
        Money.of_yuan(0.1)
