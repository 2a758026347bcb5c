"""The counts beside the pages of the rail, and what a new day asks for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from app.domain.changes import Changes
from app.domain.duties.board import BoardFilter, BoardView
from app.presenters.desk import Desk
from app.presenters.showing.turns import DAY, TURNS, turned
from app.services.duties.watch.lists import Waiting


@dataclass(frozen=True, slots=True)
class RailCounts:
    """What waits for this user's centre and this user: cases, appointments, duties, 履行回访, 督办."""

    open_cases: int
    planned_today: int
    overdue_duties: int
    watch: Waiting
    overdue_items: int = 0
    due_soon: int = 0


_COUNTED = frozenset(
    {
        "case", "duties", "agreement", "session", "appointment", "supervision", "whistle", "performance",
        "visit",
    }
)  # fmt: skip


class RailPresenter:
    """Counts after each write and with each new day; shows when something was saved."""

    def __init__(
        self, desk: Desk, show_counts: Callable[[RailCounts], None], show_saved: Callable[[str], None]
    ) -> None:
        self._desk, self._show_counts, self._show_saved = desk, show_counts, show_saved
        self._day: date = desk.today
        self._last: RailCounts | None = None
        desk.feed.on_change(self._changed)
        self.count()

    def count(self) -> None:
        """Count anew on the database lane; a count that fails leaves the last one on show."""
        services = self._desk.services

        def read() -> RailCounts:
            open_cases = services.lists.workload().open
            overdue_duties = services.duties.survey(BoardFilter()).count(BoardView.OVERDUE)
            planned = services.appointments.count_today()
            watch = services.watch.lists.waiting_for(self._desk.me)
            late, soon = services.performance.late_and_soon()
            return RailCounts(
                open_cases,
                planned,
                overdue_duties,
                watch,
                overdue_items=late,
                due_soon=soon,
            )

        self._desk.runner.submit(read, self._counted, lambda _error: None)

    def _counted(self, counts: RailCounts) -> None:
        self._last = counts
        self._show_counts(counts)

    def _count_watch(self) -> None:
        """Count only what a minute can make late."""
        lists = self._desk.services.watch.lists

        def arrived(waiting: Waiting) -> None:
            if self._last is not None and waiting != self._last.watch:
                self._counted(replace(self._last, watch=waiting))

        self._desk.runner.submit(lambda: lists.waiting_for(self._desk.me), arrived, lambda _error: None)

    def tick(self) -> None:
        """Notice a new minute, in which an answer may be late, and a new day.

        With the day, clocks that the calendar moved on are wound, then everything is read again.
        """
        if self._desk.today == self._day:
            self._count_watch()
            return
        self._day = self._desk.today
        cases = self._desk.services.cases
        announce = self._desk.feed.announce
        self._desk.runner.submit(
            cases.rewind_passed_clocks,
            lambda _count: announce(turned(DAY)),
            lambda _error: announce(turned(DAY)),
        )

    def _changed(self, changes: Changes) -> None:
        if changes.kinds - {"draft", "view"} - TURNS:
            self._show_saved(self._desk.formats.time(self._desk.clock.now()))
        if changes.kinds & (_COUNTED | {DAY}):
            self.count()
