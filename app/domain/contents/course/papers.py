"""The contents of the papers between application and closing, each as it is frozen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar, cast, get_args

from app.domain.contents.course.plain import PlainSummaryContents
from app.domain.contents.parts import AgentPart, PartyPart, SigningPart
from app.domain.filing.kinds import DocumentKind
from app.domain.filing.paper_words import PEOPLES_WORDS, PaperWords


@dataclass(frozen=True, slots=True, kw_only=True)
class AcceptanceNoticeContents:
    """受理通知书 with its stub: to whom, what was taken, who mediates, what the parties may ask for."""

    kind: ClassVar[DocumentKind] = DocumentKind.ACCEPTANCE_NOTICE
    number: str
    words: PaperWords = PEOPLES_WORDS
    committee: str
    addressees: tuple[str, ...]
    title: str
    dispute_type: str
    received_on: date
    accepted_on: date
    mediators: tuple[str, ...] = ()
    assurance: tuple[str, ...] = ()
    handler: str = ""
    phone: str = ""
    issued_day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentInquiryContents:
    """征求调解意见书: one party is asked whether it agrees to mediation, and answers on the same sheet."""

    kind: ClassVar[DocumentKind] = DocumentKind.CONSENT_INQUIRY
    number: str
    words: PaperWords = PEOPLES_WORDS
    committee: str
    addressee: str
    label: str
    title: str
    applicants: tuple[str, ...]
    received_on: date
    requests: str = ""
    assurance: tuple[str, ...] = ()
    phone: str = ""
    signers: tuple[SigningPart, ...]
    issued_day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class AuthorityLetterContents:
    """授权委托书 (F4): who authorises whom, and what the agent may do, each ticked on its own."""

    kind: ClassVar[DocumentKind] = DocumentKind.AUTHORITY_LETTER
    number: str
    words: PaperWords = PEOPLES_WORDS
    committee: str
    title: str
    party: PartyPart
    agent: AgentPart
    signers: tuple[SigningPart, ...]
    issued_day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class InvestigationContents:
    """人民调解调查记录 (F5): who was asked when and where, question by question."""

    kind: ClassVar[DocumentKind] = DocumentKind.INVESTIGATION_RECORD
    number: str
    words: PaperWords = PEOPLES_WORDS
    committee: str
    matter: str
    held_at: datetime
    ended_at: datetime | None = None
    place: str
    asked: str
    asked_about: str = ""
    present: str = ""
    investigators: tuple[str, ...]
    recorder: str
    record: str
    signers: tuple[SigningPart, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidencePart:
    """One line of a list of evidence: what it is, where it comes from, when it was taken in."""

    position: int
    name: str
    source: str = ""
    taken_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceListContents:
    """人民调解证据材料 (F6): the list in front of the copies."""

    kind: ClassVar[DocumentKind] = DocumentKind.EVIDENCE_LIST
    number: str
    words: PaperWords = PEOPLES_WORDS
    committee: str
    title: str
    items: tuple[EvidencePart, ...]
    signers: tuple[SigningPart, ...]
    listed_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerPart:
    """What one party answered on a day; without a day it was not asked when."""

    label: str
    name: str
    answer: str
    on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtensionConsentContents:
    """延期同意书: from which last day to which all parties extend mediation, and why."""

    kind: ClassVar[DocumentKind] = DocumentKind.EXTENSION_CONSENT
    number: str
    words: PaperWords = PEOPLES_WORDS
    committee: str
    title: str
    accepted_on: date
    previous_last_day: date
    new_last_day: date
    reason: str = ""
    answers: tuple[AnswerPart, ...]
    signers: tuple[SigningPart, ...]
    agreed_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class DisclosureContents:
    """调解员披露书: what a mediator told of himself, and which parties accept him all the same."""

    kind: ClassVar[DocumentKind] = DocumentKind.DISCLOSURE_STATEMENT
    number: str
    words: PaperWords = PEOPLES_WORDS
    committee: str
    title: str
    mediator: str
    what: str
    answers: tuple[AnswerPart, ...]
    signers: tuple[SigningPart, ...]
    disclosed_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class RecusalContents:
    """回避申请和决定书: who asked that which mediator step back, why, and who took over."""

    kind: ClassVar[DocumentKind] = DocumentKind.RECUSAL_DECISION
    number: str
    words: PaperWords = PEOPLES_WORDS
    committee: str
    title: str
    mediator: str
    asked_by: str
    is_own_wish: bool
    reason: str
    asked_on: date
    decided_by: str
    replaced_by: str
    signers: tuple[SigningPart, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class InterpreterContents:
    """翻译声明: who interpreted in which session from which languages, faithfully and in confidence."""

    kind: ClassVar[DocumentKind] = DocumentKind.INTERPRETER_STATEMENT
    number: str
    words: PaperWords = PEOPLES_WORDS
    committee: str
    title: str
    sequence: int
    held_at: datetime
    interpreter: str
    unit: str = ""
    languages: tuple[str, ...] = ()
    parties: tuple[str, ...]
    signers: tuple[SigningPart, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class UndisputedFactsContents:
    """无争议事实记载: what all sides confirm; concessions made to settle have no place in it."""

    kind: ClassVar[DocumentKind] = DocumentKind.UNDISPUTED_FACTS
    number: str
    words: PaperWords = PEOPLES_WORDS
    committee: str
    title: str
    sequence: int
    held_at: datetime
    parties: tuple[PartyPart, ...]
    facts: str
    signers: tuple[SigningPart, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosingReportContents:
    """调解结案报告表: a finished case on one sheet, from how it came to how it was performed."""

    kind: ClassVar[DocumentKind] = DocumentKind.CLOSING_REPORT
    number: str
    words: PaperWords = PEOPLES_WORDS
    committee: str
    file_number: str
    title: str
    dispute_type: str
    source: str
    mediators: tuple[str, ...] = ()
    parties: tuple[str, ...]
    received_on: date
    accepted_on: date | None = None
    closed_on: date
    facts: str
    requests: str = ""
    outcome: str
    terms: tuple[str, ...] = ()
    performed_on: date | None = None
    performance: str = ""
    followed_up_on: date | None = None
    signers: tuple[SigningPart, ...]


CoursePaper = (
    AcceptanceNoticeContents
    | ConsentInquiryContents
    | AuthorityLetterContents
    | InvestigationContents
    | EvidenceListContents
    | ExtensionConsentContents
    | DisclosureContents
    | RecusalContents
    | InterpreterContents
    | UndisputedFactsContents
    | ClosingReportContents
    | PlainSummaryContents
)

COURSE_KINDS = frozenset(
    contents.kind for contents in cast("tuple[type[CoursePaper], ...]", get_args(CoursePaper))
)
"""The kinds of these papers."""
