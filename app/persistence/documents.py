"""Issued documents and attachments: what left draft, and the files kept beside the database."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import select

from app.domain.errors import NotFound, RuleRefusal
from app.domain.filing.documents import Attachment, IssuedDocument
from app.domain.filing.items import FileItem
from app.domain.trust.history import FieldChange
from app.persistence.rows.filing import AttachmentRow, DocumentRow
from app.persistence.rows.mapping import shape_of
from app.persistence.writing import Writing


class DocumentStore:
    """Issued documents; their contents never change."""

    def __init__(self, writing: Writing) -> None:
        self._writing = writing
        self._session = writing.session

    def add(self, document: IssuedDocument) -> IssuedDocument:
        """Write a document that is being issued; history act ``document.issued``."""
        row = DocumentRow()
        shape_of(IssuedDocument, DocumentRow).fill(row, document)
        self._session.add(row)
        self._record(document, "document.issued", f"{document.title} {document.number}".strip())
        self._session.flush()  # a full disk refuses here, before anything is drawn
        return document

    def get(self, id_: UUID) -> IssuedDocument:
        """Give one; NotFound ``document.not_found``."""
        return shape_of(IssuedDocument, DocumentRow).entity(self._row(id_))

    def of_case(self, case_id: UUID) -> tuple[IssuedDocument, ...]:
        """Give the documents of a case in the order they were issued, voided ones too."""
        if not self._writing.belongings.may_hold(DocumentRow, case_id):
            return ()
        rows = self._session.scalars(
            select(DocumentRow)
            .where(DocumentRow.case_id == case_id)
            .order_by(DocumentRow.issued_at, DocumentRow.id)
        )
        return tuple(shape_of(IssuedDocument, DocumentRow).entity(row) for row in rows)

    def of_subject(self, subject_id: UUID) -> tuple[IssuedDocument, ...]:
        """Give the documents about one session, agreement, order or whistle, in the order of issue."""
        rows = self._session.scalars(
            select(DocumentRow)
            .where(DocumentRow.subject_id == subject_id)
            .order_by(DocumentRow.issued_at, DocumentRow.id)
        )
        return tuple(shape_of(IssuedDocument, DocumentRow).entity(row) for row in rows)

    def of_digest(self, sha256: str) -> tuple[IssuedDocument, ...]:
        """Give the documents whose stored page is a file, voided ones too; the latest first."""
        rows = self._session.scalars(
            select(DocumentRow)
            .where(DocumentRow.sha256 == sha256)
            .order_by(DocumentRow.issued_at.desc(), DocumentRow.id.desc())
        )
        return tuple(shape_of(IssuedDocument, DocumentRow).entity(row) for row in rows)

    def unstored(self) -> tuple[IssuedDocument, ...]:
        """Give the documents whose drawn page was not stored yet (the program was killed in between)."""
        rows = self._session.scalars(
            select(DocumentRow).where(DocumentRow.sha256 == "").order_by(DocumentRow.issued_at)
        )
        return tuple(shape_of(IssuedDocument, DocumentRow).entity(row) for row in rows)

    def stored(self, id_: UUID, *, sha256: str, pages: int) -> IssuedDocument:
        """Note the digest and page count of the stored page, once; a second page is refused."""
        row = self._row(id_)
        if row.sha256 not in ("", sha256):
            raise RuleRefusal("document.already_stored", number=row.number)
        row.sha256, row.pages = sha256, pages
        self._writing.touch("document", id_)
        return shape_of(IssuedDocument, DocumentRow).entity(row)

    def void(self, id_: UUID, reason: str) -> IssuedDocument:
        """Void a document with a reason; its contents and number stay. History act ``document.voided``."""
        if not reason.strip():
            raise RuleRefusal("document.void_reason_missing")
        row = self._row(id_)
        change = FieldChange("void_reason", row.void_reason, reason)
        row.void_reason = reason
        document = shape_of(IssuedDocument, DocumentRow).entity(row)
        self._record(document, "document.voided", reason, (change,))
        return document

    def _row(self, id_: UUID) -> DocumentRow:
        row = self._session.get(DocumentRow, id_)
        if row is None:
            raise NotFound("document.not_found", id=str(id_))
        return row

    def _record(
        self, document: IssuedDocument, act: str, note: str, changes: tuple[FieldChange, ...] = ()
    ) -> None:
        self._writing.record(
            act=act,
            kind="document",
            subject_id=document.id,
            case_id=document.case_id,
            note=note,
            changes=changes,
        )


class AttachmentStore:
    """Files of a case; a removed one stays recorded with the reason."""

    def __init__(self, writing: Writing) -> None:
        self._writing = writing
        self._session = writing.session

    def add(self, attachment: Attachment) -> Attachment:
        """Write one; history act ``attachment.added``."""
        row = AttachmentRow(removed_at=None, removal_note="")
        shape_of(Attachment, AttachmentRow).fill(row, attachment)
        self._session.add(row)
        self._record(attachment, "attachment.added", attachment.name)
        self._session.flush()  # a full disk refuses here
        return attachment

    def get(self, id_: UUID) -> Attachment:
        """Give one, a removed one too; NotFound ``attachment.not_found``."""
        return shape_of(Attachment, AttachmentRow).entity(self._row(id_))

    def of_case(self, case_id: UUID) -> tuple[Attachment, ...]:
        """Give the attachments of a case that were not removed, the oldest first."""
        if not self._writing.belongings.may_hold(AttachmentRow, case_id):
            return ()
        rows = self._session.scalars(
            select(AttachmentRow)
            .where(AttachmentRow.case_id == case_id, AttachmentRow.removed_at.is_(None))
            .order_by(AttachmentRow.added_at, AttachmentRow.id)
        )
        return tuple(shape_of(Attachment, AttachmentRow).entity(row) for row in rows)

    def all_digests(self) -> frozenset[str]:
        """Give the SHA-256 of every file the database knows, removed ones too, for checking the files."""
        return frozenset(self._session.scalars(select(AttachmentRow.sha256).distinct()))

    def put_under(self, id_: UUID, item: FileItem) -> Attachment:
        """Give one its place in the case file; history act ``attachment.filed``."""
        row = self._row(id_)
        change = FieldChange("item", row.item.value, item.value)
        row.item = item
        attachment = shape_of(Attachment, AttachmentRow).entity(row)
        self._record(attachment, "attachment.filed", f"{attachment.name}：{item.term}", (change,))
        return attachment

    def remove(self, id_: UUID, note: str) -> None:
        """Take one out of the case file with a reason; row and file stay; act ``attachment.removed``."""
        if not note.strip():
            raise RuleRefusal("attachment.removal_note_missing")
        row = self._row(id_)
        if row.removed_at is not None:
            raise RuleRefusal("attachment.already_removed", name=row.name)
        row.removed_at, row.removal_note = self._writing.clock.now(), note
        attachment = shape_of(Attachment, AttachmentRow).entity(row)
        self._record(attachment, "attachment.removed", note, (FieldChange("name", attachment.name, ""),))
        self._session.flush()  # of_case must not show it any more in this use case

    def _row(self, id_: UUID) -> AttachmentRow:
        row = self._session.get(AttachmentRow, id_)
        if row is None:
            raise NotFound("attachment.not_found", id=str(id_))
        return row

    def _record(
        self, attachment: Attachment, act: str, note: str, changes: tuple[FieldChange, ...] = ()
    ) -> None:
        self._writing.record(
            act=act,
            kind="attachment",
            subject_id=attachment.id,
            case_id=attachment.case_id,
            note=note,
            changes=changes,
        )
