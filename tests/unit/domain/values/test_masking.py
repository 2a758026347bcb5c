"""Masking: what lists show, and that the rest is gone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.values.naming.masking import mask_identity, mask_name, mask_phone


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("张三丰", "张某某"),
        ("张三", "张某某"),
        ("阿依努尔·赛买提", "阿某某"),
        ("阿依努尔•赛买提", "阿某某"),
        ("欧阳修", "欧阳某某"),
        ("𬱖三", "𬱖某某"),
        ("买", "某某"),
        ("John Smith", "J***"),
        ("", ""),
    ],
)
def test_names(name, shown):
    assert mask_name(name) == shown


@pytest.mark.parametrize(
    ("phone", "shown"),
    [
        ("13800001234", "138****1234"),
        ("138 0000 1234", "138****1234"),
        ("6221234", "*****34"),
        ("12345", "*****"),
        ("", ""),
    ],
)
def test_phones(phone, shown):
    assert mask_phone(phone) == shown


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        ("650203199001011234", "650203********1234"),
        ("11010519491231002x", "110105********002X"),
        ("130503670401001", "130503*****1001"),
        ("E12345678", "E******78"),
        ("A1", "**"),
    ],
)
def test_identities(number, shown):
    assert mask_identity(number) == shown


@given(st.from_regex("[0-9]{7,20}", fullmatch=True))
def test_something_is_always_hidden_and_nothing_moves(number):
    for masked in (mask_phone(number), mask_identity(number)):
        assert len(masked) == len(number)
        assert masked.count("*") >= 4
        assert all(shown in ("*", true) for shown, true in zip(masked, number, strict=True))
