"""The paper a case came with: checked with the intake, written in the transaction that registers the case."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from app.domain.disputes.cases import Case
from app.domain.disputes.sources import CaseSource
from app.domain.duties.referrals import steps
from app.domain.duties.referrals.links import CaseLinks, IncomingPaper, incoming_order, incoming_referral
from app.domain.duties.referrals.orders import check_order
from app.domain.errors import DomainError, InvalidInput
from app.domain.trust.actors import SYSTEM, Actor
from app.persistence.work import UnitOfWork

_FIELDS = {
    "counterpart": "order_counterpart",
    "procedure": "order_procedure",
    "number": "order_number",
    "due_back": "order_due",
    "reply_due": "order_due",
    "signed_on": "order_arrived",
}
"""The fields of a referral or work order, as the intake form calls them."""


def check_incoming(paper: IncomingPaper, source: CaseSource, today: date) -> Iterator[DomainError]:
    """Give what is wrong with the paper a case came with; none at all is nothing wrong."""
    if paper.is_blank:
        return
    for field, day in (("order_sent", paper.sent_on), ("order_arrived", paper.arrived_on)):
        if day is not None and day > today:
            yield InvalidInput("date.in_future", field=field, day=day.isoformat())
            return
    try:
        _made(paper, source, today, SYSTEM.id)
    except InvalidInput as error:
        yield InvalidInput(error.code, field=_FIELDS.get(error.field, error.field), **error.facts)


def dealings_ahead(paper: IncomingPaper, source: CaseSource, case_id: UUID, today: date) -> CaseLinks:
    """Give what registering would make of the paper, for the clocks ahead; nothing while it is wrong."""
    if paper.is_blank or any(check_incoming(paper, source, today)):
        return CaseLinks()
    return _made(paper, source, today, case_id)


def write_incoming(work: UnitOfWork, case: Case, paper: IncomingPaper, *, actor: Actor, today: date) -> None:
    """Write the referral or work order of a new case, signed for where its day was told."""
    if paper.is_blank:
        return
    made = _made(paper, case.source, today, case.id, actor)
    for referral in made.referrals:
        work.dealings.referrals.add(referral, act="referral.received", note=referral.counterpart)
    for order in made.orders:
        work.dealings.orders.add(order, act="order.received", note=order.number)


def _made(
    paper: IncomingPaper, source: CaseSource, today: date, case_id: UUID, owner: Actor = SYSTEM
) -> CaseLinks:
    """Make what the source means of the paper; InvalidInput for what registering would refuse."""
    referral = incoming_referral(paper, source, case_id=case_id, owner=owner, today=today)
    if referral is not None:
        steps.check_new(referral)
        if paper.arrived_on is not None:
            referral = steps.sign(referral, on=paper.arrived_on, by=owner.name)
    order = incoming_order(paper, source, case_id=case_id, owner=owner, today=today)
    if order is not None:
        check_order(order)
    return CaseLinks(
        referrals=() if referral is None else (referral,), orders=() if order is None else (order,)
    )
