"""What an organisation words for itself, from which day; the default is in force where nothing is set."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from uuid import UUID

from app.domain.filing.kinds import DocumentKind
from app.domain.values.ids import new_id


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedText:
    """One text and the first day it is used; an empty one brings the default back."""

    id: UUID = field(default_factory=new_id)
    text: str
    valid_from: date


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnText:
    """The local text of one block as it is frozen with a paper."""

    block: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalWording:
    """The texts of one block of one kind in one organisation, in the order of their days."""

    id: UUID
    organisation_id: UUID
    kind: DocumentKind
    block: str
    texts: tuple[DatedText, ...] = ()
    version: int = 0

    def text_on(self, day: date) -> str:
        """Give the text in force on a day; empty where that is the default."""
        return next((own.text for own in reversed(self.texts) if own.valid_from <= day), "")

    def after(self, day: date) -> DatedText | None:
        """Give what is planned to follow after a day, or None."""
        return next((own for own in self.texts if own.valid_from > day), None)

    def with_text(self, text: str, valid_from: date) -> LocalWording:
        """Set a text from a day on, in place of whatever was to begin that day or later."""
        earlier = tuple(own for own in self.texts if own.valid_from < valid_from)
        return replace(self, texts=(*earlier, DatedText(text=text, valid_from=valid_from)))


def in_force(wordings: Iterable[LocalWording], day: date) -> tuple[OwnText, ...]:
    """Give the local texts that hold on a day, by the names of their blocks."""
    texts = ((own.block, own.text_on(day)) for own in wordings)
    return tuple(OwnText(block=block, text=text) for block, text in sorted(texts) if text)
