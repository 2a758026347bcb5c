"""The list of cases: views, filters, order, pages as they come into sight, ticks, and the preview."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.changes import Changes
from app.domain.disputes.case_lines import CaseFilter, CaseLine, CaseView, SavedView
from app.domain.filing.kinds import DocumentKind
from app.presenters.cases.asking import Asking
from app.presenters.cases.filters import FilterSources
from app.presenters.cases.glance import CaseGlance
from app.presenters.cases.many import ManyCases
from app.presenters.cases.pages import Span, page_of
from app.presenters.cases.papers import CasePapers
from app.presenters.cases.rows import CaseRow, CaseRows
from app.presenters.cases.ticks import CaseTicks
from app.presenters.cases.view import CasesView, Deliver
from app.presenters.desk import Desk
from app.presenters.navigation import Navigator
from app.presenters.sentences import sentence
from app.presenters.showing.turns import TURNS
from app.presenters.watch.opening import WatchActs

VIEWS = (
    CaseView.OPEN,
    CaseView.MINE,
    CaseView.DUE_SOON,
    CaseView.OVERDUE,
    CaseView.TO_FOLLOW_UP,
    CaseView.CLOSED,
)
_TOUCHING = (
    frozenset({"supervision", "case", "session", "agreement", "duties", "view", "staff", "organisation"})
    | TURNS
)


@dataclass(frozen=True, slots=True)
class _Heads:
    """What one reading of the list answers, apart from its rows."""

    count: int
    saved: tuple[SavedView, ...]
    sources: FilterSources


class CasesPresenter:
    """Turns what the user asks of the list into questions to the services, and answers into words."""

    def __init__(self, desk: Desk, navigator: Navigator, view: CasesView) -> None:
        self._desk, self._navigator, self._view = desk, navigator, view
        self._say = desk.translator.text
        self._listed = CaseFilter()
        self._rows = CaseRows(desk.translator, desk.formats)
        self._count = 0
        self._counts: dict[CaseView, int] = {}
        self._reading = 0
        self._has_read = False
        self.asking = Asking(desk, navigator, view, asked=self._ask, failed=self._failed)
        """The question: views, filters, order."""
        self._ticks = CaseTicks(desk, self._show_ticks, self._failed)
        self._many = ManyCases(desk, navigator, self._ticks, self._failed)
        self._papers = CasePapers(desk, navigator, self._failed)
        self.glance = CaseGlance(desk, navigator, view.show_preview, self._failed)
        """The preview: its case, its next step."""
        self.watch = WatchActs(desk, navigator, self._failed)
        """督办 and 吹哨."""
        self._end = desk.feed.on_change(self._on_change)

    def start(self) -> None:
        """Read the list for the first time."""
        self._view.show_preview(None)
        self.asking.show()
        self._ask()

    def close(self) -> None:
        """Stop listening to writes."""
        self._end()

    # user → presenter

    def refresh(self) -> None:
        """Read the same list again; selection, ticks and place stay."""
        self._read(is_new=False)

    # user → presenter: rows

    def request(self, offset: int, limit: int, deliver: Deliver) -> None:
        """Read one page of the list on show and deliver its rows; before the first reading there are none."""
        if not self._has_read:
            return
        wanted, count, staff = self._listed, self._count, self._desk.me.id
        lists = self._desk.services.lists

        def read() -> tuple[CaseLine, ...]:
            return page_of(lists, wanted, Span(offset, limit, count), staff)

        def arrived(lines: tuple[CaseLine, ...]) -> None:
            today = self._desk.today
            deliver(tuple(self._rows.row(self._desk.names.shown(line), today) for line in lines))

        self._desk.runner.submit(read, arrived, self._failed)

    def open(self, row: CaseRow) -> None:
        """Open the workspace of a case."""
        self._navigator.open_case(row.id)

    def print_register(self, row: CaseRow) -> None:
        """Print the registration form of a case."""
        self._papers.print(DocumentKind.ACCEPTANCE_REGISTER, row.id)

    # user → presenter: ticks

    def tick(self, row: CaseRow) -> None:
        """Tick a case, or take its tick away."""
        self._ticks.toggle(row)

    def tick_all(self) -> None:
        """Tick every case found; all ticked already, take every tick away."""
        self._ticks.toggle_all(self._listed, self._count, self._say_tick_limit)

    def untick_all(self) -> None:
        """Take every tick away."""
        self._ticks.clear()

    def supervise(self) -> None:
        """Supervise the ticked cases at once, else the case under the cursor (F7)."""
        self._many.supervise(self.glance.case_id)

    def batch(self) -> None:
        """Open a batch of papers for the ticked cases, else for all that are found (Ctrl+P)."""
        self._many.batch(self._listed)

    def copy_number(self, row: CaseRow) -> None:
        """Put the number of a case on the clipboard."""
        self._copy((row.number,))

    def copy_ticked(self) -> None:
        """Put the numbers of the ticked cases on the clipboard, one a line."""
        self._copy(self._ticks.numbers)

    def _copy(self, numbers: Sequence[str]) -> None:
        if numbers:
            self._view.copy("\n".join(numbers))
            self._navigator.toast(self._say("已复制 {n} 个登记号", n=len(numbers)))

    # reading

    def _ask(self) -> None:
        self._read(is_new=True)

    def _read(self, *, is_new: bool) -> None:
        self._reading += 1
        ticket, wanted = self._reading, self.asking.wanted
        is_new = is_new or wanted != self._listed

        def arrived(heads: _Heads) -> None:
            if ticket == self._reading:
                self._show_heads(heads, wanted, is_new=is_new)

        self._view.show_busy(is_busy=True)
        self._desk.runner.submit(lambda: self._heads(wanted), arrived, self._failed)

    def _heads(self, wanted: CaseFilter) -> _Heads:
        services, me = self._desk.services, self._desk.me.id
        organisations = services.people.organisations()
        return _Heads(
            count=services.lists.count(wanted, me),
            saved=services.lists.saved_views(me),
            sources=FilterSources(
                types=services.people.dispute_types(self._desk.today),
                staff=services.people.staff(),
                tiers=tuple(dict.fromkeys(o.tier for o in organisations if o.tier)),
            ),
        )

    def _show_heads(self, heads: _Heads, wanted: CaseFilter, *, is_new: bool) -> None:
        self._has_read = True
        self._count, self._listed = heads.count, wanted
        self._rows = CaseRows(self._desk.translator, self._desk.formats, heads.sources.types)
        self._view.show_busy(is_busy=False)
        self._view.show_error("")
        self.asking.learn(heads.sources, heads.saved)
        self._show_views()
        self._show_empty()
        self._view.show_count(heads.count, is_new=is_new)
        if is_new:
            self._ticks.clear()
        else:
            self._show_ticks()
        if heads.count and not is_new:
            self.glance.refresh()
        elif not heads.count:
            self.glance.look_at(None)
        self._read_counts()

    def _read_counts(self) -> None:
        """Count the views after the rows: with a million cases counting takes longer than reading a page."""
        lists, me = self._desk.services.lists, self._desk.me.id

        def arrived(counts: dict[CaseView, int]) -> None:
            self._counts = counts
            self._show_views()

        self._desk.runner.submit(lambda: lists.view_counts(me), arrived, self._failed)

    def _on_change(self, changes: Changes) -> None:
        if changes.kinds & _TOUCHING:
            self._read(is_new=False)

    def _failed(self, error: Exception) -> None:
        self._view.show_busy(is_busy=False)
        self._view.show_error(sentence(self._desk.translator, error))

    # showing

    def _show_views(self) -> None:
        count = self._desk.formats.count
        said = {view: count(n) for view, n in self._counts.items()}
        if said:
            facts = self._say("在办 {open}，全部 {all}", open=said[CaseView.OPEN], all=said[CaseView.ALL])
            self._view.show_facts(facts)
        tabs = [(view.value, self._say(view.term), said.get(view, "")) for view in VIEWS]
        self._view.show_views(tabs, self.asking.view_key)

    def _show_ticks(self) -> None:
        count, ticked = self._desk.formats.count, self._ticks.ids
        self._view.show_ticks(ticked)
        words = self._say("符合 {n} 件，已选 {k} 件", n=count(self._count), k=count(len(ticked)))
        verb = self._say("督办 {n} 件", n=count(len(ticked))) if ticked else self._say("督办")
        self._view.show_footer(words)
        many = self._say("批量文书 {n} 件", n=count(len(ticked))) if ticked else self._say("批量文书")
        self._view.show_verbs(many, verb)

    def _say_tick_limit(self, ticked: int) -> None:
        self._navigator.toast(self._say("已勾选前 {n} 件", n=self._desk.formats.count(ticked)))

    def _show_empty(self) -> None:
        if self._count:
            self._view.show_empty("", "")
        elif self.asking.is_narrowed:
            self._view.show_empty(self._say("没有符合的案件。"), self._say("清除筛选"))
        else:
            self._view.show_empty(self._say("这里还没有案件。"), "")
