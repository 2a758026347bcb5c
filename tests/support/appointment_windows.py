"""The windows of appointments in tests: they remember who was asked what, and let the test answer."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from app.domain.mediation.schedule.appointments import Appointment
from app.presenters.calendar.appointment_presenter import (
    AppointmentPresenter,
    KeepsClash,
    OfferWords,
)
from app.presenters.calendar.card import AppointmentCard
from app.presenters.calendar.notices import NoticePresenter, NoticeRow
from tests.support.entry_forms import SeenEntry


class SeenAppointment(SeenEntry[Appointment]):
    """The window of an appointment's form."""

    def __init__(self, presenter: AppointmentPresenter) -> None:
        self.offers: tuple[OfferWords, ...] = ()
        self.chosen = 0
        self.clashing = ""
        super().__init__(presenter)
        self.asked = presenter
        presenter.show_in(self)

    def show_offers(self, offers: Sequence[OfferWords], chosen: int) -> None:
        """Remember the free slots."""
        self.offers, self.chosen = tuple(offers), chosen

    def show_clashing(self, words: str) -> None:
        """Remember what is in the way."""
        self.clashing = words


class SeenNotices:
    """The window of the notices."""

    def __init__(self, presenter: NoticePresenter) -> None:
        self.presenter = presenter
        self.words = self.message = self.copied = self.error = ""
        self.rows: tuple[NoticeRow, ...] = ()
        self.is_finished = False
        presenter.attach(self)

    def show_rows(self, words: str, rows: Sequence[NoticeRow]) -> None:
        """Remember the parties."""
        self.words, self.rows = words, tuple(rows)

    def show_message(self, words: str) -> None:
        """Remember the message."""
        self.message = words

    def copy(self, text: str) -> None:
        """Remember what was copied."""
        self.copied = text

    def show_error(self, words: str) -> None:
        """Remember what failed."""
        self.error = words

    def show_busy(self, *, is_busy: bool) -> None:
        """Nothing to remember."""

    def finish(self) -> None:
        """Remember the end."""
        self.is_finished = True


class SeenWindows:
    """Remembers the last window of each kind."""

    def __init__(self) -> None:
        self.appointment: SeenAppointment | None = None
        self.card: AppointmentCard | None = None
        self.act: Callable[[str], None] = lambda _key: None
        self.notices: SeenNotices | None = None
        self.short: SeenEntry[Appointment] | None = None
        self.failure = ""

    def open_appointment(self, presenter: AppointmentPresenter) -> None:
        """Open the form."""
        self.appointment = SeenAppointment(presenter)

    def open_card(self, card: AppointmentCard, act: Callable[[str], None]) -> None:
        """Open the card."""
        self.card, self.act = card, act

    def open_notices(self, presenter: NoticePresenter) -> None:
        """Open the notices."""
        self.notices = SeenNotices(presenter)

    def open_short(self, presenter: KeepsClash) -> None:
        """Open the question."""
        self.short = SeenEntry(presenter)

    def show_failure(self, words: str) -> None:
        """Remember what failed."""
        self.failure = words
