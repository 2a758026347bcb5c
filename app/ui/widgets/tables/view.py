"""The table on screen: whole rows, no grid, keys for everything the mouse can do."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from app.ui.kit import Kit
from app.ui.widgets.tables.cells import Cell
from app.ui.widgets.tables.model import CELL_ROLE, TableModel
from app.ui.widgets.tables.rows import Rows

T = TypeVar("T")


class ListTable(Rows[T]):
    """A table over a :class:`TableModel` (or a lazy one).

    Home and End go to the first and last row, Enter or double click opens, Space or a click
    on a tick cell ticks, Ctrl+A ticks all, Shift+F10 or the menu key asks for the row menu,
    a click on a head sorts. All of these only call back: what they mean is the presenter's.
    Selection and scroll place survive a refresh. ``flush`` leaves out the frame (inside a card).
    """

    def __init__(
        self,
        kit: Kit,
        model: TableModel[T],
        *,
        name: str = "",
        flush: bool = False,
        heads: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(kit, model, name=name, flush=flush, heads=heads, parent=parent)
        self._opened: list[Callable[[T], None]] = []
        self._current: list[Callable[[T | None], None]] = []
        self._ticked: list[Callable[[T], None]] = []
        self._all: list[Callable[[], None]] = []
        self._pressed: list[Callable[[T], None]] = []
        self._menus: list[Callable[[T, QPoint], None]] = []
        self._sorts: list[Callable[[str, bool], None]] = []
        self.selectionModel().currentRowChanged.connect(self._on_current)
        self._heads.sectionClicked.connect(self._on_head)
        self.doubleClicked.connect(self._on_double)

    def show_sort(self, key: str, *, descending: bool) -> None:
        """Show by which column the list is sorted."""
        places = [place for place, column in enumerate(self._table.columns) if column.key == key]
        self._heads.sorted_by = (places[0], descending) if places else None
        self._heads.viewport().update()

    def on_opened(self, callback: Callable[[T], None]) -> None:
        """Call back with the item that is opened."""
        self._opened.append(callback)

    def on_current(self, callback: Callable[[T | None], None]) -> None:
        """Call back with the item that became current."""
        self._current.append(callback)

    def on_ticked(self, callback: Callable[[T], None]) -> None:
        """Call back with the item whose tick is to change."""
        self._ticked.append(callback)

    def on_all_ticked(self, callback: Callable[[], None]) -> None:
        """Call back when all rows are to be ticked."""
        self._all.append(callback)

    def on_pressed(self, callback: Callable[[T], None]) -> None:
        """Call back with the item whose row button is pressed."""
        self._pressed.append(callback)

    def on_menu(self, callback: Callable[[T, QPoint], None]) -> None:
        """Call back with the item and the place on screen for its row menu."""
        self._menus.append(callback)

    def on_sorted(self, callback: Callable[[str, bool], None]) -> None:
        """Call back with the column key and whether descending is wanted."""
        self._sorts.append(callback)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.current()
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        key = event.key()
        if item is not None and key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not held:
            for opened in self._opened:
                opened(item)
        elif item is not None and key == Qt.Key.Key_Space and not held and self._ticked:
            for ticked in self._ticked:
                ticked(item)
        elif key == Qt.Key.Key_A and held == Qt.KeyboardModifier.ControlModifier and self._all:
            for ticked_all in self._all:
                ticked_all()
        elif key in {Qt.Key.Key_Home, Qt.Key.Key_End} and not held:
            # Rows are whole here: Qt's own Home goes to the first cell of the same row.
            last = self.model().rowCount() - 1
            self.setCurrentIndex(self.model().index(0 if key == Qt.Key.Key_Home else last, 0))
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: object) -> None:
        item = self.current()
        if item is not None:
            below = self.visualRect(self.currentIndex()).center()
            for callback in self._menus:
                callback(item, self.viewport().mapToGlobal(below))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        item = self._table.item(index.row()) if index.isValid() else None
        cell = index.data(CELL_ROLE) if index.isValid() else None
        if event.button() != Qt.MouseButton.LeftButton or item is None or not isinstance(cell, Cell):
            return
        if cell.ticked is not None:
            for ticked in self._ticked:
                ticked(item)
        elif cell.button:
            box = self._delegate.button_rect(self.visualRect(index), cell, self.layoutDirection())
            if box.contains(event.position().toPoint()):
                for pressed in self._pressed:
                    pressed(item)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() in {
            QEvent.Type.HoverMove,
            QEvent.Type.MouseMove,
            QEvent.Type.HoverLeave,
            QEvent.Type.Leave,
        }:
            inside = isinstance(event, QMouseEvent)
            row = self.indexAt(event.position().toPoint()).row() if isinstance(event, QMouseEvent) else -1
            gone = event.type() in {QEvent.Type.Leave, QEvent.Type.HoverLeave}
            if (inside or gone) and row != self._delegate.hovered_row:
                self._delegate.hovered_row = row
                self.viewport().update()
        return super().viewportEvent(event)

    def _on_current(self, index: QModelIndex, _before: QModelIndex) -> None:
        item = self._table.item(index.row()) if index.isValid() else None
        for callback in self._current:
            callback(item)

    def _on_double(self, index: QModelIndex) -> None:
        item = self._table.item(index.row())
        if item is not None:
            for callback in self._opened:
                callback(item)

    def _on_head(self, place: int) -> None:
        column = self._table.columns[place]
        if not column.key:
            return
        again = self._heads.sorted_by is not None and self._heads.sorted_by[0] == place
        descending = again and self._heads.sorted_by is not None and not self._heads.sorted_by[1]
        for callback in self._sorts:
            callback(column.key, descending)
