"""存根: what the house keeps of a notice, below a line to cut along, with the number over the cut."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from app.documents.fonts import FontLibrary
from app.documents.forms.grids import COLUMNS, LIST
from app.documents.lines.ink import Ink
from app.documents.lines.setting import SetLine, set_text
from app.documents.lines.styles import HEADING, NOTE, Align
from app.documents.pages.flow import Block, LaidOut, Strip
from app.documents.pages.paragraphs import Paragraph, Together
from app.documents.pages.tables import Cell, Row, Table, label_cell

_HEIGHT, _ABOVE = 26.0, 10.0
_DASH, _GAP = 4.0, 3.0
_SEAM = replace(NOTE, align=Align.CENTRED)
_HEAD = replace(HEADING, align=Align.CENTRED)
_BLANKS = (("签收人", "签收日期"),)
_TO_WRITE_IN = 26.0  # points: a name written by hand


def stub(name: str, number: str, entries: Iterable[tuple[str, str]]) -> Iterator[Block]:
    """Give the cut and the stub below it, which stand on one page; the receiver signs on the stub."""
    rows = [
        Row([label_cell(told), Cell(text, LIST, span=len(COLUMNS) - 1)]) for told, text in entries if text.strip()
    ]
    for left, right in _BLANKS:
        cells = [label_cell(left), Cell("", LIST), label_cell(right), Cell("", LIST)]
        rows.append(Row(cells, _TO_WRITE_IN))
    yield Together(
        [
            CutLine(f"骑缝编号：{number}" if number.strip() else "骑缝"),
            Paragraph(f"{name}（存根）", _HEAD, keeps_next=True),
            Table(columns=COLUMNS, rows=rows, above=4.0, below=0.0),
        ]
    )


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
