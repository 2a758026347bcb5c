"""Where the keyboard stands in the grid, and the place an appointment is being moved to."""

from __future__ import annotations

from dataclasses import dataclass, replace
from uuid import UUID

from app.presenters.calendar.view import Block, GridShown
from app.ui.screens.calendar.plan import ROW_MINUTES


@dataclass(frozen=True, slots=True)
class Ghost:
    """An appointment on its way: nothing is written until Enter or the release of the mouse."""

    block: Block
    column: int
    start: int
    end: int

    @property
    def has_moved(self) -> bool:
        """Tell whether it would lie elsewhere."""
        here = (self.block.column, self.block.start, self.block.end)
        return (self.column, self.start, self.end) != here


@dataclass(frozen=True, slots=True)
class GridCursor:
    """A column, a half hour, and which of the appointments there."""

    column: int = 0
    minute: int = 0
    block_id: UUID | None = None


def block_of(grid: GridShown, cursor: GridCursor) -> Block | None:
    """Give the appointment the cursor stands on."""
    return next((block for block in grid.blocks if block.id == cursor.block_id), None)


def standing(grid: GridShown, column: int, minute: int) -> GridCursor:
    """Stand on a cell, and on the first appointment that lies over it."""
    column = max(0, min(column, len(grid.columns) - 1))
    minute = max(grid.first, min(minute, grid.last - ROW_MINUTES))
    there = _there(grid, column, minute)
    return GridCursor(column, minute, there[0].id if there else None)


def on_block(block: Block) -> GridCursor:
    """Stand on an appointment."""
    return GridCursor(block.column, block.start // ROW_MINUTES * ROW_MINUTES, block.id)


def stepped(grid: GridShown, cursor: GridCursor, across: int, down: int) -> GridCursor:
    """Step by half hours and columns; an appointment is one step, those beside each other one each."""
    block = block_of(grid, cursor)
    if down:
        minute = cursor.minute + down * ROW_MINUTES
        if block is not None:
            first, last = block.start // ROW_MINUTES * ROW_MINUTES, -(-block.end // ROW_MINUTES) * ROW_MINUTES
            minute = last if down > 0 else first - ROW_MINUTES
        return standing(grid, cursor.column, minute)
    beside = _there(grid, cursor.column, cursor.minute)
    if block is not None and block in beside:
        place = beside.index(block) + across
        if 0 <= place < len(beside):
            return replace(cursor, block_id=beside[place].id)
    goal = standing(grid, cursor.column + across, cursor.minute)
    there = _there(grid, goal.column, goal.minute)
    return replace(goal, block_id=there[-1].id) if across < 0 and there else goal


def shifted(grid: GridShown, ghost: Ghost, across: int, down: int) -> Ghost:
    """Take an appointment by half hours and columns, inside what is drawn."""
    column = max(0, min(ghost.column + across, len(grid.columns) - 1))
    length = ghost.end - ghost.start
    start = max(grid.first, min(ghost.start + down * ROW_MINUTES, grid.last - length))
    return replace(ghost, column=column, start=start, end=start + length)


def stretched(grid: GridShown, ghost: Ghost, down: int) -> Ghost:
    """Let an appointment end earlier or later; half an hour at least."""
    end = max(ghost.start + ROW_MINUTES, min(ghost.end + down * ROW_MINUTES, grid.last))
    return replace(ghost, end=end)


def _there(grid: GridShown, column: int, minute: int) -> list[Block]:
    found = [
        block
        for block in grid.blocks
        if block.column == column and block.start < minute + ROW_MINUTES and minute < block.end
    ]
    return sorted(found, key=lambda block: block.lane)
