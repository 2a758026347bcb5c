"""Reads the list of standard addresses and the open cases near a dispute, for the form of registration."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from app.domain.people.places.addresses import StandardAddress
from app.persistence.rows.disputes import CaseLineRow, CasePartyRow, CaseRow
from app.persistence.rows.places import AddressRow

_MOST_RELATED = 50


class PlaceQueries:
    """Addresses by what is typed, and related open cases."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def addresses(self, typed: str, limit: int = 20) -> tuple[StandardAddress, ...]:
        """Give the addresses that hold the typed words or initials, the shortest first."""
        wanted = "".join(typed.split())
        if not wanted:
            return ()
        row = AddressRow
        found = self._session.execute(
            select(row.id, row.text, row.grid_code)
            .where(
                or_(
                    row.text.contains(wanted, autoescape=True),
                    row.initials.startswith(wanted.lower(), autoescape=True),
                )
            )
            .order_by(func.length(row.text), row.text)
            .limit(limit)
        )
        return tuple(StandardAddress(id=one[0], text=one[1], grid_code=one[2]) for one in found)

    def grid_of(self, address: str) -> str:
        """Give the grid code of an address that stands in the list; empty for any other."""
        found = self._session.scalar(select(AddressRow.grid_code).where(AddressRow.text == address.strip()))
        return found or ""

    def address_count(self) -> int:
        """Count the addresses."""
        return self._session.scalar(select(func.count()).select_from(AddressRow)) or 0

    def open_cases_of(self, record_ids: Iterable[UUID]) -> tuple[tuple[UUID, str], ...]:
        """Give the open cases (id, number) with these parties of the register, the newest first."""
        ids = tuple(record_ids)
        if not ids:
            return ()
        line = CaseLineRow
        rows = self._session.execute(
            select(line.id, line.intake_number)
            .where(
                line.is_open.is_(True),
                line.id.in_(select(CasePartyRow.case_id).where(CasePartyRow.record_id.in_(ids))),
            )
            .order_by(line.newest, line.id)
            .limit(_MOST_RELATED)
        )
        return tuple((row[0], row[1]) for row in rows)

    def organisation_of(self, case_id: UUID) -> UUID | None:
        """Give the organisation that handles a case."""
        return self._session.scalar(select(CaseRow.organisation_id).where(CaseRow.id == case_id))
