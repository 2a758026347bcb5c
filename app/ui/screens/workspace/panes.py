"""What the workspace asks of the panes in its middle, and how it is told which panes there are."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol, runtime_checkable
from uuid import UUID

from PySide6.QtWidgets import QWidget

from app.domain.duties.next_steps import NextStepKind
from app.presenters.workspace.folder import CaseFolder


class CasePane(Protocol):
    """One tab of the workspace.

    The workspace gives every pane each new folder of its case, also while somebody types in the
    pane: what is being typed stays as it is.
    """

    def show_case(self, folder: CaseFolder) -> None:
        """Show a case, or the same case read again; keep what is being typed."""

    def has_unsaved(self) -> bool:
        """Tell whether anything typed is not yet kept on disk."""

    def save_now(self) -> None:
        """Keep what is typed at once (Ctrl+S, leaving the pane, closing the window)."""


@runtime_checkable
class HasContext(Protocol):
    """A pane that fills the column at the right (the paper beside the agreement)."""

    def context(self) -> QWidget:
        """Give the widget of the right column, the same each time; the workspace shows it with the pane."""


@runtime_checkable
class TakesSteps(Protocol):
    """A pane in which a next step is done: 送签, 登记签字, 续写笔录."""

    def take_step(self, kind: NextStepKind, subject_id: UUID | None) -> None:
        """Start the step; the pane is on show. ``subject_id`` is its session or agreement."""


@runtime_checkable
class WordsStep(Protocol):
    """A pane that may change the verb on the filled button: 改 1 处后送签."""

    def on_step_words(self, callback: Callable[[str], None]) -> None:
        """Call back with other words for the button whenever they change; empty for the usual verb."""


@dataclass(frozen=True, slots=True)
class PaneSpec:
    """One pane: the key of ``app.presenters.navigation`` (``TAB_…``), its word, and how to make it.

    The widget is made when its tab is first opened and must satisfy :class:`CasePane`. The counts
    beside the words come from the presenter of the workspace, by key.
    """

    key: str
    title: str
    factory: Callable[[], QWidget]
