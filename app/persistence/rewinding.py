"""An aggregate as it was before a write, by what the history says that write changed.

The way back of `comparing`: children lie at their place after the write, those it removed at their place
before it. Ids of removed children are not in the history, so they come back under new ones; a text that
was nothing and one that was empty read alike.
"""

from __future__ import annotations

import types
import typing
from collections.abc import Sequence
from dataclasses import fields, is_dataclass, replace
from datetime import date, datetime
from enum import Enum
from functools import cache
from typing import TYPE_CHECKING, TypeVar, cast
from uuid import UUID

from app.domain.trust.history import FieldChange
from app.domain.values.ids import new_id
from app.domain.values.money import Money

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

T = TypeVar("T")
_Steps = list[tuple[list[str], FieldChange]]


def rewound(entity: T, changes: Sequence[FieldChange]) -> T:
    """Give the aggregate before these changes; ValueError where the history does not tell it."""
    return _back(entity, [(change.field.split("."), change) for change in changes])


def _back(entity: T, steps: _Steps) -> T:
    value = cast("DataclassInstance", entity)
    told: dict[str, object] = {}
    for name, mine in _by_first(steps).items():
        hint = _hints(cast("type", type(entity))).get(name)
        if hint is not None:
            told[name] = _before(hint, getattr(value, name), mine)
    return cast("T", replace(value, **told)) if told else entity


def _before(hint: object, now: object, steps: _Steps) -> object:
    """Give one field before: a plain value, a value of values, or a list of children."""
    child = _child_kind(hint)
    if child is not None:
        return _children(child, cast("tuple[object, ...]", now), steps)
    path, change = steps[0]
    if path:
        inner = _plain_kind(hint)
        return _made(inner, steps) if now is None else _back(now, steps)
    return _read(hint, change.before)


def _children(kind: type, now: tuple[object, ...], steps: _Steps) -> tuple[object, ...]:
    """Put children back: added ones go, removed ones come, the rest as they were and in their order."""
    first = _names(kind)[0]
    order: list[int] = []
    stays: dict[int, _Steps] = {}
    removed: dict[int, _Steps] = {}
    added: set[int] = set()
    gone: set[int] = set()
    for path, change in steps:
        if path == ["order"]:
            order = [int(place) for place in change.after.split(", ")]
            continue
        place, inside = int(path[0]), path[1:]
        if inside == [first] and not change.after:
            gone.add(place)  # from its first field on, what stands at this place tells a removed child
        elif inside == [first] and not change.before:
            added.add(place)
        (removed if place in gone else stays).setdefault(place, []).append((inside, change))
    kept = [_back(child, stays.get(place, [])) for place, child in enumerate(now) if place not in added]
    count = len(kept) + len(removed)
    places = order or [place for place in range(count) if place not in removed]
    found: dict[int, object] = {place: _made(kind, mine) for place, mine in removed.items()}
    found |= dict(zip(places, kept, strict=True))
    return tuple(found[place] for place in range(count))


def _made(kind: type, steps: _Steps) -> object:
    """Make a child that was removed of what the history tells of it; the rest was as it is by default."""
    hints = _hints(kind)
    told = {
        name: _before(hints[name], _nothing(hints[name]), mine) for name, mine in _by_first(steps).items()
    }
    if "id" in hints:
        told["id"] = new_id()
    return kind(**told)


def _nothing(hint: object) -> object:
    return () if _child_kind(hint) is not None else None


def _by_first(steps: _Steps) -> dict[str, _Steps]:
    sorted_: dict[str, _Steps] = {}
    for path, change in steps:
        sorted_.setdefault(path[0], []).append((path[1:], change))
    return sorted_


def _read(hint: object, text: str) -> object:
    """Read one plain value as `comparing` wrote it."""
    if typing.get_origin(hint) is tuple:
        return tuple(_one(typing.get_args(hint)[0], part) for part in text.split(", ") if part)
    is_optional = type(None) in typing.get_args(hint)
    if is_optional and not text:
        return None
    return _one(_plain_kind(hint), text)


def _one(kind: type, text: str) -> object:
    if kind is Money:
        return Money.parse(text)
    if kind is bool:
        return text == "true"
    if kind is date or kind is datetime:
        return kind.fromisoformat(text)
    if kind in (int, UUID) or issubclass(kind, Enum):
        return kind(text)
    if kind is not str:
        raise ValueError(f"{kind.__name__} is nothing the history tells whole")
    return text


def _child_kind(hint: object) -> type | None:
    """Give the dataclass of a tuple of children."""
    if typing.get_origin(hint) is not tuple:
        return None
    kind = typing.get_args(hint)[0]
    return kind if is_dataclass(kind) and isinstance(kind, type) else None


def _plain_kind(hint: object) -> type:
    """Unwrap ``X | None``."""
    if typing.get_origin(hint) in (typing.Union, types.UnionType):
        hint = next(entry for entry in typing.get_args(hint) if entry is not type(None))
    return cast("type", hint)


def _names(kind: type) -> list[str]:
    return [entry.name for entry in fields(cast("type[DataclassInstance]", kind)) if entry.name != "id"]


@cache
def _hints(kind: type) -> dict[str, object]:
    return typing.get_type_hints(kind)
