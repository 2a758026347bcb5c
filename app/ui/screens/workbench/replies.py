"""督办待回复: the orders this user has to answer, with the purple border that is theirs alone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.presenters.workbench.view import OwedReply
from app.ui.kit import Kit
from app.ui.screens.cases.table import deadline_of
from app.ui.widgets.buttons import Button
from app.ui.widgets.cards import Card
from app.ui.widgets.chips import DeadlineChip
from app.ui.widgets.texts import Text


class OwedReplies(Card):
    """One block for each order; without any the card is not there."""

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit, kit.translator.text("督办待回复"), icon="megaphone", accent="sup")
        self._shown: tuple[OwedReply, ...] = ()
        self._blocks: list[QWidget] = []
        self.buttons: list[Button] = []
        self.setVisible(False)

    def show_replies(self, rows: Sequence[OwedReply], note: str, opened: Callable[[UUID], None]) -> None:
        """Show other orders; the focus stays on the button it was on."""
        self.set_note(note)
        self.setVisible(bool(rows))
        if tuple(rows) == self._shown:
            return
        at = self.window().focusWidget()
        held = next((place for place, button in enumerate(self.buttons) if button is at), None)
        self._shown = tuple(rows)
        for old in self._blocks:
            self.body.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.buttons = []
        self._blocks = [self._block(row, opened) for row in rows]
        for block in self._blocks:
            self.body.addWidget(block)
        if held is not None and self.buttons:
            self.buttons[min(held, len(self.buttons) - 1)].setFocus()

    def _block(self, row: OwedReply, opened: Callable[[UUID], None]) -> QWidget:
        kit = self._kit
        block = QWidget()
        block.setObjectName("plain")
        column = QVBoxLayout(block)
        kit.style.lay(column, gap=6)
        head = QHBoxLayout()
        kit.style.lay(head, gap=8)
        chip = row.chip
        head.addWidget(DeadlineChip(kit, deadline_of(chip.kind), chip.text, spoken=chip.detail))
        head.addStretch(1)
        button = Button(kit, kit.translator.text("回复"), height="small")
        button.setAccessibleName(row.spoken)
        button.clicked.connect(lambda _on=False: opened(row.order_id))
        head.addWidget(button)
        self.buttons.append(button)
        column.addLayout(head)
        column.addWidget(Text(kit, row.title, bold=True, wrap=True), 0, Qt.AlignmentFlag.AlignTop)
        column.addWidget(Text(kit, row.asked, tone="text2", wrap=True))
        return block
