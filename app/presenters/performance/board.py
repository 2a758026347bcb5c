"""履行回访: what is due in which week, what is overdue, whom to visit, what lies before the court."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Protocol
from uuid import UUID

from app.domain.changes import Changes
from app.domain.settlements.performance.due_lines import DueView, PerformanceCounts
from app.presenters.desk import Desk
from app.presenters.navigation import TAB_PERFORMANCE, Navigator
from app.presenters.performance.rows import WaitingRow, WaitingRows, WeekCell
from app.presenters.sentences import sentence
from app.presenters.showing.turns import TURNS
from app.presenters.workspace import menu
from app.presenters.workspace.folder import CaseFolder
from app.presenters.workspace.forms.asked import Form
from app.presenters.workspace.forms.presenter import FormPresenter
from app.presenters.workspace.performance.cards import PlanCard, RowAct
from app.presenters.workspace.performance.pane import PerformancePanePresenter

ALL, MINE = "all", "mine"
WEEKS = 8
_TOUCHING = (
    frozenset(
        {"case", "agreement", "performance", "confirmation", "legal_action", "document", "visit", "staff"}
    )
    | TURNS
)
_DAYS = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class _Read:
    """One reading of the page."""

    counts: PerformanceCounts
    rows: tuple[WaitingRow, ...]
    weeks: tuple[WeekCell, ...]


class PerformanceView(Protocol):
    """What the page can show; its presenter decides when."""

    def show_facts(self, words: str) -> None:
        """Show the line beside the title."""

    def show_tabs(self, tabs: Sequence[tuple[str, str, str]], chosen: str) -> None:
        """Show the tabs as (key, word, count)."""

    def show_weeks(self, weeks: Sequence[WeekCell], chosen: str) -> None:
        """Show the weeks ahead; none hides them."""

    def show_rows(self, rows: Sequence[WaitingRow], view: DueView) -> None:
        """Show the list."""

    def show_empty(self, words: str, action: str) -> None:
        """Say that nothing waits; empty words hide it."""

    def show_busy(self, *, is_busy: bool) -> None:
        """Show that the page is being read."""

    def show_error(self, words: str) -> None:
        """Say at the top what failed; empty words hide it."""

    def show_case(self, title: str, facts: str) -> None:
        """Name the case whose plan is beside the list; empty hides the plan."""

    def show_cards(self, cards: Sequence[PlanCard]) -> None:
        """Show the plan beside the list."""

    def open_form(self, form: FormPresenter) -> None:
        """Open the window of a form."""


class PerformancePresenter:
    """Turns what the user asks of the page into questions to the services."""

    def __init__(self, desk: Desk, navigator: Navigator, view: PerformanceView) -> None:
        self._desk, self._navigator, self._view = desk, navigator, view
        self._say = desk.translator.text
        self._rows = WaitingRows(desk.translator, desk.formats)
        self._plan = PerformancePanePresenter(desk, navigator, view, self._ask)
        self._tab, self._whose, self._week = DueView.DUE, ALL, ""
        self._asked = 0
        self._read_rows: tuple[WaitingRow, ...] = ()
        self._looked: UUID | None = None
        self._end = desk.feed.on_change(self._on_change)

    def start(self) -> None:
        """Read the page for the first time."""
        self.refresh()

    def close(self) -> None:
        """Stop listening to writes."""
        self._end()

    # user → presenter

    def choose_view(self, key: str) -> None:
        """Show another tab."""
        self._tab, self._week = DueView.of(key), ""
        self.refresh()

    def choose_whose(self, key: str) -> None:
        """Show everybody's cases, or one's own."""
        self._whose = key
        self.refresh()

    def choose_week(self, key: str) -> None:
        """Narrow to a week; the same one again shows all."""
        self._week = "" if key == self._week else key
        self.refresh()

    def clear(self) -> None:
        """Show everything again."""
        self._whose, self._week = ALL, ""
        self.refresh()

    def refresh(self) -> None:
        """Read everything again; tab, week and place stay."""
        self._asked += 1
        ticket, tab, today = self._asked, self._tab, self._desk.today
        staff_id = self._desk.me.id if self._whose == MINE else None

        def arrived(found: _Read) -> None:
            if ticket == self._asked:
                self._show(found)

        self._view.show_busy(is_busy=True)
        self._desk.runner.submit(lambda: self._read(tab, staff_id, today), arrived, self._failed)

    def open(self, row: WaitingRow) -> None:
        """Open what a row waits for."""
        self._open(row.case_id, row.form, row.subject)

    def open_case(self, row: WaitingRow) -> None:
        """Open the case of a row at its performance."""
        self._navigator.open_case(row.case_id, TAB_PERFORMANCE)

    def look(self, row: WaitingRow | None) -> None:
        """Show the plan of the case under the cursor."""
        if row is None:
            self._looked = None
            self._view.show_case("", "")
            return
        self._looked = row.case_id
        cases = self._desk.services.cases

        def arrived(folder: CaseFolder) -> None:
            if self._looked == folder.case.id:
                case = self._desk.names.shown(folder.case)
                self._view.show_case(case.title, case.intake_number)
                self._plan.show_case(folder)

        self._desk.runner.submit(lambda: cases.folder(row.case_id), arrived, self._failed)

    def press(self, act: RowAct) -> None:
        """Press a button of the plan beside the list."""
        self._plan.press(act)

    # reading and showing

    def _read(self, tab: DueView, staff_id: UUID | None, today: date) -> _Read:
        service, rows, shown = self._desk.services.performance, self._rows, self._desk.names.shown
        counts = service.counts(staff_id)
        weeks: tuple[WeekCell, ...] = ()
        if tab is DueView.VISITS:
            found = tuple(rows.visit(line, today) for line in shown(service.visits(staff_id)))
        elif tab is DueView.COURT:
            found = tuple(rows.court(line, today) for line in shown(service.court(staff_id)))
        else:
            found = tuple(rows.item(line, today) for line in shown(service.due(tab, staff_id)))
        if tab is DueView.DUE:
            weeks = tuple(rows.week(week, today) for week in service.weeks(WEEKS, staff_id))
        return _Read(counts, found, weeks)

    def _show(self, found: _Read) -> None:
        count, say = self._desk.formats.count, self._say
        self._view.show_busy(is_busy=False)
        self._view.show_error("")
        counts = found.counts
        numbers = {
            DueView.DUE: counts.due,
            DueView.OVERDUE: counts.overdue,
            DueView.VISITS: counts.visits,
            DueView.COURT: counts.court,
        }
        tabs = [(view.value, say(view.term), count(numbers[view])) for view in DueView]
        self._view.show_facts(
            say(
                "逾期 {late} 项，七天内到期 {soon} 项",
                late=count(counts.overdue),
                soon=count(counts.due_soon),
            )
        )
        self._view.show_tabs(tabs, self._tab.value)
        self._view.show_weeks(found.weeks, self._week)
        self._read_rows = self._in_week(found.rows)
        self._view.show_rows(self._read_rows, self._tab)
        self._show_empty(found)
        if not self._read_rows:
            self.look(None)

    def _in_week(self, rows: tuple[WaitingRow, ...]) -> tuple[WaitingRow, ...]:
        if not self._week or self._tab is not DueView.DUE:
            return rows
        monday = date.fromisoformat(self._week)
        return tuple(row for row in rows if row.day is not None and monday <= row.day < monday + _DAYS)

    def _show_empty(self, found: _Read) -> None:
        say = self._say
        if self._read_rows:
            self._view.show_empty("", "")
        elif found.rows or self._whose == MINE:
            self._view.show_empty(say("没有符合的。"), say("看全部"))
        else:
            self._view.show_empty(say(_EMPTY[self._tab]), "")

    # forms

    def _ask(self, key: str, subject: UUID | None) -> None:
        if self._looked is not None:
            self._open(self._looked, key, subject)

    def _open(self, case_id: UUID, key: str, subject: UUID | None) -> None:
        desk = self._desk

        def make() -> tuple[Form, CaseFolder]:
            folder = desk.services.cases.folder(case_id)
            return menu.form_of(desk, folder, key, subject), folder

        def made(found: tuple[Form, CaseFolder]) -> None:
            form, folder = found
            self._view.open_form(FormPresenter(desk, self._navigator, form, folder))

        desk.runner.submit(make, made, self._failed)

    def _on_change(self, changes: Changes) -> None:
        if changes.kinds & _TOUCHING:
            self.refresh()
            if self._looked is not None:
                looked = next((row for row in self._read_rows if row.case_id == self._looked), None)
                if looked is not None:
                    self.look(looked)

    def _failed(self, error: Exception) -> None:
        self._view.show_busy(is_busy=False)
        self._view.show_error(sentence(self._desk.translator, error))


_EMPTY: dict[DueView, str] = {
    DueView.DUE: "没有待履行的款项和事项。协议生效后会列在这里。",
    DueView.OVERDUE: "没有逾期的。",
    DueView.VISITS: "没有待回访的。",
    DueView.COURT: "没有可申请或在审查的司法确认。",
}
