"""The workbench: what to do first today, everything else by its deadline, and what is due beside it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from app.domain.changes import Changes
from app.domain.disputes.case_lines import CaseLine, Workload
from app.domain.disputes.dispute_types import DisputeTypeList
from app.domain.filing.kinds import DocumentKind
from app.domain.people.organisations import Organisation
from app.domain.people.staff import StaffRole
from app.presenters.cases.papers import CasePapers
from app.presenters.cases.rows import GAP, CaseRows
from app.presenters.desk import Desk
from app.presenters.due_words import NEAR_DAYS
from app.presenters.navigation import PAGE_CALENDAR, PAGE_CASES, TAB_DUTIES, TAB_SESSIONS, Navigator
from app.presenters.sentences import sentence
from app.presenters.showing.turns import TURNS
from app.presenters.watch.acts import WatchAct
from app.presenters.watch.opening import WatchActs
from app.presenters.workbench.my_day import MyDay, MyDayWords, PlanRow, read_my_day
from app.presenters.workbench.side import Side, SideReader
from app.presenters.workbench.view import CountChip, WorkbenchView
from app.presenters.workbench.words import HeroCase, Todo, TodoRow, TodoWords, todos
from app.services.disputes.case_folder import CaseAtWork

BY_DUE, BY_CASE = "due", "case"
SHOWN_FIRST = 12
_AHEAD = timedelta(days=366)
_SIDE_ROWS = 4
_REPLIES_SHOWN = 3
_TOUCHING = (
    frozenset(
        {
            "supervision",
            "whistle",
            "appointment",
            "case",
            "session",
            "agreement",
            "duties",
            "performance",
            "visit",
            "staff",
            "organisation",
        }
    )
    | TURNS
)


@dataclass(frozen=True, slots=True)
class _Bench:
    """One reading of the page."""

    staff_id: UUID | None
    workload: Workload
    due: tuple[CaseLine, ...]
    folders: tuple[CaseAtWork, ...]
    organisation: Organisation
    types: DisputeTypeList
    my_day: MyDay


class WorkbenchPresenter:
    """Shows a mediator the own cases; who carries none and has another role sees the whole centre's."""

    def __init__(self, desk: Desk, navigator: Navigator, view: WorkbenchView) -> None:
        self._desk, self._navigator, self._view = desk, navigator, view
        self._say = desk.translator.text
        self._words = TodoWords(desk.translator, desk.me, desk.clock)
        self._papers = CasePapers(desk, navigator, self._failed)
        self._side = SideReader(desk)
        self._watch = WatchActs(desk, navigator, self._failed)
        self._order = BY_DUE
        self._shown = SHOWN_FIRST
        self._reading = 0
        self._todos: tuple[Todo, ...] = ()
        self._total = 0
        self._first: Todo | None = None
        self._hero: HeroCase | None = None
        self._my_day = MyDay(())
        self._day_words = MyDayWords(desk.translator, desk.formats)
        self._end = desk.feed.on_change(self._on_change)

    def start(self) -> None:
        """Read the page for the first time."""
        self._view.show_hero(None)
        self.refresh()

    def close(self) -> None:
        """Stop listening to writes."""
        self._end()

    # user → presenter

    def refresh(self) -> None:
        """Read everything again; order and length of the list stay."""
        self._reading += 1
        ticket, today, shown = self._reading, self._desk.today, self._shown

        def arrived(bench: _Bench) -> None:
            if ticket == self._reading:
                self._show(bench, today)
                self._read_side(bench.staff_id, ticket, today)

        self._view.show_busy(is_busy=True)
        self._desk.runner.submit(lambda: self._read(today, shown), arrived, self._failed)

    def order_by(self, key: str) -> None:
        """Show the list by deadline, or by case with every clock of each."""
        self._order = key
        self._show_todo(self._desk.today)

    def show_more(self) -> None:
        """Show further cases below those on show."""
        self._shown += SHOWN_FIRST
        self.refresh()

    def act(self, row: TodoRow) -> None:
        """Press the button of a row."""
        if row.watch is not None:
            self._watch.do(row.watch.act, row.watch.subject_id)
        elif row.case_id is not None:
            self._navigator.open_case(row.case_id, row.tab, act=row.acts)

    def open(self, row: TodoRow) -> None:
        """Open the case of a row."""
        if row.case_id is not None:
            self._navigator.open_case(row.case_id)

    def act_first(self) -> None:
        """Start the next step of the case to begin with."""
        if self._hero is not None:
            step = self._hero.step
            self._navigator.open_case(self._hero.case_id, step.tab, act=step.acts)

    def print_notice(self) -> None:
        """Print the notice of rights and duties of the case to begin with."""
        if self._hero is not None:
            self._papers.print(DocumentKind.RIGHTS_NOTICE, self._hero.case_id)

    def open_case(self, case_id: UUID) -> None:
        """Open a case from the side column."""
        self._navigator.open_case(case_id)

    def open_duties(self, case_id: UUID) -> None:
        """Open the four duties of a case from the side column."""
        self._navigator.open_case(case_id, TAB_DUTIES)

    def reply(self, order_id: UUID) -> None:
        """Answer an order from the side column."""
        self._watch.do(WatchAct.REPLY, order_id)

    def open_cases(self) -> None:
        """Go to the list of cases."""
        self._navigator.open_page(PAGE_CASES)

    def open_plan(self, row: PlanRow) -> None:
        """Open what is planned: its case, or the calendar."""
        if row.case_id is not None:
            self._navigator.open_case(row.case_id, TAB_SESSIONS)
        else:
            self._navigator.open_page(PAGE_CALENDAR)

    def tick(self) -> None:
        """Say anew how long it is until the next session (each minute)."""
        self._show_day()

    # reading

    def _read(self, today: date, shown: int) -> _Bench:
        services, me = self._desk.services, self._desk.me
        workload = services.lists.workload(me.id, NEAR_DAYS)
        is_other = any(role is not StaffRole.MEDIATOR for role in me.roles)
        whose = None if not workload.open and is_other else me.id
        due = services.lists.due(whose, today + _AHEAD, shown)
        return _Bench(
            staff_id=whose,
            workload=services.lists.workload(None, NEAR_DAYS) if whose is None else workload,
            due=due,
            folders=services.cases.at_work([line.id for line in due]),
            organisation=services.people.organisation(me.organisation_id),
            types=services.people.dispute_types(today),
            my_day=read_my_day(self._desk),
        )

    def _read_side(self, staff_id: UUID | None, ticket: int, today: date) -> None:
        def arrived(side: Side) -> None:
            if ticket == self._reading:
                self._show_side(side)

        self._desk.runner.submit(lambda: self._side.read(staff_id, today), arrived, self._failed)

    def _on_change(self, changes: Changes) -> None:
        if changes.kinds & _TOUCHING:
            self.refresh()

    def _failed(self, error: Exception) -> None:
        self._view.show_busy(is_busy=False)
        self._view.show_error(sentence(self._desk.translator, error))

    # showing

    def _show(self, bench: _Bench, today: date) -> None:
        self._view.show_busy(is_busy=False)
        self._view.show_error("")
        self._view.show_facts(self._facts(bench.organisation, today))
        self._view.show_counts(_counts(self._desk, bench.workload))
        rows, names = CaseRows(self._desk.translator, self._desk.formats, bench.types), self._desk.names
        worded = [rows.row(names.shown(line), today) for line in bench.due]
        self._todos = todos(list(zip(map(names.shown, bench.folders), worded, strict=True)))
        self._total = bench.workload.running
        self._first = next((todo for todo in self._todos if todo.is_leading), None)
        self._my_day = MyDay(tuple(names.shown(one, one.folder) for one in bench.my_day.planned))
        self._show_day()
        self._show_todo(today)

    def _show_day(self) -> None:
        """Show the next session of today first; without one the case whose clock ends first."""
        now, count = self._desk.clock.now(), self._desk.formats.count
        coming, first = self._my_day.next_session(now), self._first
        self._hero = self._day_words.hero(coming, now) if coming is not None else None
        if self._hero is None and first is not None:
            self._hero = self._words.hero(first, self._desk.today)
        self._view.show_hero(self._hero)
        rows = self._day_words.rows(self._my_day, now)
        self._view.show_plan(rows, self._say("{n} 项", n=count(len(rows))) if rows else "")

    def _show_todo(self, today: date) -> None:
        by_case = self._order == BY_CASE
        rows = (self._words.by_case if by_case else self._words.by_due)(self._todos, today)
        n = self._desk.formats.count(self._total)
        note = self._say("{n} 件", n=n)
        rest = self._total - min(self._total, self._shown)
        more = self._say("再看 {n} 件", n=min(rest, SHOWN_FIRST)) if rest else ""
        self._view.show_todo(rows, note, more)
        if rows:
            self._view.show_empty("", "")
        else:
            self._view.show_empty(self._say("今天没有待办。"), self._say("看看案件"))

    def _show_side(self, side: Side) -> None:
        count = self._desk.formats.count
        duties = self._say("{n} 项", n=count(len(side.duties))) if side.duties else ""
        payments = self._say("{n} 笔", n=count(len(side.payments))) if side.payments else ""
        replies = self._say("{n} 件", n=count(len(side.replies))) if len(side.replies) > 1 else ""
        self._view.show_replies(side.replies[:_REPLIES_SHOWN], replies)
        self._view.show_duties(side.duties[:_SIDE_ROWS], duties)
        self._view.show_payments(side.payments[:_SIDE_ROWS], payments)
        self._view.show_recent(side.recent)

    def _facts(self, organisation: Organisation, today: date) -> str:
        studio = organisation.studio(self._desk.me.studio_id)
        place = studio.name if studio is not None else organisation.name
        day = self._say("{month} 月 {day} 日", month=today.month, day=today.day)
        return GAP.join((day, self._desk.formats.weekday(today), place))


def _counts(desk: Desk, workload: Workload) -> tuple[CountChip, ...]:
    count = desk.formats.count
    say = desk.translator.text
    overdue, due_today, near = workload.overdue, workload.today, workload.near
    chips = (
        CountChip(say("超期 {n}", n=count(overdue)), "overdue") if overdue else None,
        CountChip(say("今天 {n}", n=count(due_today)), "today") if due_today else None,
        CountChip(say("3 日内 {n}", n=count(near)), "near") if near else None,
        CountChip(say("在办 {n}", n=count(workload.open)), "plain"),
    )
    return tuple(chip for chip in chips if chip is not None)
