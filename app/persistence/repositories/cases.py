"""Cases, with the line that lists show and the entry under which the search finds them."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from uuid import UUID

from sqlalchemy import select

from app.domain.disputes.cases import Case
from app.domain.disputes.clocks import ClockKind
from app.domain.errors import NotFound
from app.domain.people.parties import PartyRecord
from app.persistence.finding import SearchKind, case_tokens, index_entry, party_tokens
from app.persistence.lines import line_values
from app.persistence.loading import children_of
from app.persistence.repositories.aggregates import Repository
from app.persistence.rows.disputes import CaseLineRow, CaseRow
from app.persistence.rows.people import PartyRow

Shown = tuple[date | None, ClockKind | None, str]
"""What a list shows of a leading clock: its day, its kind and its sentence."""


class CaseRepository(Repository[Case]):
    """Disputes."""

    kind = "case"
    _row = CaseRow
    _entity = Case

    def read_ahead(self, ids: Collection[UUID]) -> None:
        """Read many at once, so that looking at each asks the database nothing more."""
        self._writing.hold(*children_of(CaseRow).read_many(self._session, ids))

    def set_clock(
        self, case_id: UUID, *, due_on: date | None, kind: ClockKind | None, told: str = ""
    ) -> None:
        """Set the clock that ends first, by which lists are sorted; computed, so no version and history."""
        line = self._session.get(CaseLineRow, case_id)
        if line is None:
            raise NotFound("case.not_found", id=str(case_id))
        self._set(line, (due_on, kind, told))
        self._session.flush()  # reads of this use case see the new order

    def hold_lines(self, case_ids: tuple[UUID, ...]) -> None:
        """Hold the lines of many cases against other writers until the transaction ends, in one order."""
        statement = select(CaseLineRow).where(CaseLineRow.id.in_(case_ids)).order_by(CaseLineRow.id)
        if self._session.get_bind().dialect.name != "sqlite":
            statement = statement.with_for_update()
        self._writing.hold(*self._session.scalars(statement.execution_options(populate_existing=True)))

    def set_clocks(self, clocks: Mapping[UUID, Shown]) -> None:
        """Set the leading clocks of many cases whose lines are held."""
        for case_id, shown in clocks.items():
            line = self._session.get(CaseLineRow, case_id)
            if line is not None:
                self._set(line, shown)
        self._session.flush()  # reads of this use case see the new order

    def _set(self, line: CaseLineRow, shown: Shown) -> None:
        if (line.due_on, line.due_kind, line.due_told or "") != shown:
            line.due_on, line.due_kind, line.due_told = shown
            self._writing.touch(self.kind, line.id)

    def _case_id(self, entity: Case) -> UUID | None:
        return entity.id

    def _after(self, before: Case | None, after: Case) -> None:
        line = self._session.get(CaseLineRow, after.id)
        if line is None:
            line = CaseLineRow(due_on=None, due_kind=None)
            self._session.add(line)
        for name, value in line_values(after).items():
            setattr(line, name, value)
        self._session.flush()  # the line is part of the same write
        tokens = case_tokens(after)
        if before is None or case_tokens(before) != tokens:
            index_entry(self._session, SearchKind.CASE, after.id, tokens)


class PartyRepository(Repository[PartyRecord]):
    """The register of parties."""

    kind = "party"
    _row = PartyRow
    _entity = PartyRecord

    def _after(self, before: PartyRecord | None, after: PartyRecord) -> None:
        tokens = party_tokens(after)
        if before is None or party_tokens(before) != tokens:
            index_entry(self._session, SearchKind.PARTY, after.id, tokens)
