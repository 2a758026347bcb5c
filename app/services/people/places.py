"""Units, grids and standard addresses: kept by hand or imported as lists, all or nothing."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from uuid import UUID

from app.archive.workbooks import read_rows
from app.domain.disputes.triage.units import HandlingUnit
from app.domain.errors import InvalidInput
from app.domain.people.places.addresses import StandardAddress
from app.domain.people.places.grids import Grid, check_grid
from app.domain.people.places.lists import PlaceList, read_places
from app.domain.trust.actors import Actor
from app.domain.values.ids import new_id
from app.persistence.store import Store
from app.services.done import Done
from app.services.transactions.looking import look


class PlacesService:
    """Keeps where disputes happen and who is competent there."""

    def __init__(self, store: Store) -> None:
        self._store = store

    # units
    def units(self) -> tuple[HandlingUnit, ...]:
        """Give all units, those out of use too."""
        with look(self._store) as work:
            return work.units.all()

    def save_unit(self, unit: HandlingUnit, *, actor: Actor) -> Done[HandlingUnit]:
        """Add or change a unit; InvalidInput ``unit.name_missing``, ``unit.own_parent``."""
        if not unit.name.strip():
            raise InvalidInput("unit.name_missing", field="name")
        if unit.parent_id == unit.id:
            raise InvalidInput("unit.own_parent", field="parent_id")
        with self._store.unit_of_work(actor) as work:
            if work.units.find(unit.id) is None:
                saved = work.units.add(unit, act="unit.added")
            else:
                saved = work.units.save(unit, act="unit.changed")
            return Done(saved, work.commit())

    # grids
    def grids(self) -> tuple[Grid, ...]:
        """Give all grids in the order of their codes."""
        with look(self._store) as work:
            return tuple(sorted(work.grids.all(), key=lambda grid: grid.code))

    def save_grid(self, grid: Grid, *, actor: Actor) -> Done[Grid]:
        """Add or change a grid; a code stands once (InvalidInput ``grid.code_taken``)."""
        check_grid(grid)
        with self._store.unit_of_work(actor) as work:
            same = work.grids.of_codes([grid.code]).get(grid.code)
            if same is not None and same.id != grid.id:
                raise InvalidInput("grid.code_taken", field="code", grid=same.name)
            if work.grids.find(grid.id) is None:
                saved = work.grids.add(grid, act="grid.added")
            else:
                saved = work.grids.save(grid, act="grid.changed")
            return Done(saved, work.commit())

    # addresses
    def addresses(self, typed: str, limit: int = 20) -> tuple[StandardAddress, ...]:
        """Offer the standard addresses that hold what is typed, words or pinyin initials."""
        with self._store.reads() as reads:
            return reads.places.addresses(typed, limit)

    def address_count(self) -> int:
        """Count the standard addresses."""
        with self._store.reads() as reads:
            return reads.places.address_count()

    # lists
    def read_list(self, path: Path) -> PlaceList:
        """Read a workbook or text list without writing anything: what would come in, and every problem."""
        return read_places(read_rows(path))

    def import_list(self, read: PlaceList, name: str, *, actor: Actor) -> Done[UUID]:
        """Write a list as a whole; gives the batch by which its addresses can be taken back.

        Grids that exist keep their ids and take what the list tells anew. Raises InvalidInput
        ``list.has_problems`` while one row has a problem: nothing is written then.
        """
        if read.problems:
            raise InvalidInput("list.has_problems", field="file", count=len(read.problems))
        batch_id = new_id()
        with self._store.unit_of_work(actor) as work:
            known = work.grids.of_codes(grid.code for grid in read.grids)
            for grid in read.grids:
                before = known.get(grid.code)
                if before is None:
                    work.grids.add(grid, act="grid.added", note=name)
                else:
                    kept = replace(grid, id=before.id, version=before.version)
                    work.grids.save(kept, act="grid.changed", note=name)
            work.addresses.add(read.addresses, batch_id=batch_id, note=name)
            return Done(batch_id, work.commit())

    def take_back(self, batch_id: UUID, *, actor: Actor) -> Done[int]:
        """Remove the addresses that one import brought; grids stay, they are corrected by hand."""
        with self._store.unit_of_work(actor) as work:
            count = work.addresses.take_back(batch_id)
            return Done(count, work.commit())
