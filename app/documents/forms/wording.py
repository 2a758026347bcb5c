"""How forms write days, moments, sums and counts; the paper's own wording, never that of a locale."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import ClassVar, Protocol

from app.documents.lines.arabic import has_right_to_left
from app.domain.filing.kinds import DocumentKind
from app.domain.filing.paper_words import PaperWords
from app.domain.values.days.calendar_days import day_in_words
from app.domain.values.days.moments import SHANGHAI, local_day
from app.domain.values.money import Money


class Named(Protocol):
    """Contents that a channel may call by a name of its own."""

    kind: ClassVar[DocumentKind]

    @property
    def words(self) -> PaperWords:
        """Give the words of the channel."""


_DIGITS = "零一二三四五六七八九"
_PLACES = ((1000, "千"), (100, "百"), (10, "十"))
_LEFT_TO_RIGHT_MARK = "\u200e"
_MYRIAD = 10_000
_TEN, _TWENTY = 10, 20


def time_in_words(moment: datetime) -> str:
    """Write the hour and minute of a moment in Asia/Shanghai: 10时05分."""
    local = moment.astimezone(SHANGHAI)
    return f"{local.hour}时{local.minute:02}分"


def moment_in_words(moment: datetime) -> str:
    """Write a moment: 2026年11月9日10时05分."""
    return day_in_words(local_day(moment)) + time_in_words(moment)


def span_in_words(begun: datetime, ended: datetime | None) -> str:
    """Write from when to when; the day is told once where both are on the same."""
    if ended is None:
        return moment_in_words(begun)
    end = time_in_words(ended) if local_day(begun) == local_day(ended) else moment_in_words(ended)
    return f"{moment_in_words(begun)}至{end}"


def figures(amount: Money) -> str:
    """Write a sum in figures for a column headed in yuan: 12,800.00."""
    return f"{amount.yuan:,.2f}"


def count_in_words(number: int) -> str:
    """Write a count as clauses and copies are counted: 三, 十二, 一百零五; beyond 9999 in figures.

    >>> count_in_words(12), count_in_words(62), count_in_words(105), count_in_words(1010)
    ('十二', '六十二', '一百零五', '一千零一十')
    """
    if not 0 < number < _MYRIAD:
        return _DIGITS[0] if number == 0 else str(number)
    if _TEN <= number < _TWENTY:
        return "十" + (_DIGITS[number % _TEN] if number % _TEN else "")
    words, has_gap, rest = "", False, number
    for scale, name in _PLACES:
        digit, rest = divmod(rest, scale)
        if digit:
            words += ("零" if has_gap else "") + _DIGITS[digit] + name
        has_gap = bool(words) and not digit
    if rest:
        words += ("零" if has_gap else "") + _DIGITS[rest]
    return words


def closed(text: str) -> str:
    """End a right-to-left text with a mark that prints nothing.

    Without it a number that follows, such as an age behind a name, would be drawn before the name.
    """
    return text + _LEFT_TO_RIGHT_MARK if has_right_to_left(text) else text


def listed(texts: Iterable[str]) -> str:
    """Join names or short texts by 、; what is blank is left out."""
    return "、".join(closed(text) for text in texts if text.strip())


def title_of(contents: Named) -> str:
    """Give what a form is called: its channel's name for it, else the kind's own."""
    return contents.words.title or contents.kind.term


def labelled(name: str, value: str) -> str:
    """Return ``name：value``, or nothing where there is no value."""
    return f"{name}：{value}" if value.strip() else ""
