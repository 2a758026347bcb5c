"""Standard addresses (一标三实): the pick list for where a dispute happened and where people live."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class StandardAddress:
    """One address as the police's list writes it, and the grid it lies in."""

    id: UUID
    text: str
    grid_code: str = ""
