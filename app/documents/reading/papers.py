"""Reads a paper that is handed in: a PDF page by page, or a photo; whoever made it, whatever it holds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from threading import Lock
from typing import TYPE_CHECKING

from app.domain.errors import DomainError, InvalidInput
from app.domain.filing.proofs.pages import CODE_LENGTH, QrContents, code_of, read_code

if TYPE_CHECKING:
    from PIL.Image import Image
    from pypdfium2 import PdfDocument, PdfPage

MOST_PAGES = 500
_DOTS_PER_POINT = 300 / 72
_DOTS_OF_TEXT = 150 / 72
"""A page with text was never a photo of paper, or somebody read it already: its codes are sharp."""
_LONGEST_SIDE = 4000
_LINE_END_HYPHEN = "\ufffe"  # what pdfium makes of a hyphen at the end of a line
_LABELLED = re.compile(r"查\s*验\s*码\s*((?:[0-9A-Za-z][\s-]*){12})")

Place = tuple[float, float, float, float]
"""Left, bottom, right and top of something on a page, in points."""


@dataclass(frozen=True, slots=True)
class ReadPage:
    """One page: the text it holds (none of a scan), the code printed on it, and its QR code."""

    text: str = ""
    code: str = ""
    qr: QrContents | None = None

    @property
    def has_two_minds(self) -> bool:
        """Tell whether its characters are of one page and its QR code is of another: glued on, or copied."""
        return bool(self.code) and self.qr is not None and code_of(self.qr.signature) != self.code


def is_pdf(content: bytes) -> bool:
    """Tell a PDF from everything else."""
    return content[:1024].lstrip().startswith(b"%PDF")


def read_pdf(content: bytes) -> tuple[ReadPage, ...]:
    """Read every page; InvalidInput ``proof.unreadable_pdf`` or ``.too_many_pages``.

    A page with text and a code is drawn coarsely, to see whether its QR code says the same; others finely,
    to find the QR code of a scan.
    """
    with _Opened(content) as document:
        if len(document) > MOST_PAGES:
            raise InvalidInput("proof.too_many_pages", field="paper", count=len(document), most=MOST_PAGES)
        return tuple(_page(page) for page in document)


def texts_of_pdf(content: bytes) -> tuple[str, ...]:
    """Read the text of every page alone."""
    with _Opened(content) as document:
        return tuple(_text(page) for page in document)


def pages_of_pdf(content: bytes) -> int:
    """Count the pages alone; InvalidInput ``proof.unreadable_pdf``."""
    with _Opened(content) as document:
        return len(document)


def places_in_pdf(content: bytes, words: str) -> tuple[Place | None, ...]:
    """Say for every page where its last such words leave a blank: the place of all but the outer signs."""
    with _Opened(content) as document:
        return tuple(_place(page, words) for page in document)


def read_image(content: bytes) -> ReadPage:
    """Find our QR code in a picture; InvalidInput ``proof.unreadable_image`` or ``proof.no_code``."""
    from PIL import Image, UnidentifiedImageError

    try:
        with Image.open(BytesIO(content)) as opened:
            opened.thumbnail((_LONGEST_SIDE, _LONGEST_SIDE))
            found = _qr(opened.convert("L"))
    except (UnidentifiedImageError, OSError, ValueError, Image.DecompressionBombError):
        raise InvalidInput("proof.unreadable_image", field="paper") from None
    if found is None:
        raise InvalidInput("proof.no_code", field="paper")
    return ReadPage(qr=found)


_ONE_AT_A_TIME = Lock()
"""pdfium keeps state of its own for all files: two threads must not be inside it."""


class _Opened:
    """An open PDF, closed whatever happens."""

    def __init__(self, content: bytes) -> None:
        import pypdfium2

        _ONE_AT_A_TIME.acquire()
        try:
            self._document: PdfDocument = pypdfium2.PdfDocument(content)
        except pypdfium2.PdfiumError:
            _ONE_AT_A_TIME.release()
            raise InvalidInput("proof.unreadable_pdf", field="paper") from None
        except BaseException:
            _ONE_AT_A_TIME.release()
            raise

    def __enter__(self) -> PdfDocument:
        return self._document

    def __exit__(self, _kind: object, error: BaseException | None, _trace: object) -> None:
        """Close; a page that pdfium cannot load makes the whole file unreadable, as a broken head does."""
        import pypdfium2

        try:
            self._document.close()
        finally:
            _ONE_AT_A_TIME.release()
        if isinstance(error, pypdfium2.PdfiumError):
            raise InvalidInput("proof.unreadable_pdf", field="paper") from None


def _page(page: PdfPage) -> ReadPage:
    text = _text(page)
    code = _printed_code(text)
    longest = max(page.get_size())
    scale = min(_DOTS_OF_TEXT if code else _DOTS_PER_POINT, _LONGEST_SIDE / longest)
    picture = page.render(scale=scale, grayscale=True).to_pil()
    return ReadPage(text, code, _qr(picture, code))


def _place(page: PdfPage, words: str) -> Place | None:
    told = page.get_textpage()
    try:
        searcher, found = told.search(words), None
        while (hit := searcher.get_next()) is not None:
            found = hit
        searcher.close()
        if found is None:
            return None
        first, count = found
        boxes = [told.get_charbox(at, loose=True) for at in range(first + 1, first + count - 1)]
    finally:
        told.close()
    lefts, bottoms, rights, tops = zip(*boxes, strict=True)
    return min(lefts), min(bottoms), max(rights), max(tops)


def _text(page: PdfPage) -> str:
    words = page.get_textpage()
    try:
        return str(words.get_text_range()).replace(_LINE_END_HYPHEN, "-").replace("\r\n", "\n")
    finally:
        words.close()


def _printed_code(text: str) -> str:
    """Find the code in a page's text; what only looks like one is none."""
    for found in reversed(_LABELLED.findall(text)):
        signs = re.sub(r"[\s-]", "", found)
        try:
            return read_code(signs) if len(signs) == CODE_LENGTH else ""
        except InvalidInput:
            continue
    return ""


def _qr(picture: Image, code: str = "") -> QrContents | None:
    """Give the QR code of a page; of several, the one that says otherwise than the characters do."""
    found = list(_ours(picture))
    others = (qr for qr in found if code and code_of(qr.signature) != code)
    return next(others, found[0] if found else None)


def _ours(picture: Image) -> Iterator[QrContents]:
    """Give the codes of ours in a picture; other programs' codes are passed over."""
    import zxingcpp

    qr_codes = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
    found: Sequence[zxingcpp.Barcode] = zxingcpp.read_barcodes(picture, qr_codes)
    for code in found:
        try:
            yield QrContents.read(code.text)
        except DomainError:
            continue
