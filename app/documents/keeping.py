"""Whether a form still carries everything of its kind: what is drawn is read back and looked through."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from enum import Enum

from app.documents.forms.wording import figures
from app.documents.reading.papers import texts_of_pdf
from app.domain.filing.wordings.local import OwnText
from app.domain.values.days.calendar_days import day_in_words
from app.domain.values.days.moments import local_day
from app.domain.values.money import Money

_BLANKS = re.compile(r"\s+")


def text_of_form(pdf: bytes, running_head: str) -> str:
    """Read a drawn form without its heads and feet, and without blanks: where lines end says nothing."""
    pages = [_squashed(page) for page in texts_of_pdf(pdf)]
    head = _squashed(running_head)
    feet = [f"第{number}页共{len(pages)}页" for number in range(1, len(pages) + 1)]
    bodies = zip(pages, feet, strict=True)
    return "".join(page.removeprefix(head).removesuffix(foot) for page, foot in bodies)


def carried(contents: object, text: str) -> frozenset[str]:
    """Give the dotted paths of the fields whose value stands in the text of a form."""
    return frozenset(path for path, told in _told(contents, "") if told and told in text)


def _told(value: object, path: str) -> Iterator[tuple[str, str]]:
    """Give each value as forms write it."""
    if isinstance(value, str) and not isinstance(value, Enum):
        yield path, _squashed(value)
    elif isinstance(value, Money):
        yield path, figures(value)
    elif isinstance(value, datetime):
        yield path, day_in_words(local_day(value))
    elif isinstance(value, date):
        yield path, day_in_words(value)
    elif isinstance(value, tuple):
        for position, entry in enumerate(value):
            yield from _told(entry, f"{path}.{position}")
    elif is_dataclass(value) and not isinstance(value, OwnText):
        for entry in fields(value):
            yield from _told(getattr(value, entry.name), f"{path}.{entry.name}" if path else entry.name)


def _squashed(text: str) -> str:
    return _BLANKS.sub("", text)
