"""Texts: what is dropped, and that nothing else is."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from app.domain.values.texts import clean_text, half_width, one_line, seen_line


def test_line_ends_become_newlines():
    assert clean_text("a\r\nb\rc\u2028d\u0085e\n\nf") == "a\nb\nc\nd\ne\n\nf"


def test_signs_nobody_can_store_are_dropped():
    assert clean_text("a\x00b\x07c\x7fd\ufeffe\ud800f\uffff") == "abcdef"


def test_what_web_pages_put_between_signs_is_dropped():
    assert clean_text("王\u200b德\u2060顺\xad\u180e\ufff9") == "王德顺"
    assert seen_line("王\t德\n顺 ") == "王 德 顺 "


def test_everything_else_stays():
    kept = "　第一条\t甲方 〇々·㛃𬱖𰻝 ئۇيغۇر\u200c葛\U000e0100 \n  尾行  "
    assert clean_text(kept) == kept


@given(st.text())
def test_cleaning_twice_is_cleaning_once_and_drops_no_letter(typed):
    cleaned = clean_text(typed)
    assert clean_text(cleaned) == cleaned
    visible = [sign for sign in typed if unicodedata.category(sign)[0] in "LMNPS"]
    assert [sign for sign in cleaned if unicodedata.category(sign)[0] in "LMNPS"] == visible
    cleaned.encode("utf-8")


@given(st.text())
def test_one_line_is_one_line(typed):
    assert len(one_line(typed).splitlines()) <= 1
    assert one_line(typed) == one_line(one_line(typed))


def test_half_width_leaves_superscripts_alone():
    assert half_width("１０²　Ａ￥，") == "10² A¥,"
