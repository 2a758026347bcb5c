"""The sealed copies of a case's papers: made, looked at, saved, withdrawn."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Protocol
from uuid import UUID

from app.domain.errors import DomainError
from app.domain.filing.documents import IssuedDocument
from app.domain.filing.seals.certificates import SealCertificate
from app.domain.filing.seals.copies import SealedCopy
from app.presenters.desk import Desk
from app.presenters.navigation import Navigator
from app.presenters.sentences import sentence
from app.presenters.workspace.folder import CaseFolder
from app.presenters.workspace.forms.presenter import FormPresenter
from app.presenters.workspace.seals.forms import seal_form, withdraw_form


class SealsView(Protocol):
    """What the pane of documents can show of seals."""

    def show_error(self, words: str) -> None:
        """Say what failed; empty words hide it."""

    def open_form(self, form: FormPresenter) -> None:
        """Open the window of a form."""


class SealsPresenter:
    """Everything about sealed copies; the page on show is the pane's."""

    def __init__(
        self, desk: Desk, navigator: Navigator, view: SealsView, show: Callable[[bytes, str], None]
    ) -> None:
        self._desk, self._navigator, self._view, self._show = desk, navigator, view, show
        self._say = desk.translator.text
        self._folder: CaseFolder | None = None

    def show_case(self, folder: CaseFolder) -> None:
        """Work on a case as it now stands."""
        self._folder = folder

    def ask_to_seal(self, document_id: UUID) -> None:
        """Ask for file and password; what the law or the paper's state forbids is said before anything is."""
        folder = self._folder
        documents = folder.documents if folder is not None else ()
        document = next((one for one in documents if one.id == document_id), None)
        if folder is None or document is None:
            return
        asked_in, sealing = folder, self._desk.services.sealing

        def arrived(certificate: SealCertificate) -> None:
            self._view.show_error("")
            form = seal_form(self._desk, asked_in, document, certificate)
            self._view.open_form(FormPresenter(self._desk, self._navigator, form, asked_in))

        self._desk.runner.submit(lambda: sealing.certificate_for(document_id), arrived, self._failed)

    def look_at(self, copy_id: UUID) -> None:
        """Show a sealed copy; printing prints it then."""
        found = self._find(copy_id)
        if found is not None:
            name = self._name(*found)
            self._read(copy_id, lambda content: self._show(content, name))

    def save_copy(self, copy_id: UUID) -> None:
        """Write a sealed copy to a file the user names."""
        found = self._find(copy_id)
        if found is None:
            return
        path = self._navigator.ask_save(self._say("另存 PDF"), f"{self._name(*found)}.pdf")
        if path is None:
            return
        sealing = self._desk.services.sealing

        def write() -> Path:
            path.write_bytes(sealing.bytes_of(copy_id))
            return path

        self._desk.runner.submit(
            write,
            lambda saved: self._navigator.toast(self._say("已存到 {name}", name=saved.name)),
            self._failed,
        )

    def withdraw(self, copy_id: UUID) -> None:
        """Ask for the reason and withdraw a sealed copy."""
        found = self._find(copy_id)
        if found is not None and self._folder is not None:
            form = withdraw_form(self._desk, self._folder, found[1])
            self._view.open_form(FormPresenter(self._desk, self._navigator, form, self._folder))

    def _read(self, copy_id: UUID, then: Callable[[bytes], None]) -> None:
        self._view.show_error("")
        sealing = self._desk.services.sealing
        self._desk.runner.submit(lambda: sealing.bytes_of(copy_id), then, self._failed)

    def _find(self, copy_id: UUID) -> tuple[IssuedDocument, SealedCopy] | None:
        if self._folder is None:
            return None
        papers = {document.id: document for document in self._folder.documents}
        for copy in self._folder.sealed_copies:
            if copy.id == copy_id and copy.document_id in papers:
                return papers[copy.document_id], copy
        return None

    def _name(self, document: IssuedDocument, _copy: SealedCopy) -> str:
        return self._say("{name}（电子签章）", name=f"{document.title} {document.number}".strip())

    def _failed(self, error: Exception) -> None:
        self._view.show_error(sentence(self._desk.translator, error))
        if not isinstance(error, (DomainError, OSError)):
            raise error
