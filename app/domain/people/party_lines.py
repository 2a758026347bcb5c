"""What the register of parties shows: one frozen line per party, with the cases it was in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.domain.people.parties import PartyKind, PartyRecord
from app.domain.values.sex import Sex


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyLine:
    """One party of the register, with counts of its open and all cases.

    ``merged_into`` names the entry that stands for this one since both were merged.
    """

    id: UUID
    kind: PartyKind
    name: str
    sex: Sex | None
    birth_date: date | None
    identity_number: str
    phone: str
    address: str
    open_cases: int
    all_cases: int
    merged_into: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownParty:
    """A register entry that may be the person being typed, with what agrees: number, phone or name."""

    record: PartyRecord
    same_identity: bool
    same_phone: bool
    same_name: bool
    open_cases: int
    all_cases: int
