"""A tick box large enough for any hand."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QStyle, QWidget

from app.ui.kit import Kit
from app.ui.style.marks import draw_tick
from app.ui.style.painting import paint_on
from app.ui.style.style import Style

_BOX = 18


def draw_tick_box(
    painter: QPainter, style: Style, box: QRect, state: Qt.CheckState, *, enabled: bool = True
) -> None:
    """Draw a tick box filling the square ``box`` (used by rows as well)."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    on = state != Qt.CheckState.Unchecked
    painter.setPen(QPen(style.color("primary" if on and enabled else "line2"), 1))
    painter.setBrush(style.color(("primary" if enabled else "line2") if on else "surface"))
    shape = QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5)
    painter.drawRoundedRect(shape, style.px(4), style.px(4))
    if state == Qt.CheckState.Checked:
        draw_tick(painter, shape, style.color("onPrimary"), max(1.8, style.px(2)))
    elif state == Qt.CheckState.PartiallyChecked:
        painter.setPen(QPen(style.color("onPrimary"), 2))
        middle = shape.center().y()
        painter.drawLine(
            QPoint(round(shape.x() + shape.width() * 0.25), round(middle)),
            QPoint(round(shape.x() + shape.width() * 0.75), round(middle)),
        )
    painter.restore()


class TickField(QCheckBox):
    """A yes-or-no with its words; Space ticks, the whole of it is the target."""

    def __init__(self, kit: Kit, text: str = "", *, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._kit = kit
        self.setAccessibleName(name or text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        kit.style.watch(self, self.updateGeometry)

    def set_words(self, words: str) -> None:
        """Say something else beside the box."""
        self.setText(words)
        self.setAccessibleName(words)

    def value(self) -> bool:
        """Return whether it is ticked."""
        return self.isChecked()

    def show_value(self, value: bool) -> None:  # noqa: FBT001 - the value itself
        """Show it ticked or not; does not count as a click."""
        self.setChecked(value)

    def on_ticked(self, callback: Callable[[bool], None]) -> None:
        """Call back when the user ticks or unticks it."""
        self.clicked.connect(lambda on: callback(on))  # noqa: PLW0108 - PySide cannot count the arguments of builtins

    def sizeHint(self) -> QSize:
        px = self._kit.style.px
        width = px(_BOX + 4)
        if self.text():
            width += px(8) + QFontMetrics(self._kit.style.font()).horizontalAdvance(self.text()) + 2
        return QSize(width, px(34))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, _event: QPaintEvent) -> None:
        style, painter = self._kit.style, paint_on(self)
        side = style.px(_BOX)
        at = QRect(style.px(2), (self.height() - side) // 2, side, side)
        box = QStyle.visualRect(self.layoutDirection(), self.rect(), at)
        draw_tick_box(painter, style, box, self.checkState(), enabled=self.isEnabled())
        words = self.rect().adjusted(at.right() + style.px(8), 0, 0, 0)
        words = QStyle.visualRect(self.layoutDirection(), self.rect(), words)
        painter.setFont(style.font())
        painter.setPen(style.color("text" if self.isEnabled() else "text3"))
        leading = QStyle.visualAlignment(self.layoutDirection(), Qt.AlignmentFlag.AlignLeft)
        painter.drawText(words, int(leading | Qt.AlignmentFlag.AlignVCenter), self.text())
        if self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(style.color("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            ring = QRectF(box if self.text() else self.rect().adjusted(0, 4, 0, -4)).adjusted(-2, -2, 2, 2)
            painter.drawRoundedRect(ring.intersected(QRectF(self.rect()).adjusted(1, 1, -1, -1)), 5, 5)
