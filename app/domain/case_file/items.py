"""The thirteen items of the catalogue (卷内目录, F13) and which paper belongs to which."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.domain.filing.catalogue.entries import ITEM_OF
from app.domain.filing.documents import Attachment, IssuedDocument
from app.domain.filing.items import FileItem
from app.domain.filing.originals import SignedOriginal
from app.domain.values.days.moments import local_day

ITEMS_OF_FILES = tuple(item for item in FileItem if item not in {FileItem.NOTE, FileItem.BACK_COVER})
"""The items a scan or photograph may be filed under."""
_ORDER = {item: place for place, item in enumerate(FileItem)}


@dataclass(frozen=True, slots=True, kw_only=True)
class FilePart:
    """One paper or file of the case in its place: ``digest`` is the SHA-256 of its stored bytes."""

    id: UUID
    item: FileItem
    title: str
    number: str = ""
    dated: date
    digest: str
    media_type: str = "application/pdf"
    is_issued: bool = False
    note: str = ""


def parts_in_order(
    documents: Iterable[IssuedDocument],
    attachments: Iterable[Attachment],
    originals: Iterable[SignedOriginal] = (),
) -> tuple[FilePart, ...]:
    """Give what goes into the file in the order of F13, each item by date; voided papers stay out.

    A paper whose page still waits for the disk has an empty digest: whoever binds refuses it. Where a
    signed original lies stands beside its paper in the catalogue.
    """
    lie = {entry.document_id: entry.location for entry in originals if entry.location}
    papers = [
        FilePart(
            id=paper.id,
            item=ITEM_OF[paper.kind],
            title=paper.title,
            number=paper.number,
            dated=local_day(paper.issued_at),
            digest=paper.sha256,
            is_issued=True,
            note=f"原件：{lie[paper.id]}" if paper.id in lie else "",
        )
        for paper in documents
        if not paper.void_reason and paper.kind in ITEM_OF
    ]
    files = [
        FilePart(
            id=entry.id,
            item=entry.item,
            title=entry.name,
            dated=local_day(entry.added_at),
            digest=entry.sha256,
            media_type=entry.media_type,
            note=entry.note,
        )
        for entry in attachments
    ]
    return tuple(
        sorted(
            (*papers, *files),
            key=lambda part: (_ORDER[part.item], not part.is_issued, part.dated, part.id),
        )
    )
