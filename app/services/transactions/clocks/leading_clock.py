"""Keeping the clock that lists sort by: computed anew after every write that could move it."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from app.domain.disputes.cases import Case
from app.domain.disputes.clocks import CaseClock, ClockKind, leading
from app.domain.disputes.periods.triggers import Trigger
from app.domain.duties.case_clocks import case_clocks
from app.domain.duties.clock_facts import ClockFacts, events_of
from app.domain.duties.deadlines.running import waiting_periods
from app.domain.duties.four_duties import FourDuties
from app.domain.duties.referrals.guidance import ServiceReferral
from app.domain.duties.referrals.links import Link
from app.domain.duties.rules import Rules
from app.domain.errors import NotFound
from app.domain.filing.kinds import DocumentKind
from app.persistence.work import UnitOfWork
from app.services.transactions.clocks.rules_in_force import bring_up_to_date
from app.services.transactions.performing import facts_of, open_plans


def wind(work: UnitOfWork, rules: Rules, case_id: UUID, today: date) -> None:
    """Compute a case's clocks from what this transaction has written and keep the one that ends first.

    An agreement that took effect has its plan of performance opened first: its clock follows the plan.
    """
    case = work.cases.get(case_id)
    bring_up_to_date(work, rules)
    open_plans(work, rules, case)
    facts = clock_facts(work, rules, case)
    clocks = case_clocks(case, facts, rules, today)
    set_due_days(work, facts, clocks)
    due_on, kind, told = shown_in_lists(case, facts, clocks, rules)
    work.cases.set_clock(case_id, due_on=due_on, kind=kind, told=told)


def clock_facts(work: UnitOfWork, rules: Rules, case: Case) -> ClockFacts:
    """Read all that the clocks of a case ask for, by the rules as the database has them now."""
    bring_up_to_date(work, rules)
    with work.standing_still():
        return ClockFacts(
            duties=duties_of(work, case.id),
            agreements=work.agreements.of_case(case.id),
            orals=work.oral_agreements.of_case(case.id),
            performance=facts_of(work, rules, case),
            dealings=work.dealings.of_case(case.id),
            days=_asked_police(work, case),
        )


def _asked_police(work: UnitOfWork, case: Case) -> dict[Trigger, date]:
    """Give the day on which a request was handed in at the traffic police; only a terminated case has one.

    A paper that was issued and lies in a drawer asks nobody: until it is handed in, D-09 runs.
    """
    if case.termination_reason is None:
        return {}
    standing = {
        paper.id
        for paper in work.documents.of_case(case.id)
        if paper.kind is DocumentKind.TRAFFIC_REQUEST and not paper.void_reason
    }
    days = [
        one.handed_on
        for one in work.submissions.of_case(case.id)
        if one.document_id in standing and not one.void_reason
    ]
    return {Trigger.POLICE_REQUESTED: max(days)} if days else {}


def set_due_days(work: UnitOfWork, facts: ClockFacts, clocks: tuple[CaseClock, ...]) -> None:
    """Keep the day by which the handing-over list sorts each thing between organs."""
    for dealing in facts.dealings:
        work.dealings.set_due(dealing, _due_day(dealing, clocks))


def shown_in_lists(
    case: Case, facts: ClockFacts, clocks: tuple[CaseClock, ...], rules: Rules
) -> tuple[date | None, ClockKind | None, str]:
    """Give day, kind and sentence of the leading clock; one that stands still or waits has no day.

    What a closed case still owes to others is no clock of the case.
    """
    own = tuple(clock for clock in clocks if case.is_open or clock.kind is ClockKind.ARCHIVING)
    first = leading(own)
    if first is None:
        waiting = waiting_periods(case, events_of(case, facts, rules.calendar), rules.catalogue)
        return (None, waiting[0].rule.kind, waiting[0].explanation) if waiting else (None, None, "")
    if first.is_paused:  # its sentence tells of today, and a list is read on other days
        return None, first.kind, ""
    return first.last_day, first.kind, first.explanation


def _due_day(link: Link, clocks: tuple[CaseClock, ...]) -> date | None:
    """Give the day by which the handing-over list sorts: the clock's, or that of an appointment."""
    owed = [clock for clock in clocks if clock.kind is not ClockKind.OBJECTION]
    days = [clock.last_day for clock in owed if clock.subject_id == link.id]
    if isinstance(link, ServiceReferral) and link.heard_on is None:
        return link.appointed_on
    return min(days, default=None)


def duties_of(work: UnitOfWork, case_id: UUID) -> FourDuties:
    """Give the four duties of a case, opened with its registration; NotFound ``duties.not_found``."""
    found = work.duties.of_case(case_id)
    if not found:
        raise NotFound("duties.not_found", id=str(case_id))
    return found[0]
