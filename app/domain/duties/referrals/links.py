"""Everything one case has with others, and what the intake form tells of the paper it came with."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.domain.disputes.sources import CaseSource
from app.domain.duties.referrals.guidance import ServiceReferral
from app.domain.duties.referrals.interfaces import (
    CourtProcedure,
    FiveInterface,
    ReferralDirection,
    ReferralKind,
)
from app.domain.duties.referrals.orders import WorkOrder, WorkOrderKind
from app.domain.duties.referrals.referrals import Referral
from app.domain.trust.actors import Actor
from app.domain.values.ids import new_id

Link = Referral | ServiceReferral | WorkOrder

INTERFACE_OF: dict[CaseSource, FiveInterface] = {
    CaseSource.COURT_DELEGATED: FiveInterface.COURT,
    CaseSource.COURT_ENTRUSTED: FiveInterface.COURT,
    CaseSource.LITIGATION: FiveInterface.COURT,
    CaseSource.POLICE: FiveInterface.POLICE,
    CaseSource.PROCURATORATE: FiveInterface.PROCURATORATE,
    CaseSource.ARBITRATION: FiveInterface.ARBITRATION,
    CaseSource.PETITION_LINK: FiveInterface.PETITION,
}
"""The sources that are interfaces: such a case came with a referral."""

KIND_OF: dict[CaseSource, ReferralKind] = {
    CaseSource.COURT_DELEGATED: ReferralKind.DELEGATION,
    CaseSource.COURT_ENTRUSTED: ReferralKind.ENTRUSTMENT,
    CaseSource.PROCURATORATE: ReferralKind.INVITATION,
}
"""By which act they pass a case on; the others hand it over."""

ORDER_OF: dict[CaseSource, WorkOrderKind] = {
    CaseSource.HOTLINE: WorkOrderKind.HOTLINE,
    CaseSource.PETITION: WorkOrderKind.PETITION,
    CaseSource.GRID: WorkOrderKind.GRID,
}
"""The sources that come with a work order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseLinks:
    """What one case has with others, each in the order of being made."""

    referrals: tuple[Referral, ...] = ()
    guidance: tuple[ServiceReferral, ...] = ()
    orders: tuple[WorkOrder, ...] = ()

    def __iter__(self) -> Iterator[Link]:
        """Give all of them: what came and left, then guidance, then orders."""
        yield from self.referrals
        yield from self.guidance
        yield from self.orders

    def referral(self, id_: UUID) -> Referral | None:
        """Find a referral."""
        return next((entry for entry in self.referrals if entry.id == id_), None)

    def guided(self, id_: UUID) -> ServiceReferral | None:
        """Find a guidance."""
        return next((entry for entry in self.guidance if entry.id == id_), None)

    def order(self, id_: UUID) -> WorkOrder | None:
        """Find a work order."""
        return next((entry for entry in self.orders if entry.id == id_), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class IncomingPaper:
    """The paper a case came with, as the intake form tells it; which kind it is follows from the source.

    ``arrived_on`` is the day its receipt was signed, or the day an order was received.
    """

    counterpart: str = ""
    contact: str = ""
    number: str = ""
    sent_on: date | None = None
    arrived_on: date | None = None
    due_on: date | None = None
    procedure: CourtProcedure | None = None
    caller: str = ""
    demand: str = ""

    @property
    def is_blank(self) -> bool:
        """Tell a paper nobody told anything about; the court's procedure alone says nothing."""
        dated = self.sent_on or self.arrived_on or self.due_on
        return not (dated or any((self.counterpart, self.contact, self.number, self.caller, self.demand)))


def incoming_referral(
    paper: IncomingPaper, source: CaseSource, *, case_id: UUID, owner: Actor, today: date
) -> Referral | None:
    """Make the referral a case came with; None for a source that is no interface."""
    interface = INTERFACE_OF.get(source)
    if interface is None:
        return None
    kind = KIND_OF.get(source, ReferralKind.TRANSFER)
    return Referral(
        id=new_id(),
        case_id=case_id,
        direction=ReferralDirection.IN,
        interface=interface,
        kind=kind,
        procedure=paper.procedure if kind is ReferralKind.ENTRUSTMENT else None,
        counterpart=paper.counterpart,
        contact=paper.contact,
        their_number=paper.number,
        sent_on=paper.sent_on or paper.arrived_on or today,
        due_back=paper.due_on,
        owner_id=owner.id,
        owner_name=owner.name,
    )


def incoming_order(
    paper: IncomingPaper, source: CaseSource, *, case_id: UUID, owner: Actor, today: date
) -> WorkOrder | None:
    """Make the work order a case came with; None for a source that gives none."""
    kind = ORDER_OF.get(source)
    if kind is None:
        return None
    return WorkOrder(
        id=new_id(),
        case_id=case_id,
        kind=kind,
        number=paper.number,
        issuer=paper.counterpart,
        received_on=paper.arrived_on or today,
        caller=paper.caller,
        demand=paper.demand,
        reply_due=paper.due_on,
        owner_id=owner.id,
        owner_name=owner.name,
    )
