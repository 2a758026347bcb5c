"""Writing only what the user saw: a step on an aggregate that somebody else changed is refused."""

from __future__ import annotations

from typing import Protocol, TypeVar
from uuid import UUID

from app.domain.errors import StaleWrite


class Versioned(Protocol):
    """An aggregate with an id and a version that grows with every write."""

    @property
    def id(self) -> UUID:
        """Which one."""

    @property
    def version(self) -> int:
        """How often it was written."""


V = TypeVar("V", bound=Versioned)


def as_seen(kind: str, stored: V, version: int) -> V:
    """Give the stored aggregate if it is the one the user saw; StaleWrite otherwise.

    Steps carry no field values of their own, so the conflict tells the versions; the database
    checks once more when the step is saved.
    """
    if stored.version != version:
        raise StaleWrite(kind, str(stored.id), {"version": (str(version), str(stored.version))})
    return stored
