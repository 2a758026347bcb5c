"""Resident numbers and credit codes: forms people type, check signs, impossible births."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import InvalidInput
from app.domain.values.credit_code import UnifiedCreditCode
from app.domain.values.identity_numbers import ResidentNumber
from app.domain.values.sex import Sex

TODAY = date(2026, 11, 22)
WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


def check_sign(body):
    """Work the check sign out from the weights of GB 11643, not from the library under test."""
    return "10X98765432"[sum(int(digit) * weight for digit, weight in zip(body, WEIGHTS, strict=True)) % 11]


regions = st.integers(min_value=110000, max_value=999999).map(str)
births = st.dates(min_value=date(1900, 1, 1), max_value=TODAY)
orders = st.integers(min_value=0, max_value=999).map(lambda order: f"{order:03}")
bodies = st.builds(lambda region, birth, order: f"{region}{birth:%Y%m%d}{order}", regions, births, orders)


@pytest.mark.parametrize(
    "typed",
    [
        "11010519491231002X",
        "11010519491231002x",
        " 110105 19491231 002x ",
        "１１０１０５１９４９１２３１００２Ｘ",
        "110105-19491231-002X",
    ],
)
def test_reads_the_example_of_the_standard_in_every_spelling(typed):
    number = ResidentNumber.parse(typed, TODAY)
    assert number.number == "11010519491231002X"
    assert number.birth_date == date(1949, 12, 31)
    assert number.sex is Sex.FEMALE
    assert number.region_code == "110105"
    assert number.masked() == "110105********002X"


def test_an_old_number_becomes_the_new_one():
    number = ResidentNumber.parse("130503670401001", TODAY)
    assert number.number == "130503196704010016"
    assert number.sex is Sex.MALE


@given(bodies)
def test_a_right_number_is_read_and_each_other_check_sign_refused(body):
    right = check_sign(body)
    number = ResidentNumber.parse(body + right, TODAY)
    assert number.birth_date == date(int(body[6:10]), int(body[10:12]), int(body[12:14]))
    assert (number.sex is Sex.MALE) == (int(body[16]) % 2 == 1)
    for wrong in set("0123456789X") - {right}:
        with pytest.raises(InvalidInput) as refusal:
            ResidentNumber.parse(body + wrong, TODAY)
        assert refusal.value.code == "resident_number.check_digit"
        assert refusal.value.facts["expected"] == right


@given(bodies, st.integers(min_value=0, max_value=16), st.integers(min_value=1, max_value=9))
def test_one_wrong_digit_is_always_noticed(body, place, shift):
    number = body + check_sign(body)
    changed = number[:place] + str((int(number[place]) + shift) % 10) + number[place + 1 :]
    with pytest.raises(InvalidInput):
        ResidentNumber.parse(changed, TODAY)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("", "resident_number.length"),
        ("1101051949123100", "resident_number.length"),
        ("11010519491231002XX", "resident_number.length"),
        ("1101O519491231002X", "resident_number.characters"),
        ("X1010519491231002X", "resident_number.characters"),
        ("13050367040100X", "resident_number.characters"),
        ("11010519490229002" + check_sign("11010519490229002"), "resident_number.birth_date"),
        ("11010519491331002" + check_sign("11010519491331002"), "resident_number.birth_date"),
        ("130503670431001", "resident_number.birth_date"),
        ("11010520261123002" + check_sign("11010520261123002"), "resident_number.future_birth"),
    ],
)
def test_refusals(typed, code):
    with pytest.raises(InvalidInput) as refusal:
        ResidentNumber.parse(typed, TODAY)
    assert refusal.value.code == code


def test_a_child_born_today_has_a_number():
    body = "65020320261122001"
    assert ResidentNumber.parse(body + check_sign(body), TODAY).birth_date == TODAY


def test_is_not_made_of_anything_else():
    with pytest.raises(ValueError, match="parse"):
        ResidentNumber("12345")


@pytest.mark.parametrize(
    "typed", ["91110000600037341L", "9 1 110000 600037341l", "９１１１００００６０００３７３４１Ｌ"]
)
def test_reads_a_credit_code(typed):
    assert UnifiedCreditCode.parse(typed).code == "91110000600037341L"


def test_codes_of_village_collectives_begin_with_a_letter():
    alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY"
    body = "N2650203MF1234567"
    total = sum(alphabet.index(sign) * 3**place % 31 for place, sign in enumerate(body))
    assert UnifiedCreditCode.parse(body + alphabet[-total % 31]).code.startswith(body)


@pytest.mark.parametrize(
    ("typed", "code", "fact"),
    [
        ("9111000060003734", "credit_code.length", ("length", 16)),
        ("91110000600037341I", "credit_code.characters", ("character", "I")),
        ("911100006000373410", "credit_code.check_character", ("expected", "L")),
        ("91110000600037431L", "credit_code.check_character", ("found", "L")),
    ],
)
def test_refused_credit_codes(typed, code, fact):
    with pytest.raises(InvalidInput) as refusal:
        UnifiedCreditCode.parse(typed)
    assert refusal.value.code == code
    assert refusal.value.facts[fact[0]] == fact[1]
