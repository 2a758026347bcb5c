"""One mapper for all aggregates: dataclass fields and row attributes of the same name, children kept by id.

A field lies in the row as a column of its name; a nested value (``due``) lies flat with its name as
prefix (``due_kind``, ``due_day``); a tuple of dataclasses is a relation of the same name whose rows keep
the tuple's order in ``position``.
"""

from __future__ import annotations

import typing
from collections.abc import Sequence
from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING, Generic, TypeVar, cast
from uuid import UUID

from sqlalchemy import inspect

from app.persistence.rows.declared import Child, Row

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

T = TypeVar("T")


class Shape(Generic[T]):
    """How one dataclass lies in one row class; built once from annotations, refuses what has no place."""

    def __init__(self, kind: type[T], row: type[Row]) -> None:
        self.kind = kind
        self.row = row
        self._plain: list[str] = []
        self._values: dict[str, type[object]] = {}
        self._children: dict[str, Shape[object]] = {}
        mapper = inspect(row)
        columns = set(mapper.column_attrs.keys())
        hints = typing.get_type_hints(kind)
        for name in (entry.name for entry in fields(_as_dataclass(kind)) if entry.init):
            if name in mapper.relationships:
                entry_kind = typing.get_args(hints[name])[0]
                self._children[name] = Shape(entry_kind, mapper.relationships[name].mapper.class_)
            elif name in columns:
                self._plain.append(name)
            else:
                self._values[name] = _value_kind(row, name, hints[name], columns)

    def entity(self, row: Row) -> T:
        """Make the frozen entity of a row and its children."""
        found: dict[str, object] = {name: getattr(row, name) for name in self._plain}
        for name, kind in self._values.items():
            found[name] = kind(**{part: getattr(row, f"{name}_{part}") for part in _parts(kind)})
        for name, shape in self._children.items():
            found[name] = tuple(shape.entity(child) for child in getattr(row, name))
        return self.kind(**found)

    def fill(self, row: Row, entity: T) -> None:
        """Write an entity into a row: children are inserted, updated or removed by their id."""
        for name in self._plain:
            setattr(row, name, getattr(entity, name))
        for name, kind in self._values.items():
            value = getattr(entity, name)
            for part in _parts(kind):
                setattr(row, f"{name}_{part}", getattr(value, part))
        for name, shape in self._children.items():
            setattr(row, name, _synchronised(getattr(row, name), getattr(entity, name), shape))

    def children(self) -> dict[str, Shape[object]]:
        """Give the shapes of the tuples of dataclasses by field name."""
        return dict(self._children)

    def flat(self, entity: T) -> dict[str, object]:
        """Give the columns of the entity's own row, for inserting many at once."""
        flat: dict[str, object] = {name: getattr(entity, name) for name in self._plain}
        for name, kind in self._values.items():
            value = getattr(entity, name)
            flat.update({f"{name}_{part}": getattr(value, part) for part in _parts(kind)})
        return flat


_SHAPES: dict[tuple[object, object], object] = {}


def shape_of(kind: type[T], row: type[Row]) -> Shape[T]:
    """Give the one shape of a dataclass in a row class."""
    known = _SHAPES.get((kind, row))
    if known is None:
        known = _SHAPES[kind, row] = Shape(kind, row)
    return cast("Shape[T]", known)


def _parts(kind: type[object]) -> tuple[str, ...]:
    return tuple(entry.name for entry in fields(_as_dataclass(kind)) if entry.init)


def _as_dataclass(kind: object) -> type[DataclassInstance]:
    if not isinstance(kind, type) or not is_dataclass(kind):
        message = f"{kind} is no dataclass"
        raise TypeError(message)
    return kind


def _value_kind(row: type[Row], name: str, kind: object, columns: set[str]) -> type[object]:
    if not isinstance(kind, type) or not is_dataclass(kind):
        message = f"{row.__name__} has no column for {name}"
        raise TypeError(message)
    missing = [part for part in _parts(kind) if f"{name}_{part}" not in columns]
    if missing:
        message = f"{row.__name__} has no columns for {missing} of {name}"
        raise TypeError(message)
    return kind


def _synchronised(rows: Sequence[Child], entities: Sequence[object], shape: Shape[object]) -> list[Row]:
    known = {cast("UUID", getattr(row, "id")): row for row in rows}  # noqa: B009  # every child has an id
    wanted: list[Row] = []
    for position, entity in enumerate(entities):
        id_ = getattr(entity, "id")  # noqa: B009  # every child has an id
        row = known.pop(id_, None) or shape.row()
        shape.fill(row, entity)
        setattr(row, "position", position)  # noqa: B010  # shape.row is a Child
        wanted.append(row)
    if len({getattr(row, "id") for row in wanted}) != len(wanted):  # noqa: B009
        message = f"two of one owner's {shape.row.__name__} share an id"
        raise ValueError(message)
    return wanted
