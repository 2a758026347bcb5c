"""对接 of one case in its workspace."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.presenters.desk import Desk
from app.presenters.navigation import Navigator
from app.presenters.referrals.cards import LinkAct, LinkCard
from app.presenters.referrals.pane import LinksPanePresenter
from app.presenters.workspace.folder import CaseFolder
from app.presenters.workspace.forms.presenter import FormPresenter
from app.ui.dialogs.form_dialog import FormDialog
from app.ui.kit import Kit
from app.ui.screens.referrals.card import LinkCardWidget
from app.ui.shell.headers import ScrollBody
from app.ui.widgets.buttons import Button
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.notices import EmptyState, ErrorStrip


class LinksPane(QWidget):
    """Cards of what the case has with others; what is typed lives in windows of its own."""

    def __init__(self, kit: Kit, desk: Desk, navigator: Navigator) -> None:
        super().__init__()
        self._kit = kit
        self._begun_shown: tuple[LinkAct, ...] | None = None
        self.begun: list[Button] = []
        self.cards: list[LinkCardWidget] = []
        self._error = ErrorStrip(kit)
        self._empty = EmptyState(kit, "", icon="swap")
        self._acts = QWidget()
        self._flow = FlowLayout(self._acts)
        kit.style.lay(self._flow, gap=8)
        area = ScrollBody(kit, (16, 14, 16, 16), gap=12)
        self._column = area.body
        for widget in (self._error, self._acts, self._empty):
            self._column.addWidget(widget)
        self._first = self._column.count()
        self._column.addStretch(1)
        column = QVBoxLayout(self)
        kit.style.lay(column)
        column.addWidget(area)
        self._presenter = LinksPanePresenter(desk, navigator, self)

    # workspace → pane

    def show_case(self, folder: CaseFolder) -> None:
        """Show a case, or the same case read again; open forms keep what is typed."""
        self._presenter.show_case(folder)

    def has_unsaved(self) -> bool:
        """Tell whether anything typed here is not kept: the windows of the forms keep their own."""
        return False

    def save_now(self) -> None:
        """Nothing is typed in the pane itself."""

    # presenter → view

    def show_cards(self, cards: Sequence[LinkCard]) -> None:
        """Show the cards; the focus stays on the same card's first act."""
        if [card.shown for card in self.cards] == list(cards):
            return
        at = self.window().focusWidget()
        held = next((card.shown.id for card in self.cards if at in card.verbs), None)
        for old in self.cards:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.cards = [
            LinkCardWidget(self._kit, card, self._presenter.act, self._presenter.print) for card in cards
        ]
        for place, card in enumerate(self.cards):
            card.on_copied(self._presenter.copied)
            self._column.insertWidget(place + self._first, card)
            if card.shown.id == held and card.verbs:
                card.verbs[0].setFocus()

    def show_begun(self, acts: Sequence[LinkAct]) -> None:
        """Offer what may be begun."""
        if self._begun_shown == tuple(acts):
            return
        self._begun_shown = tuple(acts)
        while (item := self._flow.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self.begun = [self._begin(act) for act in acts]
        for button in self.begun:
            self._flow.addWidget(button)
        self._acts.setVisible(bool(acts))

    def show_empty(self, words: str) -> None:
        """Say that there is nothing yet; empty words hide it."""
        self._empty.say(words)
        self._empty.setVisible(bool(words))

    def show_error(self, words: str) -> None:
        """Say at the top what failed; empty words hide it."""
        if words:
            self._error.tell(words)
        else:
            self._error.clear()

    def open_form(self, form: FormPresenter) -> None:
        """Open the window of a form."""
        FormDialog(self._kit, form, self).open()

    def _begin(self, act: LinkAct) -> Button:
        button = Button(self._kit, act.text, icon="plus")
        button.clicked.connect(lambda _on=False: self._presenter.act(act.key))
        return button
