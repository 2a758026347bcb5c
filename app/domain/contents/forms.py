"""The contents of each form: application, acceptance register, rights notice, session, agreement, notices."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar

from app.domain.contents.parts import ClausePart, ConsentPart, ParticularsPart, PartyPart, SigningPart
from app.domain.contents.phrasing.phrased import PhrasedContents
from app.domain.filing.kinds import DocumentKind
from app.domain.filing.paper_words import PEOPLES_WORDS, PaperWords
from app.domain.values.money import Money


@dataclass(frozen=True, slots=True, kw_only=True)
class ApplicationContents(PhrasedContents):
    """人民调解申请书 (F1): who applies against whom, what happened, what is asked."""

    kind: ClassVar[DocumentKind] = DocumentKind.APPLICATION
    number: str
    words: PaperWords = PEOPLES_WORDS
    committee: str
    parties: tuple[PartyPart, ...]
    facts: str
    requests: str
    amount: Money | None = None
    applied_on: date
    signers: tuple[SigningPart, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AcceptanceRegisterContents(PhrasedContents):
    """人民调解受理登记表 (F2): on application or on own initiative, with every consent."""

    kind: ClassVar[DocumentKind] = DocumentKind.ACCEPTANCE_REGISTER
    number: str
    words: PaperWords = PEOPLES_WORDS
    committee: str
    accepted_on: date
    is_initiative: bool
    source: str
    source_note: str = ""
    dispute_type: str
    title: str
    parties: tuple[PartyPart, ...]
    facts: str
    requests: str = ""
    amount: Money | None = None
    place: str = ""
    particulars: tuple[ParticularsPart, ...] = ()
    received_at: datetime
    headcount: int = 0
    consents: tuple[ConsentPart, ...] = ()
    mediators: tuple[str, ...] = ()
    registrar: str
    signers: tuple[SigningPart, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RightsNoticeContents(PhrasedContents):
    """人民调解当事人权利义务告知书 (F3): principles, effect, rights (art. 23), duties (art. 24)."""

    kind: ClassVar[DocumentKind] = DocumentKind.RIGHTS_NOTICE
    number: str
    words: PaperWords = PEOPLES_WORDS
    committee: str
    title: str
    mediators: tuple[str, ...] = ()
    principles: tuple[str, ...]
    rights: tuple[str, ...]
    duties: tuple[str, ...]
    effects: tuple[str, ...]
    served_on: date
    signers: tuple[SigningPart, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementPart:
    """What one party said in a session."""

    label: str
    name: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ParticipantPart:
    """Somebody who took part besides parties, mediators and recorder."""

    name: str
    role: str
    unit: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionContents(PhrasedContents):
    """人民调解记录 (F7); concessions and caucus notes have no place in it by construction."""

    kind: ClassVar[DocumentKind] = DocumentKind.SESSION_RECORD
    number: str
    words: PaperWords = PEOPLES_WORDS
    committee: str
    sequence: int
    held_at: datetime
    ended_at: datetime | None = None
    place: str = ""
    matter: str = ""
    is_public: bool = False
    parties: tuple[PartyPart, ...]
    participants: tuple[ParticipantPart, ...] = ()
    mediators: tuple[str, ...] = ()
    recorder: str = ""
    rights_told: bool = False
    statements: tuple[StatementPart, ...] = ()
    record: str = ""
    undisputed_facts: str = ""
    result: str = ""
    result_note: str = ""
    routes_told: bool = False
    fee: Money | None = None
    fee_basis: str = ""
    fee_payers: str = ""
    signers: tuple[SigningPart, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementContents(PhrasedContents):
    """人民调解协议书 (F8), in the order of 人民调解法 art. 29; ``copies`` is parties + 1 (+ court)."""

    kind: ClassVar[DocumentKind] = DocumentKind.AGREEMENT
    number: str
    words: PaperWords = PEOPLES_WORDS
    committee: str
    supplements_number: str = ""
    supplements_day: date | None = None
    parties: tuple[PartyPart, ...]
    facts: str
    particulars: tuple[ParticularsPart, ...] = ()
    matters: str = ""
    responsibilities: str = ""
    clauses: tuple[ClausePart, ...]
    performance: str
    party_copies: int
    copies: int
    has_court_copy: bool = False
    left_open: str = ""
    notes: tuple[str, ...] = ()
    mediators: tuple[str, ...] = ()
    recorders: tuple[str, ...] = ()
    co_units: tuple[str, ...] = ()
    signers: tuple[SigningPart, ...]
    issued_day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class NonAcceptanceContents(PhrasedContents):
    """不予受理通知书: to whom, why, and which other routes are open (art. 26 by analogy)."""

    kind: ClassVar[DocumentKind] = DocumentKind.NON_ACCEPTANCE
    number: str
    words: PaperWords = PEOPLES_WORDS
    committee: str
    addressees: tuple[str, ...]
    title: str
    received_on: date
    reason: str
    note: str = ""
    routes: tuple[str, ...] = ()
    issued_day: date
