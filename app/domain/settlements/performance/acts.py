"""What may be done to a plan: each act takes a plan and gives the next one, or refuses with the rule."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID

from app.domain.errors import InvalidInput, NotFound, RuleRefusal
from app.domain.settlements.performance.arrangements import BY_CONSENT, DATED, Arrangement, ArrangementKind
from app.domain.settlements.performance.items import PerformanceItem
from app.domain.settlements.performance.plans import PerformancePlan
from app.domain.settlements.performance.receipts import Receipt
from app.domain.settlements.performance.urgings import Urging
from app.domain.values.money import Money

_ARTICLE = "人民调解法第三十一条"


def record_receipt(
    plan: PerformancePlan, receipt: Receipt, *, allows_excess: bool = False
) -> PerformancePlan:
    """Record what came in; more than was due only where that is meant (``allows_excess``)."""
    item = _item(plan, receipt.item_id)
    if plan.settlement_of(item.id) is not None:
        raise RuleRefusal("performance.settled_otherwise", place=item.place)
    if item.amount is None:
        if plan.is_done(item):
            raise RuleRefusal("performance.already_done", place=item.place)
    else:
        _check_sum(plan, item, item.amount, receipt.amount, allows_excess=allows_excess)
    return replace(plan, receipts=(*plan.receipts, receipt))


def _check_sum(
    plan: PerformancePlan, item: PerformanceItem, due: Money, amount: Money | None, *, allows_excess: bool
) -> None:
    if amount is None or amount <= Money.zero():
        raise InvalidInput("receipt.amount_missing", field="amount")
    over = plan.received(item.id) + amount - due
    if over > Money.zero() and not allows_excess:
        owed = plan.owed(item)
        raise InvalidInput("receipt.exceeds", field="amount", excess_fen=over.fen, owed_fen=owed.fen)


def reverse_receipt(plan: PerformancePlan, counter: Receipt) -> PerformancePlan:
    """Take an entry back by a counter-entry with its reason; the entry itself stays."""
    entry = plan.receipt(counter.reverses_id) if counter.reverses_id is not None else None
    if entry is None:
        raise NotFound("receipt.not_found", id=str(counter.reverses_id))
    if entry.reverses_id is not None or plan.is_reversed(entry):
        raise RuleRefusal("receipt.already_reversed", day=entry.received_on.isoformat())
    if not counter.note.strip():
        raise InvalidInput("receipt.reason_missing", field="note")
    turned = replace(
        counter,
        item_id=entry.item_id,
        amount=None if entry.amount is None else -entry.amount,
        manner=entry.manner,
        payer_id=entry.payer_id,
        payee_id=entry.payee_id,
        completes=False,
    )
    return replace(plan, receipts=(*plan.receipts, turned))


def consenting_ids(plan: PerformancePlan, item: PerformanceItem) -> tuple[UUID, ...]:
    """Give whose consent a change of an item needs: who owes it and who is owed it."""
    if not item.payee_ids:
        return plan.party_ids
    return tuple(dict.fromkeys((*item.payer_ids, *item.payee_ids)))


def arrange(plan: PerformancePlan, arrangement: Arrangement) -> PerformancePlan:
    """Change an item as both sides agreed, or note the day a condition came true."""
    item = _item(plan, arrangement.item_id)
    _check_arrangement(plan, item, arrangement)
    noted = replace(arrangement, previous_due=item.due_on)
    items = plan.items
    if noted.kind in DATED:
        moved = replace(item, due_on=noted.new_due)
        items = tuple(moved if entry.id == item.id else entry for entry in items)
    return replace(plan, items=items, arrangements=(*plan.arrangements, noted))


def _check_arrangement(plan: PerformancePlan, item: PerformanceItem, arrangement: Arrangement) -> None:
    kind = arrangement.kind
    if kind is ArrangementKind.REINSTATED:
        if plan.settlement_of(item.id) is None:
            raise RuleRefusal("arrangement.nothing_to_reinstate", place=item.place)
    elif not plan.is_open(item):
        raise RuleRefusal("performance.not_open", place=item.place)
    if not arrangement.reason.strip():
        raise InvalidInput("arrangement.reason_missing", field="reason")
    if kind in DATED:
        _check_day(item, arrangement)
    missing = set(consenting_ids(plan, item)) - set(arrangement.consented_ids)
    if kind in BY_CONSENT and missing:
        raise InvalidInput(
            "arrangement.consent_missing", field="consented", count=len(missing), article=_ARTICLE
        )


def _check_day(item: PerformanceItem, arrangement: Arrangement) -> None:
    if arrangement.new_due is None:
        raise InvalidInput("date.missing", field="new_due")
    if arrangement.kind is ArrangementKind.FIXED and item.due_on is not None:
        raise RuleRefusal("arrangement.has_a_day", place=item.place, day=item.due_on.isoformat())
    if item.due_on is not None and arrangement.new_due <= item.due_on:
        raise InvalidInput("arrangement.not_later", field="new_due", day=item.due_on.isoformat())


def urge(plan: PerformancePlan, urging: Urging) -> PerformancePlan:
    """Record that somebody was urged to perform what is open."""
    if not urging.item_ids:
        raise InvalidInput("urging.items_missing", field="items")
    for item_id in urging.item_ids:
        item = _item(plan, item_id)
        if not plan.is_open(item):
            raise RuleRefusal("performance.not_open", place=item.place)
    if urging.pay_by is not None and urging.pay_by < urging.urged_on:
        raise InvalidInput("urging.pay_by_past", field="pay_by", day=urging.pay_by.isoformat())
    return replace(plan, urgings=(*plan.urgings, urging))


def answer_urging(plan: PerformancePlan, urging_id: UUID, answer: str, on: date) -> PerformancePlan:
    """Write what was answered to an urging, once."""
    urging = plan.urging(urging_id)
    if urging is None:
        raise NotFound("urging.not_found", id=str(urging_id))
    if urging.answer.strip():
        raise RuleRefusal("urging.already_answered", day=urging.urged_on.isoformat())
    if not answer.strip():
        raise InvalidInput("urging.answer_missing", field="answer")
    if on < urging.urged_on:
        raise InvalidInput("urging.answered_before", field="answered_on", day=urging.urged_on.isoformat())
    told = replace(urging, answer=answer, answered_on=on)
    return replace(plan, urgings=tuple(told if u.id == urging_id else u for u in plan.urgings))


def attach_letter(plan: PerformancePlan, urging_id: UUID, document_id: UUID) -> PerformancePlan:
    """Note the letter that was issued with an urging."""
    return replace(
        plan,
        urgings=tuple(replace(u, document_id=document_id) if u.id == urging_id else u for u in plan.urgings),
    )


def _item(plan: PerformancePlan, item_id: UUID) -> PerformanceItem:
    item = plan.item(item_id)
    if item is None:
        raise NotFound("performance.item_not_found", id=str(item_id))
    return item
