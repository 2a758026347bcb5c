"""Reading the presets of escalation ladders: ladders.toml."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import cast

from app.archive.rule_rows import Row, member_of, text_of
from app.domain.disputes.levels import LevelStart, LevelUnit, OnExpiry
from app.domain.duties.four_duties import DutyKind
from app.domain.duties.ladder import EscalationLadder, Rung, check_ladder
from app.domain.errors import DomainError, StorageRefusal
from app.domain.values.ids import new_id


def load_ladders(folder: Path) -> tuple[EscalationLadder, ...]:
    """Give the presets, none in force, none verified; StorageRefusal ``rules.unreadable`` otherwise."""
    path = folder / "ladders.toml"
    try:
        rows = tomllib.loads(path.read_text(encoding="utf-8"))["ladder"]
        found = tuple(_ladder(row) for row in rows)
        for ladder in found:
            check_ladder(ladder)
    except (OSError, KeyError, TypeError, ValueError, DomainError) as error:
        raise StorageRefusal("rules.unreadable", path=str(path), reason=str(error)) from error
    return found


def _ladder(row: Row) -> EscalationLadder:
    rungs = row["rungs"]
    if not isinstance(rungs, list):
        raise TypeError("rungs must be a list")
    return EscalationLadder(
        id=new_id(),
        name=text_of(row, "name"),
        source=text_of(row, "source"),
        note=text_of(row, "note"),
        rungs=tuple(_rung(rung) for rung in rungs),
    )


def _rung(row: Row) -> Rung:
    limit = row["limit"]
    if type(limit) is not int:
        raise TypeError("limit must be a whole number")
    return Rung(
        id=new_id(),
        code=text_of(row, "code"),
        name=text_of(row, "name"),
        limit=limit,
        unit=member_of(LevelUnit, text_of(row, "unit")),
        starts=member_of(LevelStart, text_of(row, "starts")),
        on_expiry=member_of(OnExpiry, text_of(row, "on_expiry")),
        duties=tuple(member_of(DutyKind, code) for code in cast("list[str]", row["duties"])),
    )
