"""Reading one aggregate of many child tables: one question tells which of them hold anything of it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from functools import cache
from uuid import UUID

from sqlalchemy import ColumnElement, Select, bindparam, exists, inspect, select
from sqlalchemy.orm import RelationshipProperty, Session, lazyload, selectinload
from sqlalchemy.orm.attributes import set_committed_value
from sqlalchemy.orm.interfaces import ORMOption

from app.persistence.rows.columns import Guid
from app.persistence.rows.declared import Root

FEW = 3
"""Up to so many child tables are as quickly read as asked about."""


class Children:
    """The child tables of one kind of row; most of a case's thirteen are empty for most cases."""

    def __init__(self, row: type[Root]) -> None:
        relations = inspect(row).relationships
        self._row = row
        self._relations = {relation.key: relation for relation in relations}
        self._names = frozenset(relations.keys())
        self._is_asked = len(self._names) > FEW
        self.options: tuple[ORMOption, ...] = (
            tuple(lazyload(relation.class_attribute) for relation in relations) if self._is_asked else ()
        )
        """What a reading by id must carry so that ``settle`` decides what else is read."""
        self._question = _question(relations, _is_the_one)
        self._question_of_many = _question(relations, _is_among)

    def read_many(self, session: Session, ids: Collection[UUID]) -> Sequence[Root]:
        """Read many rows with their children: a table that holds anything of them is asked once for all."""
        answer = session.execute(self._question_of_many, {"owners": list(ids)}).one()._mapping  # noqa: SLF001  # a public name
        ways = (
            (selectinload if answer[name] else lazyload)(relation.class_attribute)
            for name, relation in self._relations.items()
        )
        rows = session.scalars(select(self._row).where(self._row.id.in_(ids)).options(*ways)).all()
        for row in rows:
            for name in inspect(row).unloaded & self._names:
                set_committed_value(row, name, [])
        return rows

    def settle(self, session: Session, row: Root) -> None:
        """Mark as empty what holds nothing of a row just read; the rest is read when it is looked at."""
        unread = inspect(row).unloaded & self._names
        if not (self._is_asked and unread):
            return
        answer = session.execute(self._question, {"owner": row.id}).one()._mapping  # noqa: SLF001  # a public name
        for name in unread:
            if not answer[name]:
                set_committed_value(row, name, [])


@cache
def children_of(row: type[Root]) -> Children:
    """Give the child tables of a kind of row."""
    return Children(row)


def _is_the_one(owner_id: ColumnElement[UUID]) -> ColumnElement[bool]:
    return owner_id == bindparam("owner", type_=Guid())


def _is_among(owner_id: ColumnElement[UUID]) -> ColumnElement[bool]:
    return owner_id.in_(bindparam("owners", type_=Guid(), expanding=True))


def _question(
    relations: Iterable[RelationshipProperty[object]],
    belongs: Callable[[ColumnElement[UUID]], ColumnElement[bool]],
) -> Select[*tuple[bool, ...]]:
    return select(
        *(
            exists().where(belongs(owner_id)).label(relation.key)
            for relation in relations
            for owner_id in relation.remote_side
        )
    )
