"""Printing forms of a case: drafts drawn now, issued pages as they are stored."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from app.domain.changes import Changes
from app.domain.filing.catalogue.entries import ENTRY_OF
from app.domain.filing.documents import IssuedDocument
from app.domain.filing.kinds import DocumentKind
from app.domain.values.plain import to_json
from app.presenters.desk import Desk
from app.presenters.navigation import Navigator


@dataclass(frozen=True, slots=True)
class Paper:
    """A page to print, and what was written to have it."""

    pdf: bytes
    title: str
    copies: int
    changes: Changes


def issue_paper(desk: Desk, kind: DocumentKind, case_id: UUID, subject_id: UUID | None = None) -> Paper:
    """Issue a form, or take it as it was issued while nothing changed since; refuses like the services."""
    issuing = desk.services.issuing
    frozen = to_json(issuing.contents(kind, case_id, subject_id))
    for document in reversed(desk.services.cases.folder(case_id).documents):
        is_it = document.kind is kind and document.subject_id == subject_id and not document.void_reason
        if is_it and (document.contents == frozen or ENTRY_OF[kind].series is not None):
            return Paper(issuing.bytes_of(document.id), document.title, document.copies, Changes())
    done = issuing.issue(kind, case_id, subject_id, actor=desk.actor)
    return Paper(issuing.bytes_of(done.value.id), done.value.title, done.value.copies, done.changes)


class Papers:
    """Hands pages to the print dialog; refusals go to ``failed``."""

    def __init__(self, desk: Desk, navigator: Navigator, failed: Callable[[Exception], None]) -> None:
        self._desk, self._navigator, self._failed = desk, navigator, failed

    def print(
        self, case_id: UUID, kind: DocumentKind, subject_id: UUID | None = None, *, is_draft: bool = False
    ) -> None:
        """Print a draft, or the issued page: the stored one while nothing changed since, else a new one."""
        work = self._draft if is_draft else self._issued
        self._desk.runner.submit(lambda: work(case_id, kind, subject_id), self._arrived, self._failed)

    def print_stored(self, document: IssuedDocument) -> None:
        """Print an issued document as it is stored."""
        issuing = self._desk.services.issuing
        self._desk.runner.submit(
            lambda: Paper(issuing.bytes_of(document.id), document.title, document.copies, Changes()),
            self._arrived,
            self._failed,
        )

    def _draft(self, case_id: UUID, kind: DocumentKind, subject_id: UUID | None) -> Paper:
        pdf = self._desk.services.issuing.preview(kind, case_id, subject_id)
        title = self._desk.translator.text("{kind}（草稿）", kind=kind.term)
        return Paper(pdf, title, 1, Changes())

    def _issued(self, case_id: UUID, kind: DocumentKind, subject_id: UUID | None) -> Paper:
        issuing = self._desk.services.issuing
        frozen = to_json(issuing.contents(kind, case_id, subject_id))
        for document in reversed(self._desk.services.cases.folder(case_id).documents):
            is_it = document.kind is kind and document.subject_id == subject_id and not document.void_reason
            if is_it and document.contents == frozen:
                return Paper(issuing.bytes_of(document.id), document.title, document.copies, Changes())
        done = issuing.issue(kind, case_id, subject_id, actor=self._desk.actor)
        return Paper(issuing.bytes_of(done.value.id), done.value.title, done.value.copies, done.changes)

    def _arrived(self, paper: Paper) -> None:
        if paper.changes:
            self._desk.feed.announce(paper.changes)
        self._navigator.print_document(paper.pdf, paper.title, paper.copies)
