"""督办: an order to answer for a case, its replies, the urging in between, and how it was lifted."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from app.domain.disputes.cases import Case
from app.domain.duties.four_duties import FourDuties
from app.domain.errors import InvalidInput, RuleRefusal
from app.domain.values.days.moments import local_day
from app.domain.values.termed import Termed


class SupervisionStatus(Termed):
    """How an order stands at a moment."""

    AWAITING = "awaiting", "待回复"
    OVERDUE = "overdue", "逾期未回复"
    REPLIED = "replied", "已回复待销"
    CLOSED = "closed", "已销号"
    WITHDRAWN = "withdrawn", "已撤回"


@dataclass(frozen=True, slots=True, kw_only=True)
class Addressee:
    """Who is to answer: the official who leads, the unit, and the person."""

    lead_official: str = ""
    responsible_unit: str = ""
    responsible_person: str = ""
    responsible_id: UUID | None = None

    @property
    def is_named(self) -> bool:
        """Tell whether there is somebody to send an order to."""
        return bool(self.responsible_person.strip() or self.lead_official.strip())


@dataclass(frozen=True, slots=True, kw_only=True)
class SupervisionReply:
    """One answer to an order, by its day, with the files that prove it."""

    id: UUID
    text: str
    replied_on: date
    replier: str
    evidence_ids: tuple[UUID, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SupervisionUrge:
    """An order urged again: when, by whom, why, and until when the answer is wanted now."""

    id: UUID
    urged_on: date
    urger: str
    note: str
    new_due: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class SupervisionOrder:
    """One order about one case; ``reply_due`` is what the paper says, ``due`` what holds after urging.

    ``is_waiting`` tells whether an answer is owed: a reply ends it, urging begins it again.
    ``is_listed`` marks listed supervision (挂牌督办).
    """

    id: UUID
    version: int = 0
    case_id: UUID
    organisation_id: UUID
    number: str
    document_id: UUID | None = None
    issuer_id: UUID
    issuer_name: str
    issued_at: datetime
    addressee: Addressee
    question: str
    is_listed: bool = False
    reply_due: datetime
    received_at: datetime | None = None
    receiver: str = ""
    is_waiting: bool = True
    replies: tuple[SupervisionReply, ...] = ()
    urges: tuple[SupervisionUrge, ...] = ()
    closed_on: date | None = None
    close_result: str = ""
    withdrawn_on: date | None = None
    withdraw_reason: str = ""

    @property
    def due(self) -> datetime:
        """Give the moment until which an answer is owed: the last urging moves it."""
        return self.urges[-1].new_due if self.urges else self.reply_due

    @property
    def is_open(self) -> bool:
        """Tell whether the order still binds: neither lifted nor withdrawn."""
        return self.closed_on is None and self.withdrawn_on is None

    @property
    def owes_reply(self) -> bool:
        """Tell whether somebody still owes an answer."""
        return self.is_open and self.is_waiting

    def status(self, now: datetime) -> SupervisionStatus:
        """Tell how the order stands."""
        if self.withdrawn_on is not None:
            return SupervisionStatus.WITHDRAWN
        if self.closed_on is not None:
            return SupervisionStatus.CLOSED
        if not self.is_waiting:
            return SupervisionStatus.REPLIED
        return SupervisionStatus.OVERDUE if now > self.due else SupervisionStatus.AWAITING

    def is_addressed_to(self, staff_id: UUID, name: str) -> bool:
        """Tell whether a member of staff is to answer: by id, or by name where no id was known."""
        to = self.addressee
        if to.responsible_id is not None:
            return to.responsible_id == staff_id
        return bool(name) and name in {to.responsible_person, to.lead_official}


def addressee_of(case: Case, duties: FourDuties | None) -> Addressee:
    """Propose who is to answer for a case: the running duty's people, else who carries the case."""
    running = [d for d in duties.duties if d.is_assigned and not d.is_done] if duties is not None else []
    if running:
        duty = running[0]
        return Addressee(
            lead_official=duty.lead_official,
            responsible_unit=duty.responsible_unit,
            responsible_person=duty.responsible_person,
            responsible_id=duty.responsible_id,
        )
    if case.lead is not None:
        return Addressee(responsible_person=case.lead.name, responsible_id=case.lead.staff_id)
    return Addressee()


def check_order(order: SupervisionOrder) -> None:
    """Refuse an order without a question, without an addressee, or due before it is issued."""
    if not order.question.strip():
        raise InvalidInput("supervision.question_missing", field="question")
    if not order.addressee.is_named:
        raise InvalidInput("supervision.addressee_missing", field="responsible_person")
    if order.reply_due <= order.issued_at:
        raise InvalidInput("supervision.due_passed", field="due_on")


def receive(order: SupervisionOrder, receiver: str, at: datetime) -> SupervisionOrder:
    """Note who signed for the order, once."""
    _refuse_ended(order)
    if order.received_at is not None:
        raise RuleRefusal("supervision.already_received", number=order.number, name=order.receiver)
    if not receiver.strip():
        raise InvalidInput("supervision.receiver_missing", field="receiver")
    return replace(order, received_at=at, receiver=receiver)


def answer(order: SupervisionOrder, given: SupervisionReply, now: datetime) -> SupervisionOrder:
    """Take an answer; who answers has received the order."""
    _refuse_ended(order)
    if not order.is_waiting:
        raise RuleRefusal("supervision.already_replied", number=order.number)
    if not given.text.strip():
        raise InvalidInput("supervision.reply_missing", field="text")
    _check_day(order, given.replied_on, now, "replied_on")
    received = order.received_at or now
    return replace(
        order,
        received_at=received,
        receiver=order.receiver or given.replier,
        is_waiting=False,
        replies=(*order.replies, given),
    )


def urge(order: SupervisionOrder, again: SupervisionUrge, now: datetime) -> SupervisionOrder:
    """Ask again: an answer given is found wanting, or none has come."""
    _refuse_ended(order)
    if not again.note.strip():
        raise InvalidInput("reason.words_missing", field="note")
    _check_day(order, again.urged_on, now, "urged_on")
    if again.new_due <= now:
        raise InvalidInput("supervision.due_passed", field="due_on")
    return replace(order, is_waiting=True, urges=(*order.urges, again))


def lift(order: SupervisionOrder, result: str, on: date, now: datetime) -> SupervisionOrder:
    """Strike an answered order off with its result (销号)."""
    _refuse_ended(order)
    if order.is_waiting:
        raise RuleRefusal("supervision.reply_first", number=order.number)
    if not result.strip():
        raise InvalidInput("supervision.result_missing", field="close_result")
    _check_day(order, on, now, "closed_on")
    return replace(order, closed_on=on, close_result=result)


def withdraw(order: SupervisionOrder, reason: str, on: date) -> SupervisionOrder:
    """Take an order back; its number stays taken, with the reason."""
    _refuse_ended(order)
    if not reason.strip():
        raise InvalidInput("reason.words_missing", field="reason")
    return replace(order, withdrawn_on=on, withdraw_reason=reason)


def _refuse_ended(order: SupervisionOrder) -> None:
    if order.withdrawn_on is not None:
        raise RuleRefusal("supervision.withdrawn", number=order.number)
    if order.closed_on is not None:
        raise RuleRefusal("supervision.closed", number=order.number)


def _check_day(order: SupervisionOrder, on: date, now: datetime, field: str) -> None:
    if on > local_day(now):
        raise InvalidInput("date.in_future", field=field, day=on.isoformat())
    if on < local_day(order.issued_at):
        raise InvalidInput("supervision.before_issue", field=field, day=on.isoformat())
