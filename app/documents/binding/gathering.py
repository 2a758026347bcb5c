"""Gathers leaves into a few files of pages on the disk, so that memory holds some of them at a time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from app.documents.binding.embedded import reduce_pictures
from app.documents.binding.leaves import Gathered, Leaf, Unbindable
from app.documents.binding.pictures import Picture, pictures_of
from app.documents.pages.paper import MM

if TYPE_CHECKING:
    import pikepdf

_AT_ONCE = 24
"""How many pages or papers are held before they are written down."""
_SHORT, _LONG = 210 * MM, 297 * MM
_MARGIN, _HEAD = 10 * MM, 16 * MM
_POINTS = 72 / 96
"""A small picture is shown at 96 dots an inch, never blown up to the page."""
_EMBEDDED = ("/FontFile", "/FontFile2", "/FontFile3")
_DROPPED = ("/Annots", "/AA", "/Metadata", "/PieceInfo", "/Thumb")


class Gathering:
    """Takes leaves one after the other; ``files`` are what they became, in order."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._files: list[Path] = []
        self._sources = ExitStack()
        self._pdf: pikepdf.Pdf | None = None
        self._held = 0

    def add(self, leaf: Leaf) -> Gathered:
        """Turn a leaf into pages; raises Unbindable and has added nothing then."""
        return self._add_pdf(leaf.content) if leaf.is_pdf else self._add_pictures(leaf.content)

    def add_sheet(self, pdf: bytes, trouble: str) -> Gathered:
        """Add the sheet that stands in the place of a file."""
        return Gathered(self._add_pdf(pdf).pages, trouble)

    def files(self) -> Sequence[Path]:
        """Write down what is held and give all files."""
        self._settle()
        return tuple(self._files)

    def close(self) -> None:
        """Let go of what is held."""
        self._sources.close()
        self._pdf = None

    def _add_pdf(self, content: bytes) -> Gathered:
        import pikepdf

        try:
            source = pikepdf.open(BytesIO(content))
        except pikepdf.PasswordError:
            raise Unbindable("PDF 有密码，请存一份没有密码的") from None
        except pikepdf.PdfError as problem:
            raise Unbindable("PDF 已损坏，读不出来") from problem
        try:
            pages = _flat_pages(source)
            reduce_pictures(pages)
            loose = any(_has_loose_fonts(page) for page in pages)
            self._held_pdf().pages.extend(pages)
        except (pikepdf.PdfError, RuntimeError, ValueError, TypeError, KeyError) as problem:
            source.close()
            raise Unbindable("PDF 已损坏，读不出来") from problem
        self._sources.push(source)
        self._count(1)
        return Gathered(len(pages), has_loose_fonts=loose)

    def _add_pictures(self, content: bytes) -> Gathered:
        before, count = len(self._held_pdf().pages), 0
        try:
            for picture in pictures_of(content):
                _add_page(self._held_pdf(), picture)
                count += 1
        except Unbindable:
            del self._held_pdf().pages[before:]
            raise
        if not count:
            raise Unbindable("图片里没有内容")
        self._count(count)
        return Gathered(count)

    def _held_pdf(self) -> pikepdf.Pdf:
        import pikepdf

        if self._pdf is None:
            self._pdf = self._sources.enter_context(pikepdf.new())
        return self._pdf

    def _count(self, more: int) -> None:
        self._held += more
        if self._held >= _AT_ONCE:
            self._settle()

    def _settle(self) -> None:
        if self._pdf is not None and len(self._pdf.pages):
            path = self._folder / f"{len(self._files):04}.pdf"
            self._pdf.save(path, static_id=True)
            self._files.append(path)
        self._held, self._pdf = 0, None
        self._sources.close()


def _flat_pages(source: pikepdf.Pdf) -> list[pikepdf.Page]:
    """Give the pages of a file as they look: what was filled in or noted becomes part of the page."""
    if "/AcroForm" in source.Root:
        source.generate_appearance_streams()
    source.flatten_annotations("all")
    pages = list(source.pages)
    if not pages:
        raise ValueError("no pages")
    for page in pages:
        for key in _DROPPED:
            if key in page:
                del page[key]
    return pages


def _has_loose_fonts(page: pikepdf.Page) -> bool:
    """Tell whether a page is set in a font outside the file: each machine then shows it in its own."""
    return any(_is_loose(font) for font in _fonts(page))


def _fonts(page: pikepdf.Page) -> Iterator[pikepdf.Object]:
    fonts = page.resources.get("/Font")
    if fonts is not None:
        yield from fonts.as_dict().values()


def _is_loose(font: pikepdf.Object) -> bool:
    descendants = font.get("/DescendantFonts")
    described = descendants[0] if descendants is not None and len(descendants) else font
    descriptor = described.get("/FontDescriptor")
    if font.get("/Subtype") == "/Type3":
        return False
    return descriptor is None or not any(key in descriptor for key in _EMBEDDED)


def _add_page(pdf: pikepdf.Pdf, picture: Picture) -> None:
    """Put a picture on a sheet that stands or lies as it does, below the room of the page stamp."""
    import pikepdf

    across, down = picture.size
    width, height = (_LONG, _SHORT) if across > down else (_SHORT, _LONG)
    room = (width - 2 * _MARGIN, height - _MARGIN - _HEAD)
    scale = min(room[0] / across, room[1] / down, _POINTS)
    wide, high = across * scale, down * scale
    left, bottom = (width - wide) / 2, _MARGIN + (room[1] - high) / 2
    name = pikepdf.Name
    image = pikepdf.Stream(pdf, picture.data)
    image.Type, image.Subtype = name.XObject, name.Image
    image.Width, image.Height, image.BitsPerComponent = across, down, 8
    image.ColorSpace = name.DeviceGray if picture.is_grey else name.DeviceRGB
    image.Filter = name.DCTDecode if picture.is_jpeg else name.FlateDecode
    pdf.add_blank_page(page_size=(width, height))
    page = pdf.pages[-1]
    page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Im0=image))
    drawing = f"q {wide:.2f} 0 0 {high:.2f} {left:.2f} {bottom:.2f} cm /Im0 Do Q"
    page.Contents = pikepdf.Stream(pdf, drawing.encode())
