"""The paper beside the fields: drawn anew a breath after typing, one drawing at a time."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from app.domain.contents.forms import AgreementContents
from app.domain.filing.stored import StoredPaper, StoredState
from app.domain.settlements.agreements import MediationAgreement
from app.presenters.agreement.page import AgreementPage
from app.presenters.desk import DRAWING
from app.presenters.navigation import Navigator
from app.presenters.workspace.originals.words import stored_words


class AgreementPaper:
    """Draws the draft as it stands in the fields, or gives the stored bytes of what was issued."""

    def __init__(self, page: AgreementPage, navigator: Navigator) -> None:
        self._page, self._navigator = page, navigator
        self._is_busy = self._is_stale = False
        self._of: UUID | None = None
        self.pdf: bytes | None = None

    def refresh(self) -> None:
        """Draw what stands here now; while one drawing is under way, the newest waits."""
        page = self._page
        if page.agreement is None:
            return
        if self._of != page.agreement.id:
            self.pdf, self._of = None, page.agreement.id
        if self._is_busy:
            self._is_stale = True
            return
        self._is_busy, self._is_stale = True, False
        if page.agreement.document_id is None:
            self._draw_draft()
        else:
            self._fetch(page.agreement.id, page.agreement.document_id)

    def print_draft(self) -> None:
        """Print a draft as it is typed now, drawn anew and marked, or a copy of what was issued."""
        page = self._page
        if page.agreement is None:
            return
        title = page.words.title(page.agreement, page.folder)
        if page.agreement.document_id is None:
            # The paper on show may be a breath behind the fields: what is printed must not be.
            self._draw(
                page.reading().agreement,
                lambda pdf: self._navigator.print_document(pdf, title, 1),
                lambda error: page.view.show_paper_failure(page.said(error)),
            )
        elif self.pdf is not None:
            self._navigator.print_document(self.pdf, title, page.agreement.copies)

    def check_stored(self) -> None:
        """Read the stored page again and say whether it is still the one that was issued."""
        page, folder = self._page, self._page.folder
        document_id = page.agreement.document_id if page.agreement is not None else None
        document = next((d for d in folder.documents if d.id == document_id), None) if folder else None
        if document is None:
            return
        originals = page.desk.services.originals

        def told(stored: StoredPaper) -> None:
            words = stored_words(page.desk.translator, document, stored)
            if stored.state is StoredState.WHOLE:
                self._navigator.toast(words)
            else:
                page.view.show_paper_failure(words)

        page.desk.runner.submit(lambda: originals.check_stored(document.id), told, self._failed)

    def _draw_draft(self) -> None:
        meant = self._page.reading().agreement
        self._draw(meant, lambda pdf: self._drawn(meant.id, pdf, is_draft=True), self._failed)

    def _draw(
        self, meant: MediationAgreement, done: Callable[[bytes], None], failed: Callable[[Exception], None]
    ) -> None:
        runner, services = self._page.desk.runner, self._page.desk.services

        def draw(contents: AgreementContents) -> None:
            runner.submit(
                lambda: services.issuing.render(contents, is_draft=True), done, failed, lane=DRAWING
            )

        runner.submit(lambda: services.settlements.preview(meant), draw, failed)

    def _fetch(self, agreement_id: UUID, document_id: UUID) -> None:
        services = self._page.desk.services
        self._page.desk.runner.submit(
            lambda: services.issuing.bytes_of(document_id),
            lambda pdf: self._drawn(agreement_id, pdf, is_draft=False),
            self._failed,
        )

    def _drawn(self, agreement_id: UUID, pdf: bytes, *, is_draft: bool) -> None:
        self._is_busy = False
        if self._page.agreement is not None and self._page.agreement.id == agreement_id:
            self.pdf = pdf
            self._page.view.show_paper_failure("")
            self._page.view.show_paper(pdf, is_draft=is_draft)
        self._again()

    def _failed(self, error: Exception) -> None:
        self._is_busy = False
        self._page.view.show_paper_failure(self._page.said(error))
        self._again()

    def _again(self) -> None:
        if self._is_stale:
            self.refresh()
