"""One generic read-only table model over frozen items."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.ui.widgets.tables.cells import Align, Column

T = TypeVar("T")
Index = QModelIndex | QPersistentModelIndex
CELL_ROLE = int(Qt.ItemDataRole.UserRole) + 1
"""Role under which the delegate finds the :class:`Cell`."""
BAND_ROLE = CELL_ROLE + 1
"""Role under which a row that is only a heading gives its words."""

_ALIGN: dict[Align, Qt.AlignmentFlag] = {
    "start": Qt.AlignmentFlag.AlignLeading,
    "end": Qt.AlignmentFlag.AlignTrailing,
    "center": Qt.AlignmentFlag.AlignHCenter,
}
_ROOT = QModelIndex()


class TableModel(QAbstractTableModel, Generic[T]):
    """``TableModel(columns, sentence=…, key=…)`` then :meth:`show_items`.

    ``sentence`` makes of an item the sentence a screen reader hears at column 0, ``key``
    its identity (selection survives a refresh by it). ``band`` gives the heading words of
    items that are only headings between rows, and an empty string for all others.
    """

    def __init__(
        self,
        columns: Sequence[Column[T]],
        *,
        sentence: Callable[[T], str] | None = None,
        key: Callable[[T], Hashable] | None = None,
        band: Callable[[T], str] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._sentence, self._key, self._band = sentence, key, band
        self._items: tuple[T, ...] = ()

    @property
    def columns(self) -> tuple[Column[T], ...]:
        """The columns in order."""
        return self._columns

    @property
    def items(self) -> tuple[T, ...]:
        """The items in order."""
        return self._items

    def show_items(self, items: Sequence[T]) -> None:
        """Show other items; the same ones in the same order are only painted anew."""
        new = tuple(items)
        same = self._key is not None and [*map(self._key, self._items)] == [*map(self._key, new)]
        if same and new:
            self._items = new
            self.dataChanged.emit(self.index(0, 0), self.index(len(new) - 1, len(self._columns) - 1))
            return
        self.beginResetModel()
        self._items = new
        self.endResetModel()

    def show_columns(self, columns: Sequence[Column[T]]) -> None:
        """Show other columns."""
        self.beginResetModel()
        self._columns = tuple(columns)
        self.endResetModel()

    def item(self, row: int) -> T | None:
        """Return the item of ``row``; ``None`` outside (or while its page is on the way)."""
        return self._items[row] if 0 <= row < len(self._items) else None

    def key_of(self, row: int) -> Hashable | None:
        """Return the identity of the item in ``row``."""
        item = self.item(row)
        return None if item is None or self._key is None else self._key(item)

    def row_of(self, key: Hashable) -> int:
        """Return the row of the item with this identity, or -1."""
        if self._key is None:
            return -1
        return next((row for row, item in enumerate(self._items) if self._key(item) == key), -1)

    def band_of(self, row: int) -> str:
        """Return the heading words of ``row``; empty for an ordinary row."""
        item = self.item(row)
        return self._band(item) if self._band is not None and item is not None else ""

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._items)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._columns)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and self._band is not None and self.band_of(index.row()):
            return Qt.ItemFlag.ItemIsEnabled
        return super().flags(index)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self._columns):
            return None
        column = self._columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.heading
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(_ALIGN[column.align] | Qt.AlignmentFlag.AlignVCenter)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        item = self.item(index.row())
        if item is None:
            return None
        if self._band is not None and (words := self._band(item)):
            spoken = {BAND_ROLE, Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}
            return words if role in spoken else None
        return self._answer(item, index.column(), role)

    def _answer(self, item: T, place: int, role: int) -> object:
        column = self._columns[place]
        answer: object = None
        if role == CELL_ROLE:
            answer = column.cell_of(item)
        elif role == Qt.ItemDataRole.DisplayRole:
            answer = column.cell_of(item).text
        elif role == Qt.ItemDataRole.ToolTipRole:
            answer = column.tip_of(item)
        elif role == Qt.ItemDataRole.AccessibleTextRole:
            whole = place == 0 and self._sentence is not None
            answer = self._sentence(item) if whole and self._sentence else column.spoken_of(item)
        elif role == Qt.ItemDataRole.TextAlignmentRole:
            answer = int(_ALIGN[column.align] | Qt.AlignmentFlag.AlignVCenter)
        return answer
