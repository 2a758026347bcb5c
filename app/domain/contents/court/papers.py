"""The contents of the applications to the court: for confirmation by all, for enforcement by some."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from app.domain.contents.bridges.papers import OutgoingPart
from app.domain.contents.parts import ClausePart, PartyPart, SigningPart
from app.domain.contents.phrasing.phrased import PhrasedContents
from app.domain.filing.kinds import DocumentKind
from app.domain.filing.paper_words import PEOPLES_WORDS, PaperWords


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfirmationApplicationContents(PhrasedContents):
    """司法确认申请书 (F11): all parties ask a court to confirm what they agreed, persons or organisations."""

    kind: ClassVar[DocumentKind] = DocumentKind.CONFIRMATION_APPLICATION
    number: str
    words: PaperWords = PEOPLES_WORDS
    committee: str
    court: str
    ground: str
    title: str
    parties: tuple[PartyPart, ...]
    facts: str
    agreement_number: str
    signed_on: date
    effective_on: date
    clauses: tuple[ClausePart, ...]
    performance: str
    due: str
    outgoing: tuple[OutgoingPart, ...]
    applied_on: date
    signers: tuple[SigningPart, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EnforcementApplicationContents(PhrasedContents):
    """强制执行申请书: who was promised something asks the court to enforce what it confirmed."""

    kind: ClassVar[DocumentKind] = DocumentKind.ENFORCEMENT_APPLICATION
    number: str
    words: PaperWords = PEOPLES_WORDS
    committee: str
    court: str
    parties: tuple[PartyPart, ...]
    agreement_number: str
    ruling_court: str
    ruling_number: str
    ruled_on: date
    requests: str
    open_items: tuple[str, ...]
    leads: str = ""
    due: str = ""
    outgoing: tuple[OutgoingPart, ...]
    applied_on: date
    signers: tuple[SigningPart, ...]
