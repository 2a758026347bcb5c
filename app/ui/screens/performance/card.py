"""One card of 履行: rows with a mark, words, and the buttons that stand at them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.presenters.workspace.performance.cards import PlanCard, PlanRow, RowAct
from app.ui.kit import Kit
from app.ui.widgets.buttons import Button
from app.ui.widgets.cards import Card
from app.ui.widgets.chips import CountPill, Tone
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.texts import Text

Pressed = Callable[[RowAct], None]


class PlanCardWidget(Card):
    """A card; ``buttons`` are all of it in reading order, by what they do."""

    def __init__(self, kit: Kit, shown: PlanCard, pressed: Pressed) -> None:
        super().__init__(kit, shown.title)
        self._pressed = pressed
        self.buttons: dict[RowAct, Button] = {}
        if shown.mark is not None:
            tone, word = shown.mark
            self.add_action(CountPill(kit, word, tone=cast("Tone", tone)))
        for act in shown.acts:
            self.add_action(self._button(act))
        if shown.note:
            self.body.addWidget(Text(kit, shown.note, size="small", tone="text2", wrap=True))
        for row in shown.rows:
            self.body.addWidget(self._row(row))
        if not shown.rows and shown.empty:
            self.body.addWidget(Text(kit, shown.empty, tone="text2", wrap=True))

    def _row(self, shown: PlanRow) -> QWidget:
        kit = self._kit
        row = QWidget()
        row.setAccessibleName(shown.spoken)
        column = QVBoxLayout(row)
        kit.style.lay(column, (0, 2, 0, 6), gap=3)
        first = QHBoxLayout()
        kit.style.lay(first, gap=8)
        if shown.mark is not None:
            tone, word = shown.mark
            pill = CountPill(kit, word, tone=cast("Tone", tone))
            first.addWidget(pill, 0, Qt.AlignmentFlag.AlignTop)
        text = Text(kit, shown.text, tone="text3" if shown.is_struck else "text", wrap=True)
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        first.addWidget(text, 1)
        column.addLayout(first)
        if shown.second:
            column.addWidget(Text(kit, shown.second, size="small", tone="text2", wrap=True))
        if shown.acts:
            acts = QWidget()
            flow = FlowLayout(acts)
            kit.style.lay(flow, gap=6)
            for act in shown.acts:
                flow.addWidget(self._button(act, shown.text))
            column.addWidget(acts)
        return row

    def _button(self, act: RowAct, about: str = "") -> Button:
        button = Button(self._kit, act.text, height="small")
        if about:
            button.setAccessibleName(f"{act.text} {about}")
        button.clicked.connect(lambda _on=False: self._pressed(act))
        self.buttons[act] = button
        return button


class PlanCards(QWidget):
    """Cards below each other; the button in hand stays in hand when they are shown anew."""

    def __init__(self, kit: Kit, pressed: Pressed) -> None:
        super().__init__()
        self._kit, self._pressed = kit, pressed
        self._shown: tuple[PlanCard, ...] = ()
        self._cards: list[PlanCardWidget] = []
        self._column = QVBoxLayout(self)
        kit.style.lay(self._column, gap=12)
        self._column.addStretch(1)

    def show_cards(self, cards: tuple[PlanCard, ...]) -> None:
        """Show other cards; the same ones stay as they are."""
        if cards == self._shown:
            return
        held = self.window().focusWidget()
        act = next((act for act, button in self._buttons() if button is held), None)
        self._shown = cards
        for old in self._cards:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._cards = [PlanCardWidget(self._kit, card, self._pressed) for card in cards]
        for place, card in enumerate(self._cards):
            self._column.insertWidget(place, card)
        again = [button for known, button in self._buttons() if known == act]
        if again:
            again[0].setFocus()

    def button(self, act: RowAct) -> Button | None:
        """Find the button of an act."""
        return next((button for known, button in self._buttons() if known == act), None)

    @property
    def acts(self) -> tuple[RowAct, ...]:
        """Give what the buttons do, in reading order."""
        return tuple(act for act, _button in self._buttons())

    def press(self, act: RowAct) -> None:
        """Press the button of an act; nothing where it is no longer there."""
        button = self.button(act)
        if button is not None:
            button.click()

    def first_button(self) -> Button | None:
        """Give the first button there is."""
        return next((button for _act, button in self._buttons()), None)

    def _buttons(self) -> Iterator[tuple[RowAct, Button]]:
        for card in self._cards:
            yield from card.buttons.items()
