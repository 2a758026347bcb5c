"""Freezing the papers of performance: each belongs to one receipt, one urging or one visit of the case."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.domain.contents.performance.filling import (
    follow_up_contents,
    receipt_contents,
    urging_letter_contents,
)
from app.domain.contents.performance.papers import FollowUpContents, ReceiptContents, UrgingLetterContents
from app.domain.disputes.cases import Case
from app.domain.duties.performance.facts import PerformanceFacts
from app.domain.duties.performance.legal_steps import legal_steps
from app.domain.duties.rules import Rules
from app.domain.errors import NotFound
from app.domain.filing.kinds import DocumentKind
from app.domain.settlements.agreements import AgreementState
from app.persistence.work import UnitOfWork
from app.services.transactions.performing import facts_of

PAPERS_OF_PERFORMANCE = frozenset(
    {DocumentKind.PERFORMANCE_RECEIPT, DocumentKind.URGING_LETTER, DocumentKind.FOLLOW_UP_RECORD}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperOf:
    """Which paper of which case is wanted, about which receipt, urging or visit."""

    case: Case
    kind: DocumentKind
    subject_id: UUID | None
    committee: str
    on: date


def performance_contents(
    work: UnitOfWork, rules: Rules, paper: PaperOf
) -> ReceiptContents | UrgingLetterContents | FollowUpContents:
    """Copy what a paper prints; NotFound when its subject is another case's."""
    facts = facts_of(work, rules, paper.case)
    if paper.kind is DocumentKind.PERFORMANCE_RECEIPT:
        return _receipt(facts, paper)
    if paper.kind is DocumentKind.FOLLOW_UP_RECORD:
        return _follow_up(work, facts, paper)
    return _letter(work, rules, facts, paper)


def _receipt(facts: PerformanceFacts, paper: PaperOf) -> ReceiptContents:
    for plan in facts.plans:
        receipt = plan.receipt(paper.subject_id) if paper.subject_id is not None else None
        if receipt is not None:
            return receipt_contents(paper.case, plan, receipt, paper.committee)
    raise NotFound("receipt.not_found", id=str(paper.subject_id))


def _follow_up(work: UnitOfWork, facts: PerformanceFacts, paper: PaperOf) -> FollowUpContents:
    visit = facts.visit(paper.subject_id) if paper.subject_id is not None else None
    if visit is None:
        raise NotFound("visit.not_found", id=str(paper.subject_id))
    numbers = [
        agreement.number
        for agreement in work.agreements.of_case(paper.case.id)
        if agreement.state is AgreementState.EFFECTIVE
    ]
    return follow_up_contents(paper.case, visit, "、".join(numbers), paper.committee)


def _letter(work: UnitOfWork, rules: Rules, facts: PerformanceFacts, paper: PaperOf) -> UrgingLetterContents:
    for plan in facts.plans:
        urging = plan.urging(paper.subject_id) if paper.subject_id is not None else None
        if urging is not None:
            agreement = work.agreements.get(plan.id)
            ways = legal_steps(paper.case, agreement, facts, rules, paper.on)
            return urging_letter_contents(
                paper.case, plan, urging, agreement=agreement, ways=ways, committee=paper.committee
            )
    raise NotFound("urging.not_found", id=str(paper.subject_id))
