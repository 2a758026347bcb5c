"""The contents of the four-duties record of one case and the ledger of many."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from app.domain.filing.kinds import DocumentKind
from app.domain.filing.paper_words import PEOPLES_WORDS, PaperWords


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtensionPart:
    """One extension of a duty's due date."""

    previous_due: date
    new_due: date
    reason: str
    approver: str
    approved_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyPart:
    """One duty on the record."""

    duty: str
    status: str
    lead_official: str = ""
    responsible_unit: str = ""
    responsible_person: str = ""
    co_units: tuple[str, ...] = ()
    measures: str = ""
    due_on: date | None = None
    completed_on: date | None = None
    outcome: str = ""
    same_person_reason: str = ""
    evidence: tuple[str, ...] = ()
    extensions: tuple[ExtensionPart, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FourDutiesContents:
    """四包责任记录 of one case."""

    kind: ClassVar[DocumentKind] = DocumentKind.FOUR_DUTIES
    number: str
    words: PaperWords = PEOPLES_WORDS
    organisation: str
    title: str
    dispute_type: str
    source: str
    parties: tuple[str, ...]
    tier: str = ""
    risk: str
    headcount: int = 0
    facts: str
    registered_on: date
    mediators: tuple[str, ...] = ()
    duties: tuple[DutyPart, ...]
    discharged_on: date | None = None
    discharge_note: str = ""
    printed_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerDutyPart:
    """One duty in one line of the ledger."""

    duty: str
    person: str
    lead_official: str
    due_on: date | None
    completed_on: date | None
    status: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerLinePart:
    """One case in the ledger."""

    position: int
    number: str
    title: str
    parties: str
    risk: str
    tier: str
    state: str
    duties: tuple[LedgerDutyPart, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FourDutiesLedgerContents:
    """四包责任台账: many cases, one line each."""

    kind: ClassVar[DocumentKind] = DocumentKind.FOUR_DUTIES_LEDGER
    organisation: str
    scope: str
    lines: tuple[LedgerLinePart, ...]
    printed_on: date
    printed_by: str
