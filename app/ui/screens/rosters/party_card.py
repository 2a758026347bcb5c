"""The details of one party beside the register: masked, with the cases it took part in."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QStackedWidget, QVBoxLayout, QWidget

from app.presenters.rosters.party_words import LinkedCase, PartyCard
from app.ui.kit import Kit
from app.ui.shell.headers import ScrollBody
from app.ui.widgets.buttons import Button
from app.ui.widgets.cards import Card
from app.ui.widgets.notices import EmptyState
from app.ui.widgets.texts import Text


class PartyPane(QWidget):
    """``on_edit`` and ``on_case`` tell what is wanted."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._edits: list[Callable[[UUID], None]] = []
        self._cases: list[Callable[[UUID], None]] = []
        self._card: PartyCard | None = None
        self._made: list[Card] = []
        self._area = ScrollBody(kit, (0, 0, 0, 0), gap=12)
        self._area.body.addStretch(1)
        self._empty = EmptyState(kit, kit.translator.text("选一位当事人看详情。"), icon="idcard")
        self._stack = QStackedWidget()
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._area)
        column = QVBoxLayout(self)
        kit.style.lay(column)
        column.addWidget(self._stack)

    def on_edit(self, callback: Callable[[UUID], None]) -> None:
        """Call back with the entry that is to be changed."""
        self._edits.append(callback)

    def on_case(self, callback: Callable[[UUID], None]) -> None:
        """Call back with the case that is to be opened."""
        self._cases.append(callback)

    def show_card(self, card: PartyCard | None) -> None:
        """Show a party, or nobody."""
        self._stack.setCurrentIndex(0 if card is None else 1)
        if card is None or card == self._card:
            return
        self._card = card
        for old in self._made:
            self._area.body.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._made = [self._details(card), self._linked(card)]
        for place, widget in enumerate(self._made):
            self._area.body.insertWidget(place, widget)

    def _details(self, card: PartyCard) -> Card:
        kit = self._kit
        say = self._kit.translator.text
        made = Card(kit, card.name, note=card.kind)
        edit = Button(kit, say("修改"), height="small")
        edit.setAccessibleName(say("修改{name}", name=card.name))
        edit.clicked.connect(lambda _on=False: self._tell(self._edits, card.record_id))
        made.add_action(edit)
        grid = QGridLayout()
        kit.style.lay(grid, gap=(12, 6))
        grid.setColumnStretch(1, 1)
        for row, (label, value) in enumerate(card.lines):
            words = Text(kit, value, wrap=True)
            words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            words.setAccessibleName(f"{label}，{value}")
            grid.addWidget(Text(kit, label, size="small", tone="text2"), row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(words, row, 1)
        made.body.addLayout(grid)
        return made

    def _linked(self, card: PartyCard) -> Card:
        kit = self._kit
        say = self._kit.translator.text
        made = Card(kit, say("参与的案件"), note=say("{n} 件", n=len(card.cases)))
        for case in card.cases:
            made.body.addWidget(self._case(case))
        if not card.cases:
            made.body.addWidget(Text(kit, say("没有关联的案件。"), tone="text2"))
        return made

    def _case(self, case: LinkedCase) -> QWidget:
        kit = self._kit
        whole = QWidget()
        column = QVBoxLayout(whole)
        kit.style.lay(column, gap=2)
        link = Button(kit, case.title, kind="link", height="small")
        link.setAccessibleName(case.spoken)
        link.clicked.connect(lambda _on=False: self._tell(self._cases, case.case_id))
        column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(Text(kit, case.facts, size="small", tone="text2", wrap=True))
        return whole

    @staticmethod
    def _tell(callbacks: list[Callable[[UUID], None]], id_: UUID) -> None:
        for callback in callbacks:
            callback(id_)
