"""Cases, with the line that lists show and the entry under which the search finds them."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from app.domain.disputes.cases import Case
from app.domain.disputes.clocks import ClockKind
from app.domain.errors import NotFound
from app.domain.people.parties import PartyRecord
from app.persistence.finding import SearchKind, case_tokens, index_entry, party_tokens
from app.persistence.lines import line_values
from app.persistence.repositories.aggregates import Repository
from app.persistence.rows.disputes import CaseLineRow, CaseRow
from app.persistence.rows.people import PartyRow


class CaseRepository(Repository[Case]):
    """Disputes."""

    kind = "case"
    _row = CaseRow
    _entity = Case

    def set_clock(self, case_id: UUID, *, due_on: date | None, kind: ClockKind | None) -> None:
        """Set the clock that ends first, by which lists are sorted; computed, so no version and history."""
        line = self._session.get(CaseLineRow, case_id)
        if line is None:
            raise NotFound("case.not_found", id=str(case_id))
        if (line.due_on, line.due_kind) != (due_on, kind):
            line.due_on, line.due_kind = due_on, kind
            self._session.flush()  # reads of this use case see the new order
            self._writing.touch(self.kind, case_id)

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
