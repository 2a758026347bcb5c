"""Where the dispute came from."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from app.domain.disputes.sources import CaseSource
from app.presenters.intake.entries import IntakeEntry
from app.presenters.intake.words import IntakeWords
from app.ui.kit import Kit
from app.ui.screens.intake.binding import Binding, show_in
from app.ui.screens.intake.parts import Part
from app.ui.screens.intake.source.paper_part import PaperFields
from app.ui.widgets.fields import ChipGroup, ChipItem, FieldBox, LineField


class BareBox(FieldBox):
    """A field whose label is already the title of its part."""

    def __init__(self, kit: Kit, label: str, editor: QWidget) -> None:
        super().__init__(kit, label, editor)
        for label_part in (self._label, self._must, self._note):
            label_part.setVisible(False)


class SourcePart(Part):
    """The thirteen sources by key, and the incoming paper of all but the window."""

    def __init__(self, kit: Kit, binding: Binding) -> None:
        text = kit.translator.text
        super().__init__(kit, 1, text("来源"), text("按键选择"))
        options = IntakeWords(kit.translator).sources
        chips: ChipGroup[CaseSource] = ChipGroup(
            kit, [ChipItem(option.value, option.text) for option in options], name=text("来源")
        )
        self._source = binding.bind(BareBox(kit, text("来源"), chips), lambda: "source")
        note = LineField(kit, placeholder=text("来文单位、文号、日期或网格员"))
        self._paper = binding.bind(FieldBox(kit, text("来文"), note), lambda: "source_note")
        self.body.addWidget(self._source)
        self.body.addWidget(self._paper)
        self._order = PaperFields(kit, binding)
        self.body.addWidget(self._order)

    def show_entry(self, entry: IntakeEntry) -> None:
        """Show source and note."""
        show_in(self._source, entry.source)
        show_in(self._paper, entry.source_note)
        self._order.show_entry(entry)
        self.show_note_for(entry)

    def show_note_for(self, entry: IntakeEntry) -> None:
        """Show the note for everything that did not begin at the window, or where it was typed."""
        self._paper.setVisible(entry.source is not CaseSource.WINDOW or bool(entry.source_note))
        self._order.show_for(entry)

    def show_wrong(self, keys: set[str]) -> None:
        """Bring into sight what must be mended."""
        self._order.show_wrong(keys)

    def boxes(self) -> Iterator[FieldBox]:
        """Give the fields in order."""
        yield from (self._source, self._paper)
        yield from self._order.boxes()

    def stops(self) -> Iterator[QWidget]:
        """Give what takes the focus."""
        yield from (self._source, self._paper)
        yield from self._order.stops()
