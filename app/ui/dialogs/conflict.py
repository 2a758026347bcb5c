"""Both values of each field that two people saved differently; nothing is overwritten unasked."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QWidget

from app.presenters.workspace.forms.view import Conflict
from app.ui.kit import Kit
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.texts import Text

_TALLEST = 420


class ConflictDialog(Dialog):
    """The safe act is to go back; either side is taken only by its own button."""

    def __init__(self, kit: Kit, conflicts: Sequence[Conflict], parent: QWidget | None = None) -> None:
        say = kit.translator.text
        super().__init__(kit, say("对照两边的内容"), width=720, parent=parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._mine: list[Callable[[], None]] = []
        self._theirs: list[Callable[[], None]] = []
        inside = QWidget()
        inside.setObjectName("page")
        grid = QGridLayout(inside)
        kit.style.lay(grid, gap=(14, 8))
        for column, words in enumerate((say("字段"), say("您写的"), say("对方存的"))):
            grid.addWidget(Text(kit, words, size="small", tone="text2"), 0, column)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)
        for row, entry in enumerate(conflicts, 1):
            for column, words in enumerate((entry.label, entry.ours or "—", entry.theirs or "—")):
                text = Text(kit, words, wrap=True, bold=column == 0)
                text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
                grid.addWidget(text, row, column, Qt.AlignmentFlag.AlignTop)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(inside)
        area.setMinimumHeight(min(inside.sizeHint().height() + 8, kit.style.px(_TALLEST)))
        self.body.addWidget(area, 1)
        self.add_verb(say("返回"), is_default=True)
        self.add_verb(say("用对方的"), lambda: self._decide(self._theirs))
        self.add_verb(say("用我的"), lambda: self._decide(self._mine))

    def on_mine(self, callback: Callable[[], None]) -> None:
        """Call back when the user wants their own values saved."""
        self._mine.append(callback)

    def on_theirs(self, callback: Callable[[], None]) -> None:
        """Call back when the user takes the other's values."""
        self._theirs.append(callback)

    def _decide(self, callbacks: Sequence[Callable[[], None]]) -> None:
        for callback in callbacks:
            callback()
        self.accept()
