"""登记: the page that takes a dispute in by keyboard alone."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from uuid import UUID

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.disputes.case_parties import PartySide
from app.domain.people.organisations import Organisation
from app.presenters.desk import Desk
from app.presenters.intake.entries import IntakeEntry, PartyEntry
from app.presenters.intake.presenter import IntakePresenter
from app.presenters.intake.shown import (
    AheadLine,
    FieldNote,
    Footer,
    KnownOffer,
    PartyWords,
    SavedNote,
    SimilarCase,
)
from app.presenters.navigation import Navigator
from app.presenters.triage.shown import AdviceOffer, RiskWarning
from app.ui.kit import Kit
from app.ui.screens.intake.area import IntakeArea
from app.ui.screens.intake.beside import Beside
from app.ui.screens.intake.binding import chain_stops, set_cursor
from app.ui.screens.intake.foot import FootBar
from app.ui.screens.intake.form import IntakeForm
from app.ui.screens.intake.head import PageHead
from app.ui.shell.pages import bind
from app.ui.shell.reading_order import KEEPS_ORDER
from app.ui.widgets.notices import ErrorStrip

_SAVE_AFTER_MS = 1500
_ADVISE_AFTER_MS = 300


class IntakeScreen(QWidget):
    """The widgets of the page; every decision is the presenter's."""

    def __init__(self, kit: Kit, desk: Desk, navigator: Navigator) -> None:
        super().__init__()
        self._kit, self._desk = kit, desk
        self._is_open = False
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(_SAVE_AFTER_MS)
        self._advise = QTimer(self)
        self._advise.setSingleShot(True)
        self._advise.setInterval(_ADVISE_AFTER_MS)
        self._second = QTimer(self)
        self._second.setInterval(1000)
        self.presenter = IntakePresenter(desk, self, navigator)
        self._form = IntakeForm(kit, desk, self.presenter)
        self._build(navigator)
        self._form.binding.on_reached(self._area.reveal)
        self._wait.timeout.connect(self._save)
        self._advise.timeout.connect(self.presenter.advising.ask)
        self._second.timeout.connect(self.presenter.tick)
        self._bind_keys()

    # window → screen

    def page_shown(self) -> None:
        """Open the draft the first time; later keep what stands there."""
        if not self._is_open:
            self._is_open = True
            self.presenter.open()
            self._desk.runner.submit(self._organisation, self._on_organisation, lambda _error: None)
        else:
            self.presenter.resume()

    def page_left(self) -> None:
        """Keep the draft before another page is shown."""
        self._save()

    # presenter → view

    def show_entry(self, entry: IntakeEntry) -> None:
        """Show another page as a whole."""
        self._form.show_entry(entry)
        self._beside.advice.show_reason(entry.override_reason)
        self._wait.stop()
        self._chain()

    def show_side(self, side: PartySide, parties: tuple[PartyEntry, ...]) -> None:
        """Show the cards of one side anew."""
        self._form.show_side(side, parties)
        self._chain()

    def show_party_words(self, party_id: UUID, words: PartyWords) -> None:
        """Show what a card says about itself."""
        self._form.show_party_words(party_id, words)

    def show_value(self, key: str, value: object) -> None:
        """Show a value in its written form."""
        self._form.show_value(key, value)

    def show_notes(self, notes: Mapping[str, FieldNote]) -> None:
        """Show these sentences at their fields."""
        self._form.show_notes(notes)

    def show_sides_done(self, done: Mapping[str, bool]) -> None:
        """Show which parts are complete."""
        self._form.show_sides_done(done)

    def show_title_hint(self, text: str) -> None:
        """Show the title that will be used when none is typed."""
        self._form.show_title_hint(text)

    def show_risk_hint(self, text: str) -> None:
        """Show the suggested level."""
        self._form.show_risk_hint(text)

    def show_footer(self, footer: Footer) -> None:
        """Show what is missing."""
        self._foot.show_missing(footer)

    def show_saved(self, note: SavedNote) -> None:
        """Show whether the draft holds all."""
        self._head.show_saved(note)

    def show_elapsed(self, text: str) -> None:
        """Show the time spent."""
        self._head.show_elapsed(text)

    def show_known(self, offer: KnownOffer | None) -> None:
        """Offer a person of the register."""
        self._beside.known.show_offer(offer)
        self._area.place()

    def show_similar(self, cases: tuple[SimilarCase, ...]) -> None:
        """Warn of open cases between the same names."""
        self._beside.similar.show_cases(cases)
        self._area.place()

    def show_ahead(self, lines: tuple[AheadLine, ...]) -> None:
        """Say what registering will do."""
        self._beside.ahead.show_lines(lines)
        self._foot.register.setToolTip("\n".join(line.text for line in lines))

    def show_advice(self, offer: AdviceOffer | None) -> None:
        """Show where the dispute belongs."""
        self._beside.advice.show_offer(offer)
        self._foot.show_triage(is_advised=offer is not None)
        self._area.place()

    def show_risks(self, warnings: tuple[RiskWarning, ...]) -> None:
        """Show what warns of worse."""
        self._beside.risks.show_warnings(warnings)
        self._area.place()

    def show_failure(self, sentence: str) -> None:
        """Say at the top what failed."""
        if sentence:
            self._strip.tell(sentence)
        else:
            self._strip.clear()

    def set_busy(self, *, is_busy: bool) -> None:
        """Hold the page still while the case is being registered."""
        self._form.setEnabled(not is_busy)
        self._wait.stop()

    def focus_field(self, key: str, cursor: int = -1) -> None:
        """Take the user to a field."""
        if key == "override_reason":
            self._beside.advice.ask_reason()
            return
        box = self._form.binding.find(key)
        if box is None:
            return
        box.focus()
        set_cursor(box.editor, cursor)

    def expect_save(self) -> None:
        """Save a breath after the last key, and ask for advice sooner."""
        self._wait.start()
        self._advise.start()

    # pieces

    def _build(self, navigator: Navigator) -> None:
        style = self._kit.style
        self.setProperty(KEEPS_ORDER, True)  # fields come before the tools of their part
        column = QVBoxLayout(self)
        style.lay(column)
        top = QVBoxLayout()
        style.lay(top, (24, 16, 24, 0), gap=10)
        self._head = PageHead(self._kit, self.presenter.save_draft)
        self._strip = ErrorStrip(self._kit)
        top.addWidget(self._head)
        top.addWidget(self._strip)
        self._beside = Beside(self._kit, self.presenter, lambda case: navigator.open_case(case.case_id))
        self._area = IntakeArea(self._kit, self._form, self._beside)
        top.addWidget(self._area, 1)
        column.addLayout(top, 1)
        self._foot = FootBar(self._kit, self.presenter)
        column.addWidget(self._foot)

    def _bind_keys(self) -> None:
        bind(self, "Ctrl+S", self._save)
        bind(self, "Alt+U", self._beside.advice.other.toggle)
        for sequence, act in _keys_of(self.presenter).items():
            bind(self, sequence, act)

    def _save(self) -> None:
        """Keep the draft with the place of the cursor as it is now."""
        place = self._form.binding.place()
        if place is not None:
            self.presenter.focused(*place)
        self.presenter.save_draft()

    def _chain(self) -> None:
        """Tab follows the page: the form, the offers, the foot."""
        chain_stops((*self._form.stops(), *self._beside.stops(), *self._foot.stops()))

    def _organisation(self) -> Organisation:
        return self._desk.services.people.organisation(self._desk.me.organisation_id)

    def _on_organisation(self, organisation: Organisation) -> None:
        self._form.show_studios(organisation)
        self._head.show_place(organisation.name)

    # Qt

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._second.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._second.stop()
        self._save()


def _keys_of(presenter: IntakePresenter) -> dict[str, Callable[[], None]]:
    acts = presenter.parties
    return {
        "Ctrl+Return": presenter.submit,
        "F8": presenter.next_problem,
        "Shift+F8": lambda: presenter.next_problem(-1),
        "Alt+A": acts.add,
        "Alt+T": lambda: acts.add(PartySide.THIRD_PARTY),
        "Alt+Y": presenter.advising.take,
        "Alt+L": acts.link_known,
        "Alt+N": acts.not_same,
        "Alt+O": acts.switch_kind,
        "Alt+M": acts.switch_more,
        "Alt+G": acts.add_agent,
        "Alt+Del": acts.remove,
    }
