"""The contents of the papers that pass between organs: letters, receipt, replies."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from app.domain.contents.phrasing.phrased import PhrasedContents
from app.domain.filing.kinds import DocumentKind


@dataclass(frozen=True, slots=True, kw_only=True)
class PassedPartyPart:
    """A party as another organ needs it: who, and how to reach; nothing else leaves."""

    label: str
    name: str
    phone: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DataConsentPart:
    """A party's separate consent to passing its data on."""

    name: str
    manner: str
    given_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferralLetterContents(PhrasedContents):
    """移送函: a dispute passed on over one of the five interfaces, with law or consent for the data."""

    kind: ClassVar[DocumentKind] = DocumentKind.REFERRAL_LETTER
    number: str
    organisation: str
    addressee: str
    interface: str
    act: str
    title: str
    dispute_type: str
    parties: tuple[PassedPartyPart, ...]
    facts: str
    requests: str = ""
    matter: str
    legal_basis: str = ""
    consents: tuple[DataConsentPart, ...] = ()
    due_back: date | None = None
    contact_person: str
    contact_phone: str = ""
    issued_day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferralReceiptContents(PhrasedContents):
    """签收回执: what was received, signed for by whom, and until when it is due back."""

    kind: ClassVar[DocumentKind] = DocumentKind.REFERRAL_RECEIPT
    number: str
    organisation: str
    addressee: str
    their_number: str = ""
    act: str
    title: str
    parties: tuple[str, ...]
    sent_on: date
    signed_on: date
    signed_by: str
    due: str = ""
    contact_person: str
    contact_phone: str = ""
    issued_day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferralReplyContents(PhrasedContents):
    """调解结果回函: with what a referral goes back; concessions have no place in it by construction."""

    kind: ClassVar[DocumentKind] = DocumentKind.REFERRAL_REPLY
    number: str
    organisation: str
    addressee: str
    their_number: str = ""
    act: str
    title: str
    parties: tuple[str, ...]
    signed_on: date | None = None
    result: str
    reply: str
    agreement_number: str = ""
    effective_on: date | None = None
    undisputed_facts: str = ""
    contact_person: str
    contact_phone: str = ""
    issued_day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class GuidanceLetterContents(PhrasedContents):
    """引导函: a party guided to a service; without its consent no way to reach it goes along."""

    kind: ClassVar[DocumentKind] = DocumentKind.GUIDANCE_LETTER
    number: str
    organisation: str
    addressee: str
    service: str
    party: str
    phone: str = ""
    matter: str
    title: str
    consent_manner: str = ""
    consented_on: date | None = None
    appointed_on: date | None = None
    appointment_note: str = ""
    contact_person: str
    contact_phone: str = ""
    issued_day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderReplyContents:
    """工单回复单: what a work order asked, and what is answered; the caller stays masked."""

    kind: ClassVar[DocumentKind] = DocumentKind.ORDER_REPLY
    number: str
    organisation: str
    addressee: str
    order_kind: str
    case_number: str
    title: str
    received_on: date
    caller: str = ""
    demand: str = ""
    informed_on: date | None = None
    reply: str
    contact_person: str
    contact_phone: str = ""
    issued_day: date
