"""The one certain fix of a finding, where there is one: a verb and what it does to the fields."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from app.domain.disputes.cases import Case
from app.domain.errors import DomainError
from app.domain.settlements.check.findings import Finding
from app.domain.settlements.terms import Due, DueKind
from app.domain.values.days.calendar_days import add_months
from app.domain.values.ids import new_id
from app.domain.values.money import Money
from app.i18n.formats import Formats
from app.i18n.translator import Translator
from app.presenters.agreement.entries import (
    AgreementEntry,
    InstalmentEntry,
    ShareEntry,
    TermEntry,
    write_due,
)
from app.presenters.agreement.reading import read_due, sum_or_none


@dataclass(frozen=True, slots=True)
class Fix:
    """A verb of a few characters and the change it makes."""

    verb: str
    apply: Callable[[], None]


class Fixes:
    """Finds the fix of a finding for the fields as they stand now."""

    def __init__(self, translator: Translator, formats: Formats, today: date) -> None:
        self._say = translator.text
        self._formats, self._today = formats, today

    def of(self, finding: Finding, entry: AgreementEntry, case: Case) -> Fix | None:
        """Give the certain fix, or None where people must decide."""
        if finding.rule == "parties.both_sides":
            return Fix(self._say("全部参加"), lambda: _set(entry, "party_ids", [p.id for p in case.parties]))
        if finding.rule == "facts.missing" and case.facts.strip():
            return Fix(self._say("取自登记"), lambda: _set(entry, "facts", case.facts))
        term = entry.term(finding.term_id) if finding.term_id is not None else None
        if term is None:
            return self._instead(finding, entry) if finding.instead else None
        if finding.instead and isinstance(getattr(term, finding.field, None), str):
            return self._instead(finding, term)
        if finding.entry_id is not None:
            place = [line.id for line in term.instalments].index(finding.entry_id)
            return self._line_fix(finding.rule, term, place)
        return self._term_fix(finding, entry, term)

    def _instead(self, finding: Finding, holder: AgreementEntry | TermEntry) -> Fix:
        """Put what certainly belongs there in the place of the words found, everywhere in the field."""
        typed = str(getattr(holder, finding.field))
        right = typed.replace(finding.words, finding.instead)
        verb = self._say("改为“{words}”", words=finding.instead)
        return Fix(verb, lambda: _set(holder, finding.field, right))

    def _term_fix(self, finding: Finding, entry: AgreementEntry, term: TermEntry) -> Fix | None:
        if finding.rule in ("term.due_missing", "term.due_past"):
            return Fix(self._say("改为签订时"), lambda: _set(term.due, "kind", DueKind.ON_SIGNING))
        if finding.rule == "term.text_emptied":
            return Fix(self._say("恢复"), lambda: _set(term, "edited_text", None))
        if finding.rule == "instalment.sum":
            return self._make_up(finding, term)
        if finding.rule == "share.payee_missing":
            return Fix(self._say("补列"), lambda: _list_payees(term))
        if finding.rule == "term.manner_missing":
            return self._same_manner(entry, term)
        return None

    def _make_up(self, finding: Finding, term: TermEntry) -> Fix | None:
        """Put the difference on the last instalment, if a sum is left there."""
        gap = dict(finding.facts)["difference_fen"]
        last = term.instalments[-1]
        now = sum_or_none(last.amount) or Money.zero()
        if not isinstance(gap, int) or now + Money(gap) <= Money.zero():
            return None
        right = self._formats.money(now + Money(gap))
        verb = self._say("补到第 {n} 期", n=len(term.instalments))
        return Fix(verb, lambda: _set(last, "amount", right))

    def _same_manner(self, entry: AgreementEntry, term: TermEntry) -> Fix | None:
        for position, other in enumerate(entry.terms, start=1):
            if other is not term and other.manner.strip():
                return Fix(self._say("同第 {n} 条", n=position), _copy_manner(other.manner, term))
        return None

    def _line_fix(self, rule: str, term: TermEntry, place: int) -> Fix | None:
        line, lines = term.instalments[place], term.instalments
        if rule == "instalment.manner_missing":
            for position, other in enumerate(lines, start=1):
                if other.manner.strip():
                    return Fix(self._say("同第 {n} 期", n=position), _copy_manner(other.manner, line))
            return None
        if rule == "instalment.due_missing":
            return self._month_later(lines, place)
        if rule == "instalment.not_rising":
            return self._in_order(term)
        return None

    def _month_later(self, lines: Sequence[InstalmentEntry], place: int) -> Fix | None:
        """Go on monthly from the first day, which keeps the 31st where a month has one."""
        first = self._day(lines[0]) if place > 0 else None
        if first is None:
            return None
        day = add_months(first, place)
        return Fix(self._say("按月顺延"), lambda: _set(lines[place], "due", self._formats.day(day)))

    def _in_order(self, term: TermEntry) -> Fix | None:
        days = [self._day(line) for line in term.instalments]
        known = [day for day in days if day is not None]
        if len(known) != len(days) or len(set(known)) != len(known):
            return None
        ordered = sorted(term.instalments, key=lambda line: known[term.instalments.index(line)])
        return Fix(self._say("按日期排"), lambda: _set(term, "instalments", ordered))

    def _day(self, line: InstalmentEntry) -> date | None:
        due = read_day_or_none(line.due, self._today)
        return due.day if due.kind is DueKind.ON_DAY else None


def read_day_or_none(typed: str, today: date) -> Due:
    """Read a due date where it can be read; anything else is 未约定."""
    try:
        return read_due(typed, today)
    except DomainError:
        return Due()


def equal_parts(
    total: Money, count: int, first: date | None, manner: str, formats: Formats
) -> tuple[InstalmentEntry, ...]:
    """Split a sum to the fen with the rest in the last instalment, monthly from ``first``.

    Each day is counted from the first one (民法典第二百零二条), so that the 31st does not wander.
    """
    each, rest = divmod(total.fen, count)
    lines = []
    for place in range(count):
        fen = each + (rest if place == count - 1 else 0)
        due = Due(kind=DueKind.ON_DAY, day=add_months(first, place)) if first is not None else Due()
        amount = formats.money(Money(fen))
        lines.append(InstalmentEntry(id=new_id(), due=write_due(due, formats), amount=amount, manner=manner))
    return tuple(lines)


def _list_payees(term: TermEntry) -> None:
    listed = {share.party_id for share in term.shares}
    missing = [ShareEntry(id=new_id(), party_id=payee) for payee in term.payee_ids if payee not in listed]
    term.shares = (*term.shares, *missing)


def _copy_manner(manner: str, holder: TermEntry | InstalmentEntry) -> Callable[[], None]:
    return lambda: _set(holder, "manner", manner)


def _set(holder: object, name: str, value: object) -> None:
    setattr(holder, name, tuple(value) if isinstance(value, list) else value)
