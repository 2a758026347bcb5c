"""Work orders of the hotline, the petition bureau and the grid: kept as given, answered by a day."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from app.domain.duties.referrals.interfaces import WaitingFor
from app.domain.errors import InvalidInput, RuleRefusal
from app.domain.values.termed import Termed


class WorkOrderKind(Termed):
    """Who gives such orders."""

    HOTLINE = "hotline", "12345 工单"
    PETITION = "petition", "信访事项"
    GRID = "grid", "网格事件"


class WorkOrderState(Termed):
    """How a work order stands."""

    OPEN = "open", "待回复"
    OBJECTED = "objected", "已提异议"
    REPLIED = "replied", "已回复"


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkOrder:
    """One order: number, caller and demand as given; ``reply_due`` is the day the order itself names.

    ``informed_on`` is the day the petitioner was told that the matter is taken up (信访工作条例 art. 23).
    """

    id: UUID
    version: int = 0
    case_id: UUID
    kind: WorkOrderKind
    number: str
    issuer: str = ""
    received_on: date
    caller: str = ""
    demand: str = ""
    reply_due: date | None = None
    informed_on: date | None = None
    objected_on: date | None = None
    objection: str = ""
    reply: str = ""
    replied_on: date | None = None
    owner_id: UUID
    owner_name: str

    @property
    def state(self) -> WorkOrderState:
        """Tell how it stands."""
        if self.replied_on is not None:
            return WorkOrderState.REPLIED
        return WorkOrderState.OPEN if self.objected_on is None else WorkOrderState.OBJECTED

    @property
    def waiting(self) -> WaitingFor:
        """Tell what it waits for; an order objected to waits until its issuer takes it back."""
        waits = {WorkOrderState.OPEN: WaitingFor.REPLY, WorkOrderState.OBJECTED: WaitingFor.TAKING_BACK}
        return waits.get(self.state, WaitingFor.NOTHING)


def check_order(order: WorkOrder) -> None:
    """Refuse an order without its number, or one due before it came."""
    if not order.number.strip():
        raise InvalidInput("order.number_missing", field="number")
    if order.reply_due is not None and order.reply_due < order.received_on:
        raise InvalidInput("order.due_before_received", field="reply_due", day=order.reply_due.isoformat())


def inform(order: WorkOrder, *, on: date) -> WorkOrder:
    """Note that the petitioner was told in writing; from then on the time to conclude runs."""
    _of_petition(order)
    _still_open(order)
    _not_before_receipt(order, on)
    return replace(order, informed_on=on)


def object_to(order: WorkOrder, *, on: date, reason: str) -> WorkOrder:
    """Send a matter back that is not ours, with detailed reasons (信访工作条例 art. 23)."""
    _of_petition(order)
    _still_open(order)
    if not reason.strip():
        raise InvalidInput("reason.words_missing", field="reason")
    _not_before_receipt(order, on)
    return replace(order, objected_on=on, objection=reason)


def answer(order: WorkOrder, *, on: date, reply: str) -> WorkOrder:
    """Reply; an order whose objection was not followed is replied to all the same."""
    if order.replied_on is not None:
        raise RuleRefusal("order.already_replied", number=order.number)
    if not reply.strip():
        raise InvalidInput("order.reply_missing", field="reply")
    _not_before_receipt(order, on)
    return replace(order, replied_on=on, reply=reply)


def pass_order(order: WorkOrder, *, owner_id: UUID, owner_name: str) -> WorkOrder:
    """Put it into the hands of another member of staff."""
    if order.replied_on is not None:
        raise RuleRefusal("order.already_replied", number=order.number)
    return replace(order, owner_id=owner_id, owner_name=owner_name)


def _of_petition(order: WorkOrder) -> None:
    if order.kind is not WorkOrderKind.PETITION:
        raise RuleRefusal("order.petitions_only", kind=order.kind.term)


def _still_open(order: WorkOrder) -> None:
    if order.state is not WorkOrderState.OPEN:
        raise RuleRefusal("order.not_open", number=order.number, state=order.state.term)


def _not_before_receipt(order: WorkOrder, on: date) -> None:
    if on < order.received_on:
        raise InvalidInput("referral.day_too_early", field="on", day=order.received_on.isoformat())
