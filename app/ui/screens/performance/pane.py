"""履行 of one case in its workspace."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.presenters.desk import Desk
from app.presenters.navigation import Navigator
from app.presenters.workspace.folder import CaseFolder
from app.presenters.workspace.performance.cards import PlanCard
from app.presenters.workspace.performance.pane import PerformancePanePresenter
from app.ui.kit import Kit
from app.ui.screens.performance.card import PlanCards
from app.ui.shell.headers import ScrollBody
from app.ui.widgets.notices import ErrorStrip


class PerformancePane(QWidget):
    """The cards of one case; everything typed lives in windows of their own."""

    def __init__(
        self,
        kit: Kit,
        desk: Desk,
        navigator: Navigator,
        ask: Callable[[str, UUID | None, UUID | None], None],
    ) -> None:
        super().__init__()

        def open_form(key: str, subject: UUID | None) -> None:
            ask(key, subject, None)

        self._presenter = PerformancePanePresenter(desk, navigator, self, open_form)
        self._error = ErrorStrip(kit)
        self.cards = PlanCards(kit, self._presenter.press)
        area = ScrollBody(kit, (16, 14, 16, 16), gap=12)
        area.setAccessibleName(kit.translator.text("履行"))
        area.body.addWidget(self._error)
        area.body.addWidget(self.cards, 1)
        column = QVBoxLayout(self)
        kit.style.lay(column)
        column.addWidget(area)

    # workspace → pane

    def show_case(self, folder: CaseFolder) -> None:
        """Show a case, or the same case read again."""
        self._presenter.show_case(folder)

    def has_unsaved(self) -> bool:
        """Nothing is typed here."""
        return False

    def save_now(self) -> None:
        """Nothing is typed here."""

    # presenter → view

    def show_cards(self, cards: Sequence[PlanCard]) -> None:
        """Show the cards."""
        self.cards.show_cards(tuple(cards))

    def show_error(self, words: str) -> None:
        """Say at the top what failed; empty words hide it."""
        if words:
            self._error.tell(words)
        else:
            self._error.clear()
