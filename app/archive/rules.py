"""Reading the rules kept as dated data: deadlines, types of dispute and due dates of duties."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from pathlib import Path
from typing import TypeVar

from app.domain.disputes.clocks import ClockKind
from app.domain.disputes.dispute_types import DisputeType, DisputeTypeList
from app.domain.disputes.sources import MediationChannel
from app.domain.duties.four_duties import DutyKind
from app.domain.duties.rules import DeadlineRule, DutyDefault, Rules
from app.domain.duties.watch.limits import LimitUnit, WatchLimit, WatchLimitKind
from app.domain.errors import StorageRefusal
from app.domain.values.days.periods import Period, PeriodUnit
from app.domain.values.days.working_days import seed_calendar
from app.domain.values.termed import Termed

T = TypeVar("T")
K = TypeVar("K", bound=Termed)
Row = Mapping[str, object]


def load_rules(folder: Path) -> Rules:
    """Read deadlines.toml, duties.toml, dispute_types.toml and watch.toml of a folder.

    Raises StorageRefusal ``rules.unreadable`` with file and reason: a program that cannot read its
    rules must not guess a deadline.
    """
    return Rules(
        deadlines=_rows(folder / "deadlines.toml", "deadline", _deadline),
        duty_defaults=_rows(folder / "duties.toml", "duty", _duty),
        dispute_types=_rows(folder / "dispute_types.toml", "list", _type_list),
        calendar=seed_calendar(),
        watch_limits=_rows(folder / "watch.toml", "limit", _watch_limit),
    )


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
    channels = row.get("channels", [])
    if not isinstance(channels, list):
        raise TypeError("channels must be a list")
    return DeadlineRule(
        id=_text(row, "id"),
        kind=_member(ClockKind, _text(row, "kind")),
        period=_period(row),
        channels=tuple(_member(MediationChannel, channel) for channel in channels),
        source=_text(row, "source"),
        is_verified=row["is_verified"] is True,
        valid_from=_day(row, "valid_from"),
    )


def _duty(row: Row) -> DutyDefault:
    return DutyDefault(
        duty=_member(DutyKind, _text(row, "duty")), period=_period(row), source=_text(row, "source")
    )


def _watch_limit(row: Row) -> WatchLimit:
    amount, until = row["amount"], row["until"]
    if type(amount) is not int or amount < 1:
        raise TypeError("amount must be a whole number of at least one")
    if not isinstance(until, time):
        raise TypeError("until must be a time of day")
    return WatchLimit(
        kind=_member(WatchLimitKind, _text(row, "kind")),
        amount=amount,
        unit=_member(LimitUnit, _text(row, "unit")),
        until=until,
        source=_text(row, "source"),
        is_verified=row["is_verified"] is True,
        valid_from=_day(row, "valid_from"),
    )


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
    unit = PeriodUnit(_text(row, "unit"))
    if unit is PeriodUnit.HOUR:
        raise ValueError("clocks of cases count days")
    return Period(amount, unit)


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
