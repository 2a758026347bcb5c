"""Find anything, run any command: one line and a list."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from app.ui.kit import Kit
from app.ui.runner import Latest, Runner
from app.ui.style.painting import text_by_itself
from app.ui.widgets.fields.line import LineField
from app.ui.widgets.texts import Text

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_WAIT_MS = 80
_ROW, _CAPTION = 40, 28
_BELOW_TOP = 64


@dataclass(frozen=True, slots=True)
class PaletteEntry:
    """One thing to find or do. ``group`` is its caption: 案件, 当事人, 命令; ``note`` stands below."""

    group: str
    text: str
    act: Callable[[], None]
    detail: str = ""
    icon: str = "right"
    keys: str = ""
    note: str = ""


class _Found(QAbstractListModel):
    """Captions and entries in one list; captions cannot be chosen."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: list[PaletteEntry | str] = []

    def show(self, entries: Sequence[PaletteEntry]) -> None:
        """Show entries under the captions of their groups, in the order they come."""
        self.beginResetModel()
        self.rows = []
        for group in dict.fromkeys(entry.group for entry in entries):
            self.rows.append(group)
            self.rows.extend(entry for entry in entries if entry.group == group)
        self.endResetModel()

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if index.isValid() and isinstance(self.rows[index.row()], str):
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or not 0 <= index.row() < len(self.rows):
            return None
        row = self.rows[index.row()]
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return row if isinstance(row, str) else f"{row.text} {row.detail}".strip()
        return None


class _Paint(QStyledItemDelegate):
    """Paints captions and entries."""

    def __init__(self, kit: Kit, found: _Found, parent: QWidget) -> None:
        super().__init__(parent)
        self._kit, self._found = kit, found

    def sizeHint(self, _option: QStyleOptionViewItem, index: _Index) -> QSize:
        caption = isinstance(self._found.rows[index.row()], str)
        return QSize(self._kit.style.px(200), self._kit.style.px(_CAPTION if caption else _ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        style, px, row = self._kit.style, self._kit.style.px, self._found.rows[index.row()]
        painter.save()
        text_by_itself(painter)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        lead = (
            QStyle.visualAlignment(option.direction, Qt.AlignmentFlag.AlignLeft)
            | Qt.AlignmentFlag.AlignVCenter
        )
        if isinstance(row, str):
            painter.setFont(style.font("caption"))
            painter.setPen(style.color("text3"))
            painter.drawText(option.rect.adjusted(px(12), 0, -px(12), 0), int(lead), row)
            painter.restore()
            return
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(style.color("sel"))
            painter.drawRoundedRect(option.rect.adjusted(2, 1, -2, -1), px(8), px(8))
        start = px(12)
        side = px(18)
        at = QRect(QPoint(option.rect.x() + start, option.rect.center().y() - side // 2), QSize(side, side))
        at = QStyle.visualRect(option.direction, option.rect, at)
        ratio = painter.device().devicePixelRatioF()
        painter.drawPixmap(at.topLeft(), style.picture(row.icon, "text2", 18, ratio))
        start += px(30)
        for text, font, tone in (
            (row.text, style.font(), "text"),
            (row.detail, style.font("small"), "text2"),
        ):
            room = option.rect.width() - start - px(12)
            shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, max(0, room))
            logical = QRect(option.rect.x() + start, option.rect.y(), room, option.rect.height())
            painter.setFont(font)
            painter.setPen(style.color(tone))
            painter.drawText(QStyle.visualRect(option.direction, option.rect, logical), int(lead), shown)
            start += QFontMetrics(font).horizontalAdvance(shown) + px(12)
        if row.keys:
            painter.setFont(style.font("caption"))
            painter.setPen(style.color("text3"))
            end = QStyle.visualAlignment(option.direction, Qt.AlignmentFlag.AlignRight)
            box = option.rect.adjusted(px(12), 0, -px(12), 0)
            painter.drawText(box, int(end | Qt.AlignmentFlag.AlignVCenter), row.keys)
        painter.restore()


class Chooser(QDialog):
    """Type, ↑↓, Enter; Esc closes. Entries are narrowed by ``matches(text, typed)`` at every key.

    Where entries have a ``note``, details are searched too and the chosen one stands in full below the list.
    """

    def __init__(
        self,
        kit: Kit,
        entries: Sequence[PaletteEntry],
        matches: Callable[[str, str], bool],
        *,
        title: str,
        hint: str,
        parent: QWidget,
    ) -> None:
        super().__init__(parent, Qt.WindowType.FramelessWindowHint | Qt.WindowType.Dialog)
        self._kit, self._entries, self._matches = kit, tuple(entries), matches
        self._tells = any(entry.note for entry in entries)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setModal(True)
        self.setWindowTitle(title)
        frame = QFrame()
        frame.setObjectName("palette")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        column = QVBoxLayout(frame)
        kit.style.lay(column, (10, 10, 10, 10), gap=8)
        self.line = LineField(kit, placeholder=hint, icon="search")
        self.line.setAccessibleName(title)
        self.line.enter_moves_on = False
        self._found = _Found(self)
        self._list = QListView()
        self._list.setObjectName("quiet")
        self._list.setModel(self._found)
        self._list.setItemDelegate(_Paint(kit, self._found, self._list))
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setAccessibleName(kit.translator.text("查到的"))
        self._list.clicked.connect(self._run)
        column.addWidget(self.line)
        column.addWidget(self._list, 1)
        self._told = Text(kit, wrap=True)
        self._note = Text(kit, size="small", tone="text2", wrap=True)
        for text in (self._told, self._note):
            text.setVisible(self._tells)
            column.addWidget(text)
        self._list.selectionModel().currentChanged.connect(self._tell)
        self.line.textChanged.connect(self._ask)
        kit.style.fix(self, width=640, height=520 if self._tells else 420)
        self._show("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 6, Qt.Key.Key_PageUp: -6}
        key = Qt.Key(event.key())
        if key in steps:
            self._step(steps[key])
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._enter()
        else:
            super().keyPressEvent(event)

    def open_over(self, window: QWidget) -> None:
        """Open below the top of a window; closing it is its end."""
        corner = window.mapToGlobal(window.rect().topLeft())
        self.move(corner.x() + (window.width() - self.width()) // 2, corner.y() + _BELOW_TOP)
        self.finished.connect(self.deleteLater)
        self.open()

    def _enter(self) -> None:
        self._run(self._list.currentIndex())

    def _ask(self, typed: str) -> None:
        self._show(typed.strip())

    def _show(self, wanted: str, before: Sequence[PaletteEntry] = ()) -> None:
        self._found.show(
            [*before, *(one for one in self._entries if not wanted or self._is_meant(one, wanted))]
        )
        self._step(0)
        if not self._found.rows:
            self._tell(QModelIndex())

    def _is_meant(self, entry: PaletteEntry, wanted: str) -> bool:
        is_told = self._tells and wanted.casefold() in f"{entry.group} {entry.detail} {entry.note}".casefold()
        return is_told or self._matches(entry.text, wanted)

    def _tell(self, index: _Index) -> None:
        """Tell the chosen one in full: a line of the list has not the room."""
        row = self._found.rows[index.row()] if index.isValid() else ""
        nothing = self._kit.translator.text("没有找到，换个字试试")
        detail, note = (nothing, "") if isinstance(row, str) else (row.detail, row.note)
        self._told.setText(detail)
        self._note.setText(note)

    def _step(self, step: int) -> None:
        entries = [row for row, what in enumerate(self._found.rows) if not isinstance(what, str)]
        if not entries:
            return
        now = self._list.currentIndex().row()
        place = entries.index(now) if now in entries else 0
        goal = entries[max(0, min(len(entries) - 1, place + step))]
        self._list.setCurrentIndex(self._found.index(goal, 0))

    def _run(self, index: _Index) -> None:
        row = self._found.rows[index.row()] if index.isValid() else ""
        if not isinstance(row, str):
            self.accept()
            row.act()


class PaletteDialog(Chooser):
    """Ctrl+K: what the data knows and what the program can do.

    ``search`` runs on the database lane and returns what the data knows; ``commands`` are narrowed
    at every key.
    """

    def __init__(
        self,
        kit: Kit,
        runner: Runner,
        search: Callable[[str], Sequence[PaletteEntry]],
        commands: Sequence[PaletteEntry],
        matches: Callable[[str, str], bool],
        *,
        parent: QWidget,
    ) -> None:
        words = kit.translator.text
        title, hint = words("查找与命令"), words("搜案号、姓名、电话、证件后四位")
        super().__init__(kit, commands, matches, title=title, hint=hint, parent=parent)
        self._search = search
        self._data: tuple[PaletteEntry, ...] = ()
        self._latest = Latest(runner, self, delay_ms=_WAIT_MS, lane="database")
        self._is_entered = False

    def ask_again(self) -> None:
        """Show what was found as it may be shown now (names were hidden or shown)."""
        self._ask(self.line.text())

    def _enter(self) -> None:
        # Fast hands press Enter before the answer is there: it is taken as soon as it comes.
        self._is_entered = not self._found.rows
        super()._enter()

    def _ask(self, typed: str) -> None:
        wanted = typed.strip()
        self._data, self._is_entered = (), False
        self._show(wanted)
        if wanted:
            self._latest.ask(lambda: self._search(wanted), self._take)
        else:
            self._latest.forget()

    def _take(self, entries: Sequence[PaletteEntry]) -> None:
        self._data = tuple(entries)
        self._show(self.line.text().strip(), self._data)
        if self._is_entered:
            self._is_entered = False
            self._run(self._list.currentIndex())
