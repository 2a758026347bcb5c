"""The week of the roster as a table by cells: who is on duty on which day."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from uuid import UUID

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from app.domain.people.duty_roster import Presence
from app.presenters.rosters.duty_week import DutyCell, DutyWeekRow
from app.ui.kit import Kit
from app.ui.style.painting import text_by_itself

Index = QModelIndex | QPersistentModelIndex
OnCell = Callable[[UUID, date], None]
_DAYS = 7
_ROW, _BAND, _NAME = 48, 32, 150
_LOOKS = {
    Presence.ON_DUTY: ("tint", "onTint"),
    Presence.ON_CALL: ("surface", "text"),
    Presence.OFF: ("sunken", "text3"),
    Presence.ON_LEAVE: ("warnBg", "warn"),
}


class DutyModel(QAbstractTableModel):
    """People and their seven days under the headings of how they serve."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[DutyWeekRow, ...] = ()
        self._heads: tuple[str, ...] = ()

    def show_week(self, heads: Sequence[str], rows: Sequence[DutyWeekRow]) -> None:
        """Show another week."""
        self.beginResetModel()
        self.rows, self._heads = tuple(rows), ("", *heads)
        self.endResetModel()

    def cell(self, index: Index) -> tuple[DutyWeekRow, DutyCell | None] | None:
        """Give the row, and the day unless it is the name or a heading."""
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        return row, row.cells[index.column() - 1] if row.cells and index.column() else None

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else _DAYS + 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        found = self.cell(index)
        if found is None or found[0].band:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        found = self.cell(index)
        told = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)
        if found is None or role not in told:
            return None
        row, cell = found
        return cell.spoken if cell is not None else row.band or row.name

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        is_head = orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        return self._heads[section] if is_head and section < len(self._heads) else None


class DutyTable(QTableView):
    """Arrows go by days, Space or Enter sets a day, L asks for leave, Delete takes a leave back."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self._week = DutyModel(self)
        self._acts: dict[Qt.Key, list[OnCell]] = {
            Qt.Key.Key_Space: [],
            Qt.Key.Key_L: [],
            Qt.Key.Key_Delete: [],
        }
        self._turned: list[Callable[[int], None]] = []
        self.setModel(self._week)
        self.setItemDelegate(_DutyDelegate(kit, self._week, self))
        self.setAccessibleName(kit.translator.text("一周排班"))
        self.setProperty("flush", True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.verticalHeader().hide()
        self.horizontalHeader().setSectionsClickable(False)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.doubleClicked.connect(lambda _index: self._act(Qt.Key.Key_Space))
        kit.style.watch(self, self._on_style)

    def show_week(self, heads: Sequence[str], rows: Sequence[DutyWeekRow]) -> None:
        """Show a week; the cursor stays where it was."""
        at = self.currentIndex().row(), self.currentIndex().column()
        self._week.show_week(heads, rows)
        self._on_style()
        first = next((place for place, row in enumerate(rows) if not row.band), None)
        if at[0] < 0 or at[0] >= len(rows) or rows[at[0]].band:
            at = (first if first is not None else -1, 1)
        self.setCurrentIndex(self._week.index(*at))

    def on_toggled(self, callback: OnCell) -> None:
        """Call back with who is to be put on or taken off duty, and when."""
        self._acts[Qt.Key.Key_Space].append(callback)

    def on_leave(self, callback: OnCell) -> None:
        """Call back with who is on leave from when."""
        self._acts[Qt.Key.Key_L].append(callback)

    def on_withdrawn(self, callback: OnCell) -> None:
        """Call back with whose leave of that day is taken back."""
        self._acts[Qt.Key.Key_Delete].append(callback)

    def on_turn(self, callback: Callable[[int], None]) -> None:
        """Call back with +1 or -1 to go on or back a week."""
        self._turned.append(callback)

    def press(self, key: Qt.Key) -> None:
        """Do what a key does, for the button beside it."""
        self._act(key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        key = Qt.Key.Key_Space if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) else key
        if key in self._acts and not event.modifiers():
            self._act(key)
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            for callback in self._turned:
                callback(1 if key == Qt.Key.Key_PageDown else -1)
        else:
            super().keyPressEvent(event)

    def _act(self, key: Qt.Key) -> None:
        found = self._week.cell(self.currentIndex())
        if found is None or found[0].staff_id is None or found[1] is None:
            return
        for callback in self._acts[key]:
            callback(found[0].staff_id, found[1].day)

    def _on_style(self) -> None:
        px, heads = self._kit.style.px, self.horizontalHeader()
        heads.setSectionResizeMode(0, QHeaderView.ResizeMode.Fixed)
        self.setColumnWidth(0, px(_NAME))
        self.clearSpans()
        for place, row in enumerate(self._week.rows):
            self.setRowHeight(place, px(_BAND if row.band else _ROW))
            if row.band:
                self.setSpan(place, 0, 1, _DAYS + 1)


class _DutyDelegate(QStyledItemDelegate):
    """Paints a day as its word on the ground of its state, with the reason below."""

    def __init__(self, kit: Kit, week: DutyModel, table: DutyTable) -> None:
        super().__init__(table)
        self._kit, self._week, self._table = kit, week, table

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        found = self._week.cell(index)
        if found is None:
            return
        style, box = self._kit.style, QRect(option.rect)
        text_by_itself(painter)
        row, cell = found
        inner = box.adjusted(style.px(10), style.px(3), -style.px(6), -style.px(3))
        if cell is None:
            painter.fillRect(box, style.color("bg" if row.band else "surface"))
            font = style.font("small", bold=True) if row.band else style.font()
            self._line(painter, inner, row.band or row.name, font, "text2" if row.band else "text")
        else:
            ground, tone = _LOOKS[cell.presence]
            painter.fillRect(box.adjusted(1, 1, 0, 0), style.color(ground))
            is_on = cell.presence is Presence.ON_DUTY
            tall = inner.height() // 2 if cell.note else inner.height()
            upper = QRect(inner.x(), inner.y(), inner.width(), tall)
            self._line(painter, upper, cell.word, style.font("small", bold=is_on), tone)
            if cell.note:
                lower = QRect(inner.x(), inner.y() + tall, inner.width(), inner.height() - tall)
                self._line(painter, lower, cell.note, style.font("caption"), tone)
        painter.setPen(QPen(style.color("line"), 1))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        if index == self._table.currentIndex() and self._table.hasFocus():
            painter.setPen(QPen(style.color("focus"), 2))
            painter.drawRoundedRect(QRectF(box).adjusted(2, 2, -2, -2), style.px(6), style.px(6))

    def _line(self, painter: QPainter, box: QRect, text: str, font: QFont, tone: str) -> None:
        painter.setFont(font)
        painter.setPen(self._kit.style.color(tone))
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter), shown)
