"""闭环: six columns side by side, in order; every entry leads to its case or its act."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QScrollArea, QVBoxLayout, QWidget

from app.presenters.watch.acts import WatchAct
from app.presenters.watch.loop import LoopColumn, LoopItem
from app.ui.kit import Kit
from app.ui.screens.watch.chips import deadline_of
from app.ui.widgets.buttons import Button
from app.ui.widgets.chips import CountPill, DeadlineChip
from app.ui.widgets.texts import ElidedText, Text

_COLUMN = 168
_MOST = 40
"""Entries of a column that are drawn; the count over it tells all."""


class LoopBoard(QScrollArea):
    """Enter or a click opens the case (or the form of what is no case yet); the menu key has every act."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._acts: list[Callable[[WatchAct, UUID], None]] = []
        self._cases: list[Callable[[UUID], None]] = []
        self._shown: tuple[LoopColumn, ...] | None = None
        self.entries: list[LoopEntry] = []
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(kit.translator.text("闭环六步"))
        self._inside = QWidget()
        self._inside.setObjectName("page")
        self._row = QHBoxLayout(self._inside)
        kit.style.lay(self._row, gap=12)
        self.setWidget(self._inside)

    def on_act(self, callback: Callable[[WatchAct, UUID], None]) -> None:
        """Call back with the act that is wanted and what it is about."""
        self._acts.append(callback)

    def on_case(self, callback: Callable[[UUID], None]) -> None:
        """Call back with the case that is to be opened."""
        self._cases.append(callback)

    def show_columns(self, columns: Sequence[LoopColumn]) -> None:
        """Show the six steps; the focus stays on its entry where it is still there."""
        if tuple(columns) == self._shown:
            return
        self._shown = tuple(columns)
        at = self.window().focusWidget()
        held = next((entry.item.subject_id for entry in self.entries if entry is at), None)
        while (old := self._row.takeAt(0)) is not None:
            widget = old.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.entries = []
        for column in columns:
            self._row.addWidget(self._column(column), 1)
        for entry in self.entries:
            if entry.item.subject_id == held:
                entry.setFocus()

    def focus(self) -> None:
        """Go to the first entry."""
        if self.entries:
            self.entries[0].setFocus()

    def open(self, item: LoopItem) -> None:
        """Open the case behind an entry, or go on with what is no case yet."""
        if item.case_id is not None:
            for callback in self._cases:
                callback(item.case_id)
        elif item.main is not None:
            self.press(item.main.act, item.subject_id)

    def press(self, act: WatchAct, subject_id: UUID) -> None:
        """Pass an act on."""
        for callback in self._acts:
            callback(act, subject_id)

    def open_menu(self, item: LoopItem, at: QPoint) -> None:
        """Offer everything that may be done with an entry."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if item.case_id is not None:
            opened = menu.addAction(self._kit.translator.text("打开案件"))
            opened.triggered.connect(lambda _on=False: self.open(item))
        for offered in item.acts:
            action = menu.addAction(offered.text)
            action.triggered.connect(lambda _on=False, act=offered.act: self.press(act, item.subject_id))
        menu.popup(at)

    def _column(self, column: LoopColumn) -> QFrame:
        kit = self._kit
        frame = QFrame()
        frame.setProperty("card", True)
        kit.style.least(frame, width=_COLUMN)
        inside = QVBoxLayout(frame)
        kit.style.lay(inside, (12, 12, 12, 12), gap=8)
        head = QHBoxLayout()
        head.addWidget(Text(kit, column.title, size="title3", bold=True))
        head.addStretch(1)
        head.addWidget(CountPill(kit, column.count))
        inside.addLayout(head)
        inside.addWidget(Text(kit, column.gloss, size="small", tone="text2", wrap=True))
        for item in column.items[:_MOST]:
            entry = LoopEntry(kit, item, self)
            self.entries.append(entry)
            inside.addWidget(entry)
        rest = len(column.items) - _MOST
        if rest > 0:
            inside.addWidget(
                Text(kit, kit.translator.text("另有 {n} 件", n=rest), size="small", tone="text2")
            )
        inside.addStretch(1)
        return frame


class LoopEntry(QFrame):
    """One entry: what it is, whose it is, its clock, and the verb that moves it on."""

    def __init__(self, kit: Kit, item: LoopItem, board: LoopBoard) -> None:
        super().__init__()
        self._kit, self.item, self._board = kit, item, board
        self.setProperty("card", True)
        self.setObjectName("loopEntry")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(item.spoken)
        self.setToolTip(item.spoken)
        column = QVBoxLayout(self)
        kit.style.lay(column, (10, 8, 10, 8), gap=4)
        head = QHBoxLayout()
        kit.style.lay(head, gap=6)
        self._icon = QLabel()
        head.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(Text(kit, item.title, wrap=True), 1)
        column.addLayout(head)
        kit.style.watch(self, self._on_style)
        self._on_style()
        if item.facts:
            column.addWidget(ElidedText(kit, item.facts, size="small", tone="text2"))
        foot = QHBoxLayout()
        kit.style.lay(foot, gap=6)
        if item.chip is not None:
            foot.addWidget(DeadlineChip(kit, deadline_of(item.chip), item.chip.text, spoken=item.chip.detail))
        foot.addStretch(1)
        column.addLayout(foot)
        if item.main is not None and not item.main.act.value.startswith("print"):
            self.verb = Button(kit, item.main.text, height="small")
            self.verb.setAccessibleName(f"{item.main.text} {item.title}")
            self.verb.clicked.connect(lambda _on=False: self._press())
            column.addWidget(self.verb, 0, Qt.AlignmentFlag.AlignLeft)

    def _on_style(self) -> None:
        tone = "text2" if self.item.kind == "search" else "sup"
        picture = self._kit.style.picture(self.item.kind, tone, 18, self.devicePixelRatioF())
        self._icon.setPixmap(picture)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._board.open(self.item)
            return
        super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: object) -> None:
        super().mouseReleaseEvent(event)  # type: ignore[arg-type]  # Qt hands a QMouseEvent
        self._board.open(self.item)

    def contextMenuEvent(self, _event: object) -> None:
        self._board.open_menu(self.item, self.mapToGlobal(self.rect().center()))

    def _press(self) -> None:
        if self.item.main is not None:
            self._board.press(self.item.main.act, self.item.subject_id)
