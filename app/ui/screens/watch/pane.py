"""Everything about one order or whistle beside the list, with what may be done."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.presenters.watch.acts import OfferedAct, WatchAct
from app.presenters.watch.words import WatchCard
from app.ui.kit import Kit
from app.ui.screens.watch.chips import deadline_of
from app.ui.shell.headers import ScrollBody
from app.ui.widgets.buttons import Button
from app.ui.widgets.cards import Card
from app.ui.widgets.chips import CountPill, DeadlineChip
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.notices import EmptyState
from app.ui.widgets.texts import Text


class WatchPane(QWidget):
    """``on_act`` tells what is wanted, ``on_case`` which case, ``on_back`` that the list is."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._acts: list[Callable[[WatchAct, UUID], None]] = []
        self._cases: list[Callable[[UUID], None]] = []
        self._backs: list[Callable[[], None]] = []
        self._shown: WatchCard | None = None
        self._card: Card | None = None
        self.buttons: list[Button] = []
        self._area = ScrollBody(kit, (0, 0, 0, 0), gap=12)
        self._area.body.addStretch(1)
        self._empty = EmptyState(kit, kit.translator.text("选一件看全部内容。"), icon="megaphone")
        self._stack = QStackedWidget()
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._area)
        column = QVBoxLayout(self)
        kit.style.lay(column, (14, 0, 0, 0))
        column.addWidget(self._stack)

    def on_act(self, callback: Callable[[WatchAct, UUID], None]) -> None:
        """Call back with the act that is wanted and what it is about."""
        self._acts.append(callback)

    def on_case(self, callback: Callable[[UUID], None]) -> None:
        """Call back with the case that is to be opened."""
        self._cases.append(callback)

    def on_back(self, callback: Callable[[], None]) -> None:
        """Call back when the user wants back to the list."""
        self._backs.append(callback)

    def focus(self) -> None:
        """Take the user to the main act."""
        if self.buttons:
            self.buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def show_card(self, shown: WatchCard | None) -> None:
        """Show one, or nothing; the focus stays on the button it was on."""
        self._stack.setCurrentIndex(0 if shown is None else 1)
        if shown is None or shown == self._shown:
            self._shown = shown
            return
        at = self.window().focusWidget()
        held = next((place for place, button in enumerate(self.buttons) if button is at), None)
        self._shown = shown
        if self._card is not None:
            self._area.body.removeWidget(self._card)
            self._card.hide()
            self._card.deleteLater()
        self._card = self._made(shown)
        self._area.body.insertWidget(0, self._card)
        if held is not None and self.buttons:
            self.buttons[min(held, len(self.buttons) - 1)].setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        back = Qt.Key.Key_Right if rtl else Qt.Key.Key_Left
        if event.key() in {back, Qt.Key.Key_Escape} and not event.modifiers():
            for callback in self._backs:
                callback()
            return
        super().keyPressEvent(event)

    # pieces

    def _made(self, shown: WatchCard) -> Card:
        kit = self._kit
        icon = "whistle" if shown.is_whistle else "megaphone"
        card = Card(kit, shown.title, icon=icon, accent="sup")
        state = QHBoxLayout()
        kit.style.lay(state, gap=8)
        chip = shown.chip
        state.addWidget(DeadlineChip(kit, deadline_of(chip), chip.text, spoken=chip.detail or chip.text))
        if shown.status != chip.text:
            state.addWidget(CountPill(kit, shown.status, tone="sup"))
        state.addStretch(1)
        card.body.addLayout(state)
        card.body.addWidget(self._verbs(shown))
        grid = QGridLayout()
        kit.style.lay(grid, gap=(12, 8))
        grid.setColumnStretch(1, 1)
        for row, (label, value) in enumerate(shown.told):
            words = Text(kit, value, wrap=True)
            words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            words.setAccessibleName(f"{label}，{value}")
            name = Text(kit, label, size="small", tone="text2")
            grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(words, row, 1)
        card.body.addLayout(grid)
        return card

    def _verbs(self, shown: WatchCard) -> QWidget:
        kit = self._kit
        whole = QWidget()
        whole.setObjectName("plain")
        flow = FlowLayout(whole)
        kit.style.lay(flow, gap=8)
        self.buttons = []
        for place, offered in enumerate(shown.acts):
            is_main = not place and not offered.act.value.startswith("print")
            button = Button(kit, offered.text, kind="primary" if is_main else "secondary", height="small")
            button.setAccessibleName(f"{offered.text} {shown.title}")
            button.clicked.connect(lambda _on=False, act=offered: self._do(act, shown.id))
            self.buttons.append(button)
            flow.addWidget(button)
        if shown.case_id is not None:
            link = Button(kit, kit.translator.text("打开案件"), kind="link", height="small")
            link.clicked.connect(lambda _on=False, case=shown.case_id: self._open(case))
            self.buttons.append(link)
            flow.addWidget(link)
        return whole

    def _do(self, offered: OfferedAct, subject_id: UUID) -> None:
        for callback in self._acts:
            callback(offered.act, subject_id)

    def _open(self, case_id: UUID) -> None:
        for callback in self._cases:
            callback(case_id)
