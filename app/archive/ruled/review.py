"""Reading the score sheet of files and the classes of keeping: resources/rules/review."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import TypeVar

from app.archive.ruled.rows import Row, member_of, text_of
from app.domain.case_file.retention import RetentionClass
from app.domain.case_file.review import FULL_MARKS, ReviewCheck, ReviewHeading, checks_in_force
from app.domain.case_file.review_checks import CHECKS
from app.domain.errors import StorageRefusal

T = TypeVar("T")


def load_review(folder: Path) -> tuple[tuple[ReviewCheck, ...], tuple[RetentionClass, ...]]:
    """Give the lines of the score sheet and the classes of keeping.

    Raises StorageRefusal ``rules.unreadable``: for a check the program does not know, and for a sheet in
    force today whose points do not add up to a hundred.
    """
    sheet = folder / "review" / "score_sheet.toml"
    checks = _rows(sheet, "check", _check)
    latest = max((check.valid_from for check in checks), default=date.min)
    in_force = checks_in_force(checks, latest)
    unknown = {check.id for check in checks} - set(CHECKS)
    if unknown or sum(check.points for check in in_force) != FULL_MARKS:
        reason = f"unknown {sorted(unknown)}" if unknown else f"points do not make {FULL_MARKS}"
        raise StorageRefusal("rules.unreadable", path=str(sheet), reason=reason)
    return checks, _rows(folder / "review" / "retention.toml", "class", _class)


def _rows(path: Path, key: str, read: Callable[[Row], T]) -> tuple[T, ...]:
    try:
        return tuple(read(row) for row in tomllib.loads(path.read_text(encoding="utf-8"))[key])
    except (OSError, KeyError, TypeError, ValueError) as error:
        raise StorageRefusal("rules.unreadable", path=str(path), reason=str(error)) from error


def _check(row: Row) -> ReviewCheck:
    points = row["points"]
    if type(points) is not int or points < 1:
        raise TypeError("points must be a whole number of at least one")
    return ReviewCheck(
        id=text_of(row, "id"),
        heading=member_of(ReviewHeading, text_of(row, "heading")),
        points=points,
        says=text_of(row, "says"),
        source=text_of(row, "source"),
        is_verified=row["is_verified"] is True,
        valid_from=_day(row["valid_from"]),
    )


def _class(row: Row) -> RetentionClass:
    years = row.get("years")
    if years is not None and (type(years) is not int or years < 1):
        raise TypeError("years must be a whole number of at least one")
    return RetentionClass(
        name=text_of(row, "name"),
        years=years if isinstance(years, int) else None,
        source=text_of(row, "source"),
        is_verified=row["is_verified"] is True,
        valid_from=_day(row["valid_from"]),
    )


def _day(value: object) -> date:
    if not isinstance(value, date) or isinstance(value, datetime):
        raise TypeError("valid_from must be a day")
    return value
