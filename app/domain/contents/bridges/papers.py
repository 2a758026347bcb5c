"""The contents of the joint applications: to the police, and to the traffic police."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from app.domain.contents.parts import PartyPart, SigningPart
from app.domain.contents.phrasing.phrased import PhrasedContents
from app.domain.filing.kinds import DocumentKind


@dataclass(frozen=True, slots=True, kw_only=True)
class ConditionPart:
    """One condition of the law, what is told of it, and its article."""

    text: str
    answer: str
    basis: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OutgoingPart:
    """One paper or file that goes along; ``digest`` is the SHA-256 of its bytes."""

    name: str
    what: str
    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SecurityApplicationContents(PhrasedContents):
    """治安案件不予处罚共同申请书: both ask the police to recognise; only the police decide."""

    kind: ClassVar[DocumentKind] = DocumentKind.SECURITY_APPLICATION
    number: str
    committee: str
    addressee: str
    police_number: str = ""
    title: str
    parties: tuple[PartyPart, ...]
    offenders: tuple[str, ...]
    victims: tuple[str, ...]
    offence: str
    happened_on: date
    place: str = ""
    facts: str
    agreement_number: str
    effective_on: date
    performed_on: date
    performance: str = ""
    conditions: tuple[ConditionPart, ...]
    outgoing: tuple[OutgoingPart, ...]
    applied_on: date
    signers: tuple[SigningPart, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TrafficRequestContents(PhrasedContents):
    """道路交通事故损害赔偿调解共同申请书: all parties ask the traffic police to mediate, in time."""

    kind: ClassVar[DocumentKind] = DocumentKind.TRAFFIC_REQUEST
    number: str
    committee: str
    addressee: str
    finding_number: str = ""
    title: str
    parties: tuple[PartyPart, ...]
    happened_on: date
    place: str
    facts: str
    requests: str
    terminated_on: date
    termination_number: str = ""
    reason: str
    due: str
    papers: tuple[str, ...] = ()
    requested_on: date
    signers: tuple[SigningPart, ...]
