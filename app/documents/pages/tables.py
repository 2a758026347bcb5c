"""Ruled tables: cells are set like any text, rows are cut over pages line by line, heads are repeated."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from app.documents.fonts import FontLibrary
from app.documents.lines.ink import Ink
from app.documents.lines.setting import SetLine, set_text
from app.documents.lines.styles import CELL, CELL_LABEL, Content, TextStyle
from app.documents.pages.flow import Keep, LaidOut, Strip
from app.documents.pages.paragraphs import line_keeps

_PAD_SIDE = 4.0
_PAD = 4.0
_RULE = 0.6
_WHOLE_UP_TO = 6  # lines: a row this low is not cut if that can be helped


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell, over ``span`` columns."""

    content: Content
    style: TextStyle = CELL
    span: int = 1


@dataclass(frozen=True, slots=True)
class Row:
    """One row; ``min_height`` in points leaves room to write by hand."""

    cells: Sequence[Cell]
    min_height: float = 0.0


def label_cell(text: str, span: int = 1) -> Cell:
    """Return a cell that names its neighbour."""
    return Cell(text, CELL_LABEL, span)


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table over the whole column; ``columns`` are shares of its width, ``heads`` rows are repeated."""

    columns: Sequence[float]
    rows: Sequence[Row]
    heads: int = 0
    above: float = 0.0
    below: float = 0.0

    def lay_out(self, fonts: FontLibrary, width: float) -> LaidOut:
        """Set all cells; raises ``ValueError`` if a row does not fill the columns."""
        edges = [0.0, *accumulate(share * width / sum(self.columns) for share in self.columns)]
        rows = [_set_row(row, edges, fonts) for row in self.rows]
        return _SetTable(rows, self.heads, width, above=self.above, below=self.below)


@dataclass(frozen=True, slots=True)
class _SetCell:
    left: float
    right: float
    lines: list[SetLine]
    style: TextStyle


@dataclass(frozen=True, slots=True)
class _SetRow:
    """A row as lines of equal height; each strip of the row holds one line of every cell."""

    cells: list[_SetCell]
    pitch: float
    count: int
    blank: float  # below the lines, to fill the least height

    def strips(self) -> list[Strip]:
        keeps = line_keeps(self.count)
        if self.count <= _WHOLE_UP_TO:
            keeps = [Keep.WISH] * (self.count - 1) + [Keep.FREE]
        heights = [self.pitch] * self.count
        heights[0] += _PAD
        heights[-1] += _PAD + self.blank
        return [Strip(height, keep) for height, keep in zip(heights, keeps, strict=True)]

    def draw(self, ink: Ink, left: float, top: float, part: range) -> None:
        """Draw the lines of ``part`` with the rules beside and below them."""
        bottom = top - self.height(part)
        is_whole = len(part) == self.count
        text_top = top - (_PAD if part.start == 0 else 0.0)
        for cell in self.cells:
            lines = cell.lines[part.start : part.stop]
            room = self.count * self.pitch + self.blank
            lowered = (room - len(lines) * self.pitch) / 2 if is_whole else 0.0
            begin = left + cell.left + _PAD_SIDE
            ink.lines(lines, begin, text_top - lowered, size=cell.style.size, leading=self.pitch)
            ink.rule(left + cell.left, top, left + cell.left, bottom, width=_RULE)
        end = left + self.cells[-1].right
        ink.rule(end, top, end, bottom, width=_RULE)
        ink.rule(left, bottom, end, bottom, width=_RULE)

    def height(self, part: range) -> float:
        height = len(part) * self.pitch
        if part.start == 0:
            height += _PAD
        return height + (_PAD + self.blank if part.stop == self.count else 0.0)


class _SetTable:
    takes_back = 0
    bookmark = ""

    def __init__(self, rows: list[_SetRow], heads: int, width: float, *, above: float, below: float) -> None:
        self._rows = rows
        self._heads = heads
        self._width = width
        self._head_strips = sum(row.count for row in rows[:heads])
        head = sum(row.height(range(row.count)) for row in rows[:heads])
        strips: list[Strip] = []
        for index, row in enumerate(rows):
            for strip in row.strips():
                is_head = index < heads
                keep = Keep.BOUND if is_head else strip.keep
                strips.append(Strip(strip.height, keep, head=0.0 if is_head else head))
        if strips:
            strips[0] = Strip(strips[0].height, strips[0].keep, above, strips[0].head)
            last = strips[-1]
            strips[-1] = Strip(last.height + below, last.keep, last.above, last.head)
        self.strips = strips

    def draw(self, ink: Ink, left: float, top: float, first: int, last: int) -> None:
        ink.rule(left, top, left + self._width, top, width=_RULE)
        if first >= self._head_strips and first > 0:
            for row in self._rows[: self._heads]:
                whole = range(row.count)
                row.draw(ink, left, top, whole)
                top -= row.height(whole)
        start = 0
        for row in self._rows:
            part = range(max(first - start, 0), min(last - start, row.count))
            if part:
                row.draw(ink, left, top, part)
                top -= row.height(part)
            start += row.count


def _set_row(row: Row, edges: Sequence[float], fonts: FontLibrary) -> _SetRow:
    places = list(accumulate((cell.span for cell in row.cells), initial=0))
    if places[-1] != len(edges) - 1:
        raise ValueError(f"a row of {places[-1]} columns in a table of {len(edges) - 1}")
    cells = []
    for cell, (begin, end) in zip(row.cells, pairwise(places), strict=True):
        left, right = edges[begin], edges[end]
        typed = set_text(cell.content, cell.style, right - left - 2 * _PAD_SIDE, fonts)
        cells.append(_SetCell(left, right, [line for lines in typed for line in lines], cell.style))
    pitch = max(cell.style.leading for cell in cells)
    count = max(len(cell.lines) for cell in cells)
    return _SetRow(cells, pitch, count, max(row.min_height - count * pitch - 2 * _PAD, 0.0))
