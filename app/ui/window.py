"""The window of one user: which pages there are, and how pages ask it to go somewhere."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from time import monotonic, sleep
from uuid import UUID

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QStackedWidget, QWidget

from app.presenters.desk import Desk
from app.presenters.kept_preferences import KeptPreferences
from app.presenters.navigation import PAGE_CASES, PAGE_DUTIES, PAGE_INTAKE, PAGE_PARTIES
from app.presenters.palette import Finder, matches
from app.presenters.rail_counts import RailCounts, RailPresenter
from app.presenters.workbench.recent_cases import RecentCases
from app.ui.kit import Kit
from app.ui.page_list import PageFactories, pages
from app.ui.printing import print_pdf
from app.ui.runner import Runner
from app.ui.screens.agreement.pane import AgreementPane
from app.ui.screens.cases import CasesScreen
from app.ui.screens.duties.pane import DutiesPane
from app.ui.screens.duties.screen import DutiesScreen
from app.ui.screens.intake.screen import IntakeScreen
from app.ui.screens.rosters.parties import PartiesScreen
from app.ui.screens.rosters.staff import StaffScreen
from app.ui.screens.settings.screen import SettingsScreen
from app.ui.screens.workbench import WorkbenchScreen
from app.ui.screens.workspace.panes import PaneSpec
from app.ui.screens.workspace.screen import WorkspaceScreen
from app.ui.screens.workspace.wiring import case_panes
from app.ui.shell.frame import FrameParts, MainFrame
from app.ui.shell.pages import Badge, LivesOnStage, User
from app.ui.shell.palette import PaletteEntry
from app.ui.style.style import Theme

_MINUTE_MS = 60_000
_CLOSING_S = 5.0


class CasesPage(QStackedWidget):
    """The list of cases, and over it the workspace of the case that is open."""

    def __init__(self, listing: CasesScreen, make_workspace: Callable[[], WorkspaceScreen]) -> None:
        super().__init__()
        self._listing = listing
        self._make = make_workspace
        self._workspace: WorkspaceScreen | None = None
        self.addWidget(listing)

    def open_case(self, case_id: UUID, tab: str, *, act: bool) -> None:
        """Bring a case's workspace to the front."""
        if self._workspace is None:
            self._workspace = self._make()
            self.addWidget(self._workspace)
        self._turn_to(self._workspace)
        self._workspace.open_case(case_id, tab, act=act)

    def show_list(self) -> None:
        """Go back to the list; what is typed in the workspace is kept first."""
        self._turn_to(self._listing)

    def page_shown(self) -> None:
        """Pass the stage on to what is in front."""
        front: object = self.currentWidget()
        if isinstance(front, LivesOnStage):
            front.page_shown()

    def page_left(self) -> None:
        """Pass the farewell on."""
        front: object = self.currentWidget()
        if isinstance(front, LivesOnStage):
            front.page_left()

    def save_now(self) -> None:
        """Keep everything typed in the workspace."""
        if self._workspace is not None:
            self._workspace.save_now()

    def has_unsaved(self) -> bool:
        """Tell whether anything typed in the workspace is not yet kept on disk."""
        return self._workspace is not None and self._workspace.has_unsaved()

    def _turn_to(self, widget: QWidget) -> None:
        if self.currentWidget() is not widget:
            self.page_left()
            self.setCurrentWidget(widget)
            self.page_shown()


class Window:
    """One user's window; it is the :class:`app.presenters.navigation.Navigator` of its pages."""

    def __init__(self, kit: Kit, desk: Desk, runner: Runner, switch_user: Callable[[], None] | None) -> None:
        self._kit, self._desk, self._say = kit, desk, kit.translator.text
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
                pages=pages(self._say, self._factories()),
                user=User(desk.me.name, role, actions),
                register=self._register,
                search=self._search,
                commands=self._commands(),
                matches=matches,
            ),
        )
        self.frame.on_closing(self._may_close)
        self._recent = RecentCases(desk)
        self._rail = RailPresenter(desk, self._show_counts, self.frame.saved.show_saved)
        self._minute = QTimer(self.frame)
        self._minute.timeout.connect(self._rail.tick)
        self._minute.start(_MINUTE_MS)

    # Navigator

    def open_page(self, key: str) -> None:
        """Show a page of the rail; the cases page always shows its list."""
        page = self.frame.open(key)
        if isinstance(page, CasesPage):
            page.show_list()

    def open_case(self, case_id: UUID, tab: str = "", *, act: bool = False) -> None:
        """Open a case's workspace."""
        self._recent.note(case_id)
        page = self.frame.open(PAGE_CASES)
        if isinstance(page, CasesPage):
            page.open_case(case_id, tab, act=act)

    def toast(self, text: str, undo: Callable[[], None] | None = None) -> None:
        """Say what happened."""
        self.frame.toast.tell(text, undo=undo)

    def print_document(self, pdf: bytes, title: str, copies: int) -> None:
        """Hand a document to the system's print dialog."""
        if print_pdf(pdf, title, copies, self.frame):
            self.toast(self._say("已送打印：{title}", title=title))

    def ask_file(self, title: str) -> Path | None:
        """Let the user choose a file."""
        chosen, _filter = QFileDialog.getOpenFileName(self.frame, title)
        return Path(chosen) if chosen else None

    def ask_save(self, title: str, suggested: str) -> Path | None:
        """Let the user choose where to write a copy."""
        chosen, _filter = QFileDialog.getSaveFileName(self.frame, title, suggested)
        return Path(chosen) if chosen else None

    # pages

    def _factories(self) -> PageFactories:
        kit, desk = self._kit, self._desk
        return PageFactories(
            workbench=lambda: WorkbenchScreen(kit, desk, self),
            intake=lambda: IntakeScreen(kit, desk, self),
            cases=lambda: CasesPage(CasesScreen(kit, desk, self), self._workspace),
            duties=lambda: DutiesScreen(kit, desk, self),
            staff=lambda: StaffScreen(kit, desk, self),
            parties=lambda: PartiesScreen(kit, desk, self),
            settings=lambda: SettingsScreen(kit, desk, self, self._preferences),
        )

    def _workspace(self) -> WorkspaceScreen:
        return WorkspaceScreen(self._kit, self._desk, self, self._panes)

    def _panes(self, screen: WorkspaceScreen) -> tuple[PaneSpec, ...]:
        kit, desk = self._kit, self._desk
        return case_panes(
            kit,
            desk,
            self,
            screen.ask,
            agreement=lambda: AgreementPane(kit, desk, self),
            duties=lambda: DutiesPane(kit, desk, self),
        )

    def _register(self) -> None:
        self.open_page(PAGE_INTAKE)

    def _open_party(self, record_id: UUID) -> None:
        page = self.frame.open(PAGE_PARTIES)
        if isinstance(page, PartiesScreen):
            page.open_party(record_id)

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
        return tuple(PaletteEntry(group, text, act, icon=icon) for text, act, icon in looks)

    def _look(self, *, theme: Theme | None = None, scale: float | None = None) -> None:
        self._kit.style.use(theme=theme, scale=scale)
        if theme is not None:
            self._preferences.set("look.theme", theme)
        if scale is not None:
            self._preferences.set("look.scale", f"{scale:g}")

    # presenter → view

    def _show_counts(self, counts: RailCounts) -> None:
        cases, overdue = counts.open_cases, counts.overdue_duties
        self.frame.show_badge(PAGE_CASES, Badge(str(cases)) if cases else None)
        self.frame.show_badge(PAGE_DUTIES, Badge(str(overdue), "red") if overdue else None)

    def _may_close(self) -> bool:
        """Keep what is typed; what cannot be kept within a few seconds holds the window open and says so."""
        page = self.frame.findChild(CasesPage)
        if not isinstance(page, CasesPage):
            return True
        page.save_now()
        until = monotonic() + _CLOSING_S
        while page.has_unsaved() and monotonic() < until:
            QApplication.processEvents()
            sleep(0.005)
        if page.has_unsaved():
            self.toast(self._say("还有内容没有存好，请看案件页的提示"))
            return False
        return True
