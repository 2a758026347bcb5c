"""What is said to a screen reader without being asked: politely, and at most once in three seconds."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic
from weakref import ref

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

_PAUSE_S = 3.0

Speak = Callable[[QWidget, str], None]


def speak(widget: QWidget, sentence: str) -> None:
    """Hand a sentence to the system's screen reader, if one listens."""
    event = QAccessibleAnnouncementEvent(widget, sentence)
    event.setPoliteness(QAccessible.AnnouncementPoliteness.Polite)
    QAccessible.updateAccessibility(event)


class Voice(QObject):
    """Says the newest of what it is told; what comes sooner than three seconds after the last waits."""

    def __init__(self, speak_now: Speak = speak, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._speak = speak_now
        self.only_within: QWidget | None = None
        """While set (the screen is locked), nothing outside of it is said."""
        self._said_at = float("-inf")
        self._waiting: tuple[ref[QWidget], str] | None = None
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.timeout.connect(self._catch_up)

    def say(self, widget: QWidget, sentence: str) -> None:
        """Say ``sentence`` about ``widget``, now or when the pause is over; a newer one takes its place."""
        if not sentence or not self._may_speak(widget):
            return
        left = self._said_at + _PAUSE_S - monotonic()
        if left <= 0:
            self._say_now(widget, sentence)
        else:
            self._waiting = (ref(widget), sentence)
            if not self._clock.isActive():
                self._clock.start(max(1, round(left * 1000)))

    def _catch_up(self) -> None:
        waiting, self._waiting = self._waiting, None
        if waiting is None:
            return
        widget, sentence = waiting[0](), waiting[1]
        if widget is not None and isValid(widget) and widget.isVisible() and self._may_speak(widget):
            self._say_now(widget, sentence)

    def _may_speak(self, widget: QWidget) -> bool:
        only = self.only_within
        return only is None or not isValid(only) or widget is only or only.isAncestorOf(widget)

    def _say_now(self, widget: QWidget, sentence: str) -> None:
        self._said_at = monotonic()
        self._waiting = None
        self._speak(widget, sentence)


def announce(widget: QWidget, sentence: str) -> None:
    """Say something through the one voice of the program."""
    voice = _voice()
    if voice is not None:
        voice.say(widget, sentence)


def hush(only_within: QWidget) -> None:
    """Say nothing but what a widget (the locked screen) says."""
    voice = _voice()
    if voice is not None:
        voice.only_within = only_within


def speak_again(only_within: QWidget | None) -> None:
    """Let everything speak again, unless another widget has hushed it meanwhile."""
    voice = _voice()
    if voice is not None and voice.only_within is only_within:
        voice.only_within = None


def _voice() -> Voice | None:
    app = QApplication.instance()
    if app is None:
        return None
    return app.findChild(Voice) or Voice(parent=app)
