"""What the page of the calendar can show; its presenter decides when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol
from uuid import UUID

DAY, WEEK, MONTH, LIST = "day", "week", "month", "list"


@dataclass(frozen=True, slots=True, kw_only=True)
class GridColumn:
    """A room on a day, or a day of one mediator; ``key`` is a room's id, empty for outside."""

    title: str
    note: str = ""
    day: date
    room_id: UUID | None = None
    is_outside: bool = False
    is_open: bool = True
    is_today: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """An appointment in the grid; times are minutes of the day, ``lane`` its place beside others.

    ``clash`` says what stands in its way, ``remark`` what is worth knowing; empty when nothing does.
    """

    id: UUID
    column: int
    start: int
    end: int
    time: str
    title: str
    people: str
    note: str
    clash: str
    remark: str
    spoken: str
    is_active: bool
    is_moved: bool
    lane: int = 0
    lanes: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class GridShown:
    """A day or a week; ``first`` and ``last`` bound what is drawn, ``spans`` are the hours kept."""

    name: str
    columns: tuple[GridColumn, ...]
    blocks: tuple[Block, ...]
    first: int
    last: int
    spans: tuple[tuple[int, int], ...]
    now: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthCell:
    """One day of the month view; ``lines`` are the first appointments, ``more`` words the rest."""

    day: date
    number: str
    note: str
    lines: tuple[str, ...]
    more: str
    spoken: str
    is_inside: bool
    is_rest: bool
    is_today: bool
    has_clash: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ListRow:
    """One appointment of the list, or with ``band`` the heading of a day."""

    key: str
    band: str = ""
    id: UUID | None = None
    time: str = ""
    title: str = ""
    about: str = ""
    place: str = ""
    mediators: str = ""
    state: str = ""
    told: str = ""
    spoken: str = ""


class CalendarView(Protocol):
    """The page as widgets."""

    def show_head(self, title: str, facts: str, mode: str) -> None:
        """Show which days are on show and what is on them."""

    def show_mediators(self, choices: Sequence[tuple[str, str]], chosen: str, *, is_shown: bool) -> None:
        """Offer whose week is shown."""

    def show_grid(self, grid: GridShown) -> None:
        """Show a day or a week."""

    def show_month(self, weeks: Sequence[Sequence[MonthCell]], names: Sequence[str], day: date) -> None:
        """Show a month, its weeks from Monday on; the cursor goes to ``day``."""

    def show_list(self, rows: Sequence[ListRow]) -> None:
        """Show what is planned, day by day."""

    def show_empty(self, words: str) -> None:
        """Say that nothing can be shown; empty words hide it."""

    def show_error(self, words: str) -> None:
        """Say at the top what failed; empty words hide it."""
