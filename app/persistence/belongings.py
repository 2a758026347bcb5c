"""What belongs to a case: one question tells which of some twenty tables hold anything of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from typing import cast
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    CompoundSelect,
    Select,
    bindparam,
    exists,
    literal,
    select,
    union_all,
)
from sqlalchemy.orm import Session

from app.persistence.rows.columns import Guid
from app.persistence.rows.declared import Root, Row

_HAD_BY_ALL = frozenset({"case_moves", "four_duties", "history", "transit_lines"})
"""Tables in which nearly every case has something, or that are read by other ways."""
_READ_ON_DEMAND = frozenset({"case_files", "proactive_handlings", "sealed_copies", "submissions"})
"""Aggregates of a case that no list of many cases looks into."""


class Belongings:
    """Reads what belongs to cases; while nothing is written, it asks only once what there is at all.

    Of some twenty things a case may have, most cases have five.
    """

    def __init__(self, session: Session, *, is_still: bool = False) -> None:
        self._session = session
        self._is_still = is_still
        self._held_in: dict[UUID, frozenset[str]] = {}
        self._ahead: dict[tuple[type[Root], UUID], list[Root]] = {}

    @contextmanager
    def standing_still(self) -> Iterator[None]:
        """Read a case at one moment: until the end of the block nothing may be written."""
        before, self._is_still = self._is_still, True
        try:
            yield
        finally:
            self._is_still = before
            if not before:
                self._held_in.clear()

    def may_hold(self, row: type[Row], case_id: UUID) -> bool:
        """Tell whether rows of a case are worth looking for."""
        if not self._is_still or row.__tablename__ not in _asked_about():
            return True
        held_in = self._held_in.get(case_id)
        if held_in is None:
            answer = self._session.execute(_question(), {"owner": case_id}).one()._mapping  # noqa: SLF001  # a public name
            held_in = frozenset(name for name, is_there in answer.items() if is_there)
            self._held_in[case_id] = held_in
        return row.__tablename__ in held_in

    def of_case(self, row: type[Root], case_id: UUID) -> Sequence[Root]:
        """Read the rows of one case, in the order in which they were made."""
        if not self.may_hold(row, case_id):
            return ()
        ahead = self._ahead.get((row, case_id))
        if ahead is not None:
            return ahead
        return self._session.scalars(select(row).where(_owner(row) == case_id).order_by(row.id)).all()

    def read_ahead(self, case_ids: Collection[UUID]) -> None:
        """Read at once what these cases have; only for a reading that stands still to its end."""
        held_in: defaultdict[UUID, set[str]] = defaultdict(set)
        for line in self._session.execute(_question_of_many(), {"owners": list(case_ids)}):
            held_in[line.case_id].add(line.held_in)
        self._held_in = {case_id: frozenset(held_in[case_id]) for case_id in case_ids}
        there = frozenset().union(*self._held_in.values())
        for row in _aggregates():
            self._ahead.update({(row, case_id): [] for case_id in case_ids})
            if row.__tablename__ in there or row.__tablename__ in _HAD_BY_ALL:
                wanted = select(row, _owner(row)).where(_owner(row).in_(case_ids)).order_by(row.id)
                for one, case_id in self._session.execute(wanted):
                    self._ahead[row, case_id].append(one)


def _owner(row: type[Row]) -> ColumnElement[UUID]:
    return cast("ColumnElement[UUID]", row.__table__.c.case_id)


@cache
def _rows() -> tuple[type[Row], ...]:
    """Give every table that names a case; the parts of the case itself, keyed by it, are not meant."""
    rows: Iterator[type[Row]] = (mapper.entity for mapper in Row.registry.mappers)
    owned = ((row, row.__table__.c.get("case_id")) for row in rows)
    return tuple(row for row, owner in owned if owner is not None and not owner.primary_key)


@cache
def _asked_about() -> frozenset[str]:
    """Give the tables that most cases have nothing in."""
    return frozenset(row.__tablename__ for row in _rows()) - _HAD_BY_ALL


@cache
def _aggregates() -> tuple[type[Root], ...]:
    """Give the rows that are read ahead for many cases."""
    return tuple(row for row in _rows() if issubclass(row, Root) and row.__tablename__ not in _READ_ON_DEMAND)


@cache
def _question() -> Select[*tuple[bool, ...]]:
    owner = bindparam("owner", type_=Guid())
    asked = (row for row in _rows() if row.__tablename__ in _asked_about())
    return select(*(exists().where(_owner(row) == owner).label(row.__tablename__) for row in asked))


@cache
def _question_of_many() -> CompoundSelect[tuple[str, UUID]]:
    owners = bindparam("owners", type_=Guid(), expanding=True)
    asked = (row for row in _rows() if row.__tablename__ in _asked_about())
    return union_all(
        *(
            select(literal(row.__tablename__).label("held_in"), _owner(row))
            .distinct()
            .where(_owner(row).in_(owners))
            for row in asked
        )
    )
