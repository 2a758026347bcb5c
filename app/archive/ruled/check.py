"""Reading the rules of the agreement check: what each asks, with examples; and its numbers."""

from __future__ import annotations

import tomllib
from decimal import Decimal, InvalidOperation
from pathlib import Path

from app.archive.ruled.rows import Row, day_of, member_of, text_of
from app.domain.errors import StorageRefusal
from app.domain.settlements.check.book import CheckBook, CheckGroup, CheckLimit, CheckRule
from app.domain.settlements.check.findings import FindingLevel

_SHOWN = ("say", "act", "clause")


def load_check_book(folder: Path) -> CheckBook:
    """Read the rules of a folder, one file a group, in the order of the groups.

    Raises StorageRefusal ``rules.unreadable`` with file and reason: a check that lost a rule must not pass.
    """
    rules = tuple(rule for group in CheckGroup for rule in _group(folder, group))
    known = [rule.id for rule in rules]
    twice = next((one for one in known if known.count(one) > 1), "")
    if twice:
        raise StorageRefusal("rules.unreadable", path=str(folder), reason=f"{twice} stands twice")
    path = folder / "limits.toml"
    return CheckBook(rules=rules, limits=tuple(_read(path, row) for row in _rows(path, "limit")))


def _group(folder: Path, group: CheckGroup) -> tuple[CheckRule, ...]:
    path = folder / f"{group.value}.toml"
    return tuple(_rule(path, row, group) for row in _rows(path, "rule"))


def _rows(path: Path, key: str) -> list[Row]:
    try:
        rows = tomllib.loads(path.read_text(encoding="utf-8"))[key]
    except (OSError, KeyError, ValueError) as error:
        raise StorageRefusal("rules.unreadable", path=str(path), reason=str(error)) from error
    if not isinstance(rows, list) or not rows:
        raise StorageRefusal("rules.unreadable", path=str(path), reason=f"no [[{key}]]")
    return rows


def _rule(path: Path, row: Row, group: CheckGroup) -> CheckRule:
    try:
        return CheckRule(
            id=text_of(row, "id"),
            group=group,
            level=member_of(FindingLevel, text_of(row, "level")),
            asks=text_of(row, "asks"),
            article=text_of(row, "article"),
            is_fixed=row.get("is_fixed", False) is True,
            passes=_examples(row, "passes"),
            fails=_examples(row, "fails"),
            source=text_of(row, "source"),
            is_verified=row["is_verified"] is True,
            valid_from=day_of(row, "valid_from"),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise StorageRefusal(
            "rules.unreadable", path=str(path), reason=f"{row.get('id')}: {error}"
        ) from error


def _read(path: Path, row: Row) -> CheckLimit:
    try:
        return CheckLimit(
            code=text_of(row, "code"),
            name=text_of(row, "name"),
            value=Decimal(text_of(row, "value")),
            unit=text_of(row, "unit"),
            article=text_of(row, "article"),
            source=text_of(row, "source"),
            is_verified=row["is_verified"] is True,
            valid_from=day_of(row, "valid_from"),
        )
    except (KeyError, TypeError, ValueError, InvalidOperation) as error:
        raise StorageRefusal("rules.unreadable", path=str(path), reason=str(error)) from error


def _examples(row: Row, key: str) -> tuple[str, ...]:
    """Give what is shown of each example; the rest of it is what the tests try the rule on."""
    examples = row[key]
    if not isinstance(examples, list) or not examples:
        raise TypeError(f"{key} must have an example")
    return tuple(next(text_of(one, name) for name in _SHOWN if name in one) for one in examples)
