"""One open case: read, kept fresh, its next step one press away."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from app.domain.changes import Changes
from app.domain.disputes.states import Stage
from app.domain.duties.next_steps import NextStepKind
from app.domain.values.days.moments import local_day
from app.presenters.calendar.flow import AppointmentDialogs, AppointmentFlow
from app.presenters.desk import Desk
from app.presenters.navigation import (
    TAB_AGREEMENT,
    TAB_DOCUMENTS,
    TAB_EVIDENCE,
    TAB_FILE,
    TAB_LINKS,
    TAB_OVERVIEW,
    TAB_PERFORMANCE,
    TAB_SESSIONS,
    Navigator,
)
from app.presenters.sentences import sentence
from app.presenters.showing.turns import TURNS
from app.presenters.watch.opening import WatchActs
from app.presenters.workspace import menu
from app.presenters.workspace.folder import CaseFolder
from app.presenters.workspace.forms.asked import Form
from app.presenters.workspace.forms.bridges.export import SecurityExport
from app.presenters.workspace.forms.performance.menu import RECEIPT
from app.presenters.workspace.forms.presenter import FormPresenter
from app.presenters.workspace.forms.turns.archive import undoable
from app.presenters.workspace.turn_menu import OPEN_CASE, UNDO
from app.presenters.workspace.view import WorkspaceView
from app.presenters.workspace.words.frame import STAGES, FrameWords

_TAB_OF_STAGE: dict[Stage, str] = {
    Stage.REGISTRATION: TAB_OVERVIEW,
    Stage.TRIAGE: TAB_OVERVIEW,
    Stage.ACCEPTANCE: TAB_OVERVIEW,
    Stage.INVESTIGATION: TAB_EVIDENCE,
    Stage.MEDIATION: TAB_SESSIONS,
    Stage.AGREEMENT: TAB_AGREEMENT,
    Stage.PERFORMANCE: TAB_PERFORMANCE,
    Stage.FOLLOW_UP: TAB_PERFORMANCE,
    Stage.ARCHIVE: TAB_FILE,
}
_OF_A_CASE = (
    frozenset(
        {
            "agreement",
            "session",
            "duties",
            "document",
            "attachment",
            "appointment",
            "supervision",
            "whistle",
            "performance",
            "confirmation",
            "legal_action",
            "submission",
            "visit",
            "referral",
            "guidance",
            "order",
            "case_file",
        }
    )
    | TURNS
)


@dataclass(frozen=True, slots=True)
class _Read:
    """A folder with the name of its type of dispute."""

    folder: CaseFolder
    type_name: str


class WorkspacePresenter:
    """Shows one case at a time; panes get every new folder, forms are opened through ``ask``."""

    def __init__(
        self, desk: Desk, navigator: Navigator, view: WorkspaceView, windows: AppointmentDialogs
    ) -> None:
        self._desk, self._navigator, self._view = desk, navigator, view
        self._appointments = AppointmentFlow(desk, navigator, windows)
        self._words = FrameWords(desk.translator, desk.formats)
        self._watch = WatchActs(desk, navigator, self._failed)
        self._export = SecurityExport(desk, navigator, self._failed)
        self._case_id: UUID | None = None
        self._folder: CaseFolder | None = None
        self._wanted_tab, self._acts = "", False
        self._is_reading = self._is_stale = False
        self._end = desk.feed.on_change(self._on_change)

    @property
    def case_id(self) -> UUID | None:
        """Give the case that is open."""
        return self._case_id

    @property
    def folder(self) -> CaseFolder | None:
        """Give the case as last read."""
        return self._folder

    def close(self) -> None:
        """Stop listening to writes."""
        self._end()

    # user → presenter

    def open(self, case_id: UUID, tab: str = "", *, act: bool = False) -> None:
        """Open a case at a tab, or where its next step is done; ``act`` starts that step at once."""
        if case_id != self._case_id:
            self._folder = None
            self._view.show_loading()
        self._case_id, self._wanted_tab, self._acts = case_id, tab, act
        self._view.show_look_back("", is_missing=False)
        self.refresh()

    def refresh(self) -> None:
        """Read the case again; what is being typed stays."""
        if self._case_id is None:
            return
        if self._is_reading:
            self._is_stale = True
            return
        self._is_reading, self._is_stale = True, False
        case_id, services = self._case_id, self._desk.services

        def read() -> _Read:
            folder = services.cases.folder(case_id)
            types = services.people.dispute_types(local_day(folder.case.registered_at))
            return _Read(folder, types.name_of(folder.case.dispute_type))

        self._desk.runner.submit(read, self._arrived, self._failed)

    def press_step(self) -> None:
        """Do the next step: its form, or its pane."""
        folder = self._folder
        if folder is None:
            return
        step = folder.next_step
        form = menu.FORM_OF_STEP.get(step.kind)
        if form is not None:
            self.ask(form)
        elif step.kind is NextStepKind.SCHEDULE:
            self.schedule()
        elif step.kind is NextStepKind.NOTHING:
            self._view.show_tab(TAB_DOCUMENTS)
        else:
            tab = self._words.header(folder, "", self._desk.today).step.tab
            self._view.show_tab(tab)
            self._view.take_step(tab, step.kind, step.subject_id)

    def record_payment(self) -> None:
        """Record performance of what is open, from wherever in the case the user is."""
        offered = (
            {entry.key for entry in menu.menu(self._desk.translator, self._folder)} if self._folder else set()
        )
        if RECEIPT in offered:
            self.ask(RECEIPT)
        elif self._folder is not None:
            self._navigator.toast(self._desk.translator.text("本案现在没有待履行的款项或事项"))

    def schedule(self) -> None:
        """Open the appointment that comes next, or ask for one (F6)."""
        folder = self._folder
        if folder is None or not folder.case.is_open:
            return
        planned = [appointment for appointment in folder.appointments if appointment.is_active]
        if planned:
            self._appointments.open(planned[0].id)
        else:
            self._appointments.plan(folder.case.id)

    def ask(self, key: str, subject: UUID | None = None, part: UUID | None = None) -> None:
        """Open a form by its key, about a party, an agent, an order or a whistle where one is given."""
        folder = self._folder
        if folder is None:
            return
        if key == menu.SCHEDULE:
            self.schedule()
            return
        if key in menu.WATCHED:
            self._watch.do(menu.WATCHED[key], subject or folder.case.id)
            return
        if key == menu.EXPORT_SECURITY:
            self._export.export(folder)
            return
        if key == OPEN_CASE:
            if subject is not None:
                self._navigator.open_case(subject)
            return
        if key == UNDO and undoable(folder) is None:
            self._navigator.toast(self._desk.translator.text("没有可以撤销的事"))
            return

        def made(form: Form) -> None:
            self._view.open_form(FormPresenter(self._desk, self._navigator, form, folder, self.ask))

        self._desk.runner.submit(
            lambda: menu.form_of(self._desk, folder, key, subject, part), made, self._failed
        )

    def look_at(self, place: int) -> None:
        """Look at a step: what it left, or what it needs; nothing changes."""
        if self._folder is None:
            return
        stage, folder = STAGES[place], self._desk.names.shown(self._folder)
        missing = self._words.missing(folder, stage)
        if missing:
            text = self._desk.translator.text(
                "{stage}：{missing}", stage=self._desk.translator.text(stage.term), missing=missing
            )
            self._view.show_look_back(text, is_missing=True)
            return
        self._view.show_look_back(self._words.look_back(folder, stage, self._desk.today), is_missing=False)
        self._view.show_tab(_TAB_OF_STAGE[stage])

    # services → view

    def _arrived(self, read: _Read) -> None:
        self._is_reading = False
        if read.folder.case.id != self._case_id:
            self.refresh()
            return
        is_first = self._folder is None
        self._folder = read.folder
        self._show(read)
        if is_first or self._wanted_tab:
            usual = self._words.header(read.folder, "", self._desk.today).step.tab
            self._view.show_tab(self._wanted_tab or usual)
        acts, self._wanted_tab, self._acts = self._acts, "", False
        if acts:
            self.press_step()
        if self._is_stale:
            self.refresh()

    def _show(self, read: _Read) -> None:
        folder, today = self._desk.names.shown(read.folder), self._desk.today
        self._view.show_failure("")
        self._view.show_header(self._words.header(folder, read.type_name, today, self._desk.clock.now()))
        self._view.show_menu(menu.menu(self._desk.translator, folder))
        self._view.show_timeline(self._words.timeline(folder, today))
        self._view.show_counts(self._counts(folder))
        self._view.show_folder(read.folder)

    def _counts(self, folder: CaseFolder) -> dict[str, str]:
        count = self._desk.formats.count
        numbers = {
            TAB_SESSIONS: len(folder.sessions),
            TAB_PERFORMANCE: sum(len(plan.open_items) for plan in folder.performance.plans),
            TAB_EVIDENCE: len(folder.attachments),
            TAB_LINKS: len(tuple(folder.dealings)),
            TAB_DOCUMENTS: len(folder.documents),
        }
        return {key: count(number) if number else "" for key, number in numbers.items()}

    def _failed(self, error: Exception) -> None:
        self._is_reading = False
        self._view.show_failure(sentence(self._desk.translator, error))

    def _on_change(self, changes: Changes) -> None:
        """Read again when this case, or a part of any case (parts have ids of their own), was touched."""
        if self._case_id is None:
            return
        if self._case_id in changes.ids("case") or changes.kinds & _OF_A_CASE:
            self.refresh()
