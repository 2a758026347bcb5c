"""When the next part of an agreement must be performed, as far as its terms name a day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from app.domain.disputes.clocks import CaseClock, ClockKind
from app.domain.duties.clock_words import cited, explained, opening
from app.domain.settlements.agreements import AgreementState, MediationAgreement
from app.domain.settlements.oral import OralAgreement
from app.domain.settlements.terms import LONGEST_DUE, Due, DueKind, PeriodWord, Term, TermKind
from app.domain.values.days.periods import Period, PeriodEnd, PeriodUnit, last_day
from app.domain.values.days.working_days import WorkCalendar

_SOURCE = "协议约定（人民调解法第三十一条）"
AGREED = "agreed"
"""Stands for the id of a rule where the parties themselves agreed the day."""
_ORAL_SOURCE = "口头协议（人民调解法第三十条、第三十一条）"
_UNITS = {PeriodWord.DAY: PeriodUnit.DAY, PeriodWord.MONTH: PeriodUnit.MONTH}


@dataclass(frozen=True, slots=True)
class _Part:
    """One due part of an agreement: where it stands, its day, and how the day was counted."""

    place: str
    day: date
    counted: PeriodEnd | None


def performance_clock(agreement: MediationAgreement, calendar: WorkCalendar, today: date) -> CaseClock | None:
    """Give the clock of the next part that is due, or of the last one when all are past.

    Whether a part was paid is not known here, so parts already past are counted in the sentence.
    Days that the terms name are kept as they are; periods after signing are counted from the day of
    effect (the last signature) and move over days off (民法典 arts. 201 to 203). Conditions have no day.
    """
    if agreement.state is not AgreementState.EFFECTIVE or agreement.effective_on is None:
        return None
    parts = sorted(_parts(agreement, agreement.effective_on, calendar), key=lambda part: part.day)
    if not parts:
        return None
    past = [part for part in parts if part.day < today]
    part = parts[len(past)] if len(past) < len(parts) else parts[-1]
    return CaseClock(
        kind=ClockKind.PERFORMANCE,
        start=agreement.effective_on,
        last_day=part.day,
        explanation=_told(agreement, part, len([p for p in past if p is not part]), calendar),
        source=_SOURCE,
        subject_id=agreement.id,
        rule_id=AGREED,
        trigger=f"{agreement.number} 签订" if part.counted else "",
    )


def performance_end(agreement: MediationAgreement, confirmed_on: date, calendar: WorkCalendar) -> date | None:
    """Give the last day of the period of performance, which starts that of enforcement (民事诉讼法 art. 250).

    Of instalments it is the last one's; an agreement that names no day at all counts from the day the
    ruling took effect. None where a part is due on a condition: nobody knows yet when the last one ends.
    """
    if agreement.effective_on is None:
        return None
    terms = [term for term in agreement.terms if term.kind is not TermKind.CLAUSE]
    dues = [due for term in terms for due in _dues(term) if due.kind is not DueKind.UNSTATED]
    parts = [_part("", due, agreement.effective_on, calendar) for due in dues]
    days = [part.day for part in parts if part is not None]
    if len(days) < len(parts):
        return None
    return max(days, default=confirmed_on)


def _dues(term: Term) -> tuple[Due, ...]:
    return tuple(entry.due for entry in term.instalments) or (term.due,)


def oral_clock(agreement: OralAgreement) -> CaseClock | None:
    """Give the clock of an oral agreement that names a last day."""
    if agreement.due_on is None:
        return None
    told = opening(agreement.due_on) + f"{agreement.number}口头约定的履行日"
    return CaseClock(
        kind=ClockKind.PERFORMANCE,
        start=agreement.reached_on,
        last_day=agreement.due_on,
        explanation=told + cited(_ORAL_SOURCE, is_verified=True),
        source=_ORAL_SOURCE,
        subject_id=agreement.id,
        rule_id=AGREED,
    )


def _parts(agreement: MediationAgreement, signed: date, calendar: WorkCalendar) -> Iterator[_Part]:
    for position, term in enumerate(agreement.terms, start=1):
        if term.kind is TermKind.CLAUSE:
            continue
        place = f"第{position}条"
        dues = [(f"{place}第{n}期", entry.due) for n, entry in enumerate(term.instalments, start=1)]
        for named, due in dues or [(place, term.due)]:
            part = _part(named, due, signed, calendar)
            if part is not None:
                yield part


def _part(place: str, due: Due, signed: date, calendar: WorkCalendar) -> _Part | None:
    if due.kind is DueKind.ON_DAY and due.day is not None:
        return _Part(place, due.day, None)
    if due.kind is DueKind.ON_SIGNING:
        return _Part(place, signed, None)
    if due.kind is DueKind.AFTER_SIGNING and due.amount is not None and 0 < due.amount <= LONGEST_DUE:
        end = last_day(signed, Period(due.amount, _UNITS[due.unit]), calendar)
        return _Part(place, end.last_day, end)
    return None


def _told(agreement: MediationAgreement, part: _Part, past: int, calendar: WorkCalendar) -> str:
    earlier = f"；此前 {past} 项已到期，请核实是否履行" if past else ""
    if part.counted is not None:
        event = f"{agreement.number} 签订（{part.place}）"
        return explained(event, part.counted, _SOURCE + earlier, calendar, is_verified=True)
    how = f"{agreement.number}{part.place}约定的履行日{earlier}"
    return opening(part.day) + how + cited(_SOURCE, is_verified=True)
