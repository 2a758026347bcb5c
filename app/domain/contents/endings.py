"""The contents of the papers by which a case ends or leaves, each as it is frozen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from app.domain.contents.parts import PartyPart, SigningPart
from app.domain.contents.phrasing.phrased import PhrasedContents
from app.domain.filing.kinds import DocumentKind
from app.domain.filing.paper_words import PEOPLES_WORDS, PaperWords


@dataclass(frozen=True, slots=True, kw_only=True)
class OralRegisterContents(PhrasedContents):
    """人民调解口头协议登记表 (F9): what was agreed by word of mouth, recorded by the mediator (art. 28)."""

    kind: ClassVar[DocumentKind] = DocumentKind.ORAL_REGISTER
    number: str
    committee: str
    parties: tuple[PartyPart, ...]
    facts: str
    matters: str = ""
    terms: str
    performance: str = ""
    due_on: date | None = None
    mediators: tuple[str, ...] = ()
    recorders: tuple[str, ...] = ()
    signers: tuple[SigningPart, ...]
    reached_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class RoutePart:
    """A route told to the parties: its way, the organ it leads to, the papers they take along."""

    route: str
    organ: str = ""
    papers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TerminationContents(PhrasedContents):
    """终止调解通知书: why mediation ended, and which other routes are open (art. 26)."""

    kind: ClassVar[DocumentKind] = DocumentKind.TERMINATION
    number: str
    words: PaperWords = PEOPLES_WORDS
    committee: str
    addressees: tuple[str, ...]
    title: str
    accepted_on: date
    partial_number: str = ""
    reason: str
    note: str = ""
    told: tuple[RoutePart, ...] = ()
    routes: tuple[str, ...] = ()
    issued_day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawalContents(PhrasedContents):
    """撤回申请书: a party takes its application back, with the reason in its own words."""

    kind: ClassVar[DocumentKind] = DocumentKind.WITHDRAWAL
    number: str
    words: PaperWords = PEOPLES_WORDS
    committee: str
    party: PartyPart
    title: str
    received_on: date
    reason: str
    withdrawn_on: date
    signers: tuple[SigningPart, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TransferContents(PhrasedContents):
    """移交函: a case goes to another organisation, with its parties, facts, reason and papers."""

    kind: ClassVar[DocumentKind] = DocumentKind.TRANSFER
    number: str
    committee: str
    receiver: str
    intake_number: str
    title: str
    dispute_type: str
    received_on: date
    parties: tuple[str, ...]
    facts: str
    requests: str = ""
    state: str
    reason: str
    papers: tuple[str, ...] = ()
    contact: str = ""
    issued_day: date
