"""Freeze receipts, urging letters and follow-up visits into the contents that are printed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from uuid import UUID

from app.domain.contents.parts import SigningPart
from app.domain.contents.party_parts import party_signers
from app.domain.contents.performance.papers import (
    FollowUpContents,
    OverduePart,
    ReceiptContents,
    UrgingLetterContents,
)
from app.domain.disputes.case_parties import PartySide
from app.domain.disputes.cases import Case
from app.domain.duties.clock_words import UNVERIFIED
from app.domain.duties.follow_up.visits import FollowUpVisit
from app.domain.duties.performance.legal_steps import LegalStep, LegalStepKind
from app.domain.errors import RuleRefusal
from app.domain.settlements.agreements import MediationAgreement
from app.domain.settlements.performance.items import PerformanceItem
from app.domain.settlements.performance.plans import PerformancePlan
from app.domain.settlements.performance.receipts import Receipt
from app.domain.settlements.performance.urgings import Urging
from app.domain.values.money import Money, sum_of
from app.domain.values.rmb_in_words import rmb_in_words

_NOT_ALONE = frozenset({LegalStepKind.URGE, LegalStepKind.CONFIRM, LegalStepKind.MEDIATE_AGAIN})
"""Ways that the other side cannot go alone: they are no consequence to be told of."""


def receipt_contents(case: Case, plan: PerformancePlan, receipt: Receipt, committee: str) -> ReceiptContents:
    """Freeze 收条 for one entry; a countered entry has none."""
    item = plan.item(receipt.item_id)
    if item is None or receipt.reverses_id is not None or plan.is_reversed(receipt):
        raise RuleRefusal("document.receipt_reversed")
    payee = _one(case, receipt.payee_id) or item.payees
    return ReceiptContents(
        number=case.intake_number,
        committee=committee,
        agreement_number=plan.number,
        title=case.title,
        payer=_one(case, receipt.payer_id) or item.payers,
        payee=payee,
        amount=receipt.amount,
        amount_in_words=rmb_in_words(receipt.amount) if receipt.amount is not None else "",
        what=item.what,
        place=item.place,
        manner=receipt.manner.term,
        note=receipt.note,
        received_on=receipt.received_on,
        owed_after=_owed_after(plan, item, receipt),
        signers=_receivers(case, plan, item, receipt),
    )


def urging_letter_contents(
    case: Case,
    plan: PerformancePlan,
    urging: Urging,
    *,
    agreement: MediationAgreement,
    ways: Iterable[LegalStep],
    committee: str,
) -> UrgingLetterContents:
    """Freeze 履行催告书: the items urged for, as they stand, and the ways open to the other side."""
    items = [item for item_id in urging.item_ids for item in [plan.item(item_id)] if item is not None]
    return UrgingLetterContents(
        number=case.intake_number,
        committee=committee,
        addressees=tuple(urging.addressees.split("、")),
        agreement_number=plan.number,
        title=case.title,
        effective_on=agreement.effective_on or urging.urged_on,
        items=tuple(_overdue(n, plan, item) for n, item in enumerate(items, start=1)),
        pay_by=urging.pay_by,
        note=urging.note,
        ways=tuple(_way(step) for step in ways if step.kind not in _NOT_ALONE),
        urged_on=urging.urged_on,
    )


def follow_up_contents(
    case: Case, visit: FollowUpVisit, agreement_number: str, committee: str
) -> FollowUpContents:
    """Freeze 人民调解回访记录; a visit that waits has none."""
    if visit.visited_on is None:
        raise RuleRefusal("document.visit_not_made")
    return FollowUpContents(
        committee=committee,
        number=case.intake_number,
        parties=tuple(
            f"{side.term}：{'、'.join(party.name for party in case.on_side(side))}"
            for side in PartySide
            if case.on_side(side)
        ),
        agreement_number=agreement_number,
        matter=case.title,
        visited_on=visit.visited_on,
        manner=visit.manner.term if visit.manner is not None else "",
        visited=tuple(party.name for party in case.parties if party.id in visit.visited_ids),
        performance=visit.performance,
        satisfaction=visit.satisfaction.term if visit.satisfaction is not None else "",
        said=visit.said,
        litigation=visit.litigation.term if visit.litigation is not None else "",
        litigation_note=visit.litigation_note,
        remains=visit.remains,
        has_new_risk=visit.has_new_risk,
        risk_note=visit.risk_note,
        measures=visit.measures,
        same_day_reason=visit.same_day_reason,
        same_person_reason=visit.same_person_reason,
        signers=(SigningPart(label="回访人", name=visit.visitor),),
    )


def _overdue(position: int, plan: PerformancePlan, item: PerformanceItem) -> OverduePart:
    received = plan.received(item.id)
    return OverduePart(
        position=position,
        place=item.place,
        what=item.what,
        payee=item.payees,
        amount=item.amount,
        received=received or None,
        owed=plan.owed(item) if item.is_payment else None,
        due_on=item.due_on,
        due="" if item.due_on is not None else item.due_words,
    )


def _owed_after(plan: PerformancePlan, item: PerformanceItem, receipt: Receipt) -> Money | None:
    """Tell what was still owed when this entry was made, not what came in later."""
    if item.amount is None:
        return None
    upto = plan.receipts[: plan.receipts.index(receipt) + 1]
    received = sum_of(r.amount for r in upto if r.item_id == item.id and r.amount is not None)
    return max(item.amount - received, Money.zero())


def _way(step: LegalStep) -> str:
    until = step.until
    day = f"（最迟{until.year}年{until.month}月{until.day}日）" if until is not None else ""
    source = f"：{step.source}" if step.source else ""
    return f"{step.kind.term}{day}{'' if step.is_verified else UNVERIFIED}{source}。"


def _receivers(
    case: Case, plan: PerformancePlan, item: PerformanceItem, receipt: Receipt
) -> tuple[SigningPart, ...]:
    """Give a place to everybody who received; an act owed to nobody by name is confirmed by the others."""
    others = tuple(party_id for party_id in plan.party_ids if party_id not in item.payer_ids)
    ids = (receipt.payee_id,) if receipt.payee_id is not None else item.payee_ids or others
    label = "收款人" if item.is_payment else "确认人"
    signers = party_signers(tuple(party for party in case.parties if party.id in ids))
    return tuple(replace(signer, label=label) for signer in signers)


def _one(case: Case, party_id: UUID | None) -> str:
    party = case.party(party_id) if party_id is not None else None
    return party.name if party is not None else ""
