"""时限规则: every rule to read, one worked out from a day that is typed, local ones to set."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol
from uuid import UUID

from app.domain.changes import Changes
from app.domain.disputes.clocks import CaseClock
from app.domain.duties.clock_words import period_in_words
from app.domain.duties.deadlines.catalogue import DeadlineRule
from app.domain.duties.deadlines.local_periods import LocalPeriod, check_local_period, units_for
from app.domain.errors import DomainError, InvalidInput
from app.domain.trust.history import HistoryEntry
from app.domain.values.days.calendar_days import parse_day
from app.domain.values.days.periods import Period, PeriodUnit
from app.domain.values.ids import new_id
from app.presenters.desk import Desk
from app.presenters.navigation import Navigator
from app.presenters.rosters.entry_form import (
    YES,
    EntryField,
    EntryForm,
    FieldKind,
    FieldProblem,
    Saved,
    Values,
)
from app.presenters.sentences import sentence
from app.presenters.settings.previewing import PreviewPresenter, PreviewView
from app.presenters.settings.rule_words import RuleRow, RuleWords
from app.presenters.showing.turns import NAMES
from app.presenters.workspace.forms.reading import number
from app.services.duties.deadlines import Batch

_TOUCHING = frozenset({"local_period", "holidays", "settings"})
_UNIT_WORDS = {
    PeriodUnit.MINUTE: "分钟",
    PeriodUnit.HOUR: "小时",
    PeriodUnit.DAY: "日",
    PeriodUnit.WORKING_DAY: "工作日",
    PeriodUnit.MONTH: "个月",
}


@dataclass(frozen=True, slots=True)
class LocalRule:
    """A rule the centre may set, as it stands, and what the centre set."""

    rule: DeadlineRule
    own: LocalPeriod | None
    set_by: HistoryEntry | None = None


@dataclass(frozen=True, slots=True)
class _Read:
    """All rules, and the one on show."""

    rows: tuple[RuleRow, ...]
    chosen: LocalRule | None


class RulesView(Protocol):
    """What the section can show."""

    @property
    def card(self) -> PreviewView:
        """The card with the form of a local rule."""

    def show_rules(self, rows: Sequence[RuleRow]) -> None:
        """Show the table."""

    def show_details(self, title: str, lines: Sequence[tuple[str, str]], *, is_local: bool) -> None:
        """Show one rule; the card of the form only beside a local one."""

    def show_example(self, words: str, *, is_wrong: bool) -> None:
        """Show the rule worked out from the typed day, or what is wrong with it."""

    def show_error(self, words: str) -> None:
        """Say at the top what failed; empty words hide it."""


class RulesPresenter:
    """Shows all rules and one of them; nothing of law can be changed here."""

    def __init__(self, desk: Desk, navigator: Navigator, view: RulesView) -> None:
        self._desk, self._navigator, self._view = desk, navigator, view
        self._say = desk.translator.text
        self._words = RuleWords(desk.translator, desk.formats)
        self._chosen = ""
        self._typed_day = desk.formats.day(desk.today)
        self._form: PreviewPresenter[LocalRule] | None = None
        self._form_rule = ""
        self._end = desk.feed.on_change(self._on_change)

    @property
    def today(self) -> date:
        """Give the present day, by which days are read as people type them."""
        return self._desk.today

    @property
    def typed_day(self) -> str:
        """Give the day of the example as typed."""
        return self._typed_day

    def refresh(self) -> None:
        """Read the rules."""
        chosen = self._chosen
        self._desk.runner.submit(lambda: self._read(chosen), self._arrived, self._failed)

    # user → presenter

    def look_at(self, rule_id: str) -> None:
        """Show one rule."""
        if rule_id != self._chosen:
            self._chosen = rule_id
            self.refresh()

    def type_day(self, typed: str) -> None:
        """Work the rule out from another day."""
        self._typed_day = typed
        self._work_out()

    def typed(self) -> None:
        """Follow what is typed into the form."""
        if self._form is not None:
            self._form.typed()

    def press(self) -> None:
        """Look at what moves, or save."""
        if self._form is not None:
            self._form.press()

    # services → view

    def _read(self, chosen: str) -> _Read:
        deadlines = self._desk.services.deadlines
        catalogue = deadlines.rules().catalogue
        rows = self._words.rows(catalogue)
        rule = catalogue.row(chosen or rows[0].id)
        if rule is None:
            return _Read(rows, None)
        own = deadlines.local_period(rule.id)
        return _Read(rows, LocalRule(rule, own, None if own is None else deadlines.last_set(own.id)))

    def _arrived(self, read: _Read) -> None:
        self._view.show_error("")
        self._view.show_rules(read.rows)
        chosen = read.chosen
        if chosen is None or (self._chosen and chosen.rule.id != self._chosen):
            return
        rule, self._chosen = chosen.rule, chosen.rule.id
        is_local = rule.is_local and rule.period is not None
        title = f"{rule.id}　{self._say(rule.kind.term)}　{self._say(rule.name)}"
        self._view.show_details(title, (*self._words.details(rule), *self._set(chosen)), is_local=is_local)
        self._work_out()
        if not is_local:
            self._form_rule = ""
        elif self._form is not None and self._form_rule == rule.id:
            self._form.follow(chosen)
        else:
            self._form_rule = rule.id
            self._form = PreviewPresenter(
                self._desk,
                self._navigator,
                self._view.card,
                form=self._asked(chosen),
                preview=self._preview,
                done=self.refresh,
            )
            self._form.start()

    def _set(self, local: LocalRule) -> tuple[tuple[str, str], ...]:
        if local.set_by is None:
            return ()
        who, when = local.set_by.actor_name, self._desk.formats.moment(local.set_by.at)
        return ((self._say("设置"), f"{who}　{when}"),)

    def _work_out(self) -> None:
        if not self._chosen:
            return
        try:
            start = parse_day(self._typed_day, self._desk.today)
        except InvalidInput as error:
            self._view.show_example(sentence(self._desk.translator, error), is_wrong=True)
            return
        rule_id, deadlines = self._chosen, self._desk.services.deadlines

        def arrived(clock: CaseClock | None) -> None:
            if rule_id == self._chosen:
                told = self._say("这一项不按天数算，没有例子。") if clock is None else clock.explanation
                self._view.show_example(told, is_wrong=False)

        self._desk.runner.submit(lambda: deadlines.example(rule_id, start), arrived, self._failed)

    def _asked(self, local: LocalRule) -> EntryForm[LocalRule]:
        desk, say, rule = self._desk, self._say, local.rule

        def write(values: Values, seen: LocalRule) -> Saved:
            done = desk.services.deadlines.save_period(_period(values, seen), actor=desk.actor)
            words = period_in_words(Period(done.value.amount, done.value.unit))
            return Saved(done.changes, say("{name}已设为{period}", name=say(rule.name), period=say(words)))

        return EntryForm(
            draft_key=f"local-period/{rule.id}",
            title=say("本地设置"),
            verb=say("保存"),
            fields=(
                EntryField(key="amount", label=say("多少"), is_required=True, is_half=True),
                EntryField(
                    key="unit",
                    label=say("单位"),
                    kind=FieldKind.CHOICE,
                    options=tuple((unit.value, say(_UNIT_WORDS[unit])) for unit in units_for(rule)),
                    is_required=True,
                    is_half=True,
                ),
                EntryField(
                    key="basis",
                    label=say("依据"),
                    is_required=True,
                    hint=say("本地文件的名称、文号或会议纪要"),
                ),
                EntryField(key="is_verified", label=say("已向主管机关核实"), kind=FieldKind.TICK),
            ),
            seen=local,
            read=lambda: self._reread(rule.id),
            values=_typed,
            write=write,
            check=lambda values: _problems(values, local),
        )

    def _reread(self, rule_id: str) -> LocalRule:
        found = self._read(rule_id).chosen
        if found is None:
            raise InvalidInput("local_period.no_such_rule", id=rule_id)
        return found

    def _preview(self, values: Values, seen: LocalRule, after: UUID | None) -> Batch:
        return self._desk.services.deadlines.preview(period=_period(values, seen), after=after)

    def _on_change(self, changes: Changes) -> None:
        if NAMES in changes.kinds and self._form is not None:
            self._form.word_again()
        if changes.kinds & _TOUCHING and self._chosen:
            self.refresh()

    def _failed(self, error: Exception) -> None:
        self._view.show_error(sentence(self._desk.translator, error))


def _typed(local: LocalRule) -> dict[str, str]:
    period, own = local.rule.period, local.own
    return {
        "amount": "" if period is None else str(period.amount),
        "unit": "" if period is None else period.unit.value,
        "basis": "" if own is None else own.basis,
        "is_verified": YES if own is not None and own.is_verified else "",
    }


def _period(values: Values, seen: LocalRule) -> LocalPeriod:
    own = seen.own
    amount = number(values, "amount")
    if amount is None:
        raise InvalidInput("number.unreadable", field="amount")
    unit = values.get("unit", "")
    if unit not in {known.value for known in PeriodUnit}:
        raise InvalidInput("choice.missing", field="unit")
    return LocalPeriod(
        id=new_id() if own is None else own.id,
        version=0 if own is None else own.version,
        rule_id=seen.rule.id,
        amount=amount,
        unit=PeriodUnit(unit),
        basis=values.get("basis", "").strip(),
        is_verified=values.get("is_verified") == YES,
    )


def _problems(values: Values, local: LocalRule) -> tuple[FieldProblem, ...]:
    try:
        check_local_period(_period(values, local), local.rule)
    except DomainError as error:
        return (FieldProblem(error.field or "amount", error),)
    return ()
