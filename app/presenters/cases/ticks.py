"""Ticks in the list of cases: kept by case, so that they survive a refresh and another order."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from app.domain.disputes.case_lines import CaseFilter, CaseLine
from app.presenters.cases.rows import CaseRow
from app.presenters.desk import Desk

MOST_TICKED = 1000
"""Ticking all stops here: ticks are for acting on cases one has looked through."""


class CaseTicks:
    """The ticked cases with their numbers; ``changed`` is called after every change."""

    def __init__(self, desk: Desk, changed: Callable[[], None], failed: Callable[[Exception], None]) -> None:
        self._desk, self._changed, self._failed = desk, changed, failed
        self._numbers: dict[UUID, str] = {}

    @property
    def ids(self) -> frozenset[UUID]:
        """Give the ticked cases."""
        return frozenset(self._numbers)

    @property
    def in_order(self) -> tuple[UUID, ...]:
        """Give the ticked cases by their registration number."""
        return tuple(sorted(self._numbers, key=lambda id_: self._numbers[id_]))

    @property
    def numbers(self) -> tuple[str, ...]:
        """Give the registration numbers of the ticked cases, in order."""
        return tuple(sorted(self._numbers.values()))

    def toggle(self, row: CaseRow) -> None:
        """Tick a case, or take its tick away."""
        if self._numbers.pop(row.id, None) is None:
            self._numbers[row.id] = row.number
        self._changed()

    def toggle_all(self, wanted: CaseFilter, count: int, told: Callable[[int], None]) -> None:
        """Tick what a question finds, or untick all; ``told`` learns where ticking stopped short."""
        if self._numbers and len(self._numbers) >= min(count, MOST_TICKED):
            self.clear()
            return
        staff, lists = self._desk.me.id, self._desk.services.lists

        def read() -> tuple[CaseLine, ...]:
            return lists.page(wanted, 0, MOST_TICKED, staff)

        def arrived(lines: tuple[CaseLine, ...]) -> None:
            self._numbers = {line.id: line.intake_number for line in lines}
            self._changed()
            if len(lines) < count:
                told(len(lines))

        self._desk.runner.submit(read, arrived, self._failed)

    def clear(self) -> None:
        """Take every tick away."""
        self._numbers = {}
        self._changed()
