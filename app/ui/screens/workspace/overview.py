"""概况: the dispute, every party with consent and agents, and how far the case has come."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.domain.values.days.moments import local_day
from app.presenters.desk import Desk
from app.presenters.rosters.reveals import SHOWN_SECONDS, Reveals
from app.presenters.sentences import sentence
from app.presenters.workspace.cards import CardAct, Line, OverviewCard
from app.presenters.workspace.folder import CaseFolder
from app.presenters.workspace.watch_cards import watch_cards
from app.presenters.workspace.words.overview import OverviewWords
from app.ui.kit import Kit
from app.ui.shell.pages import bind
from app.ui.widgets.buttons import Button
from app.ui.widgets.cards import Accent, Card
from app.ui.widgets.chips import CountPill, Tone
from app.ui.widgets.fields.masked import MaskedNumberText
from app.ui.widgets.notices import ErrorStrip
from app.ui.widgets.texts import Text

Ask = Callable[[str, UUID | None, UUID | None], None]
_TONES: dict[str, Tone] = {"ok": "ok", "err": "err", "warn": "warn", "neutral": "neutral"}


class OverviewPane(QWidget):
    """Read only; every correction is a form, so nothing is ever half typed here."""

    def __init__(self, kit: Kit, desk: Desk, ask: Ask) -> None:
        super().__init__()
        self._kit, self._desk, self._ask = kit, desk, ask
        self._words = OverviewWords(desk)
        self._reveals = Reveals(desk, self._failed, desk.feed.announce)
        self._case_id: UUID | None = None
        self._shown: tuple[OverviewCard, ...] = ()
        self._cards: list[QWidget] = []
        inside = QWidget()
        inside.setObjectName("page")
        self._column = QVBoxLayout(inside)
        kit.style.lay(self._column, (16, 14, 16, 16), gap=12)
        self._column.addStretch(1)
        self._area = QScrollArea()
        self._area.setObjectName("reading")
        self._area.setAccessibleName(kit.translator.text("概况"))
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(inside)
        self._strip = ErrorStrip(kit)
        column = QVBoxLayout(self)
        kit.style.lay(column)
        column.addWidget(self._strip)
        column.addWidget(self._area)

    def show_case(self, folder: CaseFolder) -> None:
        """Show a case; the place scrolled to stays."""
        day = local_day(folder.case.registered_at)
        self._case_id = folder.case.id
        people = self._desk.services.people

        def arrived(cards: tuple[OverviewCard, ...]) -> None:
            self._strip.clear()
            if cards != self._shown:
                self._show(cards)

        def read() -> tuple[OverviewCard, ...]:
            first, *others = self._words.cards(
                folder, people.dispute_types(day).name_of(folder.case.dispute_type)
            )
            return (first, *watch_cards(self._desk, folder), *others)

        self._desk.runner.submit(read, arrived, self._failed)

    def has_unsaved(self) -> bool:
        """Nothing is typed here."""
        return False

    def save_now(self) -> None:
        """Nothing is typed here."""

    def _failed(self, error: Exception) -> None:
        self._strip.tell(sentence(self._kit.translator, error))

    def _show(self, cards: tuple[OverviewCard, ...]) -> None:
        self._shown = cards
        at = self._area.verticalScrollBar().value()
        held = self.window().focusWidget()
        if held is not None and self.isAncestorOf(held):
            self._area.setFocus()  # the button in hand goes: keys must go on working here
        for old in self._cards:
            self._column.removeWidget(old)
            old.deleteLater()
        self._cards = [self._card(card) for card in cards]
        for place, widget in enumerate(self._cards):
            self._column.insertWidget(place, widget)
        self._area.verticalScrollBar().setValue(at)

    def _card(self, shown: OverviewCard) -> Card:
        accent: Accent = "sup" if shown.icon else ""
        card = Card(self._kit, shown.title, note=shown.note, icon=shown.icon, accent=accent)
        if shown.consent is not None:
            tone, words = shown.consent
            card.add_action(CountPill(self._kit, words, tone=_TONES[tone]))
        for act in shown.acts:
            card.add_action(self._button(act))
        grid = QGridLayout()
        self._kit.style.lay(grid, gap=(12, 6))
        grid.setColumnStretch(1, 1)
        for row, line in enumerate(shown.lines):
            label = Text(self._kit, line.label, size="small", tone="text2")
            is_masked = line.number is not None
            side = Qt.AlignmentFlag.AlignVCenter if is_masked else Qt.AlignmentFlag.AlignTop
            grid.addWidget(label, row, 0, side)
            grid.addWidget(self._value(line), row, 1)
            if line.acts:
                grid.addLayout(self._acts(line.acts), row, 2, Qt.AlignmentFlag.AlignTop)
        card.body.addLayout(grid)
        self._add_agents(card, shown)
        for words in shown.earlier:
            card.body.addWidget(Text(self._kit, words, size="small", tone="text2", wrap=True))
        return card

    def _value(self, line: Line) -> QWidget:
        case_id, party_id, number = self._case_id, line.party_id, line.number
        if number is not None and party_id is not None and case_id is not None:
            ask = partial(self._reveals.in_case, case_id, party_id, number)
            return MaskedNumberText(self._kit, line.label, line.value, ask, seconds=SHOWN_SECONDS)
        value = Text(self._kit, line.value, tone=line.tone, wrap=True)
        value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        value.setAccessibleName(f"{line.label}，{line.value}")
        return value

    def _add_agents(self, card: Card, shown: OverviewCard) -> None:
        for agent in shown.agents:
            row = QHBoxLayout()
            self._kit.style.lay(row, gap=6)
            row.addWidget(Text(self._kit, agent.text, size="small", wrap=True), 1)
            for act in agent.acts:
                row.addWidget(self._button(act))
            card.body.addLayout(row)

    def _acts(self, acts: tuple[CardAct, ...]) -> QHBoxLayout:
        row = QHBoxLayout()
        self._kit.style.lay(row, gap=6)
        for act in acts:
            row.addWidget(self._button(act))
        return row

    def _button(self, act: CardAct) -> Button:
        button = Button(self._kit, act.text, kind="link", height="small")
        button.clicked.connect(lambda _on=False: self._ask(act.key, act.subject, act.part))
        for key in ("Return", "Enter"):
            bind(button, key, button.click_if_enabled)
        return button
