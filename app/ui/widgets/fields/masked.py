"""A masked number with a button that shows it in full for a short time."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget
from shiboken6 import isValid

from app.ui.kit import Kit
from app.ui.voice import announce
from app.ui.widgets.buttons import Button
from app.ui.widgets.texts import Text

Ask = Callable[[Callable[[str], None]], None]
"""Asks for the full number and hands it on, now or later."""


class MaskedNumberText(QWidget):
    """``masked`` stands here; 显示 asks for the number, which is masked again after ``seconds``."""

    def __init__(self, kit: Kit, label: str, masked: str, ask: Ask, *, seconds: int) -> None:
        super().__init__()
        self._kit, self._label, self._masked, self._ask = kit, label, masked, ask
        row = QHBoxLayout(self)
        kit.style.lay(row, gap=8)
        self.words = Text(kit, masked)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.button = Button(kit, kind="quiet", icon="eye", height="small")
        row.addWidget(self.words)
        row.addWidget(self.button)
        row.addStretch(1)
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.setInterval(seconds * 1000)
        self._clock.timeout.connect(self.cover)
        self.button.clicked.connect(lambda _on=False: self._press())
        self.cover()

    @property
    def is_shown(self) -> bool:
        """Tell whether the number stands here in full."""
        return self._clock.isActive()

    def cover(self) -> None:
        """Mask the number again."""
        self._clock.stop()
        self._put(self._masked, self._kit.translator.text("显示"))

    def hideEvent(self, event: QHideEvent) -> None:
        self.cover()
        super().hideEvent(event)

    def _press(self) -> None:
        if self.is_shown:
            self.cover()
        else:
            self._ask(self._arrived)

    def _arrived(self, number: str) -> None:
        if not isValid(self) or not self.isVisible():
            return  # the card was left meanwhile: the number is nobody's to see
        self._clock.start()
        self._put(number, self._kit.translator.text("遮住"))
        announce(self, self.words.accessibleName())

    def _put(self, number: str, verb: str) -> None:
        self.words.setText(number)
        self.words.setAccessibleName(f"{self._label}，{number}")
        self.button.set_text(verb)
        self.button.setAccessibleName(f"{verb}{self._label}")
