"""Signed originals: where they lie, the scans that show their pages, and the stored page read again."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from pathlib import Path
from uuid import UUID

from app.archive.files import FileStore
from app.documents.reading.scans import ScannedPage, scanned_pages
from app.domain.errors import InvalidInput, NotFound, RuleRefusal, StorageRefusal
from app.domain.filing.catalogue.entries import ITEM_OF
from app.domain.filing.documents import Attachment, IssuedDocument
from app.domain.filing.items import FileItem
from app.domain.filing.originals import SignedOriginal, empty_original, linked, unlinked
from app.domain.filing.stored import StoredPaper, StoredState
from app.domain.trust.actors import Actor
from app.domain.values.days.moments import Clock
from app.persistence.store import Store
from app.persistence.work import UnitOfWork
from app.services.done import Done
from app.services.filing.attachments import kept_file
from app.services.transactions.as_seen import as_seen
from app.services.transactions.looking import look
from app.services.transactions.moving import refuse_locked


@dataclass(frozen=True, slots=True, kw_only=True)
class ScanLink:
    """A scan taken in: the original as it stands, its file, and how many pages its own codes placed."""

    original: SignedOriginal
    attachment: Attachment
    by_code: int
    in_order: int


class OriginalService:
    """Writes what belongs to the paper people signed; the stored page itself is only read."""

    def __init__(self, store: Store, clock: Clock, files: FileStore) -> None:
        self._store, self._clock, self._files = store, clock, files

    def locate(self, original: SignedOriginal, *, actor: Actor) -> Done[SignedOriginal]:
        """Record cabinet, box, place and keeper; the archive does not lock this."""
        with self._store.unit_of_work(actor) as work:
            document = work.documents.get(original.document_id)
            known = _known(work, document, original.version)
            moved = replace(
                known,
                cabinet=original.cabinet,
                box=original.box,
                place=original.place,
                keeper=original.keeper,
            )
            note = f"{document.title} {moved.location}".strip()
            return Done(_kept(work, moved, "original.located", note), work.commit())

    def attach_scan(
        self,
        document_id: UUID,
        content: Path | bytes,
        name: str,
        *,
        actor: Actor,
        version: int,
        first_page: int | None = None,
    ) -> Done[ScanLink]:
        """Take a scan or photo in and link its pages.

        A page that bears our code goes where its code says; the others follow one another from
        ``first_page``, or from the first page no scan shows. Raises RuleRefusal ``original.other_paper``
        for a code of another paper, ``original.too_many_pages``; InvalidInput ``original.no_such_page``.
        """
        kept = kept_file(self._files, content, name)
        pages = scanned_pages(self._files.get(kept.digest))
        with self._store.unit_of_work(actor) as work:
            document = work.documents.get(document_id)
            known = _known(work, document, version)
            refuse_locked(work.cases.get(known.case_id))
            item = ITEM_OF.get(document.kind, FileItem.OTHER)
            note = f"{document.title}签名原件的扫描件"
            attachment = kept.attachment(known.case_id, note, self._clock.now(), actor.name, item)
            placed = _placed(work, document, known, pages, first_page)
            work.attachments.add(attachment)
            links = [(page, attachment.id, shown_on) for page, shown_on, _by_code in placed]
            saved = _kept(work, linked(known, document, links), "original.scanned", attachment.name)
            by_code = sum(told for _page, _shown_on, told in placed)
            link = ScanLink(
                original=saved, attachment=attachment, by_code=by_code, in_order=len(placed) - by_code
            )
            return Done(link, work.commit())

    def link(
        self,
        document_id: UUID,
        pages: dict[int, tuple[UUID, int] | None],
        *,
        actor: Actor,
        version: int,
    ) -> Done[SignedOriginal]:
        """Say page by page which page of which file shows it; None takes a link away."""
        with self._store.unit_of_work(actor) as work:
            document = work.documents.get(document_id)
            original = _known(work, document, version)
            refuse_locked(work.cases.get(original.case_id))
            own = {entry.id for entry in work.attachments.of_case(original.case_id)}
            for page, shown in pages.items():
                if shown is None:
                    original = unlinked(original, page)
                elif shown[0] not in own:
                    raise NotFound("attachment.not_found", id=str(shown[0]))
                else:
                    original = linked(original, document, ((page, *shown),))
            return Done(_kept(work, original, "original.linked", document.title), work.commit())

    def check_stored(self, document_id: UUID) -> StoredPaper:
        """Read the stored bytes of a paper again and compare them with the SHA-256 of its issue."""
        with look(self._store) as work:
            document = work.documents.get(document_id)
        if not document.sha256:
            return StoredPaper(state=StoredState.WAITING, sha256="")
        try:
            content = self._files.get(document.sha256)
        except StorageRefusal as refusal:
            if refusal.code == "file.changed":
                return StoredPaper(state=StoredState.CHANGED, sha256=document.sha256)
            if refusal.code == "file.missing":
                return StoredPaper(state=StoredState.MISSING, sha256=document.sha256)
            raise
        found = hashlib.sha256(content).hexdigest()
        return StoredPaper(state=StoredState.WHOLE, sha256=document.sha256, found=found, size=len(content))


def _known(work: UnitOfWork, document: IssuedDocument, version: int) -> SignedOriginal:
    known = work.originals.find(document.id) or empty_original(document)
    return as_seen("original", known, version)


def _kept(work: UnitOfWork, original: SignedOriginal, act: str, note: str) -> SignedOriginal:
    if original.version == 0:
        return work.originals.add(original, act=act, note=note)
    return work.originals.save(original, act=act, note=note)


def _placed(
    work: UnitOfWork,
    document: IssuedDocument,
    original: SignedOriginal,
    pages: tuple[ScannedPage, ...],
    first_page: int | None,
) -> list[tuple[int, int, bool]]:
    """Place every page of a scan: page of the paper, page of the file, whether its code said so."""
    placed: list[tuple[int, int, bool]] = []
    codes = {proof.code: proof.page for proof in work.proofs.of_document(document.id)}
    there = {entry.id for entry in work.attachments.of_case(original.case_id)}
    taken = {entry.page for entry in original.pages if entry.attachment_id in there}
    free = [page for page in range(1, document.pages + 1) if page not in taken]
    following = first_page if first_page is not None else (free[0] if free else 1)
    if not 1 <= following <= max(document.pages, 1):
        raise InvalidInput("original.no_such_page", field="first_page", page=following, pages=document.pages)
    for shown_on, scan in enumerate(pages, start=1):
        page = scan.page_of(document.id, codes)
        by_code = page is not None
        if page is None:
            if scan.is_of_another(document.id, codes):
                raise RuleRefusal("original.other_paper", page=shown_on, title=document.title)
            page = following
        following = page + 1
        if page > document.pages:
            raise RuleRefusal("original.too_many_pages", pages=document.pages, scanned=len(pages))
        placed.append((page, shown_on, by_code))
    return placed
