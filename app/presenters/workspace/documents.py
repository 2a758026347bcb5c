"""文书 of a case: what may be issued now, what was issued, previews, prints, copies and voids."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol
from uuid import UUID

from app.domain.filing.documents import IssuedDocument
from app.domain.filing.kinds import DocumentKind
from app.domain.filing.seals.copies import may_offer
from app.domain.filing.stored import StoredPaper, StoredState
from app.presenters.desk import DRAWING, Desk
from app.presenters.navigation import Navigator
from app.presenters.sentences import sentence
from app.presenters.workspace.folder import CaseFolder
from app.presenters.workspace.form_choices import FormChoice, permitted
from app.presenters.workspace.forms.asked import Form
from app.presenters.workspace.forms.presenter import FormPresenter
from app.presenters.workspace.originals.words import original_words, stored_words
from app.presenters.workspace.papers import Papers
from app.presenters.workspace.seals.forms import void_form
from app.presenters.workspace.seals.presenter import SealsPresenter
from app.presenters.workspace.seals.words import SealedLine, sealed_lines, sealed_words
from app.services.done import Done


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentRow:
    """An issued document as the list shows it; ``void`` is the reason of a voided one."""

    id: UUID
    title: str
    number: str
    issued: str
    issuer: str
    copies: str
    void: str
    may_void: bool
    original: str = ""
    has_original: bool = False
    may_seal: bool = False
    seals: tuple[SealedLine, ...] = ()


_STAYING = frozenset({DocumentKind.AGREEMENT, DocumentKind.ORAL_REGISTER, DocumentKind.SUPERVISION_ORDER})
"""Papers of an agreement: void in its own pane, or in effect since it was reached."""


OriginalForm = Callable[[Desk, CaseFolder, IssuedDocument], Form]
"""A form about the signed original of one paper."""


class DocumentsView(Protocol):
    """The pane of documents."""

    def show_choices(self, choices: Sequence[FormChoice], chosen: str) -> None:
        """Offer the forms that may be issued now."""

    def show_documents(self, rows: Sequence[DocumentRow]) -> None:
        """Show what was issued, the newest first."""

    def show_pdf(self, pdf: bytes, title: str, *, is_issued: bool) -> None:
        """Show a page."""

    def show_error(self, words: str) -> None:
        """Say what failed; empty words hide it."""

    def show_told(self, words: str) -> None:
        """Say what was found to be in order."""

    def show_busy(self, *, is_busy: bool) -> None:
        """Show that a page is being drawn."""

    def open_form(self, form: FormPresenter) -> None:
        """Open the window of a form."""


class DocumentsPresenter:
    """One form or one issued document is on show; its page is drawn off the window's thread."""

    def __init__(self, desk: Desk, navigator: Navigator, view: DocumentsView) -> None:
        self._desk, self._navigator, self._view = desk, navigator, view
        self._say = desk.translator.text
        self._folder: CaseFolder | None = None
        self._choices: tuple[FormChoice, ...] = ()
        self._chosen = ""
        self._document: UUID | None = None
        self._copy: tuple[bytes, str] | None = None
        self._papers = Papers(desk, navigator, self._failed)
        self.seals = SealsPresenter(desk, navigator, view, self._show_copy)

    def show_case(self, folder: CaseFolder) -> None:
        """Show a case; what is on show stays on show."""
        is_new = self._folder is None or self._folder.case.id != folder.case.id
        self._folder = folder
        self.seals.show_case(folder)
        self._choices = self._desk.names.shown(permitted(self._desk, folder), folder)
        if is_new:
            self._chosen, self._document, self._copy = "", None, None
        elif self._chosen not in {choice.key for choice in self._choices}:
            self._chosen = ""
        self._view.show_choices(self._choices, self._chosen)
        self._view.show_documents(self._rows(folder))

    def preview(self, key: str) -> None:
        """Draw a form as it would print now, marked as a draft."""
        choice = next((entry for entry in self._choices if entry.key == key), None)
        if choice is None or self._folder is None:
            return
        self._chosen, self._document, self._copy = key, None, None
        self._view.show_choices(self._choices, key)
        case_id, issuing = self._folder.case.id, self._desk.services.issuing
        self._view.show_busy(is_busy=True)
        self._view.show_error("")

        def draw(contents: object) -> None:
            self._desk.runner.submit(
                lambda: issuing.render(contents, is_draft=True),  # type: ignore[arg-type]  # what contents() gave
                lambda pdf: self._drawn(pdf, key, choice.text),
                self._failed,
                lane=DRAWING,
            )

        self._desk.runner.submit(
            lambda: issuing.contents(choice.kind, case_id, choice.subject_id), draw, self._failed
        )

    def issue(self) -> None:
        """Issue the form on show and put its stored page on show."""
        choice = next((entry for entry in self._choices if entry.key == self._chosen), None)
        if choice is None or self._folder is None:
            return
        case_id, issuing, actor = self._folder.case.id, self._desk.services.issuing, self._desk.actor
        self._view.show_busy(is_busy=True)
        self._view.show_error("")
        self._desk.runner.submit(
            lambda: issuing.issue(choice.kind, case_id, choice.subject_id, actor=actor),
            self._issued,
            self._failed,
        )

    def look_at(self, document_id: UUID) -> None:
        """Show the stored page of an issued document."""
        document = self._find(document_id)
        if document is None:
            return
        self._document, self._chosen, self._copy = document_id, "", None
        self._view.show_choices(self._choices, "")
        self._view.show_error("")
        issuing = self._desk.services.issuing
        self._desk.runner.submit(
            lambda: issuing.bytes_of(document_id),
            lambda pdf: self._view.show_pdf(pdf, _named(document), is_issued=True),
            self._failed,
        )

    def print(self) -> None:
        """Print what is on show: the stored page, a sealed copy, or a draft."""
        if self._copy is not None:
            self._navigator.print_document(*self._copy, 1)
            return
        document = self._find(self._document)
        if document is not None:
            self._papers.print_stored(document)
            return
        choice = next((entry for entry in self._choices if entry.key == self._chosen), None)
        if choice is not None and self._folder is not None:
            self._papers.print(self._folder.case.id, choice.kind, choice.subject_id, is_draft=True)

    def save_copy(self, document_id: UUID) -> None:
        """Write the stored page to a file the user names."""
        document = self._find(document_id)
        path = (
            self._navigator.ask_save(self._say("另存 PDF"), f"{_named(document)}.pdf") if document else None
        )
        if path is None:
            return
        issuing = self._desk.services.issuing

        def write() -> Path:
            path.write_bytes(issuing.bytes_of(document_id))
            return path

        self._desk.runner.submit(
            write,
            lambda saved: self._navigator.toast(self._say("已存到 {name}", name=saved.name)),
            self._failed,
        )

    def verify(self, document_id: UUID) -> None:
        """Show what every page of a document must bear, and how it stands."""
        self._navigator.verify_document(document_id)

    def ask_about_original(self, document_id: UUID, make: OriginalForm) -> None:
        """Open a form about the signed original: its scan, its pages, its place."""
        document, folder = self._find(document_id), self._folder
        if document is not None and folder is not None:
            form = make(self._desk, folder, document)
            self._view.open_form(FormPresenter(self._desk, self._navigator, form, folder))

    def check_stored(self, document_id: UUID) -> None:
        """Read the stored page again and say whether it is still the one that was issued."""
        document = self._find(document_id)
        if document is None:
            return
        originals = self._desk.services.originals

        def told(stored: StoredPaper) -> None:
            words = stored_words(self._desk.translator, document, stored)
            if stored.state is StoredState.WHOLE:
                self._view.show_told(words)
            else:
                self._view.show_error(words)

        self._desk.runner.submit(lambda: originals.check_stored(document_id), told, self._failed)

    def void(self, document_id: UUID) -> None:
        """Ask for the reason and void a document; its number stays recorded."""
        document, folder = self._find(document_id), self._folder
        if document is not None and folder is not None:
            form = void_form(self._desk, folder, document)
            self._view.open_form(FormPresenter(self._desk, self._navigator, form, folder))

    def _drawn(self, pdf: bytes, key: str, title: str) -> None:
        if key == self._chosen:
            self._view.show_busy(is_busy=False)
            self._view.show_pdf(pdf, title, is_issued=False)

    def _issued(self, done: Done[IssuedDocument]) -> None:
        self._view.show_busy(is_busy=False)
        self._desk.feed.announce(done.changes)
        self._navigator.toast(self._say("已出具 {name}", name=_named(done.value)))
        self._show_issued(done.value)

    def _show_issued(self, document: IssuedDocument) -> None:
        issuing = self._desk.services.issuing
        self._document, self._chosen, self._copy = document.id, "", None
        self._view.show_choices(self._choices, "")
        self._desk.runner.submit(
            lambda: issuing.bytes_of(document.id),
            lambda pdf: self._view.show_pdf(pdf, _named(document), is_issued=True),
            self._failed,
        )

    def _show_copy(self, pdf: bytes, title: str) -> None:
        self._document, self._chosen, self._copy = None, "", (pdf, title)
        self._view.show_choices(self._choices, "")
        self._view.show_pdf(pdf, title, is_issued=True)

    def _find(self, document_id: UUID | None) -> IssuedDocument | None:
        documents = self._folder.documents if self._folder is not None else ()
        return next((document for document in documents if document.id == document_id), None)

    def _failed(self, error: Exception) -> None:
        self._view.show_busy(is_busy=False)
        self._view.show_error(sentence(self._desk.translator, error))

    def _rows(self, folder: CaseFolder) -> list[DocumentRow]:
        documents = self._desk.names.shown(folder.documents, folder)
        newest_first = sorted(documents, key=lambda document: document.issued_at, reverse=True)
        return [_row(self._desk, folder, document) for document in newest_first]


def _row(desk: Desk, folder: CaseFolder, document: IssuedDocument) -> DocumentRow:
    say, original = desk.translator.text, original_words(desk.translator, folder, document)
    return DocumentRow(
        id=document.id,
        title=say(document.title),
        number=document.number,
        issued=desk.formats.moment(document.issued_at),
        issuer=document.issuer_name,
        copies=say("{n} 份", n=document.copies),
        void=document.void_reason,
        original="；".join(filter(None, (original, sealed_words(desk, folder, document)))),
        has_original=document.case_id is not None and document.pages > 0,
        may_void=not document.void_reason and document.kind not in _STAYING,
        may_seal=may_offer(document),
        seals=sealed_lines(desk, folder, document),
    )


def _named(document: IssuedDocument | None) -> str:
    return f"{document.title} {document.number}" if document is not None else ""
