"""Where everything of the grid lies: columns, half hours and blocks, for one size and place of scrolling."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QSize

from app.presenters.calendar.view import Block, GridShown
from app.ui.style.style import Style

ROW_MINUTES = 30
_GUTTER, _HEAD, _ROW, _LEAST_COLUMN = 58, 48, 30, 132
_GAP = 3


@dataclass(frozen=True, slots=True)
class GridPlan:
    """The geometry of a grid in a viewport; right-to-left windows read it mirrored."""

    grid: GridShown
    style: Style
    viewport: QSize
    scrolled: QPoint
    is_rtl: bool

    @property
    def gutter(self) -> int:
        """Give the width of the column of times."""
        return self.style.px(_GUTTER)

    @property
    def head(self) -> int:
        """Give the height of the heads."""
        return self.style.px(_HEAD)

    @property
    def rows(self) -> int:
        """Count the half hours."""
        return (self.grid.last - self.grid.first) // ROW_MINUTES

    @property
    def row_height(self) -> int:
        """Give the height of half an hour: the day fills the room there is."""
        return max(self.style.px(_ROW), (self.viewport.height() - self.head) // max(1, self.rows))

    @property
    def column_width(self) -> int:
        """Give the width of a column."""
        room = self.viewport.width() - self.gutter
        return max(self.style.px(_LEAST_COLUMN), room // max(1, len(self.grid.columns)))

    @property
    def content(self) -> QSize:
        """Give the size of everything below the heads and beside the times."""
        return QSize(self.column_width * len(self.grid.columns), self.row_height * self.rows)

    def y_of(self, minute: int) -> int:
        """Give the height of a minute in the viewport."""
        return self.head + (minute - self.grid.first) * self.row_height // ROW_MINUTES - self.scrolled.y()

    def column_box(self, column: int) -> QRect:
        """Give the part of the viewport a column takes."""
        left = self.gutter + column * self.column_width - self.scrolled.x()
        return self.mirrored(QRect(left, 0, self.column_width, self.viewport.height()))

    def span_box(self, column: int, start: int, end: int) -> QRect:
        """Give the box from one minute to another in a column."""
        across, top = self.column_box(column), self.y_of(start)
        return QRect(across.x(), top, across.width(), self.y_of(end) - top)

    def block_box(self, block: Block) -> QRect:
        """Give the box of an appointment, beside others that share its time."""
        whole = self.span_box(block.column, block.start, block.end)
        gap = self.style.px(_GAP)
        wide = (whole.width() - gap) // block.lanes
        lane = block.lanes - 1 - block.lane if self.is_rtl else block.lane
        return QRect(whole.x() + gap + lane * wide, whole.y() + 1, wide - gap, whole.height() - 2)

    def at(self, point: QPoint) -> tuple[int, int] | None:
        """Give column and minute, to the half hour, under a point below the heads."""
        x = self.viewport.width() - point.x() if self.is_rtl else point.x()
        if point.y() < self.head or x < self.gutter:
            return None
        column = (x - self.gutter + self.scrolled.x()) // self.column_width
        row = (point.y() - self.head + self.scrolled.y()) // self.row_height
        if not 0 <= column < len(self.grid.columns) or not 0 <= row < self.rows:
            return None
        return column, self.grid.first + row * ROW_MINUTES

    def block_at(self, point: QPoint) -> Block | None:
        """Find the appointment under a point."""
        if self.at(point) is None:
            return None
        return next((block for block in self.grid.blocks if self.block_box(block).contains(point)), None)

    def mirrored(self, box: QRect) -> QRect:
        """Turn a box round in right-to-left windows."""
        if not self.is_rtl:
            return box
        return QRect(self.viewport.width() - box.x() - box.width(), box.y(), box.width(), box.height())
