"""Names: one spelling, the right surname readings, every likely string of initials."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypinyin import Style, pinyin

from app.domain.values.naming.names import clean_name, pinyin_initials, surname, surname_initial
from app.domain.values.naming.surnames import COMPOUND, SINGLE


@pytest.mark.parametrize("dot", list("·•‧∙・⋅･"))
def test_every_middle_dot_becomes_one(dot):
    assert clean_name(f"　阿依努尔{dot}赛买提\t") == "阿依努尔·赛买提"


def test_the_rest_of_a_name_stays():
    assert clean_name("欧阳　𬱖㛃 O'Neil-葛\U000e0100") == "欧阳 𬱖㛃 O'Neil-葛\U000e0100"


@given(st.text())
def test_cleaning_twice_is_cleaning_once(typed):
    assert clean_name(clean_name(typed)) == clean_name(typed)


@pytest.mark.parametrize(
    ("name", "likeliest"),
    [
        ("单雄信", "sxx"),
        ("仇英", "qy"),
        ("曾国藩", "zgf"),
        ("解缙", "xj"),
        ("区楚良", "ocl"),
        ("查良镛", "zly"),
        ("任盈盈", "ryy"),
        ("盖叫天", "gjt"),
        ("乐嘉", "yj"),
        ("朴树", "ps"),
        ("尉迟恭", "ycg"),
        ("万俟卨", "mqx"),
        ("澹台明", "ttm"),
        ("单于飞", "cyf"),
        ("欧阳修", "oyx"),
        ("长孙无忌", "zswj"),
        ("张三丰", "zsf"),
        ("阿依努尔·赛买提", "aynesmt"),
        ("John·史密斯", "jsms"),
        ("Ólafur", "o"),
        ("张3", "z"),
    ],
)
def test_initials(name, likeliest):
    assert pinyin_initials(name)[0] == likeliest
    assert surname_initial(name) == likeliest[0].upper()


def test_families_that_read_their_name_in_two_ways_are_found_by_both():
    assert pinyin_initials("乐嘉") == ("yj", "lj")
    assert {"qy", "ty"} <= set(pinyin_initials("覃勇"))


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("单于", "单"),
        ("单于飞", "单于"),
        ("爱新觉罗溥仪", "爱新觉罗"),
        ("阿依努尔·赛买提", "阿"),
        ("𬱖三", "𬱖"),
        ("葛\U000e0100三", "葛\U000e0100"),
        ("", ""),
    ],
)
def test_surnames(name, found):
    assert surname(name) == found


@pytest.mark.parametrize("name", ["", "·", "123", "。", "ئۇيغۇر"])
def test_a_name_without_reading_has_no_initials(name):
    assert pinyin_initials(name) == ()
    assert surname_initial(name) == ""


@given(st.text(alphabet=st.characters(min_codepoint=0x3400, max_codepoint=0x323AF), max_size=40))
def test_initials_are_small_letters_and_few(name):
    found = pinyin_initials(name)
    assert len(found) == len(set(found)) <= 32
    assert all(initials.isascii() and initials.islower() for initials in found)


def test_the_table_gives_every_character_a_syllable():
    for family, readings in COMPOUND.items():
        assert all(len(reading.split()) == len(family) for reading in readings)
    for family, readings in SINGLE.items():
        known = {reading for found in pinyin(family, style=Style.NORMAL, heteronym=True) for reading in found}
        assert len(family) == 1
        assert known & set(readings), f"{family} {readings} is none of {known}"
