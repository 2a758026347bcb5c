"""What the window or card around a form can show; its presenter decides when."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from app.presenters.intake.shown import SavedNote
from app.presenters.rosters.entry_form import Clash, EntryField, Values


class EntryView(Protocol):
    """The widgets of one form."""

    def show_fields(self, fields: Sequence[EntryField]) -> None:
        """Show other fields, or the same with other options; what stands in them comes next."""

    def show_values(self, values: Values, focus: str) -> None:
        """Put values into the fields; not counted as typing. ``focus`` names the field to go to."""

    def show_kept(self, words: str) -> None:
        """Say that an unfinished form was taken up again; empty words hide it."""

    def show_notes(self, notes: Mapping[str, tuple[bool, str]]) -> None:
        """Show these sentences at their fields (``True`` for what must be mended), none at any other."""

    def show_failure(self, words: str) -> None:
        """Say at the top what failed; empty words hide it."""

    def show_clashes(self, words: str, clashes: Sequence[Clash]) -> None:
        """Show what somebody else saved meanwhile, beside what stands here."""

    def show_saved(self, note: SavedNote) -> None:
        """Show how far what is typed is kept."""

    def show_busy(self, *, is_busy: bool) -> None:
        """Show that the form is being saved."""

    def focus_field(self, key: str) -> None:
        """Take the user to a field."""

    def finish(self) -> None:
        """Close or settle: the form was saved."""
