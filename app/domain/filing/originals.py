"""The signed original of an issued paper: where it lies, and which scan shows each of its pages."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from uuid import UUID

from app.domain.errors import InvalidInput, RuleRefusal
from app.domain.filing.documents import Attachment, IssuedDocument
from app.domain.values.ids import new_id


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginalPage:
    """One page of the paper and the page of the file that shows it as it was signed; both count from 1."""

    id: UUID
    page: int
    attachment_id: UUID
    shown_on: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedOriginal:
    """The original of one paper, under the id of its document.

    ``cabinet``, ``box`` and ``place`` tell where it lies; ``pages`` link its scans. Paper is the legal
    act and a scan a copy (trap 32), so either may be recorded without the other.
    """

    id: UUID
    version: int = 0
    document_id: UUID
    case_id: UUID
    cabinet: str = ""
    box: str = ""
    place: str = ""
    keeper: str = ""
    pages: tuple[OriginalPage, ...] = ()

    @property
    def location(self) -> str:
        """Say where the original lies: 3柜 2盒 第5件，张静保管."""
        parts = (
            f"{self.cabinet}柜" if self.cabinet.strip() else "",
            f"{self.box}盒" if self.box.strip() else "",
            self.place.strip(),
        )
        where = " ".join(part for part in parts if part)
        held = f"{self.keeper.strip()}保管" if self.keeper.strip() else ""
        return "，".join(part for part in (where, held) if part)

    def scan_of(self, page: int) -> OriginalPage | None:
        """Give where a page is shown, or None."""
        return next((entry for entry in self.pages if entry.page == page), None)


def empty_original(document: IssuedDocument) -> SignedOriginal:
    """Give the original of a paper of which nothing was recorded yet."""
    if document.case_id is None:
        raise RuleRefusal("original.no_case", title=document.title)
    return SignedOriginal(id=document.id, document_id=document.id, case_id=document.case_id)


def missing_pages(
    original: SignedOriginal, document: IssuedDocument, attachments: Iterable[Attachment]
) -> tuple[int, ...]:
    """Give the pages no scan shows; a file that was taken out of the case shows nothing."""
    there = {entry.id for entry in attachments}
    shown = {entry.page for entry in original.pages if entry.attachment_id in there}
    return tuple(page for page in range(1, document.pages + 1) if page not in shown)


def linked(
    original: SignedOriginal, document: IssuedDocument, pages: Iterable[tuple[int, UUID, int]]
) -> SignedOriginal:
    """Link pages of the paper to pages of files; a page linked before is linked anew."""
    kept = {entry.page: entry for entry in original.pages}
    for page, attachment_id, shown_on in pages:
        if not 1 <= page <= document.pages:
            raise InvalidInput("original.no_such_page", field="first_page", page=page, pages=document.pages)
        kept[page] = OriginalPage(id=new_id(), page=page, attachment_id=attachment_id, shown_on=shown_on)
    return replace(original, pages=tuple(kept[page] for page in sorted(kept)))


def unlinked(original: SignedOriginal, page: int) -> SignedOriginal:
    """Take the link of a page away."""
    return replace(original, pages=tuple(entry for entry in original.pages if entry.page != page))
