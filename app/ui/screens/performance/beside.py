"""The plan of the case in hand, beside the list."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from app.presenters.workspace.performance.cards import PlanCard
from app.ui.kit import Kit
from app.ui.screens.performance.card import PlanCards, Pressed
from app.ui.shell.headers import ScrollBody
from app.ui.widgets.buttons import Button
from app.ui.widgets.texts import ElidedText, Text


class PlanBeside(QFrame):
    """Name and number of the case, a way into it, and its cards."""

    def __init__(self, kit: Kit, pressed: Pressed) -> None:
        super().__init__()
        self.setProperty("card", True)
        self._title = Text(kit, "", size="title3", bold=True, wrap=True)
        self._facts = ElidedText(kit, "", size="small", tone="text2")
        self.to_case = Button(
            kit, kit.translator.text("打开案件"), icon="folder", keys="Ctrl+O", height="small"
        )
        self.cards = PlanCards(kit, pressed)
        words = QVBoxLayout()
        kit.style.lay(words, gap=2)
        words.addWidget(self._title)
        words.addWidget(self._facts)
        head = QHBoxLayout()
        kit.style.lay(head, (14, 0, 12, 0), gap=8)
        head.addLayout(words, 1)
        head.addWidget(self.to_case, 0, Qt.AlignmentFlag.AlignTop)
        area = ScrollBody(kit, (12, 4, 12, 12), gap=10)
        area.body.addWidget(self.cards, 1)
        column = QVBoxLayout(self)
        kit.style.lay(column, (1, 12, 1, 1), gap=8)
        column.addLayout(head)
        column.addWidget(area, 1)

    def show_case(self, title: str, facts: str) -> None:
        """Name the case; without one there is no plan."""
        self._title.setText(title)
        self._facts.setText(facts)
        self.to_case.setVisible(bool(title))
        if not title:
            self.cards.show_cards(())

    def show_cards(self, cards: Sequence[PlanCard]) -> None:
        """Show its plan."""
        self.cards.show_cards(tuple(cards))
