"""Which clocks run on a case today, each with its last day and the arithmetic behind it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from app.domain.disputes.cases import Case
from app.domain.disputes.clocks import CaseClock, ClockKind
from app.domain.duties.clock_words import cited, explained, opening
from app.domain.duties.deadlines.facts import NO_FURTHER_FACTS, ClockFacts
from app.domain.duties.deadlines.running import IN_EFFECT, ruled_clocks
from app.domain.duties.four_duties import Duty, DutyKind, FourDuties
from app.domain.duties.level_clocks import level_clock
from app.domain.duties.performance_clocks import oral_clock, performance_clock
from app.domain.duties.rules import Rules
from app.domain.settlements.agreements import MediationAgreement
from app.domain.settlements.oral import OralAgreement
from app.domain.values.days.moments import local_day
from app.domain.values.days.periods import last_day

Agreements = tuple[MediationAgreement, ...]

APPOINTED = "four_duties"
"""Stands for the id of a rule where somebody set the day of a duty."""
_DUTY_CLOCKS = {
    DutyKind.INVESTIGATE: ClockKind.DUTY_INVESTIGATE,
    DutyKind.MEDIATE: ClockKind.DUTY_MEDIATE,
    DutyKind.CLOSE: ClockKind.DUTY_CLOSE,
    DutyKind.FOLLOW_UP: ClockKind.DUTY_FOLLOW_UP,
}


def case_clocks(
    case: Case,
    duties: FourDuties | None,
    agreements: Agreements,
    rules: Rules,
    today: date,
    *,
    orals: tuple[OralAgreement, ...] = (),
    facts: ClockFacts = NO_FURTHER_FACTS,
) -> tuple[CaseClock, ...]:
    """Give the running clocks, the first to end first; a closed case has none but its filing.

    ``today`` decides which instalment comes next, that a right once over is no clock any more, and
    how far a period that stands still would reach. No clock ever moves a case by itself.
    """
    found = [*ruled_clocks(case, agreements, rules.catalogue, rules.calendar, today=today, facts=facts)]
    if case.is_open:
        found += [
            *level_clock(case, rules.calendar),
            *_performance(case, agreements, rules, today),
            *_oral_performance(case, orals),
            *_duties(case, duties, rules),
        ]
    return tuple(sorted(found, key=lambda clock: clock.last_day))


def _performance(case: Case, agreements: Agreements, rules: Rules, today: date) -> Iterator[CaseClock]:
    """Follow what the parties agreed themselves (人民调解法 arts. 29, 31)."""
    if case.state in IN_EFFECT:
        for agreement in agreements:
            clock = performance_clock(agreement, rules.calendar, today)
            if clock is not None and not _is_performed(case, clock.start):
                yield clock


def _oral_performance(case: Case, orals: tuple[OralAgreement, ...]) -> Iterator[CaseClock]:
    """Follow what was agreed by word of mouth (arts. 30, 31); no court confirms it, so nothing else runs."""
    for agreement in orals if case.state in IN_EFFECT else ():
        clock = oral_clock(agreement)
        if clock is not None and not _is_performed(case, clock.start):
            yield clock


def _is_performed(case: Case, effective_on: date) -> bool:
    """Tell whether what took effect on a day was performed before the case was taken up again."""
    return case.performed_on is not None and effective_on <= case.performed_on


def _duties(case: Case, duties: FourDuties | None, rules: Rules) -> Iterator[CaseClock]:
    """Follow duties somebody answers for; nobody can be late with a duty nobody has."""
    for duty in duties.duties if duties is not None else ():
        if duty.is_assigned and not duty.is_done and duty.due_on is not None:
            yield _duty(case, duty, duty.due_on, rules)


def _duty(case: Case, duty: Duty, due_on: date, rules: Rules) -> CaseClock:
    registered_on = local_day(case.registered_at)
    default = next((entry for entry in rules.duty_defaults if entry.duty is duty.kind), None)
    end = None if default is None else last_day(registered_on, default.period, rules.calendar)
    is_default = end is not None and end.last_day == due_on and not duty.extensions
    if default is not None and end is not None and is_default:
        source = default.source
        told = explained(f"登记（{duty.kind.term}）", end, source, rules.calendar, is_verified=False)
    elif duty.due_basis and not duty.extensions:
        source = "四包时限（按层级）"
        told = opening(due_on) + duty.due_basis + cited(source, is_verified=False)
    elif duty.extensions:
        latest, source = duty.extensions[-1], "延期审批"
        moved = f"{duty.kind.term}由 {latest.previous_due.isoformat()} 延期，批准人 {latest.approver}"
        told = opening(due_on) + moved + cited(source, is_verified=True)
    else:
        source = "四包责任记录"
        told = opening(due_on) + f"{duty.kind.term}指定的时限" + cited(source, is_verified=True)
    return CaseClock(
        kind=_DUTY_CLOCKS[duty.kind],
        start=registered_on,
        last_day=due_on,
        explanation=told,
        source=source,
        is_verified=not (is_default or (duty.due_basis and not duty.extensions)),
        subject_id=duty.id,
        rule_id=APPOINTED,
        trigger="登记",
    )
