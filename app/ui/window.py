"""The window of one user: which pages there are, and how pages ask it to go somewhere."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFileDialog

from app.presenters.desk import Desk
from app.presenters.kept_preferences import KeptPreferences
from app.presenters.navigation import (
    PAGE_CALENDAR,
    PAGE_CASES,
    PAGE_DUTIES,
    PAGE_INTAKE,
    PAGE_PARTIES,
    PAGE_PERFORMANCE,
    PAGE_SETTINGS,
    PAGE_VERIFY,
    PAGE_WATCH,
)
from app.presenters.palette import Finder, matches
from app.presenters.rail_counts import RailCounts, RailPresenter
from app.presenters.shell.notices import NoticeBoard
from app.presenters.showing.turns import NAMES, turned
from app.presenters.workbench.recent_cases import RecentCases
from app.ui.kit import Kit
from app.ui.locking.lock import WindowLock
from app.ui.page_list import pages
from app.ui.page_maker import PageMaker, open_form
from app.ui.page_protocols import DATA, HoldsCases, is_kept, show_document, show_party, show_section
from app.ui.printing import print_pdf, print_pdfs
from app.ui.runner import Runner
from app.ui.shell.bell import NoticePanel
from app.ui.shell.frame import FrameParts, MainFrame
from app.ui.shell.pages import Badge, User
from app.ui.shell.palette import PaletteDialog, PaletteEntry
from app.ui.style.style import Theme
from app.ui.voice import announce

_MINUTE_MS = 60_000


class Window:
    """One user's window; it is the :class:`app.presenters.navigation.Navigator` of its pages."""

    def __init__(self, kit: Kit, desk: Desk, runner: Runner, switch_user: Callable[[], None] | None) -> None:
        self._kit, self._desk = kit, desk
        self._say = kit.translator.text
        self._preferences = KeptPreferences(desk)
        self._finder = Finder(desk, self, self._open_party)
        role = " ".join(self._say(entry.term) for entry in desk.me.roles[:1])
        actions = ((self._say("换人使用"), switch_user),) if switch_user is not None else ()
        self.frame = MainFrame(
            kit,
            runner,
            self._preferences,
            FrameParts(
                product=self._say("枫桥调解"),
                pages=pages(kit.translator, PageMaker(kit, desk, self, self._preferences)),
                user=User(desk.me.name, role, actions),
                register=self._register,
                search=self._search,
                commands=self._commands(),
                matches=matches,
                notices=self.open_notices,
                lock=lambda: self.lock.lock(),  # noqa: PLW0108 - the lock covers the frame made here
                hide_names=self.hide_names,
            ),
        )
        self.lock = WindowLock(kit, desk, self.frame, self._preferences, switch_user)
        """锁屏 of this window."""
        self.lock.teach("Ctrl+H", self.hide_names)
        self._board = NoticeBoard(desk, self._show_unread, self._open_data)
        self.frame.on_page_turned(self._board.let_go)
        self.frame.on_closing(self._may_close)
        self._recent = RecentCases(desk)
        self._rail = RailPresenter(desk, self._show_counts, self.frame.saved.show_saved)
        self._minute = QTimer(self.frame)
        self._minute.timeout.connect(self._rail.tick)
        self._minute.start(_MINUTE_MS)

    def leave(self) -> None:
        """End for good, closed already: another user's window takes over.

        Everything goes once what was asked of the database is answered, for answers want their widgets.
        """
        self.lock.leave()
        self._minute.stop()
        go = self.frame.deleteLater
        self._desk.runner.submit(lambda: None, lambda _nothing: go(), lambda _error: go())

    # Navigator

    def open_page(self, key: str) -> None:
        """Show a page of the rail; the cases page always shows its list."""
        page: object = self.frame.open(key)
        if isinstance(page, HoldsCases):
            page.show_list()

    def open_case(self, case_id: UUID, tab: str = "", *, act: bool = False) -> None:
        """Open a case's workspace."""
        self._recent.note(case_id)
        page: object = self.frame.open(PAGE_CASES)
        if isinstance(page, HoldsCases):
            page.open_case(case_id, tab, act=act)

    def open_form(self, form: object) -> None:
        """Open the window of a form that stands over whatever page is shown."""
        open_form(self._kit, form, self.frame)

    def toast(self, text: str, undo: Callable[[], None] | None = None) -> None:
        """Say what happened; a locked screen says nothing, the bell keeps it."""
        board = self._board

        def take_back() -> None:
            board.let_go()
            if undo is not None:
                undo()

        act = take_back if undo is not None else None
        board.tell(text, act)
        if not self.frame.is_covered:
            self.frame.toast.tell(self._desk.names.sentence(text), undo=act)

    def print_document(self, pdf: bytes, title: str, copies: int) -> None:
        """Hand a document to the system's print dialog."""
        if print_pdf(pdf, title, copies, self.frame):
            self.toast(self._say("已送打印：{title}", title=title))

    def print_documents(self, pdfs: Sequence[bytes], title: str) -> None:
        """Hand several documents to the system's print dialog as one job."""
        if print_pdfs(pdfs, title, 1, self.frame):
            self.toast(self._say("已送打印：{title}", title=title))

    def verify_document(self, document_id: UUID) -> None:
        """Show what every page of an issued document must bear."""
        show_document(self.frame.open(PAGE_VERIFY), document_id)

    def ask_file(self, title: str) -> Path | None:
        """Let the user choose a file."""
        chosen, _filter = QFileDialog.getOpenFileName(self.frame, title)
        return Path(chosen) if chosen else None

    def ask_save(self, title: str, suggested: str) -> Path | None:
        """Let the user choose where to write a copy."""
        chosen, _filter = QFileDialog.getSaveFileName(self.frame, title, suggested)
        return Path(chosen) if chosen else None

    # the bar above the pages

    def hide_names(self) -> None:
        """遮名: hide every party's name on every page, or show them again; not kept over a restart."""
        names = self._desk.names
        names.is_masked = not names.is_masked
        self.frame.toast.dismiss()
        self.frame.top.show_masked(is_masked=names.is_masked)
        self._desk.feed.announce(turned(NAMES))
        for palette in self.frame.findChildren(PaletteDialog):
            palette.ask_again()
        announce(self.frame, self._say("已遮名") if names.is_masked else self._say("已恢复显示姓名"))

    def open_notices(self) -> None:
        """Show what was told and what needs somebody."""
        bell = self.frame.top.bell
        if bell is not None:
            panel = NoticePanel(self._kit, self._board.notices(), self.frame)
            self._board.read()
            panel.open_under(bell)

    def _open_data(self) -> None:
        show_section(self.frame.open(PAGE_SETTINGS), DATA)

    # pages

    def _register(self) -> None:
        self.open_page(PAGE_INTAKE)

    def _open_party(self, record_id: UUID) -> None:
        show_party(self.frame.open(PAGE_PARTIES), record_id)

    # palette

    def _search(self, typed: str) -> tuple[PaletteEntry, ...]:
        return tuple(
            PaletteEntry(found.group, found.text, found.act, detail=found.detail, icon=found.icon)
            for found in self._finder.search(typed)
        )

    def _commands(self) -> tuple[PaletteEntry, ...]:
        group = self._say("命令")
        looks: tuple[tuple[str, Callable[[], None], str], ...] = (
            (self._say("浅色"), lambda: self._look(theme="light"), "sliders"),
            (self._say("深色"), lambda: self._look(theme="dark"), "moon"),
            (self._say("标准字号"), lambda: self._look(scale=1.0), "textsize"),
            (self._say("大字"), lambda: self._look(scale=1.3), "textsize"),
            (self._say("特大字"), lambda: self._look(scale=1.5), "textsize"),
        )
        acts: tuple[tuple[str, Callable[[], None], str, str], ...] = (
            (self._say("遮名"), self.hide_names, "shield", "Ctrl+H"),
            (self._say("锁屏"), lambda: self.lock.lock(), "lock", "Ctrl+L"),  # noqa: PLW0108 - made later
            (self._say("通知"), self.open_notices, "bell", ""),
        )
        return (
            *(PaletteEntry(group, text, act, icon=icon, keys=keys) for text, act, icon, keys in acts),
            *(PaletteEntry(group, text, act, icon=icon) for text, act, icon in looks),
        )

    def _look(self, *, theme: Theme | None = None, scale: float | None = None) -> None:
        self._kit.style.use(theme=theme, scale=scale)
        if theme is not None:
            self._preferences.set("look.theme", theme)
        if scale is not None:
            self._preferences.set("look.scale", f"{scale:g}")

    # presenter → view

    def _show_unread(self, count: int) -> None:
        bell = self.frame.top.bell
        if bell is not None:
            bell.show_count(count)

    def _show_counts(self, counts: RailCounts) -> None:
        cases, planned, overdue = counts.open_cases, counts.planned_today, counts.overdue_duties
        self.frame.show_badge(PAGE_CASES, Badge(str(cases)) if cases else None)
        missed, soon = counts.overdue_items, counts.due_soon
        waiting = Badge(str(missed), "red") if missed else Badge(str(soon), "amber") if soon else None
        self.frame.show_badge(PAGE_PERFORMANCE, waiting)
        self.frame.show_badge(PAGE_CALENDAR, Badge(str(planned)) if planned else None)
        self.frame.show_badge(PAGE_DUTIES, Badge(str(overdue), "red") if overdue else None)
        late, today = counts.watch.overdue, counts.watch.due_today
        badge = Badge(str(late), "red") if late else Badge(str(today), "amber") if today else None
        self.frame.show_badge(PAGE_WATCH, badge)

    def _may_close(self) -> bool:
        """Keep what is typed; what cannot be kept within a few seconds holds the window open and says so."""
        if is_kept(self.frame.made(PAGE_CASES)):
            return True
        self.toast(self._say("还有内容没有存好，请看案件页的提示"))
        return False
