"""What one cell shows and how a column makes it from an item."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

from app.ui.widgets.chips import Deadline

T = TypeVar("T")
Align = Literal["start", "end", "center"]


@dataclass(frozen=True, slots=True)
class Cell:
    """The words and signs of one cell.

    ``lead`` stands bold before the text, ``second`` is the smaller second line.
    ``chip`` turns ``text`` into a deadline chip,
    ``risk`` (1–4) puts rising bars before it, ``stage`` ``(done, all)`` dashes below it,
    ``ticked`` shows a tick box, ``button`` a button (filled where ``is_main``).
    ``is_title`` is bold while its row is selected; ``tone`` is a colour token.
    """

    text: str = ""
    second: str = ""
    chip: Deadline | None = None
    risk: int | None = None
    stage: tuple[int, int] | None = None
    ticked: bool | None = None
    button: str = ""
    is_main: bool = False
    is_title: bool = False
    is_bold: bool = False
    tone: str = "text"
    lead: str = ""


@dataclass(frozen=True, slots=True)
class Column(Generic[T]):
    """One column: heading, how to make a cell, and how wide.

    ``cell`` may return plain text. ``width`` is fixed in design pixels; without it the
    column shares what is left by ``share``. ``tip`` is the tooltip (full text, exact time,
    rule); ``spoken`` what a screen reader hears instead of the shown text. Where the room
    is short, columns with ``gives_way`` are left out, highest first (0 stays). ``key`` names
    the column for sorting and saved views; an empty key cannot be sorted by.
    """

    heading: str
    cell: Callable[[T], Cell | str]
    align: Align = "start"
    width: int | None = None
    share: float = 1.0
    key: str = ""
    gives_way: int = 0
    tip: Callable[[T], str] | None = None
    spoken: Callable[[T], str] | None = None

    def cell_of(self, item: T) -> Cell:
        """Return the cell of ``item``."""
        made = self.cell(item)
        return Cell(made) if isinstance(made, str) else made

    def tip_of(self, item: T) -> str:
        """Return the tooltip of ``item``: never shorter than what the cell shows."""
        if self.tip is not None:
            return self.tip(item)
        cell = self.cell_of(item)
        return "\n".join(part for part in (cell.lead, cell.text, cell.second) if part)

    def spoken_of(self, item: T) -> str:
        """Return what is said of this cell."""
        if self.spoken is not None:
            return self.spoken(item)
        cell = self.cell_of(item)
        return " ".join(part for part in (cell.lead, cell.text, cell.second, cell.button) if part)
