"""What a form shows of what stands in it: its values, what is wrong, what clashed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Generic, TypeVar

from app.presenters.desk import Desk
from app.presenters.rosters.entry_form import Clash, EntryForm, Values
from app.presenters.rosters.entry_view import EntryView
from app.presenters.rosters.typed_entry import TypedEntry
from app.presenters.sentences import sentence

R = TypeVar("R")


class EntryShowing(Generic[R]):
    """A typed entry with its view; ``_left`` are the fields whose problems may be told."""

    def __init__(self, desk: Desk, form: EntryForm[R]) -> None:
        self._desk = desk
        self._typed = TypedEntry(form)
        self._left: set[str] = set()
        self._view: EntryView | None = None

    @property
    def form(self) -> EntryForm[R]:
        """Give the form as it is asked now."""
        return self._typed.form

    @property
    def today(self) -> date:
        """Give the present day, by which days are read as people type them."""
        return self._desk.today

    @property
    def values(self) -> Values:
        """Give what stands in the fields."""
        return self._typed.values

    @property
    def record(self) -> R:
        """Give the record the form is typed over, as last read."""
        return self._typed.record

    def _tell(self, clashes: tuple[Clash, ...]) -> None:
        if clashes and self._view is not None:
            words = self._desk.translator.text("他人刚保存过同一内容。对照后再保存，以您的为准")
            self._view.show_clashes(words, clashes)

    def _clear(self) -> None:
        if self._view is not None:
            self._view.show_notes({})
            self._view.show_failure("")
            self._view.show_clashes("", ())

    def _notes(self) -> Mapping[str, tuple[bool, str]]:
        return {
            problem.key: (not problem.is_warning, sentence(self._desk.translator, problem.error))
            for problem in reversed(self._typed.problems())
            if problem.key in self._left
        }

    def _note(self) -> None:
        if self._view is not None:
            self._view.show_notes(self._notes())
