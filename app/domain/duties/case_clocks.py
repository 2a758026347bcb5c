"""Which clocks run on a case today, each with its last day and the arithmetic behind it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from app.domain.disputes.cases import Case
from app.domain.disputes.clocks import CaseClock, ClockKind
from app.domain.disputes.sources import MediationChannel
from app.domain.disputes.states import BEFORE_ACCEPTANCE, IN_EFFECT, IN_MEDIATION, CaseState
from app.domain.duties.bridges.traffic import traffic_clock
from app.domain.duties.clock_words import cited, explained, opening
from app.domain.duties.four_duties import Duty, DutyKind, FourDuties
from app.domain.duties.level_clocks import level_clock
from app.domain.duties.performance.court_clocks import court_clocks
from app.domain.duties.performance.facts import NO_FACTS, PerformanceFacts
from app.domain.duties.performance.opening import opened_plan
from app.domain.duties.performance_clocks import oral_clock, performance_clock
from app.domain.duties.referrals.clocks import link_clocks
from app.domain.duties.referrals.links import CaseLinks
from app.domain.duties.ruled_clocks import ruled
from app.domain.duties.rules import Rules
from app.domain.settlements.agreements import AgreementState, MediationAgreement
from app.domain.settlements.oral import OralAgreement
from app.domain.values.days.moments import local_day
from app.domain.values.days.periods import last_day

Agreements = tuple[MediationAgreement, ...]
NO_DEALINGS = CaseLinks()

_STILL_MEDIATED = IN_MEDIATION | {CaseState.PARTIAL, CaseState.REOPENED}
_ENDED = frozenset({CaseState.PERFORMED, CaseState.TERMINATED})
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
    facts: PerformanceFacts = NO_FACTS,
    dealings: CaseLinks = NO_DEALINGS,
    has_asked_police: bool = False,
) -> tuple[CaseClock, ...]:
    """Give the running clocks, the first to end first; a closed case has none but of what it owes to others.

    ``facts`` tell what was performed, applied for and visited. ``today`` decides only that the time to
    apply for judicial confirmation or to ask the traffic police, once over, is no clock any more;
    ``has_asked_police`` that the request was issued. No clock ever moves a case by itself.
    """
    between = link_clocks(dealings, rules, today)
    if not case.is_open:
        return tuple(sorted(between, key=lambda clock: clock.last_day))
    found = [
        *level_clock(case, rules.calendar),
        *_acceptance(case, rules),
        *_mediation(case, rules),
        *_signing(case, agreements, rules),
        *_performance(case, agreements, rules, today, facts),
        *_oral_performance(case, orals),
        *court_clocks(case, agreements, facts, rules, today),
        *(() if has_asked_police else _traffic(case, rules, today)),
        *_follow_up(case, rules, facts),
        *_duties(case, duties, rules),
        *between,
    ]
    return tuple(sorted(found, key=lambda clock: clock.last_day))


def _acceptance(case: Case, rules: Rules) -> Iterator[CaseClock]:
    """D-02: from the request, or from taking the case up again, to acceptance or refusal."""
    is_undecided = case.state is CaseState.REOPENED and case.accepted_on is None
    if case.state in BEFORE_ACCEPTANCE or is_undecided:
        start, event = _begun(case, local_day(case.received_at), "收到申请")
        yield from ruled(case.channel, rules, ClockKind.ACCEPTANCE, start, event)


def _mediation(case: Case, rules: Rules) -> Iterator[CaseClock]:
    """D-03: from acceptance, or from taking the case up again, to the end of mediation."""
    if case.state in _STILL_MEDIATED and case.accepted_on is not None:
        start, event = _begun(case, case.accepted_on, "受理")
        yield from ruled(case.channel, rules, ClockKind.MEDIATION, start, event)


def _traffic(case: Case, rules: Rules, today: date) -> Iterator[CaseClock]:
    """D-09: what mediation of a traffic accident did not settle may go to the traffic police in time."""
    clock = traffic_clock(case, rules)
    if clock is not None and clock.last_day >= today:
        yield clock


def _begun(case: Case, start: date, event: str) -> tuple[date, str]:
    """Give where a period begins: a reopened case gets its time anew."""
    again = case.begun_anew_on
    return (again, "重新办理") if again is not None and again > start else (start, event)


def _signing(case: Case, agreements: Agreements, rules: Rules) -> Iterator[CaseClock]:
    """From the issue of an agreement to its last signature: a local setting, no law limits it."""
    for agreement in agreements:
        if agreement.state is AgreementState.ISSUED and agreement.issued_day is not None:
            event = f"{agreement.number} 制发"
            yield from ruled(
                case.channel, rules, ClockKind.SIGNING, agreement.issued_day, event, subject_id=agreement.id
            )


def _performance(
    case: Case, agreements: Agreements, rules: Rules, today: date, facts: PerformanceFacts
) -> Iterator[CaseClock]:
    """Follow what the parties agreed themselves (人民调解法 arts. 29, 31), and what of it was performed."""
    if case.state in IN_EFFECT:
        for agreement in agreements:
            plan = facts.plan(agreement.id) or opened_plan(agreement, case, rules.calendar)
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


def _follow_up(case: Case, rules: Rules, facts: PerformanceFacts) -> Iterator[CaseClock]:
    """Follow the visit planned next, or D-17: from performance or termination; a local setting."""
    planned = sorted((v for v in facts.visits if v.is_waiting), key=lambda visit: visit.planned_on)
    for visit in planned[:1]:
        told = opening(visit.planned_on) + f"约定的回访：{visit.why}"
        yield CaseClock(
            kind=ClockKind.FOLLOW_UP,
            start=local_day(case.registered_at),
            last_day=visit.planned_on,
            explanation=told,
            source="回访安排",
            subject_id=visit.id,
        )
    if not planned:
        yield from _due_visit(case, rules, facts)


def _due_visit(case: Case, rules: Rules, facts: PerformanceFacts) -> Iterator[CaseClock]:
    """D-17 alone: the visit that performance or termination asks for, until one was made since."""
    start = case.performed_on if case.state is CaseState.PERFORMED else case.ended_on
    if start is not None and not any(
        visit.visited_on is not None and visit.visited_on >= start for visit in facts.visits
    ):
        yield from visit_clock(case.channel, case.state, start, rules)


def visit_clock(
    channel: MediationChannel, state: CaseState, start: date, rules: Rules
) -> Iterator[CaseClock]:
    """Count D-17 from the day a case was performed or terminated; a local setting."""
    if state in _ENDED:
        event = "履行完毕" if state is CaseState.PERFORMED else "终止调解"
        yield from ruled(channel, rules, ClockKind.FOLLOW_UP, start, event)


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
    )
