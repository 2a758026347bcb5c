"""Reads the register of parties: pages, who may already be known, and the cases of a party."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from uuid import UUID

from sqlalchemy import Integer, cast, func, or_, select
from sqlalchemy.orm import Session

from app.domain.disputes.case_lines import PartyCase
from app.domain.people.parties import PartyRecord
from app.domain.people.party_lines import KnownParty, PartyLine
from app.persistence.finding import SearchKind
from app.persistence.queries.families import families, standing_for
from app.persistence.queries.searching.matching import Matching
from app.persistence.queries.searching.texts import party_texts
from app.persistence.rows.disputes import CaseLineRow, CasePartyRow
from app.persistence.rows.mapping import shape_of
from app.persistence.rows.people import PartyRow

Counts = dict[UUID, tuple[int, int]]
"""Open and all cases of a party by its id."""


class PartyQueries:
    """Lines and entries of the register."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def page(self, typed: str = "", offset: int = 0, limit: int = 50) -> tuple[PartyLine, ...]:
        """Give a page, the last entered first; ``typed`` narrows as the search does.

        Entries merged into another are found, but do not stand in the whole list.
        """
        if typed.strip():
            return self._lines(self._matching(typed).newest(limit, offset))
        standing = select(PartyRow.id).where(PartyRow.merged_into_id.is_(None))
        ids = self._session.scalars(standing.order_by(PartyRow.id.desc()).offset(offset).limit(limit))
        return self._lines(tuple(ids))

    def count(self, typed: str = "") -> int:
        """Count the parties of the register, or those found."""
        if typed.strip():
            return self._matching(typed).count()
        everybody = self._session.scalar(select(func.count()).select_from(PartyRow)) or 0
        absorbed = select(func.count()).select_from(PartyRow).where(PartyRow.merged_into_id.is_not(None))
        return everybody - (self._session.scalar(absorbed) or 0)

    def found(self, typed: str, limit: int) -> tuple[PartyLine, ...]:
        """Find parties, the last entered first; nothing typed finds nothing."""
        return self._lines(self._matching(typed).newest(limit))

    def known(
        self, name: str = "", identity_number: str = "", phone: str = "", limit: int = 5
    ) -> tuple[KnownParty, ...]:
        """Give the entries that may be the person being typed: same number, then phone, then name.

        What an entry merged into another says counts for the one that stands for it.
        """
        told = {"identity_number": identity_number.strip(), "phone": phone.strip(), "name": name.strip()}
        conditions = [PartyRow.__table__.c[field] == value for field, value in told.items() if value]
        if not conditions:
            return ()
        rows = self._session.scalars(select(PartyRow).where(or_(*conditions)).order_by(PartyRow.id.desc()))
        found: dict[UUID, KnownParty] = {}
        for row in rows:
            standing = shape_of(PartyRecord, PartyRow).entity(standing_for(self._session, row))
            known_as = _known(standing, shape_of(PartyRecord, PartyRow).entity(row), told)
            found[standing.id] = _both(found.get(standing.id), known_as)
        known = list(found.values())
        known.sort(key=lambda one: (one.same_identity, one.same_phone, one.same_name), reverse=True)
        counts = self._counts(one.record.id for one in known[:limit])
        return tuple(_counted(one, counts) for one in known[:limit])

    def cases_of(self, record_id: UUID, limit: int = 200) -> tuple[PartyCase, ...]:
        """Give the cases a party of the register and those merged into it take part in, the newest first."""
        line, family = CaseLineRow, families((record_id,)).subquery()
        linked = select(CasePartyRow.case_id).where(CasePartyRow.record_id.in_(select(family.c.member)))
        statement = (
            select(line.id, line.intake_number, line.title, line.state, line.registered_at)
            .where(line.id.in_(linked))
            .order_by(line.newest, line.id)
            .limit(limit)
        )
        return tuple(
            PartyCase(case_id=row[0], intake_number=row[1], title=row[2], state=row[3], registered_at=row[4])
            for row in self._session.execute(statement)
        )

    def _matching(self, typed: str) -> Matching:
        return Matching(self._session, SearchKind.PARTY, typed, party_texts)

    def _lines(self, ids: tuple[UUID, ...]) -> tuple[PartyLine, ...]:
        rows = {row.id: row for row in self._session.scalars(select(PartyRow).where(PartyRow.id.in_(ids)))}
        counts = self._counts(ids)
        absorbed = {id_: row for id_, row in rows.items() if row.merged_into_id}
        standing = {id_: standing_for(self._session, row).name for id_, row in absorbed.items()}
        return tuple(
            _line(rows[id_], counts.get(id_, (0, 0)), standing.get(id_, "")) for id_ in ids if id_ in rows
        )

    def _counts(self, ids: Iterable[UUID]) -> Counts:
        family = families(ids).subquery()
        pairs = (
            select(family.c.root, CasePartyRow.case_id)
            .join_from(family, CasePartyRow, CasePartyRow.record_id == family.c.member)
            .distinct()
            .subquery()
        )
        statement = (
            select(pairs.c.root, func.sum(cast(CaseLineRow.is_open, Integer)), func.count())
            .join(CaseLineRow, CaseLineRow.id == pairs.c.case_id)
            .group_by(pairs.c.root)
        )
        return {row[0]: (int(row[1]), int(row[2])) for row in self._session.execute(statement)}


def _line(row: PartyRow, counts: tuple[int, int], merged_into: str) -> PartyLine:
    return PartyLine(
        id=row.id,
        kind=row.kind,
        name=row.name,
        sex=row.sex,
        birth_date=row.birth_date,
        identity_number=row.identity_number,
        phone=row.phone,
        address=row.address,
        open_cases=counts[0],
        all_cases=counts[1],
        merged_into=merged_into,
    )


def _known(record: PartyRecord, found: PartyRecord, told: dict[str, str]) -> KnownParty:
    same = {field: bool(value) and getattr(found, field) == value for field, value in told.items()}
    return KnownParty(
        record=record,
        same_identity=same["identity_number"],
        same_phone=same["phone"],
        same_name=same["name"],
        open_cases=0,
        all_cases=0,
    )


def _both(one: KnownParty | None, other: KnownParty) -> KnownParty:
    if one is None:
        return other
    return replace(
        one,
        same_identity=one.same_identity or other.same_identity,
        same_phone=one.same_phone or other.same_phone,
        same_name=one.same_name or other.same_name,
    )


def _counted(known: KnownParty, counts: Counts) -> KnownParty:
    open_cases, all_cases = counts.get(known.record.id, (0, 0))
    return replace(known, open_cases=open_cases, all_cases=all_cases)
