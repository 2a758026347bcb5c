"""Tables of referrals with the parties' consents, of guidance to services, and of work orders."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.domain.disputes.case_parties import ConsentManner
from app.domain.duties.referrals.guidance import SixServices
from app.domain.duties.referrals.interfaces import (
    CourtProcedure,
    FiveInterface,
    ReferralDirection,
    ReferralKind,
    ReferralResult,
)
from app.domain.duties.referrals.orders import WorkOrderKind
from app.domain.duties.referrals.states import ReferralState
from app.persistence.rows.declared import Child, Root, owner, refers_to


class ReferralRow(Root):
    """A referral over one of the five interfaces."""

    __tablename__ = "referrals"

    case_id: Mapped[UUID] = mapped_column(refers_to("cases.id"), index=True)
    direction: Mapped[ReferralDirection]
    interface: Mapped[FiveInterface]
    kind: Mapped[ReferralKind]
    procedure: Mapped[CourtProcedure | None]
    counterpart: Mapped[str]
    contact: Mapped[str]
    contact_phone: Mapped[str]
    their_number: Mapped[str]
    our_number: Mapped[str]
    matter: Mapped[str]
    legal_basis: Mapped[str]
    sent_on: Mapped[date]
    signed_on: Mapped[date | None]
    signed_by: Mapped[str]
    due_back: Mapped[date | None]
    extended_to: Mapped[date | None]
    extension_note: Mapped[str]
    accepted_on: Mapped[date | None]
    ended_on: Mapped[date | None]
    end_reason: Mapped[str]
    result: Mapped[ReferralResult | None]
    returned_on: Mapped[date | None]
    reply: Mapped[str]
    undisputed_facts: Mapped[str]
    reply_number: Mapped[str]
    feedback_on: Mapped[date | None]
    feedback_note: Mapped[str]
    state: Mapped[ReferralState]
    owner_id: Mapped[UUID]
    owner_name: Mapped[str]
    consents: Mapped[list[DataConsentRow]] = relationship(
        lazy="selectin", cascade="all, delete-orphan", order_by="DataConsentRow.position"
    )


class DataConsentRow(Child):
    """A party's separate consent to passing its data on."""

    __tablename__ = "referral_consents"

    referral_id: Mapped[UUID] = owner("referrals.id")
    id: Mapped[UUID] = mapped_column(primary_key=True)
    party_id: Mapped[UUID]
    party_name: Mapped[str]
    manner: Mapped[ConsentManner]
    given_on: Mapped[date]


class ServiceReferralRow(Root):
    """A party guided to a service."""

    __tablename__ = "service_referrals"

    case_id: Mapped[UUID] = mapped_column(refers_to("cases.id"), index=True)
    service: Mapped[SixServices]
    party_id: Mapped[UUID]
    party_name: Mapped[str]
    office: Mapped[str]
    office_contact: Mapped[str]
    matter: Mapped[str]
    number: Mapped[str]
    guided_on: Mapped[date]
    consent_manner: Mapped[ConsentManner | None]
    consented_on: Mapped[date | None]
    appointed_on: Mapped[date | None]
    appointment_note: Mapped[str]
    heard_on: Mapped[date | None]
    outcome: Mapped[str]
    owner_id: Mapped[UUID]
    owner_name: Mapped[str]


class WorkOrderRow(Root):
    """A work order a case came with."""

    __tablename__ = "work_orders"

    case_id: Mapped[UUID] = mapped_column(refers_to("cases.id"), index=True)
    kind: Mapped[WorkOrderKind]
    number: Mapped[str]
    issuer: Mapped[str]
    received_on: Mapped[date]
    caller: Mapped[str]
    demand: Mapped[str]
    reply_due: Mapped[date | None]
    informed_on: Mapped[date | None]
    objected_on: Mapped[date | None]
    objection: Mapped[str]
    reply: Mapped[str]
    replied_on: Mapped[date | None]
    owner_id: Mapped[UUID]
    owner_name: Mapped[str]
