"""Keys shown as small caps, so that shortcuts are learned by looking."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.kit import Kit
from app.ui.style.painting import paint_on


class KeyCap(QWidget):
    """A key drawn as a small cap: ``KeyCap(kit, "F8")``."""

    def __init__(self, kit: Kit, keys: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit, self._keys = kit, keys
        self.setAccessibleName(keys)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        kit.style.watch(self, self.updateGeometry)

    def sizeHint(self) -> QSize:
        return QSize(key_cap_width(self._kit, self._keys), self._kit.style.px(22))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = paint_on(self)
        draw_key_cap(painter, self._kit, QRectF(self.rect()), self._keys, "text2", sunken=True)


def key_cap_width(kit: Kit, keys: str) -> int:
    """Return the width a cap needs."""
    return QFontMetrics(kit.style.font("caption")).horizontalAdvance(keys) + kit.style.px(13)


def draw_key_cap(
    painter: QPainter, kit: Kit, box: QRectF, keys: str, ink: str, *, sunken: bool = False
) -> None:
    """Draw a cap in the middle of ``box`` in the colour token ``ink``."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    height = kit.style.px(22)
    cap = QRectF(box.x(), box.center().y() - height / 2, box.width(), height).adjusted(0.5, 0.5, -0.5, -0.5)
    quiet = ink == "text2"
    border = QColor(kit.style.color("line" if sunken or quiet else ink))
    painter.setPen(QPen(border, 1))
    painter.setBrush(kit.style.color("sunken") if sunken else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(cap, kit.style.px(5), kit.style.px(5))
    painter.setPen(kit.style.color(ink))
    painter.setFont(kit.style.font("caption"))
    painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, keys)
    painter.restore()
