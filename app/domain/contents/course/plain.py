"""The contents of 大字要点单: what one party does and gets, in plain words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from app.domain.filing.kinds import DocumentKind
from app.domain.filing.paper_words import PEOPLES_WORDS, PaperWords


@dataclass(frozen=True, slots=True, kw_only=True)
class SummarySource:
    """One agreement a summary is of; without a day it is not in effect yet."""

    number: str
    effective_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SummaryPart:
    """One thing a party does or gets: who, what, how much and by when, in plain words.

    ``by`` says when where the agreement names no day. ``wording`` is the agreement's own sentence where
    somebody wrote it otherwise than its fields say.
    """

    who: str
    what: str
    amount: str = ""
    due_on: date | None = None
    by: str = ""
    manner: str = ""
    place: str = ""
    otherwise: str = ""
    wording: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlainSummaryContents:
    """大字要点单: for one party, who does what by when, in large type; the agreement is what counts."""

    kind: ClassVar[DocumentKind] = DocumentKind.PLAIN_SUMMARY
    number: str
    words: PaperWords = PEOPLES_WORDS
    committee: str
    addressee: str
    label: str
    sources: tuple[SummarySource, ...]
    duties: tuple[SummaryPart, ...] = ()
    entitlements: tuple[SummaryPart, ...] = ()
    others: tuple[str, ...] = ()
    phone: str = ""
    printed_on: date
