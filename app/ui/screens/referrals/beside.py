"""The line under the cursor beside the handing-over list: its card, and the way to its case."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.presenters.referrals.cards import LinkCard
from app.ui.kit import Kit
from app.ui.screens.referrals.card import Acted, LinkCardWidget, Printed
from app.ui.shell.headers import ScrollBody
from app.ui.widgets.buttons import Button
from app.ui.widgets.notices import EmptyState
from app.ui.widgets.texts import Text


class LinkBeside(QWidget):
    """``card`` is what is on show; Esc goes back to the list."""

    def __init__(self, kit: Kit, acted: Acted, printed: Printed) -> None:
        super().__init__()
        self._kit, self._acted, self._printed = kit, acted, printed
        self._backs: list[Callable[[], None]] = []
        self._copied: list[Callable[[], None]] = []
        self.card: LinkCardWidget | None = None
        self.setAccessibleName(kit.translator.text("预览"))
        self._title = Text(kit, "", size="title3", bold=True, wrap=True)
        self._facts = Text(kit, "", size="small", tone="text2", wrap=True)
        self.open = Button(kit, kit.translator.text("打开案件"), height="small")
        area = ScrollBody(kit, (16, 0, 0, 0), gap=8)
        self._body = area.body
        self._body.addWidget(self._title)
        self._body.addWidget(self._facts)
        self._body.addWidget(self.open, 0, Qt.AlignmentFlag.AlignLeft)
        self._body.addStretch(1)
        self._stack = QStackedWidget()
        self._stack.addWidget(EmptyState(kit, kit.translator.text("选一件看详情。"), icon="swap"))
        self._stack.addWidget(area)
        column = QVBoxLayout(self)
        kit.style.lay(column)
        column.addWidget(self._stack)

    def on_back(self, callback: Callable[[], None]) -> None:
        """Call back when the user wants back to the list."""
        self._backs.append(callback)

    def on_copied(self, callback: Callable[[], None]) -> None:
        """Call back when a reply was copied."""
        self._copied.append(callback)

    def show_card(self, card: LinkCard | None, title: str, facts: str) -> None:
        """Show one thing with its case, or nothing."""
        self._stack.setCurrentIndex(0 if card is None else 1)
        self._title.setText(title)
        self._facts.setText(facts)
        if self.card is not None and card == self.card.shown:
            return
        has_focus = self.card is not None and self.window().focusWidget() in self.card.verbs
        if self.card is not None:
            self._body.removeWidget(self.card)
            self.card.hide()
            self.card.deleteLater()
            self.card = None
        if card is None:
            return
        self.card = LinkCardWidget(self._kit, card, self._acted, self._printed, is_main=True)
        for callback in self._copied:
            self.card.on_copied(callback)
        self._body.insertWidget(3, self.card)
        if has_focus:
            self.focus()

    def focus(self) -> None:
        """Take the user to the next act, or to the way to the case."""
        verbs = self.card.verbs if self.card is not None else []
        (verbs[0] if verbs else self.open).setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not event.modifiers():
            for callback in self._backs:
                callback()
            return
        super().keyPressEvent(event)
