"""Table forms: cells that name and cells that tell, two pairs to a row; nothing empty leaves a blank row."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from app.documents.fonts import FontRole
from app.documents.lines.styles import Align, TextStyle
from app.documents.pages.tables import Cell, Row, Table, label_cell

COLUMNS = (80, 128, 80, 128)
LIST = TextStyle(size=12, leading=19, align=Align.LEFT)
"""The cells of long lists, set smaller than those of forms; then those of numbers and of sums."""
CENTRED = replace(LIST, align=Align.CENTRED)
FIGURES = replace(LIST, align=Align.RIGHT)
_HEAD = replace(CENTRED, role=FontRole.LABEL)
ABOVE, BELOW = 4.0, 10.0


class Entry(NamedTuple):
    """What a cell is named and what it tells; a wide entry has a row to itself."""

    name: str
    text: str
    is_wide: bool = False


def grid(entries: Iterable[Entry], lead: str = "", *, min_height: float = 0.0) -> Table:
    """Return the table of all entries that tell something; ``lead`` is a sentence over the whole width.

    ``min_height`` in points is that of every row below it.
    """
    rows = [Row([Cell(lead, span=len(COLUMNS))])] if lead else []
    waiting: Entry | None = None
    for entry in entries:
        if not entry.text.strip():
            continue
        if waiting is not None and not entry.is_wide:
            rows.append(_pair(waiting, entry, min_height))
            waiting = None
            continue
        if waiting is not None:
            rows.append(_wide(waiting, min_height))
        waiting = None if entry.is_wide else entry
        if entry.is_wide:
            rows.append(_wide(entry, min_height))
    if waiting is not None:
        rows.append(_wide(waiting, min_height))
    return Table(columns=COLUMNS, rows=rows, above=ABOVE, below=BELOW)


def listing(columns: Sequence[float], names: Sequence[str], rows: Sequence[Row]) -> Table:
    """Return a list under a head that is repeated on every page."""
    head = Row([Cell(name, _HEAD) for name in names])
    return Table(columns=columns, rows=[head, *rows], heads=1, above=ABOVE, below=BELOW)


def _pair(left: Entry, right: Entry, min_height: float) -> Row:
    cells = [label_cell(left.name), Cell(left.text), label_cell(right.name), Cell(right.text)]
    return Row(cells, min_height)


def _wide(entry: Entry, min_height: float) -> Row:
    return Row([label_cell(entry.name), Cell(entry.text, span=len(COLUMNS) - 1)], min_height)
