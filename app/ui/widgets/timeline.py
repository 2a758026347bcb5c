"""What happened, newest first, along a line."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from app.ui.kit import Kit
from app.ui.style.painting import text_by_itself
from app.ui.widgets.texts import wrapped

_Index = QModelIndex | QPersistentModelIndex
_TEXT_FROM = 24
_MOST_LINES = 3


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """One event: when, what, by whom; ``is_system`` entries are quiet, ``is_key`` ones bold."""

    key: str
    when: str
    what: str
    who: str = ""
    is_key: bool = False
    is_system: bool = False


class _Entries(QAbstractListModel):
    """Read-only list of entries."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.entries: tuple[TimelineEntry, ...] = ()

    def show(self, entries: Sequence[TimelineEntry]) -> None:
        """Show other entries."""
        self.beginResetModel()
        self.entries = tuple(entries)
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.entries)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or not 0 <= index.row() < len(self.entries):
            return None
        entry = self.entries[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.what
        if role in {Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole}:
            return "\n".join(part for part in (entry.when, entry.what, entry.who) if part)
        return None


class _Line(QStyledItemDelegate):
    """Paints the line, the dot and the words: what and who take up to three lines each."""

    def __init__(self, kit: Kit, model: _Entries, parent: QListView) -> None:
        super().__init__(parent)
        self._kit, self._model, self._list = kit, model, parent

    def sizeHint(self, _option: QStyleOptionViewItem, index: _Index) -> QSize:
        px, width = self._kit.style.px, self._list.viewport().width()
        entry = self._model.entries[index.row()]
        tall = sum(QFontMetrics(font).height() for _words, font, _tone in self._lines(entry, width))
        return QSize(px(120), tall + px(8))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        style, px, entry = self._kit.style, self._kit.style.px, self._model.entries[index.row()]
        row: QRect = option.rect
        direction: Qt.LayoutDirection = option.direction
        state: QStyle.StateFlag = option.state
        painter.save()
        text_by_itself(painter)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(style.color("focus"), 2))
            painter.drawRoundedRect(row.adjusted(1, 1, -1, -1), px(6), px(6))
        self._paint_dot(painter, row, direction, index.row())
        leading = QStyle.visualAlignment(direction, Qt.AlignmentFlag.AlignLeft)
        y = row.y() + px(2)
        for words, font, tone in self._lines(entry, row.width()):
            height = QFontMetrics(font).height()
            logical = QRect(row.x() + px(_TEXT_FROM), y, self._room(row.width()), height)
            painter.setFont(font)
            painter.setPen(style.color(tone))
            box = QStyle.visualRect(direction, row, logical)
            painter.drawText(box, int(leading | Qt.AlignmentFlag.AlignVCenter), words)
            y += height
        painter.restore()

    def _lines(self, entry: TimelineEntry, width: int) -> list[tuple[str, QFont, str]]:
        """Give each line with its font and tone."""
        style, room = self._kit.style, self._room(width)
        quiet, body = style.font("small"), style.font("body", bold=entry.is_key)
        beside, main = ("text3", "text3") if entry.is_system else ("text2", "text")
        lines = [(entry.when, quiet, beside)]
        lines += [(line, body, main) for line in wrapped(entry.what, body, room, _MOST_LINES)]
        lines += [(line, quiet, beside) for line in wrapped(entry.who, quiet, room, _MOST_LINES)]
        return lines

    def _room(self, width: int) -> int:
        return width - self._kit.style.px(_TEXT_FROM + 4)

    def _paint_dot(self, painter: QPainter, row: QRect, direction: Qt.LayoutDirection, place: int) -> None:
        style, px = self._kit.style, self._kit.style.px
        strip = QRect(row.x() + px(6), row.y(), px(10), row.height())
        at = QStyle.visualRect(direction, row, strip).center().x()
        dot = QPointF(at, row.y() + px(11))
        painter.setPen(QPen(style.color("line"), 2))
        top = dot.y() if place == 0 else row.top()
        is_last = place == len(self._model.entries) - 1
        painter.drawLine(QPointF(at, top), QPointF(at, dot.y() if is_last else row.bottom() + 1))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(style.color("primary" if place == 0 else "line2"))
        painter.drawEllipse(dot, px(5), px(5))


class Timeline(QListView):
    """``timeline.show_entries([TimelineEntry("7", "今天 09:30", "第 2 次调解", "翻译 热依汗")])``."""

    def __init__(self, kit: Kit, *, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("quiet")
        self.setAccessibleName(name)
        self._entries = _Entries(self)
        self.setModel(self._entries)
        self.setItemDelegate(_Line(kit, self._entries, self))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        kit.style.watch(self, self._on_style)

    def show_entries(self, entries: Sequence[TimelineEntry]) -> None:
        """Show other entries, newest first; the place scrolled to stays."""
        at = self.verticalScrollBar().value()
        self._entries.show(entries)
        self.verticalScrollBar().setValue(at)

    def on_opened(self, callback: Callable[[str], None]) -> None:
        """Call back with the key of the entry the user opens (Enter or double click)."""
        self.activated.connect(lambda index: callback(self._entries.entries[index.row()].key))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.scheduleDelayedItemsLayout()

    def _on_style(self) -> None:
        self.scheduleDelayedItemsLayout()
