"""Everything beside a case that its clocks ask for, and the events that follow from it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from app.domain.disputes.cases import Case
from app.domain.disputes.channels.starting import begun_events
from app.domain.disputes.periods.triggers import Trigger
from app.domain.disputes.states import CaseState
from app.domain.duties.deadlines.facts import Days, Events, FactSheet
from app.domain.duties.four_duties import FourDuties
from app.domain.duties.performance.court_clocks import extension_words, period_of_performance
from app.domain.duties.performance.facts import NO_FACTS, PerformanceFacts
from app.domain.duties.performance.opening import opened_plan
from app.domain.duties.referrals.interfaces import CourtProcedure, ReferralKind
from app.domain.duties.referrals.links import CaseLinks
from app.domain.settlements.agreements import AgreementState, MediationAgreement
from app.domain.settlements.confirmation import ConfirmationState, of_agreement
from app.domain.settlements.legal_actions import enforcement_of
from app.domain.settlements.oral import OralAgreement
from app.domain.values.days.moments import local_day
from app.domain.values.days.working_days import WorkCalendar

NO_DEALINGS = CaseLinks()
_NOT_CONFIRMED = frozenset({ConfirmationState.REJECTED, ConfirmationState.WITHDRAWN})
_PAPERS: dict[tuple[ReferralKind, CourtProcedure | None], Trigger] = {
    (ReferralKind.DELEGATION, None): Trigger.PAPERS_SIGNED_FOR,
    (ReferralKind.ENTRUSTMENT, CourtProcedure.ORDINARY): Trigger.PAPERS_ORDINARY,
    (ReferralKind.ENTRUSTMENT, CourtProcedure.SUMMARY): Trigger.PAPERS_SUMMARY,
}
"""Which receipt of court papers starts a period of mediation (D-06, D-07)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockFacts:
    """What is known beside the case itself; a fact nobody recorded is absent, and so is its clock.

    ``performance`` holds plans, applications to the court and visits, ``dealings`` what is between
    organs. ``days``, ``of_agreements`` and ``moments`` are further events by their name: of the case,
    of its agreements, and those that start hours or minutes.
    """

    duties: FourDuties | None = None
    agreements: tuple[MediationAgreement, ...] = ()
    orals: tuple[OralAgreement, ...] = ()
    performance: PerformanceFacts = NO_FACTS
    dealings: CaseLinks = NO_DEALINGS
    days: Days = field(default_factory=dict)
    of_agreements: Mapping[UUID, Days] = field(default_factory=dict)
    moments: Mapping[Trigger, datetime] = field(default_factory=dict)


NO_FURTHER_FACTS = ClockFacts()


def events_of(case: Case, facts: ClockFacts, calendar: WorkCalendar) -> Events:
    """Gather what happened, each event with its day."""
    return Events(
        of_case=_case_sheet(case, facts),
        of_agreements=tuple(_agreement_sheets(case, facts, calendar)),
        has_planned_visit=any(visit.is_waiting for visit in facts.performance.visits),
    )


def _case_sheet(case: Case, facts: ClockFacts) -> FactSheet:
    """Gather the events of a case: its own steps, what others know, the days recorded by hand."""
    visited = [visit.visited_on for visit in facts.performance.visits if visit.visited_on is not None]
    steps = {
        Trigger.RECEIVED: local_day(case.received_at),
        Trigger.REGISTERED: local_day(case.registered_at),
        Trigger.ACCEPTED: case.accepted_on,
        Trigger.TERMINATED: case.ended_on if case.non_acceptance_reason is None else None,
        # Performed before it was taken up again, and terminated since: the termination counts.
        Trigger.PERFORMED: None if case.state is CaseState.TERMINATED else case.performed_on,
        Trigger.VISITED: max(visited, default=None),
        Trigger.CLOSED: case.closed_on,
    }
    days = {trigger: on for trigger, on in steps.items() if on is not None}
    days |= begun_events(case.start_grounds, case.accepted_on)
    days |= _signed_papers(facts.dealings)
    days |= {recorded.trigger: recorded.on_day for recorded in case.trigger_days}
    days |= facts.days
    days |= {trigger: local_day(moment) for trigger, moment in facts.moments.items()}
    return FactSheet(days=days, moments=facts.moments)


def _signed_papers(dealings: CaseLinks) -> dict[Trigger, date]:
    """Give the days on which the papers of a court were signed for, the latest of each kind."""
    return {
        trigger: referral.signed_on
        for referral in dealings.referrals
        if referral.is_incoming
        and referral.signed_on is not None
        and (trigger := _PAPERS.get((referral.kind, referral.procedure))) is not None
    }


def _agreement_sheets(case: Case, facts: ClockFacts, calendar: WorkCalendar) -> Iterator[FactSheet]:
    for agreement in facts.agreements:
        told: dict[Trigger, date] = {}
        if agreement.state is AgreementState.ISSUED and agreement.issued_day is not None:
            told[Trigger.ISSUED] = agreement.issued_day
        if agreement.state is AgreementState.EFFECTIVE and agreement.effective_on is not None:
            told[Trigger.EFFECTIVE] = agreement.effective_on
            told |= _before_the_court(agreement, facts.performance)
        told |= facts.of_agreements.get(agreement.id, {})
        if Trigger.EFFECTIVE in told and Trigger.CONFIRMED in told:
            plan = facts.performance.plan(agreement.id) or opened_plan(agreement, case, calendar)
            if plan is not None and plan.open_items:
                told |= period_of_performance(plan, told[Trigger.CONFIRMED])
        if told:
            words = _told_by_court(agreement, facts.performance)
            yield FactSheet(subject_id=agreement.id, name=agreement.number, days=told, words=words)


def _before_the_court(agreement: MediationAgreement, performance: PerformanceFacts) -> dict[Trigger, date]:
    """Tell how far the latest application came; what was rejected or taken back may be applied for again."""
    latest = of_agreement(performance.confirmations, agreement.id)
    if latest is None or latest.state in _NOT_CONFIRMED:
        return {}
    days = {
        Trigger.CONFIRMATION_APPLIED: latest.applied_on,
        Trigger.COURT_ACCEPTED: latest.accepted_on,
        Trigger.DECISION_EXTENDED: latest.extended_on if latest.is_pending else None,
        Trigger.CONFIRMED: latest.decided_on,
    }
    applied = enforcement_of(performance.actions, agreement.id)
    if applied is not None:
        days[Trigger.ENFORCEMENT_APPLIED] = applied.applied_on
    return {trigger: on for trigger, on in days.items() if on is not None}


def _told_by_court(agreement: MediationAgreement, performance: PerformanceFacts) -> dict[Trigger, str]:
    """Say of an extension who told it and by which paper."""
    latest = of_agreement(performance.confirmations, agreement.id)
    if latest is None or latest.extended_on is None:
        return {}
    return {Trigger.DECISION_EXTENDED: extension_words(latest)}
