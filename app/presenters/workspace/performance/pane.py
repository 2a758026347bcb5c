"""履行 in the workspace: the cards of one case, their forms and papers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol
from uuid import UUID

from app.domain.filing.kinds import DocumentKind
from app.presenters.desk import Desk
from app.presenters.navigation import Navigator
from app.presenters.sentences import sentence
from app.presenters.workspace.folder import CaseFolder
from app.presenters.workspace.forms.court.export import CourtExport
from app.presenters.workspace.papers import Papers
from app.presenters.workspace.performance.cards import (
    EXPORT_COURT,
    PRINT_LETTER,
    PRINT_RECEIPT,
    PRINT_VISIT,
    PlanCard,
    RowAct,
)
from app.presenters.workspace.performance.words import PerformanceWords

_PAPERS = {
    PRINT_RECEIPT: DocumentKind.PERFORMANCE_RECEIPT,
    PRINT_LETTER: DocumentKind.URGING_LETTER,
    PRINT_VISIT: DocumentKind.FOLLOW_UP_RECORD,
}


class PerformancePaneView(Protocol):
    """What the pane can show."""

    def show_cards(self, cards: Sequence[PlanCard]) -> None:
        """Show the cards."""

    def show_error(self, words: str) -> None:
        """Say at the top what failed; empty words hide it."""


class PerformancePanePresenter:
    """Shows the performance of one case; ``ask`` opens a form of it by key."""

    def __init__(
        self,
        desk: Desk,
        navigator: Navigator,
        view: PerformancePaneView,
        ask: Callable[[str, UUID | None], None],
    ) -> None:
        self._desk, self._view, self._ask = desk, view, ask
        self._words = PerformanceWords(desk)
        self._papers = Papers(desk, navigator, self._failed)
        self._export = CourtExport(desk, navigator, self._failed)
        self._folder: CaseFolder | None = None

    def show_case(self, folder: CaseFolder) -> None:
        """Show a case, or the same case read again."""
        self._folder = folder

        def arrived(cards: tuple[PlanCard, ...]) -> None:
            if self._folder is folder:
                self._view.show_error("")
                self._view.show_cards(cards)

        self._desk.runner.submit(lambda: self._cards(folder), arrived, self._failed)

    def _cards(self, folder: CaseFolder) -> tuple[PlanCard, ...]:
        names = self._desk.names
        found = self._desk.services.performance.legal_steps(folder.case.id)
        ways = {plan_id: names.shown(steps, folder) for plan_id, steps in found.items()}
        return self._words.cards(names.shown(folder), ways)

    def press(self, act: RowAct) -> None:
        """Do what a button says: print a paper as it was issued, or open a form."""
        paper = _PAPERS.get(act.key)
        if self._folder is None:
            return
        if act.key == EXPORT_COURT and act.subject is not None:
            self._export.export(self._folder, act.subject)
        elif paper is None:
            self._ask(act.key, act.subject)
        elif act.key == PRINT_LETTER:
            self._print_letter(self._folder, act.subject)
        else:
            self._papers.print(self._folder.case.id, paper, act.subject)

    def _print_letter(self, folder: CaseFolder, urging_id: UUID | None) -> None:
        """Print the letter that was sent: what is owed may be another sum by now."""
        for document in folder.documents:
            if document.kind is DocumentKind.URGING_LETTER and document.subject_id == urging_id:
                self._papers.print_stored(document)
                return

    def _failed(self, error: Exception) -> None:
        self._view.show_error(sentence(self._desk.translator, error))
