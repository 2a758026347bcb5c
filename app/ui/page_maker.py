"""Make each page when it is first opened; its code is loaded then too, so that the window opens first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.presenters.batches.presenter import BatchPresenter
from app.presenters.desk import Desk
from app.presenters.navigation import Navigator
from app.presenters.watch.record import WatchForm
from app.ui.kit import Kit
from app.ui.shell.pages import Preferences

if TYPE_CHECKING:
    from app.ui.screens.workspace.panes import PaneSpec
    from app.ui.screens.workspace.screen import WorkspaceScreen


class PageMaker:
    """Knows how every page is made, for one window."""

    def __init__(self, kit: Kit, desk: Desk, navigator: Navigator, preferences: Preferences) -> None:
        self._kit, self._desk, self._navigator, self._preferences = kit, desk, navigator, preferences

    def workbench(self) -> QWidget:
        """Make 工作台."""
        from app.ui.screens.workbench import WorkbenchScreen

        return WorkbenchScreen(self._kit, self._desk, self._navigator)

    def intake(self) -> QWidget:
        """Make 登记."""
        from app.ui.screens.intake import IntakeScreen

        return IntakeScreen(self._kit, self._desk, self._navigator)

    def cases(self) -> QWidget:
        """Make 案件, whose workspace is made with the first case that is opened."""
        from app.ui.cases_page import CasesPage
        from app.ui.screens.cases import CasesScreen

        return CasesPage(CasesScreen(self._kit, self._desk, self._navigator), self._workspace)

    def calendar(self) -> QWidget:
        """Make 日程."""
        from app.ui.screens.calendar.screen import CalendarScreen

        return CalendarScreen(self._kit, self._desk, self._navigator)

    def duties(self) -> QWidget:
        """Make 四包."""
        from app.ui.screens.duties.screen import DutiesScreen

        return DutiesScreen(self._kit, self._desk, self._navigator)

    def performance(self) -> QWidget:
        """Make 履行回访."""
        from app.ui.screens.performance.screen import PerformanceScreen

        return PerformanceScreen(self._kit, self._desk, self._navigator)

    def links(self) -> QWidget:
        """Make 对接."""
        from app.ui.screens.referrals.screen import TransitScreen

        return TransitScreen(self._kit, self._desk, self._navigator)

    def watch(self) -> QWidget:
        """Make 督办."""
        from app.ui.screens.watch.screen import WatchScreen

        return WatchScreen(self._kit, self._desk, self._navigator)

    def verify(self) -> QWidget:
        """Make 查验."""
        from app.ui.screens.verify.screen import VerifyScreen

        return VerifyScreen(self._kit, self._desk, self._navigator)

    def staff(self) -> QWidget:
        """Make 调解员."""
        from app.ui.screens.rosters.staff import StaffScreen

        return StaffScreen(self._kit, self._desk, self._navigator)

    def parties(self) -> QWidget:
        """Make 当事人."""
        from app.ui.screens.rosters.parties import PartiesScreen

        return PartiesScreen(self._kit, self._desk, self._navigator)

    def settings(self) -> QWidget:
        """Make 设置."""
        from app.ui.screens.settings.screen import SettingsScreen

        return SettingsScreen(self._kit, self._desk, self._navigator, self._preferences)

    def _workspace(self) -> WorkspaceScreen:
        from app.ui.screens.workspace.screen import WorkspaceScreen

        return WorkspaceScreen(self._kit, self._desk, self._navigator, self._panes)

    def _panes(self, screen: WorkspaceScreen) -> tuple[PaneSpec, ...]:
        from app.ui.screens.workspace.wiring import case_panes

        return case_panes(
            self._kit,
            self._desk,
            self._navigator,
            screen.ask,
            agreement=self._agreement,
            duties=self._duties_of_case,
            performance=lambda: self._performance_of_case(screen),
            links=self._links_of_case,
        )

    def _agreement(self) -> QWidget:
        from app.ui.screens.agreement.pane import AgreementPane

        return AgreementPane(self._kit, self._desk, self._navigator)

    def _performance_of_case(self, screen: WorkspaceScreen) -> QWidget:
        from app.ui.screens.performance.pane import PerformancePane

        return PerformancePane(self._kit, self._desk, self._navigator, screen.ask)

    def _links_of_case(self) -> QWidget:
        from app.ui.screens.referrals.pane import LinksPane

        return LinksPane(self._kit, self._desk, self._navigator)

    def _duties_of_case(self) -> QWidget:
        from app.ui.screens.duties.pane import DutiesPane

        return DutiesPane(self._kit, self._desk, self._navigator)


def open_form(kit: Kit, form: object, over: QWidget) -> None:
    """Open the window of a form; its code is loaded then, so that the main window opens first."""
    if isinstance(form, WatchForm):
        from app.ui.screens.watch.dialog import WatchDialog

        WatchDialog(kit, form, over).open()
    elif isinstance(form, BatchPresenter):
        from app.ui.screens.batches.dialog import BatchDialog

        BatchDialog(kit, form, over).open()
