"""History entries: append-only, written in the same transaction as what they describe."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field of an aggregate before and after a write, in plain text."""

    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryEntry:
    """One act: who, when, on what, why, and the fields it changed.

    ``act`` is a dotted code such as ``case.accepted``; presenters hold its sentence.
    ``case_id`` is None for acts outside any case (settings, roster).
    """

    id: UUID
    at: datetime
    actor_id: UUID
    actor_name: str
    act: str
    kind: str
    subject_id: UUID
    case_id: UUID | None = None
    note: str = ""
    changes: tuple[FieldChange, ...] = field(default=())
