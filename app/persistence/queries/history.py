"""Reading the history back."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from app.domain.trust.history import HistoryEntry
from app.persistence.rows.mapping import shape_of
from app.persistence.rows.trust import HistoryRow


class HistoryQueries:
    """Entries of a case or of one thing, the latest first."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def of_case(self, case_id: UUID, limit: int) -> tuple[HistoryEntry, ...]:
        """Give the latest entries of a case."""
        return self._latest(HistoryRow.case_id == case_id, limit)

    def of_subject(self, subject_id: UUID, limit: int = 100) -> tuple[HistoryEntry, ...]:
        """Give the latest entries of one thing."""
        return self._latest(HistoryRow.subject_id == subject_id, limit)

    def _latest(self, condition: ColumnElement[bool], limit: int) -> tuple[HistoryEntry, ...]:
        rows = self._session.scalars(
            select(HistoryRow).where(condition).order_by(HistoryRow.id.desc()).limit(limit)
        )
        return tuple(shape_of(HistoryEntry, HistoryRow).entity(row) for row in rows)
