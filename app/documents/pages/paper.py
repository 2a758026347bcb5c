"""A document on paper: page geometry, head and foot, and the blocks of a form drawn one after the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from app.documents.faces.embedding import FontCodes
from app.documents.fonts import FontLibrary, FontRole
from app.documents.lines.ink import Ink
from app.documents.lines.setting import set_text
from app.documents.lines.styles import Align, TextStyle
from app.documents.pages.flow import Block, LaidOut, bind, paginate
from app.documents.pages.paragraphs import drawn_height
from app.documents.pages.pdf_file import Bookmark, Facts, write_pdf
from app.documents.pages.qr_code import qr_modules
from app.domain.filing.proofs.pages import PageProof, PageProver, ProvenPage, grouped

MM = 72 / 25.4
DRAFT_MARK = "草稿，未签署"

_FOOT = TextStyle(size=10.5, leading=16, align=Align.CENTRED)
_HEAD = TextStyle(size=10.5, leading=16, align=Align.LEFT)
_DRAFT = TextStyle(role=FontRole.LABEL, size=12, leading=20, align=Align.CENTRED)
_FOOT_TOP = 17.5 * MM  # of the page number above the foot of the page
_HEAD_TOP = 13.0 * MM  # of the running head below the top of the page
_DRAFT_SIZE = (96.0, 24.0)
_PROOF = TextStyle(role=FontRole.LABEL, size=8, leading=12)
_PROOF_TOP = 11.5 * MM  # of kind and code above the foot of the page
_QR_SIZE = 18 * MM  # 53 squares of a third of a millimetre: a photocopy still reads
_QR_FOOT = 8 * MM
_QR_QUIET = 2.5 * MM  # blank around it, so that readers find its corners
_QR_EDGE = 8.5 * MM  # from the outer edge of the sheet; printers leave five blank


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A sheet and its margins in points; upright A4 with a column of 26 ems of 16 points."""

    width: float = 210 * MM
    height: float = 297 * MM
    side: float = (210 * MM - 416) / 2  # 31.6 mm, so that the column holds whole characters
    top: float = 25.4 * MM
    foot: float = 25.4 * MM

    @property
    def column(self) -> float:
        """The width of the text."""
        return self.width - 2 * self.side

    @property
    def room(self) -> float:
        """The height of the text."""
        return self.height - self.top - self.foot


A4 = Sheet()
A4_LEDGER = Sheet(width=297 * MM, height=210 * MM, side=15 * MM, top=20 * MM, foot=20 * MM)


class RenderedDocument(NamedTuple):
    """A drawn document: its file, how many pages it has, and what each carries to prove itself."""

    pdf: bytes
    pages: int
    proofs: tuple[PageProof, ...] = ()


@dataclass(slots=True, kw_only=True)
class PaperDocument:
    """One document to be drawn. Compose it with ``add``, draw it with ``render``.

    ``running_head`` (number, committee) stands small at the top of every page; a draft carries a mark
    there so that no print of it can pass for a signed paper. Pages of an issue carry a proof at their foot.
    """

    fonts: FontLibrary
    facts: Facts
    running_head: str = ""
    is_draft: bool = False
    prover: PageProver | None = None
    sheet: Sheet = A4
    blocks: list[Block] = field(default_factory=list)

    def add(self, *blocks: Block) -> None:
        """Put blocks below what is there."""
        self.blocks.extend(blocks)

    def render(self) -> bytes:
        """Return the bytes of the PDF, as ``draw`` does."""
        return self.draw().pdf

    def draw(self) -> RenderedDocument:
        """Draw all pages; the same contents give the same bytes.

        Raises ``InvalidInput("document.unprintable_character")`` for a character no face has.
        """
        laid_out = [block.lay_out(self.fonts, self.sheet.column) for block in self.blocks]
        strips = bind(laid_out)
        pages = paginate(strips, self.sheet.room) or [range(0)]
        codes = [FontCodes(face) for face in self.fonts.faces]
        contents: list[bytes] = []
        bookmarks: list[Bookmark] = []
        proofs: list[PageProof] = []
        for number, page in enumerate(pages):
            ink = Ink(codes)
            self._draw_head(ink)
            bookmarks += self._draw_page(ink, laid_out, page, number)
            self._small(ink, f"第{number + 1}页\u3000共{len(pages)}页", _FOOT, _FOOT_TOP)
            if self.prover is not None:
                proven = self.prover.prove(number + 1, len(pages), ink.said())
                self._draw_proof(ink, proven, self.prover.copies)
                proofs.append(proven.proof)
            contents.append(ink.content())
        size = (self.sheet.width, self.sheet.height)
        pdf = write_pdf(contents, codes, bookmarks, self.facts, size)
        return RenderedDocument(pdf, len(pages), tuple(proofs))

    def _draw_page(
        self, ink: Ink, laid_out: Sequence[LaidOut], page: range, number: int
    ) -> Iterator[Bookmark]:
        """Draw the strips of one page, block by block; yield the bookmarks met."""
        top, start = self.sheet.height - self.sheet.top, 0
        for block in laid_out:
            first, last = max(page.start - start, 0), min(page.stop - start, len(block.strips))
            if first < last:
                if start + first > page.start:
                    top -= block.strips[first].above
                if block.bookmark and first == 0:
                    yield Bookmark(block.bookmark, number, top)
                block.draw(ink, self.sheet.side, top, first, last)
                top -= drawn_height(block.strips, first, last)
            start += len(block.strips)

    def _draw_head(self, ink: Ink) -> None:
        """Draw what stands at the top of every page: running head and draft mark."""
        sheet = self.sheet
        if self.running_head:
            self._small(ink, self.running_head, _HEAD, sheet.height - _HEAD_TOP)
        if self.is_draft:
            width, height = _DRAFT_SIZE
            left, top = sheet.width - sheet.side - width, sheet.height - _HEAD_TOP + 4
            ink.box(left, top - height, width, height, line=1.0)
            [lines] = set_text(DRAFT_MARK, _DRAFT, width, self.fonts)
            ink.lines(lines, left, top - 2, size=_DRAFT.size, leading=_DRAFT.leading)

    def _draw_proof(self, ink: Ink, proven: ProvenPage, copies: int) -> None:
        """Draw a page's proof below its number: kind and copies at the left, the code, and the QR code.

        The QR code stands in the outer margin, clear of the text and of the side where papers are bound.
        The place for the copy's own number is filled in by hand: all copies are one and the same page.
        """
        sheet = self.sheet
        left = self.facts.title.replace("\n", "")
        if copies > 1:
            left += f"\u3000一式{copies}份\u3000第＿＿份"
        right = f"查验码 {grouped(proven.proof.code)}"
        edge = sheet.width - _QR_EDGE - _QR_SIZE
        room = min(sheet.column, edge - _QR_QUIET - sheet.side)
        for text, align in ((left, Align.LEFT), (right, Align.RIGHT)):
            [lines] = set_text(text, replace(_PROOF, align=align), room, self.fonts)
            ink.lines(lines, sheet.side, _PROOF_TOP, size=_PROOF.size, leading=_PROOF.leading)
        ink.modules(qr_modules(proven.qr), edge, _QR_FOOT, _QR_SIZE)

    def _small(self, ink: Ink, text: str, style: TextStyle, top: float) -> None:
        room = self.sheet.column - (_DRAFT_SIZE[0] + 12 if self.is_draft and style is _HEAD else 0.0)
        [lines] = set_text(text.replace("\n", " "), style, room, self.fonts)
        ink.lines(lines, self.sheet.side, top, size=style.size, leading=style.leading)
