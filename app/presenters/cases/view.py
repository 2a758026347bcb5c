"""What the screen of the list of cases can show; its presenter decides when."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol
from uuid import UUID

from app.presenters.cases.filters import FilterChoice
from app.presenters.cases.preview import CasePreview
from app.presenters.cases.rows import CaseRow

Deliver = Callable[[Sequence[CaseRow]], None]


@dataclass(frozen=True, slots=True)
class SavedTab:
    """A kept view as the list of views shows it."""

    key: str
    name: str


class CasesView(Protocol):
    """What the screen of the list can show."""

    def show_facts(self, text: str) -> None:
        """Show the line of facts beside the title."""

    def show_views(self, tabs: Sequence[tuple[str, str, str]], chosen: str) -> None:
        """Show the built-in views as (key, word, count)."""

    def show_saved(self, saved: Sequence[SavedTab], chosen: str) -> None:
        """Show the views this user kept."""

    def show_filters(self, choices: Sequence[FilterChoice], text: str, clear: str) -> None:
        """Show the filters as they are set; ``clear`` words the link that clears them, empty when none is."""

    def show_sort(self, key: str, *, is_descending: bool) -> None:
        """Show by what the list is ordered."""

    def show_count(self, count: int, *, is_new: bool) -> None:
        """Begin a list of so many rows; a new question starts at its top, the same one keeps its place."""

    def show_ticks(self, ticked: frozenset[UUID]) -> None:
        """Show which cases are ticked."""

    def show_footer(self, text: str) -> None:
        """Show how many cases are found and ticked."""

    def show_verbs(self, batch: str, supervise: str) -> None:
        """Show how what is done with the ticked cases is called."""

    def show_empty(self, words: str, action: str) -> None:
        """Say that nothing is found; empty words hide it."""

    def show_preview(self, preview: CasePreview | None) -> None:
        """Show a case at a glance, or nothing."""

    def show_busy(self, *, is_busy: bool) -> None:
        """Show that the list is being read."""

    def show_error(self, words: str) -> None:
        """Say at the top what failed; empty words hide it."""

    def copy(self, text: str) -> None:
        """Put a text on the clipboard."""
