"""The one line that says what happened and offers to undo it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEasingCurve, QEvent, QObject, QPropertyAnimation, QTimer
from PySide6.QtWidgets import QFrame, QGraphicsOpacityEffect, QHBoxLayout, QWidget

from app.ui.kit import Kit
from app.ui.voice import announce
from app.ui.widgets.buttons import Button
from app.ui.widgets.texts import Text

_SHOWN_MS, _SHOWN_LARGE_MS = 8_000, 12_000
_FADE_MS = 120
_FROM_BOTTOM = 24


class Toast(QFrame):
    """A line over the bottom of ``window``, one at a time, 8 s (大字: 12 s); it waits while pointed at."""

    def __init__(self, kit: Kit, window: QWidget) -> None:
        super().__init__(window)
        self._kit, self._window = kit, window
        self._undo_call: Callable[[], None] | None = None
        self.setObjectName("toast")
        row = QHBoxLayout(self)
        kit.style.lay(row, (16, 8, 8, 8), gap=12)
        self._words = Text(kit)
        self._undo = Button(kit, height="small")
        row.addWidget(self._words)
        row.addWidget(self._undo)
        self._undo.clicked.connect(self._on_undo)
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.timeout.connect(self._go)
        self._veil = QGraphicsOpacityEffect(self)
        self._veil.setEnabled(False)
        self.setGraphicsEffect(self._veil)
        self._fade = QPropertyAnimation(self._veil, b"opacity", self)
        self._fade.setDuration(_FADE_MS)
        self._fade.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._fade.finished.connect(self._on_faded)
        window.installEventFilter(self)
        kit.style.watch(self, self._place)
        self.setVisible(False)

    def tell(self, sentence: str, *, undo: Callable[[], None] | None = None, undo_text: str = "") -> None:
        """Show ``sentence``; with ``undo`` also the button 撤销 (or ``undo_text``)."""
        self._undo_call = undo
        self._words.setText(sentence)
        self._undo.set_text(undo_text or self._kit.translator.text("撤销"))
        self._undo.setVisible(undo is not None)
        self.setAccessibleName(sentence)
        was_shown = self.isVisible()
        self.setVisible(True)
        self._place()
        self.raise_()
        self._clock.start(_SHOWN_LARGE_MS if self._kit.style.is_large else _SHOWN_MS)
        self._run_fade(1.0 if was_shown else 0.0, 1.0)
        announce(self, sentence)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place()
        return False

    def enterEvent(self, event: object) -> None:
        self._clock.stop()
        self._run_fade(1.0, 1.0)
        super().enterEvent(event)  # type: ignore[arg-type]  # Qt hands a QEnterEvent

    def leaveEvent(self, event: object) -> None:
        self._clock.start(_SHOWN_LARGE_MS if self._kit.style.is_large else _SHOWN_MS)
        super().leaveEvent(event)  # type: ignore[arg-type]  # Qt hands a QEvent

    def _go(self) -> None:
        """Fade away; at once where motion is not wanted."""
        self._run_fade(1.0, 0.0)

    def _run_fade(self, start: float, end: float) -> None:
        self._fade.stop()
        self._fade.setStartValue(start)
        self._fade.setEndValue(end)
        if self._kit.style.is_still or start == end:
            self._on_faded()
            return
        self._veil.setOpacity(start)
        self._veil.setEnabled(True)
        self._fade.start()

    def _on_faded(self) -> None:
        """Stand still: gone, or whole without the effect, which would blur what is painted."""
        self._veil.setEnabled(False)
        if self._fade.endValue() == 0.0:
            self.setVisible(False)

    def _on_undo(self) -> None:
        self._fade.stop()
        self._clock.stop()
        self.setVisible(False)
        if self._undo_call is not None:
            call, self._undo_call = self._undo_call, None
            call()

    def _place(self) -> None:
        if not self.isVisible():
            return
        self.adjustSize()
        x = (self._window.width() - self.width()) // 2
        self.move(x, self._window.height() - self.height() - self._kit.style.px(_FROM_BOTTOM))
