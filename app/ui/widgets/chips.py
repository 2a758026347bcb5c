"""Chips: a state said by a word, a shape and only then a colour."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QStyle, QWidget

from app.ui.kit import Kit
from app.ui.style.marks import Mark, draw_mark
from app.ui.style.painting import paint_on

Deadline = Literal["ample", "near", "today", "overdue", "paused", "done"]
Tone = Literal["neutral", "err", "errSolid", "warn", "orange", "ok", "info", "sup", "tint"]

_GROUND = {"near": "warnBg", "today": "orangeBg", "overdue": "errSolid", "done": "okBg"}
_INK = {"ample": "neutral", "near": "warn", "today": "orange", "paused": "neutral", "done": "ok"}
_HEAVY = {"today", "overdue"}
_HEIGHT, _MARK, _SIDE, _GAP = 26, 15, 9, 6


def chip_width(kit: Kit, kind: Deadline, text: str) -> int:
    """Return the width a deadline chip with ``text`` needs."""
    metrics = QFontMetrics(kit.style.font("small", bold=kind in _HEAVY))
    return metrics.horizontalAdvance(text) + kit.style.px(_SIDE + _MARK + _GAP + 11)


def draw_chip(
    painter: QPainter, kit: Kit, area: QRect, kind: Deadline, text: str, *, direction: Qt.LayoutDirection
) -> None:
    """Draw a deadline chip at the leading edge of ``area``, centred upright, elided where too wide."""
    style = kit.style
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    width, height = min(chip_width(kit, kind, text), area.width()), style.px(_HEIGHT)
    logical = QRect(area.x(), area.y() + (area.height() - height) // 2, width, height)
    box = QStyle.visualRect(direction, area, logical)
    ink = style.color("railOn") if kind == "overdue" else style.color(_INK[kind])
    ground = _GROUND.get(kind)
    painter.setBrush(style.color(ground) if ground else Qt.BrushStyle.NoBrush)
    dashed = QPen(style.color("line2"), 1, Qt.PenStyle.DashLine)
    painter.setPen(Qt.PenStyle.NoPen if ground else dashed)
    painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), height / 2, height / 2)
    side = style.px(_MARK)
    mark_at = QRect(box.x() + style.px(_SIDE), box.y() + (height - side) // 2, side, side)
    mark: Mark = kind
    draw_mark(painter, QRectF(QStyle.visualRect(direction, box, mark_at)), mark, ink)
    font = style.font("small", bold=kind in _HEAVY)
    painter.setFont(font)
    painter.setPen(ink)
    lead = style.px(_SIDE + _MARK + _GAP)
    words = QStyle.visualRect(direction, box, box.adjusted(lead, 0, -style.px(4), 0))
    shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, words.width())
    leading = QStyle.visualAlignment(direction, Qt.AlignmentFlag.AlignLeft)
    painter.drawText(words, int(leading | Qt.AlignmentFlag.AlignVCenter), shown)
    painter.restore()


class DeadlineChip(QWidget):
    """One clock: ``DeadlineChip(kit, "overdue", "超期 3 天", spoken="超期 3 天，街道级 5 日钟")``."""

    def __init__(
        self,
        kit: Kit,
        kind: Deadline = "ample",
        text: str = "",
        *,
        spoken: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._kit = kit
        self._kind: Deadline = kind
        self._text = text
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        kit.style.watch(self, self.updateGeometry)
        self.show_deadline(kind, text, spoken=spoken)

    def show_deadline(self, kind: Deadline, text: str, *, spoken: str = "") -> None:
        """Show another clock; ``spoken`` (rule and exact time) is tooltip and spoken name."""
        self._kind, self._text = kind, text
        self.setAccessibleName(spoken or text)
        self.setToolTip(spoken)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(chip_width(self._kit, self._kind, self._text), self._kit.style.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        draw_chip(
            paint_on(self), self._kit, self.rect(), self._kind, self._text, direction=self.layoutDirection()
        )


class CountPill(QWidget):
    """A rounded word or figure on the ground of its tone: 在办 14, 须改 1, a badge."""

    def __init__(
        self,
        kit: Kit,
        text: str = "",
        *,
        tone: Tone = "neutral",
        bold: bool = False,
        spoken: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._kit, self._text, self._bold = kit, text, bold
        self._tone: Tone = tone
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        kit.style.watch(self, self.updateGeometry)
        self.show_count(text, tone=tone, spoken=spoken)

    def show_count(self, text: str, *, tone: Tone | None = None, spoken: str = "") -> None:
        """Show another text (and tone)."""
        self._text, self._tone = text, tone or self._tone
        self.setAccessibleName(spoken or text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        px = self._kit.style.px
        width = QFontMetrics(self._font()).horizontalAdvance(self._text) + px(18)
        return QSize(max(width, px(26)), px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        style, painter = self._kit.style, paint_on(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground, ink = _pill_colors(self._tone)
        painter.setBrush(style.color(ground))
        painter.setPen(Qt.PenStyle.NoPen)
        radius = self.height() / 2
        painter.drawRoundedRect(QRectF(self.rect()), radius, radius)
        painter.setPen(style.color(ink))
        painter.setFont(self._font())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._text)

    def _font(self) -> QFont:
        return self._kit.style.font("small", bold=self._bold or self._tone == "errSolid")


class Tag(QWidget):
    """A small framed word beside a title: 邻里纠纷, 社区级."""

    def __init__(self, kit: Kit, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit, self._text = kit, text
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)
        kit.style.watch(self, self.updateGeometry)

    def set_text(self, text: str) -> None:
        """Change the word."""
        self._text = text
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        px = self._kit.style.px
        return QSize(
            QFontMetrics(self._kit.style.font("small")).horizontalAdvance(self._text) + px(15), px(24)
        )

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        style, painter = self._kit.style, paint_on(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(style.color("line"), 1))
        painter.setBrush(style.color("surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), style.px(5), style.px(5))
        painter.setPen(style.color("text2"))
        painter.setFont(style.font("small"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._text)


def _pill_colors(tone: Tone) -> tuple[str, str]:
    if tone == "errSolid":
        return "errSolid", "railOn"
    if tone == "tint":
        return "tint", "onTint"
    return f"{tone}Bg", tone
