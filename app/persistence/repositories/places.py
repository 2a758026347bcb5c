"""Units, risk scales and grids as aggregates, and the list of standard addresses kept by imports."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import delete, func, insert, select

from app.domain.disputes.risk.scales import LocalRiskScale
from app.domain.disputes.triage.units import HandlingUnit
from app.domain.people.places.addresses import StandardAddress
from app.domain.people.places.grids import Grid
from app.domain.values.ids import new_id
from app.domain.values.naming.names import pinyin_initials
from app.persistence.repositories.aggregates import Repository
from app.persistence.rows.places import AddressRow, GridRow, RiskScaleRow, UnitRow
from app.persistence.writing import Writing

_CHUNK = 1000


class UnitRepository(Repository[HandlingUnit]):
    """Units that handle disputes."""

    kind = "unit"
    _row = UnitRow
    _entity = HandlingUnit


class RiskScaleRepository(Repository[LocalRiskScale]):
    """The scales by which organisations grade risk, one for each."""

    kind = "risk_scale"
    _row = RiskScaleRow
    _entity = LocalRiskScale

    def of_organisation(self, organisation_id: UUID) -> LocalRiskScale | None:
        """Give what an organisation set, or None where a shipped scale stands."""
        found = self._where(RiskScaleRow.organisation_id == organisation_id)
        return found[0] if found else None


class GridRepository(Repository[Grid]):
    """Grids with their micro-grids."""

    kind = "grid"
    _row = GridRow
    _entity = Grid

    def of_codes(self, codes: Iterable[str]) -> dict[str, Grid]:
        """Give the grids of these codes."""
        return {grid.code: grid for grid in self._where(GridRow.code.in_(tuple(codes)))}


class AddressBook:
    """Standard addresses, written a batch at a time; a batch can be taken back as a whole."""

    def __init__(self, writing: Writing) -> None:
        self._writing = writing
        self._session = writing.session

    def add(self, addresses: tuple[StandardAddress, ...], *, batch_id: UUID, note: str) -> int:
        """Write the addresses that are not in the list yet, with one history entry; gives how many."""
        texts = [address.text for address in addresses]
        known: set[str] = set()
        for start in range(0, len(texts), _CHUNK):
            some = texts[start : start + _CHUNK]
            known |= set(self._session.scalars(select(AddressRow.text).where(AddressRow.text.in_(some))))
        fresh = {address.text: address for address in addresses if address.text not in known}
        rows = [
            {
                "id": new_id(),
                "text": address.text,
                "grid_code": address.grid_code,
                "initials": (pinyin_initials(address.text) or ("",))[0],
                "batch_id": batch_id,
            }
            for address in fresh.values()
        ]
        for start in range(0, len(rows), _CHUNK):
            self._session.execute(insert(AddressRow), rows[start : start + _CHUNK])
        self._writing.record(
            act="addresses.imported", kind="addresses", subject_id=batch_id, case_id=None, note=note
        )
        return len(rows)

    def take_back(self, batch_id: UUID) -> int:
        """Remove the addresses of one batch, with a history entry; gives how many there were."""
        count = self._session.scalar(
            select(func.count()).select_from(AddressRow).where(AddressRow.batch_id == batch_id)
        )
        self._session.execute(delete(AddressRow).where(AddressRow.batch_id == batch_id))
        self._writing.record(
            act="addresses.taken_back",
            kind="addresses",
            subject_id=batch_id,
            case_id=None,
            note=str(count or 0),
        )
        return count or 0
