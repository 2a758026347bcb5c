"""Amounts in capitals: the annex's own examples, round trip, and an independent oracle."""

from __future__ import annotations

import re

import cn2an
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import InvalidInput
from app.domain.values.money import Money
from app.domain.values.rmb_in_words import parse_rmb_words, rmb_in_words

# Zeros inside are where such rules break, so most digits drawn are zeros.
sparse = st.lists(st.sampled_from("0000000123456789"), min_size=1, max_size=17).map(
    lambda drawn: int("".join(drawn))
)
fens = st.one_of(st.integers(min_value=0, max_value=10**14 - 1), sparse)


@pytest.mark.parametrize(
    ("yuan", "words"),
    [
        ("1409.50", "壹仟肆佰零玖元伍角"),
        ("6007.14", "陆仟零柒元壹角肆分"),
        ("325.04", "叁佰贰拾伍元零肆分"),
        ("16409.02", "壹万陆仟肆佰零玖元零贰分"),
        ("1680.32", "壹仟陆佰捌拾元叁角贰分"),
        ("107000.53", "壹拾万柒仟元伍角叁分"),
        ("100005.00", "壹拾万零伍元整"),
        ("0", "零元整"),
        ("0.05", "伍分"),
        ("0.50", "伍角"),
        ("0.55", "伍角伍分"),
        ("1", "壹元整"),
        ("3090", "叁仟零玖拾元整"),
        ("750000", "柒拾伍万元整"),
        ("10", "壹拾元整"),
        ("10.05", "壹拾元零伍分"),
        ("10010", "壹万零壹拾元整"),
        ("12000345", "壹仟贰佰万零叁佰肆拾伍元整"),
        ("100000000", "壹亿元整"),
        ("100005000", "壹亿零伍仟元整"),
        ("1000010000", "壹拾亿零壹万元整"),
        ("999999999999.99", "玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分"),
        ("1000000000000", "壹万亿元整"),
    ],
)
def test_the_words_of_known_amounts(yuan, words):
    assert rmb_in_words(Money.of_yuan(yuan)) == words


@given(fens)
def test_round_trip(fen):
    assert parse_rmb_words(rmb_in_words(Money(fen))) == Money(fen)
    assert parse_rmb_words(
        "人民币" + rmb_in_words(Money(fen)).replace("元", "圆").replace("整", "正")
    ) == Money(fen)


@given(fens)
def test_shape(fen):
    words = rmb_in_words(Money(fen))
    assert "零零" not in words
    assert words == "零元整" or "零元" not in words
    assert not re.search("零[拾佰仟万亿角分整]", words)
    assert not re.search("(?<![壹贰叁肆伍陆柒捌玖])[拾佰仟]", words)
    assert words.endswith("元整") == (fen % 100 == 0)
    assert "整" not in words[:-1]


@given(st.integers(min_value=0, max_value=10**15 - 1))
def test_an_independent_converter_agrees(fen):
    # cn2an reads the number through a float: beyond 15 digits its answer is of another number.
    assert rmb_in_words(Money(fen)) == cn2an.an2cn(str(Money(fen)), "rmb")


def test_different_amounts_have_different_words():
    words = {rmb_in_words(Money(fen)) for fen in range(0, 2_000_000, 7)}
    assert len(words) == len(range(0, 2_000_000, 7))


@pytest.mark.parametrize(
    ("words", "yuan"),
    [
        ("人民币叁佰圆正", "300"),
        ("伍角整", "0.50"),
        ("壹拾万零柒仟元伍角叁分", "107000.53"),
        ("壹拾万柒仟元零伍角叁分", "107000.53"),
        ("壹仟陆佰捌拾元零叁角贰分", "1680.32"),
        ("叁 仟 零 玖 拾 元 整", "3090"),
    ],
)
def test_reads_the_choices_the_annex_leaves(words, yuan):
    assert parse_rmb_words(words) == Money.of_yuan(yuan)


@pytest.mark.parametrize(
    "words",
    [
        "",
        "人民币",
        "整",
        "元整",
        "叁佰元",
        "伍分整",
        "壹拾万伍元整",
        "拾元整",
        "壹佰贰元整",
        "壹佰零零贰元整",
        "零伍角",
        "壹元零整",
        "壹元伍分",
        "壹亿壹亿元整",
        "壹万壹万元整",
        "三千元整",
        "叁仟零玖拾",
        "亿" * 20000 + "元整",
    ],
)
def test_refuses_words_that_do_not_follow_the_rule(words):
    with pytest.raises(InvalidInput) as refusal:
        parse_rmb_words(words)
    assert refusal.value.code == "rmb_words.unreadable"


@given(st.text(alphabet="零壹贰玖拾佰仟万亿元圆角分整正", max_size=24))
def test_any_row_of_characters_is_refused_or_means_its_own_amount(words):
    try:
        money = parse_rmb_words(words)
    except InvalidInput:
        return
    plain = words.replace("圆", "元").replace("正", "整")
    without_choices = re.sub("[零整]", "", plain)
    assert without_choices == re.sub("[零整]", "", rmb_in_words(money))


@pytest.mark.parametrize(("fen", "code"), [(-1, "money.negative"), (10**18, "money.too_large")])
def test_refuses_what_no_paper_states(fen, code):
    with pytest.raises(InvalidInput) as refusal:
        rmb_in_words(Money(fen))
    assert refusal.value.code == code
