"""What all tables share: constraint names, column types by Python type, ordered children."""

from __future__ import annotations

import enum
from datetime import date, datetime
from typing import ClassVar
from uuid import UUID

from sqlalchemy import BigInteger, Boolean, Date, Enum, ForeignKey, Index, MetaData, text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.schema import SchemaItem

from app.domain.values.money import Money
from app.persistence.rows.columns import Fen, Guid, Moment, Words

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}
_CODE_LENGTH = 40

SchemaArguments = tuple[SchemaItem | dict[str, bool], ...]
"""What a table has beside its columns: keys, indexes, checks and, last, options."""


def _codes(choices: type[enum.Enum]) -> list[str]:
    return [str(member.value) for member in choices]


class Row(DeclarativeBase):
    """The base of every table; the column type follows from the annotation."""

    metadata = MetaData(naming_convention=NAMES)
    type_annotation_map: ClassVar[dict[object, object]] = {
        str: Words(),
        int: BigInteger(),
        bool: Boolean(),
        date: Date(),
        datetime: Moment(),
        UUID: Guid(),
        Money: Fen(),
        enum.Enum: Enum(
            enum.Enum, values_callable=_codes, native_enum=False, create_constraint=False, length=_CODE_LENGTH
        ),
    }


class Root(Row):
    """The row of an aggregate: its id and the version that guards against stale writes."""

    __abstract__ = True

    id: Mapped[UUID] = mapped_column(primary_key=True)
    version: Mapped[int]


class Child(Row):
    """A row that belongs to one owner, kept in the owner's order.

    Its key is the owner's key and its own id: an agreement copied into a supplementary one may
    keep the ids of its terms.
    """

    __abstract__ = True
    __table_args__: SchemaArguments = ({"sqlite_with_rowid": False},)

    position: Mapped[int]


def index_of_some(name: str | None, column: str, where: str) -> Index:
    """Declare an index of those rows alone that a condition holds for.

    The server has the same condition from its migration: naming it here would load the dialect of
    PostgreSQL, and with it every driver it knows, into each start on a file.
    """
    return Index(name, column, sqlite_where=text(where))


def owner(target: str) -> Mapped[UUID]:
    """Declare the first part of a child's key: the id of its owner, which takes the child along."""
    return mapped_column(ForeignKey(target, ondelete="CASCADE"), primary_key=True)


def refers_to(target: str) -> ForeignKey:
    """Refer to another aggregate; checked at commit, so that one use case may write in any order."""
    return ForeignKey(target, deferrable=True, initially="DEFERRED")
