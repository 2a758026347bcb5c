"""The grid of rooms or days under the hand: keys and mouse do the same."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from app.ui.kit import Kit
from app.ui.screens.calendar.cursor import Ghost, on_block, shifted, standing, stepped, stretched
from app.ui.screens.calendar.grid_canvas import GridCanvas

Moved = Callable[[UUID, int, int, int], None]
_EDGE = 7
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class DayGrid(GridCanvas):
    """Arrows go by half hours, Enter opens, Ctrl+arrows move, Shift+arrows stretch, Enter then writes."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        self._grabbed: tuple[QPoint, bool] | None = None
        self._open: list[Callable[[UUID], None]] = []
        self._plan_at: list[Callable[[int, int], None]] = []
        self._move: list[Moved] = []
        self._turn: list[Callable[[int], None]] = []

    # screen → grid

    def on_open(self, callback: Callable[[UUID], None]) -> None:
        """Call back with the appointment that is to be opened."""
        self._open.append(callback)

    def on_plan(self, callback: Callable[[int, int], None]) -> None:
        """Call back with column and minute at which a new appointment is wanted."""
        self._plan_at.append(callback)

    def on_moved(self, callback: Moved) -> None:
        """Call back with an appointment and the column, start and end it is moved to."""
        self._move.append(callback)

    def on_turn(self, callback: Callable[[int], None]) -> None:
        """Call back with +1 or -1 to go on or back."""
        self._turn.append(callback)

    # keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._take_key(Qt.Key(event.key()), event.modifiers()):
            super().keyPressEvent(event)

    def _take_key(self, key: Qt.Key, held: Qt.KeyboardModifier) -> bool:
        control = bool(held & Qt.KeyboardModifier.ControlModifier)
        shift = bool(held & Qt.KeyboardModifier.ShiftModifier)
        if key in _ARROWS:
            self._arrow(*self._read(*_ARROWS[key]), control=control, shift=shift)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not control:
            self._enter()
        elif key == Qt.Key.Key_Escape and self.ghost is not None:
            self._take_ghost(None)
        elif key == Qt.Key.Key_N and not held:
            self._new()
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown) and not held:
            for callback in self._turn:
                callback(1 if key == Qt.Key.Key_PageDown else -1)
        else:
            return False
        return True

    def _read(self, across: int, down: int) -> tuple[int, int]:
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        return (-across if rtl else across), down

    def _arrow(self, across: int, down: int, *, control: bool, shift: bool) -> None:
        block = self.block
        if control or shift:
            if block is not None and block.is_active:
                ghost = self.ghost or Ghost(block, block.column, block.start, block.end)
                moved = (
                    stretched(self._grid, ghost, down) if shift else shifted(self._grid, ghost, across, down)
                )
                self._take_ghost(moved)
            return
        self.ghost = None
        self.cursor_at = stepped(self._grid, self.cursor_at, across, down)
        self._tell()

    def _enter(self) -> None:
        ghost, block = self.ghost, self.block
        if ghost is not None:
            self._drop()
        elif block is not None:
            for callback in self._open:
                callback(block.id)
        else:
            self._new()

    def _new(self) -> None:
        for callback in self._plan_at:
            callback(self.cursor_at.column, self.cursor_at.minute)

    def _drop(self) -> None:
        ghost, self.ghost = self.ghost, None
        self._repaint()
        if ghost is not None and ghost.has_moved:
            for callback in self._move:
                callback(ghost.block.id, ghost.column, ghost.start, ghost.end)

    # mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        plan, point = self._plan(), event.position().toPoint()
        block, place = plan.block_at(point), plan.at(point)
        self.ghost = None
        if block is not None:
            self.cursor_at = on_block(block)
            if block.is_active:
                at_edge = plan.block_box(block).bottom() - point.y() < self._kit.style.px(_EDGE)
                self._grabbed = (point, at_edge)
        elif place is not None:
            self.cursor_at = standing(self._grid, *place)
        self._tell()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        block = self.block
        if self._grabbed is None or block is None:
            return
        plan, (start, at_edge), point = self._plan(), self._grabbed, event.position().toPoint()
        down = round((point.y() - start.y()) / plan.row_height)
        across, _ = self._read(round((point.x() - start.x()) / plan.column_width), 0)
        ghost = Ghost(block, block.column, block.start, block.end)
        moved = stretched(self._grid, ghost, down) if at_edge else shifted(self._grid, ghost, across, down)
        self.ghost = moved if moved.has_moved else None
        self._repaint()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if self._grabbed is not None:
            self._grabbed = None
            self._drop()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._grabbed = None
        if self._plan().at(event.position().toPoint()) is not None:
            self._enter()
