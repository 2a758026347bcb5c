"""The paper a dispute came with, folded below its source: organ, number, sent, signed for, due back."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.duties.referrals.interfaces import CourtProcedure
from app.presenters.intake.entries import IntakeEntry
from app.presenters.intake.reading import paper_fields
from app.presenters.intake.shown import Option
from app.presenters.intake.words import label_of
from app.ui.kit import Kit
from app.ui.screens.intake.binding import Binding, show_in
from app.ui.screens.intake.party_fields import choices_of
from app.ui.widgets.buttons import Button
from app.ui.widgets.fields import ChoiceField, FieldBox, LineField, TextField
from app.ui.widgets.fields.grid import FieldGrid
from app.ui.widgets.fields.initials import initials

_SHARES = {
    "order_counterpart": 4,
    "order_number": 4,
    "order_contact": 4,
    "order_sent": 3,
    "order_arrived": 3,
    "order_due": 3,
    "order_procedure": 3,
    "order_caller": 3,
    "order_demand": 12,
}


class PaperFields(QWidget):
    """Shown for sources that come with a paper; unfolded by its button, by what is typed, or by a problem."""

    def __init__(self, kit: Kit, binding: Binding) -> None:
        super().__init__()
        self._kit = kit
        self._is_open = False
        self._asked: frozenset[str] = frozenset()
        self.setObjectName("plain")
        self.fold = Button(kit, "", icon="down", kind="quiet", height="small")
        self._grid = FieldGrid(kit)
        blank = IntakeEntry()
        self._boxes: dict[str, FieldBox] = {}
        for name, share in _SHARES.items():
            box = FieldBox(kit, label_of(kit.translator, blank, name), self._editor(name))
            self._boxes[name] = binding.bind(box, lambda name=name: name)  # type: ignore[misc]  # bound now
            self._grid.add(box, share)
        column = QVBoxLayout(self)
        kit.style.lay(column, gap=6)
        column.addWidget(self.fold, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._grid)
        self.fold.clicked.connect(lambda _on=False: self._turn())
        self._show()

    def show_entry(self, entry: IntakeEntry) -> None:
        """Show what stands in the fields."""
        for name, box in self._boxes.items():
            show_in(box, getattr(entry, name))
        self._is_open, self._asked = False, frozenset()
        self.show_for(entry)

    def show_for(self, entry: IntakeEntry) -> None:
        """Show the fields that the source asks for; what was typed before is in sight at first."""
        asked = frozenset(paper_fields(entry.source))
        if asked != self._asked:
            self._asked = asked
            self._is_open = self._is_open or any(getattr(entry, name) for name in asked)
            self._show()

    def show_wrong(self, keys: set[str]) -> None:
        """Unfold where something must be mended."""
        if keys & self._asked and not self._is_open:
            self._is_open = True
            self._show()

    def boxes(self) -> Iterator[FieldBox]:
        """Give the fields in order."""
        yield from self._boxes.values()

    def stops(self) -> Iterator[QWidget]:
        """Give what takes the focus."""
        yield self.fold
        yield from self._boxes.values()

    def _turn(self) -> None:
        self._is_open = not self._is_open
        self._show()
        if self._is_open:
            self._boxes["order_counterpart"].focus()

    def _show(self) -> None:
        say = self._kit.translator.text
        self.setVisible(bool(self._asked))
        self.fold.set_text(say("收起来文") if self._is_open else say("填来文：机关、文号、签收、期限"))
        shown = self._asked if self._is_open else frozenset[str]()
        self._grid.setVisible(bool(shown))
        self._grid.show_only({box for name, box in self._boxes.items() if name in shown})

    def _editor(self, name: str) -> QWidget:
        kit, say = self._kit, self._kit.translator.text
        if name == "order_procedure":
            options: list[Option[object]] = [Option(None, say("未填"))]
            options += [Option(entry, say(entry.term)) for entry in CourtProcedure]
            field: ChoiceField[object] = ChoiceField(kit, initials, choices_of(options))
            return field
        if name == "order_demand":
            return TextField(kit, least=1, most=6)
        return LineField(kit)
