"""Small whole numbers as people say them: 两个月, 三十日, 一百二十天."""

from __future__ import annotations

import re

_DIGITS = {digit: value for value, digit in enumerate("一二三四五六七八九", start=1)} | {"两": 2}
_NUMBER = re.compile(
    r"(?:(?P<hundreds>[一二两三四五六七八九])百)?"
    r"(?:(?P<zero>零)|(?P<tens>[一二三四五六七八九])?(?P<ten>十))?"
    r"(?P<ones>[一二两三四五六七八九])?"
)


def number_in_words(text: str) -> int | None:
    """Read a number from one to 999 said in Chinese; None for what is none.

    >>> number_in_words("两"), number_in_words("三十"), number_in_words("十五"), number_in_words("一百零八")
    (2, 30, 15, 108)
    >>> number_in_words("一百二") is None, number_in_words("") is None
    (True, True)
    """
    match = _NUMBER.fullmatch(text)
    if match is None or not text:
        return None
    hundreds, ones = match["hundreds"], match["ones"]
    if match["zero"] and not (hundreds and ones):
        return None
    if hundreds and ones and not (match["ten"] or match["zero"]):
        return None  # 一百二 is said for 120, and by some for 102
    if ones == "两" and (hundreds or match["ten"]):
        return None
    tens = (_DIGITS[match["tens"]] if match["tens"] else 1) if match["ten"] else 0
    return 100 * (_DIGITS[hundreds] if hundreds else 0) + 10 * tens + (_DIGITS[ones] if ones else 0)
