"""Dress the running program as a user likes it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from app.presenters.settings.looks import DARK, SYSTEM, Look
from app.ui.kit import Kit
from app.ui.style.style import Theme


def wear_look(kit: Kit, look: Look) -> None:
    """Dress the running program; 跟随系统 takes what the system shows at this moment."""
    style = kit.style
    new = (theme_of(look), look.factor, look.shows_keys, look.is_still)
    if new == (style.theme, style.scale, style.shows_keys, style.is_still):
        return
    style.theme, style.scale, style.shows_keys, style.is_still = new
    style.refresh()


def theme_of(look: Look) -> Theme:
    """Give the theme to wear: the chosen one, or the system's."""
    if look.theme != SYSTEM:
        return "dark" if look.theme == DARK else "light"
    hints = QGuiApplication.styleHints()
    hints.unsetColorScheme()
    return "dark" if hints.colorScheme() is Qt.ColorScheme.Dark else "light"
