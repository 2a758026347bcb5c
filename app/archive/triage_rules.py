"""Reading how disputes are sent on and how risk is graded: triage.toml and risk.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeVar

from app.archive.ruled.rows import Row, member_of, text_of
from app.domain.disputes.handling import HandlingMode
from app.domain.disputes.risk.rules import RiskDemand, RiskRules, RiskScale, RiskStep, RiskTrigger
from app.domain.disputes.sources import RiskFlag, RiskLevel
from app.domain.disputes.triage.availability import AvailabilityKind
from app.domain.disputes.triage.rules import (
    AvailabilityWeight,
    ModeRule,
    TriageCriterion,
    TriageRules,
    TriageWeight,
)
from app.domain.errors import StorageRefusal
from app.domain.values.money import Money
from app.domain.values.termed import Termed

T = TypeVar("T")
K = TypeVar("K", bound=Termed)


def load_triage(folder: Path) -> tuple[TriageRules, RiskRules]:
    """Read triage.toml and risk.toml; StorageRefusal ``rules.unreadable`` with file and reason."""
    return _read(folder / "triage.toml", _triage), _read(folder / "risk.toml", _risk)


def _read(path: Path, read: Callable[[Row], T]) -> T:
    try:
        return read(tomllib.loads(path.read_text(encoding="utf-8")))
    except (OSError, KeyError, TypeError, ValueError) as error:
        raise StorageRefusal("rules.unreadable", path=str(path), reason=str(error)) from error


def _triage(row: Row) -> TriageRules:
    tier_for = row["tier_for"]
    if not isinstance(tier_for, Mapping):
        raise TypeError("tier_for must be a table")
    return TriageRules(
        source=text_of(row, "source"),
        is_verified=row["is_verified"] is True,
        weights=tuple(
            TriageWeight(
                criterion=member_of(TriageCriterion, text_of(entry, "criterion")),
                points=_number(entry, "points"),
                most=_number(entry, "most"),
            )
            for entry in _rows(row, "weight")
        ),
        availability=tuple(
            AvailabilityWeight(
                kind=member_of(AvailabilityKind, text_of(entry, "kind")), points=_number(entry, "points")
            )
            for entry in _rows(row, "availability")
        ),
        tiers=_texts(row, "tiers"),
        tier_for={member_of(RiskLevel, level): str(tier) for level, tier in tier_for.items()},
        light_load=_number(row, "light_load"),
        duty_days_ahead=_number(row, "duty_days_ahead"),
        modes=tuple(_mode(entry) for entry in _rows(row, "mode")),
    )


def _mode(row: Row) -> ModeRule:
    return ModeRule(
        mode=member_of(HandlingMode, text_of(row, "mode")),
        dispute_types=_texts(row, "dispute_types"),
        risks=_members(RiskLevel, row, "risks"),
        amount_below=Money.parse(text_of(row, "amount_below")) if "amount_below" in row else None,
        headcount_from=_number(row, "headcount_from"),
    )


def _risk(row: Row) -> RiskRules:
    triggers = tuple(_trigger(entry) for entry in _rows(row, "trigger"))
    if len({trigger.code for trigger in triggers}) != len(triggers):
        raise ValueError("a trigger stands twice")
    return RiskRules(triggers=triggers, scales=tuple(_scale(entry) for entry in _rows(row, "scale")))


def _trigger(row: Row) -> RiskTrigger:
    return RiskTrigger(
        code=text_of(row, "code"),
        name=text_of(row, "name"),
        level=member_of(RiskLevel, text_of(row, "level")),
        demand=member_of(RiskDemand, text_of(row, "demand")),
        source=text_of(row, "source"),
        is_verified=row["is_verified"] is True,
        words=_texts(row, "words"),
        flags=_members(RiskFlag, row, "flags"),
        headcount_from=_number(row, "headcount_from"),
        dispute_types=_texts(row, "dispute_types"),
        is_about_minors=row.get("is_about_minors") is True,
    )


def _scale(row: Row) -> RiskScale:
    steps = tuple(
        RiskStep(
            level=member_of(RiskLevel, text_of(entry, "level")),
            name=text_of(entry, "name"),
            response=text_of(entry, "response"),
        )
        for entry in _rows(row, "steps")
    )
    return RiskScale(
        code=text_of(row, "code"),
        name=text_of(row, "name"),
        source=text_of(row, "source"),
        is_verified=row["is_verified"] is True,
        steps=steps,
    )


def _rows(row: Row, key: str) -> list[Row]:
    rows = row[key]
    if not isinstance(rows, list):
        raise TypeError(f"{key} must be a list")
    return rows


def _texts(row: Row, key: str) -> tuple[str, ...]:
    found = row.get(key, [])
    if not isinstance(found, list) or not all(isinstance(entry, str) for entry in found):
        raise TypeError(f"{key} must be a list of words")
    return tuple(found)


def _members(kind: type[K], row: Row, key: str) -> tuple[K, ...]:
    return tuple(member_of(kind, code) for code in _texts(row, key))


def _number(row: Row, key: str) -> int:
    found = row.get(key, 0)
    if type(found) is not int:
        raise TypeError(f"{key} must be a whole number")
    return found
