"""The month: a table of days, six weeks at most; Enter opens a day."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from app.presenters.calendar.view import MonthCell
from app.ui.kit import Kit
from app.ui.style.painting import text_by_itself

Index = QModelIndex | QPersistentModelIndex
_LEAST_ROW = 76


class MonthModel(QAbstractTableModel):
    """Days in weeks; the accessible text of a cell says the whole day."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._weeks: tuple[tuple[MonthCell, ...], ...] = ()
        self._names: tuple[str, ...] = ()

    def show_weeks(self, weeks: Sequence[Sequence[MonthCell]], names: Sequence[str]) -> None:
        """Show other weeks."""
        self.beginResetModel()
        self._weeks, self._names = tuple(tuple(week) for week in weeks), tuple(names)
        self.endResetModel()

    def cell(self, index: Index) -> MonthCell | None:
        """Give a day."""
        return self._weeks[index.row()][index.column()] if index.isValid() else None

    def place_of(self, day: date) -> tuple[int, int] | None:
        """Find a day."""
        for row, week in enumerate(self._weeks):
            for column, cell in enumerate(week):
                if cell.day == day:
                    return row, column
        return None

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._weeks)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._names)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        cell = self.cell(index)
        if cell is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return cell.spoken
        return cell.spoken if role == Qt.ItemDataRole.AccessibleTextRole else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        is_name = orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        return self._names[section] if is_name and section < len(self._names) else None


class MonthTable(QTableView):
    """Arrows go by days, PgUp and PgDn by months, Enter opens the day."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self._days = MonthModel(self)
        self._opened: list[Callable[[date], None]] = []
        self._turned: list[Callable[[int], None]] = []
        self.setModel(self._days)
        self.setItemDelegate(_DayDelegate(kit, self._days, self))
        self.setAccessibleName(kit.translator.text("月视图"))
        self.setProperty("flush", True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setSectionsClickable(False)
        self.doubleClicked.connect(self._open)
        kit.style.watch(self, self._on_style)
        self._on_style()

    def show_month(self, weeks: Sequence[Sequence[MonthCell]], names: Sequence[str], day: date) -> None:
        """Show a month with the cursor on a day."""
        self._days.show_weeks(weeks, names)
        place = self._days.place_of(day)
        if place is not None:
            self.setCurrentIndex(self._days.index(*place))

    def on_opened(self, callback: Callable[[date], None]) -> None:
        """Call back with the day that is to be opened."""
        self._opened.append(callback)

    def on_turn(self, callback: Callable[[int], None]) -> None:
        """Call back with +1 or -1 to go on or back a month."""
        self._turned.append(callback)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self._open(self.currentIndex())
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            for callback in self._turned:
                callback(1 if key == Qt.Key.Key_PageDown else -1)
        else:
            super().keyPressEvent(event)

    def _open(self, index: Index) -> None:
        cell = self._days.cell(index)
        if cell is not None:
            for callback in self._opened:
                callback(cell.day)

    def _on_style(self) -> None:
        self.verticalHeader().setMinimumSectionSize(self._kit.style.px(_LEAST_ROW))


class _DayDelegate(QStyledItemDelegate):
    """Paints a day: its number, its rest, the first appointments, how many more."""

    def __init__(self, kit: Kit, days: MonthModel, table: MonthTable) -> None:
        super().__init__(table)
        self._kit, self._days, self._table = kit, days, table

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        cell = self._days.cell(index)
        if cell is None:
            return
        style, box = self._kit.style, QRect(option.rect)
        text_by_itself(painter)
        painter.fillRect(box, style.color("sunken" if cell.is_rest or not cell.is_inside else "surface"))
        painter.setPen(QPen(style.color("line"), 1))
        painter.drawRect(box)
        inner = box.adjusted(style.px(8), style.px(5), -style.px(6), -style.px(4))
        number = style.font("body", bold=cell.is_today)
        tall = QFontMetrics(style.font("small")).height() + 1
        tone = "primary" if cell.is_today else "text" if cell.is_inside else "text3"
        self._line(painter, QRect(inner.x(), inner.y(), inner.width(), tall + 3), cell.number, number, tone)
        rest = QRect(inner.x() + style.px(30), inner.y(), inner.width() - style.px(30), tall + 3)
        note = self._kit.translator.text("有冲突") if cell.has_clash else cell.note
        self._line(painter, rest, note, style.font("caption"), "warn" if cell.has_clash else "text3")
        top = inner.y() + tall + style.px(6)
        for text in (*cell.lines, cell.more):
            if text and top + tall <= inner.bottom() + 4:
                line = QRect(inner.x(), top, inner.width(), tall)
                self._line(painter, line, text, style.font("small"), "text2")
                top += tall
        if index == self._table.currentIndex() and self._table.hasFocus():
            painter.setPen(QPen(style.color("focus"), 2))
            painter.drawRoundedRect(QRectF(box).adjusted(2, 2, -2, -2), style.px(6), style.px(6))

    def _line(self, painter: QPainter, box: QRect, text: str, font: QFont, tone: str) -> None:
        painter.setFont(font)
        painter.setPen(self._kit.style.color(tone))
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter), shown)
