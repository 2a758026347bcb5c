"""The laws of line breaking, over ten thousand lines of random text and on hand-made cases."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.documents.lines.break_places import NEVER_FIRST, NEVER_LAST
from app.documents.lines.line_breaking import SQUEEZE_LIMIT, SQUEEZED, Line, break_lines

EM = 16.0
CLOSING = "，。、；：？！）》〉」』】〕”’…—～·％℃㎡"  # the tests' own copy of the rule
OPENING = "（《〈「『【〔“‘￥¥"
HAN = (
    "张三李四因邻里纠纷经人民调解委员会主持自愿达成如下协议一次性支付赔偿款于前付清双方再无争议的是了在有和不"
)
BLANKS = " \u3000\t"


def width(character: str) -> float:
    if character == "·":
        return EM * 0.327
    return EM if ord(character) > 0x2000 else EM * 0.557


def lines_of(text: str, *, first: float, rest: float) -> list[Line]:
    return break_lines(text, [width(c) for c in text], first=first, rest=rest, em=EM).lines


def parts(text: str, column: float) -> list[str]:
    return [text[line.start : line.end] for line in lines_of(text, first=column, rest=column)]


def random_text(chance: random.Random) -> str:
    return "".join(token(chance) for _ in range(chance.randint(40, 400)))


def token(chance: random.Random) -> str:
    kind = chance.random()
    if kind < 0.18:
        return chance.choice(CLOSING)
    if kind < 0.24:
        return chance.choice(OPENING)
    if kind < 0.28:
        return f"{chance.randint(1, 9999999):,}.{chance.randint(0, 99):02}元"
    if kind < 0.30:
        return f"{chance.randint(1990, 2030)}年{chance.randint(1, 12)}月{chance.randint(1, 28)}日"
    if kind < 0.32:
        return chance.choice(
            ["GB/T 9704", "ABC-12", "13812345678", "65020319900101123X", " ", "a@b.com", "89.76㎡"]
        )
    return chance.choice(HAN)


def random_lines(column: float, count: int) -> Iterator[tuple[str, list[Line], int]]:
    chance, seen = random.Random(20261109), 0
    while seen < count:
        text = random_text(chance)
        lines = lines_of(text, first=column - 2 * EM, rest=column)
        for number in range(len(lines)):
            yield text, lines, number
        seen += len(lines)


def test_ten_thousand_lines_start_and_end_well_and_none_is_squeezed_beyond_a_quarter_em():
    bad_starts = bad_ends = squeezed = overlong = count = 0
    for text, lines, number in random_lines(416.0, 10_000):
        line, is_last = lines[number], number == len(lines) - 1
        count += 1
        bad_starts += number > 0 and text[line.start] in CLOSING
        bad_ends += not is_last and text[line.end - 1] in OPENING
        squeezed += line.slack < -SQUEEZE_LIMIT * EM - 1e-6
        overlong += line.slack < -1e-6 and SQUEEZED.isdisjoint(text[line.start : line.end])
    assert count >= 10_000
    assert (bad_starts, bad_ends, squeezed, overlong) == (0, 0, 0, 0)


def test_no_number_and_no_word_is_cut_in_ten_thousand_lines():
    whole = re.compile(r"[0-9A-Za-z]+(?:[,./@-][0-9A-Za-z]+)*元?")
    cut = 0
    spans: dict[str, list[tuple[int, int]]] = {}
    for text, lines, number in random_lines(416.0, 10_000):
        if text not in spans:
            spans[text] = [match.span() for match in whole.finditer(text)]
        end = lines[number].end
        cut += any(begin < end < stop and stop - begin < 40 for begin, stop in spans[text])
    assert cut == 0


def test_our_copy_of_the_marks_is_held_by_the_rule():
    assert set(CLOSING) <= NEVER_FIRST
    assert set(OPENING) <= NEVER_LAST


@given(
    st.text(st.sampled_from(CLOSING + OPENING + HAN[:6] + "09aZ,.% \u3000年月日元\u0301"), max_size=200),
    st.integers(1, 30),
)
def test_nothing_but_blanks_stands_between_lines(text, ems):
    lines = lines_of(text, first=ems * EM, rest=ems * EM)
    assert lines[0].start == 0
    assert lines[-1].end >= len(text.rstrip(BLANKS))
    for before, after in pairwise(lines):
        assert not text[before.end : after.start].strip(BLANKS)
        assert before.end > before.start


@given(
    st.text(st.sampled_from(CLOSING + OPENING + HAN[:6] + "09aZ,.% 年月日元"), max_size=200),
    st.integers(1, 30),
)
def test_slack_is_what_the_column_leaves(text, ems):
    for line in lines_of(text, first=ems * EM, rest=ems * EM):
        drawn = sum(width(c) for c in text[line.start : line.end])
        assert line.slack == pytest.approx(ems * EM - drawn)
        if line.end - line.start > 1 and text[line.start : line.end].strip(BLANKS):
            assert line.slack >= -SQUEEZE_LIMIT * EM - 1e-6


@pytest.mark.parametrize(
    ("text", "ems", "expected"),
    [
        ("双方于2026年11月9日签字", 8, ["双方于", "2026年11月9日签", "字"]),
        ("赔偿款12,800.00元整", 7, ["赔偿款", "12,800.00元", "整"]),
        ("他说：（意）。", 4, ["他说：", "（意）。"]),
        ("一二三，四五", 3, ["一二", "三，四", "五"]),
        ("建筑面积89.76㎡整", 6, ["建筑面积", "89.76㎡整"]),
        ("甲乙丙丁“戊己”", 5, ["甲乙丙丁", "“戊己”"]),
        ("", 5, [""]),
    ],
)
def test_known_lines(text, ems, expected):
    assert parts(text, ems * EM) == expected


def test_a_date_too_long_for_its_column_is_parted_after_year_or_month_only():
    assert parts("2026年11月19日", 4.5 * EM) == ["2026年", "11月19日"]


def test_a_word_longer_than_a_line_is_cut_and_kept_whole_in_text():
    text = "网址https://example.org/" + "a" * 200 + "。"
    assert "".join(parts(text, 20 * EM)) == text
    assert len(parts(text, 20 * EM)[0]) > 20


def test_an_accent_stays_with_its_letter():
    text = "Ame\u0301lie" * 30
    assert all(not part.startswith("\u0301") for part in parts(text, 5 * EM))


def test_the_last_line_is_not_spread():
    lines = lines_of(HAN, first=160, rest=160)
    assert not lines[-1].is_spread
    assert all(line.is_spread for line in lines[:-1])


@pytest.mark.parametrize("run", [" ", "9", "a", "，", "（", "1,", "2026年", "\u0301", "a "])
def test_long_runs_of_one_kind_end(run):
    text = run * (60_000 // len(run)) + "终"
    lines = lines_of(text, first=416, rest=416)
    assert lines[-1].end == len(text)
