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


_LEFT_TO_RIGHT_MARK = "\u200e"


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
