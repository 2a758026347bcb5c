"""How a table lies on screen: rows, bands, widths, and what survives a refresh."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Generic, TypeVar

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from app.ui.kit import Kit
from app.ui.widgets.tables.cells import Column
from app.ui.widgets.tables.delegate import RowDelegate
from app.ui.widgets.tables.heads import Heads
from app.ui.widgets.tables.model import TableModel

T = TypeVar("T")
_ROWS = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
_ROW, _ROW_COMPACT, _BAND = 58, 46, 30
_READABLE = 120


class Rows(QTableView, Generic[T]):
    """A table view of whole rows whose columns share the width; made to be a :class:`ListTable`."""

    def __init__(
        self,
        kit: Kit,
        model: TableModel[T],
        *,
        name: str,
        flush: bool,
        heads: bool,
        parent: QWidget | None,
    ) -> None:
        super().__init__(parent)
        self._kit, self._table = kit, model
        self._kept: tuple[Hashable | None, int] = (None, 0)
        self._low: list[int] = []
        self._row_height = _ROW
        self._delegate = RowDelegate(kit, self)
        self._heads = Heads(kit, self)
        self.setAccessibleName(name)
        self.setProperty("flush", flush)
        self._heads.setProperty("flush", flush)
        self._dress(heads=heads)
        self.setModel(model)
        model.modelAboutToBeReset.connect(self._keep)
        model.modelReset.connect(self._restore)
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

    def set_row_height(self, height: int) -> None:
        """Make rows ``height`` design pixels high (rows with buttons need more than 58)."""
        self._row_height = height
        self._on_style()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()

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
        usual = style.px(_ROW_COMPACT if style.is_compact else self._row_height)
        self.verticalHeader().setDefaultSectionSize(usual)
        self.clearSpans()
        bands = [row for row in self._bands() if self._table.band_of(row)]
        for row in self._low:
            self.setRowHeight(row, usual)  # Qt keeps the height of a place, whatever stands there now
        for row in bands:
            self.setSpan(row, 0, 1, max(2, len(self._table.columns)))
            self.setRowHeight(row, style.px(_BAND))
        self._low = bands
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
