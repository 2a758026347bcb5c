"""Pictures of the main dialogs, each opened the way a user opens it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QDialog

from app.domain.disputes.case_lines import CaseFilter, CaseLine, CaseSort, CaseView
from app.domain.disputes.states import CaseState
from app.domain.people.staff import StaffMember
from app.domain.settlements.agreements import AgreementState
from app.domain.settlements.performance.due_lines import DueView
from app.presenters.centre import Centre
from app.presenters.first_start import FirstStartPresenter, FirstStartView
from app.presenters.navigation import (
    PAGE_CASES,
    PAGE_PARTIES,
    PAGE_PERFORMANCE,
    PAGE_STAFF,
    PAGE_WATCH,
    PAGE_WORKBENCH,
    TAB_AGREEMENT,
    TAB_DUTIES,
)
from app.presenters.workspace.forms.bridges.menu import SECURITY, SECURITY_BACK, TRAFFIC
from app.presenters.workspace.forms.links.registry import ANSWER, GUIDE, ORDER, RECEIVE, REFER
from app.presenters.workspace.forms.performance.menu import (
    ACTION,
    ACTION_RESULT,
    ARRANGE,
    CONFIRMATION_PACK,
    COURT,
    COURT_BACK,
    DROP_VISIT,
    ENFORCEMENT_PACK,
    PLAN_VISIT,
    RECEIPT,
    REVERSE,
    URGE,
    VISIT,
)
from app.presenters.workspace.forms.performance.menu import ANSWER as URGING_ANSWER
from app.presenters.workspace.menu import (
    ACCEPT,
    ASSIGN,
    CLOSE,
    CONSENT,
    DECLINE,
    EXTEND,
    FOLLOW_UP,
    INVESTIGATE,
    NOTE,
    PERFORM,
    RESUME,
    RIGHTS,
    SCHEDULE,
    SUPERVISE,
    SUSPEND,
    TERMINATE,
    TRIGGER,
    menu,
)
from app.presenters.workspace.turn_menu import TURN_FORMS
from app.ui.desktop import Desktop
from app.ui.dialogs.first_start import FirstStartDialog
from app.ui.screens.agreement import AgreementPane
from app.ui.screens.agreement.signing.panel import SigningPanel
from app.ui.screens.batches.dialog import BatchDialog
from app.ui.screens.cases import CasesScreen
from app.ui.screens.duties.panel import DutyCardWidget
from app.ui.screens.performance.screen import PerformanceScreen
from app.ui.screens.rosters.parties import PartiesScreen
from app.ui.screens.rosters.staff import StaffScreen
from app.ui.screens.watch.screen import WatchScreen
from app.ui.screens.workspace.screen import WorkspaceScreen
from app.ui.screenshots.camera import Camera
from app.ui.shell.bell import NoticePanel
from app.ui.window import Window

_FORMS = (
    SUPERVISE, CONSENT, ACCEPT, DECLINE, ASSIGN, RIGHTS, SCHEDULE, SUSPEND, RESUME, EXTEND, TRIGGER,
    INVESTIGATE, TERMINATE, PERFORM, FOLLOW_UP, CLOSE, NOTE, REFER, GUIDE, RECEIVE, ORDER, ANSWER,
    SECURITY, TRAFFIC, SECURITY_BACK, *TURN_FORMS, RECEIPT, URGE, ARRANGE, CONFIRMATION_PACK, COURT,
    ENFORCEMENT_PACK, ACTION, PLAN_VISIT, VISIT,
)  # fmt: skip
_MOST_CASES = 500


def take_dialogs(camera: Camera, desktop: Desktop, window: Window, centre: Centre) -> None:
    """Keep a picture of each dialog as ``dialog-NAME.png``."""
    album = _Album(camera, desktop, window, centre)
    album.shell()
    album.forms()
    album.send_for_signature()
    album.signing()
    album.over_agreements()
    album.duty()
    album.batch()
    album.performance()
    album.watch()
    album.registers()
    album.merging()
    album.first_start()


class _Album:
    """Opens, keeps and closes one dialog after the other."""

    def __init__(self, camera: Camera, desktop: Desktop, window: Window, centre: Centre) -> None:
        self._camera, self._desktop, self._window, self._centre = camera, desktop, window, centre
        wanted = CaseFilter(view=CaseView.ALL, sort=CaseSort.REGISTERED, is_descending=True)
        self._lines = centre.services.lists.page(wanted, 0, _MOST_CASES)

    def shell(self) -> None:
        """Keep palette and help, over the workbench; the window with names hidden, its bell and its lock."""
        self._window.open_page(PAGE_WORKBENCH)
        self._keep("palette", self._window.frame.open_palette)
        self._keep("help", self._window.frame.open_help)
        self._window.hide_names()
        self._camera.take(self._window.frame, "names-hidden", 1)
        self._window.hide_names()
        self._window.open_notices()
        for panel in self._window.frame.findChildren(NoticePanel):
            self._camera.take(panel, "notices", 1)
            panel.close()
        self._window.lock.lock()
        self._camera.take(self._window.frame, "lock", 1)
        self._window.lock.open()

    def forms(self) -> None:
        """Keep each form of a case, on a case that may have it now."""
        for key in _FORMS:
            case_id = self._case_with(key)
            if case_id is not None:
                self._window.open_case(case_id)
                self._camera.settle(1)
                for screen in self._window.frame.findChildren(WorkspaceScreen):
                    # Windows refuses a colon in the name of a file.
                    self._keep(key.rpartition(":")[2], lambda screen=screen, key=key: screen.ask(key))  # type: ignore[misc]

    def send_for_signature(self) -> None:
        """Keep 送签 of the first draft that can be issued as it stands."""
        for line in self._drafts():
            self._window.open_case(line.id, TAB_AGREEMENT)
            self._camera.settle()
            if self._keep("issue", partial(self._window.open_case, line.id, TAB_AGREEMENT, act=True)):
                return

    def signing(self) -> None:
        """Keep a signing session in which somebody refused, and what is asked about one signature."""
        cases = self._centre.services.cases
        for line in self._in_state(CaseState.AGREED):
            if not any(kept.refusals for kept in cases.folder(line.id).agreements):
                continue
            self._window.open_case(line.id, TAB_AGREEMENT, act=True)
            self._camera.take(self._window.frame, "signing")
            for panel in self._window.frame.findChildren(SigningPanel):
                self._keep("sign", panel.open_detail)
                self._keep("draw", panel.open_drawing)
            return

    def over_agreements(self) -> None:
        """Keep 条款库 over a draft, and two versions side by side."""
        cases = self._centre.services.cases
        several = (line for line in self._lines if len(cases.folder(line.id).agreements) > 1)
        self._over("clauses", self._drafts(), AgreementPane.open_library)
        self._over("versions", several, AgreementPane.compare_versions)

    def _over(self, name: str, lines: Iterator[CaseLine], act: Callable[[AgreementPane], None]) -> None:
        for line in lines:
            self._window.open_case(line.id, TAB_AGREEMENT)
            self._camera.settle()
            for pane in self._window.frame.findChildren(AgreementPane):
                if pane.isVisible() and self._keep(name, partial(act, pane)):
                    return

    def duty(self) -> None:
        """Keep the form of one of the four duties."""
        for line in self._in_state(CaseState.MEDIATING):
            self._window.open_case(line.id, TAB_DUTIES)
            self._camera.settle(1)
            cards = self._window.frame.findChildren(DutyCardWidget)
            if cards and self._keep("duty", cards[0].verb.click):
                return

    def batch(self) -> None:
        """Keep a batch as it asks and as it ends: the notices of everything the list shows."""
        self._window.open_page(PAGE_CASES)
        self._camera.settle(1)
        for page in self._window.frame.findChildren(CasesScreen):
            page.foot.batch.click()
        self._camera.settle(1)
        for dialog in self._window.frame.findChildren(BatchDialog):
            self._camera.take(dialog, "dialog-batch", 1)
            dialog.begin.click()
            while not dialog.print.isVisible():
                self._camera.settle(1)
            self._camera.take(dialog, "dialog-batch-result", 1)
            dialog.close()

    def performance(self) -> None:
        """Keep every tab of 履行回访, and the forms that only stand at an entry of a plan."""
        self._window.open_page(PAGE_PERFORMANCE)
        self._camera.settle(1)
        for page in self._window.frame.findChildren(PerformanceScreen):
            wanted = {REVERSE, URGING_ANSWER, DROP_VISIT, COURT_BACK, ACTION_RESULT}
            for view in DueView:
                page.choose(view.value)
                self._camera.take(self._window.frame, f"performance-{view.value}", 2)
                for row in range(page.table.model().rowCount()):
                    page.table.setCurrentIndex(page.table.model().index(row, 0))
                    self._camera.settle(1)
                    for act in [act for act in page.beside.cards.acts if act.key in wanted]:
                        wanted.discard(act.key)
                        self._keep(f"performance-{act.key}", partial(page.beside.cards.press, act))
                    if not wanted:
                        break

    def watch(self) -> None:
        """Keep the closed loop and the forms that the page of supervision opens."""
        self._window.open_page(PAGE_WATCH)
        self._camera.settle(1)
        for page in self._window.frame.findChildren(WatchScreen):
            self._keep("reply", page.act)
            self._keep("whistle", page.blow.click)
            self._keep("proactive", page.note.click)
            page.choose("loop")
            self._camera.take(self._window.frame, "watch-loop")

    def registers(self) -> None:
        """Keep the forms of a new member of staff and a new party."""
        for key in (PAGE_STAFF, PAGE_PARTIES):
            self._window.open_page(key)
            self._camera.settle(1)
            pages: list[StaffScreen | PartiesScreen] = [
                *self._window.frame.findChildren(StaffScreen),
                *self._window.frame.findChildren(PartiesScreen),
            ]
            for page in pages:
                if page.isVisible():
                    self._keep(f"add-{key}", page.add.click)

    def merging(self) -> None:
        """Keep the question that two entries of one person lead to."""
        merging, people = self._centre.services.merging, self._centre.services.people
        for line in people.parties():
            alike = merging.alike(line.id)
            if not alike:
                continue
            for page in self._window.frame.findChildren(PartiesScreen):
                page.open_party(line.id)
                self._camera.settle(1)
                self._keep("merge", partial(page.merge, line.id, alike[0].record.id))
            return

    def first_start(self) -> None:
        """Keep the wizard as on a new machine; what it asks is never answered."""
        services, kit, runner = self._centre.services, self._desktop.kit, self._desktop.runner

        def presenter(view: FirstStartView, finish: Callable[[StaffMember], None]) -> FirstStartPresenter:
            return FirstStartPresenter(services.settings, kit.translator, runner, view, finish)

        wizard = FirstStartDialog(kit, presenter, lambda _member: None, lambda: None)
        wizard.begin()
        self._camera.take(wizard, "dialog-first-start")
        wizard.close()

    def _keep(self, name: str, open_it: Callable[[], object]) -> bool:
        """Open a dialog, keep its picture and close it; answers whether one came."""
        open_it()
        self._camera.settle(1)
        shown = [dialog for dialog in self._window.frame.findChildren(QDialog) if dialog.isVisible()]
        for dialog in shown:
            self._camera.take(dialog, f"dialog-{name}", 1)
            dialog.close()
        self._camera.settle(1)
        return bool(shown)

    def _case_with(self, key: str) -> UUID | None:
        """Give a case whose menu has this form."""
        cases, translator = self._centre.services.cases, self._desktop.kit.translator
        for line in self._lines:
            entries = menu(translator, cases.folder(line.id))
            if key in {entry.key for entry in entries}:
                return line.id
        return None

    def _drafts(self) -> Iterator[CaseLine]:
        cases = self._centre.services.cases
        for line in self._lines:
            if any(kept.state is AgreementState.DRAFT for kept in cases.folder(line.id).agreements):
                yield line

    def _in_state(self, state: CaseState) -> Iterator[CaseLine]:
        return (line for line in self._lines if line.state is state)
