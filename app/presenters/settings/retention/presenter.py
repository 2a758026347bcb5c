"""卷宗保管期限: the classes of one's own organisation, and the default of each type and ending."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol
from uuid import UUID

from app.domain.case_file.retention import RetentionBook, RetentionRule
from app.domain.changes import Changes
from app.presenters.desk import Desk
from app.presenters.navigation import Navigator
from app.presenters.rosters.entry_form import EntryForm, Saved
from app.presenters.rosters.entry_presenter import EntryPresenter
from app.presenters.sentences import sentence
from app.presenters.settings.organisations import NamedLine
from app.presenters.settings.retention.forms import book_form, rule_form


class RetentionView(Protocol):
    """What the section can show."""

    def show_book(self, book: NamedLine, sources: str) -> None:
        """Show the classes in force and whether they are confirmed; ``sources`` tell of the shipped ones."""

    def show_rules(self, rules: Sequence[NamedLine]) -> None:
        """Show the defaults."""

    def show_error(self, words: str) -> None:
        """Say at the top what failed; empty words hide it."""

    def open_form(self, form: EntryPresenter[RetentionBook]) -> None:
        """Open the form of the classes, or of one default."""


class RetentionPresenter:
    """Reads the book once and after every write."""

    def __init__(self, desk: Desk, navigator: Navigator, view: RetentionView) -> None:
        self._desk, self._navigator, self._view = desk, navigator, view
        self._say = desk.translator.text
        self._book: RetentionBook | None = None
        self._end = desk.feed.on_change(self._on_change)

    def refresh(self) -> None:
        """Read everything."""
        retention, mine = self._desk.services.retention, self._desk.me.organisation_id
        self._desk.runner.submit(lambda: retention.book(mine), self._arrived, self._failed)

    # user → presenter

    def edit(self, _id: UUID) -> None:
        """Change the classes, or say on which paper they rest."""
        if self._book is not None:
            self._open(book_form(self._desk, self._book))

    def add_rule(self) -> None:
        """Say for another type or ending how long its files are kept."""
        if self._book is not None:
            self._open(rule_form(self._desk, self._book, None))

    def edit_rule(self, rule_id: UUID) -> None:
        """Change a default, or take it away."""
        if self._book is not None:
            found = [rule for rule in self._book.rules if rule.id == rule_id]
            self._open(rule_form(self._desk, self._book, found[0] if found else None))

    # services → view

    def _open(self, form: EntryForm[RetentionBook]) -> None:
        self._view.open_form(EntryPresenter(self._desk, form, self._on_saved))

    def _arrived(self, book: RetentionBook) -> None:
        self._book, say = book, self._say
        self._view.show_error("")
        mark = say("已核实") if book.is_verified else say("未核实")
        about = "　".join(part for part in (mark, book.basis) if part)
        names = "、".join(say(name) for name in book.classes)
        sources = [
            say("{name}：{source}", name=say(entry.name), source=say(entry.source))
            for entry in self._desk.services.retention.shipped()
            if entry.name in book.classes and not book.is_verified
        ]
        self._view.show_book(NamedLine(book.id, names, about), "\n".join(sources))
        self._view.show_rules([self._line(rule) for rule in book.rules])

    def _line(self, rule: RetentionRule) -> NamedLine:
        say, types = self._say, self._desk.services.people.dispute_types(self._desk.today)
        what = say(types.name_of(rule.dispute_type)) if rule.dispute_type else say("各类纠纷")
        how = say("各种结局") if rule.ending is None else say(rule.ending.term)
        told = say("{type}，{ending}", type=what, ending=how)
        return NamedLine(rule.id, told, say(rule.retention))

    def _on_saved(self, saved: Saved) -> None:
        self._navigator.toast(saved.told)

    def _on_change(self, changes: Changes) -> None:
        if "retention_book" in changes.kinds:
            self.refresh()

    def _failed(self, error: Exception) -> None:
        self._view.show_error(sentence(self._desk.translator, error))
