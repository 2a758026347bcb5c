"""Closed lists as the choices of a field, and back."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from app.domain.errors import InvalidInput
from app.domain.values.termed import Termed
from app.domain.values.texts import one_line
from app.i18n.translator import Translator

E = TypeVar("E", bound=Termed)


def termed(translator: Translator, kind: type[Termed]) -> tuple[tuple[str, str], ...]:
    """Offer every member of a closed list under its term."""
    return tuple((member.value, translator.text(member.term)) for member in kind)


def member_of(kind: type[E], code: str) -> E | None:
    """Find a member by its code; None for an empty or unknown one."""
    return next((member for member in kind if member.value == code), None)


def chosen(kind: type[E], code: str, field: str) -> E:
    """Find a member that must be chosen; InvalidInput ``choice.missing`` at its field."""
    found = member_of(kind, code)
    if found is None:
        raise InvalidInput("choice.missing", field=field)
    return found


def several(kind: type[E], codes: str) -> tuple[E, ...]:
    """Find the members of codes joined by commas, in the order of the list."""
    wanted = codes.split(",")
    return tuple(member for member in kind if member.value in wanted)


def words_of(text: str) -> tuple[str, ...]:
    """Read a list of words as people type it: 维吾尔语、汉语 or with commas; each once."""
    for mark in ("，", ",", "；", ";", "\n"):
        text = text.replace(mark, "、")
    return tuple(dict.fromkeys(word for word in map(one_line, text.split("、")) if word))


def joined(words: Iterable[str]) -> str:
    """Write a list of words as they are typed."""
    return "、".join(words)
