"""The details of one party beside the register: masked, with its cases and its place among other entries."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.presenters.rosters.parties import PartiesPresenter
from app.presenters.rosters.party_words import CardLine, LinkedCase, OtherParty, PartyCard
from app.presenters.rosters.reveals import SHOWN_SECONDS
from app.ui.kit import Kit
from app.ui.shell.headers import ScrollBody
from app.ui.widgets.buttons import Button
from app.ui.widgets.cards import Card
from app.ui.widgets.fields.masked import MaskedNumberText
from app.ui.widgets.notices import EmptyState
from app.ui.widgets.texts import Text


class PartyPane(QWidget):
    """Shows a card; its buttons ask ``presenter``."""

    def __init__(self, kit: Kit, presenter: PartiesPresenter) -> None:
        super().__init__()
        self._kit, self._presenter = kit, presenter
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

    def show_card(self, card: PartyCard | None) -> None:
        """Show a party, or nobody; parts that say the same stay, and a number shown in one of them."""
        self._stack.setCurrentIndex(0 if card is None else 1)
        if card is None or card == self._card:
            return
        old, self._card = self._card, card
        if old is None or old.record_id != card.record_id or _without_history(old) != _without_history(card):
            self._replace(0, [self._details(card), self._linked(card), *self._others(card)], len(self._made))
        else:
            self._replace(len(self._made) - 1, [], 1)
        self._replace(len(self._made), [self._history(card)], 0)

    def _replace(self, at: int, cards: list[Card], gone: int) -> None:
        for old in self._made[at : at + gone]:
            self._area.body.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._made[at : at + gone] = cards
        for place, widget in enumerate(cards, start=at):
            self._area.body.insertWidget(place, widget)

    # the details

    def _details(self, card: PartyCard) -> Card:
        kit = self._kit
        say = kit.translator.text
        made = Card(kit, card.name, note=card.kind)
        if card.standing is None:
            for verb, name, act in (
                (say("合并"), say("把另一条合并到{name}", name=card.name), self._presenter.merge),
                (say("修改"), say("修改{name}", name=card.name), self._presenter.edit),
            ):
                button = Button(kit, verb, height="small")
                button.setAccessibleName(name)
                button.clicked.connect(partial(_press, partial(act, card.record_id)))
                made.add_action(button)
        else:
            told = say("已并入{name}。案件和资料都看那一条。", name=card.standing.name)
            made.body.addWidget(Text(kit, told, tone="warn", wrap=True))
            see = Button(kit, say("看{name}", name=card.standing.name), kind="link", height="small")
            see.clicked.connect(partial(_press, partial(self._presenter.look_at, card.standing.id)))
            made.body.addWidget(see, 0, Qt.AlignmentFlag.AlignLeft)
        grid = QGridLayout()
        kit.style.lay(grid, gap=(12, 6))
        grid.setColumnStretch(1, 1)
        for row, line in enumerate(card.lines):
            label = Text(kit, line.label, size="small", tone="text2")
            is_masked = line.number is not None
            side = Qt.AlignmentFlag.AlignVCenter if is_masked else Qt.AlignmentFlag.AlignTop
            grid.addWidget(label, row, 0, side)
            grid.addWidget(self._value(card, line), row, 1)
        made.body.addLayout(grid)
        return made

    def _value(self, card: PartyCard, line: CardLine) -> QWidget:
        if line.number is not None:
            ask = partial(self._presenter.reveals.of_record, card.record_id, line.number)
            return MaskedNumberText(self._kit, line.label, line.value, ask, seconds=SHOWN_SECONDS)
        words = Text(self._kit, line.value, wrap=True)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        words.setAccessibleName(f"{line.label}，{line.value}")
        return words

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
        link.clicked.connect(partial(_press, partial(self._presenter.open_case, case.case_id)))
        column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(Text(kit, case.facts, size="small", tone="text2", wrap=True))
        return whole

    # other entries

    def _others(self, card: PartyCard) -> list[Card]:
        kit = self._kit
        say = kit.translator.text
        made = []
        if card.alike:
            alike = Card(kit, say("可能是同一人"), note=say("名册中已有此人"), accent="warn")
            for other in card.alike:
                act = partial(self._presenter.merge, card.record_id, other.id)
                name = say("与{name}合并", name=other.name)
                alike.body.addLayout(self._other(other, say("合并"), name, act))
            made.append(alike)
        if card.absorbed:
            absorbed = Card(kit, say("并入的条目"))
            for other in card.absorbed:
                act = partial(self._presenter.part, other.id)
                name = say("把{name}分开", name=other.name)
                absorbed.body.addLayout(self._other(other, say("分开") if other.can_part else "", name, act))
            if len(card.absorbed) > 1:
                told = say("后并入的先分开。")
                absorbed.body.addWidget(Text(kit, told, size="small", tone="text2", wrap=True))
            made.append(absorbed)
        return made

    def _other(self, other: OtherParty, verb: str, name: str, act: Callable[[], None]) -> QHBoxLayout:
        kit = self._kit
        row, words = QHBoxLayout(), QVBoxLayout()
        kit.style.lay(row, gap=8)
        kit.style.lay(words, gap=2)
        words.addWidget(Text(kit, other.name, wrap=True))
        words.addWidget(Text(kit, other.facts, size="small", tone="text2", wrap=True))
        row.addLayout(words, 1)
        if verb:
            button = Button(kit, verb, height="small")
            button.setAccessibleName(name)
            button.clicked.connect(partial(_press, act))
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _history(self, card: PartyCard) -> Card:
        kit = self._kit
        made = Card(kit, kit.translator.text("经过"))
        for when, act in card.history:
            made.body.addWidget(Text(kit, act, wrap=True))
            made.body.addWidget(Text(kit, when, size="small", tone="text2", wrap=True))
        return made


def _press(act: Callable[[], None], _on: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt tells whether a button is checked
    act()


def _without_history(card: PartyCard) -> tuple[object, ...]:
    return (card.name, card.kind, card.lines, card.cases, card.standing, card.alike, card.absorbed)
