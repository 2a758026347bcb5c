"""Tables of issued documents, their proofs and seals, wordings, numbers, attachments, case files, drafts."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.domain.case_file.retention import RetentionRule
from app.domain.filing.items import FileItem
from app.domain.filing.kinds import DocumentKind, NumberSeries
from app.domain.filing.seals.certificates import KeyUsage
from app.domain.filing.wordings.local import DatedText
from app.persistence.rows.columns import Codes
from app.persistence.rows.declared import (
    Child,
    Root,
    Row,
    SchemaArguments,
    index_of_some,
    owner,
    refers_to,
)


class DocumentRow(Row):
    """A document that left draft, with its frozen contents."""

    __tablename__ = "documents"
    __table_args__: SchemaArguments = (
        CheckConstraint("copies > 0", name="copies_positive"),
        index_of_some("ix_documents_unstored", "issued_at", "sha256 = ''"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    kind: Mapped[DocumentKind]
    case_id: Mapped[UUID | None] = mapped_column(refers_to("cases.id"), index=True)
    subject_id: Mapped[UUID | None] = mapped_column(index=True)
    organisation_id: Mapped[UUID] = mapped_column(refers_to("organisations.id"))
    number: Mapped[str]
    title: Mapped[str]
    issued_at: Mapped[datetime]
    issuer_id: Mapped[UUID]
    issuer_name: Mapped[str]
    copies: Mapped[int]
    contents: Mapped[str]
    sha256: Mapped[str]
    pages: Mapped[int]
    void_reason: Mapped[str]


class WordingRow(Root):
    """The local texts of one block of one kind of document."""

    __tablename__ = "wordings"
    __table_args__: SchemaArguments = (UniqueConstraint("organisation_id", "kind", "block"),)

    organisation_id: Mapped[UUID] = mapped_column(refers_to("organisations.id"))
    kind: Mapped[DocumentKind]
    block: Mapped[str]
    texts: Mapped[tuple[DatedText, ...]] = mapped_column(Codes(DatedText))


class SubmissionRow(Root):
    """One handing in of one document at another organ."""

    __tablename__ = "submissions"

    case_id: Mapped[UUID] = mapped_column(refers_to("cases.id"), index=True)
    document_id: Mapped[UUID] = mapped_column(refers_to("documents.id"))
    handed_on: Mapped[date]
    organ: Mapped[str]
    receiver: Mapped[str]
    handed_by: Mapped[str]
    note: Mapped[str]
    void_reason: Mapped[str]


class NumberCounterRow(Row):
    """The last number taken of a series; its row lock makes writers queue until the taker commits."""

    __tablename__ = "number_counters"
    __table_args__: SchemaArguments = (CheckConstraint("last > 0", name="last_positive"),)

    series: Mapped[NumberSeries] = mapped_column(primary_key=True)
    organisation_id: Mapped[UUID] = mapped_column(refers_to("organisations.id"), primary_key=True)
    year: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    last: Mapped[int]


class NumberRow(Row):
    """One number of a series."""

    __tablename__ = "issued_numbers"
    __table_args__: SchemaArguments = (
        UniqueConstraint("series", "organisation_id", "year", "sequence"),
        UniqueConstraint("series", "organisation_id", "text"),
        CheckConstraint("sequence > 0", name="sequence_positive"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    series: Mapped[NumberSeries]
    organisation_id: Mapped[UUID] = mapped_column(refers_to("organisations.id"))
    year: Mapped[int]
    sequence: Mapped[int]
    text: Mapped[str]
    subject_id: Mapped[UUID] = mapped_column(index=True)
    taken_at: Mapped[datetime]
    void_reason: Mapped[str]


class NumberPatternRow(Row):
    """The pattern an organisation set for a series."""

    __tablename__ = "number_patterns"

    organisation_id: Mapped[UUID] = mapped_column(refers_to("organisations.id"), primary_key=True)
    series: Mapped[NumberSeries] = mapped_column(primary_key=True)
    pattern: Mapped[str]


class PageProofRow(Row):
    """The proof of one page of an issued document, with the text the page bears."""

    __tablename__ = "page_proofs"

    document_id: Mapped[UUID] = mapped_column(refers_to("documents.id"), primary_key=True)
    page: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    pages: Mapped[int]
    code: Mapped[str] = mapped_column(index=True)
    key_id: Mapped[str]
    signature: Mapped[str]
    text: Mapped[str]


class PageKeyRow(Row):
    """A key that signs pages; ``secret`` is filled on a server alone, where several computers share it."""

    __tablename__ = "page_keys"

    id: Mapped[str] = mapped_column(primary_key=True)
    public: Mapped[str]
    secret: Mapped[str]
    made_at: Mapped[datetime]
    retired_at: Mapped[datetime | None]


class AttachmentRow(Row):
    """A file kept outside the database; a removed one keeps its row and says why."""

    __tablename__ = "attachments"
    __table_args__: SchemaArguments = (CheckConstraint("size >= 0", name="size_not_negative"),)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    case_id: Mapped[UUID] = mapped_column(refers_to("cases.id"), index=True)
    name: Mapped[str]
    media_type: Mapped[str]
    size: Mapped[int]
    sha256: Mapped[str]
    note: Mapped[str]
    item: Mapped[FileItem]
    added_at: Mapped[datetime]
    added_by: Mapped[str]
    removed_at: Mapped[datetime | None]
    removal_note: Mapped[str]


class SignedOriginalRow(Root):
    """Where the signed original of a paper lies; its id is that of the document."""

    __tablename__ = "signed_originals"

    document_id: Mapped[UUID] = mapped_column(refers_to("documents.id"), unique=True)
    case_id: Mapped[UUID] = mapped_column(refers_to("cases.id"), index=True)
    cabinet: Mapped[str]
    box: Mapped[str]
    place: Mapped[str]
    keeper: Mapped[str]
    pages: Mapped[list[OriginalPageRow]] = relationship(
        lazy="selectin", cascade="all, delete-orphan", order_by="OriginalPageRow.position"
    )


class OriginalPageRow(Child):
    """Which page of which file shows a page of the original."""

    __tablename__ = "original_pages"

    original_id: Mapped[UUID] = owner("signed_originals.id")
    id: Mapped[UUID] = mapped_column(primary_key=True)
    page: Mapped[int]
    attachment_id: Mapped[UUID] = mapped_column(refers_to("attachments.id"))
    shown_on: Mapped[int]


class SealCertificateRow(Root):
    """The certificate an organisation seals with; its key and password are kept nowhere."""

    __tablename__ = "seal_certificates"

    organisation_id: Mapped[UUID] = mapped_column(refers_to("organisations.id"), unique=True)
    subject: Mapped[str]
    issuer: Mapped[str]
    serial: Mapped[str]
    fingerprint: Mapped[str]
    valid_from: Mapped[datetime]
    valid_until: Mapped[datetime]
    usages: Mapped[tuple[KeyUsage, ...]] = mapped_column(Codes(KeyUsage))
    is_self_made: Mapped[bool]
    path: Mapped[str]
    is_in_use: Mapped[bool]


class SealedCopyRow(Root):
    """A copy of a document with the electronic seal behind its bytes."""

    __tablename__ = "sealed_copies"
    __table_args__: SchemaArguments = (CheckConstraint("size > 0", name="size_positive"),)

    case_id: Mapped[UUID] = mapped_column(refers_to("cases.id"), index=True)
    document_id: Mapped[UUID] = mapped_column(refers_to("documents.id"))
    sha256: Mapped[str] = mapped_column(index=True)
    size: Mapped[int]
    subject: Mapped[str]
    fingerprint: Mapped[str] = mapped_column(index=True)
    reason: Mapped[str]
    location: Mapped[str]
    agreed: Mapped[str]
    sealed_at: Mapped[datetime]
    sealed_by: Mapped[str]
    void_reason: Mapped[str]


class CaseFileRow(Root):
    """The file of one case: who bound it, how long it is kept, where it stands."""

    __tablename__ = "case_files"

    case_id: Mapped[UUID] = mapped_column(refers_to("cases.id"), unique=True)
    title: Mapped[str]
    compiler: Mapped[str]
    compiled_on: Mapped[date | None]
    checker: Mapped[str]
    checked_on: Mapped[date | None]
    retention: Mapped[str]
    retention_basis: Mapped[str]
    cabinet: Mapped[str]
    box: Mapped[str]
    volume: Mapped[str]
    originals: Mapped[str]
    cover_note: Mapped[str]
    remarks: Mapped[str]


class RetentionBookRow(Root):
    """How long one organisation keeps its case files."""

    __tablename__ = "retention_books"

    organisation_id: Mapped[UUID] = mapped_column(unique=True)
    classes: Mapped[tuple[str, ...]] = mapped_column(Codes(str))
    rules: Mapped[tuple[RetentionRule, ...]] = mapped_column(Codes(RetentionRule))
    basis: Mapped[str]
    is_verified: Mapped[bool]


class DraftRow(Row):
    """What was typed into a form and not yet saved for good."""

    __tablename__ = "drafts"

    user_id: Mapped[UUID] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(primary_key=True)
    payload: Mapped[str]
    focus: Mapped[str]
    saved_at: Mapped[datetime]
