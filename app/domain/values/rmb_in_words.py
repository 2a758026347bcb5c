"""Amounts of renminbi in formal Chinese characters (大写), written and read back.

The rule is 支付结算办法 (银发〔1997〕393号), annex 1, 正确填写票据和结算凭证的基本规定, first part:
characters 壹 to 玖, 拾佰仟万亿, 元角分零整; every 10 to 19 begins with 壹拾; one 零 stands for any
run of zeros inside the number; 零 stands after 元 when there are fen but no jiao. Where the annex
leaves a choice, this house chooses: 元, not 圆; 整, not 正; 整 after 元 only (after 角 it may stand,
after 分 it must not); and no 零 where the ten-thousands or the yuan place is zero but the next place
is not (107000.53 is 壹拾万柒仟元伍角叁分). The prefix 人民币 is the caller's: it is part of a sentence.
"""

from __future__ import annotations

import re

from app.domain.errors import InvalidInput
from app.domain.values.money import FEN_PER_YUAN, Money

_DIGITS = "零壹贰叁肆伍陆柒捌玖"
_PLACES = (("亿", 10**8), ("万", 10**4), ("仟", 10**3), ("佰", 10**2), ("拾", 10))
_MYRIAD = 10**4
_FEN_PER_JIAO = 10
_LONGEST = 60
"""No amount takes more characters; longer text is refused before it is read."""
_LIMIT = 10**16 * FEN_PER_YUAN
_DIGIT = "([壹贰叁肆伍陆柒捌玖])"
_SMALL = re.compile(f"零?(?:{_DIGIT}仟)?零?(?:{_DIGIT}佰)?零?(?:{_DIGIT}拾)?零?{_DIGIT}?")
_WORDS = re.compile(
    "(?:人民币)?(?:(?P<yuan>[零壹贰叁肆伍陆柒捌玖拾佰仟万亿]+)元)?零?"
    "(?:(?P<jiao>[壹贰叁肆伍陆柒捌玖])角)?(?:(?P<fen>[壹贰叁肆伍陆柒捌玖])分)?整?",
)


def rmb_in_words(money: Money) -> str:
    """Write an amount in formal characters, without the prefix 人民币.

    >>> rmb_in_words(Money.of_yuan("1409.50")), rmb_in_words(Money.of_yuan(3090))
    ('壹仟肆佰零玖元伍角', '叁仟零玖拾元整')

    Raises InvalidInput ``money.negative`` for a difference, which no paper states in words, and
    ``money.too_large`` from 10 to the 16th yuan.
    """
    return _written(money, optional_zero="", optional_end="")


def parse_rmb_words(words: str) -> Money:
    """Read formal characters back into money; 圆 and 正 are read, and 人民币 may stand before.

    Strict, because it checks other people's papers: every 零 the annex demands must be there and
    only the choices it leaves (see the module) are free; 壹拾万伍元整 is refused, for it may be meant
    as 150000. Raises InvalidInput ``rmb_words.unreadable``.
    """
    plain = "".join(words.split()).replace("圆", "元").replace("正", "整")
    match = _WORDS.fullmatch(plain)
    if match is None or len(plain) > _LONGEST:
        raise InvalidInput("rmb_words.unreadable", typed=words)
    yuan = _read_whole(match["yuan"] or "零")
    if yuan is None:
        raise InvalidInput("rmb_words.unreadable", typed=words)
    jiao, fen = _DIGITS.index(match["jiao"] or "零"), _DIGITS.index(match["fen"] or "零")
    money = Money(yuan * FEN_PER_YUAN + jiao * _FEN_PER_JIAO + fen)
    allowed = _written(money, optional_zero="零?", optional_end="整?") if money.fen < _LIMIT else ""
    if re.fullmatch(allowed, plain.removeprefix("人民币")) is None:
        raise InvalidInput("rmb_words.unreadable", typed=words)
    return money


def _written(money: Money, *, optional_zero: str, optional_end: str) -> str:
    """Write the words with what stands where the annex leaves a choice: nothing, or a pattern of it."""
    if money.fen < 0:
        raise InvalidInput("money.negative", typed=str(money))
    if money.fen >= _LIMIT:
        raise InvalidInput("money.too_large", typed=str(money))
    yuan, small = divmod(money.fen, FEN_PER_YUAN)
    jiao, fen = divmod(small, _FEN_PER_JIAO)
    if not small:
        return f"{_whole(yuan, optional_zero) or '零'}元整"
    words = f"{_whole(yuan, optional_zero)}元" if yuan else ""
    if jiao:
        words += (optional_zero if yuan and yuan % 10 == 0 else "") + f"{_DIGITS[jiao]}角"
    elif yuan:
        words += "零"
    return words + (f"{_DIGITS[fen]}分" if fen else optional_end)


def _whole(number: int, optional_zero: str) -> str:
    """Write a whole number; of zero nothing, so that no 零 ever ends a place."""
    for name, scale in _PLACES:
        if number >= scale:
            high, low = divmod(number, scale)
            gap = ""
            if low and low < scale // 10:
                gap = "零"
            elif low and scale >= _MYRIAD and high % 10 == 0:
                gap = optional_zero
            return f"{_whole(high, optional_zero)}{name}{gap}{_whole(low, optional_zero)}"
    return _DIGITS[number] if number else ""


def _read_whole(words: str) -> int | None:
    """Add up the places of a whole number; its 零 are checked by writing the result again."""
    for name, scale in _PLACES[:2]:
        high, found, low = words.partition(name)
        if found:
            high_value, low_value = _read_whole(high), _read_whole(low)
            if high_value is None or low_value is None:
                return None
            return high_value * scale + low_value
    match = _SMALL.fullmatch(words)
    if match is None:
        return None
    return int("".join(str(_DIGITS.index(digit or "零")) for digit in match.groups()))
