"""Grids and micro-grids, with those who know the households."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from app.domain.errors import InvalidInput


@dataclass(frozen=True, slots=True, kw_only=True)
class MicroGrid:
    """Some 50 to 100 households with a liaison and two volunteers, or more."""

    id: UUID
    code: str
    name: str = ""
    liaison: str = ""
    liaison_phone: str = ""
    volunteers: tuple[str, ...] = ()
    households: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """A grid of a community with its worker and the leaders of its household groups (联户长)."""

    id: UUID
    version: int = 0
    code: str
    name: str
    community: str = ""
    worker: str = ""
    worker_phone: str = ""
    household_leaders: tuple[str, ...] = ()
    micro_grids: tuple[MicroGrid, ...] = ()


def check_grid(grid: Grid) -> None:
    """Refuse a grid without code or name, or with two micro-grids of one code."""
    if not grid.code.strip():
        raise InvalidInput("grid.code_missing", field="code")
    if not grid.name.strip():
        raise InvalidInput("grid.name_missing", field="name")
    codes = [micro.code for micro in grid.micro_grids]
    twice = next((code for code in codes if codes.count(code) > 1), "")
    if twice:
        raise InvalidInput("grid.micro_twice", field="micro_grids", micro_grid=twice)
