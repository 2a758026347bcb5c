"""Work orders of hotline, petition bureau and grid: received, told, objected to, replied to."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from app.domain.duties.referrals import orders as steps
from app.domain.duties.referrals.orders import WorkOrder
from app.domain.trust.actors import Actor
from app.persistence.repositories.referrals import WorkOrderRepository
from app.persistence.work import UnitOfWork
from app.services.done import Done
from app.services.duties.referrals.writing import Act, LinkWriting


class OrderService:
    """Answers work orders; ``version`` is the one the user saw."""

    def __init__(self, writing: LinkWriting) -> None:
        self._writing = writing

    def receive(self, order: WorkOrder, *, actor: Actor) -> Done[WorkOrder]:
        """Record the order a case came with, when the intake did not."""
        steps.check_order(order)
        self._writing.not_in_future(order.received_on, "received_on")
        return self._writing.make(_room, order, Act("order.received", actor, note=order.number))

    def inform(self, id_: UUID, on: date, *, actor: Actor, version: int) -> Done[WorkOrder]:
        """Record that the petitioner was told in writing."""
        self._writing.not_in_future(on, "on")
        return self._writing.move(
            _room,
            id_,
            Act("order.informed", actor, version),
            lambda stored, _case: steps.inform(stored, on=on),
        )

    def object_to(self, id_: UUID, on: date, reason: str, *, actor: Actor, version: int) -> Done[WorkOrder]:
        """Send back a matter that is not ours."""
        self._writing.not_in_future(on, "on")
        return self._writing.move(
            _room,
            id_,
            Act("order.objected", actor, version, reason),
            lambda stored, _case: steps.object_to(stored, on=on, reason=reason),
        )

    def answer(self, id_: UUID, on: date, reply: str, *, actor: Actor, version: int) -> Done[WorkOrder]:
        """Record the reply."""
        self._writing.not_in_future(on, "on")
        return self._writing.move(
            _room,
            id_,
            Act("order.replied", actor, version),
            lambda stored, _case: steps.answer(stored, on=on, reply=reply),
        )

    def hand_over(
        self, id_: UUID, owner_id: UUID, note: str, *, actor: Actor, version: int
    ) -> Done[WorkOrder]:
        """Put it into the hands of another member of staff."""
        with self._writing.store.look() as work:
            member = self._writing.owner(work, owner_id)
        return self._writing.move(
            _room,
            id_,
            Act("order.handed_over", actor, version, "：".join(part for part in (member.name, note) if part)),
            lambda stored, _case: steps.pass_order(stored, owner_id=member.id, owner_name=member.name),
        )


def _room(work: UnitOfWork) -> WorkOrderRepository:
    return work.dealings.orders
