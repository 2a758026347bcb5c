"""The frame of the few questions that are asked."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.ui.kit import Kit
from app.ui.widgets.buttons import Button, Kind
from app.ui.widgets.texts import Text


class Dialog(QDialog):
    """Title, body, verbs at the right; 520 or 720 wide.

    ``add_verb`` in reading order: the safe act first. The default button is the safe one
    unless ``is_default`` names another because the dialog was opened to do just that.
    Ctrl+Enter always presses the main verb; Esc closes without doing anything.
    """

    def __init__(
        self, kit: Kit, title: str, *, width: Literal[520, 720] = 520, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._kit = kit
        self._main: Button | None = None
        self.setWindowTitle(title)
        self.setProperty("framed", True)
        column = QVBoxLayout(self)
        kit.style.lay(column)
        kit.style.fix(self, width=width)
        inside = QVBoxLayout()
        kit.style.lay(inside, (24, 20, 24, 20), gap=12)
        self._title = Text(kit, title, size="title2", bold=True, wrap=True)
        inside.addWidget(self._title)
        self.body = QVBoxLayout()
        """Where the content goes."""
        kit.style.lay(self.body, gap=12)
        inside.addLayout(self.body, 1)
        column.addLayout(inside, 1)
        bar = QFrame()
        bar.setObjectName("dialogBar")
        self._bar = QHBoxLayout(bar)
        kit.style.lay(self._bar, (24, 12, 24, 12), gap=8)
        self._bar.addStretch(1)
        column.addWidget(bar)

    def take_height(self) -> None:
        """Be high enough for the content: Qt's own adjusting stops at two thirds of the screen."""
        self.adjustSize()
        layout = self.layout()
        if layout is not None:
            least = layout.totalMinimumHeightForWidth(self.width())
            self.resize(self.width(), max(self.height(), least))

    def say(self, sentence: str) -> Text:
        """Add a sentence to the body: what will happen and who is told."""
        words = Text(self._kit, sentence, wrap=True)
        self.body.addWidget(words)
        return words

    def add_verb(
        self,
        text: str,
        act: Callable[[], None] | None = None,
        *,
        kind: Kind = "secondary",
        keys: str = "",
        is_default: bool = False,
    ) -> Button:
        """Add a verb; without ``act`` it closes the dialog. A primary verb is the main one.

        ``act`` is called with the dialog open; it closes it with ``accept()`` when done.
        """
        button = Button(self._kit, text, kind=kind, keys=keys)
        button.clicked.connect((lambda _on=False: act()) if act else (lambda _on=False: self.reject()))
        self._bar.addWidget(button)
        if kind in {"primary", "danger"}:
            self._main = button
        if is_default:
            button.setDefault(True)
            button.setFocus()
        return button

    def add_note(self, widget: QWidget) -> None:
        """Put a note or a tick box at the start of the bar."""
        self._bar.insertWidget(0, widget)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if self._main is not None:
                self._main.click_if_enabled()
            return
        super().keyPressEvent(event)
