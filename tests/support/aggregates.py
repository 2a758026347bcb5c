"""Generated aggregates: every field of a dataclass filled by hypothesis from its annotation."""

from __future__ import annotations

import types
import typing
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import UTC, date, datetime
from enum import Enum
from typing import TypeVar, cast
from uuid import UUID

from hypothesis import strategies as st

from app.domain.values.days.moments import SHANGHAI
from app.domain.values.ids import new_id
from app.domain.values.money import LIMIT, Money
from app.domain.values.texts import clean_text

T = TypeVar("T")
MOST_CHILDREN = 3

RARE = "𬱖䶮㛃𠅤㙓𬍛𰻝·ئۇيغۇر"
TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from(RARE), max_size=12).map(
    clean_text
)
MOMENTS = st.datetimes(datetime(1992, 1, 1), datetime(2099, 1, 1), timezones=st.just(UTC)).map(  # noqa: DTZ001
    lambda moment: moment.astimezone(SHANGHAI)
)
DAYS = st.dates(date(1900, 1, 1), date(9999, 12, 30))
_LEAVES: dict[object, st.SearchStrategy[object]] = {
    str: TEXTS,
    int: st.integers(0, 2**53),
    bool: st.booleans(),
    date: DAYS,
    datetime: MOMENTS,
    UUID: st.builds(new_id),
    Money: st.integers(-LIMIT, LIMIT).map(Money),
}


def filled(kind: type[T], **given: st.SearchStrategy[object]) -> st.SearchStrategy[T]:
    """Give a strategy for a dataclass; ``given`` replaces the strategies of fields by name, at any depth."""
    hints = typing.get_type_hints(kind)
    made = {
        entry.name: given[entry.name] if entry.name in given else _of(hints[entry.name], given)
        for entry in fields(cast("type[object]", kind))  # type: ignore[arg-type]  # callers pass dataclasses
        if entry.init and entry.name != "version"
    }
    return st.builds(kind, **made)


def _of(hint: object, given: Mapping[str, st.SearchStrategy[object]]) -> st.SearchStrategy[object]:
    origin = typing.get_origin(hint)
    if origin in (typing.Union, types.UnionType):
        return st.one_of(
            *(st.none() if part is type(None) else _of(part, given) for part in typing.get_args(hint))
        )
    if origin is tuple:
        entry = typing.get_args(hint)[0]
        key = (lambda child: child.id) if is_dataclass(entry) and "id" in entry.__dataclass_fields__ else None
        return st.lists(_of(entry, given), max_size=MOST_CHILDREN, unique_by=key).map(tuple)
    if hint in _LEAVES:
        return _LEAVES[hint]
    if isinstance(hint, type) and issubclass(hint, Enum):
        return st.sampled_from(list(hint))
    if isinstance(hint, type) and is_dataclass(hint):
        return cast("st.SearchStrategy[object]", filled(hint, **given))
    message = f"no strategy for {hint}"
    raise TypeError(message)
