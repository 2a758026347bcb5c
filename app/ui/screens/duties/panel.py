"""One duty of a case as a card: everything recorded, and the verb that opens its form."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout

from app.domain.duties.four_duties import DutyKind, DutyStatus
from app.presenters.duties.pane import DutyPanel
from app.ui.kit import Kit
from app.ui.screens.duties.cards import deadline_of
from app.ui.widgets.buttons import Button
from app.ui.widgets.cards import Accent, Card
from app.ui.widgets.chips import CountPill, DeadlineChip, Tone
from app.ui.widgets.texts import Text

_ACCENTS: dict[DutyStatus, Accent] = {DutyStatus.RUNNING: "current", DutyStatus.OVERDUE: "err"}
_TONES: dict[DutyStatus, Tone] = {
    DutyStatus.UNASSIGNED: "orange",
    DutyStatus.NOT_STARTED: "neutral",
    DutyStatus.RUNNING: "tint",
    DutyStatus.OVERDUE: "err",
    DutyStatus.DONE: "ok",
}


class DutyCardWidget(Card):
    """A card of the pane; ``verb`` is its button."""

    def __init__(self, kit: Kit, shown: DutyPanel, opened: Callable[[DutyKind], None]) -> None:
        super().__init__(
            kit, shown.title, icon="four", note=shown.gloss, accent=_ACCENTS.get(shown.status, "")
        )
        self.setAccessibleName(shown.spoken)
        if shown.chip is not None:
            detail = shown.chip.detail or shown.chip.text
            self.add_action(DeadlineChip(kit, deadline_of(shown.chip), shown.chip.text, spoken=detail))
        if shown.status not in {DutyStatus.DONE, DutyStatus.OVERDUE}:
            self.add_action(CountPill(kit, shown.word, tone=_TONES[shown.status]))
        self.verb = Button(kit, shown.verb, height="small")
        self.verb.setAccessibleName(f"{shown.title} {shown.verb}")
        self.verb.clicked.connect(lambda _on=False: opened(shown.kind))
        self.add_action(self.verb)
        grid = QGridLayout()
        kit.style.lay(grid, gap=(12, 6))
        grid.setColumnStretch(1, 1)
        for row, (label, value) in enumerate(shown.lines):
            name = Text(kit, label, size="small", tone="text2")
            words = Text(kit, value, wrap=True)
            words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            words.setAccessibleName(f"{label}，{value}")
            grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(words, row, 1)
        self.body.addLayout(grid)
        for line in shown.extensions:
            self.body.addWidget(Text(kit, line, size="small", tone="text2", wrap=True))
