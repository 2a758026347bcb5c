"""A form's window that remembers what it was shown, and the typing of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Generic, TypeVar

from app.presenters.intake.shown import SavedNote, SavedState
from app.presenters.rosters.entry_form import Clash, EntryField, Values
from app.presenters.rosters.entry_presenter import EntryPresenter

R = TypeVar("R")


class SeenEntry(Generic[R]):
    """The view of an entry's form in tests."""

    def __init__(self, presenter: EntryPresenter[R]) -> None:
        self.presenter = presenter
        self.fields: tuple[EntryField, ...] = ()
        self.values: dict[str, str] = {}
        self.notes: dict[str, tuple[bool, str]] = {}
        self.kept = self.failure = self.clash_words = self.focus = ""
        self.clashes: tuple[Clash, ...] = ()
        self.saved = SavedState.NOTHING
        self.is_finished = False
        presenter.attach(self)

    def fill(self, **values: str) -> SeenEntry[R]:
        """Type into fields."""
        for key, value in values.items():
            self.presenter.type(key, value)
        return self

    def send(self) -> SeenEntry[R]:
        """Press the verb."""
        self.presenter.send()
        return self

    def show_fields(self, fields: Sequence[EntryField]) -> None:
        """Remember the fields."""
        self.fields = tuple(fields)

    def show_values(self, values: Values, focus: str) -> None:
        """Remember the values and the field to go to."""
        self.values, self.focus = dict(values), focus or self.focus

    def show_kept(self, words: str) -> None:
        """Remember what was taken up again."""
        self.kept = words

    def show_notes(self, notes: Mapping[str, tuple[bool, str]]) -> None:
        """Remember the sentences."""
        self.notes = dict(notes)

    def show_failure(self, words: str) -> None:
        """Remember what failed."""
        self.failure = words

    def show_clashes(self, words: str, clashes: Sequence[Clash]) -> None:
        """Remember what clashed."""
        self.clash_words, self.clashes = words, tuple(clashes)

    def show_saved(self, note: SavedNote) -> None:
        """Remember how far the draft is kept."""
        self.saved = note.state

    def show_busy(self, *, is_busy: bool) -> None:
        """Nothing to remember: the last call is always the end."""

    def focus_field(self, key: str) -> None:
        """Remember where the user was taken."""
        self.focus = key

    def finish(self) -> None:
        """Remember that the form was saved."""
        self.is_finished = True
