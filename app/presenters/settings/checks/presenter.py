"""检查规则: what each rule asks, with examples and its article; levels and phrases of the organisation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from app.domain.changes import Changes
from app.domain.settlements.check.book import CheckBook, CheckLevel, CheckRule
from app.domain.trust.history import HistoryEntry
from app.presenters.desk import Desk
from app.presenters.navigation import Navigator
from app.presenters.rosters.entry_form import EntryField, EntryForm, FieldKind, Saved, Values
from app.presenters.rosters.entry_presenter import EntryPresenter
from app.presenters.sentences import sentence
from app.presenters.settings.checks.own_words import FIELD, phrase_problems, phrases_of, typed_phrases

_TOUCHING = frozenset({"check_settings", "settings"})


@dataclass(frozen=True, slots=True)
class CheckRuleRow:
    """One rule in the table; ``is_own`` tells a level the organisation set itself."""

    id: str
    group: str
    asks: str
    level: str
    article: str
    is_own: bool
    is_must: bool

    @property
    def spoken(self) -> str:
        """Give the row as one sentence."""
        return f"{self.asks}，{self.level}，{self.article}"


@dataclass(frozen=True, slots=True)
class _Read:
    """The book of the organisation, and who set something last."""

    book: CheckBook
    last: HistoryEntry | None


class ChecksView(Protocol):
    """What the section can show."""

    def show_rules(self, rows: Sequence[CheckRuleRow]) -> None:
        """Show the table."""

    def show_details(self, title: str, lines: Sequence[tuple[str, str]]) -> None:
        """Show one rule in full."""

    def show_level(self, level: str, why_not: str) -> None:
        """Offer the levels with the one in force; ``why_not`` says why none can be chosen."""

    def show_form(self, form: EntryPresenter[CheckBook]) -> None:
        """Show the form of the organisation's own phrases."""

    def show_error(self, words: str) -> None:
        """Say at the top what failed; empty words hide it."""


class ChecksPresenter:
    """Shows all rules and one of them; a level is set by choosing it."""

    def __init__(self, desk: Desk, navigator: Navigator, view: ChecksView) -> None:
        self._desk, self._navigator, self._view = desk, navigator, view
        self._say = desk.translator.text
        self._read_now: _Read | None = None
        self._chosen = ""
        self._form: EntryPresenter[CheckBook] | None = None
        self._end = desk.feed.on_change(self._on_change)

    def refresh(self) -> None:
        """Read the rules."""
        self._desk.runner.submit(self._read, self._arrived, self._failed)

    # user → presenter

    def look_at(self, rule_id: str) -> None:
        """Show one rule."""
        self._chosen = rule_id
        self._show()

    def choose_level(self, level: str) -> None:
        """Set the level of the rule on show; what the law fixes is refused and said."""
        read = self._read_now
        rule = read.book.rule(self._chosen) if read is not None else None
        if read is None or rule is None or read.book.level(rule.id).value == level:
            return
        desk, version = self._desk, 0 if read.book.own is None else read.book.own.version
        wanted, services, organisation = CheckLevel.of(level), desk.services, desk.me.organisation_id

        def done(changes: Changes) -> None:
            desk.feed.announce(changes)
            self._navigator.toast(self._say("已设为{level}", level=self._say(wanted.term)))

        desk.runner.submit(
            lambda: (
                services.check_rules.set_level(
                    organisation, rule.id, wanted, actor=desk.actor, version=version
                ).changes
            ),
            done,
            self._refused,
        )

    # services → view

    def _read(self) -> _Read:
        rules, organisation = self._desk.services.check_rules, self._desk.me.organisation_id
        return _Read(rules.book(organisation), rules.last_set(organisation))

    def _arrived(self, read: _Read) -> None:
        self._read_now = read
        self._view.show_error("")
        self._view.show_rules([self._row(rule, read.book) for rule in read.book.rules])
        self._show()
        if self._form is None:
            self._form = EntryPresenter(self._desk, self._asked(read.book), self._on_saved)
            self._view.show_form(self._form)
        else:
            self._form.follow(read.book)

    def _row(self, rule: CheckRule, book: CheckBook) -> CheckRuleRow:
        level = book.level(rule.id)
        return CheckRuleRow(
            id=rule.id,
            group=self._say(rule.group.term),
            asks=rule.asks,
            level=self._say(level.term),
            article=rule.article,
            is_own=level.value != rule.level.value,
            is_must=level is CheckLevel.MUST,
        )

    def _show(self) -> None:
        read = self._read_now
        if read is None:
            return
        rule = read.book.rule(self._chosen) or read.book.rules[0]
        self._chosen = rule.id
        self._view.show_details(rule.asks, self._details(rule, read))
        why_not = self._say("法律没有留下放宽的余地，级别不能改。") if rule.is_fixed else ""
        self._view.show_level(read.book.level(rule.id).value, why_not)

    def _details(self, rule: CheckRule, read: _Read) -> tuple[tuple[str, str], ...]:
        say = self._say
        source = rule.source if rule.is_verified else say("未核实：{source}", source=rule.source)
        lines = [
            (say("编号"), rule.id),
            (say("原定级别"), say(rule.level.term)),
            (say("依据"), rule.article),
            (say("出处"), source),
            (say("自何时"), self._desk.formats.day(rule.valid_from)),
            (say("通过的例子"), "\n".join(rule.passes)),
            (say("查出的例子"), "\n".join(rule.fails)),
        ]
        numbers = [row for row in read.book.limits if row.article == rule.article]
        lines += [(row.name, f"{row.value:f}{row.unit}　{row.source}") for row in numbers]
        if read.last is not None:
            when = self._desk.formats.moment(read.last.at)
            lines.append((say("本单位最近设置"), f"{read.last.actor_name}　{when}"))
        return tuple(lines)

    def _asked(self, book: CheckBook) -> EntryForm[CheckBook]:
        desk, say, organisation = self._desk, self._say, self._desk.me.organisation_id

        def write(values: Values, seen: CheckBook) -> Saved:
            version = 0 if seen.own is None else seen.own.version
            done = desk.services.check_rules.set_phrases(
                organisation, phrases_of(values), actor=desk.actor, version=version
            )
            return Saved(done.changes, say("本单位的用词已保存，以后的检查照此"))

        field = EntryField(
            key=FIELD,
            label=say("不想在协议里看到的用词"),
            kind=FieldKind.TEXT,
            hint=say("每行一个，写成“用词：提示的话”；末尾加“（须改）”的改好才能送签"),
        )
        return EntryForm(
            draft_key=f"check-phrases/{organisation}",
            title=say("本单位的用词"),
            verb=say("保存"),
            fields=(field,),
            seen=book,
            read=lambda: desk.services.check_rules.book(organisation),
            values=typed_phrases,
            write=write,
            check=lambda values: phrase_problems(values, book),
        )

    def _on_saved(self, saved: Saved) -> None:
        self._navigator.toast(saved.told)
        self.refresh()

    def _on_change(self, changes: Changes) -> None:
        if changes.kinds & _TOUCHING and self._read_now is not None:
            self.refresh()

    def _refused(self, error: Exception) -> None:
        self._show()
        self._failed(error)

    def _failed(self, error: Exception) -> None:
        self._view.show_error(sentence(self._desk.translator, error))
