"""Deriving the plan of performance from the terms of an agreement in effect."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from uuid import UUID

from app.domain.disputes.cases import Case
from app.domain.duties.clock_words import cited, explained, opening
from app.domain.settlements.agreements import AgreementState, MediationAgreement
from app.domain.settlements.performance.items import PerformanceItem
from app.domain.settlements.performance.plans import PerformancePlan
from app.domain.settlements.terms import BINDING, LONGEST_DUE, Due, DueKind, PeriodWord, Term, TermKind
from app.domain.settlements.wording import due_in_words
from app.domain.values.days.periods import Period, PeriodUnit, last_day
from app.domain.values.days.working_days import WorkCalendar

SOURCE = "协议约定（人民调解法第三十一条）"
_UNITS = {PeriodWord.DAY: PeriodUnit.DAY, PeriodWord.MONTH: PeriodUnit.MONTH}
UNSTATED = "未约定期限"
"""How the plan words an item whose terms name neither day nor condition."""


def opened_plan(agreement: MediationAgreement, case: Case, calendar: WorkCalendar) -> PerformancePlan | None:
    """Derive what an agreement makes due, in the order of its terms; None before it is in effect.

    Days that the terms name are kept as they are; periods after signing are counted from the day of
    effect (the last signature) and move over days off (民法典 arts. 201 to 203). Where shares of several
    payees are listed, each share is an item, so that it can be told who was paid.
    """
    if agreement.state is not AgreementState.EFFECTIVE or agreement.effective_on is None:
        return None
    names = {party.id: party.name for party in case.parties}
    dated = _Dating(agreement.number, agreement.effective_on, calendar)
    items = tuple(
        item
        for position, term in enumerate(agreement.terms, start=1)
        if term.kind in BINDING
        for item in _items(term, position, names, dated)
    )
    return PerformancePlan(
        id=agreement.id,
        case_id=agreement.case_id,
        number=agreement.number,
        party_ids=agreement.party_ids,
        items=items,
    )


def _items(term: Term, position: int, names: Mapping[UUID, str], dated: _Dating) -> Iterator[PerformanceItem]:
    place = f"第{position}条"
    whole = PerformanceItem(
        id=term.id,
        kind=term.kind,
        place=place,
        what=(term.nature if term.kind is TermKind.PAYMENT else term.act).strip(),
        payer_ids=term.payer_ids,
        payee_ids=term.payee_ids,
        payers=_named(term.payer_ids, names),
        payees=_named(term.payee_ids, names),
        is_joint=term.is_joint,
        amount=term.amount,
        manner=term.manner,
    )
    if term.instalments:
        for number, entry in enumerate(term.instalments, start=1):
            part = replace(
                whole,
                id=entry.id,
                place=f"{place}第{number}期",
                amount=entry.amount,
                manner=entry.manner or term.manner,
            )
            yield dated.item(part, entry.due)
    elif term.payee_shares:
        for share in term.payee_shares:
            name = _named((share.party_id,), names)
            part = replace(whole, id=share.id, payee_ids=(share.party_id,), payees=name, amount=share.amount)
            yield dated.item(part, term.due)
    else:
        yield dated.item(whole, term.due)


class _Dating:
    """Gives items their days, each with how it was counted."""

    def __init__(self, number: str, signed: date, calendar: WorkCalendar) -> None:
        self._number, self._signed, self._calendar = number, signed, calendar

    def item(self, item: PerformanceItem, due: Due) -> PerformanceItem:
        """Put the day and its sentence into an item."""
        day, told = self._day(item.place, due)
        words = due_in_words(due).removeprefix("于") or UNSTATED
        return replace(item, due_on=day, due_words=words, explanation=told)

    def _day(self, place: str, due: Due) -> tuple[date | None, str]:
        if due.kind is DueKind.ON_DAY and due.day is not None:
            return due.day, opening(due.day) + self._agreed(place)
        if due.kind is DueKind.ON_SIGNING:
            return self._signed, opening(self._signed) + self._agreed(place)
        if due.kind is DueKind.AFTER_SIGNING and due.amount is not None and 0 < due.amount <= LONGEST_DUE:
            end = last_day(self._signed, Period(due.amount, _UNITS[due.unit]), self._calendar)
            event = f"{self._number} 签订（{place}）"
            return end.last_day, explained(event, end, SOURCE, self._calendar, is_verified=True)
        return None, ""

    def _agreed(self, place: str) -> str:
        return f"{self._number}{place}约定的履行日" + cited(SOURCE, is_verified=True)


def _named(ids: tuple[UUID, ...], names: Mapping[UUID, str]) -> str:
    return "、".join(names[entry] for entry in ids if names.get(entry))
