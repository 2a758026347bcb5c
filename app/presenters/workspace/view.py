"""What the workspace can show; its presenter decides when."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol
from uuid import UUID

from app.domain.duties.next_steps import NextStepKind
from app.presenters.workspace.folder import CaseFolder
from app.presenters.workspace.forms.presenter import FormPresenter
from app.presenters.workspace.menu import MenuEntry
from app.presenters.workspace.words.frame import HeaderWords, TimelineLine


class WorkspaceView(Protocol):
    """The frame around the panes."""

    def show_loading(self) -> None:
        """Show that a case is being read for the first time."""

    def show_failure(self, words: str) -> None:
        """Say that the case could not be read; the user may try again. Empty words hide it."""

    def show_header(self, header: HeaderWords) -> None:
        """Show head and stepper."""

    def show_menu(self, entries: Sequence[MenuEntry]) -> None:
        """Offer these entries in 更多."""

    def show_timeline(self, lines: Sequence[TimelineLine]) -> None:
        """Show the history."""

    def show_counts(self, counts: Mapping[str, str]) -> None:
        """Show counts beside the words of the tabs, by tab."""

    def show_folder(self, folder: CaseFolder) -> None:
        """Hand the case to the panes."""

    def show_tab(self, key: str) -> None:
        """Bring a pane to the front."""

    def show_look_back(self, words: str, *, is_missing: bool) -> None:
        """Say what a step has left, or still needs; empty words hide it."""

    def take_step(self, tab: str, kind: NextStepKind, subject_id: UUID | None) -> None:
        """Let the pane of a tab start the next step."""

    def open_form(self, form: FormPresenter) -> None:
        """Open the window of a form."""
