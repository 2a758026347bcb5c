"""Draws every kind of contents: picks its form, asks the fonts, binds the pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING

from app.documents import coverage
from app.documents.composing import compose
from app.documents.fonts import FontLibrary
from app.documents.keeping import carried, text_of_form
from app.documents.pages.paper import PaperDocument, RenderedDocument
from app.documents.pages.pdf_file import Facts
from app.domain.filing.proofs.pages import PageProver

if TYPE_CHECKING:
    from app.documents.kinds import Contents


@dataclass(frozen=True, slots=True)
class MissingCharacter:
    """A character no typeface has, its code (U+20164) and the dotted path of its field (parties.0.name)."""

    character: str
    codepoint: str
    field: str


class Renderer:
    """Draws documents with the typefaces of a folder; safe to share between threads.

    The typefaces are read on first use: StorageRefusal ``fonts.missing`` or ``fonts.damaged``.
    """

    def __init__(self, fonts_folder: Path) -> None:
        self._folder = fonts_folder

    def render(
        self, contents: Contents, *, is_draft: bool, prover: PageProver | None = None
    ) -> RenderedDocument:
        """Draw contents; the same contents, proven alike, give the same bytes.

        A draft is marked as one on every page; ``prover`` proves each page of what is issued.
        Raises InvalidInput ``document.unprintable_character`` for what ``missing_characters`` would name.
        """
        form = compose(contents)
        document = PaperDocument(
            fonts=self._fonts(),
            facts=Facts(title=form.title, author=form.issuer, day=form.day),
            running_head=form.running_head,
            is_draft=is_draft,
            prover=None if is_draft else prover,
            sheet=form.sheet,
        )
        document.add(*form.blocks)
        return document.draw()

    def missing_characters(self, contents: Contents) -> tuple[MissingCharacter, ...]:
        """Give every character that would be missing on paper, once for each field it stands in."""
        fonts = self._fonts()
        return tuple(
            MissingCharacter(missing.character, missing.name, path)
            for path, text in texts_of(contents)
            for missing in coverage.missing_characters(text, fonts)
        )

    def carried(self, contents: Contents) -> frozenset[str]:
        """Draw contents and read them back: the dotted paths of the fields whose value stands on paper."""
        text = text_of_form(self.render(contents, is_draft=False).pdf, compose(contents).running_head)
        return carried(contents, text)

    def _fonts(self) -> FontLibrary:
        return FontLibrary.load(self._folder)


def texts_of(value: object, path: str = "") -> Iterator[tuple[str, str]]:
    """Walk every text of contents, however deep, with its dotted path; terms of closed lists are ours."""
    if isinstance(value, str) and not isinstance(value, Enum):
        yield path, value
    elif isinstance(value, tuple):
        for position, entry in enumerate(value):
            yield from texts_of(entry, f"{path}.{position}")
    elif is_dataclass(value):
        for entry in fields(value):
            below = f"{path}.{entry.name}" if path else entry.name
            yield from texts_of(getattr(value, entry.name), below)
