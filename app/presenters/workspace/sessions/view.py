"""What the pane of session records can show; its presenter decides when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol
from uuid import UUID

from app.presenters.intake.shown import SavedNote
from app.presenters.workspace.forms.view import Conflict
from app.presenters.workspace.sessions.entries import SessionEntry


@dataclass(frozen=True, slots=True)
class SessionTab:
    """One record in the list: 第 2 次 11-16, with how it ended."""

    key: str
    text: str
    note: str


@dataclass(frozen=True, slots=True)
class Speaker:
    """A party with a place to speak; ``keys`` takes the focus there."""

    party_id: UUID
    name: str
    keys: str


class SessionsView(Protocol):
    """The pane of session records."""

    def show_list(self, tabs: Sequence[SessionTab], chosen: str, *, may_begin: bool) -> None:
        """Show which records there are."""

    def show_empty(self, words: str, *, may_begin: bool) -> None:
        """Say that there is no record yet; empty words hide it."""

    def show_entry(
        self, entry: SessionEntry, speakers: Sequence[Speaker], *, is_finished: bool, focus: str
    ) -> None:
        """Show a record; ``focus`` names the field to go to, empty leaves the focus alone."""

    def show_told(self, rights: str, routes: str) -> None:
        """Word the two ticks about what the parties were told, by what rules in this channel."""

    def show_problem(self, field: str, words: str) -> None:
        """Show what is wrong beside a field, or at the top for an empty name."""

    def clear_problems(self) -> None:
        """Take every problem away."""

    def show_conflicts(self, words: str, conflicts: Sequence[Conflict]) -> None:
        """Show what somebody else saved, beside what stands here; nothing is overwritten."""

    def show_saved(self, note: SavedNote) -> None:
        """Show how far what is typed is kept."""
