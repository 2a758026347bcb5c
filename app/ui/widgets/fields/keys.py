"""Which keys a field leaves to its page, so that no shortcut deletes text and no method is disturbed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

_OURS = {Qt.Key.Key_K, Qt.Key.Key_J, Qt.Key.Key_H}
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


def belongs_to_page(event: QKeyEvent) -> bool:
    """Whether the key is one that editors use for deleting and our pages use as a command."""
    return event.modifiers() == Qt.KeyboardModifier.ControlModifier and event.key() in _OURS


def is_plain_enter(event: QKeyEvent) -> bool:
    """Whether Enter was pressed alone (the keypad's counts)."""
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return event.key() in _ENTER and held == Qt.KeyboardModifier.NoModifier


def is_submit(event: QKeyEvent) -> bool:
    """Whether Ctrl+Enter was pressed: it belongs to the form."""
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return event.key() in _ENTER and held == Qt.KeyboardModifier.ControlModifier
