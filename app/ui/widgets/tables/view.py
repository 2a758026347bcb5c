"""The table on screen: whole rows, no grid, keys for everything the mouse can do."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPoint, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from app.ui.kit import Kit
from app.ui.widgets.tables.cells import Cell, Column
from app.ui.widgets.tables.delegate import RowDelegate
from app.ui.widgets.tables.heads import Heads
from app.ui.widgets.tables.model import CELL_ROLE, TableModel

T = TypeVar("T")
_ROWS = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
_BAND = 30
_READABLE = 120


class ListTable(QTableView, Generic[T]):
    """A table over a :class:`TableModel` (or a lazy one).

    Enter or double click opens, Space or a click on a tick cell ticks, Ctrl+A ticks all,
    Shift+F10 or the menu key asks for the row menu, a click on a head sorts. All of these
    only call back: what they mean is the presenter's. Selection and scroll place survive a
    refresh. ``flush`` leaves out the frame (inside a card).
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
        super().__init__(parent)
        self._kit, self._table = kit, model
        self._opened: list[Callable[[T], None]] = []
        self._current: list[Callable[[T | None], None]] = []
        self._ticked: list[Callable[[T], None]] = []
        self._all: list[Callable[[], None]] = []
        self._pressed: list[Callable[[T], None]] = []
        self._menus: list[Callable[[T, QPoint], None]] = []
        self._sorts: list[Callable[[str, bool], None]] = []
        self._kept: tuple[Hashable | None, int] = (None, 0)
        self._delegate = RowDelegate(kit, self)
        self._heads = Heads(kit, self)
        self.setAccessibleName(name)
        self.setProperty("flush", flush)
        self._heads.setProperty("flush", flush)
        self._dress(heads=heads)
        self.setModel(model)
        model.modelAboutToBeReset.connect(self._keep)
        model.modelReset.connect(self._restore)
        self.selectionModel().currentRowChanged.connect(self._on_current)
        self._heads.sectionClicked.connect(self._on_head)
        kit.style.watch(self, self._on_style)
        self._restore()

    def current(self) -> T | None:
        """Return the item of the current row."""
        return self._table.item(self.currentIndex().row())

    def select(self, key: Hashable) -> None:
        """Make the row with this identity the current one (whole row, right-to-left too)."""
        row = self._table.row_of(key)
        if row >= 0:
            self._select_row(row)

    def select_first(self) -> None:
        """Make the first ordinary row the current one."""
        rows = range(self._table.rowCount())
        first = next((row for row in rows if not self._table.band_of(row)), None)
        if first is not None:
            self._select_row(first)

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

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()

    # pieces

    def _dress(self, *, heads: bool) -> None:
        self.setItemDelegate(self._delegate)
        self.setHorizontalHeader(self._heads)
        self._heads.setVisible(heads)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(16)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.doubleClicked.connect(self._on_double)

    def _select_row(self, row: int) -> None:
        index = self._table.index(row, 0)
        self.selectionModel().setCurrentIndex(index, _ROWS)
        self.scrollTo(index)

    def _keep(self) -> None:
        self._kept = (self._table.key_of(self.currentIndex().row()), self.verticalScrollBar().value())

    def _restore(self) -> None:
        self._on_style()
        key, scrolled = self._kept
        row = self._table.row_of(key) if key is not None else -1
        if row >= 0:
            self.selectionModel().setCurrentIndex(self._table.index(row, 0), _ROWS)
        self.verticalScrollBar().setValue(scrolled)

    def _on_style(self) -> None:
        style = self._kit.style
        self.verticalHeader().setDefaultSectionSize(style.px(46 if style.is_compact else 58))
        self.clearSpans()
        bands = [row for row in self._bands() if self._table.band_of(row)]
        for row in bands:
            self.setSpan(row, 0, 1, max(2, len(self._table.columns)))
            self.setRowHeight(row, style.px(_BAND))
        self._share_width()

    def _bands(self) -> range:
        return range(len(self._table.items))

    def _share_width(self) -> None:
        """Give fixed columns their width and share the rest by weight; what finds no room gives way."""
        px, columns, room = self._kit.style.px, self._table.columns, self.viewport().width()
        shown = self._with_room(room)
        fixed = sum(px(column.width) for column in columns if column in shown and column.width is not None)
        shares = sum(column.share for column in columns if column in shown and column.width is None)
        used = 0
        for place, column in enumerate(columns):
            self.setColumnHidden(place, column not in shown)
            if column not in shown:
                continue
            if column is shown[-1] and shares:
                width = room - used
            elif column.width is not None:
                width = px(column.width)
            else:
                width = round(max(0, room - fixed) * column.share / shares)
            width = max(px(40), width)
            used += width
            self.setColumnWidth(place, width)

    def _with_room(self, room: int) -> list[Column[T]]:
        """Return the columns for which there is room, each shared one at least readably wide."""
        px, shown = self._kit.style.px, list(self._table.columns)
        while True:
            needed = sum(px(_READABLE if column.width is None else column.width) for column in shown)
            loose = [column for column in shown if column.gives_way]
            if needed <= room or not loose:
                return shown
            shown.remove(max(loose, key=lambda column: column.gives_way))

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
