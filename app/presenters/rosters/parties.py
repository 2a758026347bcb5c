"""当事人: the register of parties, searched as typed, with the cases each took part in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol
from uuid import UUID

from app.domain.changes import Changes
from app.domain.disputes.case_lines import CaseLine
from app.domain.people.parties import PartyRecord
from app.domain.people.party_lines import PartyLine
from app.presenters.desk import Desk
from app.presenters.navigation import Navigator
from app.presenters.rosters.entry_form import EntryForm, Saved
from app.presenters.rosters.entry_presenter import EntryPresenter
from app.presenters.rosters.merging import MergePresenter, part
from app.presenters.rosters.party_form import party_form
from app.presenters.rosters.party_words import PartyCard, PartyFacts, PartyRow, PartyWords
from app.presenters.rosters.reveals import Reveals
from app.presenters.sentences import sentence
from app.presenters.showing.turns import TURNS

Deliver = Callable[[Sequence[PartyRow]], None]
_TOUCHING = frozenset({"party", "case"}) | TURNS


@dataclass(frozen=True, slots=True)
class _Looked:
    """One party with its cases; ``lines`` name everybody in them while names are hidden."""

    facts: PartyFacts
    lines: tuple[CaseLine, ...]


class PartiesView(Protocol):
    """What the page of the register can show."""

    def show_facts(self, words: str) -> None:
        """Show the line beside the title."""

    def show_count(self, count: int, *, is_new: bool) -> None:
        """Begin a list of so many rows; a new question starts at its top."""

    def show_empty(self, words: str, action: str) -> None:
        """Say that nothing is found; empty words hide it."""

    def show_card(self, card: PartyCard | None) -> None:
        """Show the details of a party, or nobody's."""

    def show_error(self, words: str) -> None:
        """Say at the top what failed; empty words hide it."""

    def show_busy(self, *, is_busy: bool) -> None:
        """Show that the list is being read."""

    def open_form(self, form: EntryPresenter[PartyRecord]) -> None:
        """Open the window of a party's form."""

    def open_merging(self, merging: MergePresenter) -> None:
        """Open the window that merges two entries."""


class PartiesPresenter:
    """Reads pages of the register; one entry is shown beside the list."""

    def __init__(self, desk: Desk, navigator: Navigator, view: PartiesView) -> None:
        self._desk, self._navigator, self._view = desk, navigator, view
        self._say = desk.translator.text
        self._words = PartyWords(desk.translator, desk.formats)
        self._text = ""
        self._asked = 0
        self._has_read = False
        self._looked: UUID | None = None
        self.reveals = Reveals(desk, self._failed, self._look_again)
        self._end = desk.feed.on_change(self._on_change)

    def start(self) -> None:
        """Read the register for the first time."""
        self._read(is_new=True)

    def close(self) -> None:
        """Stop listening to writes."""
        self._end()

    # user → presenter

    def search(self, text: str) -> None:
        """Find by name, initials, the tail of a phone or of an identity number."""
        if text.strip() != self._text:
            self._text = text.strip()
            self._read(is_new=True)

    def refresh(self) -> None:
        """Read the same list again."""
        self._read(is_new=False)

    def request(self, offset: int, limit: int, deliver: Deliver) -> None:
        """Read one page of the list on show."""
        if not self._has_read:
            return
        text, people = self._text, self._desk.services.people

        def arrived(lines: tuple[PartyLine, ...]) -> None:
            shown = self._desk.names.shown
            deliver(tuple(self._words.row(shown(line), self._desk.today) for line in lines))

        self._desk.runner.submit(lambda: people.parties(text, offset, limit), arrived, self._failed)

    def look_at(self, record_id: UUID | None) -> None:
        """Show the details of one party."""
        self._looked = record_id
        if record_id is None:
            self._view.show_card(None)
            return
        lists, names = self._desk.services.lists, self._desk.names

        def read() -> _Looked:
            facts = self._facts(record_id)
            # The titles of cases name the other side, whom only the line of the case knows.
            lines = tuple(lists.line(case.case_id) for case in facts.cases) if names.is_masked else ()
            return _Looked(facts, lines)

        def arrived(found: _Looked) -> None:
            facts = found.facts
            if facts.record.id != self._looked:
                return
            if names.is_masked and not found.lines and facts.cases:
                self.look_at(record_id)  # names were hidden while it was on its way
                return
            shown = names.shown(facts, *facts.people, found.lines)
            self._view.show_card(self._words.card(shown, self._desk.today))

        self._desk.runner.submit(read, arrived, self._failed)

    def open_case(self, case_id: UUID) -> None:
        """Open a case the party took part in."""
        self._navigator.open_case(case_id)

    def add(self) -> None:
        """Begin a new entry."""
        self._open(lambda: party_form(self._desk, None))

    def edit(self, record_id: UUID) -> None:
        """Change an entry."""
        reveals, actor = self._desk.services.reveals, self._desk.actor
        self._open(lambda: party_form(self._desk, reveals.for_change(record_id, actor=actor).value))

    def merge(self, record_id: UUID, other_id: UUID | None = None) -> None:
        """Merge another entry into this one; without the other, it is chosen in the window."""
        people = self._desk.services.people

        def made(record: PartyRecord) -> None:
            self._view.open_merging(MergePresenter(self._desk, self._navigator, record, other_id))

        self._desk.runner.submit(lambda: people.party(record_id), made, self._failed)

    def part(self, merge_id: UUID) -> None:
        """Take two merged entries apart again."""
        part(self._desk, self._navigator, merge_id, self._failed)

    # services → view

    def _facts(self, record_id: UUID) -> PartyFacts:
        people, merging = self._desk.services.people, self._desk.services.merging
        record = people.party(record_id)
        into = record.merged_into_id
        return PartyFacts(
            record=record,
            cases=people.party_cases(record_id),
            standing=people.party(into) if into else None,
            alike=() if into else merging.alike(record_id),
            absorbed=merging.standing(record_id),
            history=people.party_history(record_id),
        )

    def _look_again(self, _seen: Changes) -> None:
        if self._looked is not None:
            self.look_at(self._looked)

    def _open(self, make: Callable[[], EntryForm[PartyRecord]]) -> None:
        def made(form: EntryForm[PartyRecord]) -> None:
            self._view.open_form(EntryPresenter(self._desk, form, self._on_saved))

        self._desk.runner.submit(make, made, self._failed)

    def _on_saved(self, saved: Saved) -> None:
        self._navigator.toast(saved.told)

    def _read(self, *, is_new: bool) -> None:
        self._asked += 1
        ticket, text, people = self._asked, self._text, self._desk.services.people

        def arrived(counts: tuple[int, int]) -> None:
            if ticket == self._asked:
                self._show(*counts, is_new=is_new)

        self._view.show_busy(is_busy=True)
        self._desk.runner.submit(
            lambda: (people.party_count(text), people.party_count()), arrived, self._failed
        )

    def _show(self, found: int, everybody: int, *, is_new: bool) -> None:
        self._has_read = True
        self._view.show_busy(is_busy=False)
        self._view.show_error("")
        count = self._desk.formats.count
        self._view.show_facts(
            self._say("名册 {all} 人，符合 {n} 人", all=count(everybody), n=count(found))
            if self._text
            else self._say("名册 {all} 人", all=count(everybody))
        )
        if found:
            self._view.show_empty("", "")
        elif self._text:
            self._view.show_empty(self._say("没有符合的当事人。"), self._say("清除筛选"))
        else:
            self._view.show_empty(self._say("名册还是空的。登记案件时当事人会进入名册。"), "")
        self._view.show_count(found, is_new=is_new)
        if not found:
            self.look_at(None)
        elif not is_new and self._looked is not None:
            self.look_at(self._looked)

    def _on_change(self, changes: Changes) -> None:
        if changes.kinds & _TOUCHING:
            self._read(is_new=False)

    def _failed(self, error: Exception) -> None:
        self._view.show_busy(is_busy=False)
        self._view.show_error(sentence(self._desk.translator, error))
