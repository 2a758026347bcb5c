"""What differs between two states of an aggregate, field by field, in plain text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import cast
from uuid import UUID

from app.domain.trust.history import FieldChange
from app.domain.values.money import Money
from app.domain.values.plain import to_plain

WITHHELD_FIELDS = frozenset({"caucus_notes"})
"""The mediator's own notes: history says that they changed, never what they say (trap 15)."""
WITHHELD = "changed"
_SKIPPED = frozenset({"id", "version"})

Difference = tuple[str, str, str]
"""A dotted path, the text before and the text after."""


def history_changes(before: object | None, after: object) -> tuple[FieldChange, ...]:
    """Give the changed fields for the history; of a new aggregate, every field that says something."""
    return tuple(
        FieldChange(path, "", WITHHELD)
        if path.split(".")[0] in WITHHELD_FIELDS
        else FieldChange(path, old, new)
        for path, old, new in differences(before, after)
    )


def conflicts(stored: object, ours: object) -> Mapping[str, tuple[str, str]]:
    """Give, for each differing field, the stored text and the text somebody wanted to save."""
    return {path: (old, new) for path, old, new in differences(stored, ours)}


def differences(before: object | None, after: object | None, path: str = "") -> Iterator[Difference]:
    """Walk two values of one type side by side; children are matched by id, not by place."""
    if before == after:
        return  # most of a case stays as it was
    if _is_entity(before) or _is_entity(after):
        for name in _names(after if before is None else before):
            inner = f"{path}.{name}" if path else name
            yield from differences(getattr(before, name, None), getattr(after, name, None), inner)
    elif _is_children(before) or _is_children(after):
        yield from _children(_as_tuple(before), _as_tuple(after), path)
    else:
        old, new = text_of(before), text_of(after)
        if old != new and not (before is None and after in (0, False)):
            yield path, old, new


def text_of(value: object) -> str:
    """Give one field as text: codes, ISO days and moments, money in yuan, lists joined by a comma."""
    if isinstance(value, Money):
        return str(value)
    plain = to_plain(value)
    if plain is None:
        return ""
    if isinstance(plain, bool):
        return "true" if plain else "false"
    if isinstance(plain, list):
        return ", ".join(str(entry) for entry in plain)
    return str(plain)


def _children(before: tuple[object, ...], after: tuple[object, ...], path: str) -> Iterator[Difference]:
    old, new = _by_id(before), _by_id(after)
    for id_, (place, child) in new.items():
        yield from differences(old[id_][1] if id_ in old else None, child, f"{path}.{place}")
    for id_, (place, child) in old.items():
        if id_ not in new:
            yield from differences(child, None, f"{path}.{place}")
    kept_before = [id_ for id_ in old if id_ in new]
    kept_after = [id_ for id_ in new if id_ in old]
    if kept_before != kept_after:
        order = [str(old[id_][0]) for id_ in kept_after]
        yield f"{path}.order", ", ".join(sorted(order, key=int)), ", ".join(order)


def _by_id(children: tuple[object, ...]) -> dict[UUID, tuple[int, object]]:
    return {cast("UUID", getattr(child, "id")): (place, child) for place, child in enumerate(children)}  # noqa: B009


def _names(value: object) -> tuple[str, ...]:
    if not is_dataclass(value):
        return ()
    return tuple(entry.name for entry in fields(value) if entry.init and entry.name not in _SKIPPED)


def _is_entity(value: object) -> bool:
    return is_dataclass(value) and not isinstance(value, Money)


def _is_children(value: object) -> bool:
    return isinstance(value, tuple) and bool(value) and _is_entity(value[0])


def _as_tuple(value: object) -> tuple[object, ...]:
    return value if isinstance(value, tuple) else ()
