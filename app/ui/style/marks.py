"""Shapes that carry a state beside its word, painted so that they stay sharp at every size."""

from __future__ import annotations

from math import cos, pi, sin
from typing import Literal

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

Mark = Literal["ample", "near", "today", "overdue", "paused", "done", "advice"]

_SHARE = {"ample": 0.25, "near": 2 / 3, "today": 0.875}


def draw_mark(painter: QPainter, box: QRectF, mark: Mark, color: QColor) -> None:
    """Draw ``mark`` into the square ``box``.

    A pie shows how much of the time is used up (it fills clockwise from the top), an
    octagon what must be done at once, a triangle advice, two bars a pause, a tick an end.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    stroke = max(1.4, box.width() / 10)
    painter.setPen(
        QPen(color, stroke, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    )
    painter.setBrush(Qt.BrushStyle.NoBrush)
    ring = box.adjusted(stroke / 2, stroke / 2, -stroke / 2, -stroke / 2)
    if mark in _SHARE:
        painter.drawEllipse(ring)
        _pie(painter, ring, _SHARE[mark], color)
    elif mark == "overdue":
        _octagon(painter, ring)
        _exclamation(painter, ring)
    elif mark == "advice":
        _triangle(painter, ring)
        _exclamation(painter, ring.adjusted(0, ring.height() * 0.16, 0, 0))
    else:
        painter.drawEllipse(ring)
        _tick(painter, ring) if mark == "done" else _bars(painter, ring)
    painter.restore()


def draw_tick(painter: QPainter, box: QRectF, color: QColor, stroke: float) -> None:
    """Draw a bare tick filling the middle of ``box``."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(
        QPen(color, stroke, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    )
    _tick(painter, box)
    painter.restore()


def _pie(painter: QPainter, ring: QRectF, share: float, color: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawPie(ring, 90 * 16, -round(360 * 16 * share))


def _octagon(painter: QPainter, ring: QRectF) -> None:
    center, reach = ring.center(), ring.width() / 2 * 1.06
    corners = [pi / 8 + step * pi / 4 for step in range(8)]
    painter.drawPolygon(
        QPolygonF([QPointF(center.x() + reach * cos(a), center.y() + reach * sin(a)) for a in corners])
    )


def _triangle(painter: QPainter, ring: QRectF) -> None:
    painter.drawPolygon(
        QPolygonF(
            [
                QPointF(ring.center().x(), ring.top()),
                QPointF(ring.right(), ring.bottom() - ring.height() * 0.08),
                QPointF(ring.left(), ring.bottom() - ring.height() * 0.08),
            ]
        )
    )


def _exclamation(painter: QPainter, ring: QRectF) -> None:
    x, top, height = ring.center().x(), ring.top(), ring.height()
    painter.drawLine(QPointF(x, top + height * 0.26), QPointF(x, top + height * 0.54))
    painter.drawPoint(QPointF(x, top + height * 0.75))


def _tick(painter: QPainter, ring: QRectF) -> None:
    def at(across: float, down: float) -> QPointF:
        return QPointF(ring.left() + ring.width() * across, ring.top() + ring.height() * down)

    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(QPolygonF([at(0.27, 0.52), at(0.44, 0.68), at(0.73, 0.36)]))


def _bars(painter: QPainter, ring: QRectF) -> None:
    for across in (0.38, 0.62):
        x = ring.left() + ring.width() * across
        painter.drawLine(
            QPointF(x, ring.top() + ring.height() * 0.34), QPointF(x, ring.top() + ring.height() * 0.66)
        )
