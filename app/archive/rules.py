"""Reading the rules kept as dated data: deadlines, types of dispute and due dates of duties."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import TypeVar

from app.domain.disputes.clocks import ClockKind, Exclusion, ExtensionBy
from app.domain.disputes.dispute_types import DisputeType, DisputeTypeList
from app.domain.disputes.sources import CaseSource, MediationChannel
from app.domain.disputes.triggers import Trigger
from app.domain.duties.deadlines.catalogue import Confidence, DeadlineRule
from app.domain.duties.four_duties import DutyKind
from app.domain.duties.rules import DutyDefault, Rules
from app.domain.errors import StorageRefusal
from app.domain.values.days.periods import RUNNING_UNITS, Period, PeriodUnit
from app.domain.values.days.working_days import seed_calendar
from app.domain.values.termed import Termed

T = TypeVar("T")
K = TypeVar("K", bound=Termed)
Row = Mapping[str, object]


def load_rules(folder: Path) -> Rules:
    """Read deadlines/*.toml, duties.toml and dispute_types.toml of a folder.

    Raises StorageRefusal ``rules.unreadable`` with file and reason: a program that cannot read its
    rules must not guess a deadline.
    """
    return Rules(
        deadlines=_deadlines(folder / "deadlines"),
        duty_defaults=_rows(folder / "duties.toml", "duty", _duty),
        dispute_types=_rows(folder / "dispute_types.toml", "list", _type_list),
        calendar=seed_calendar(),
    )


def _deadlines(folder: Path) -> tuple[DeadlineRule, ...]:
    files = sorted(folder.glob("*.toml"))
    rows = tuple(row for file in files for row in _rows(file, "deadline", _deadline))
    if not rows:
        raise StorageRefusal("rules.unreadable", path=str(folder), reason="no *.toml")
    known = {row.id for row in rows}
    for row in rows:
        if row.after and row.after not in known:
            raise StorageRefusal("rules.unreadable", path=str(folder), reason=f"{row.id}: no {row.after}")
    return tuple(sorted(rows, key=lambda row: (row.id, row.valid_from)))


def _rows(path: Path, key: str, read: Callable[[Row], T]) -> tuple[T, ...]:
    try:
        rows = tomllib.loads(path.read_text(encoding="utf-8"))[key]
        found = tuple(read(row) for row in rows)
    except (OSError, KeyError, TypeError, ValueError) as error:
        raise StorageRefusal("rules.unreadable", path=str(path), reason=str(error)) from error
    if not found:
        raise StorageRefusal("rules.unreadable", path=str(path), reason=f"no [[{key}]]")
    return found


def _deadline(row: Row) -> DeadlineRule:
    unknown = row.keys() - _DEADLINE_KEYS
    if unknown:
        raise ValueError(f"unknown key {min(unknown)}")  # a mistyped key would silently loosen a rule
    triggers = _members(row, "triggers", Trigger)
    if not triggers:
        raise ValueError("triggers must name an event")
    return DeadlineRule(
        id=_text(row, "id"),
        kind=_member(ClockKind, _text(row, "kind")),
        name=_text(row, "name"),
        triggers=triggers,
        until=_members(row, "until", Trigger),
        after=_text(row, "after") if "after" in row else "",
        period=None if row.get("by_ladder") is True else _period(row),
        channels=_members(row, "channels", MediationChannel),
        sources=_members(row, "sources", CaseSource),
        dispute_types=_texts(row, "dispute_types"),
        exclusions=_members(row, "exclusions", Exclusion),
        extension_by=_member(ExtensionBy, str(row.get("extension_by", ExtensionBy.NOBODY))),
        lapses=row.get("lapses", False) is True,
        note=_text(row, "note") if "note" in row else "",
        source=_text(row, "source"),
        article=_text(row, "article"),
        confidence=_member(Confidence, _text(row, "confidence")),
        is_verified=row["is_verified"] is True,
        is_local=row.get("is_local", False) is True,
        valid_from=_day(row, "valid_from"),
        valid_to=_day(row, "valid_to") if "valid_to" in row else None,
    )


_DEADLINE_KEYS = frozenset(
    {
        "id", "kind", "name", "triggers", "until", "after", "by_ladder", "amount", "unit", "channels",
        "sources", "dispute_types", "exclusions", "extension_by", "lapses", "note", "source", "article",
        "confidence", "is_verified", "is_local", "valid_from", "valid_to",
    }
)  # fmt: skip


def _duty(row: Row) -> DutyDefault:
    period = _period(row)
    if period.unit in RUNNING_UNITS:
        raise ValueError("duties count days")
    return DutyDefault(duty=_member(DutyKind, _text(row, "duty")), period=period, source=_text(row, "source"))


def _type_list(row: Row) -> DisputeTypeList:
    types = row["types"]
    if not isinstance(types, list):
        raise TypeError("types must be a list")
    listed = tuple(DisputeType(code=_text(entry, "code"), name=_text(entry, "name")) for entry in types)
    if len({entry.code for entry in listed}) != len(listed):
        raise ValueError("a code stands twice")
    return DisputeTypeList(valid_from=_day(row, "valid_from"), source=_text(row, "source"), types=listed)


def _period(row: Row) -> Period:
    amount = row["amount"]
    if type(amount) is not int:
        raise TypeError("amount must be a whole number")
    return Period(amount, PeriodUnit(_text(row, "unit")))


def _members(row: Row, key: str, kind: type[K]) -> tuple[K, ...]:
    return tuple(_member(kind, code) for code in _texts(row, key))


def _texts(row: Row, key: str) -> tuple[str, ...]:
    texts = row.get(key, [])
    if not isinstance(texts, list) or not all(isinstance(text, str) for text in texts):
        raise TypeError(f"{key} must be a list of words")
    return tuple(texts)


def _member(kind: type[K], code: str) -> K:
    for member in kind:
        if member.value == code:
            return member
    raise ValueError(f"{code} is no {kind.__name__}")


def _text(row: Row, key: str) -> str:
    value = row[key]
    if not isinstance(value, str) or not value.strip():
        raise TypeError(f"{key} must be text")
    return value


def _day(row: Row, key: str) -> date:
    value = row[key]
    if not isinstance(value, date) or isinstance(value, datetime):
        raise TypeError(f"{key} must be a day")
    return value
