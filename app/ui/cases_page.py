"""The page of cases: the list, and over it the workspace of the case that is open."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from PySide6.QtWidgets import QStackedWidget, QWidget

from app.ui.screens.cases import CasesScreen
from app.ui.screens.workspace.screen import WorkspaceScreen
from app.ui.shell.pages import LivesOnStage


class CasesPage(QStackedWidget):
    """The list of cases, and over it the workspace of the case that is open."""

    def __init__(self, listing: CasesScreen, make_workspace: Callable[[], WorkspaceScreen]) -> None:
        super().__init__()
        self._listing = listing
        self._make = make_workspace
        self._workspace: WorkspaceScreen | None = None
        self.addWidget(listing)

    def open_case(self, case_id: UUID, tab: str, *, act: bool) -> None:
        """Bring a case's workspace to the front."""
        if self._workspace is None:
            self._workspace = self._make()
            self.addWidget(self._workspace)
        self._turn_to(self._workspace)
        self._workspace.open_case(case_id, tab, act=act)

    def show_list(self) -> None:
        """Go back to the list; what is typed in the workspace is kept first."""
        self._turn_to(self._listing)

    def page_shown(self) -> None:
        """Pass the stage on to what is in front."""
        front: object = self.currentWidget()
        if isinstance(front, LivesOnStage):
            front.page_shown()

    def page_left(self) -> None:
        """Pass the farewell on."""
        front: object = self.currentWidget()
        if isinstance(front, LivesOnStage):
            front.page_left()

    def save_now(self) -> None:
        """Keep everything typed in the workspace."""
        if self._workspace is not None:
            self._workspace.save_now()

    def has_unsaved(self) -> bool:
        """Tell whether anything typed in the workspace is not yet kept on disk."""
        return self._workspace is not None and self._workspace.has_unsaved()

    def _turn_to(self, widget: QWidget) -> None:
        if self.currentWidget() is not widget:
            self.page_left()
            self.setCurrentWidget(widget)
            self.page_shown()
