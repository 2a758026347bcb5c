"""四包: the board of all open cases by their four duties, the case that ends first on top."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Protocol
from uuid import UUID

from app.domain.changes import Changes
from app.domain.duties.board import BoardFilter, BoardHead, BoardLine, BoardView
from app.domain.duties.four_duties import DutyKind
from app.domain.filing.kinds import DocumentKind
from app.presenters.desk import Desk
from app.presenters.duties.board_rows import BoardRow, BoardRows
from app.presenters.duties.duty_form import DutyForm, duty_form
from app.presenters.duties.duty_words import DutyHead, DutyWords
from app.presenters.navigation import TAB_DUTIES, Navigator
from app.presenters.rosters.entry_form import Saved
from app.presenters.sentences import sentence
from app.presenters.showing.turns import TURNS
from app.presenters.watch.opening import WatchActs

Deliver = Callable[[Sequence[BoardRow]], None]
_TOUCHING = frozenset({"case", "duties", "staff"}) | TURNS
MOST_TICKED = 200
"""Ticking all stops here: nobody signs for more at once."""


@dataclass(frozen=True, slots=True)
class _Read:
    """What one reading of the board answers, apart from its rows."""

    count: int
    counts: dict[BoardView, int]
    heads: tuple[BoardHead, ...]
    officials: tuple[str, ...]


class DutiesView(Protocol):
    """What the board can show; its presenter decides when."""

    def show_views(self, views: Sequence[tuple[str, str, str]], chosen: str) -> None:
        """Show the views as (key, word, count)."""

    def show_officials(self, officials: Sequence[str], chosen: str) -> None:
        """Offer the lead officials to narrow by."""

    def show_text(self, text: str) -> None:
        """Show by what the board is narrowed."""

    def show_heads(self, heads: Sequence[DutyHead]) -> None:
        """Show the counts over the columns."""

    def show_count(self, count: int, *, is_new: bool) -> None:
        """Begin a list of so many cases; a new question starts at its top."""

    def show_ticks(self, ticked: frozenset[UUID], supervise: str) -> None:
        """Show which cases are ticked, and how supervising them is called."""

    def show_empty(self, words: str, action: str) -> None:
        """Say that nothing is found; empty words hide it."""

    def show_busy(self, *, is_busy: bool) -> None:
        """Show that the board is being read."""

    def show_error(self, words: str) -> None:
        """Say at the top what failed; empty words hide it."""

    def open_form(self, form: DutyForm) -> None:
        """Open the form of a duty."""


class BoardPresenter:
    """Turns what the user asks of the board into questions to the services."""

    def __init__(self, desk: Desk, navigator: Navigator, view: DutiesView) -> None:
        self._desk, self._navigator, self._view = desk, navigator, view
        self._say = desk.translator.text
        self._rows = BoardRows(desk.translator, desk.formats)
        self._words = DutyWords(desk.translator, desk.formats)
        self._wanted = BoardFilter(staff_id=desk.me.id)
        self._listed = self._wanted
        self._has_read = False
        self._asked = 0
        self._ticked: dict[UUID, str] = {}
        self._watch = WatchActs(desk, navigator, self._failed)
        self._end = desk.feed.on_change(self._on_change)

    def start(self) -> None:
        """Read the board for the first time."""
        self._view.show_heads([self._words.head(None, kind) for kind in DutyKind])
        self._read(is_new=True)

    def close(self) -> None:
        """Stop listening to writes."""
        self._end()

    # user → presenter

    def choose_view(self, key: str) -> None:
        """Show another view."""
        view = next(view for view in BoardView if view.value == key)
        self._change(replace(self._wanted, view=view))

    def choose_official(self, name: str) -> None:
        """Narrow to the cases of one lead official; empty for all."""
        self._change(replace(self._wanted, lead_official=name))

    def narrow(self, text: str) -> None:
        """Narrow to the cases that a number tail, a name, initials or words find."""
        self._change(replace(self._wanted, text=text.strip()))

    def clear(self) -> None:
        """Show every case again."""
        self._view.show_text("")
        self._change(BoardFilter(staff_id=self._desk.me.id))

    def refresh(self) -> None:
        """Read the same board again; cell and place stay."""
        self._read(is_new=False)

    def request(self, offset: int, limit: int, deliver: Deliver) -> None:
        """Read one page of the board on show; before the first reading there are none."""
        if not self._has_read:
            return
        wanted, duties = self._listed, self._desk.services.duties

        def arrived(lines: tuple[BoardLine, ...]) -> None:
            deliver(tuple(self._rows.row(self._desk.names.shown(line), self._desk.today) for line in lines))

        self._desk.runner.submit(lambda: duties.board(wanted, offset, limit), arrived, self._failed)

    def open_case(self, row: BoardRow) -> None:
        """Open a case at its duties."""
        self._navigator.open_case(row.case_id, TAB_DUTIES)

    def open_duty(self, case_id: UUID, kind: DutyKind) -> None:
        """Open the form of a duty."""

        def made(form: DutyForm) -> None:
            self._view.open_form(form)

        self._desk.runner.submit(
            lambda: duty_form(self._desk, self._navigator, case_id, kind, self._on_saved), made, self._failed
        )

    def tick(self, row: BoardRow) -> None:
        """Tick a case, or take its tick away."""
        if self._ticked.pop(row.case_id, None) is None:
            self._ticked[row.case_id] = row.number
        self._show_ticks()

    def tick_all(self) -> None:
        """Tick every case on the board; with any ticked already, take every tick away."""
        if self._ticked:
            self._ticked = {}
            self._show_ticks()
            return
        wanted, duties = self._listed, self._desk.services.duties

        def arrived(lines: tuple[BoardLine, ...]) -> None:
            self._ticked = {line.case.id: line.case.intake_number for line in lines}
            self._show_ticks()

        self._desk.runner.submit(lambda: duties.board(wanted, 0, MOST_TICKED), arrived, self._failed)

    def supervise(self, here: BoardRow | None) -> None:
        """Supervise the ticked cases at once, else the case under the cursor (F7)."""

        def known(_nothing: None) -> None:
            ticked = sorted(self._ticked, key=lambda id_: self._ticked[id_])
            self._watch.supervise(ticked or ((here.case_id,) if here is not None else ()))

        # After whatever Ctrl+A has asked the database just before: fast hands mean all of them.
        self._desk.runner.submit(lambda: None, known, self._failed)

    def _show_ticks(self) -> None:
        n = len(self._ticked)
        words = self._say("督办 {n} 件", n=self._desk.formats.count(n)) if n else self._say("督办")
        self._view.show_ticks(frozenset(self._ticked), words)

    def print_ledger(self) -> None:
        """Print the ledger of what the board shows."""
        wanted, actor, issuing = self._wanted, self._desk.actor, self._desk.services.issuing
        title = self._say(DocumentKind.FOUR_DUTIES_LEDGER.term)

        def drawn(pdf: bytes) -> None:
            self._view.show_busy(is_busy=False)
            self._navigator.print_document(pdf, title, 1)

        self._view.show_busy(is_busy=True)
        self._desk.runner.submit(lambda: issuing.ledger(wanted, actor=actor), drawn, self._failed)

    # services → view

    def _on_saved(self, saved: Saved) -> None:
        self._navigator.toast(saved.told)

    def _change(self, wanted: BoardFilter) -> None:
        if wanted != self._wanted:
            self._wanted = wanted
            self._ticked = {}
            self._show_ticks()
            self._read(is_new=True)

    def _read(self, *, is_new: bool) -> None:
        self._asked += 1
        ticket, wanted, duties, me = self._asked, self._wanted, self._desk.services.duties, self._desk.me.id
        is_new = is_new or wanted != self._listed

        def read() -> _Read:
            whole = duties.survey(BoardFilter(staff_id=me))
            is_narrowed = replace(wanted, view=BoardView.ALL, staff_id=me) != BoardFilter(staff_id=me)
            narrowed = duties.survey(wanted) if is_narrowed else whole
            counts = {view: whole.count(view) for view in BoardView}
            view = wanted.view
            return _Read(narrowed.count(view), counts, narrowed.heads(view), duties.lead_officials())

        def arrived(found: _Read) -> None:
            if ticket == self._asked:
                self._listed = wanted
                self._show(found, is_new=is_new)

        self._view.show_busy(is_busy=True)
        self._desk.runner.submit(read, arrived, self._failed)

    def _show(self, found: _Read, *, is_new: bool) -> None:
        self._has_read = True
        count = self._desk.formats.count
        self._view.show_busy(is_busy=False)
        self._view.show_error("")
        views = [(view.value, self._say(view.term), count(found.counts[view])) for view in BoardView]
        self._view.show_views(views, self._listed.view.value)
        self._view.show_officials(found.officials, self._listed.lead_official)
        self._view.show_heads([self._words.head(head, head.kind) for head in found.heads])
        if found.count:
            self._view.show_empty("", "")
        elif self._listed == BoardFilter(staff_id=self._desk.me.id):
            self._view.show_empty(self._say("还没有在办案件。登记后四包会列在这里。"), "")
        else:
            self._view.show_empty(self._say("没有符合的案件。"), self._say("清除筛选"))
        self._view.show_count(found.count, is_new=is_new)

    def _on_change(self, changes: Changes) -> None:
        if changes.kinds & _TOUCHING:
            self._read(is_new=False)

    def _failed(self, error: Exception) -> None:
        self._view.show_busy(is_busy=False)
        self._view.show_error(sentence(self._desk.translator, error))
