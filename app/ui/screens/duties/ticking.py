"""Ticks on the board: Space ticks the case of the cell, Ctrl+A all, a click on the box one."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QKeyEvent

from app.presenters.duties.board_rows import BoardRow
from app.ui.kit import Kit
from app.ui.screens.duties.delegate import BoardDelegate

_REACH = 9


class Ticking:
    """What is ticked is the presenter's; this only asks and shows."""

    def __init__(self, kit: Kit, delegate: BoardDelegate, repaint: Callable[[], None]) -> None:
        self._kit, self._delegate, self._repaint = kit, delegate, repaint
        self._ticks: list[Callable[[BoardRow], None]] = []
        self._all: list[Callable[[], None]] = []

    def on_ticked(self, callback: Callable[[BoardRow], None]) -> None:
        """Call back with the case whose tick is to change."""
        self._ticks.append(callback)

    def on_all_ticked(self, callback: Callable[[], None]) -> None:
        """Call back when all cases are to be ticked."""
        self._all.append(callback)

    def show(self, ticked: frozenset[UUID]) -> None:
        """Show which cases are ticked."""
        self._delegate.ticked = ticked
        self._repaint()

    def toggle(self, row: BoardRow | None) -> None:
        """Ask for the tick of a case to change."""
        if row is not None:
            for callback in self._ticks:
                callback(row)

    def take_key(self, event: QKeyEvent, row: BoardRow | None) -> bool:
        """Answer whether a key was one of these."""
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() == Qt.Key.Key_Space and not held and row is not None:
            self.toggle(row)
            return True
        if event.key() == Qt.Key.Key_A and held == Qt.KeyboardModifier.ControlModifier:
            for callback in self._all:
                callback()
            return True
        return False

    def is_on_box(self, cell: QRect, at: QPoint, direction: Qt.LayoutDirection) -> bool:
        """Tell whether a point of a case's cell is on its tick box, or close enough for any hand."""
        reach = self._kit.style.px(_REACH)
        box = self._delegate.tick_box(cell, direction)
        return box.adjusted(-reach, -reach, reach, reach).contains(at)
