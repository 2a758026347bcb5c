"""The contents of the papers of performance: the receipt, the urging letter, the follow-up record."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from app.domain.contents.parts import SigningPart
from app.domain.contents.phrasing.phrased import PhrasedContents
from app.domain.filing.kinds import DocumentKind
from app.domain.filing.paper_words import PEOPLES_WORDS, PaperWords
from app.domain.values.money import Money


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiptContents(PhrasedContents):
    """收条: who received what from whom, in figures and capitals, for which part of which agreement."""

    kind: ClassVar[DocumentKind] = DocumentKind.PERFORMANCE_RECEIPT
    number: str
    committee: str
    agreement_number: str
    title: str
    payer: str
    payee: str
    amount: Money | None = None
    amount_in_words: str = ""
    what: str
    place: str
    manner: str
    note: str = ""
    received_on: date
    owed_after: Money | None = None
    signers: tuple[SigningPart, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OverduePart:
    """One overdue item in an urging letter."""

    position: int
    place: str
    what: str
    payee: str
    amount: Money | None = None
    received: Money | None = None
    owed: Money | None = None
    due_on: date | None = None
    due: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class UrgingLetterContents(PhrasedContents):
    """履行催告书: what of the agreement is overdue, by when to perform, and which ways are open otherwise."""

    kind: ClassVar[DocumentKind] = DocumentKind.URGING_LETTER
    number: str
    words: PaperWords = PEOPLES_WORDS
    committee: str
    addressees: tuple[str, ...]
    agreement_number: str
    title: str
    effective_on: date
    items: tuple[OverduePart, ...]
    pay_by: date | None = None
    note: str = ""
    ways: tuple[str, ...] = ()
    urged_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUpContents:
    """人民调解回访记录 (F10), its fields in the order of the form."""

    kind: ClassVar[DocumentKind] = DocumentKind.FOLLOW_UP_RECORD
    words: PaperWords = PEOPLES_WORDS
    committee: str
    number: str
    parties: tuple[str, ...]
    agreement_number: str = ""
    matter: str
    visited_on: date
    manner: str
    visited: tuple[str, ...]
    performance: str
    satisfaction: str
    said: str = ""
    litigation: str
    litigation_note: str = ""
    remains: str = ""
    has_new_risk: bool = False
    risk_note: str = ""
    measures: str = ""
    same_day_reason: str = ""
    same_person_reason: str = ""
    signers: tuple[SigningPart, ...]
