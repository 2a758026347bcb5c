"""Draws every kind of contents: picks its form, asks the fonts, binds the pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from enum import Enum
from pathlib import Path
from typing import assert_never

from app.documents import coverage
from app.documents.fonts import FontLibrary
from app.documents.forms import (
    acceptance_register,
    agreement,
    application,
    four_duties,
    four_duties_ledger,
    non_acceptance,
    rights_notice,
    session_record,
)
from app.documents.forms.form import Form
from app.documents.forms.performance import follow_up_record, receipt, urging_letter
from app.documents.pages.paper import PaperDocument, RenderedDocument
from app.documents.pages.pdf_file import Facts
from app.domain.contents.duties import FourDutiesContents, FourDutiesLedgerContents
from app.domain.contents.forms import (
    AcceptanceRegisterContents,
    AgreementContents,
    ApplicationContents,
    NonAcceptanceContents,
    RightsNoticeContents,
    SessionContents,
)
from app.domain.contents.performance import FollowUpContents, ReceiptContents, UrgingLetterContents

Contents = (
    ApplicationContents
    | AcceptanceRegisterContents
    | RightsNoticeContents
    | SessionContents
    | AgreementContents
    | NonAcceptanceContents
    | FourDutiesContents
    | FourDutiesLedgerContents
    | ReceiptContents
    | UrgingLetterContents
    | FollowUpContents
)


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

    def render(self, contents: Contents, *, is_draft: bool) -> RenderedDocument:
        """Draw contents; the same contents give the same bytes. A draft is marked as one on every page.

        Raises InvalidInput ``document.unprintable_character`` for what ``missing_characters`` would name.
        """
        form = compose(contents)
        document = PaperDocument(
            fonts=self._fonts(),
            facts=Facts(title=form.title, author=form.issuer, day=form.day),
            running_head=form.running_head,
            is_draft=is_draft,
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

    def _fonts(self) -> FontLibrary:
        return FontLibrary.load(self._folder)


def compose(contents: Contents) -> Form:  # noqa: C901, PLR0911 - one return for each form
    """Compose the form of contents."""
    match contents:
        case ApplicationContents():
            return application.compose(contents)
        case AcceptanceRegisterContents():
            return acceptance_register.compose(contents)
        case RightsNoticeContents():
            return rights_notice.compose(contents)
        case SessionContents():
            return session_record.compose(contents)
        case AgreementContents():
            return agreement.compose(contents)
        case NonAcceptanceContents():
            return non_acceptance.compose(contents)
        case FourDutiesContents():
            return four_duties.compose(contents)
        case FourDutiesLedgerContents():
            return four_duties_ledger.compose(contents)
        case ReceiptContents():
            return receipt.compose(contents)
        case UrgingLetterContents():
            return urging_letter.compose(contents)
        case FollowUpContents():
            return follow_up_record.compose(contents)
        case _:
            assert_never(contents)


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
