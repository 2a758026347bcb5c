"""Payments that effective agreements make due around these days, for the side column of the workbench."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from app.domain.disputes.cases import Case
from app.domain.disputes.clocks import CaseClock, ClockKind
from app.domain.settlements.agreements import AgreementState, MediationAgreement
from app.domain.settlements.terms import Due, DueKind, Term, TermKind
from app.domain.values.money import Money
from app.i18n.formats import Formats
from app.i18n.translator import Translator
from app.services.disputes.case_folder import CaseFolder

_BACK = timedelta(days=30)
_AHEAD = timedelta(days=60)


@dataclass(frozen=True, slots=True)
class PaymentRow:
    """One payment: when, who pays whom, how much; ``is_late`` and ``is_today`` choose the tone."""

    case_id: UUID
    when: str
    who: str
    amount: str
    is_late: bool
    is_today: bool
    spoken: str


@dataclass(frozen=True, slots=True)
class _Payment:
    case: Case
    term: Term
    day: date
    amount: Money | None


def payment_rows(
    translator: Translator, formats: Formats, folders: Sequence[CaseFolder], today: date
) -> tuple[PaymentRow, ...]:
    """Give the payments with a day of their own from thirty days back to sixty ahead, the earliest first.

    A period counted from signing has its day from the case's clock, which knows days off; where an
    agreement has several such payments, only the one the clock stands at is listed.
    """
    found = [payment for folder in folders for payment in _of_case(folder)]
    inside = [p for p in found if today - _BACK <= p.day <= today + _AHEAD]
    return tuple(
        _row(translator, formats, payment, today)
        for payment in sorted(inside, key=lambda p: (p.day, p.case.intake_number))
    )


def _of_case(folder: CaseFolder) -> Iterator[_Payment]:
    clocks = {c.subject_id: c for c in folder.clocks if c.kind is ClockKind.PERFORMANCE}
    for agreement in folder.agreements:
        if agreement.state is AgreementState.EFFECTIVE:
            for term, due, amount in _parts(agreement):
                day = _day(due, agreement, clocks.get(agreement.id))
                if day is not None:
                    yield _Payment(folder.case, term, day, amount)


def _parts(agreement: MediationAgreement) -> Iterator[tuple[Term, Due, Money | None]]:
    for term in agreement.terms:
        if term.kind is not TermKind.PAYMENT:
            continue
        if term.instalments:
            for entry in term.instalments:
                yield term, entry.due, entry.amount
        else:
            yield term, term.due, term.amount


def _day(due: Due, agreement: MediationAgreement, clock: CaseClock | None) -> date | None:
    if due.kind is DueKind.ON_DAY:
        return due.day
    if due.kind is DueKind.ON_SIGNING:
        return agreement.effective_on
    counted = [d for _term, d, _amount in _parts(agreement) if d.kind is DueKind.AFTER_SIGNING]
    if due.kind is DueKind.AFTER_SIGNING and clock is not None and len(counted) == 1:
        fixed = {d.day for _term, d, _amount in _parts(agreement) if d.kind is DueKind.ON_DAY}
        return clock.last_day if clock.last_day not in fixed else None
    return None


def _row(translator: Translator, formats: Formats, payment: _Payment, today: date) -> PaymentRow:
    say = translator.text
    payers, payees = (
        _names(payment.case, payment.term.payer_ids),
        _names(payment.case, payment.term.payee_ids),
    )
    is_today = payment.day == today
    when = say("今天") if is_today else _short(formats, payment.day, today)
    who = say("{payer} 付 {payee}", payer=payers, payee=payees)
    amount = formats.money(payment.amount) if payment.amount is not None else ""
    spoken = "，".join(part for part in (formats.day(payment.day), who, amount) if part)
    return PaymentRow(payment.case.id, when, who, amount, payment.day < today, is_today, spoken)


def _names(case: Case, ids: tuple[UUID, ...]) -> str:
    names = [party.name for party in case.parties if party.id in ids]
    return "、".join(names)


def _short(formats: Formats, day: date, today: date) -> str:
    return formats.short_day(day) if day.year == today.year else formats.day(day)
