"""Window and splitter places, kept per user."""

from __future__ import annotations

from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QMainWindow, QSplitter

from app.ui.shell.pages import Preferences

_WINDOW = "window.geometry"


def keep_window(window: QMainWindow, preferences: Preferences) -> None:
    """Write down where the window is."""
    preferences.set(_WINDOW, _written(window.saveGeometry()))


def restore_window(window: QMainWindow, preferences: Preferences) -> bool:
    """Put the window where it was; answers whether a place was known and still fits a screen."""
    kept = preferences.get(_WINDOW)
    return bool(kept) and window.restoreGeometry(_read(kept or ""))


def remember_splitter(splitter: QSplitter, preferences: Preferences, key: str) -> None:
    """Restore the splitter's places now and keep them whenever the user moves it."""
    kept = preferences.get(f"splitter.{key}")
    if kept:
        splitter.restoreState(_read(kept))
    splitter.splitterMoved.connect(
        lambda _at, _place: preferences.set(f"splitter.{key}", _written(splitter.saveState()))
    )


def _written(state: QByteArray) -> str:
    return bytes(state.toBase64().data()).decode("ascii")


def _read(text: str) -> QByteArray:
    return QByteArray.fromBase64(QByteArray(text.encode("ascii", "replace")))
