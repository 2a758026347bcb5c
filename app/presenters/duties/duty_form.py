"""The form of one duty: who answers, until when, how it ended, with its extensions and files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Protocol
from uuid import UUID

from app.domain.duties.four_duties import DutyKind, FourDuties
from app.domain.filing.documents import Attachment
from app.domain.people.staff import StaffMember
from app.presenters.desk import Desk
from app.presenters.duties.duty_fields import Offered, duty_fields
from app.presenters.duties.duty_reading import (
    DutyRecord,
    duty_problems,
    duty_values,
    read_duties,
    read_duty,
)
from app.presenters.duties.extension_form import extension_form, extension_words
from app.presenters.navigation import Navigator
from app.presenters.rosters.entry_form import YES, EntryForm, Saved, Values
from app.presenters.rosters.entry_presenter import EntryPresenter
from app.presenters.sentences import sentence
from app.services.done import Done

Told = Callable[[Saved], None]


class DutyFormView(Protocol):
    """What the window of a duty shows beside its fields."""

    def show_extensions(self, lines: tuple[str, ...], *, may_extend: bool) -> None:
        """Show the extensions so far, and whether another may be made."""

    def show_trouble(self, words: str) -> None:
        """Say what went wrong beside the fields; empty words hide it."""

    def open_extension(self, form: EntryPresenter[FourDuties]) -> None:
        """Open the form of an extension."""


class DutyForm:
    """The form of one duty with what it can do beside its fields; ``entry`` carries the fields."""

    def __init__(
        self, desk: Desk, navigator: Navigator, record: DutyRecord, offered: Offered, told: Told
    ) -> None:
        self._desk, self._navigator, self._offered, self._told = desk, navigator, offered, told
        self._view: DutyFormView | None = None
        self.entry = EntryPresenter(desk, self._form(record), told)

    def attach(self, view: DutyFormView) -> None:
        """Show what is beside the fields."""
        self._view = view
        self._show()

    # user → presenter

    def extend(self) -> None:
        """Open the form that moves the due date on."""
        if self._view is not None:
            record = self.entry.record
            form = extension_form(self._desk, record.duties, record.kind, self._offered.officials)
            self._view.open_extension(EntryPresenter(self._desk, form, self._on_extended))

    def add_file(self) -> None:
        """Add a file to the case and tick it as evidence of this duty."""
        path = self._navigator.ask_file(self._desk.translator.text("选择证据文件"))
        if path is None:
            return
        case_id, actor = self.entry.record.case.id, self._desk.actor
        attachments = self._desk.services.attachments

        def add(chosen: Path) -> tuple[Done[Attachment], DutyRecord]:
            done = attachments.add(case_id, chosen, chosen.name, actor=actor)
            return done, self._read()

        self._desk.runner.submit(lambda: add(path), self._on_added, self._failed)

    # services → view

    def _on_added(self, answer: tuple[Done[Attachment], DutyRecord]) -> None:
        done, record = answer
        self._desk.feed.announce(done.changes)
        self.entry.follow(record)
        self.entry.renew(self._form(record))
        ticked = [key for key in self.entry.values.get("evidence", "").split(",") if key]
        self.entry.put("evidence", ",".join((*ticked, str(done.value.id))))
        self._show()

    def _on_extended(self, saved: Saved) -> None:
        self._told(saved)

        def arrived(record: DutyRecord) -> None:
            self.entry.follow(record)
            self._show()

        self._desk.runner.submit(self._read, arrived, self._failed)

    def _failed(self, error: Exception) -> None:
        if self._view is not None:
            self._view.show_trouble(sentence(self._desk.translator, error))

    def _show(self) -> None:
        if self._view is None:
            return
        duty = self.entry.record.duty
        lines = tuple(extension_words(self._desk, extension) for extension in duty.extensions)
        may_extend = duty.is_assigned and not duty.is_done and duty.due_on is not None
        self._view.show_trouble("")
        self._view.show_extensions(lines, may_extend=may_extend)

    def _read(self) -> DutyRecord:
        record = self.entry.record
        return read_record(self._desk, record.case.id, record.kind, record.staff)

    def _form(self, record: DutyRecord) -> EntryForm[DutyRecord]:
        desk, say = self._desk, self._desk.translator.text
        name = say(record.kind.term)

        def write(values: Values, stored: DutyRecord) -> Saved:
            if values.get("assign_all", "") == YES:
                done = desk.services.duties.save(read_duties(values, stored, desk.today), actor=desk.actor)
            else:
                done = desk.services.duties.save_duty(
                    stored.case.id,
                    read_duty(values, stored, desk.today),
                    actor=desk.actor,
                    version=stored.duties.version,
                )
            return Saved(done.changes, _told(desk, done.value, stored))

        return EntryForm(
            draft_key=f"duty/{record.case.id}/{record.kind.value}",
            title=say("{duty}：{case}", duty=name, case=record.case.title),
            verb=say("保存"),
            fields=duty_fields(desk.translator, record, self._offered),
            seen=record,
            read=self._read,
            values=duty_values,
            write=write,
            check=lambda values: duty_problems(values, self.entry.record, desk.today),
            words=(self._offered.explanation,) if self._offered.explanation else (),
        )


def duty_form(desk: Desk, navigator: Navigator, case_id: UUID, kind: DutyKind, told: Told) -> DutyForm:
    """Read what the form of a duty needs, off the window's thread."""
    services = desk.services
    staff = tuple(m for m in services.people.staff() if m.left_on is None or m.left_on > desk.today)
    record = read_record(desk, case_id, kind, staff)
    organisations = services.people.organisations()
    units = [name for o in organisations for name in (o.name, *(studio.name for studio in o.studios))]
    offered = Offered(
        officials=services.duties.lead_officials(),
        units=tuple(units),
        explanation=services.duties.explanation(record.duties, record.case, kind),
    )
    return DutyForm(desk, navigator, record, offered, told)


def read_record(desk: Desk, case_id: UUID, kind: DutyKind, staff: tuple[StaffMember, ...]) -> DutyRecord:
    """Read one duty with its case."""
    folder = desk.services.cases.folder(case_id)
    return DutyRecord(
        kind=kind, case=folder.case, duties=folder.duties, attachments=folder.attachments, staff=staff
    )


def _told(desk: Desk, saved: FourDuties, before: DutyRecord) -> str:
    """Say what saving did: done, assigned to whom, or just saved."""
    say, duty = desk.translator.text, saved.duty(before.kind)
    name = say(duty.kind.term)
    if duty.is_done and not before.duty.is_done:
        return say("{duty}已完成", duty=name)
    given = sum(
        now.is_assigned and not then.is_assigned
        for now, then in zip(saved.duties, before.duties.duties, strict=True)
    )
    if given > 1:
        return say("已指定 {n} 项，由{name}负责", n=given, name=duty.responsible_person)
    if given and duty.is_assigned:
        return say("{duty}由{name}负责", duty=name, name=duty.responsible_person)
    return say("已保存{duty}", duty=name)
