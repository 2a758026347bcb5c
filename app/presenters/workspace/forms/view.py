"""What the window of a form can show; its presenter decides when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from app.presenters.intake.shown import SavedNote
from app.presenters.workspace.forms.asked import Values


@dataclass(frozen=True, slots=True)
class Conflict:
    """One field that two people saved differently."""

    label: str
    ours: str
    theirs: str


class FormView(Protocol):
    """The dialog around a form."""

    def show_values(self, values: Values, focus: str) -> None:
        """Put values into the fields; not counted as typing. ``focus`` names the field to go to."""

    def show_kept(self, words: str) -> None:
        """Say that an unfinished form was taken up again; empty words hide it."""

    def show_problem(self, key: str, words: str) -> None:
        """Show what is wrong beside a field, or at the top for an empty key."""

    def clear_problems(self) -> None:
        """Take every problem away."""

    def show_conflicts(self, words: str, conflicts: Sequence[Conflict]) -> None:
        """Show what somebody else saved meanwhile, beside what stands here."""

    def show_saved(self, note: SavedNote) -> None:
        """Show how far what is typed is kept."""

    def show_busy(self, *, is_busy: bool) -> None:
        """Show that the form is being sent."""

    def finish(self) -> None:
        """Close: the form was sent."""
