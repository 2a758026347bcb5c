"""One paper of every kind, from the cases there are: what was issued as it is stored, else a draft."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from app.domain.disputes.case_lines import CaseFilter, CaseView
from app.domain.disputes.states import CaseState
from app.domain.duties.board import BoardFilter
from app.domain.errors import DomainError
from app.domain.filing.catalogue.entries import FILE_PAPERS
from app.domain.filing.documents import IssuedDocument
from app.domain.filing.kinds import DocumentKind
from app.domain.trust.actors import Actor
from app.services.disputes.case_folder import CaseFolder
from app.services.papers.drafting import draft_contents
from app.services.services import Services

WHOLE_FILE = "卷宗（全卷）"
_MOST_CASES = 300
"""A centre has more; these are enough to have one of each kind, and are read in seconds."""
_OWN = (
    DocumentKind.FILE_COVER,
    DocumentKind.FILE_CATALOGUE,
    DocumentKind.FILE_NOTE,
    DocumentKind.FILE_BACK_COVER,
)
"""The papers of a bound file in the order in which it tells them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GalleryPaper:
    """A paper of the gallery: ``kind`` is None of a whole file, ``case`` empty of what is of no one case."""

    kind: DocumentKind | None
    title: str
    case: str = ""
    pdf: bytes
    is_draft: bool = False


@dataclass(frozen=True, slots=True)
class _Found:
    document: IssuedDocument
    case: str


class Gallery:
    """Finds and draws; nothing is issued for it."""

    def __init__(self, services: Services, actor: Actor) -> None:
        self._services, self._actor = services, actor
        self._issued: dict[tuple[DocumentKind, str], _Found] = {}
        self._cases: list[CaseFolder] = []
        self._named: dict[tuple[DocumentKind, str], list[CaseFolder]] = {}
        self._bindable: UUID | None = None

    def papers(self) -> Iterator[GalleryPaper]:
        """Draw one paper for each kind and name; kinds of which there is no case are left out."""
        self._look()
        shown: set[DocumentKind] = set()
        for (kind, title), found in sorted(self._issued.items(), key=lambda entry: _order(entry[0])):
            shown.add(kind)
            pdf = self._services.issuing.bytes_of(found.document.id)
            yield GalleryPaper(kind=kind, title=title, case=found.case, pdf=pdf)
        for kind in DocumentKind:
            if kind not in shown | FILE_PAPERS:
                yield from self._drawn(kind)
        yield from self._of_channels()
        yield from self._file()

    def _look(self) -> None:
        for folder in self._folders():
            case = folder.case
            self._cases.append(folder)
            if case.state is CaseState.ARCHIVED or (self._bindable is None and folder.documents):
                self._bindable = case.id
            for document in folder.documents:
                if not document.void_reason:
                    self._issued[document.kind, document.title] = _Found(document, case.intake_number)
            papers = None if folder.channel is None else folder.channel.papers
            for entry in () if papers is None else papers.named:
                self._named.setdefault((entry.kind, entry.title), []).append(folder)

    def _folders(self) -> Iterator[CaseFolder]:
        for line in self._services.lists.page(CaseFilter(view=CaseView.ALL), 0, _MOST_CASES):
            yield self._services.cases.folder(line.id)

    def _drawn(self, kind: DocumentKind) -> Iterator[GalleryPaper]:
        """Draw what was never issued from the first case that can have it."""
        if kind is DocumentKind.FOUR_DUTIES_LEDGER:
            pdf = self._services.issuing.ledger(BoardFilter(), actor=self._actor)
            yield GalleryPaper(kind=kind, title=kind.term, pdf=pdf)
            return
        yield from self._draft(kind, kind.term, self._cases)

    def _of_channels(self) -> Iterator[GalleryPaper]:
        """Draw what other channels call by names of their own and nobody issued yet."""
        for (kind, title), folders in self._named.items():
            if (kind, title) not in self._issued:
                yield from self._draft(kind, title, folders)

    def _draft(self, kind: DocumentKind, title: str, folders: list[CaseFolder]) -> Iterator[GalleryPaper]:
        """Draw from the first of some cases that can have it."""
        issuing = self._services.issuing
        for folder in folders:
            try:
                pdf = issuing.render(draft_contents(self._services, folder, kind), is_draft=True)
            except DomainError:  # this case is not that far, or a sign of it has no outline
                continue
            yield GalleryPaper(kind=kind, title=title, case=folder.case.intake_number, pdf=pdf, is_draft=True)
            return

    def _file(self) -> Iterator[GalleryPaper]:
        """Bind a file, an archived one where there is any: its own papers, then all of it."""
        if self._bindable is None:
            return
        files = self._services.case_files
        number = self._services.cases.folder(self._bindable).case.intake_number
        with tempfile.TemporaryDirectory(prefix="maplebridge-gallery-") as folder:
            bound = files.bind(files.plan(self._bindable, actor=self._actor), Path(folder) / "file.pdf")
            for kind, pdf in zip(_OWN, bound.own, strict=True):
                yield GalleryPaper(kind=kind, title=kind.term, case=number, pdf=pdf)
            yield GalleryPaper(kind=None, title=WHOLE_FILE, case=number, pdf=bound.path.read_bytes())


def _order(named: tuple[DocumentKind, str]) -> tuple[int, str]:
    return tuple(DocumentKind).index(named[0]), named[1]
