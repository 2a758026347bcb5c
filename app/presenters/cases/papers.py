"""Printing a form of a case from a list: the stored page when nothing changed since, else a new one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from app.domain.changes import Changes
from app.domain.filing.documents import IssuedDocument
from app.domain.filing.kinds import DocumentKind
from app.domain.values.plain import to_json
from app.presenters.desk import Desk
from app.presenters.navigation import Navigator


@dataclass(frozen=True, slots=True)
class _Paper:
    """A stored page, and what was written to have it."""

    document: IssuedDocument
    pdf: bytes
    changes: Changes


class CasePapers:
    """Issues a form of a case, or takes the issued one, and hands it to the print dialog."""

    def __init__(self, desk: Desk, navigator: Navigator, failed: Callable[[Exception], None]) -> None:
        self._desk, self._navigator, self._failed = desk, navigator, failed

    def print(self, kind: DocumentKind, case_id: UUID) -> None:
        """Print a form; refusals (not accepted yet, a character no font has) go to ``failed``."""
        self._desk.runner.submit(lambda: self._paper(kind, case_id), self._arrived, self._failed)

    def _paper(self, kind: DocumentKind, case_id: UUID) -> _Paper:
        services = self._desk.services
        frozen = to_json(services.issuing.contents(kind, case_id))
        for document in reversed(services.cases.folder(case_id).documents):
            if document.kind is kind and not document.void_reason and document.contents == frozen:
                return _Paper(document, services.issuing.bytes_of(document.id), Changes())
        done = services.issuing.issue(kind, case_id, actor=self._desk.actor)
        return _Paper(done.value, services.issuing.bytes_of(done.value.id), done.changes)

    def _arrived(self, paper: _Paper) -> None:
        if paper.changes:
            self._desk.feed.announce(paper.changes)
        self._navigator.print_document(paper.pdf, paper.document.title, paper.document.copies)
