"""督办: issued for one case or many at once, signed for, answered, urged, lifted, taken back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from app.domain.disputes.cases import Case
from app.domain.duties.rules import Rules
from app.domain.duties.watch import supervision
from app.domain.duties.watch.limits import WatchLimit, WatchLimitKind, limit_in_force
from app.domain.duties.watch.supervision import (
    Addressee,
    SupervisionOrder,
    SupervisionReply,
    SupervisionUrge,
    addressee_of,
)
from app.domain.errors import InvalidInput, RuleRefusal
from app.domain.filing.documents import IssuedDocument
from app.domain.filing.kinds import DocumentKind, NumberSeries
from app.domain.trust.actors import Actor
from app.domain.values.days.moments import Clock, local_day
from app.domain.values.ids import new_id
from app.persistence.store import Store
from app.services.done import Done
from app.services.transactions.as_seen import as_seen
from app.services.transactions.clocks.leading_clock import duties_of
from app.services.transactions.looking import look
from app.services.transactions.numbered import Issue, add_document, default_copies
from app.services.transactions.numbering import take_number
from app.services.transactions.printing import Printing
from app.services.transactions.watched import watched_contents

MOST_AT_ONCE = 200
"""More orders than anybody has read through before signing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposed:
    """A case to be supervised, and who would have to answer."""

    case: Case
    addressee: Addressee


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """What the dialog of an order opens with; ``limit`` tells where the reply time comes from."""

    cases: tuple[Proposed, ...]
    reply_due: datetime | None
    limit: WatchLimit | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What is asked of everybody; an addressee of None leaves each case its own."""

    question: str
    reply_due: datetime
    addressee: Addressee | None = None
    is_listed: bool = False


class SupervisionService:
    """Writes orders; ``version`` is that of the order the user saw."""

    def __init__(self, store: Store, clock: Clock, rules: Rules, printing: Printing) -> None:
        self._store = store
        self._clock = clock
        self._rules = rules
        self._printing = printing

    def get(self, order_id: UUID) -> SupervisionOrder:
        """Give one order; NotFound when there is none."""
        with look(self._store) as work:
            return work.supervision.get(order_id)

    def propose(self, case_ids: Sequence[UUID]) -> Proposal:
        """Fill an order in for some cases: who answers in each, and until when; writes nothing."""
        now = self._clock.now()
        limit = limit_in_force(self._rules.watch_limits, WatchLimitKind.REPLY, local_day(now))
        with look(self._store) as work:
            cases = [work.cases.get(case_id) for case_id in case_ids]
            proposed = tuple(
                Proposed(case=case, addressee=addressee_of(case, duties_of(work, case.id))) for case in cases
            )
        due = limit.ends_at(now, self._rules.calendar) if limit is not None else None
        return Proposal(cases=proposed, reply_due=due, limit=limit)

    def issue(
        self, case_ids: Sequence[UUID], asked: Asked, *, actor: Actor
    ) -> Done[tuple[SupervisionOrder, ...]]:
        """Issue one order for each case, all in one transaction or none.

        Each takes its own number, its own entry in the case's history and its own frozen paper, which
        is drawn after the commit; a page that cannot be drawn or stored now is drawn at the next start.
        """
        if not case_ids:
            raise InvalidInput("supervision.no_case")
        if len(case_ids) > MOST_AT_ONCE:
            raise RuleRefusal("supervision.too_many", count=len(case_ids), limit=MOST_AT_ONCE)
        orders: list[SupervisionOrder] = []
        documents: list[IssuedDocument] = []
        with self._store.unit_of_work(actor) as work:
            issue = Issue(work, self._printing, self._rules, actor, self._clock.now())
            for case_id in dict.fromkeys(case_ids):
                order, document = _issue_one(issue, work.cases.get(case_id), asked)
                orders.append(order)
                documents.append(document)
            changes = work.commit()
        for document in documents:
            changes |= self._printing.draw(document, actor=actor).changes
        return Done(tuple(orders), changes)

    def receive(self, order_id: UUID, receiver: str, *, actor: Actor, version: int) -> Done[SupervisionOrder]:
        """Note who signed for an order."""
        now = self._clock.now()
        return self._step(
            order_id,
            lambda order: supervision.receive(order, receiver, now),
            "supervision.received",
            receiver,
            actor=actor,
            version=version,
        )

    def reply(
        self, order_id: UUID, given: SupervisionReply, *, actor: Actor, version: int
    ) -> Done[SupervisionOrder]:
        """Take an answer."""
        now = self._clock.now()
        return self._step(
            order_id,
            lambda order: supervision.answer(order, given, now),
            "supervision.replied",
            given.text,
            actor=actor,
            version=version,
        )

    def urge(
        self, order_id: UUID, again: SupervisionUrge, *, actor: Actor, version: int
    ) -> Done[SupervisionOrder]:
        """Ask again, with a new moment to answer by."""
        now = self._clock.now()
        return self._step(
            order_id,
            lambda order: supervision.urge(order, again, now),
            "supervision.urged",
            again.note,
            actor=actor,
            version=version,
        )

    def lift(
        self, order_id: UUID, result: str, on: date, *, actor: Actor, version: int
    ) -> Done[SupervisionOrder]:
        """Strike an answered order off with its result."""
        now = self._clock.now()
        return self._step(
            order_id,
            lambda order: supervision.lift(order, result, on, now),
            "supervision.lifted",
            result,
            actor=actor,
            version=version,
        )

    def withdraw(self, order_id: UUID, reason: str, *, actor: Actor, version: int) -> Done[SupervisionOrder]:
        """Take an order back: number and paper stay recorded as voided, with the reason."""
        with self._store.unit_of_work(actor) as work:
            order = as_seen("supervision", work.supervision.get(order_id), version)
            withdrawn = supervision.withdraw(order, reason, local_day(self._clock.now()))
            for number in work.numbers.of_subject(order.id):
                work.numbers.void(number.id, reason)
            if order.document_id is not None:
                work.documents.void(order.document_id, reason)
            saved = work.supervision.save(withdrawn, act="supervision.withdrawn", note=reason)
            return Done(saved, work.commit())

    def _step(
        self,
        order_id: UUID,
        move: Callable[[SupervisionOrder], SupervisionOrder],
        act: str,
        note: str,
        *,
        actor: Actor,
        version: int,
    ) -> Done[SupervisionOrder]:
        with self._store.unit_of_work(actor) as work:
            order = as_seen("supervision", work.supervision.get(order_id), version)
            saved = work.supervision.save(move(order), act=act, note=f"{order.number} {note}".strip())
            return Done(saved, work.commit())


def _issue_one(issue: Issue, case: Case, asked: Asked) -> tuple[SupervisionOrder, IssuedDocument]:
    work = issue.work
    if not case.is_open:
        raise RuleRefusal("supervision.case_closed", number=case.intake_number, state=case.state.term)
    own = asked.addressee or addressee_of(case, duties_of(work, case.id))
    if not own.is_named:
        raise InvalidInput(
            "supervision.nobody_in_case", field="responsible_person", number=case.intake_number
        )
    order = SupervisionOrder(
        id=new_id(),
        case_id=case.id,
        organisation_id=case.organisation_id,
        number="",
        document_id=new_id(),
        issuer_id=issue.actor.id,
        issuer_name=issue.actor.name,
        issued_at=issue.now,
        addressee=own,
        question=asked.question,
        is_listed=asked.is_listed,
        reply_due=asked.reply_due,
    )
    supervision.check_order(order)
    organisation = work.organisations.get(case.organisation_id)
    year = local_day(issue.now).year
    number = take_number(work, NumberSeries.SUPERVISION, organisation, year=year, subject_id=order.id).text
    saved = work.supervision.add(replace(order, number=number), act="supervision.issued", note=number)
    contents = watched_contents(work, DocumentKind.SUPERVISION_ORDER, saved.id, local_day(issue.now))
    issue.printing.refuse_unprintable(contents)
    document = add_document(
        work,
        case,
        contents,
        actor=issue.actor,
        now=issue.now,
        number=number,
        copies=default_copies(DocumentKind.SUPERVISION_ORDER, case),
        subject_id=saved.id,
        document_id=saved.document_id,
    )
    return saved, document
