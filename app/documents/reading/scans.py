"""Reads a scan or photo of a signed paper: how many pages it has, and the code of ours each bears."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from uuid import UUID

from app.documents.reading.papers import ReadPage, is_pdf, read_image, read_pdf
from app.domain.errors import InvalidInput


@dataclass(frozen=True, slots=True)
class ScannedPage:
    """One page of a scan as far as it tells which page of which paper it shows."""

    read: ReadPage

    def page_of(self, document_id: UUID, codes: Mapping[str, int]) -> int | None:
        """Give the page of this paper that its code names, or None; also where its two codes differ."""
        if self.read.has_two_minds:
            return None
        if self.read.code in codes:
            return codes[self.read.code]
        qr = self.read.qr
        return qr.claim.page if qr is not None and qr.claim.document_id == document_id else None

    def is_of_another(self, document_id: UUID, codes: Mapping[str, int]) -> bool:
        """Tell whether it bears the code of another paper."""
        bears = bool(self.read.code) or self.read.qr is not None
        return bears and self.page_of(document_id, codes) is None


def scanned_pages(content: bytes) -> tuple[ScannedPage, ...]:
    """Read every page; InvalidInput ``original.unreadable`` for what is neither a PDF nor a picture."""
    try:
        if is_pdf(content):
            return tuple(ScannedPage(page) for page in read_pdf(content))
        return (ScannedPage(read_image(content)),)
    except InvalidInput as refusal:
        if refusal.code == "proof.too_many_pages":
            raise
        if refusal.code != "proof.no_code":
            raise InvalidInput("original.unreadable", field="file") from None
    return tuple(ScannedPage(ReadPage()) for _frame in range(_frames(content)))


def _frames(content: bytes) -> int:
    """Count the pages of a picture: a fax or a scanner may put several into one TIFF."""
    from PIL import Image

    with Image.open(BytesIO(content)) as picture:
        return int(getattr(picture, "n_frames", 1))
