"""Issued documents, their numbers, and files attached to a case."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from app.domain.filing.items import FileItem
from app.domain.filing.kinds import DocumentKind, NumberSeries


@dataclass(frozen=True, slots=True, kw_only=True)
class IssuedDocument:
    """A document that left draft: its frozen contents and the digest of the stored page.

    ``sha256`` is empty between the commit of number and contents and the storing of the
    drawn page; a reprint is always the stored bytes.
    """

    id: UUID
    kind: DocumentKind
    case_id: UUID | None
    subject_id: UUID | None
    organisation_id: UUID
    number: str
    title: str
    issued_at: datetime
    issuer_id: UUID
    issuer_name: str
    copies: int = 1
    contents: str
    sha256: str = ""
    pages: int = 0
    void_reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class IssuedNumber:
    """One number of a series; a voided one stays recorded with its reason."""

    id: UUID
    series: NumberSeries
    organisation_id: UUID
    year: int
    sequence: int
    text: str
    subject_id: UUID
    taken_at: datetime
    void_reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A file kept outside the database under its SHA-256; ``item`` is its place in the case file."""

    id: UUID
    case_id: UUID
    name: str
    media_type: str
    size: int
    sha256: str
    note: str = ""
    item: FileItem = FileItem.EVIDENCE
    added_at: datetime
    added_by: str
