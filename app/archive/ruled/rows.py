"""Reading one row of a rule file: texts, days and members of closed lists, refused when they are not."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import TypeVar

from app.domain.values.termed import Termed

K = TypeVar("K", bound=Termed)
Row = Mapping[str, object]


def members_of(row: Row, key: str, kind: type[K]) -> tuple[K, ...]:
    """Read several members of a closed list."""
    return tuple(member_of(kind, code) for code in texts_of(row, key))


def texts_of(row: Row, key: str) -> tuple[str, ...]:
    """Read a list of words; none where the key is missing."""
    texts = row.get(key, [])
    if not isinstance(texts, list) or not all(isinstance(text, str) for text in texts):
        raise TypeError(f"{key} must be a list of words")
    return tuple(texts)


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
    """Read a day that must be there; TypeError for anything else."""
    value = row[key]
    if not isinstance(value, date) or isinstance(value, datetime):
        raise TypeError(f"{key} must be a day")
    return value


def tables_of(row: Row, key: str) -> tuple[Row, ...]:
    """Read a list of tables; none where the key is missing."""
    tables = row.get(key, [])
    if not isinstance(tables, list) or not all(isinstance(entry, dict) for entry in tables):
        raise TypeError(f"{key} must be a list of tables")
    return tuple(tables)


def table_of(row: Row, key: str) -> Row | None:
    """Read one table; None where the key is missing."""
    table = row.get(key)
    if table is not None and not isinstance(table, dict):
        raise TypeError(f"{key} must be a table")
    return table


def count_of(row: Row, key: str) -> int:
    """Read a whole number of at least one."""
    amount = row[key]
    if type(amount) is not int or amount < 1:
        raise TypeError(f"{key} must be a whole number of at least one")
    return amount
