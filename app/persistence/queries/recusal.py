"""Reads the earlier cases that join a mediator and the parties of a case: index lookups, no scan."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from app.domain.disputes.cases import Case, MediatorRole
from app.domain.disputes.recusal.findings import PastCase
from app.domain.people.staff import StaffMember
from app.persistence.rows.disputes import CaseLineRow, CaseMediatorRow, CasePartyRow
from app.persistence.rows.people import PartyRow

_MOST = 200
"""More earlier cases than anybody would read through."""


class RecusalQueries:
    """What earlier cases say about mediators and parties."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def past_cases(self, case: Case, members: Iterable[StaffMember]) -> tuple[PastCase, ...]:
        """Give the earlier cases of these members with the registered parties of a case, the newest first."""
        records = [party.record_id for party in case.parties if party.record_id is not None]
        known = tuple(members)
        if not records or not known:
            return ()
        return (*self._mediated(case, records, known), *self._opposed(case, records, known))

    def _mediated(
        self, case: Case, records: list[UUID], members: tuple[StaffMember, ...]
    ) -> tuple[PastCase, ...]:
        party, mediator, line = CasePartyRow, CaseMediatorRow, CaseLineRow
        statement = (
            select(mediator.staff_id, party.record_id, line.id, line.intake_number)
            .join(mediator, mediator.case_id == party.case_id)
            .join(line, line.id == party.case_id)
            .where(
                party.record_id.in_(records),
                party.case_id != case.id,
                mediator.role != MediatorRole.RECORDER,
            )
            .order_by(line.newest, line.id)
        )
        # Asked for the members too, SQLite begins with the thousands of cases each of them ever had.
        wanted = {member.id for member in members}
        found = (row for row in self._session.execute(statement) if row[0] in wanted)
        return tuple(
            PastCase(staff_id=row[0], record_id=row[1], case_id=row[2], intake_number=row[3], was_party=False)
            for row in islice(found, _MOST)
            if row[1] is not None
        )

    def _opposed(
        self, case: Case, records: list[UUID], members: tuple[StaffMember, ...]
    ) -> tuple[PastCase, ...]:
        own = self._own_records(members)
        if not own:
            return ()
        mine, theirs, line = aliased(CasePartyRow), aliased(CasePartyRow), CaseLineRow
        statement = (
            select(mine.record_id, theirs.record_id, line.id, line.intake_number)
            .join(theirs, theirs.case_id == mine.case_id)
            .join(line, line.id == mine.case_id)
            .where(
                mine.record_id.in_(own),
                theirs.record_id.in_(records),
                mine.side != theirs.side,
                mine.case_id != case.id,
            )
            .order_by(line.newest, line.id)
            .limit(_MOST)
        )
        return tuple(
            PastCase(
                staff_id=own[row[0]], record_id=row[1], case_id=row[2], intake_number=row[3], was_party=True
            )
            for row in self._session.execute(statement)
            if row[0] is not None and row[1] is not None
        )

    def _own_records(self, members: tuple[StaffMember, ...]) -> dict[UUID, UUID]:
        """Find the members in the register of parties, by name and phone together."""
        dialled = {(member.name, member.phone): member.id for member in members if member.phone}
        if not dialled:
            return {}
        phones = {phone for _, phone in dialled}
        rows = self._session.execute(
            select(PartyRow.id, PartyRow.name, PartyRow.phone).where(PartyRow.phone.in_(phones))
        )
        return {row[0]: dialled[row[1], row[2]] for row in rows if (row[1], row[2]) in dialled}
