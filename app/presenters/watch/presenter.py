"""督办: who owes whom an answer or an arrival, and where everything stands in the closed loop."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol
from uuid import UUID

from app.domain.changes import Changes
from app.domain.duties.watch.loop import HandlingLine, OrderLine, WatchLine, WatchTab
from app.presenters.desk import Desk
from app.presenters.navigation import Navigator
from app.presenters.sentences import sentence
from app.presenters.showing.turns import TURNS
from app.presenters.watch.acts import WatchAct
from app.presenters.watch.loop import LoopColumn, LoopWords
from app.presenters.watch.opening import WatchActs
from app.presenters.watch.words import WatchCard, WatchRow, WatchWords
from app.services.duties.watch.lists import MOST_LISTED, Watched

LOOP = "loop"
EVERYBODY, BY_ME, TO_ME = "everybody", "by_me", "to_me"
_TOUCHING = frozenset({"supervision", "whistle", "proactive", "case"}) | TURNS


@dataclass(frozen=True, slots=True)
class _Read:
    watched: Watched
    handlings: tuple[HandlingLine, ...]


class WatchView(Protocol):
    """What the page can show; its presenter decides when."""

    def show_tabs(self, tabs: Sequence[tuple[str, str, str]]) -> None:
        """Show the tabs as (key, word, count)."""

    def show_facts(self, words: str) -> None:
        """Show the line beside the title."""

    def show_rows(self, rows: Sequence[WatchRow]) -> None:
        """Show the list."""

    def show_card(self, card: WatchCard | None) -> None:
        """Show everything about one row, or nothing."""

    def show_loop(self, columns: Sequence[LoopColumn] | None) -> None:
        """Show the closed loop instead of the list; None goes back to the list."""

    def show_empty(self, words: str, action: str) -> None:
        """Say that nothing is found; empty words hide it."""

    def show_busy(self, *, is_busy: bool) -> None:
        """Show that the page is being read."""

    def show_error(self, words: str) -> None:
        """Say at the top what failed; empty words hide it."""


class WatchPresenter:
    """Reads one tab at a time; minutes left are worded anew each minute without reading."""

    def __init__(self, desk: Desk, navigator: Navigator, view: WatchView) -> None:
        self._desk, self._navigator, self._view = desk, navigator, view
        self._say = desk.translator.text
        self._words = WatchWords(desk.translator, desk.formats, desk.me)
        self._loop = LoopWords(desk)
        self._acts = WatchActs(desk, navigator, self._failed)
        self._tab, self._whose, self._text = WatchTab.REPLY.value, EVERYBODY, ""
        self._read: _Read | None = None
        self._looked: UUID | None = None
        self._asked = 0
        self._end = desk.feed.on_change(self._on_change)

    def close(self) -> None:
        """Stop listening to writes."""
        self._end()

    # user → presenter

    def choose_tab(self, key: str) -> None:
        """Show another list, or the closed loop."""
        self._tab = key
        self.refresh()

    def choose_whose(self, key: str) -> None:
        """Narrow to what this user issued, or has to answer."""
        self._whose = key
        self._show()

    def narrow(self, text: str) -> None:
        """Narrow by number, case, person or unit."""
        self._text = text.strip()
        self._show()

    def clear(self) -> None:
        """Show every row of the tab again."""
        self._text, self._whose = "", EVERYBODY
        self._show()

    def refresh(self) -> None:
        """Read the same tab again."""
        self._asked += 1
        ticket, lists = self._asked, self._desk.services.watch.lists
        is_loop = self._tab == LOOP
        tab = WatchTab.ALL if is_loop else WatchTab.of(self._tab)

        def read() -> _Read:
            return _Read(lists.tab(tab), lists.handlings() if is_loop else ())

        def arrived(found: _Read) -> None:
            if ticket == self._asked:
                shown = self._desk.names.shown
                lines = shown(found.watched.lines)
                self._read = _Read(replace(found.watched, lines=lines), shown(found.handlings))
                self._view.show_busy(is_busy=False)
                self._view.show_error("")
                self._show()

        self._view.show_busy(is_busy=True)
        self._desk.runner.submit(read, arrived, self._failed)

    def tick(self) -> None:
        """Word the minutes left anew."""
        if self._read is not None:
            self._show()

    def look_at(self, row: WatchRow | None) -> None:
        """Show everything about a row."""
        self._looked = row.id if row is not None else None
        self._show_card()

    def press(self, row: WatchRow) -> None:
        """Do the main act of a row."""
        self._acts.do(row.main.act, row.id)

    def do(self, act: WatchAct, subject_id: UUID) -> None:
        """Do an act of the card, a menu or the loop."""
        self._acts.do(act, subject_id)

    def blow(self) -> None:
        """Blow a whistle that is about no case."""
        self._acts.blow()

    def note(self) -> None:
        """Write down something found by screening."""
        self._acts.note()

    def open_case(self, case_id: UUID | None) -> None:
        """Open the case behind a row."""
        if case_id is not None:
            self._navigator.open_case(case_id)

    # showing

    def _show(self) -> None:
        if self._read is None:
            return
        watched, count = self._read.watched, self._desk.formats.count
        now = self._desk.clock.now()
        tabs = [(tab.value, self._say(tab.term), count(watched.counts[tab])) for tab in WatchTab]
        self._view.show_tabs([*tabs, (LOOP, self._say("闭环"), "")])
        if self._tab == LOOP:
            wanted = [line for line in watched.lines if self._is_wanted(self._words.row(line, now))]
            self._view.show_facts(self._say("排查、登记、交办、治理、反馈、跟踪"))
            self._view.show_empty("", "")
            self._view.show_loop(self._loop.columns(wanted, self._handlings(), now))
            return
        self._view.show_loop(None)
        rows = [row for row in (self._words.row(line, now) for line in watched.lines) if self._is_wanted(row)]
        self._view.show_facts(self._facts(watched, rows))
        self._view.show_rows(rows)
        self._show_empty(rows)
        if self._looked not in {row.id for row in rows}:
            self._looked = rows[0].id if rows else None
        self._show_card()

    def _handlings(self) -> tuple[HandlingLine, ...]:
        found = self._read.handlings if self._read is not None else ()
        text = self._text.casefold()
        return tuple(
            line
            for line in found
            if text in f"{line.handling.title} {line.handling.place} {line.handling.seen}".casefold()
            and (self._whose != BY_ME or line.handling.recorder_id == self._desk.me.id)
            and (self._whose != TO_ME or line.handling.responsible_person == self._desk.me.name)
        )

    def _is_wanted(self, row: WatchRow) -> bool:
        if self._whose == BY_ME and not row.is_by_me:
            return False
        if self._whose == TO_ME and not row.is_to_me:
            return False
        return all(word.casefold() in row.sought for word in self._text.split())

    def _facts(self, watched: Watched, rows: Sequence[WatchRow]) -> str:
        count = self._desk.formats.count
        if len(watched.lines) >= MOST_LISTED:
            return self._say("先列 {n} 件，请筛选", n=count(len(rows)))
        return self._say("{n} 件", n=count(len(rows)))

    def _show_empty(self, rows: Sequence[WatchRow]) -> None:
        if rows:
            self._view.show_empty("", "")
        elif self._text or self._whose != EVERYBODY:
            self._view.show_empty(self._say("没有符合的督办和吹哨。"), self._say("清除筛选"))
        else:
            self._view.show_empty(self._say("这里没有等着的事。在案件中按 F7 督办。"), "")

    def _show_card(self) -> None:
        line = self._line(self._looked)
        now = self._desk.clock.now()
        self._view.show_card(self._words.card(line, now) if line is not None else None)

    def _line(self, id_: UUID | None) -> WatchLine | None:
        lines = self._read.watched.lines if self._read is not None else ()
        return next(
            (
                line
                for line in lines
                if (line.order.id if isinstance(line, OrderLine) else line.whistle.id) == id_
            ),
            None,
        )

    # services → view

    def _on_change(self, changes: Changes) -> None:
        if changes.kinds & _TOUCHING:
            self.refresh()

    def _failed(self, error: Exception) -> None:
        self._view.show_busy(is_busy=False)
        self._view.show_error(sentence(self._desk.translator, error))
