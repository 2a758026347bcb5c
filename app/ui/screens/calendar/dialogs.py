"""The windows of appointments: asking, showing, telling the parties, and the two short questions."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from app.domain.mediation.schedule.appointments import Appointment
from app.presenters.calendar.appointment_presenter import (
    AppointmentPresenter,
    KeepsClash,
    OfferWords,
)
from app.presenters.calendar.card import AppointmentCard
from app.presenters.calendar.notices import NoticePresenter
from app.ui.kit import Kit
from app.ui.screens.calendar.notice_dialog import NoticeDialog
from app.ui.screens.calendar.offers import Offers
from app.ui.screens.rosters.entry_dialog import DialogBody, EntryDialog
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.notices import ErrorStrip
from app.ui.widgets.texts import Text


class AppointmentWindows:
    """Opens windows over one screen; ``after`` is called when one of them closed."""

    def __init__(
        self, kit: Kit, owner: QWidget, show_failure: Callable[[str], None], after: Callable[[], None]
    ) -> None:
        self._kit, self._owner, self._show, self._after = kit, owner, show_failure, after

    def open_appointment(self, presenter: AppointmentPresenter) -> None:
        """Ask for an appointment."""
        self._open(AppointmentDialog(self._kit, presenter, self._owner))

    def open_card(self, card: AppointmentCard, act: Callable[[str], None]) -> None:
        """Show an appointment."""
        self._open(CardDialog(self._kit, card, act, self._owner))

    def open_notices(self, presenter: NoticePresenter) -> None:
        """Ask who is told, and how."""
        self._open(NoticeDialog(self._kit, presenter, self._owner))

    def open_short(self, presenter: KeepsClash) -> None:
        """Ask for a reason."""
        self._open(EntryDialog[Appointment](self._kit, presenter, self._owner, width=520))

    def show_failure(self, words: str) -> None:
        """Say what failed; empty words hide it."""
        self._show(words)

    def _open(self, dialog: Dialog) -> None:
        dialog.finished.connect(lambda _code: self._after())
        dialog.open()


class AppointmentDialog(EntryDialog[Appointment]):
    """The form of an appointment under three free slots; what is in the way stands above the fields."""

    spare, least = 390, 140

    def __init__(self, kit: Kit, presenter: AppointmentPresenter, parent: QWidget | None = None) -> None:
        self._offers = Offers(kit)
        self._clashing = ErrorStrip(kit)
        self._appointment = presenter
        super().__init__(kit, presenter, parent)
        self._offers.on_taken(presenter.take)
        self._offers.on_entered(presenter.send)
        presenter.show_in(self._told_in)

    def show_offers(self, offers: Sequence[OfferWords], chosen: int) -> None:
        """Offer free slots."""
        self._offers.show_offers(offers, chosen)

    def show_clashing(self, words: str) -> None:
        """Say what stands in the way."""
        if words:
            self._clashing.tell(self._kit.translator.text("冲突：{words}", words=words), kind="warning")
        else:
            self._clashing.clear()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._appointment.has_offers and not self._appointment.record.version:
            self._offers.to_chosen()

    def _make_body(self) -> DialogBody[Appointment]:
        for widget in (self._offers, self._clashing):
            self.body.addWidget(widget)
        self._told_in = AppointmentBody(self._kit, self._appointment, self)
        return self._told_in

    def _attach(self) -> None:
        """Leave it to ``show_in``, which shows offers too."""


class AppointmentBody(DialogBody[Appointment]):
    """The fields of the dialog, with what stands above them."""

    def __init__(self, kit: Kit, presenter: AppointmentPresenter, dialog: AppointmentDialog) -> None:
        super().__init__(kit, presenter, dialog)
        self._window = dialog

    def show_offers(self, offers: Sequence[OfferWords], chosen: int) -> None:
        """Offer free slots."""
        self._window.show_offers(offers, chosen)

    def show_clashing(self, words: str) -> None:
        """Say what stands in the way."""
        self._window.show_clashing(words)


class CardDialog(Dialog):
    """An appointment with its verbs; the first verb is the filled one and takes Enter."""

    def __init__(
        self, kit: Kit, card: AppointmentCard, act: Callable[[str], None], parent: QWidget | None = None
    ) -> None:
        super().__init__(kit, card.title, width=720, parent=parent)
        if card.clash:
            strip = ErrorStrip(kit)
            strip.tell(kit.translator.text("冲突：{words}", words=card.clash), kind="warning")
            self.body.addWidget(strip)
        grid = QGridLayout()
        kit.style.lay(grid, gap=(16, 6))
        grid.setColumnStretch(1, 1)
        for row, (name, words) in enumerate(card.facts):
            grid.addWidget(Text(kit, name, tone="text2"), row, 0)
            value = Text(kit, words, wrap=True)
            value.setAccessibleName(f"{name} {words}")
            grid.addWidget(value, row, 1)
        self.body.addLayout(grid)
        self.add_verb(kit.translator.text("返回"))
        for place, verb in reversed(list(enumerate(card.verbs))):
            button = self.add_verb(
                verb.text,
                lambda key=verb.key: self._do(act, key),  # type: ignore[misc]  # the default binds the key
                kind="primary" if place == 0 else "secondary",
                is_default=place == 0,
            )
            button.set_icon_name(verb.icon)

    def _do(self, act: Callable[[str], None], key: str) -> None:
        self.accept()
        act(key)
