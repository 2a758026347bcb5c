"""Keeping the clock that lists sort by: computed anew after every write that could move it."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from app.domain.disputes.clocks import CaseClock, ClockKind, leading
from app.domain.duties.bridges.traffic import ended_for_traffic_police
from app.domain.duties.case_clocks import case_clocks
from app.domain.duties.four_duties import FourDuties
from app.domain.duties.referrals.guidance import ServiceReferral
from app.domain.duties.referrals.links import Link
from app.domain.duties.rules import Rules
from app.domain.errors import NotFound
from app.domain.filing.documents import IssuedDocument
from app.domain.filing.kinds import DocumentKind
from app.persistence.work import UnitOfWork
from app.services.transactions.performing import facts_of, open_plans


def wind(work: UnitOfWork, rules: Rules, case_id: UUID, today: date) -> None:
    """Compute a case's clocks from what this transaction has written and keep the one that ends first.

    An agreement that took effect has its plan of performance opened first: its clock follows the plan.
    """
    case = work.cases.get(case_id)
    open_plans(work, rules, case)
    dealings = work.dealings.of_case(case_id)
    clocks = case_clocks(
        case,
        duties_of(work, case_id),
        work.agreements.of_case(case_id),
        rules,
        today,
        orals=work.oral_agreements.of_case(case_id),
        facts=facts_of(work, rules, case),
        dealings=dealings,
        has_asked_police=ended_for_traffic_police(case) and has_asked_police(work.documents.of_case(case_id)),
    )
    for dealing in dealings:
        work.dealings.set_due(dealing, _due_day(dealing, clocks))
    first = leading(clocks) if case.is_open else None
    work.cases.set_clock(
        case_id, due_on=first.last_day if first else None, kind=first.kind if first else None
    )


def has_asked_police(documents: tuple[IssuedDocument, ...]) -> bool:
    """Tell whether the request to the traffic police was issued and stands."""
    return any(paper.kind is DocumentKind.TRAFFIC_REQUEST and not paper.void_reason for paper in documents)


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
