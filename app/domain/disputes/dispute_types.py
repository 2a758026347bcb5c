"""Types of dispute: lists dated by year, because the ministry's list has changed between years."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class DisputeType:
    """One entry of a statistical list: a stable code and its name."""

    code: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DisputeTypeList:
    """The types valid from a day on, with the source of the list."""

    valid_from: date
    source: str
    types: tuple[DisputeType, ...]

    def name_of(self, code: str) -> str:
        """Give the name of a code; an unknown code is shown as it is rather than lost."""
        return next((entry.name for entry in self.types if entry.code == code), code)


def list_valid_on(lists: tuple[DisputeTypeList, ...], day: date) -> DisputeTypeList:
    """Choose the list in force on a day; days before the first list use the first."""
    ordered = sorted(lists, key=lambda entry: entry.valid_from)
    in_force = [entry for entry in ordered if entry.valid_from <= day]
    return in_force[-1] if in_force else ordered[0]
