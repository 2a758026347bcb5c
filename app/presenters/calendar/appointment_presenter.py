"""An appointment being made or changed: three free slots offered, clashes told while typing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol
from uuid import UUID

from app.domain.errors import DomainError
from app.domain.mediation.schedule.appointments import Appointment, MeetingPlace, meeting_of
from app.domain.mediation.schedule.clashes import Clash
from app.domain.mediation.schedule.slots import Slot
from app.presenters.calendar.appointment_form import (
    CASE,
    CLASH,
    TIMING,
    AppointmentChoices,
    read_appointment,
)
from app.presenters.calendar.words import CalendarWords
from app.presenters.desk import Desk
from app.presenters.rosters.entry_form import YES, EntryForm, FieldKind, Saved
from app.presenters.rosters.entry_presenter import EntryPresenter
from app.presenters.rosters.entry_view import EntryView
from app.presenters.sentences import sentence
from app.services.mediation.appointments import CLASHES
from app.services.mediation.planning import taking

_WEIGHED = TIMING | {"language", "wishes"}


@dataclass(frozen=True, slots=True)
class OfferWords:
    """A free slot: its number, when, where, and what speaks for it."""

    number: int
    when: str
    place: str
    reasons: str


class AppointmentView(EntryView, Protocol):
    """The window of an appointment."""

    def show_offers(self, offers: Sequence[OfferWords], chosen: int) -> None:
        """Offer free slots; ``chosen`` is the number of the one in the fields, 0 for none."""

    def show_clashing(self, words: str) -> None:
        """Say what stands in the way of the time in the fields; empty words hide it."""


class KeepsClash(EntryPresenter[Appointment]):
    """A form that asks for a reason once a clash is found, or from the start where one is known."""

    def __init__(
        self,
        desk: Desk,
        form: EntryForm[Appointment],
        saved: Callable[[Saved], None],
        *,
        has_clash: bool = False,
    ) -> None:
        super().__init__(desk, form, saved)
        if has_clash:
            self._set_clash(is_one=True)

    def _on_refused(self, error: Exception, *, is_again: bool) -> None:
        if isinstance(error, DomainError) and error.code == CLASHES:
            self._set_clash(is_one=True)
        super()._on_refused(error, is_again=is_again)

    def _set_clash(self, *, is_one: bool) -> None:
        """Ask for the reason, or ask no more; not counted as typing."""
        value = YES if is_one else ""
        if self.values.get(CLASH, "") != value:
            self._typed.values[CLASH] = value
            if self._view is not None:
                self._view.show_values(self.values, "")


class AppointmentPresenter(KeepsClash):
    """Knows the slots on offer; every change of time, room or people is weighed anew."""

    def __init__(
        self,
        desk: Desk,
        form: EntryForm[Appointment],
        choices: AppointmentChoices,
        offers: tuple[Slot, ...],
        saved: Callable[[Saved], None],
    ) -> None:
        super().__init__(desk, form, saved)
        self._choices, self._offers = choices, offers
        self._words = CalendarWords(desk.translator, desk.formats)
        self._asked = 0
        self._window: AppointmentView | None = None
        self._bound: list[Callable[[UUID, MeetingPlace | None], None]] = []

    def on_case(self, callback: Callable[[UUID, MeetingPlace | None], None]) -> None:
        """Call back with the case the user names, and the time typed so far; this form is then over."""
        self._bound.append(callback)

    def show_in(self, view: AppointmentView) -> None:
        """Show form, offers and clashes in a window."""
        self._window = view
        self.attach(view)
        self._show_offers()
        self._weigh()

    @property
    def has_offers(self) -> bool:
        """Tell whether any slot is offered."""
        return bool(self._offers)

    # user → presenter

    def take(self, number: int) -> None:
        """Put an offered slot into the fields."""
        if not 0 < number <= len(self._offers):
            return
        slot = self._offers[number - 1]
        taken = self.form.values(taking(self.record, slot))
        for key in ("day", "start", "end", "room", "place"):
            self.type(key, taken[key])
        if slot.interpreter is not None:
            self.type("interpreter", slot.interpreter.name)
        if self._view is not None:
            self._view.show_values(self.values, "")
        self._show_offers()
        self._weigh()
        self.save_draft()

    def type(self, key: str, value: str) -> None:
        """Note what stands in a field; a choice is weighed at once, a text when it is left."""
        before = self.values.get(key, "")
        super().type(key, value)
        kind = next((field.kind for field in self.form.fields if field.key == key), FieldKind.LINE)
        if before != value and key in _WEIGHED and kind in (FieldKind.CHOICE, FieldKind.TICKS):
            self._weigh()

    def leave(self, key: str) -> None:
        """Check the field that was left, and weigh what it may have changed."""
        super().leave(key)
        if key in _WEIGHED:
            self._weigh()
        elif key == CASE and self.values.get(CASE, "").strip():
            self._find_case(self.values[CASE])

    # services → view

    def _find_case(self, typed: str) -> None:
        cases = self._desk.services.cases

        def found(case_id: UUID) -> None:
            at = self._typed_time()
            self._is_over = True
            self._forget_draft()
            if self._window is not None:
                self._window.finish()
            for callback in self._bound:
                callback(case_id, at)

        def refused(error: Exception) -> None:
            if self._window is not None:
                self._window.show_notes({CASE: (True, sentence(self._desk.translator, error))})

        self._desk.runner.submit(lambda: cases.by_number(typed), found, refused)

    def _typed_time(self) -> MeetingPlace | None:
        try:
            return meeting_of(read_appointment(self.values, self.record, self._choices))
        except DomainError:
            return None

    def _weigh(self) -> None:
        """Look for clashes and for free slots with what stands in the fields, if that can be read."""
        try:
            typed = read_appointment(self.values, self.record, self._choices)
        except DomainError:
            return
        self._asked += 1
        ticket, appointments = self._asked, self._desk.services.appointments

        def arrived(found: tuple[tuple[Clash, ...], tuple[Slot, ...]]) -> None:
            if ticket == self._asked:
                self._offers = found[1]
                self._show_clashes(found[0])
                self._show_offers()

        self._desk.runner.submit(
            lambda: (appointments.clashes(typed), appointments.offers(typed)), arrived, self._on_failed
        )

    def _show_clashes(self, found: tuple[Clash, ...]) -> None:
        self._set_clash(is_one=bool(found))
        if self._window is not None:
            self._window.show_clashing(self._words.clashes(found))

    def _show_offers(self) -> None:
        if self._window is None:
            return
        today = self._desk.today
        offers = [
            OfferWords(
                number,
                self._words.slot(slot, today),
                self._words.slot_place(slot),
                self._words.slot_reasons(slot),
            )
            for number, slot in enumerate(self._offers, start=1)
        ]
        self._window.show_offers(offers, self._chosen())

    def _chosen(self) -> int:
        for number, slot in enumerate(self._offers, start=1):
            taken = self.form.values(taking(self.record, slot))
            if all(self.values.get(key) == taken[key] for key in ("day", "start", "end", "room")):
                return number
        return 0
