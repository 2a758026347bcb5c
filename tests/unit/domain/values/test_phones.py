"""Telephone numbers: every spelling of one number is one number."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import InvalidInput
from app.domain.values.phones import Phone, PhoneKind

mobiles = st.from_regex(r"1[3-9][0-9]{9}", fullmatch=True)


@pytest.mark.parametrize(
    ("typed", "kind", "number", "grouped"),
    [
        ("13909904172", PhoneKind.MOBILE, "13909904172", "139 0990 4172"),
        ("139-0990-4172", PhoneKind.MOBILE, "13909904172", "139 0990 4172"),
        ("+86 139 0990 4172", PhoneKind.MOBILE, "13909904172", "139 0990 4172"),
        ("8613909904172", PhoneKind.MOBILE, "13909904172", "139 0990 4172"),
        ("013909904172", PhoneKind.MOBILE, "13909904172", "139 0990 4172"),
        ("１３９０９９０４１７２", PhoneKind.MOBILE, "13909904172", "139 0990 4172"),
        ("0990-6221234", PhoneKind.LAND_LINE, "0990-6221234", "0990-6221234"),
        ("（0990）6221234", PhoneKind.LAND_LINE, "0990-6221234", "0990-6221234"),
        ("0990—622 1234", PhoneKind.LAND_LINE, "0990-6221234", "0990-6221234"),
        ("+86 990 6221234", PhoneKind.LAND_LINE, "0990-6221234", "0990-6221234"),
        ("010 6221 2345", PhoneKind.LAND_LINE, "010-62212345", "010-62212345"),
        ("6221234", PhoneKind.LAND_LINE, "6221234", "6221234"),
        ("0990-6221234-801", PhoneKind.LAND_LINE, "0990-6221234-801", "0990-6221234转801"),
        ("0990-6221234-8", PhoneKind.LAND_LINE, "0990-6221234-8", "0990-6221234转8"),
        ("6221234转801", PhoneKind.LAND_LINE, "6221234-801", "6221234转801"),
        ("6221234 分机 12", PhoneKind.LAND_LINE, "6221234-12", "6221234转12"),
        ("400-800-1234", PhoneKind.SERVICE, "4008001234", "400 800 1234"),
        ("12345", PhoneKind.SERVICE, "12345", "12345"),
        ("110", PhoneKind.SERVICE, "110", "110"),
        ("95588", PhoneKind.SERVICE, "95588", "95588"),
        ("+7 701 234 5678", PhoneKind.ABROAD, "+77012345678", "+77012345678"),
        ("0077012345678", PhoneKind.ABROAD, "+77012345678", "+77012345678"),
    ],
)
def test_reads(typed, kind, number, grouped):
    phone = Phone.parse(typed)
    assert (phone.kind, phone.number, phone.grouped()) == (kind, number, grouped)
    assert Phone.parse(phone.number) == phone
    assert Phone.parse(phone.grouped()) == phone


@given(mobiles)
def test_no_mobile_prefix_is_unknown(number):
    phone = Phone.parse(number)
    assert phone.kind is PhoneKind.MOBILE
    assert phone.digits == number
    assert Phone.parse(f"+86 {phone.grouped()}") == phone


@given(mobiles, st.integers(min_value=3, max_value=10))
def test_a_mobile_with_digits_missing_is_told_by_its_length(number, length):
    with pytest.raises(InvalidInput) as refusal:
        Phone.parse(number[:length])
    assert refusal.value.code == "phone.mobile_length"
    assert refusal.value.facts["length"] == length


@pytest.mark.parametrize("typed", ["", "无", "张三", "13909904172，13909904173", "0990", "26221234567", "1"])
def test_refuses(typed):
    with pytest.raises(InvalidInput) as refusal:
        Phone.parse(typed)
    assert refusal.value.code == "phone.unreadable"
