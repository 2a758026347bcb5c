"""Freeze the papers that pass between organs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.domain.contents.links import (
    DataConsentPart,
    GuidanceLetterContents,
    OrderReplyContents,
    PassedPartyPart,
    ReferralLetterContents,
    ReferralReceiptContents,
    ReferralReplyContents,
)
from app.domain.disputes.case_parties import CaseParty
from app.domain.disputes.cases import Case
from app.domain.duties.referrals.guidance import ServiceReferral
from app.domain.duties.referrals.orders import WorkOrder
from app.domain.duties.referrals.referrals import Referral
from app.domain.errors import RuleRefusal
from app.domain.values.naming.masking import mask_name


@dataclass(frozen=True, slots=True, kw_only=True)
class Sender:
    """Who a paper comes from: the organisation, and the member of staff to ask."""

    organisation: str
    contact_person: str
    contact_phone: str = ""


def referral_letter_contents(
    referral: Referral, case: Case, sender: Sender, *, number: str, dispute_type: str, on: date
) -> ReferralLetterContents:
    """Freeze 移送函 of a referral that leaves."""
    if referral.is_incoming:
        raise RuleRefusal("document.not_outgoing")
    return ReferralLetterContents(
        number=number,
        organisation=sender.organisation,
        addressee=referral.counterpart,
        interface=referral.interface.term,
        act=referral.kind.term,
        title=case.title,
        dispute_type=dispute_type,
        parties=tuple(_passed(party) for party in case.parties),
        facts=case.facts,
        requests=case.requests,
        matter=referral.matter,
        legal_basis=referral.legal_basis,
        consents=tuple(
            DataConsentPart(name=entry.party_name, manner=entry.manner.term, given_on=entry.given_on)
            for entry in referral.consents
        ),
        due_back=referral.due_back,
        contact_person=sender.contact_person,
        contact_phone=sender.contact_phone,
        issued_day=on,
    )


def referral_receipt_contents(
    referral: Referral, case: Case, sender: Sender, *, due: str, on: date
) -> ReferralReceiptContents:
    """Freeze 签收回执 of a referral that came and was signed for."""
    if not referral.is_incoming or referral.signed_on is None:
        raise RuleRefusal("document.not_signed_for")
    return ReferralReceiptContents(
        number=case.intake_number,
        organisation=sender.organisation,
        addressee=referral.counterpart,
        their_number=referral.their_number,
        act=referral.kind.term,
        title=case.title,
        parties=_names(case),
        sent_on=referral.sent_on,
        signed_on=referral.signed_on,
        signed_by=referral.signed_by,
        due=due,
        contact_person=sender.contact_person,
        contact_phone=sender.contact_phone,
        issued_day=on,
    )


def referral_reply_contents(
    referral: Referral, case: Case, sender: Sender, *, number: str, agreement_number: str, on: date
) -> ReferralReplyContents:
    """Freeze 调解结果回函 of a referral that came; only what the parties did not dispute goes along."""
    if not referral.is_incoming or referral.result is None:
        raise RuleRefusal("document.no_result_yet")
    return ReferralReplyContents(
        number=number,
        organisation=sender.organisation,
        addressee=referral.counterpart,
        their_number=referral.their_number,
        act=referral.kind.term,
        title=case.title,
        parties=_names(case),
        signed_on=referral.signed_on,
        result=referral.result.term,
        reply=referral.reply,
        agreement_number=agreement_number,
        effective_on=case.effective_on,
        undisputed_facts=referral.undisputed_facts,
        contact_person=sender.contact_person,
        contact_phone=sender.contact_phone,
        issued_day=on,
    )


def guidance_letter_contents(
    guidance: ServiceReferral, case: Case, sender: Sender, *, number: str, on: date
) -> GuidanceLetterContents:
    """Freeze 引导函; what the party did not consent to give stays out."""
    party = case.party(guidance.party_id)
    has_consent = guidance.consented_on is not None
    return GuidanceLetterContents(
        number=number,
        organisation=sender.organisation,
        addressee=guidance.office,
        service=guidance.service.term,
        party=guidance.party_name,
        phone=party.phone if party is not None and has_consent else "",
        matter=guidance.matter,
        title=case.title,
        consent_manner=guidance.consent_manner.term if guidance.consent_manner and has_consent else "",
        consented_on=guidance.consented_on,
        appointed_on=guidance.appointed_on,
        appointment_note=guidance.appointment_note,
        contact_person=sender.contact_person,
        contact_phone=sender.contact_phone,
        issued_day=on,
    )


def order_reply_contents(order: WorkOrder, case: Case, sender: Sender) -> OrderReplyContents:
    """Freeze 工单回复单 of an order that was replied to."""
    if order.replied_on is None:
        raise RuleRefusal("document.no_reply_yet")
    return OrderReplyContents(
        number=order.number,
        organisation=sender.organisation,
        addressee=order.issuer,
        order_kind=order.kind.term,
        case_number=case.intake_number,
        title=case.title,
        received_on=order.received_on,
        caller=mask_name(order.caller),
        demand=order.demand,
        informed_on=order.informed_on,
        reply=order.reply,
        contact_person=sender.contact_person,
        contact_phone=sender.contact_phone,
        issued_day=order.replied_on,
    )


def _passed(party: CaseParty) -> PassedPartyPart:
    return PassedPartyPart(label=party.side.term, name=party.name, phone=party.phone, address=party.address)


def _names(case: Case) -> tuple[str, ...]:
    return tuple(f"{party.side.term}{party.name}" for party in case.parties)
