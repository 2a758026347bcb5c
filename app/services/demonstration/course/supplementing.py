"""Supplement two agreements of the demo: one supplement is signed and in effect, one is being drafted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import islice

from app.domain.disputes.case_lines import CaseFilter, CaseSort, CaseView
from app.domain.disputes.cases import Case
from app.domain.disputes.states import CaseState, Stage
from app.domain.settlements.agreements import AgreementState, MediationAgreement
from app.domain.settlements.performance.amendments import remaining
from app.domain.settlements.performance.plans import PerformancePlan
from app.domain.settlements.terms import Due, DueKind, Term, TermKind
from app.domain.trust.actors import Actor
from app.domain.values.days.moments import Clock, local_day
from app.domain.values.ids import new_id
from app.services.demonstration.course.signing import Signing
from app.services.services import Services

_MOST = 200
_Found = tuple[Case, MediationAgreement, PerformancePlan, Actor]


def supplement_two(services: Services, clock: Clock) -> None:
    """Give two payers until later: the first supplement is signed, the second waits for its last word."""
    today = local_day(clock.now())
    found = tuple(islice(_agreements(services), 2))
    for is_signed, (case, agreement, plan, actor) in zip((True, False), found, strict=False):
        settlements = services.settlements
        draft = settlements.supplement(agreement.id, actor=actor).value
        told = replace(
            draft,
            matters="付款期限。",
            responsibilities="各方责任仍按原协议。",
            terms=tuple(_terms(agreement, plan, today)),
        )
        saved = settlements.save(told, actor=actor).value
        if is_signed:
            settlements.issue(saved.id, actor=actor, version=saved.version)
            Signing(services, actor).sign_all(services.cases.folder(case.id).case, today)


def _agreements(services: Services) -> Iterator[_Found]:
    """Give the agreements in effect with a payment still open that is not before a court."""
    wanted = CaseFilter(view=CaseView.OPEN, stages=(Stage.PERFORMANCE,), sort=CaseSort.REGISTERED)
    mediators = {member.id: member.actor for member in services.people.staff()}
    for line in services.lists.page(wanted, 0, _MOST):
        folder = services.cases.folder(line.id)
        facts = folder.performance
        is_plain = folder.case.state is CaseState.EFFECTIVE and len(folder.agreements) == 1
        if not is_plain or line.lead_id not in mediators or facts.confirmations:
            continue
        (agreement,) = folder.agreements
        plan = facts.plan(agreement.id)
        if agreement.state is not AgreementState.EFFECTIVE or agreement.is_partial or plan is None:
            continue
        if any(plan.owed(item) for item in plan.items):
            yield folder.case, agreement, plan, mediators[line.lead_id]


def _terms(agreement: MediationAgreement, plan: PerformancePlan, today: date) -> Iterator[Term]:
    """Put off what is still to be paid, and drop the first act that is still open."""
    payment = next(term for term in agreement.terms if term.kind is TermKind.PAYMENT)
    left = remaining(payment, plan)
    later = [
        replace(part, due=Due(kind=DueKind.ON_DAY, day=today + timedelta(days=30 * number)))
        for number, part in enumerate(left.instalments, start=2)
    ]
    due = left.due if later else Due(kind=DueKind.ON_DAY, day=today + timedelta(days=60))
    yield replace(left, instalments=tuple(later), due=due)
    for term in agreement.terms:
        items = [item for item in plan.open_items if item.id == term.id]
        if term.kind is TermKind.ACT and items:
            yield Term(id=new_id(), kind=TermKind.DROPPED, amends_id=term.id)
            break
    yield Term(id=new_id(), kind=TermKind.CLAUSE, act="延期期间不另计利息")
