"""One entry of the history in full: what was written, and every field before and after."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from app.presenters.workspace.words.frame import TimelineLine
from app.ui.kit import Kit
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.texts import Text

_TALLEST = 420


class HistoryEntryDialog(Dialog):
    """Read only: history is never changed; the latest act may be taken back, which is an act of its own."""

    def __init__(
        self, kit: Kit, line: TimelineLine, parent: QWidget | None = None, *, undo: Callable[[], None]
    ) -> None:
        say = kit.translator.text
        super().__init__(kit, say("经过"), width=720, parent=parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.body.addWidget(Text(kit, f"{line.when}　{line.who}", size="small", tone="text2"))
        self.body.addWidget(_selectable(Text(kit, line.what, bold=True, wrap=True)))
        inside = QWidget()
        inside.setObjectName("page")
        column = QVBoxLayout(inside)
        kit.style.lay(column, gap=8)
        for field, before, after in line.details:
            column.addWidget(Text(kit, field, size="small", tone="text2"))
            changed = say("{before} → {after}", before=before or "—", after=after or "—")
            column.addWidget(_selectable(Text(kit, changed if before else after, wrap=True)))
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(inside)
        area.setMinimumHeight(min(inside.sizeHint().height(), kit.style.px(_TALLEST)))
        if line.details:
            self.body.addWidget(area, 1)
        if line.may_undo:
            self.add_verb(say("撤销"), lambda: self._close_and(undo))
        self.add_verb(say("返回"), is_default=True)

    def _close_and(self, undo: Callable[[], None]) -> None:
        self.accept()
        undo()


def _selectable(words: Text) -> Text:
    words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return words
