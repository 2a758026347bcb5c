"""存根: what the house keeps of a notice, below a line to cut along, with the number over the cut."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from app.documents.fonts import FontLibrary
from app.documents.forms.grids import COLUMNS, LIST, Entry, grid
from app.documents.lines.ink import Ink
from app.documents.lines.setting import SetLine, set_text
from app.documents.lines.styles import BODY, CELL_LABEL, HEADING, NOTE, Align
from app.documents.pages.flow import Block, LaidOut, Strip
from app.documents.pages.paragraphs import Paragraph, Together
from app.documents.pages.tables import Cell, Row, Table, label_cell

SMALL = replace(BODY, size=13.0, leading=19.5)
"""A notice with a stub is set smaller, so that both stand on one sheet."""
SMALL_EDGE = replace(SMALL, indent=0)
_HEIGHT, _ABOVE = 14.0, 6.0
_DASH, _GAP = 4.0, 3.0
_SEAM = replace(NOTE, align=Align.CENTRED)
_HEAD = replace(HEADING, align=Align.CENTRED, size=14.0, leading=22.0)
_NAMES = replace(CELL_LABEL, size=LIST.size, leading=LIST.leading)
_TO_WRITE_IN = 28.0  # points: a name written by hand


def stub(name: str, number: str, entries: Iterable[Entry]) -> Iterator[Block]:
    """Give the cut and the stub below it, which stand on one page; the receiver signs on the stub."""
    told = [_small(row) for row in grid(entries).rows]
    names = Row([label_cell("签收人"), Cell(""), label_cell("签收日期"), Cell("")], _TO_WRITE_IN)
    yield Together(
        [
            CutLine(f"骑缝编号：{number}" if number.strip() else "骑缝"),
            Paragraph(f"{name}（存根）", _HEAD, keeps_next=True),
            Table(columns=COLUMNS, rows=[*told, _small(names)], above=2.0, below=0.0),
        ]
    )


def _small(row: Row) -> Row:
    """Set a row as small as lists are."""
    styles = (_NAMES if cell.style is CELL_LABEL else LIST for cell in row.cells)
    cells = [replace(cell, style=style) for cell, style in zip(row.cells, styles, strict=True)]
    return replace(row, cells=cells)


@dataclass(frozen=True, slots=True)
class CutLine:
    """A dashed rule over the whole column with ``text`` on it."""

    text: str

    def lay_out(self, fonts: FontLibrary, width: float) -> LaidOut:
        """Set the text in the middle."""
        lines = [line for typed in set_text(self.text, _SEAM, width, fonts) for line in typed]
        return _SetCut(lines, width)


@dataclass(frozen=True, slots=True)
class _SetCut:
    text: list[SetLine]
    width: float
    takes_back: int = 0
    bookmark: str = ""

    @property
    def strips(self) -> list[Strip]:
        return [Strip(_HEIGHT + len(self.text) * NOTE.leading, above=_ABOVE)]

    def draw(self, ink: Ink, left: float, top: float, first: int, last: int) -> None:  # noqa: ARG002 - one strip
        across, place = top - _HEIGHT / 2, left
        while place < left + self.width:
            ink.rule(place, across, min(place + _DASH, left + self.width), across)
            place += _DASH + _GAP
        ink.lines(self.text, left, across - 2, size=NOTE.size, leading=NOTE.leading)
