"""The one line that says what happened and offers to undo it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QEasingCurve, QEvent, QObject, QPropertyAnimation, QTimer
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QFrame,
    QGraphicsOpacityEffect,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from app.ui.kit import Kit
from app.ui.voice import announce
from app.ui.widgets.buttons import Button
from app.ui.widgets.texts import Text

_SHOWN_MS, _SHOWN_LARGE_MS = 8_000, 12_000
_FADE_MS = 120
_FROM_BOTTOM = 24
_LAID_OUT_MS = 150
"""What a page shows in answer to the same act is laid out by then."""
_STEP, _AROUND = 12, 6
_CONTROLS = (QAbstractButton, QLineEdit, QPlainTextEdit, QComboBox)
_FEET = frozenset({"bar", "dialogBar"})
"""Names of the feet of pages: what they say must stay readable too, not only their buttons."""

_Box = tuple[int, int, int, int]


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
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.timeout.connect(self._place)
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
        self.settle()
        self.raise_()
        self._clock.start(_SHOWN_LARGE_MS if self._kit.style.is_large else _SHOWN_MS)
        self._run_fade(1.0 if was_shown else 0.0, 1.0)
        announce(self, sentence)

    def dismiss(self) -> None:
        """Go at once: the window is locked, or what it says may not be shown any more."""
        self._fade.stop()
        self._clock.stop()
        self.setVisible(False)

    def settle(self) -> None:
        """Find a place anew: another page has other controls."""
        self._place()
        self._again.start(_LAID_OUT_MS)

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
        self.dismiss()
        if self._undo_call is not None:
            call, self._undo_call = self._undo_call, None
            call()

    def _place(self) -> None:
        if not self.isVisible():
            return
        self.adjustSize()
        self.move(*_free_place(self, self._window, self._kit.style.px(_FROM_BOTTOM)))


def _free_place(toast: QWidget, window: QWidget, margin: int) -> tuple[int, int]:
    """Find where the toast hides no control: bottom centre, else further up or to a side."""
    width, height = toast.width(), toast.height()
    taken = list(_taken(toast, window))
    lowest = window.height() - height - margin
    centre, right = (window.width() - width) // 2, window.width() - width - margin
    for y in range(lowest, margin, -_STEP):
        for x in (centre, right, margin):
            box = (x - _AROUND, y - _AROUND, x + width + _AROUND, y + height + _AROUND)
            if not any(_meet(box, other) for other in taken):
                return x, y
    return centre, lowest


def _taken(toast: QWidget, window: QWidget) -> Iterator[_Box]:
    for widget in window.findChildren(QWidget):
        is_control = isinstance(widget, _CONTROLS) or widget.objectName() in _FEET
        if not is_control or not widget.isVisible() or toast.isAncestorOf(widget):
            continue
        seen = widget.visibleRegion().boundingRect()
        if not seen.isEmpty():
            corner = widget.mapTo(window, seen.topLeft())
            yield corner.x(), corner.y(), corner.x() + seen.width(), corner.y() + seen.height()


def _meet(one: _Box, other: _Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
