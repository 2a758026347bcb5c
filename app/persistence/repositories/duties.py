"""The four duties of a case, with what counting them needs."""

from __future__ import annotations

from typing import cast
from uuid import UUID

from app.domain.duties.four_duties import FourDuties
from app.persistence.repositories.aggregates import Repository
from app.persistence.rows.declared import Root
from app.persistence.rows.duties import FourDutiesRow


class DutiesRepository(Repository[FourDuties]):
    """Four duties, one set per case."""

    kind = "duties"
    _row = FourDutiesRow
    _entity = FourDuties

    def of_case(self, case_id: UUID) -> tuple[FourDuties, ...]:
        """Give the duties of a case: one set, or none yet."""
        return self._of_case(case_id)

    def _derive(self, row: Root, entity: FourDuties) -> None:
        rows = cast("FourDutiesRow", row).duties
        for duty_row, columns in zip(rows, counted_columns(entity), strict=True):
            for name, value in columns.items():
                setattr(duty_row, name, value)


def counted_columns(duties: FourDuties) -> tuple[dict[str, bool], ...]:
    """Give, for each duty, the columns the board counts by: is somebody named, are all earlier ones done."""
    columns = []
    are_done = True
    for duty in duties.duties:
        columns.append({"is_assigned": duty.is_assigned, "earlier_done": are_done})
        are_done = are_done and duty.is_done
    return tuple(columns)
