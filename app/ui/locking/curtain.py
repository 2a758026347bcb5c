"""Keeps every other window of the program out of sight while the lock is on."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMainWindow, QToolTip, QWidget
from shiboken6 import isValid

STAYS = "staysOverLock"
"""Property of a dialog that shows nothing of a case and belongs to the locked screen itself."""
_LOOK_MS = 40


class Curtain(QObject):
    """While drawn, dialogs are not shown at all: nothing of them is painted, reachable or read aloud.

    They keep their fields and come back in their order. What opens meanwhile (an answer that
    arrived late) goes behind the curtain too. Print and file dialogs end, as if stepped back from.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._behind: list[QWidget] = []
        # A filter of all events would meet widgets that are only half made: looking often is enough.
        self._look = QTimer(self)
        self._look.setInterval(_LOOK_MS)
        self._look.timeout.connect(self._hide_all)

    def draw(self) -> None:
        """Hide every dialog, menu and tooltip."""
        if self._look.isActive():
            return
        QToolTip.hideText()
        while (popup := QApplication.activePopupWidget()) is not None:
            popup.close()
        self._hide_all()
        self._look.start()
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.focusWindowChanged.connect(self._hide_all)

    def open(self, *, restores: bool = True) -> None:
        """Bring back what was hidden, the last one in front; or leave it hidden for good."""
        if not self._look.isActive():
            return
        self._look.stop()
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.focusWindowChanged.disconnect(self._hide_all)
        behind, self._behind = self._behind, []
        for widget in behind:
            if restores and isValid(widget):
                QWidget.setVisible(widget, True)
                widget.activateWindow()

    def _hide_all(self) -> None:
        shown = [
            widget
            for widget in QApplication.topLevelWidgets()
            if widget.isVisible() and not isinstance(widget, QMainWindow) and not widget.property(STAYS)
        ]
        for widget in sorted(shown, key=_depth):
            self._behind.append(widget)
            # QDialog's own setVisible would end it; this only takes it off the screen.
            QWidget.setVisible(widget, False)


def _depth(widget: QWidget) -> int:
    """Count the owners of a dialog: one opened from another comes back in front of it."""
    owner = widget.parentWidget()
    return 0 if owner is None else 1 + _depth(owner)
