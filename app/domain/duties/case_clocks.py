"""Which clocks run on a case today, each with its last day and the arithmetic behind it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from app.domain.disputes.cases import Case
from app.domain.disputes.clocks import CaseClock, ClockKind
from app.domain.disputes.states import IN_EFFECT
from app.domain.duties.clock_facts import ClockFacts, events_of
from app.domain.duties.clock_words import cited, explained, opening
from app.domain.duties.deadlines.running import ruled_clocks
from app.domain.duties.four_duties import Duty, DutyKind, FourDuties
from app.domain.duties.level_clocks import level_clock
from app.domain.duties.performance.opening import opened_plan
from app.domain.duties.performance_clocks import oral_clock, performance_clock
from app.domain.duties.referrals.clocks import link_clocks
from app.domain.duties.rules import Rules
from app.domain.settlements.oral import OralAgreement
from app.domain.values.days.moments import local_day
from app.domain.values.days.periods import last_day

APPOINTED = "four_duties"
"""Stands for the id of a rule where somebody set the day of a duty."""
PLANNED = "visit"
"""Stands for the id of a rule where somebody planned a visit."""
_DUTY_CLOCKS = {
    DutyKind.INVESTIGATE: ClockKind.DUTY_INVESTIGATE,
    DutyKind.MEDIATE: ClockKind.DUTY_MEDIATE,
    DutyKind.CLOSE: ClockKind.DUTY_CLOSE,
    DutyKind.FOLLOW_UP: ClockKind.DUTY_FOLLOW_UP,
}


def case_clocks(case: Case, facts: ClockFacts, rules: Rules, today: date) -> tuple[CaseClock, ...]:
    """Give the running clocks, the first to end first; a closed one owes its filing and what others await.

    ``today`` decides that a right once over is no clock any more, and how far a period that stands
    still would reach. No clock ever moves a case by itself.
    """
    events = events_of(case, facts, rules.calendar)
    found = [
        *ruled_clocks(case, events, rules.catalogue, rules.calendar, today),
        *link_clocks(facts.dealings, rules, today),
    ]
    if case.is_open:
        found += [
            *level_clock(case, rules.calendar),
            *_performance(case, facts, rules, today),
            *_oral_performance(case, facts.orals),
            *_planned_visit(case, facts),
            *_duties(case, facts.duties, rules),
        ]
    told = (_in_its_law(clock, case, rules) for clock in _following(found))
    return tuple(sorted(told, key=lambda clock: clock.last_day))


def _in_its_law(clock: CaseClock, case: Case, rules: Rules) -> CaseClock:
    """Let a clock name the law of the case's channel; most cite none that another channel says otherwise."""
    source, told = rules.in_law_of(case, clock.source), rules.in_law_of(case, clock.explanation)
    if (source, told) == (clock.source, clock.explanation):
        return clock
    return replace(clock, source=source, explanation=told)


def _following(found: list[CaseClock]) -> Iterator[CaseClock]:
    """Let what is due back to a court follow the period of mediation it rests on, extended or paused."""
    periods = {clock.rule_id: clock for clock in found if clock.kind is ClockKind.MEDIATION}
    for clock in found:
        period = periods.get(clock.rule_id) if clock.kind is ClockKind.DUE_BACK else None
        if period is None or (period.extension is None and not period.exclusions):
            yield clock
        else:
            yield replace(period, kind=clock.kind, subject_id=clock.subject_id)


def _performance(case: Case, facts: ClockFacts, rules: Rules, today: date) -> Iterator[CaseClock]:
    """Follow what the parties agreed themselves (人民调解法 arts. 29, 31), and what of it was performed."""
    if case.state in IN_EFFECT:
        for agreement in facts.agreements:
            plan = facts.performance.plan(agreement.id) or opened_plan(agreement, case, rules.calendar)
            clock = performance_clock(agreement, plan, today) if plan is not None else None
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


def _planned_visit(case: Case, facts: ClockFacts) -> Iterator[CaseClock]:
    """Follow the visit planned next; without one the rule asks for it (D-17)."""
    planned = [visit for visit in facts.performance.visits if visit.is_waiting]
    for visit in sorted(planned, key=lambda visit: visit.planned_on)[:1]:
        told = opening(visit.planned_on) + f"约定的回访：{visit.why}"
        yield CaseClock(
            kind=ClockKind.FOLLOW_UP,
            start=local_day(case.registered_at),
            last_day=visit.planned_on,
            explanation=told,
            source="回访安排",
            subject_id=visit.id,
            rule_id=PLANNED,
            trigger="登记",
        )


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
