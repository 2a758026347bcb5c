"""The timeline of a case with 记一笔 on top."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.presenters.workspace.words.frame import TimelineLine
from app.ui.dialogs.history_entry import HistoryEntryDialog
from app.ui.kit import Kit
from app.ui.widgets.buttons import Button
from app.ui.widgets.texts import Text
from app.ui.widgets.timeline import Timeline, TimelineEntry


class HistoryColumn(QWidget):
    """What happened, newest first; Enter on an entry shows every field it changed."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        say = kit.translator.text
        self._lines: dict[str, TimelineLine] = {}
        self._undos: list[Callable[[], None]] = []
        self.note = Button(kit, say("记一笔"), kind="link", icon="plus", height="small")
        self.note.setToolTip(say("记一笔  Ctrl+J"))
        self.timeline = Timeline(kit, name=say("经过"))
        self.timeline.on_opened(self._open)
        head = QHBoxLayout()
        kit.style.lay(head, gap=4)
        head.addWidget(Text(kit, say("经过"), bold=True))
        head.addStretch(1)
        head.addWidget(self.note)
        column = QVBoxLayout(self)
        kit.style.lay(column, (24, 10, 8, 8), gap=6)
        column.addLayout(head)
        column.addWidget(self.timeline, 1)

    def show_lines(self, lines: Sequence[TimelineLine]) -> None:
        """Show another history; the place scrolled to stays."""
        self._lines = {line.key: line for line in lines}
        self.timeline.show_entries(
            [
                TimelineEntry(
                    line.key, line.when, line.what, line.who, is_key=line.is_key, is_system=line.is_quiet
                )
                for line in lines
            ]
        )

    def _open(self, key: str) -> None:
        line = self._lines.get(key)
        if line is not None:
            HistoryEntryDialog(self._kit, line, self, undo=self._undo).open()

    def on_undo(self, callback: Callable[[], None]) -> None:
        """Call back when the user takes the latest act back from its entry."""
        self._undos.append(callback)

    def _undo(self) -> None:
        for callback in self._undos:
            callback()
