"""The mediator's own notes of private talks: covered until asked for, never printed, never exported."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.ui.kit import Kit
from app.ui.widgets.buttons import Button
from app.ui.widgets.cards import Card
from app.ui.widgets.fields import TextField
from app.ui.widgets.texts import Text

KEYS = "Ctrl+Shift+S"


class CaucusNotes(Card):
    """Covered again as soon as the field is left, so that parties at the desk cannot read it."""

    def __init__(self, kit: Kit, on_typed: Callable[[str], None]) -> None:
        say = kit.translator.text
        super().__init__(
            kit, say("私下谈话"), icon="lock", note=say("只给调解员看，永不打印、不导出"), accent="warn"
        )
        self.field = TextField(kit, least=4, most=16, name=say("私下谈话，永不打印、不导出"))
        self.field.on_typed(on_typed)
        self.field.on_left(self.cover)
        self._open = Button(kit, say("揭开"), icon="lock", keys=KEYS)
        self._open.clicked.connect(lambda _on=False: self.uncover())
        self._said = Text(kit, "", size="small", tone="text2")
        covered = QWidget()
        covered.setObjectName("plain")
        column = QVBoxLayout(covered)
        kit.style.lay(column, gap=6)
        column.addWidget(self._said)
        column.addWidget(self._open)
        self._pages = QStackedWidget()
        self._pages.addWidget(covered)
        self._pages.addWidget(self.field)
        self.body.addWidget(self._pages)
        self.field.on_counted(self._count)

    @property
    def is_covered(self) -> bool:
        """Tell whether the notes are hidden."""
        return self._pages.currentIndex() == 0

    def cover(self) -> None:
        """Hide the notes."""
        self._pages.setCurrentIndex(0)

    def uncover(self) -> None:
        """Show the notes and go there; pressed again, hide them."""
        if self.is_covered:
            self._pages.setCurrentIndex(1)
            self.field.setFocus()
        else:
            self.cover()
            self._open.setFocus()

    def _count(self, characters: int) -> None:
        say = self._kit.translator.text
        self._said.setText(say("已写 {n} 字，已遮盖。", n=characters) if characters else say("未写。"))
