"""Reads what lies in a case: sessions, agreements, duties, documents and attachments."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.filing.documents import Attachment, IssuedDocument
from app.domain.mediation.sessions import SessionRecord
from app.domain.settlements.agreements import MediationAgreement
from app.persistence.rows.filing import AttachmentRow, DocumentRow
from app.persistence.rows.mapping import shape_of
from app.persistence.rows.mediation import SessionRow
from app.persistence.rows.settlements import AgreementRow


class DocumentQueries:
    """Issued documents."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def of_case(self, case_id: UUID) -> tuple[IssuedDocument, ...]:
        """Give the documents of a case in the order they were issued, voided ones too."""
        wanted = select(DocumentRow).where(DocumentRow.case_id == case_id)
        rows = self._session.scalars(wanted.order_by(DocumentRow.issued_at, DocumentRow.id))
        return tuple(shape_of(IssuedDocument, DocumentRow).entity(row) for row in rows)


class AttachmentQueries:
    """Files of a case."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def of_case(self, case_id: UUID) -> tuple[Attachment, ...]:
        """Give the attachments that were not removed, the oldest first."""
        wanted = select(AttachmentRow).where(
            AttachmentRow.case_id == case_id, AttachmentRow.removed_at.is_(None)
        )
        rows = self._session.scalars(wanted.order_by(AttachmentRow.added_at, AttachmentRow.id))
        return tuple(shape_of(Attachment, AttachmentRow).entity(row) for row in rows)


class SessionQueries:
    """Session records."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def of_case(self, case_id: UUID) -> tuple[SessionRecord, ...]:
        """Give the sessions of a case in their order."""
        rows = self._session.scalars(
            select(SessionRow).where(SessionRow.case_id == case_id).order_by(SessionRow.sequence)
        )
        return tuple(shape_of(SessionRecord, SessionRow).entity(row) for row in rows)


class AgreementQueries:
    """Agreements."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def of_case(self, case_id: UUID) -> tuple[MediationAgreement, ...]:
        """Give the agreements of a case, the oldest first, voided ones too."""
        wanted = select(AgreementRow).where(AgreementRow.case_id == case_id)
        rows = self._session.scalars(wanted.order_by(AgreementRow.created_at, AgreementRow.id))
        return tuple(shape_of(MediationAgreement, AgreementRow).entity(row) for row in rows)
