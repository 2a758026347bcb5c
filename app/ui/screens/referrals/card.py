"""A referral, guidance or work order as a card: state and clock, what is known, then its acts."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from app.domain.filing.kinds import DocumentKind
from app.presenters.referrals.cards import LinkAct, LinkCard
from app.ui.kit import Kit
from app.ui.screens.duties.cards import deadline_of
from app.ui.widgets.buttons import Button
from app.ui.widgets.cards import Card
from app.ui.widgets.chips import CountPill, DeadlineChip, Tone
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.texts import Text

Acted = Callable[[str, UUID | None], None]
Printed = Callable[[UUID, DocumentKind], None]


class LinkCardWidget(Card):
    """``verbs`` are its buttons, the next act first; ``is_main`` fills that one."""

    def __init__(
        self, kit: Kit, shown: LinkCard, acted: Acted, printed: Printed, *, is_main: bool = False
    ) -> None:
        super().__init__(kit, shown.title, icon=shown.icon, note=shown.note)
        self.setAccessibleName(shown.spoken)
        self.shown = shown
        self._copied: list[Callable[[], None]] = []
        self.body.addWidget(self._signs(shown))
        self.body.addLayout(self._lines(shown))
        self.verbs = [self._verb(act, acted) for act in shown.acts]
        if is_main and self.verbs:
            self.verbs[0].set_kind("primary")
        papers = [self._paper(paper.kind, paper.text, printed) for paper in shown.papers]
        if shown.copied:
            copy = Button(kit, kit.translator.text("复制回复"), height="small")
            copy.clicked.connect(lambda _on=False: self._copy())
            papers.append(copy)
        if self.verbs or papers:
            self.body.addWidget(_flowing(kit, [*self.verbs, *papers]))

    def on_copied(self, callback: Callable[[], None]) -> None:
        """Call back when the reply lies on the clipboard."""
        self._copied.append(callback)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.shown.copied)
        for callback in self._copied:
            callback()

    def _signs(self, shown: LinkCard) -> QWidget:
        signs: list[QWidget] = [CountPill(self._kit, shown.state, tone=cast("Tone", shown.tone))]
        if shown.chip is not None:
            detail = shown.chip.detail or shown.chip.text
            signs.insert(0, DeadlineChip(self._kit, deadline_of(shown.chip), shown.chip.text, spoken=detail))
        return _flowing(self._kit, signs)

    def _lines(self, shown: LinkCard) -> QGridLayout:
        kit, grid = self._kit, QGridLayout()
        kit.style.lay(grid, gap=(12, 6))
        grid.setColumnStretch(1, 1)
        for row, (label, value) in enumerate(shown.lines):
            words = Text(kit, value, wrap=True)
            words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            words.setAccessibleName(f"{label}，{value}")
            grid.addWidget(Text(kit, label, size="small", tone="text2"), row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(words, row, 1)
        return grid

    def _verb(self, act: LinkAct, acted: Acted) -> Button:
        button = Button(self._kit, act.text, height="small")
        button.setAccessibleName(f"{self.shown.title} {act.text}")
        button.clicked.connect(lambda _on=False: acted(act.key, self.shown.id))
        return button

    def _paper(self, kind: DocumentKind, words: str, printed: Printed) -> Button:
        button = Button(self._kit, words, icon="print", height="small")
        button.clicked.connect(lambda _on=False: printed(self.shown.id, kind))
        return button


def _flowing(kit: Kit, widgets: list[QWidget] | list[Button]) -> QWidget:
    """Put widgets side by side, on further lines where the room is short."""
    held = QWidget()
    policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    policy.setHeightForWidth(True)
    held.setSizePolicy(policy)
    flow = FlowLayout(held)
    kit.style.lay(flow, gap=8)
    for widget in widgets:
        flow.addWidget(widget)
    return held
