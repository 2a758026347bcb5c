"""The counts beside the pages of the rail, and what a new day asks for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from app.domain.changes import Changes
from app.domain.disputes.case_lines import CaseView
from app.domain.duties.board import BoardView
from app.presenters.desk import Desk


@dataclass(frozen=True, slots=True)
class RailCounts:
    """Open cases of this user's centre, this user's overdue duties, and what waits in 履行回访."""

    open_cases: int
    overdue_duties: int
    overdue_items: int = 0
    due_soon: int = 0


class RailPresenter:
    """Counts after each write and with each new day; shows when something was saved."""

    def __init__(
        self, desk: Desk, show_counts: Callable[[RailCounts], None], show_saved: Callable[[str], None]
    ) -> None:
        self._desk, self._show_counts, self._show_saved = desk, show_counts, show_saved
        self._day: date = desk.today
        desk.feed.on_change(self._changed)
        self.count()

    def count(self) -> None:
        """Count anew on the database lane; a count that fails leaves the last one on show."""
        services, me = self._desk.services, self._desk.me.id

        def read() -> RailCounts:
            cases = services.lists.view_counts(me)
            duties = services.duties.counts_by_view(me)
            late, soon = services.performance.late_and_soon()
            return RailCounts(
                cases.get(CaseView.OPEN, 0),
                duties.get(BoardView.OVERDUE, 0),
                overdue_items=late,
                due_soon=soon,
            )

        self._desk.runner.submit(read, self._show_counts, lambda _error: None)

    def tick(self) -> None:
        """Notice a new day: clocks that the calendar moved on are wound, then everything is read again."""
        if self._desk.today == self._day:
            return
        self._day = self._desk.today
        cases = self._desk.services.cases
        self._desk.runner.submit(cases.rewind_passed_clocks, lambda _count: self.count(), lambda _error: None)

    def _changed(self, changes: Changes) -> None:
        if changes.kinds - {"draft", "view"}:
            self._show_saved(self._desk.formats.time(self._desk.clock.now()))
        if changes.kinds & {"case", "duties", "agreement", "session", "performance", "visit"}:
            self.count()
