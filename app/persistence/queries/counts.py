"""Counts for dashboards."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import func, select, true
from sqlalchemy.orm import Session

from app.persistence.rows.disputes import CaseLineRow


class CountQueries:
    """How many of what."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def open_by_lead(self) -> dict[UUID, int]:
        """Count the open cases of each first mediator."""
        statement = (
            select(CaseLineRow.lead_id, func.count())
            .where(CaseLineRow.is_open == true(), CaseLineRow.lead_id.is_not(None))
            .group_by(CaseLineRow.lead_id)
        )
        return {row[0]: row[1] for row in self._session.execute(statement) if row[0] is not None}
