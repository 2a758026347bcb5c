"""What every write answers: the new value, and what it changed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

from app.domain.changes import Changes

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Done(Generic[T]):
    """A committed write: ``value`` as it now stands, ``changes`` for the screens to refresh by."""

    value: T
    changes: Changes
