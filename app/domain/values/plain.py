"""Turn frozen values into plain JSON data and back, exactly: for frozen contents, drafts and history."""

from __future__ import annotations

import json
import types
import typing
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Any, TypeVar, cast
from uuid import UUID

from app.domain.values.money import Money

T = TypeVar("T")
Plain = None | bool | int | str | list["Plain"] | dict[str, "Plain"]


def to_plain(value: object) -> Plain:
    """Turn a value made of dataclasses, tuples, enums, dates, money and ids into JSON data."""
    if isinstance(value, tuple | list | frozenset):
        return [to_plain(entry) for entry in value]
    if is_dataclass(value) and not isinstance(value, type | Money):
        return {entry.name: to_plain(getattr(value, entry.name)) for entry in fields(value)}
    return _plain_leaf(value)


def _plain_leaf(value: object) -> Plain:
    if isinstance(value, Enum | UUID | Decimal):
        return str(value.value if isinstance(value, Enum) else value)
    if value is None or isinstance(value, bool | int | str):
        return value
    if isinstance(value, Money):
        return value.fen
    if isinstance(value, date | datetime):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} has no plain form")


def to_json(value: object) -> str:
    """Give the one JSON text of a value: sorted keys, no spaces, Chinese kept readable."""
    return json.dumps(to_plain(value), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def from_json(kind: type[T], text: str) -> T:
    """Read back what ``to_json`` wrote for a value of this type."""
    return cast(T, from_plain(kind, json.loads(text)))


def from_plain(kind: Any, plain: Any) -> Any:
    """Read plain data as a value of a type; unknown keys are ignored, missing ones use defaults."""
    origin = typing.get_origin(kind)
    if origin in (typing.Union, types.UnionType):
        return _from_union(typing.get_args(kind), plain)
    if origin in (tuple, frozenset):
        entry_kind = typing.get_args(kind)[0]
        return origin(from_plain(entry_kind, entry) for entry in plain)
    if is_dataclass(kind) and kind is not Money:
        hints = _hints(cast(type, kind))
        return cast(Any, kind)(**{n: from_plain(hints[n], v) for n, v in plain.items() if n in hints})
    return _leaf(kind, plain)


@cache
def _hints(kind: type) -> dict[str, Any]:
    hints = typing.get_type_hints(kind)
    return {entry.name: hints[entry.name] for entry in fields(kind) if entry.init}


def _from_union(options: tuple[Any, ...], plain: Any) -> Any:
    if plain is None and type(None) in options:
        return None
    choices = [option for option in options if option is not type(None)]
    if len(choices) != 1:
        raise TypeError(f"cannot choose between {choices}")
    return from_plain(choices[0], plain)


def _leaf(kind: Any, plain: Any) -> Any:
    if kind is Money:
        return Money(plain)
    if kind in (bool, int, str):
        return plain
    if kind in (date, datetime):
        return kind.fromisoformat(plain)
    if isinstance(kind, type) and issubclass(kind, Enum | UUID | Decimal):
        return kind(plain)
    raise TypeError(f"{kind} cannot be read from plain data")
