"""Small whole numbers as people say them: 两个月, 三十日, 一百二十天; and as papers write them: 第十二条."""

from __future__ import annotations

import re

_DIGITS = {digit: value for value, digit in enumerate("一二三四五六七八九", start=1)} | {"两": 2}
_SIGNS = "零一二三四五六七八九"
_SCALES = ((1000, "千"), (100, "百"), (10, "十"))
_MYRIAD = 10_000
_TEN, _TWENTY = 10, 20
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


def count_in_words(number: int) -> str:
    """Write a count as clauses and copies are counted: 三, 十二, 一百零五; beyond 9999 in figures.

    >>> count_in_words(12), count_in_words(62), count_in_words(105), count_in_words(1010)
    ('十二', '六十二', '一百零五', '一千零一十')
    """
    if not 0 < number < _MYRIAD:
        return _SIGNS[0] if number == 0 else str(number)
    if _TEN <= number < _TWENTY:
        return "十" + (_SIGNS[number % _TEN] if number % _TEN else "")
    words, has_gap, rest = "", False, number
    for scale, name in _SCALES:
        digit, rest = divmod(rest, scale)
        if digit:
            words += ("零" if has_gap else "") + _SIGNS[digit] + name
        has_gap = bool(words) and not digit
    if rest:
        words += ("零" if has_gap else "") + _SIGNS[rest]
    return words
