"""Locks and opens one window: by key, by itself after a while, and at the start of who has a password."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from app.presenters.desk import Desk
from app.presenters.shell.lock import MINUTES, LockTries, read_minutes
from app.ui.kit import Kit
from app.ui.locking.curtain import Curtain
from app.ui.locking.idle import IdleWatch
from app.ui.locking.screen import LockScreen
from app.ui.shell.frame import MainFrame
from app.ui.shell.pages import Preferences, bind
from app.ui.voice import hush, speak_again

_KNOWS_KEY = "knowsLock"


class WindowLock:
    """The lock of one user's window."""

    def __init__(
        self,
        kit: Kit,
        desk: Desk,
        frame: MainFrame,
        preferences: Preferences,
        switch_user: Callable[[], None] | None,
    ) -> None:
        self._kit, self._desk, self._frame = kit, desk, frame
        self._switch_user = switch_user
        self._tries = LockTries()
        self._keys: dict[str, Callable[[], None]] = {"Ctrl+L": self.lock}
        self._screen: LockScreen | None = None
        self._curtain = Curtain(frame)
        self.idle = IdleWatch(frame, lambda: read_minutes(preferences.get(MINUTES)), self.lock)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.focusWindowChanged.connect(self._teach_dialog)

    @property
    def is_locked(self) -> bool:
        """Whether the window is locked."""
        return self._frame.is_covered

    def teach(self, keys: str, act: Callable[[], None]) -> None:
        """Let further keys of the window work from its dialogs."""
        self._keys[keys] = act

    def lock(self) -> None:
        """Cover everything; what is typed stays where it is."""
        if self.is_locked:
            return
        self._curtain.draw()
        screen = LockScreen(self._kit, self._desk, self._tries, self.open, self._switch_user)
        self._frame.cover(screen)
        self._screen = screen
        hush(screen)

    def lock_if_guarded(self) -> None:
        """Lock at the start of somebody who has a password: closing and opening is no way around it."""
        if self._desk.services.screen_lock.has_password(self._desk.me.id):
            self.lock()

    def leave(self) -> None:
        """Let go of dialogs behind the curtain: another user's window takes over."""
        self._curtain.open(restores=False)
        speak_again(self._screen)
        self.idle.stop()
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.focusWindowChanged.disconnect(self._teach_dialog)

    def open(self) -> None:
        """Take the cover away: the locked screen has found that it may."""
        speak_again(self._screen)
        self._screen = None
        self._frame.uncover()
        self._curtain.open()

    def _teach_dialog(self, _window: object) -> None:
        """Let these keys work from a dialog too: there they would not reach the window behind."""
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, QDialog) or not self._is_ours(dialog):
            return
        if not dialog.property(_KNOWS_KEY):
            dialog.setProperty(_KNOWS_KEY, True)
            for keys, act in self._keys.items():
                bind(dialog, keys, act, everywhere=True)

    def _is_ours(self, dialog: QWidget) -> bool:
        """Tell dialogs over this window from those of another user's, which is just closing."""
        owner: QWidget | None = dialog
        while owner is not None and owner is not self._frame:
            owner = owner.parentWidget()
        return owner is not None
