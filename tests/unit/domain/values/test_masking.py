"""Masking: what lists show, and that the rest is gone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.values.naming.masking import mask_identity, mask_name, mask_party, mask_phone


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
    ("name", "shown"),
    [
        ("王德顺", "王某某"),
        ("叶尔兰·哈布丁", "叶某某"),
        ("克拉玛依恒泰物业服务有限公司", "某公司"),
        ("恒泰物业公司32名员工", "某公司32名员工"),
        ("石化社区居委会", "某居委会"),
        ("幸福里小区服务中心", "某服务中心"),
        ("买合木提等 12 人", "买某某等 12 人"),
        ("王德顺亲属", "王某某亲属"),
        ("老李饭馆", "某饭馆"),
        ("", ""),
    ],
)
def test_parties(name, shown):
    assert mask_party(name) == shown
    assert mask_party(shown) == shown, "what is masked stays as it is"


def test_an_organisation_of_no_known_ending_is_only_called_one():
    assert mask_party("恒泰物业", is_person=False) == "某单位"
    assert mask_party("", is_person=False) == ""


@given(st.text("王李阿依古丽努尔兰德顺合", min_size=2, max_size=12))
def test_no_name_is_shown_whole(name):
    assert name == (masked := mask_party(name)) or name not in masked
    assert "某" in masked


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
