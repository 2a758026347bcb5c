"""The line at the top: title, whose page it is, time spent, and whether the draft is saved."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from app.presenters.intake.shown import SavedNote, SavedState
from app.ui.kit import Kit
from app.ui.widgets.notices import SavedMark
from app.ui.widgets.texts import ElidedText, Text


class PageHead(QWidget):
    """登记, the committee, 用时 0:52, and the honest mark of the draft."""

    def __init__(self, kit: Kit, retry: Callable[[], None]) -> None:
        super().__init__()
        self._kit = kit
        row = QHBoxLayout(self)
        kit.style.lay(row, gap=14)
        row.addWidget(Text(kit, kit.translator.text("登记"), size="title1", bold=True))
        self._who = ElidedText(kit, "", tone="text2")
        row.addWidget(self._who, 1)
        self._clock = QLabel()
        self._elapsed = Text(kit, "", size="small", tone="text2")
        self._saved = SavedMark(kit)
        self._saved.on_retry(retry)
        for widget in (self._clock, self._elapsed, self._saved):
            row.addWidget(widget)
        kit.style.watch(self, self._on_style)
        self._on_style()

    def show_place(self, text: str) -> None:
        """Say whose page it is."""
        self._who.setText(text)

    def show_elapsed(self, time: str) -> None:
        """Show the time spent so far."""
        self._elapsed.setText(self._kit.translator.text("用时 {time}", time=time))

    def show_saved(self, note: SavedNote) -> None:
        """Show the state of the draft; before anything is typed there is none."""
        self._saved.setVisible(note.state is not SavedState.NOTHING)
        if note.state is SavedState.SAVING:
            self._saved.show_saving()
        elif note.state is SavedState.FAILED:
            self._saved.show_failed()
        else:
            self._saved.show_saved(note.time)

    def _on_style(self) -> None:
        self._clock.setPixmap(self._kit.style.picture("clock", "text3", 16, self.devicePixelRatioF()))
