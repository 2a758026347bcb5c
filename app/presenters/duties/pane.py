"""四包 of one case: four cards with everything recorded, their forms, the printed record, 销号."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from app.domain.disputes.clocks import CaseClock
from app.domain.duties.four_duties import Duty, DutyKind, DutyStatus, FourDuties
from app.domain.filing.kinds import DocumentKind
from app.presenters.desk import Desk
from app.presenters.due_words import Chip, ChipKind, clock_chip
from app.presenters.duties.case_duty_forms import assign_all_form, discharge_form
from app.presenters.duties.duty_form import DutyForm, duty_form
from app.presenters.duties.duty_words import GLOSSES, DutyWords
from app.presenters.duties.extension_form import extension_words
from app.presenters.navigation import Navigator
from app.presenters.rosters.entry_form import EntryForm, Saved
from app.presenters.rosters.entry_presenter import EntryPresenter
from app.presenters.sentences import sentence
from app.presenters.workspace.folder import CaseFolder
from app.presenters.workspace.papers import Papers

R = TypeVar("R")


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyPanel:
    """One duty as a card of the workspace; ``verb`` opens its form."""

    kind: DutyKind
    title: str
    gloss: str
    status: DutyStatus
    word: str
    chip: Chip | None
    lines: tuple[tuple[str, str], ...]
    extensions: tuple[str, ...]
    verb: str
    spoken: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PaneActs:
    """The verbs above the cards; an empty one is not offered. ``discharged`` tells of 销号."""

    assign_all: str
    discharge: str
    discharged: str


class DutiesPaneView(Protocol):
    """What the pane can show."""

    def show_panels(self, panels: Sequence[DutyPanel]) -> None:
        """Show the four cards."""

    def show_acts(self, acts: PaneActs) -> None:
        """Offer what can be done with all four."""

    def show_error(self, words: str) -> None:
        """Say at the top what failed; empty words hide it."""

    def open_duty(self, form: DutyForm) -> None:
        """Open the form of a duty."""

    def open_form(self, form: EntryPresenter[FourDuties]) -> None:
        """Open a form over all four."""

    def open_preview(self, pdf: bytes, title: str) -> None:
        """Show the record as it would print."""


class DutiesPanePresenter:
    """Shows the four duties of the open case."""

    def __init__(self, desk: Desk, navigator: Navigator, view: DutiesPaneView) -> None:
        self._desk, self._navigator, self._view = desk, navigator, view
        self._say = desk.translator.text
        self._words = DutyWords(desk.translator, desk.formats)
        self._papers = Papers(desk, navigator, self._failed)
        self._folder: CaseFolder | None = None

    def show_case(self, folder: CaseFolder) -> None:
        """Show a case, or the same case read again."""
        self._folder = folder
        self._view.show_error("")
        seen = self._desk.names.shown(folder)
        self._view.show_panels([self._panel(seen, duty) for duty in seen.duties.duties])
        self._view.show_acts(self._acts(seen))

    # user → presenter

    def open(self, kind: DutyKind) -> None:
        """Open the form of one duty."""
        folder = self._folder
        if folder is not None:
            self._submit(
                lambda: duty_form(self._desk, self._navigator, folder.case.id, kind, self._on_saved),
                self._view.open_duty,
            )

    def open_next(self) -> None:
        """Open the first duty that is not done: the one in hand."""
        if self._folder is not None:
            duties = self._folder.duties.duties
            self.open(next((duty.kind for duty in duties if not duty.is_done), duties[-1].kind))

    def assign_all(self) -> None:
        """Ask who answers for all that nobody has."""
        folder = self._folder
        if folder is not None:
            self._submit(lambda: assign_all_form(self._desk, folder), self._ask)

    def discharge(self) -> None:
        """Strike the case off; with duties left, go to the first of them."""
        folder = self._folder
        if folder is None:
            return
        if all(duty.is_done for duty in folder.duties.duties):
            self._ask(discharge_form(self._desk, folder.duties))
        else:
            self.open_next()

    def preview(self) -> None:
        """Show the record as it would print now."""
        folder, issuing = self._folder, self._desk.services.issuing
        if folder is not None:
            title = self._say(DocumentKind.FOUR_DUTIES.term)
            self._submit(
                lambda: issuing.preview(DocumentKind.FOUR_DUTIES, folder.case.id),
                lambda pdf: self._view.open_preview(pdf, title),
            )

    def print_record(self) -> None:
        """Issue the record, or take the issued one when nothing changed since, and print it."""
        if self._folder is not None:
            self._papers.print(self._folder.case.id, DocumentKind.FOUR_DUTIES)

    # services → view

    def _submit(self, work: Callable[[], R], done: Callable[[R], None]) -> None:
        self._desk.runner.submit(work, done, self._failed)

    def _ask(self, form: EntryForm[FourDuties]) -> None:
        self._view.open_form(EntryPresenter(self._desk, form, self._on_saved))

    def _on_saved(self, saved: Saved) -> None:
        self._navigator.toast(saved.told)

    def _failed(self, error: Exception) -> None:
        self._view.show_error(sentence(self._desk.translator, error))

    def _panel(self, folder: CaseFolder, duty: Duty) -> DutyPanel:
        say, today = self._say, self._desk.today
        status = folder.duties.status(duty.kind, today)
        cell = self._words.cell(duty, status, today)
        clock = next((clock for clock in folder.clocks if clock.subject_id == duty.id), None)
        chip = self._chip(status, clock)
        return DutyPanel(
            kind=duty.kind,
            title=say(duty.kind.term),
            gloss=say(GLOSSES[duty.kind]),
            status=status,
            word=cell.word,
            chip=chip,
            lines=self._lines(folder, duty),
            extensions=tuple(extension_words(self._desk, extension) for extension in duty.extensions),
            verb=say("指定责任人") if status is DutyStatus.UNASSIGNED else say("填写"),
            spoken=cell.spoken,
        )

    def _chip(self, status: DutyStatus, clock: CaseClock | None) -> Chip | None:
        if status is DutyStatus.DONE:
            return Chip(ChipKind.DONE, self._say("已完成"))
        if clock is None:
            return None
        return clock_chip(self._desk.translator, clock, self._desk.today)

    def _lines(self, folder: CaseFolder, duty: Duty) -> tuple[tuple[str, str], ...]:
        say, day = self._say, self._desk.formats.day
        names = {attachment.id: attachment.name for attachment in folder.attachments}
        told = (
            (say("责任领导"), duty.lead_official),
            (say("责任单位"), duty.responsible_unit),
            (say("责任人"), duty.responsible_person),
            (say("配合单位"), "、".join(duty.co_units)),
            (say("工作措施"), duty.measures),
            (say("完成期限"), day(duty.due_on) if duty.due_on else ""),
            (say("完成日期"), day(duty.completed_on) if duty.completed_on else ""),
            (say("完成情况"), duty.outcome),
            (say("由调解员回访的理由"), duty.same_person_reason),
            (say("证据"), "、".join(names.get(id_, say("已移除的文件")) for id_ in duty.evidence_ids)),
        )
        asked = {say("责任领导"), say("责任单位"), say("责任人"), say("完成期限")}
        return tuple((label, value or say("未填")) for label, value in told if value or label in asked)

    def _acts(self, folder: CaseFolder) -> PaneActs:
        say, duties = self._say, folder.duties
        left = sum(not duty.is_done for duty in duties.duties)
        nobodys = sum(not (duty.is_assigned or duty.is_done) for duty in duties.duties)
        discharged = ""
        if duties.discharged_on is not None:
            on = self._desk.formats.day_long(duties.discharged_on)
            discharged = say("{day} 已销号", day=on)
            if duties.discharge_note:
                discharged = say("{told}：{note}", told=discharged, note=duties.discharge_note)
        verb = say("销号") if not left else say("完成 {n} 项后销号", n=left)
        return PaneActs(
            assign_all=say("一次指定 {n} 项", n=nobodys) if nobodys > 1 else "",
            discharge="" if duties.discharged_on is not None else verb,
            discharged=discharged,
        )
