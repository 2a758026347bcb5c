"""The record of a case file: who bound and checked it, how long it is kept, where paper and originals are."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.domain.errors import InvalidInput


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFile:
    """The file of one case, under the id of the case.

    ``retention`` is a class of a local list (``retention_basis`` names the paper that says so: without
    one it is 未核实). ``cabinet``, ``box`` and ``volume`` are the shelf mark; ``originals`` says where
    the signed originals are when they are not in the file.
    """

    id: UUID
    version: int = 0
    case_id: UUID
    title: str = ""
    compiler: str = ""
    compiled_on: date | None = None
    checker: str = ""
    checked_on: date | None = None
    retention: str = ""
    retention_basis: str = ""
    cabinet: str = ""
    box: str = ""
    volume: str = ""
    originals: str = ""
    cover_note: str = ""
    remarks: str = ""

    @property
    def shelf_mark(self) -> str:
        """Give the shelf mark as archives write it: 柜/盒/卷号."""
        parts = (("柜", self.cabinet), ("盒", self.box), ("卷", self.volume))
        return " ".join(f"{value}{name}" for name, value in parts if value.strip())

    @property
    def is_retention_verified(self) -> bool:
        """Tell whether a paper is named on which the time of keeping rests."""
        return bool(self.retention.strip() and self.retention_basis.strip())


def empty_file(case_id: UUID) -> CaseFile:
    """Give the file of a case of which nothing was recorded yet."""
    return CaseFile(id=case_id, case_id=case_id)


def check_file(file: CaseFile, today: date) -> None:
    """Refuse days that have not come, a check before the binding, a check by whoever bound it."""
    for name, day in (("compiled_on", file.compiled_on), ("checked_on", file.checked_on)):
        if day is not None and day > today:
            raise InvalidInput("date.in_future", field=name, day=day.isoformat())
    if file.compiled_on and file.checked_on and file.checked_on < file.compiled_on:
        raise InvalidInput("case_file.checked_before", field="checked_on", day=file.compiled_on.isoformat())
    if file.compiler.strip() and file.compiler.strip() == file.checker.strip():
        raise InvalidInput("case_file.checked_by_compiler", field="checker", name=file.checker.strip())
