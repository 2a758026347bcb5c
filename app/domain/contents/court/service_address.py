"""送达地址确认书: where a party takes what is served on it; one for each, signed by that party alone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar
from uuid import UUID

from app.domain.contents.parts import PartyPart, SigningPart
from app.domain.contents.party_parts import party_part, party_signers
from app.domain.disputes.cases import Case
from app.domain.errors import NotFound
from app.domain.filing.kinds import DocumentKind

RECEIVERS = (
    "受送达人有同住成年家属、负责收件的人、代理人或者指定的代收人的，送交其签收（民事诉讼法第八十八条）。"
)
ELECTRONIC = (
    "同意电子送达的，在本书中确认（民诉法解释第一百三十六条），送达信息到达所填系统的日期为送达日期；"
    "判决书、裁定书、调解书需要纸质的，可以提出（民事诉讼法第九十条）。"
)
CHANGES = (
    "地址或者联系方式变更的，及时书面告知。提起上诉、申请再审、申请执行时没有书面变更的，"
    "第一审程序中确认的地址可以作为以后程序的送达地址（民诉法解释第一百三十七条）。"
)
TOLD = (RECEIVERS, ELECTRONIC, CHANGES)
"""What a party is told before it signs, each with its article."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceAddressContents:
    """送达地址确认书: a party's address and telephone as known; what nobody asked stays open for its hand."""

    kind: ClassVar[DocumentKind] = DocumentKind.SERVICE_ADDRESS
    number: str
    committee: str
    title: str
    party: PartyPart
    told: tuple[str, ...]
    confirmed_on: date
    signers: tuple[SigningPart, ...]


def service_address_contents(
    case: Case, party_id: UUID | None, committee: str, on: date
) -> ServiceAddressContents:
    """Freeze the confirmation of one party of a case."""
    party = case.party(party_id) if party_id is not None else None
    if party is None:
        raise NotFound("party.not_found", id=str(party_id))
    return ServiceAddressContents(
        number=case.intake_number,
        committee=committee,
        title=case.title,
        party=party_part(party, on),
        told=TOLD,
        confirmed_on=on,
        signers=party_signers((party,)),
    )
