"""The window of a form of watching: what may be sent as it opens has its verb in hand."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from app.presenters.watch.record import WatchForm, WatchRecord
from app.ui.kit import Kit
from app.ui.screens.rosters.entry_dialog import EntryDialog
from app.ui.shell.pages import bind
from app.ui.widgets.buttons import Button
from app.ui.widgets.notices import ErrorStrip

_FRAME, _LEAST = 16, 120
"""Design pixels left to the window around the dialog, and the least height of its fields."""


class WatchDialog(EntryDialog[WatchRecord]):
    """Enter on the verb sends; 添加文件 (Alt+F) stands below the fields that take evidence."""

    def __init__(self, kit: Kit, form: WatchForm, parent: QWidget | None = None) -> None:
        super().__init__(kit, form.entry, parent)
        self._form = form
        self._trouble = ErrorStrip(kit)
        if form.add_file is not None:
            self.file = Button(
                kit, kit.translator.text("添加文件"), icon="clip", keys="Alt+F", height="small"
            )
            self.file.clicked.connect(lambda _on=False: self._add())
            bind(self, "Alt+F", self.file.click_if_enabled)
            self.column.addWidget(self._trouble)
            self.column.addWidget(self.file, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addStretch(1)

    def _add(self) -> None:
        self._trouble.clear()
        if self._form.add_file is not None:
            self._form.add_file(self._trouble.tell)

    def fit(self) -> None:
        """Give way in the scrolling middle where the words above take much of a small window."""
        super().fit()
        owner = self.parentWidget()
        if owner is None:
            return
        high = max(self.height(), self.sizeHint().height())
        over = high - owner.window().height() + self._kit.style.px(_FRAME)
        if over > 0:
            least = self._kit.style.px(_LEAST)
            self._area.setMinimumHeight(max(least, self._area.minimumHeight() - over))
            self.adjustSize()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.column.activate()
        self.fit()
        if self._form.is_ready:
            self.verb.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.verb.hasFocus():
            self.verb.click_if_enabled()
            return
        super().keyPressEvent(event)
