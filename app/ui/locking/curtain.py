"""Keeps every other window of the program out of sight while the lock is on."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QToolTip, QWidget
from shiboken6 import isValid

STAYS = "staysOverLock"
"""Property of a dialog that shows nothing of a case and belongs to the locked screen itself."""


class Curtain(QObject):
    """While drawn, dialogs are not shown at all: nothing of them is painted, reachable or read aloud.

    They keep their fields and come back in their order. What opens meanwhile (an answer that
    arrived late) waits behind the curtain too. Print and file dialogs end, as if stepped back from.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._behind: list[QWidget] = []
        self._is_drawn = False

    def draw(self) -> None:
        """Hide every dialog, menu and tooltip."""
        if self._is_drawn:
            return
        self._is_drawn = True
        QToolTip.hideText()
        while (popup := QApplication.activePopupWidget()) is not None:
            popup.close()
        for widget in QApplication.topLevelWidgets():
            self._hide(widget)
        app = QApplication.instance()
        if app is not None:
            app.installEventFilter(self)  # only now: a watcher of all events costs time

    def open(self, *, restores: bool = True) -> None:
        """Bring back what was hidden, the last one in front; or leave it hidden for good."""
        if not self._is_drawn:
            return
        self._is_drawn = False
        app = QApplication.instance()
        if app is not None:
            app.removeEventFilter(self)
        behind, self._behind = self._behind, []
        for widget in behind:
            if restores and isValid(widget):
                QWidget.setVisible(widget, True)
                widget.activateWindow()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note windows that open while the curtain is drawn."""
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            QTimer.singleShot(0, self, lambda: self._hide(watched) if self._is_drawn else None)
        return False

    def _hide(self, widget: QWidget) -> None:
        if not isValid(widget) or widget is self._window or not widget.isVisible() or widget.property(STAYS):
            return
        self._behind.append(widget)
        # QDialog's own setVisible would end it; this only takes it off the screen.
        QWidget.setVisible(widget, False)
