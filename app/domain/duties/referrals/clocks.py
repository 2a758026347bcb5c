"""The clocks of what passes between organs: pure functions over the rule table, called by case_clocks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from app.domain.disputes.clocks import CaseClock, ClockKind
from app.domain.duties.clock_words import cited, opening
from app.domain.duties.deadlines.counting import Beginning
from app.domain.duties.referrals.interfaces import CourtProcedure, ReferralKind
from app.domain.duties.referrals.links import CaseLinks
from app.domain.duties.referrals.orders import WorkOrder, WorkOrderKind, WorkOrderState
from app.domain.duties.referrals.referrals import Referral
from app.domain.duties.referrals.states import ReferralState
from app.domain.duties.rules import Rules

RECEIPT_RULE, DUE_BACK_RULE = "L-40", "L-41"
NAMED = "paper"
"""Stands for the id of a rule where a paper names the day."""
_COURT_RULES: dict[tuple[ReferralKind, CourtProcedure | None], str] = {
    (ReferralKind.DELEGATION, None): "D-06",
    (ReferralKind.ENTRUSTMENT, CourtProcedure.ORDINARY): "D-07a",
    (ReferralKind.ENTRUSTMENT, CourtProcedure.SUMMARY): "D-07b",
}
_REPLY_RULES: dict[WorkOrderKind, str] = {WorkOrderKind.HOTLINE: "L-42", WorkOrderKind.GRID: "L-43"}
_IN_HAND = frozenset({ReferralState.SIGNED, ReferralState.ACCEPTED})


@dataclass(frozen=True, slots=True)
class _Begun:
    """What set a clock going: which one, of what, on which day, in words."""

    kind: ClockKind
    subject_id: UUID
    start: date
    event: str


def link_clocks(links: CaseLinks, rules: Rules, today: date) -> tuple[CaseClock, ...]:
    """Give the clocks of everything a case has with others; a closed case owes its replies all the same."""
    return (
        *(clock for entry in links.referrals for clock in referral_clocks(entry, rules)),
        *(clock for entry in links.orders for clock in order_clocks(entry, rules, today)),
    )


def referral_clocks(referral: Referral, rules: Rules) -> tuple[CaseClock, ...]:
    """Give the clock of a referral: until its receipt is signed, then until it is due back.

    The paper's own day goes before the rule; an extension goes before both.
    """
    named = f"{referral.counterpart if referral.is_incoming else ''}{referral.kind.term}件"
    if referral.state is ReferralState.SENT:
        begun = _Begun(ClockKind.RECEIPT, referral.id, referral.sent_on, f"{named}发出")
        return tuple(_counted(RECEIPT_RULE, begun, rules))
    if referral.state not in _IN_HAND or referral.signed_on is None:
        return ()
    begun = _Begun(ClockKind.DUE_BACK, referral.id, referral.signed_on, f"{named}签收")
    if referral.extended_to is not None:
        return (_set(referral.extended_to, begun, f"{named}延期：{referral.extension_note}", "延期记录"),)
    if referral.due_back is not None:
        source = "来文" if referral.is_incoming else "移送函"
        return (_set(referral.due_back, begun, f"{named}载明的期限", source),)
    return tuple(_counted(_rule_of(referral), begun, rules))


def order_clocks(order: WorkOrder, rules: Rules, today: date) -> tuple[CaseClock, ...]:
    """Give the clocks of a work order: to object and to inform (petitions), and to reply.

    The time to object, once over, is no clock any more: not to object is no omission.
    """
    if order.state is not WorkOrderState.OPEN:
        return ()
    return (*_petition(order, rules, today), *_reply(order, rules))


def _petition(order: WorkOrder, rules: Rules, today: date) -> Iterator[CaseClock]:
    """D-16 and D-15a run from receipt until the petitioner is told (信访工作条例 art. 23)."""
    if order.kind is not WorkOrderKind.PETITION or order.informed_on is not None:
        return
    event = f"{_named(order)}收到"
    objecting = _Begun(ClockKind.OBJECTION, order.id, order.received_on, event)
    yield from (clock for clock in _counted("D-16", objecting, rules) if clock.last_day >= today)
    informing = _Begun(ClockKind.INFORMING, order.id, order.received_on, event)
    yield from _counted("D-15a", informing, rules)


def _reply(order: WorkOrder, rules: Rules) -> Iterator[CaseClock]:
    """D-15b from the day the petition was taken up; the others by the order's own day or a local setting."""
    named = _named(order)
    received = _Begun(ClockKind.REPLY, order.id, order.received_on, f"{named}收到")
    if order.reply_due is not None:
        yield _set(order.reply_due, received, f"{named}载明的回复期限", "工单")
    elif order.kind is not WorkOrderKind.PETITION:
        yield from _counted(_REPLY_RULES[order.kind], received, rules)
    elif order.informed_on is not None:
        told = _Begun(ClockKind.REPLY, order.id, order.informed_on, f"{named}告知受理")
        yield from _counted("D-15b", told, rules)


def _rule_of(referral: Referral) -> str:
    """Name the row that limits it: the court's for what a court sent here, else the local one."""
    if not referral.is_incoming:
        return DUE_BACK_RULE
    return _COURT_RULES.get((referral.kind, referral.procedure), DUE_BACK_RULE)


def _named(order: WorkOrder) -> str:
    return f"{order.kind.term} {order.number} "


def _counted(rule_id: str, begun: _Begun, rules: Rules) -> Iterator[CaseClock]:
    """Count a row of the catalogue from its start; one without a row in force has no clock."""
    clock = rules.counted(rule_id, Beginning(on=begun.start, event=begun.event, subject_id=begun.subject_id))
    if clock is not None:
        yield replace(clock, kind=begun.kind)


def _set(day: date, begun: _Begun, told: str, source: str) -> CaseClock:
    """Take a day that a paper names."""
    return CaseClock(
        kind=begun.kind,
        start=begun.start,
        last_day=day,
        explanation=opening(day) + told + cited(source, is_verified=True),
        source=source,
        subject_id=begun.subject_id,
        rule_id=NAMED,
        trigger=begun.event,
    )
