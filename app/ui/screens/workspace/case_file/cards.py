"""The cards of 卷宗: thirteen items, seven headings, the record; each gap with the link that mends it."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from app.presenters.workspace.case_file.cards import FileAct, FileCards, FileItemRow, ReviewRow
from app.ui.kit import Kit
from app.ui.shell.pages import bind
from app.ui.widgets.buttons import Button
from app.ui.widgets.cards import Card
from app.ui.widgets.chips import CountPill, Tone
from app.ui.widgets.texts import Text

Pressed = Callable[[FileAct], None]
_TOP = Qt.AlignmentFlag.AlignTop


class ItemsCard(Card):
    """The thirteen items, a row each; ``links`` are its buttons in reading order."""

    def __init__(self, kit: Kit, shown: FileCards, pressed: Pressed) -> None:
        super().__init__(kit, kit.translator.text("卷内目录"), icon="folder")
        self.links: list[Button] = []
        self.add_action(CountPill(kit, shown.summary, tone="ok" if shown.is_complete else "err"))
        grid = QGridLayout()
        kit.style.lay(grid, gap=(10, 6))
        grid.setColumnStretch(2, 1)
        for row, item in enumerate(shown.items):
            self._add(grid, row, item, pressed)
        self.body.addLayout(grid)

    def _add(self, grid: QGridLayout, row: int, item: FileItemRow, pressed: Pressed) -> None:
        kit = self._kit
        name = Text(kit, f"{item.position}. {item.name}", tone="text2" if item.tone == "neutral" else "text")
        name.setAccessibleName("，".join(p for p in (name.text(), item.presence, item.detail) if p))
        detail = Text(kit, item.detail, size="small", tone="text2", wrap=True)
        grid.addWidget(name, row, 0)
        grid.addWidget(CountPill(kit, item.presence, tone=cast("Tone", item.tone)), row, 1)
        grid.addWidget(detail, row, 2)
        if item.act is not None:
            link = act_link(kit, item.act, pressed, about=item.name)
            self.links.append(link)
            grid.addWidget(link, row, 3)


class ReviewCard(Card):
    """The score sheet: a row for each heading, its faults below it."""

    def __init__(self, kit: Kit, shown: FileCards, pressed: Pressed) -> None:
        super().__init__(kit, kit.translator.text("案卷评查自评"), icon="check")
        self.links: list[Button] = []
        self.add_action(CountPill(kit, shown.score, tone="info", bold=True))
        self.body.addWidget(Text(kit, shown.score_note, size="small", tone="text2", wrap=True))
        for heading in shown.headings:
            self.body.addWidget(self._heading(heading, pressed))

    def _heading(self, shown: ReviewRow, pressed: Pressed) -> QWidget:
        kit = self._kit
        held = QWidget()
        held.setToolTip(shown.basis)
        grid = QGridLayout(held)
        kit.style.lay(grid, gap=(10, 4))
        grid.setColumnStretch(1, 1)
        grid.addWidget(CountPill(kit, shown.points, tone=cast("Tone", shown.tone)), 0, 0, _TOP)
        name = Text(kit, shown.name, bold=True)
        name.setAccessibleName(f"{shown.name} {shown.points}")
        grid.addWidget(name, 0, 1)
        for row, (words, act) in enumerate(shown.faults, start=1):
            grid.addWidget(Text(kit, words, size="small", wrap=True), row, 1)
            if act is not None:
                link = act_link(kit, act, pressed, about=words)
                self.links.append(link)
                grid.addWidget(link, row, 2, _TOP)
        return held


class RecordCard(Card):
    """What is recorded of the file, with the buttons that record it."""

    def __init__(self, kit: Kit, shown: FileCards, pressed: Pressed) -> None:
        say = kit.translator.text
        super().__init__(kit, say("卷宗信息"), icon="archive")
        grid = QGridLayout()
        kit.style.lay(grid, gap=(12, 6))
        grid.setColumnStretch(1, 1)
        for row, (label, value) in enumerate(shown.record):
            text = Text(kit, value, wrap=True)
            text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            text.setAccessibleName(f"{label}，{value}")
            grid.addWidget(Text(kit, label, size="small", tone="text2"), row, 0, _TOP)
            grid.addWidget(text, row, 1)
        if not shown.record:
            grid.addWidget(Text(kit, say("还没有填写。"), tone="text2"), 0, 0, 1, 2)
        self.body.addLayout(grid)
        row_of_acts = QHBoxLayout()
        kit.style.lay(row_of_acts, gap=8)
        self.links = [Button(kit, act.text, height="small") for act in shown.acts]
        for button, act in zip(self.links, shown.acts, strict=True):
            button.clicked.connect(lambda _on=False, act=act: pressed(act))
            row_of_acts.addWidget(button)
        row_of_acts.addStretch(1)
        self.body.addLayout(row_of_acts)


def act_link(kit: Kit, act: FileAct, pressed: Pressed, *, about: str) -> Button:
    """Make the link that goes where something is made."""
    link = Button(kit, act.text, kind="link", height="small")
    link.setAccessibleName(f"{act.text} {about}")
    link.clicked.connect(lambda _on=False: pressed(act))
    for key in ("Return", "Enter"):
        bind(link, key, link.click_if_enabled)
    return link
