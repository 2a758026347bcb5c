"""One side of the dispute: folded lines, and the fields of the party being typed."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

from PySide6.QtWidgets import QWidget

from app.domain.disputes.case_parties import PartySide
from app.presenters.intake.entries import PartyEntry
from app.presenters.intake.presenter import IntakePresenter
from app.presenters.intake.shown import PartyWords
from app.presenters.intake.words import IntakeWords
from app.ui.kit import Kit
from app.ui.screens.intake.binding import Binding
from app.ui.screens.intake.folded import FoldedParty
from app.ui.screens.intake.parts import Part
from app.ui.screens.intake.party_editor import PartyEditor
from app.ui.widgets.buttons import Button, IconButton
from app.ui.widgets.fields import FieldBox
from app.ui.widgets.switches import Segmented


class SidePart(Part):
    """Applicants, respondents or third parties."""

    def __init__(
        self, kit: Kit, number: int, side: PartySide, presenter: IntakePresenter, binding: Binding
    ) -> None:
        super().__init__(kit, number, kit.translator.text(side.term))
        self._kit, self._presenter, self._side = kit, presenter, side
        self._editor = PartyEditor(kit, side, presenter, binding)
        self._folded: dict[UUID, FoldedParty] = {}
        self._words: dict[UUID, PartyWords] = {}
        self._parties: tuple[PartyEntry, ...] = ()
        self.body.addWidget(self._editor)
        text, acts = kit.translator.text, presenter.parties
        kinds = IntakeWords(kit.translator).party_kinds
        by_key = {option.value.value: option.value for option in kinds}
        self._kind = Segmented(
            kit, [(option.value.value, option.text) for option in kinds], name=text("类别")
        )
        self._kind.on_chosen(lambda key: acts.choose_kind(self._open_id(), by_key[key]))
        self._more = Button(kit, text("更多"), kind="quiet", keys="Alt+M", height="small")
        self._more.clicked.connect(lambda _on=False: acts.switch_more(self._open_id()))
        self._remove = IconButton(kit, "x", text("移除"), keys="Alt+Del")
        self._remove.clicked.connect(lambda _on=False: acts.remove(self._open_id()))
        self._add = Button(kit, text("加一人"), kind="link", icon="plus", keys="Alt+A", height="small")
        self._add.clicked.connect(lambda _on=False: acts.add(side))
        self._third: Button | None = None
        for tool in (self._kind, self._more, self._remove, self._add):
            self.tools.addWidget(tool)

    def third_button(self) -> Button:
        """Give this part the button that begins the third parties; it goes once there is one."""
        text = self._kit.translator.text
        button = Button(self._kit, text("加第三人"), kind="link", keys="Alt+T", height="small")
        button.clicked.connect(lambda _on=False: self._presenter.parties.add(PartySide.THIRD_PARTY))
        self.tools.addWidget(button)
        self._third = button
        return button

    def show_parties(self, parties: tuple[PartyEntry, ...]) -> None:
        """Show the cards of this side; one of them open."""
        self._parties = parties
        opened = next((party for party in parties if party.is_open), None)
        folded = {party.id for party in parties if party is not opened}
        for party_id in [known for known in self._folded if known not in folded]:
            line = self._folded.pop(party_id)
            self.body.removeWidget(line)
            line.hide()
            line.deleteLater()
        for place, party in enumerate(parties):
            self.body.insertWidget(place, self._editor if party is opened else self._line(party.id))
        self._editor.setVisible(opened is not None)
        if opened is not None:
            self._editor.show_party(opened)
            self._kind.show_value(opened.kind.value)
            arrow = self._kit.translator.text("收起") if opened.is_more_open else ""
            self._more.set_text(arrow or self._kit.translator.text("更多"))
        self._remove.setVisible(len(parties) > 1 or self._side is PartySide.THIRD_PARTY)

    def show_words(self, party_id: UUID, words: PartyWords) -> None:
        """Say what a card says about itself."""
        self._words[party_id] = words
        if party_id in self._folded:
            self._folded[party_id].show_words(words)
        elif party_id == self._editor.party_id:
            self._editor.show_words(words)

    def show_wrong(self, party_ids: set[UUID]) -> None:
        """Mark the folded cards that must be mended."""
        for party_id, line in self._folded.items():
            line.show_wrong(is_wrong=party_id in party_ids)

    def has(self, party_id: UUID) -> bool:
        """Tell whether a party stands on this side."""
        return any(party.id == party_id for party in self._parties)

    def boxes(self) -> Iterator[FieldBox]:
        """Give the fields of the open card in order."""
        return self._editor.boxes()

    def stops(self) -> Iterator[QWidget]:
        """Give everything that takes the focus, in reading order: cards, then tools."""
        for party in self._parties:
            if party.id in self._folded:
                yield self._folded[party.id]
            else:
                yield from self._editor.boxes()
                yield from self._editor.buttons()
        yield from (self._kind, self._more, self._remove, self._add)
        if self._third is not None:
            yield self._third

    def _line(self, party_id: UUID) -> FoldedParty:
        if party_id not in self._folded:
            line = FoldedParty(self._kit)
            line.clicked.connect(lambda _on=False: self._presenter.parties.open(party_id))
            if party_id in self._words:
                line.show_words(self._words[party_id])
            self._folded[party_id] = line
        return self._folded[party_id]

    def _open_id(self) -> UUID:
        party_id = self._editor.party_id
        if party_id is None:
            raise RuntimeError("a side without a card has no tools to press")
        return party_id
