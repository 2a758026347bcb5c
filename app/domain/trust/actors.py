"""The person on whose behalf a write is made; every write names one."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Actor:
    """A member of staff as history records them: the id, and the name as it was that day."""

    id: UUID
    name: str


SYSTEM = Actor(id=UUID(int=0), name="系统")
"""Used only for what nobody decided: first start, upgrade, generated demo data."""
