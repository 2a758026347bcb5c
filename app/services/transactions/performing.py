"""What follows from an agreement in effect, inside one transaction: its plan, and the facts of a case."""

from __future__ import annotations

from uuid import UUID

from app.domain.disputes.cases import Case
from app.domain.duties.performance.facts import PerformanceFacts
from app.domain.duties.performance.opening import opened_plan
from app.domain.duties.rules import Rules
from app.domain.errors import InvalidInput, RuleRefusal
from app.domain.settlements.agreements import MediationAgreement
from app.domain.settlements.performance.amendments import superseded
from app.domain.settlements.performance.plans import PerformancePlan
from app.domain.settlements.supplementing import amended
from app.persistence.work import UnitOfWork


def facts_of(work: UnitOfWork, rules: Rules, case: Case) -> PerformanceFacts:
    """Read what was performed, applied for and visited; a plan not stored yet is derived."""
    if case.effective_on is None and case.ended_on is None:
        return PerformanceFacts()
    stored = {plan.id: plan for plan in work.plans.of_case(case.id)}
    derived = (
        stored.get(agreement.id) or opened_plan(agreement, case, rules.calendar)
        for agreement in work.agreements.of_case(case.id)
    )
    return PerformanceFacts(
        plans=tuple(plan for plan in derived if plan is not None),
        confirmations=work.confirmations.of_case(case.id),
        visits=work.visits.of_case(case.id),
        actions=work.legal_actions.of_case(case.id),
    )


def open_plans(work: UnitOfWork, rules: Rules, case: Case) -> None:
    """Store the plans that follow from agreements in effect and are not stored yet.

    A supplement among them ends what is open of the terms it changes or drops in the plans before it.
    """
    waiting = [plan for plan in facts_of(work, rules, case).plans if not plan.version]
    if not waiting:
        return
    for plan in waiting:
        work.plans.open(plan)
    agreements = {agreement.id: agreement for agreement in work.agreements.of_case(case.id)}
    opened = [agreements[plan.id] for plan in waiting if plan.id in agreements]
    if any(amended(agreement) for agreement in opened):
        _supersede(work, case, tuple(agreements.values()))


def _supersede(work: UnitOfWork, case: Case, agreements: tuple[MediationAgreement, ...]) -> None:
    for plan in work.plans.of_case(case.id):
        owner = next(agreement for agreement in agreements if agreement.id == plan.id)
        now, by = work.clock.now(), work.actor.name
        ended = superseded(plan, owner, agreements, now=now, by=by)
        if ended is not plan:
            work.plans.save(ended, act="performance.arranged", note=ended.arrangements[-1].reason)


def plan_of(work: UnitOfWork, rules: Rules, case: Case, plan_id: UUID) -> PerformancePlan | None:
    """Give the stored plan of an agreement of a case, stored now where it was not."""
    open_plans(work, rules, case)
    found = work.plans.find(plan_id)
    return found if found is not None and found.case_id == case.id else None


def refuse_unrecorded(work: UnitOfWork, rules: Rules, case: Case, note: str) -> None:
    """Refuse "all performed" without a word of proof while items of a plan are open."""
    waiting = [item for plan in facts_of(work, rules, case).plans for item in plan.open_items]
    if waiting and not note.strip():
        raise InvalidInput("performance.items_open", field="note", count=len(waiting))


def refuse_while_court_decides(work: UnitOfWork, case: Case) -> None:
    """Refuse to close a case while an application for confirmation is before the court."""
    for confirmation in work.confirmations.of_case(case.id):
        if confirmation.is_pending:
            raise RuleRefusal(
                "case.confirmation_pending",
                court=confirmation.court,
                day=confirmation.applied_on.isoformat(),
            )
