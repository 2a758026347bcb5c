"""The one card of the page: source, the sides with their parties, the dispute."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from uuid import UUID

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.domain.disputes.case_parties import PartySide
from app.domain.people.organisations import Organisation
from app.presenters.desk import Desk
from app.presenters.intake.entries import IntakeEntry, PartyEntry
from app.presenters.intake.presenter import IntakePresenter
from app.presenters.intake.shown import FieldNote, PartyWords
from app.ui.kit import Kit
from app.ui.screens.intake.binding import Binding, show_in
from app.ui.screens.intake.dispute_part import DisputePart
from app.ui.screens.intake.side_part import SidePart
from app.ui.screens.intake.source.source_part import SourcePart
from app.ui.widgets.fields import FieldBox
from app.ui.widgets.texts import rule


class IntakeForm(QFrame):
    """All the fields; it shows what it is told and tells the presenter what is typed."""

    def __init__(self, kit: Kit, desk: Desk, presenter: IntakePresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self.setProperty("card", True)
        self.binding = Binding(presenter, self.boxes, self)
        """The fields by key."""
        self._source = SourcePart(kit, self.binding)
        self._sides = {
            PartySide.APPLICANT: SidePart(kit, 2, PartySide.APPLICANT, presenter, self.binding),
            PartySide.RESPONDENT: SidePart(kit, 3, PartySide.RESPONDENT, presenter, self.binding),
            PartySide.THIRD_PARTY: SidePart(kit, 3, PartySide.THIRD_PARTY, presenter, self.binding),
        }
        self._dispute = DisputePart(kit, desk, presenter, self.binding)
        self._add_third = self._sides[PartySide.RESPONDENT].third_button()
        self._rules: dict[PartySide, QFrame] = {}
        column = QVBoxLayout(self)
        kit.style.lay(column, (1, 1, 1, 1))
        column.addWidget(self._source)
        for side, part in self._sides.items():
            self._rules[side] = rule()
            column.addWidget(self._rules[side])
            column.addWidget(part)
        column.addWidget(rule())
        column.addWidget(self._dispute)

    def show_entry(self, entry: IntakeEntry) -> None:
        """Show another page as a whole."""
        self._source.show_entry(entry)
        self._dispute.show_entry(entry)
        for side in PartySide:
            self.show_side(side, entry.on_side(side))

    def show_side(self, side: PartySide, parties: tuple[PartyEntry, ...]) -> None:
        """Show the cards of one side; third parties have no part until there is one."""
        self._sides[side].show_parties(parties)
        for widget in (self._sides[side], self._rules[side]):
            widget.setVisible(bool(parties))
        self._add_third.setVisible(not self._presenter.entry.on_side(PartySide.THIRD_PARTY))

    def show_party_words(self, party_id: UUID, words: PartyWords) -> None:
        """Show what a card says about itself."""
        for part in self._sides.values():
            if part.has(party_id):
                part.show_words(party_id, words)

    def show_value(self, key: str, value: object) -> None:
        """Show a value in its written form."""
        box = self.binding.find(key)
        if box is not None:
            show_in(box, value)

    def show_notes(self, notes: Mapping[str, FieldNote]) -> None:
        """Show these sentences at their fields and none at any other."""
        for key, box in self.binding.boxes():
            note = notes.get(key)
            if note is None:
                box.set_problem(None)
            else:
                box.set_problem("error" if note.is_wrong else "warning", note.sentence)
        self._source.show_wrong({key for key, note in notes.items() if note.is_wrong})
        wrong = {UUID(key.split(".")[0]) for key, note in notes.items() if "." in key and note.is_wrong}
        for part in self._sides.values():
            part.show_wrong(wrong)

    def show_sides_done(self, done: Mapping[str, bool]) -> None:
        """Show which parts are complete."""
        self._source.mark.show_done(is_done=done["source"])
        self._dispute.mark.show_done(is_done=done["dispute"])
        for side, part in self._sides.items():
            part.mark.show_done(is_done=done[side.value])
        self._source.show_note_for(self._presenter.entry)

    def show_title_hint(self, text: str) -> None:
        """Show the title that will be used when none is typed."""
        self._dispute.show_title_hint(text)

    def show_risk_hint(self, text: str) -> None:
        """Show the suggested level."""
        self._dispute.show_risk_hint(text)

    def show_studios(self, organisation: Organisation) -> None:
        """Offer the studios of the committee."""
        self._dispute.show_studios(organisation)

    def boxes(self) -> Iterator[FieldBox]:
        """Give the fields that are shown, in the order in which Enter goes through them."""
        yield from self._source.boxes()
        for part in self._sides.values():
            if not part.isHidden():
                yield from part.boxes()
        yield from self._dispute.boxes()

    def stops(self) -> Iterator[QWidget]:
        """Give everything that takes the focus, in the order in which Tab goes through it."""
        yield from self._source.stops()
        for part in self._sides.values():
            yield from part.stops()
        yield from self._dispute.stops()
