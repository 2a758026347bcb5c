"""How own-painted widgets begin to paint."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget


def paint_on(widget: QWidget) -> QPainter:
    """Return a painter for ``widget``: smooth edges, and each text in its own direction.

    A painter takes the widget's direction, and in a right-to-left window "9 件" would come
    out as "件 9". The direction of the text itself decides instead.
    """
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    return text_by_itself(painter)


def text_by_itself(painter: QPainter) -> QPainter:
    """Let the first strong letter of each text decide its direction (for delegates)."""
    painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    return painter
