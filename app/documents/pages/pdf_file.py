"""Binds drawn pages and their fonts into a PDF file, with reportlab's PDF objects.

No reportlab canvas is used: it would name an unembedded Helvetica in every file. The same pages,
fonts and facts always give the same bytes, whatever the day and the settings of the machine.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Protocol, cast

from app.documents.faces.embedding import FontCodes

if TYPE_CHECKING:
    from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFInfo, PDFObjectReference, PDFStream

_PRODUCER = "MapleBridge"
_SYMBOLIC = 4
_STEM = 80
_COMPRESSION = 6


class _Catalog(Protocol):
    ViewerPreferences: PDFDictionary


class _Outlines(Protocol):
    destinationnamestotitles: dict[str, str]

    def setDestinations(self, tree: list[dict[str, PDFObjectReference]]) -> None: ...  # noqa: N802


class _Document(Protocol):
    """What is used of reportlab's PDFDocument, whose stubs leave it untyped."""

    info: PDFInfo
    Catalog: _Catalog
    Outlines: _Outlines

    def Reference(self, thing: object, name: str | None = None) -> PDFObjectReference: ...  # noqa: N802
    def thisPageRef(self) -> PDFObjectReference: ...  # noqa: N802
    def addPage(self, page: object) -> None: ...  # noqa: N802
    def setDateFormatter(self, formatter: Callable[[int, int, int, int, int, int], str]) -> None: ...  # noqa: N802
    def GetPDFData(self, canvas: None) -> bytes: ...  # noqa: N802


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What the file says about itself; ``language`` is a tag such as zh-CN, ``day`` that of the document."""

    title: str
    author: str = ""
    subject: str = ""
    keywords: str = ""
    language: str = "zh-CN"
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Bookmark:
    """An entry of the outline: page (from 0) and height on it."""

    text: str
    page: int
    top: float


def write_pdf(
    pages: Sequence[bytes],
    fonts: Sequence[FontCodes],
    bookmarks: Sequence[Bookmark],
    facts: Facts,
    size: tuple[float, float],
) -> bytes:
    """Return the bytes of the file."""
    from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFDocument, PDFPage

    document = cast(
        "_Document", PDFDocument(compression=1, invariant=1, pdfVersion=(1, 4), lang=facts.language)
    )
    _describe(document, facts)
    names = {f"F{number}": _font(document, codes) for number, codes in enumerate(fonts) if codes.glyphs}
    resources = document.Reference(PDFDictionary({"Font": PDFDictionary(names)}), "Resources")
    page_places = []
    for content in pages:
        page = PDFPage()
        page.MediaBox = PDFArray([0, 0, *size])
        page.Contents = _stream(content)
        page.Resources = resources
        page_places.append(document.thisPageRef())
        document.addPage(page)
    _outline(document, bookmarks, page_places)
    return document.GetPDFData(None)


def _describe(document: _Document, facts: Facts) -> None:
    info = document.info
    info.title, info.author, info.subject = facts.title, facts.author, facts.subject
    info.keywords, info.creator, info.producer = facts.keywords, _PRODUCER, _PRODUCER
    if facts.day is not None:
        day = facts.day
        document.setDateFormatter(lambda *_moment: f"D:{day:%Y%m%d}")
    if facts.title:
        document.Catalog.ViewerPreferences = _preferences()


def _preferences() -> PDFDictionary:
    """Ask readers to show the title instead of the file's name, and to print without scaling."""
    from reportlab.pdfbase.pdfdoc import PDFDictionary

    return PDFDictionary({"DisplayDocTitle": "true", "PrintScaling": "/None"})


def _font(document: _Document, codes: FontCodes) -> PDFObjectReference:
    """Embed one face as a composite font whose codes are the glyph numbers of its subset."""
    from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFString

    face, program = codes.face, codes.program()
    name = f"/{codes.tag()}+{face.name}"
    descriptor = PDFDictionary(
        {
            "Type": "/FontDescriptor",
            "FontName": name,
            "Flags": _SYMBOLIC,
            "FontBBox": PDFArray(face.box),
            "ItalicAngle": 0,
            "Ascent": face.ascent,
            "Descent": face.descent,
            "CapHeight": face.ascent,
            "StemV": _STEM,
            "FontFile2": document.Reference(_stream(program, Length1=len(program))),
        }
    )
    system = {"Registry": PDFString("Adobe"), "Ordering": PDFString("Identity"), "Supplement": 0}
    descendant = PDFDictionary(
        {
            "Type": "/Font",
            "Subtype": "/CIDFontType2",
            "BaseFont": name,
            "CIDSystemInfo": PDFDictionary(system),
            "FontDescriptor": document.Reference(descriptor),
            "W": codes.widths(),
            "CIDToGIDMap": "/Identity",
        }
    )
    font = PDFDictionary(
        {
            "Type": "/Font",
            "Subtype": "/Type0",
            "BaseFont": name,
            "Encoding": "/Identity-H",
            "DescendantFonts": PDFArray([document.Reference(descendant)]),
            "ToUnicode": document.Reference(_stream(codes.unicode_map())),
        }
    )
    return document.Reference(font)


def _stream(content: bytes, **entries: int) -> PDFStream:
    """Return a compressed stream; reportlab's own filters would add a third for seven-bit mail."""
    from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFStream

    entry = PDFDictionary({**entries, "Filter": "/FlateDecode"})
    return PDFStream(entry, zlib.compress(content, _COMPRESSION))


def _outline(
    document: _Document, bookmarks: Sequence[Bookmark], page_places: Sequence[PDFObjectReference]
) -> None:
    """Write the outline as one level; readers show it beside the pages."""
    from reportlab.pdfbase.pdfdoc import PDFArray

    if not bookmarks:
        return
    outlines = document.Outlines
    tree = []
    for number, bookmark in enumerate(bookmarks):
        key = f"bookmark{number}"
        target = PDFArray([page_places[bookmark.page], "/XYZ", 0, round(bookmark.top), "null"])
        outlines.destinationnamestotitles[key] = bookmark.text
        tree.append({key: document.Reference(target, key)})
    outlines.setDestinations(tree)
