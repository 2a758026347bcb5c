"""The contents of what watching prints: the order with its receipt, the reply, the whistle."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar

from app.domain.contents.phrasing.phrased import PhrasedContents
from app.domain.filing.kinds import DocumentKind


@dataclass(frozen=True, slots=True, kw_only=True)
class SupervisionOrderContents(PhrasedContents):
    """督办单: who is to answer for which case, what is asked, until when; a receipt to fill in by hand."""

    kind: ClassVar[DocumentKind] = DocumentKind.SUPERVISION_ORDER
    number: str
    organisation: str
    lead_official: str = ""
    responsible_unit: str = ""
    responsible_person: str = ""
    case_number: str
    title: str
    parties: tuple[str, ...] = ()
    state: str = ""
    is_listed: bool = False
    question: str
    reply_due: datetime
    issuer: str
    issued_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplyPart:
    """One answer, its day, who gave it and what proves it."""

    text: str
    replied_on: date
    replier: str
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class UrgePart:
    """The order urged again."""

    urged_on: date
    urger: str
    note: str
    new_due: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class SupervisionReplyContents:
    """督办回复: the question, the receipt, every answer and urging, and how it was lifted."""

    kind: ClassVar[DocumentKind] = DocumentKind.SUPERVISION_REPLY
    number: str
    organisation: str
    lead_official: str = ""
    responsible_unit: str = ""
    responsible_person: str = ""
    case_number: str
    title: str
    question: str
    issuer: str
    issued_on: date
    reply_due: datetime
    received_at: datetime | None = None
    receiver: str = ""
    replies: tuple[ReplyPart, ...] = ()
    urges: tuple[UrgePart, ...] = ()
    closed_on: date | None = None
    close_result: str = ""
    printed_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class CalledUnitPart:
    """A called unit and its arrival."""

    name: str
    role: str
    arrived_at: datetime | None = None
    arrived_person: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class WhistleContents:
    """吹哨单: who calls whom where by when, who came, what was done, and the rating (末端评价)."""

    kind: ClassVar[DocumentKind] = DocumentKind.WHISTLE
    number: str = ""
    organisation: str
    about: str = ""
    from_unit: str
    caller: str
    direction: str
    place: str = ""
    need: str
    blown_at: datetime
    arrive_by: datetime
    units: tuple[CalledUnitPart, ...]
    measures: str = ""
    result: str = ""
    handled_on: date | None = None
    rating: str = ""
    rating_note: str = ""
    rated_on: date | None = None
    withdrawn_on: date | None = None
    withdraw_reason: str = ""
    printed_on: date
