"""What a supplementary agreement does to the plans before it: what is open ends, what came in stays."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from app.domain.settlements.agreements import MediationAgreement
from app.domain.settlements.performance.acts import arrange, consenting_ids
from app.domain.settlements.performance.arrangements import Arrangement, ArrangementKind
from app.domain.settlements.performance.items import PerformanceItem
from app.domain.settlements.performance.plans import PerformancePlan
from app.domain.settlements.supplementing import overtaken_by
from app.domain.settlements.terms import BINDING, Due, DueKind, Instalment, Share, Term, TermKind
from app.domain.values.ids import new_id
from app.domain.values.money import Money, sum_of


def items_of(term: Term, plan: PerformancePlan) -> tuple[PerformanceItem, ...]:
    """Give the items of a plan that came from a term."""
    ids = {term.id, *(part.id for part in term.instalments), *(share.id for share in term.payee_shares)}
    return tuple(item for item in plan.items if item.id in ids)


def received_for(term: Term, plan: PerformancePlan | None) -> Money:
    """Add up what came in for a term."""
    return Money.zero() if plan is None else sum_of(plan.received(item.id) for item in items_of(term, plan))


def is_performed(term: Term, plan: PerformancePlan | None) -> bool:
    """Tell a term of which nothing is left to be performed; one that only agrees something never is."""
    items = () if plan is None or term.kind not in BINDING else items_of(term, plan)
    return bool(items) and not any(plan is not None and plan.is_open(item) for item in items)


def remaining(term: Term, plan: PerformancePlan | None) -> Term:
    """Copy a term to be changed, as far as it is still to be performed, naming the term it changes.

    Instalments and shares that were paid are left out, sums paid in part are taken off, and a day that
    was put off since is the new one. Of what was performed whole the copy is the term as it was.
    """
    copy = replace(term, id=new_id(), amends_id=term.id, edited_text=None)
    if plan is not None and not is_performed(term, plan):
        copy = _left(copy, plan, {item.id: item for item in items_of(term, plan)})
    return replace(
        copy,
        payee_shares=tuple(replace(share, id=new_id()) for share in copy.payee_shares),
        instalments=tuple(replace(part, id=new_id()) for part in copy.instalments),
    )


def superseded(
    plan: PerformancePlan,
    owner: MediationAgreement,
    agreements: Iterable[MediationAgreement],
    *,
    now: datetime,
    by: str,
) -> PerformancePlan:
    """End what is open of the terms that a supplement in effect changed or dropped; entries stay."""
    others = tuple(agreements)
    for term in owner.terms:
        supplement = overtaken_by(term, owner, others) if term.kind in BINDING else None
        if supplement is None or supplement.effective_on is None:
            continue
        is_dropped = any(
            one.amends_id in (term.id, term.amends_id) and one.kind is TermKind.DROPPED
            for one in supplement.terms
        )
        for item in items_of(term, plan):
            if not plan.is_open(item):
                continue
            ended = Arrangement(
                id=new_id(),
                item_id=item.id,
                kind=ArrangementKind.WAIVED if is_dropped else ArrangementKind.REPLACED,
                reason=f"{'取消' if is_dropped else '变更'}于补充协议{supplement.number}",
                consented_ids=consenting_ids(plan, item),
                agreed_on=supplement.effective_on,
                recorded_at=now,
                recorded_by=by,
            )
            plan = arrange(plan, ended)
    return plan


def _left(term: Term, plan: PerformancePlan, items: dict[UUID, PerformanceItem]) -> Term:
    """Take off what was performed; ``term`` still has the lines of the original."""
    if term.instalments:
        parts = tuple(_part_left(part, items.get(part.id), plan) for part in term.instalments)
        instalments = tuple(part for part in parts if part is not None)
        if instalments == term.instalments:
            return term
        return replace(term, instalments=instalments, amount=sum_of(part.amount for part in instalments))
    if term.payee_shares:
        owed = tuple(_share_left(share, items.get(share.id), plan) for share in term.payee_shares)
        shares = tuple(share for share in owed if share is not None)
        return replace(
            term,
            payee_shares=shares,
            payee_ids=tuple(share.party_id for share in shares),
            amount=sum_of(share.amount for share in shares),
            due=_due(term.due, items.get(shares[0].id) if shares else None, plan),
        )
    item = next(iter(items.values()), None)
    if item is None:
        return term
    amount = plan.owed(item) if term.amount is not None else None
    return replace(term, amount=amount, due=_due(term.due, item, plan))


def _part_left(part: Instalment, item: PerformanceItem | None, plan: PerformancePlan) -> Instalment | None:
    if item is None:
        return part
    if not plan.is_open(item):
        return None
    return replace(part, amount=plan.owed(item), due=_due(part.due, item, plan))


def _share_left(share: Share, item: PerformanceItem | None, plan: PerformancePlan) -> Share | None:
    if item is None:
        return share
    return replace(share, amount=plan.owed(item)) if plan.is_open(item) else None


def _due(due: Due, item: PerformanceItem | None, plan: PerformancePlan) -> Due:
    """Give the day the parties put something off to since, else what the term says."""
    if item is None or item.due_on is None or item.due_on == due.day:
        return due
    is_moved = any(one.item_id == item.id and one.new_due is not None for one in plan.arrangements)
    return Due(kind=DueKind.ON_DAY, day=item.due_on) if is_moved else due
