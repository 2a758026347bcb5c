"""Reading the rules kept as dated data: deadlines, types of dispute, due dates of duties, hours."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from datetime import time
from functools import cache
from pathlib import Path
from typing import TypeVar

from app.archive.ruled.channels import channel_of
from app.archive.ruled.check import load_check_book
from app.archive.ruled.clauses import load_clauses
from app.archive.ruled.rows import Row, day_of, member_of, members_of, text_of, texts_of
from app.domain.disputes.channels.rules import Channel
from app.domain.disputes.clocks import ClockKind, Exclusion, ExtensionBy
from app.domain.disputes.dispute_types import DisputeType, DisputeTypeList
from app.domain.disputes.periods.triggers import Trigger
from app.domain.disputes.sources import CaseSource, MediationChannel
from app.domain.duties.deadlines.catalogue import Confidence, DeadlineRule
from app.domain.duties.four_duties import DutyKind
from app.domain.duties.rules import DutyDefault, Rules
from app.domain.duties.watch.limits import LimitUnit, WatchLimit, WatchLimitKind
from app.domain.errors import StorageRefusal
from app.domain.mediation.schedule.hours import MeetingHours, OpenSpan
from app.domain.values.days.periods import RUNNING_UNITS, Period, PeriodUnit
from app.domain.values.days.working_days import seed_calendar

T = TypeVar("T")


def load_rules(folder: Path) -> Rules:
    """Read the deadlines, duties, types of dispute, hours, limits, check and clauses of a folder.

    Raises StorageRefusal ``rules.unreadable`` with file and reason: a program that cannot read its
    rules must not guess a deadline. The library of clauses is read, and refused, when it is opened.
    """
    dispute_types = _rows(folder / "dispute_types.toml", "list", _type_list)
    known_types = frozenset(one.code for kept in dispute_types for one in kept.types)
    return Rules(
        deadlines=_deadlines(folder / "deadlines"),
        duty_defaults=_rows(folder / "duties.toml", "duty", _duty),
        dispute_types=dispute_types,
        calendar=seed_calendar(),
        meeting_hours=_rows(folder / "meeting_hours.toml", "hours", _hours),
        watch_limits=_rows(folder / "watch.toml", "limit", _watch_limit),
        channels=_channels(folder / "channels"),
        check=load_check_book(folder / "check"),
        clauses=cache(lambda: load_clauses(folder / "clauses", known_types)),
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


def _channels(folder: Path) -> tuple[Channel, ...]:
    files = ("peoples", "professional", "administrative", "judicial")
    return tuple(row for file in files for row in _rows(folder / f"{file}.toml", "channel", channel_of))


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
    triggers = members_of(row, "triggers", Trigger)
    if not triggers:
        raise ValueError("triggers must name an event")
    return DeadlineRule(
        id=text_of(row, "id"),
        kind=member_of(ClockKind, text_of(row, "kind")),
        name=text_of(row, "name"),
        triggers=triggers,
        until=members_of(row, "until", Trigger),
        after=text_of(row, "after") if "after" in row else "",
        period=None if row.get("by_ladder") is True else _period(row),
        channels=members_of(row, "channels", MediationChannel),
        sources=members_of(row, "sources", CaseSource),
        dispute_types=texts_of(row, "dispute_types"),
        exclusions=members_of(row, "exclusions", Exclusion),
        extension_by=member_of(ExtensionBy, str(row.get("extension_by", ExtensionBy.NOBODY))),
        lapses=row.get("lapses", False) is True,
        note=text_of(row, "note") if "note" in row else "",
        source=text_of(row, "source"),
        article=text_of(row, "article"),
        confidence=member_of(Confidence, text_of(row, "confidence")),
        is_verified=row["is_verified"] is True,
        is_local=row.get("is_local", False) is True,
        valid_from=day_of(row, "valid_from"),
        valid_to=day_of(row, "valid_to") if "valid_to" in row else None,
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
    return DutyDefault(
        duty=member_of(DutyKind, text_of(row, "duty")), period=period, source=text_of(row, "source")
    )


def _hours(row: Row) -> MeetingHours:
    spans = row["spans"]
    if not isinstance(spans, list) or not spans:
        raise TypeError("spans must be a list")
    return MeetingHours(
        spans=tuple(_span(entry) for entry in spans),
        usual_minutes=_count(row, "usual_minutes"),
        notice_hours=_count(row, "notice_hours"),
        ahead_days=_count(row, "ahead_days"),
        source=text_of(row, "source"),
        is_verified=row["is_verified"] is True,
        valid_from=day_of(row, "valid_from"),
    )


def _watch_limit(row: Row) -> WatchLimit:
    amount, until = row["amount"], row["until"]
    if type(amount) is not int or amount < 1:
        raise TypeError("amount must be a whole number of at least one")
    if not isinstance(until, time):
        raise TypeError("until must be a time of day")
    return WatchLimit(
        kind=member_of(WatchLimitKind, text_of(row, "kind")),
        amount=amount,
        unit=member_of(LimitUnit, text_of(row, "unit")),
        until=until,
        source=text_of(row, "source"),
        is_verified=row["is_verified"] is True,
        valid_from=day_of(row, "valid_from"),
    )


def _span(row: Row) -> OpenSpan:
    opens, closes = row["opens"], row["closes"]
    if not isinstance(opens, time) or not isinstance(closes, time) or closes <= opens:
        raise TypeError("a span opens before it closes")
    return OpenSpan(opens, closes)


def _count(row: Row, key: str) -> int:
    amount = row[key]
    if type(amount) is not int or amount < 1:
        raise TypeError(f"{key} must be a whole number")
    return amount


def _type_list(row: Row) -> DisputeTypeList:
    types = row["types"]
    if not isinstance(types, list):
        raise TypeError("types must be a list")
    listed = tuple(DisputeType(code=text_of(entry, "code"), name=text_of(entry, "name")) for entry in types)
    if len({entry.code for entry in listed}) != len(listed):
        raise ValueError("a code stands twice")
    return DisputeTypeList(valid_from=day_of(row, "valid_from"), source=text_of(row, "source"), types=listed)


def _period(row: Row) -> Period:
    amount = row["amount"]
    if type(amount) is not int:
        raise TypeError("amount must be a whole number")
    return Period(amount, PeriodUnit(text_of(row, "unit")))
