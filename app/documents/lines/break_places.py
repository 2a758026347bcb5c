"""Where a line of Chinese text may be broken and where spread: 避头尾, numbers, dates, words."""

from __future__ import annotations

import re
import unicodedata
from enum import IntEnum

NEVER_FIRST = frozenset(
    "，。、；：？！）》〉」』】〕〗］｝”’…—～·‧・％‰℃℉㎡㎥㎏㎜㎝㎞°′″々ー．｡､｣－＂,.;:?!)]}%»"
)
NEVER_LAST = frozenset("（《〈「『【〔〖［｛“‘￥＄￡€￦¥$£〝｢([{«№")

BLANKS = " \u3000\t"
# Possessive quantifiers (*+) and starts looked back at keep long runs of blanks and digits linear.
_FIRST = re.compile(f"(?<![{BLANKS}])[{BLANKS}]*+[{re.escape(''.join(sorted(NEVER_FIRST)))}]")
_LAST = re.compile(f"[{re.escape(''.join(sorted(NEVER_LAST)))}][{BLANKS}]*+")
_LETTER = (
    "0-9A-Za-z\u00aa\u00b2\u00b3\u00b5\u00b9\u00ba\u00bc-\u00be\u00c0-\u02af\u0300-\u0fff\u1e00-\u1fff"
    "\ufb50-\ufdff\ufe70-\ufefc"
)
_WORD = re.compile(rf"[{_LETTER}]+(?:[-‑'’.,:/\\@_+&=#?~%*·\u200c\u200d\u00a0][{_LETTER}]+)*")
_SUM = re.compile(r"(?<![\d,.])\d[\d,.]*+(?:[十百千万亿]{0,3}元|[万亿]+)")
_DATE = re.compile(r"\d{1,4}年(?:\d{1,2}月(?:\d{1,2}日?)?)?|\d{1,2}月\d{1,2}日")
_COUNTED = re.compile(r"\d(?=[\u4e00-\u9fff])")
_JOINER = re.compile("[\u00a0\u2060\u202f\ufeff]")
_ORDINARY = re.compile(
    "^[\u0020-\u007e\u3000-\u3029\u3030-\u3098\u30a0-\u30ff\u4e00-\u9fff\uff00-\uffef…—“”‘’·￥□①-⑳㎡℃]*$"
)


class Place(IntEnum):
    """What stands between two neighbouring characters."""

    JOINED = 0  # inside a word or number: neither broken nor spread
    CLOSED = 1  # not to be broken (避头尾), but may be spread
    UNWANTED = 2  # to be broken only if the line has no other place: inside a date, number and counter
    OPEN = 3


def break_places(text: str) -> bytearray:
    """Judge every place of a text without line ends: the ``Place`` before each character and at the end."""
    kinds = bytearray([Place.OPEN]) * (len(text) + 1)
    for match in _COUNTED.finditer(text):
        kinds[match.end()] = Place.UNWANTED
    for match in _FIRST.finditer(text):
        _fill(kinds, match.start(), match.end(), Place.CLOSED)
    for match in _LAST.finditer(text):
        _fill(kinds, match.start() + 1, match.end() + 1, Place.CLOSED)
    for pattern in (_WORD, _SUM):
        for match in pattern.finditer(text):
            _fill(kinds, match.start() + 1, match.end(), Place.JOINED)
    for match in _DATE.finditer(text):
        for place in range(match.start() + 1, match.end()):
            kinds[place] = _inside_date(text, place)
    for match in _JOINER.finditer(text):
        kinds[match.start()] = kinds[match.end()] = Place.JOINED
    if not _ORDINARY.match(text):
        _join_marks(text, kinds)
    kinds[0] = kinds[-1] = Place.OPEN
    return kinds


def may_start(text: str, place: int) -> bool:
    """Say whether breaking before ``place`` obeys both prohibitions and parts no mark from its letter."""
    return text[place] not in NEVER_FIRST and text[place - 1] not in NEVER_LAST and not is_mark(text[place])


def is_mark(character: str) -> bool:
    """Say whether ``character`` belongs to the one before it: accents, joiners, variation selectors."""
    return unicodedata.category(character) in {"Mn", "Me", "Mc", "Cf"}


def _fill(kinds: bytearray, start: int, end: int, kind: Place) -> None:
    kinds[start:end] = bytes([kind]) * (end - start)


def _inside_date(text: str, place: int) -> Place:
    """2026年|11月|9日 may be parted after 年 and 月 only, and rather not."""
    return Place.UNWANTED if text[place - 1] in "年月" else Place.JOINED


def _join_marks(text: str, kinds: bytearray) -> None:
    for place, character in enumerate(text):
        if place and is_mark(character):
            kinds[place] = Place.JOINED
