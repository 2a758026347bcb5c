"""The paper beside the fields: drawn anew a breath after typing, one drawing at a time."""

from __future__ import annotations

from uuid import UUID

from app.domain.contents.forms import AgreementContents
from app.presenters.agreement.page import AgreementPage
from app.presenters.desk import DRAWING
from app.presenters.navigation import Navigator


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
        """Print what is drawn, marked as a draft, or a copy of what was issued."""
        page = self._page
        if self.pdf is None or page.agreement is None:
            return
        title = page.words.title(page.agreement)
        copies = 1 if page.agreement.is_draft else page.agreement.copies
        self._navigator.print_document(self.pdf, title, copies)

    def _draw_draft(self) -> None:
        services, meant = self._page.desk.services, self._page.reading().agreement

        def draw(contents: AgreementContents) -> None:
            self._page.desk.runner.submit(
                lambda: services.issuing.render(contents, is_draft=True),
                lambda pdf: self._drawn(meant.id, pdf, is_draft=True),
                self._failed,
                lane=DRAWING,
            )

        self._page.desk.runner.submit(lambda: services.settlements.preview(meant), draw, self._failed)

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
