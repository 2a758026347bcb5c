"""Referrals, guidance and work orders, each with its line in the handing-over list."""

from __future__ import annotations

from datetime import date
from typing import TypeVar
from uuid import UUID

from app.domain.duties.referrals.guidance import ServiceReferral
from app.domain.duties.referrals.links import CaseLinks, Link
from app.domain.duties.referrals.orders import WorkOrder
from app.domain.duties.referrals.referrals import Referral
from app.domain.duties.referrals.transit import DealingKind
from app.persistence.repositories.aggregates import Repository
from app.persistence.rows.referrals.links import ReferralRow, ServiceReferralRow, WorkOrderRow
from app.persistence.rows.referrals.transit import TransitLineRow
from app.persistence.writing import Writing

L = TypeVar("L", Referral, ServiceReferral, WorkOrder)


class _Linked(Repository[L]):
    """What all three have in common: the line of the list is written with them."""

    def _after(self, before: L | None, after: L) -> None:
        del before  # the line follows from what is now
        line = self._session.get(TransitLineRow, after.id)
        if line is None:
            line = TransitLineRow(due_on=None)
            self._session.add(line)
        for name, value in line_of_link(after).items():
            setattr(line, name, value)
        self._session.flush()  # the line is part of the same write

    def set_due(self, id_: UUID, due_on: date | None) -> None:
        """Set the last day by which the list is sorted; computed, so no version and history."""
        line = self._session.get(TransitLineRow, id_)
        if line is not None and line.due_on != due_on:
            line.due_on = due_on
            self._session.flush()  # reads of this use case see the new order
            self._writing.touch(self.kind, id_)


class ReferralRepository(_Linked[Referral]):
    """Referrals over the five interfaces."""

    kind = "referral"
    _row = ReferralRow
    _entity = Referral

    def of_case(self, case_id: UUID) -> tuple[Referral, ...]:
        """Give the referrals of a case in the order of being made."""
        return self._of_case(case_id)


class GuidanceRepository(_Linked[ServiceReferral]):
    """Guidance to the six services."""

    kind = "guidance"
    _row = ServiceReferralRow
    _entity = ServiceReferral

    def of_case(self, case_id: UUID) -> tuple[ServiceReferral, ...]:
        """Give the guidance of a case in the order of being made."""
        return self._of_case(case_id)


class WorkOrderRepository(_Linked[WorkOrder]):
    """Work orders."""

    kind = "order"
    _row = WorkOrderRow
    _entity = WorkOrder

    def of_case(self, case_id: UUID) -> tuple[WorkOrder, ...]:
        """Give the work orders of a case in the order of being made."""
        return self._of_case(case_id)


class LinkRepositories:
    """The three together, as a use case that looks at a whole case needs them."""

    def __init__(self, writing: Writing) -> None:
        self.referrals = ReferralRepository(writing)
        self.guidance = GuidanceRepository(writing)
        self.orders = WorkOrderRepository(writing)

    def of_case(self, case_id: UUID) -> CaseLinks:
        """Give everything a case has with others."""
        return CaseLinks(
            referrals=self.referrals.of_case(case_id),
            guidance=self.guidance.of_case(case_id),
            orders=self.orders.of_case(case_id),
        )

    def set_due(self, link: Link, due_on: date | None) -> None:
        """Set the last day of a line."""
        if isinstance(link, Referral):
            self.referrals.set_due(link.id, due_on)
        elif isinstance(link, WorkOrder):
            self.orders.set_due(link.id, due_on)
        else:
            self.guidance.set_due(link.id, due_on)


def line_of_link(link: Link) -> dict[str, object]:
    """Give the columns of a line but its last day."""
    common: dict[str, object] = {
        "id": link.id,
        "case_id": link.case_id,
        "waiting": link.waiting,
        "state": link.state.value,
        "owner_id": link.owner_id,
        "owner_name": link.owner_name,
    }
    if isinstance(link, Referral):
        return common | {
            "link": DealingKind.REFERRAL,
            "topic": link.interface.value,
            "direction": link.direction,
            "counterpart": link.counterpart,
            "number": link.their_number if link.is_incoming else link.our_number,
            "begun_on": link.sent_on,
        }
    if isinstance(link, WorkOrder):
        return common | {
            "link": DealingKind.ORDER,
            "topic": link.kind.value,
            "direction": None,
            "counterpart": link.issuer,
            "number": link.number,
            "begun_on": link.received_on,
        }
    return common | {
        "link": DealingKind.GUIDANCE,
        "topic": link.service.value,
        "direction": None,
        "counterpart": link.office,
        "number": link.number,
        "begun_on": link.guided_on,
    }
