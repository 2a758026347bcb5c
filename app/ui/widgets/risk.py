"""Risk: one to four rising bars, always with the word."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QWidget

from app.ui.kit import Kit
from app.ui.style.painting import paint_on

_TONES = ("text2", "info", "orange", "err")
_BAR, _STEP, _TALL = 3, 5, 13


def risk_width(kit: Kit, level: int, word: str) -> int:
    """Return the width that bars and word need."""
    bold = level >= 3  # noqa: PLR2004 - 高 and 极高
    return kit.style.px(4 * _STEP + 6) + QFontMetrics(kit.style.font("small", bold=bold)).horizontalAdvance(
        word
    )


def draw_risk(
    painter: QPainter, kit: Kit, area: QRect, level: int, word: str, *, direction: Qt.LayoutDirection
) -> None:
    """Draw ``level`` (1 低 to 4 极高) at the leading edge of ``area``."""
    style = kit.style
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    tone = style.color(_TONES[level - 1])
    foot = area.center().y() + style.px(_TALL) // 2
    for step in range(4):
        height = style.px(_TALL * (step + 1.2) / 4.2)
        logical = QRect(area.x() + style.px(step * _STEP), foot - height, style.px(_BAR), height)
        painter.setBrush(tone if step < level else style.color("line"))
        painter.drawRoundedRect(QRectF(QStyle.visualRect(direction, area, logical)), 1, 1)
    bold = level >= 3  # noqa: PLR2004 - 高 and 极高
    painter.setFont(style.font("small", bold=bold))
    painter.setPen(tone)
    words = QStyle.visualRect(direction, area, area.adjusted(style.px(4 * _STEP + 5), 0, 0, 0))
    leading = QStyle.visualAlignment(direction, Qt.AlignmentFlag.AlignLeft)
    painter.drawText(words, int(leading | Qt.AlignmentFlag.AlignVCenter), word)
    painter.restore()


class RiskBars(QWidget):
    """``RiskBars(kit, 4, "极高")``; level 1 to 4."""

    def __init__(self, kit: Kit, level: int = 1, word: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        kit.style.watch(self, self.updateGeometry)
        self.show_risk(level, word)

    def show_risk(self, level: int, word: str) -> None:
        """Show another level."""
        if not 1 <= level <= len(_TONES):
            raise ValueError(f"risk level {level}")
        self._level, self._word = level, word
        self.setAccessibleName(word)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(risk_width(self._kit, self._level, self._word) + 2, self._kit.style.px(24))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        draw_risk(
            paint_on(self), self._kit, self.rect(), self._level, self._word, direction=self.layoutDirection()
        )
