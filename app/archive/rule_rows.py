"""Reading one row of a rule file: what must be there is there and of its kind, or the file is refused."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import TypeVar

from app.domain.values.termed import Termed

K = TypeVar("K", bound=Termed)
Row = Mapping[str, object]


def member_of(kind: type[K], code: str) -> K:
    """Find the member of a closed list by its code; ValueError for another."""
    for member in kind:
        if member.value == code:
            return member
    raise ValueError(f"{code} is no {kind.__name__}")


def text_of(row: Row, key: str) -> str:
    """Give a text that must be there; TypeError for anything else."""
    value = row[key]
    if not isinstance(value, str) or not value.strip():
        raise TypeError(f"{key} must be text")
    return value


def day_of(row: Row, key: str) -> date:
    """Give a day that must be there; TypeError for anything else."""
    value = row[key]
    if not isinstance(value, date) or isinstance(value, datetime):
        raise TypeError(f"{key} must be a day")
    return value
