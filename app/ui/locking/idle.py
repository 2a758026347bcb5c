"""Tells when nobody has touched keyboard or mouse for a while."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QGuiApplication, QWindow

_LOOK_MS = 5_000
_TOUCHES = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
        QEvent.Type.InputMethod,
    }
)


class IdleWatch(QObject):
    """Calls back when the program was not touched for as many minutes as ``minutes`` gives; 0 never.

    Windows of the system are watched, not widgets: a few events a second instead of thousands.
    """

    def __init__(
        self,
        parent: QObject,
        minutes: Callable[[], int],
        came: Callable[[], None],
        now: Callable[[], float] = monotonic,
    ) -> None:
        super().__init__(parent)
        self._minutes, self._came, self._now = minutes, came, now
        self._touched_at = now()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._timer.start(_LOOK_MS)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.focusWindowChanged.connect(self._watch)
            self._watch(app.focusWindow())

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()

    def look(self) -> None:
        """Call back if the time is over; it begins anew then."""
        minutes = self._minutes()
        if minutes and self._now() - self._touched_at >= minutes * 60:
            self._touched_at = self._now()
            self._came()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Note that somebody is there."""
        if event.type() in _TOUCHES:
            self._touched_at = self._now()
        return False

    def _watch(self, window: QWindow | None) -> None:
        if window is not None:
            window.installEventFilter(self)  # a second time changes nothing but its place
