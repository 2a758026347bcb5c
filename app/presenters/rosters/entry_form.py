"""Forms of single entries as data: what is asked, how it is read, and what saving it does.

Values are the text of the fields as typed; a draft keeps exactly them, valid or not.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Generic, TypeVar

from app.domain.changes import Changes
from app.domain.errors import DomainError

R = TypeVar("R")
Values = Mapping[str, str]
YES = "1"
"""What a tick that is set stands for; several ticks of one field are joined by commas."""


class FieldKind(Enum):
    """How a field is typed into."""

    LINE = "line"
    TEXT = "text"
    DAY = "day"
    CHOICE = "choice"
    TICK = "tick"
    TICKS = "ticks"


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryField:
    """One field; ``options`` are ``(key, text)``: what may be chosen, or for a line what is suggested.

    ``shown_if`` names another field and the values in it that show this one. A field ``is_half``
    shares its line with the next one that is.
    """

    key: str
    label: str
    kind: FieldKind = FieldKind.LINE
    options: tuple[tuple[str, str], ...] = ()
    is_required: bool = False
    is_half: bool = False
    hint: str = ""
    shown_if: tuple[str, tuple[str, ...]] | None = None


@dataclass(frozen=True, slots=True)
class FieldProblem:
    """A refusal at a field; a warning never stops anything."""

    key: str
    error: DomainError
    is_warning: bool = False


@dataclass(frozen=True, slots=True)
class Saved:
    """What saving did: ``told`` goes into the toast."""

    changes: Changes
    told: str


@dataclass(frozen=True, slots=True)
class Clash:
    """One field that two people filled in differently."""

    label: str
    ours: str
    theirs: str


def _no_problems(_values: Values) -> tuple[FieldProblem, ...]:
    return ()


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryForm(Generic[R]):
    """One form over a record ``seen``; everything that touches the database runs off the window's thread.

    ``read`` gives the record as it now stands, ``values`` writes a record as typed, ``write`` saves
    what was typed over the record it was typed for (StaleWrite when that is not the stored one).
    ``check`` touches no database: it runs whenever a field is left.
    """

    draft_key: str
    title: str
    verb: str
    fields: tuple[EntryField, ...]
    seen: R
    read: Callable[[], R]
    values: Callable[[R], dict[str, str]]
    write: Callable[[Values, R], Saved]
    check: Callable[[Values], tuple[FieldProblem, ...]] = _no_problems
    words: tuple[str, ...] = ()

    def is_shown(self, field: EntryField, values: Values) -> bool:
        """Tell whether a field is asked for, given what stands in the others."""
        if field.shown_if is None:
            return True
        other, wanted = field.shown_if
        return values.get(other, "") in wanted

    def shown_keys(self, values: Values) -> frozenset[str]:
        """Give the keys of the fields that are asked for."""
        return frozenset(field.key for field in self.fields if self.is_shown(field, values))

    def said(self, key: str, value: str) -> str:
        """Say a value as the field shows it: the words of a choice instead of its key."""
        field = next((field for field in self.fields if field.key == key), None)
        if field is None or field.kind not in {FieldKind.CHOICE, FieldKind.TICKS}:
            return value
        words = dict(field.options)
        return "、".join(words.get(part, part) for part in value.split(",") if part)


def merge(base: Values, ours: Values, theirs: Values) -> tuple[dict[str, str], tuple[str, ...]]:
    """Bring what was typed over an older record onto the stored one; gives also the keys in conflict.

    A field nobody here touched takes what was stored meanwhile; one that both changed keeps what
    was typed here and is told.
    """
    merged = dict(theirs)
    clashes = []
    for key, value in ours.items():
        before, stored = base.get(key, ""), theirs.get(key, "")
        if value in (before, stored):
            continue
        merged[key] = value
        if stored != before:
            clashes.append(key)
    return merged, tuple(clashes)
