"""Referrals, guidance and work orders of a case, with every field a test does not name plausible."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from app.domain.disputes.case_parties import ConsentManner
from app.domain.disputes.cases import Case
from app.domain.duties.referrals.guidance import ServiceReferral, SixServices
from app.domain.duties.referrals.interfaces import FiveInterface, ReferralDirection, ReferralKind
from app.domain.duties.referrals.orders import WorkOrder, WorkOrderKind
from app.domain.duties.referrals.referrals import DataConsent, Referral
from app.domain.people.staff import StaffMember
from app.domain.values.ids import new_id


def a_referral(case: Case, owner: StaffMember, on: date, **given: object) -> Referral:
    """Make a referral that leaves for the petition bureau, everybody consenting to the data."""
    made = Referral(
        id=new_id(),
        case_id=case.id,
        direction=ReferralDirection.OUT,
        interface=FiveInterface.PETITION,
        kind=ReferralKind.TRANSFER,
        counterpart="红柳区信访局",
        matter="请协调住建部门核查。",
        consents=tuple(
            DataConsent(
                id=new_id(),
                party_id=party.id,
                party_name=party.name,
                manner=ConsentManner.WRITTEN,
                given_on=on,
            )
            for party in case.parties
            if party.is_person
        ),
        sent_on=on,
        owner_id=owner.id,
        owner_name=owner.name,
    )
    return replace(made, **given)  # type: ignore[arg-type]  # the caller names fields


def a_guidance(case: Case, owner: StaffMember, on: date, **given: object) -> ServiceReferral:
    """Make a guidance of the applicant to legal aid."""
    made = ServiceReferral(
        id=new_id(),
        case_id=case.id,
        service=SixServices.LEGAL_AID,
        party_id=case.parties[0].id,
        party_name=case.parties[0].name,
        office="红柳区法律援助中心",
        matter="申请法律援助，请求支付劳动报酬。",
        guided_on=on,
        owner_id=owner.id,
        owner_name=owner.name,
    )
    return replace(made, **given)  # type: ignore[arg-type]  # the caller names fields


def an_order(case: Case, owner: StaffMember, on: date, **given: object) -> WorkOrder:
    """Make an order of the hotline."""
    made = WorkOrder(
        id=new_id(),
        case_id=case.id,
        kind=WorkOrderKind.HOTLINE,
        number="12345-20261102-0017",
        issuer="市 12345 热线中心",
        received_on=on,
        caller="王秀兰",
        demand="楼上漏水多次反映无人处理。",
        owner_id=owner.id,
        owner_name=owner.name,
    )
    return replace(made, **given)  # type: ignore[arg-type]  # the caller names fields
