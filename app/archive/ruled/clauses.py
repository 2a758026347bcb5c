"""Reading the library of clauses: resources/rules/clauses, one file for each type of dispute."""

from __future__ import annotations

import tomllib
from collections.abc import Collection
from datetime import date
from pathlib import Path

from app.archive.ruled.rows import Row, day_of, member_of, members_of, tables_of, text_of, texts_of
from app.domain.disputes.case_parties import PartySide
from app.domain.errors import StorageRefusal
from app.domain.settlements.clause_library import ModelClause
from app.domain.settlements.terms import DueKind, TermKind

_TEXTS = ("nature", "manner", "place", "act", "consequence")
_KNOWN = {
    *_TEXTS,
    "code",
    "name",
    "kind",
    "by",
    "to",
    "due",
    "source",
    "is_verified",
    "valid_from",
    "valid_to",
}
_NEEDED = {TermKind.PAYMENT: ("by", "nature"), TermKind.ACT: ("by", "act"), TermKind.CLAUSE: ("act",)}


def load_clauses(folder: Path, dispute_types: Collection[str]) -> tuple[ModelClause, ...]:
    """Read the clauses of a folder in the order of its files.

    Raises StorageRefusal ``rules.unreadable`` with file, clause and reason: also for a word the file
    may not have, a type of dispute nobody counts, and a code that stands twice on one day.
    """
    clauses = tuple(one for path in sorted(folder.glob("*.toml")) for one in _file(path, dispute_types))
    if not clauses:
        raise StorageRefusal("rules.unreadable", path=str(folder), reason="no *.toml")
    for place, clause in enumerate(clauses):
        for other in clauses[:place]:
            if other.code == clause.code and _overlap(other, clause):
                reason = f"{clause.code} stands twice"
                raise StorageRefusal("rules.unreadable", path=str(folder), reason=reason)
    return clauses


def _file(path: Path, dispute_types: Collection[str]) -> tuple[ModelClause, ...]:
    try:
        read = tomllib.loads(path.read_text(encoding="utf-8"))
        types, rows = texts_of(read, "types"), tables_of(read, "clause")
    except (OSError, TypeError, ValueError) as error:
        raise StorageRefusal("rules.unreadable", path=str(path), reason=str(error)) from error
    strange = {*types} - {*dispute_types}
    if strange or not rows:
        reason = f"unknown {sorted(strange)}" if strange else "no [[clause]]"
        raise StorageRefusal("rules.unreadable", path=str(path), reason=reason)
    return tuple(_clause(path, row, types) for row in rows)


def _clause(path: Path, row: Row, types: tuple[str, ...]) -> ModelClause:
    try:
        kind = member_of(TermKind, text_of(row, "kind"))
        if kind not in _NEEDED:
            raise ValueError(f"kind {kind.value}")
        _check_words(row, kind)
        given = {key: text_of(row, key) for key in _TEXTS if key in row}
        return ModelClause(
            code=text_of(row, "code"),
            name=text_of(row, "name"),
            dispute_types=types,
            kind=kind,
            by=members_of(row, "by", PartySide),
            to=members_of(row, "to", PartySide),
            due=member_of(DueKind, text_of(row, "due")) if "due" in row else DueKind.UNSTATED,
            **given,
            source=text_of(row, "source"),
            is_verified=row["is_verified"] is True,
            valid_from=day_of(row, "valid_from"),
            valid_to=day_of(row, "valid_to") if "valid_to" in row else None,
        )
    except (KeyError, TypeError, ValueError) as error:
        reason = f"{row.get('code')}: {error}"
        raise StorageRefusal("rules.unreadable", path=str(path), reason=reason) from error


def _check_words(row: Row, kind: TermKind) -> None:
    """Refuse a word misspelt, which would be lost in silence, and a clause that says nothing."""
    strange = sorted({*row} - _KNOWN)
    missing = [key for key in _NEEDED[kind] if not row.get(key)]
    if strange or missing:
        raise ValueError(f"unknown {strange}" if strange else f"missing {missing}")


def _overlap(one: ModelClause, other: ModelClause) -> bool:
    starts = max(one.valid_from, other.valid_from)
    return starts <= min(one.valid_to or date.max, other.valid_to or date.max)
