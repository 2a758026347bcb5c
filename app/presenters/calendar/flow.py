"""Making, opening, moving and cancelling appointments, from wherever in the window it is asked for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Protocol, TypeVar
from uuid import UUID

from app.domain.mediation.schedule.appointments import Appointment, MeetingPlace, meeting_of
from app.domain.mediation.schedule.clashes import Clash
from app.presenters.calendar.appointment_presenter import AppointmentPresenter, KeepsClash
from app.presenters.calendar.asking import (
    Ready,
    agenda_of,
    choices_of,
    form_of,
    ready_new,
    ready_stored,
)
from app.presenters.calendar.card import (
    BEGIN,
    CANCEL,
    CHANGE,
    HOLD,
    NOTIFY,
    OPEN_CASE,
    REOPEN,
    AppointmentCard,
    CardWords,
)
from app.presenters.calendar.notices import NoticePresenter
from app.presenters.calendar.short_forms import cancel_form, move_form
from app.presenters.calendar.words import CalendarWords
from app.presenters.desk import Desk
from app.presenters.navigation import TAB_SESSIONS, Navigator
from app.presenters.rosters.entry_form import EntryForm, Saved
from app.presenters.sentences import sentence
from app.services.done import Done
from app.services.mediation.agenda import Agenda

T = TypeVar("T")


class AppointmentDialogs(Protocol):
    """The windows of appointments over a screen."""

    def open_appointment(self, presenter: AppointmentPresenter) -> None:
        """Ask for an appointment."""

    def open_card(self, card: AppointmentCard, act: Callable[[str], None]) -> None:
        """Show an appointment; ``act`` takes the key of the verb pressed."""

    def open_notices(self, presenter: NoticePresenter) -> None:
        """Ask who is told, and how."""

    def open_short(self, presenter: KeepsClash) -> None:
        """Ask for a reason."""

    def show_failure(self, words: str) -> None:
        """Say what failed; empty words hide it."""


class AppointmentFlow:
    """Carries one intent from question to toast; what was written is undone by the toast while it can be."""

    def __init__(self, desk: Desk, navigator: Navigator, dialogs: AppointmentDialogs) -> None:
        self._desk, self._navigator, self._dialogs = desk, navigator, dialogs
        self._say = desk.translator.text
        self._service = desk.services.appointments

    # user → presenter

    def plan(self, case_id: UUID | None = None, at: MeetingPlace | None = None) -> None:
        """Ask for a new appointment of a case, or of something else; at a time pointed at, if any."""
        self._run(lambda: ready_new(self._desk, case_id, at), self._ask)

    def open(self, appointment_id: UUID) -> None:
        """Show an appointment with what may be done now."""

        def show(found: tuple[Appointment, Agenda]) -> None:
            appointment, agenda = found
            words = CardWords(self._desk.translator, self._desk.formats)
            clashes, now = agenda.clashes.get(appointment.id, ()), self._desk.clock.now()
            remarks = agenda.remarks.get(appointment.id, ())
            card = words.card(appointment, agenda.room_name(appointment), clashes, now, remarks=remarks)
            self._dialogs.open_card(card, lambda key: self._act(key, appointment))

        self._run(lambda: self._read(appointment_id), show)

    def move(self, appointment: Appointment, to: MeetingPlace) -> None:
        """Move an appointment; a reason is asked for where one is needed."""
        if to == meeting_of(appointment):
            return
        there = replace(
            appointment, starts_at=to.starts_at, ends_at=to.ends_at, room_id=to.room_id, place=to.place
        )

        def weighed(found: tuple[Clash, ...]) -> None:
            if found or appointment.was_told:
                form = move_form(self._desk, appointment, to, found)
                self._ask_short(form, appointment, has_clash=bool(found))
            else:
                self._move(appointment, to)

        self._run(lambda: self._service.clashes(there), weighed)

    def tell(self, appointment_id: UUID) -> None:
        """Ask who is told of an appointment."""

        def show(found: tuple[Appointment, Agenda]) -> None:
            appointment, agenda = found
            place = agenda.room_name(appointment)
            self._dialogs.open_notices(NoticePresenter(self._desk, self._navigator, appointment, place))

        self._run(lambda: self._read(appointment_id), show)

    # pieces

    def _move(self, appointment: Appointment, to: MeetingPlace) -> None:
        actor, version = self._desk.actor, appointment.version
        self._run(lambda: self._service.move(appointment.id, to, actor=actor, version=version), self._moved)

    def _act(self, key: str, appointment: Appointment) -> None:
        acts: dict[str, Callable[[], None]] = {
            NOTIFY: lambda: self.tell(appointment.id),
            CHANGE: lambda: self._run(lambda: ready_stored(self._desk, appointment.id), self._ask),
            CANCEL: lambda: self._ask_short(cancel_form(self._desk, appointment), appointment),
            REOPEN: lambda: self._reopen(appointment),
            HOLD: lambda: self._hold(appointment),
            BEGIN: lambda: self._open_case(appointment, TAB_SESSIONS, act=True),
            OPEN_CASE: lambda: self._open_case(appointment, "", act=False),
        }
        acts[key]()

    def _open_case(self, appointment: Appointment, tab: str, *, act: bool) -> None:
        if appointment.case_id is not None:
            self._navigator.open_case(appointment.case_id, tab, act=act)

    def _ask(self, ready: Ready) -> None:
        choices = choices_of(self._desk, ready)
        form = form_of(self._desk, ready, choices)
        presenter = AppointmentPresenter(
            self._desk, form, choices, ready.offers, partial(self._after, ready.appointment)
        )
        presenter.on_case(self.plan)
        self._dialogs.open_appointment(presenter)

    def _ask_short(
        self, form: EntryForm[Appointment], before: Appointment, *, has_clash: bool = False
    ) -> None:
        self._dialogs.open_short(
            KeepsClash(self._desk, form, partial(self._after, before), has_clash=has_clash)
        )

    def _after(self, before: Appointment, saved: Saved) -> None:
        """Say what was saved with the way back, then go on to those who have to be told."""

        def told(now: Appointment) -> None:
            self._navigator.toast(saved.told, self._way_back(before, now))
            if now.case_id is not None and now.is_active and now.untold():
                self.tell(now.id)

        self._run(lambda: self._service.appointment(before.id), told)

    def _way_back(self, before: Appointment, now: Appointment) -> Callable[[], None] | None:
        if not now.is_active:
            return lambda: self._reopen(now)
        if before.version == 0:
            return lambda: self._undo_made(now)
        if len(now.moves) > len(before.moves):
            return lambda: self._undo_move(now)
        return None

    def _moved(self, done: Done[Appointment]) -> None:
        words = CalendarWords(self._desk.translator, self._desk.formats)
        now = done.value
        told = self._say("已改到 {when}", when=words.when(now.starts_at, now.ends_at, self._desk.today))
        self._desk.feed.announce(done.changes)
        self._navigator.toast(told, lambda: self._undo_move(now))

    def _undo_made(self, made: Appointment) -> None:
        reason, actor = self._say("约定后撤销"), self._desk.actor
        self._write(lambda: self._service.cancel(made.id, reason, actor=actor, version=made.version))

    def _undo_move(self, moved: Appointment) -> None:
        actor = self._desk.actor
        self._write(lambda: self._service.move_back(moved.id, actor=actor, version=moved.version))

    def _reopen(self, seen: Appointment) -> None:
        actor = self._desk.actor
        self._write(lambda: self._service.reopen(seen.id, actor=actor, version=seen.version))

    def _hold(self, seen: Appointment) -> None:
        actor = self._desk.actor
        self._write(lambda: self._service.hold(seen.id, actor=actor, version=seen.version))

    def _read(self, appointment_id: UUID) -> tuple[Appointment, Agenda]:
        appointment = self._service.appointment(appointment_id)
        return appointment, agenda_of(self._desk, appointment)

    def _write(self, work: Callable[[], Done[Appointment]]) -> None:
        self._run(work, lambda done: self._desk.feed.announce(done.changes))

    def _run(self, work: Callable[[], T], done: Callable[[T], None]) -> None:
        self._dialogs.show_failure("")
        self._desk.runner.submit(work, done, self._failed)

    def _failed(self, error: Exception) -> None:
        self._dialogs.show_failure(sentence(self._desk.translator, error))
