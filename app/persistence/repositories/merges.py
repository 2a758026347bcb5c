"""The merges of the register of parties: written once, marked when undone, never removed."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import select

from app.domain.errors import NotFound
from app.domain.people.merging import PartyMerge
from app.persistence.rows.mapping import shape_of
from app.persistence.rows.people import PartyMergeRow
from app.persistence.writing import Writing


class MergeStore:
    """Who was merged into whom; the history of both entries is written with the entries themselves."""

    def __init__(self, writing: Writing) -> None:
        self._session = writing.session

    def add(self, merge: PartyMerge) -> PartyMerge:
        """Keep a merge."""
        row = PartyMergeRow()
        shape_of(PartyMerge, PartyMergeRow).fill(row, merge)
        self._session.add(row)
        self._session.flush()  # standing() of the same use case finds it
        return merge

    def get(self, id_: UUID) -> PartyMerge:
        """Give one; NotFound ``party.merge_not_found``."""
        row = self._session.get(PartyMergeRow, id_)
        if row is None:
            raise NotFound("party.merge_not_found", id=str(id_))
        return shape_of(PartyMerge, PartyMergeRow).entity(row)

    def standing(self, record_id: UUID) -> tuple[PartyMerge, ...]:
        """Give the merges of a survivor that are not undone, the latest first."""
        statement = (
            select(PartyMergeRow)
            .where(PartyMergeRow.survivor_id == record_id, PartyMergeRow.undone_at.is_(None))
            .order_by(PartyMergeRow.merged_at.desc(), PartyMergeRow.id.desc())
        )
        rows = self._session.scalars(statement)
        return tuple(shape_of(PartyMerge, PartyMergeRow).entity(row) for row in rows)

    def mark_undone(self, id_: UUID, at: datetime) -> None:
        """Note when the two were taken apart."""
        row = self._session.get(PartyMergeRow, id_)
        if row is None:
            raise NotFound("party.merge_not_found", id=str(id_))
        row.undone_at = at
        self._session.flush()  # standing() of the same use case no longer gives it
