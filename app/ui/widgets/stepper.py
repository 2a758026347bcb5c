"""The life of a case as steps in fixed order."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from app.ui.kit import Kit
from app.ui.style.marks import draw_tick
from app.ui.style.painting import paint_on

StepState = Literal["done", "current", "later"]
_NODE = 26


class _Node(QPushButton):
    """One step: a real button, so that keyboard and screen readers meet nine items."""

    def __init__(self, kit: Kit, number: int, text: str) -> None:
        super().__init__(text)
        self._kit, self.number = kit, number
        self.state: StepState = "later"
        self.is_last = self.is_first = self.is_viewed = False
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        kit.style.watch(self, self.updateGeometry)

    def sizeHint(self) -> QSize:
        return QSize(self._kit.style.px(64), self._kit.style.px(58))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._kit.style.px(48), self._kit.style.px(58))

    def paintEvent(self, _event: QPaintEvent) -> None:
        style, painter, px = self._kit.style, paint_on(self), self._kit.style.px
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        radius = px(_NODE) / 2
        center = QPointF(self.width() / 2, radius + 2)
        self._paint_lines(painter, center)
        done, current = self.state == "done", self.state == "current"
        painter.setPen(QPen(style.color("primary" if done or current else "line2"), 2))
        painter.setBrush(style.color("primary" if current else "tint" if done else "surface"))
        painter.drawEllipse(center, radius - 1, radius - 1)
        circle = QRectF(center.x() - radius, center.y() - radius, 2 * radius, 2 * radius)
        if done:
            draw_tick(painter, circle.adjusted(4, 4, -4, -4), style.color("primary"), max(1.8, px(2)))
        else:
            painter.setFont(style.font("small", bold=current))
            painter.setPen(style.color("onPrimary" if current else "text3"))
            painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, str(self.number))
        painter.setFont(style.font("small", bold=current or self.is_viewed))
        painter.setPen(style.color("primary" if current else "text" if self.is_viewed else "text2"))
        words = QRect(0, px(_NODE) + 5, self.width(), self.height() - px(_NODE) - 5)
        painter.drawText(words, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter, self.text())
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(style.color("focus"), 2))
            ring = QRectF(self.width() / 2 - px(28), 1, px(56), self.height() - 2)
            painter.drawRoundedRect(ring, px(8), px(8))

    def _paint_lines(self, painter: QPainter, center: QPointF) -> None:
        """Draw the halves of the lines to the step before and after that belong to this node."""
        style = self._kit.style
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        before, after = (self.width(), 0) if rtl else (0, self.width())
        reached = style.color("primary"), style.color("line")
        if not self.is_first:
            painter.setPen(QPen(reached[0] if self.state != "later" else reached[1], 2))
            painter.drawLine(QPointF(before, center.y()), center)
        if not self.is_last:
            painter.setPen(QPen(reached[0] if self.state == "done" else reached[1], 2))
            painter.drawLine(center, QPointF(after, center.y()))


class Stepper(QWidget):
    """``Stepper(kit, ["登记", …])``: ←→ or a click looks at a step; it never changes the case.

    :meth:`show_step` sets where the case stands; ``missing`` gives, for later steps, the
    sentence that says what is still needed (tooltip and spoken description).
    """

    def __init__(self, kit: Kit, names: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self._looked: list[Callable[[int], None]] = []
        row = QHBoxLayout(self)
        kit.style.lay(row)
        self._nodes = [_Node(kit, place + 1, name) for place, name in enumerate(names)]
        for place, node in enumerate(self._nodes):
            node.is_first, node.is_last = place == 0, place == len(names) - 1
            node.clicked.connect(lambda _on=False, at=place: self._look(at))
            node.installEventFilter(self)
            row.addWidget(node)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._words: dict[StepState, str] = {
            "done": kit.translator.text("已完成"),
            "current": kit.translator.text("当前"),
            "later": kit.translator.text("未开始"),
        }
        self.show_step(0)

    def show_step(self, current: int, *, missing: Sequence[str] = ()) -> None:
        """Show that steps before ``current`` are done; ``current`` = number of steps means all are."""
        for place, node in enumerate(self._nodes):
            node.state = "done" if place < current else "current" if place == current else "later"
            lacks = missing[place] if place < len(missing) else ""
            node.setToolTip(lacks)
            node.setAccessibleName(f"{node.number} {node.text()} {self._words[node.state]}")
            node.setAccessibleDescription(lacks)
            here = place == min(current, len(self._nodes) - 1)
            node.setFocusPolicy(Qt.FocusPolicy.StrongFocus if here else Qt.FocusPolicy.ClickFocus)
            node.is_viewed = False
            node.update()

    def on_looked(self, callback: Callable[[int], None]) -> None:
        """Call back with the place (from 0) of the step the user wants to look at."""
        self._looked.append(callback)

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        return event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self._take_key(event)

    def _take_key(self, event: QKeyEvent) -> bool:
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        on = {Qt.Key.Key_Right: -1 if rtl else 1, Qt.Key.Key_Left: 1 if rtl else -1}
        here = next((place for place, node in enumerate(self._nodes) if node.hasFocus()), 0)
        last = len(self._nodes) - 1
        jumps = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: last}
        key = Qt.Key(event.key())
        if key in on:
            self._nodes[max(0, min(last, here + on[key]))].setFocus()
        elif key in jumps:
            self._nodes[jumps[key]].setFocus()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            self._look(here)
        else:
            return False
        return True

    def _look(self, place: int) -> None:
        for other, node in enumerate(self._nodes):
            node.is_viewed = other == place
            node.update()
        for callback in self._looked:
            callback(place)
