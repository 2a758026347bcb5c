"""Keys drawn as small caps, so that shortcuts are learned by looking."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen

from app.ui.style.style import Style


def key_cap_width(style: Style, keys: str) -> int:
    """Return the width a cap needs."""
    return QFontMetrics(style.font("caption")).horizontalAdvance(keys) + style.px(13)


def draw_key_cap(
    painter: QPainter, style: Style, box: QRectF, keys: str, ink: str, *, sunken: bool = False
) -> None:
    """Draw a cap in the middle of ``box`` in the colour token ``ink``."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    height = style.px(22)
    cap = QRectF(box.x(), box.center().y() - height / 2, box.width(), height).adjusted(0.5, 0.5, -0.5, -0.5)
    quiet = ink == "text2"
    border = QColor(style.color("line" if sunken or quiet else ink))
    painter.setPen(QPen(border, 1))
    painter.setBrush(style.color("sunken") if sunken else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(cap, style.px(5), style.px(5))
    painter.setPen(style.color(ink))
    painter.setFont(style.font("caption"))
    painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, keys)
    painter.restore()
