"""Paints the grid: hours kept and not kept, heads, appointments, clashes, the cursor and what is moved."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QFont, QFontMetrics, QPainter, QPen

from app.presenters.calendar.view import Block, GridColumn
from app.ui.kit import Kit
from app.ui.screens.calendar.cursor import Ghost
from app.ui.screens.calendar.plan import ROW_MINUTES, GridPlan

_HOUR = 60
_DASH = [4.0, 3.0]


class GridPainter:
    """Paints one moment of the grid on a painter."""

    def __init__(self, kit: Kit, painter: QPainter, plan: GridPlan) -> None:
        self._style, self._painter, self._plan = kit.style, painter, plan
        self._how = kit.translator.text("回车改期，Esc 放弃")

    def ground(self) -> None:
        """Paint the columns, sunken where nobody is met, and the lines between half hours."""
        plan, painter, style = self._plan, self._painter, self._style
        painter.fillRect(QRect(QPoint(), plan.viewport), style.color("surface"))
        for place, column in enumerate(plan.grid.columns):
            for start, end in self._closed(column):
                painter.fillRect(plan.span_box(place, start, end), style.color("sunken"))
        for row in range(plan.rows + 1):
            minute = plan.grid.first + row * ROW_MINUTES
            painter.setPen(QPen(style.color("line"), 1, _line_of(minute)))
            painter.drawLine(0, plan.y_of(minute), plan.viewport.width(), plan.y_of(minute))
        painter.setPen(QPen(style.color("line"), 1))
        for place in range(len(plan.grid.columns)):
            box = plan.column_box(place)
            edge = box.right() if plan.is_rtl else box.left()
            painter.drawLine(edge, 0, edge, plan.viewport.height())

    def now(self) -> None:
        """Paint the present minute across the columns it belongs to."""
        plan, now = self._plan, self._plan.grid.now
        if now is None or not plan.grid.first <= now <= plan.grid.last:
            return
        self._painter.setPen(QPen(self._style.color("maple"), 2))
        marked = [p for p, column in enumerate(plan.grid.columns) if column.is_today]
        for place in marked or range(len(plan.grid.columns)):
            box = plan.column_box(place)
            self._painter.drawLine(box.left(), plan.y_of(now), box.right(), plan.y_of(now))

    def block(self, block: Block, *, is_current: bool) -> None:
        """Paint an appointment: time, what, who; hatched with the reason where something is in the way.

        What is only remarked is told without hatching.
        """
        style, painter, box = self._style, self._painter, self._plan.block_box(block)
        warns = block.clash or block.remark
        painter.setPen(Qt.PenStyle.NoPen)
        ground = "warnBg" if block.clash else "tint" if block.is_active else "sunken"
        painter.setBrush(style.color(ground))
        painter.drawRoundedRect(QRectF(box), style.px(6), style.px(6))
        if block.clash:
            painter.setBrush(QBrush(style.color("warn2"), Qt.BrushStyle.BDiagPattern))
            painter.drawRoundedRect(QRectF(box), style.px(6), style.px(6))
        side = QRect(box.right() - 3 if self._plan.is_rtl else box.left(), box.top() + 2, 4, box.height() - 4)
        painter.fillRect(side, style.color("warn" if warns else "primary" if block.is_active else "line2"))
        self._words(block, box.adjusted(style.px(9), style.px(3), -style.px(6), -style.px(2)))
        if is_current:
            self._ring(QRectF(box).adjusted(1, 1, -1, -1))

    def cell(self, column: int, minute: int) -> None:
        """Paint the cursor on an empty half hour."""
        self._ring(QRectF(self._plan.span_box(column, minute, minute + ROW_MINUTES)).adjusted(2, 2, -2, -2))

    def ghost(self, ghost: Ghost) -> None:
        """Paint where an appointment would lie."""
        style, painter = self._style, self._painter
        box = QRectF(self._plan.span_box(ghost.column, ghost.start, ghost.end)).adjusted(3, 1, -3, -1)
        pen = QPen(style.color("focus"), 2)
        pen.setDashPattern(_DASH)
        painter.setPen(pen)
        painter.setBrush(style.color("surface"))
        painter.drawRoundedRect(box, style.px(6), style.px(6))
        painter.setPen(style.color("text"))
        painter.setFont(style.font("small", bold=True))
        words = f"{_clock(ghost.start)}–{_clock(ghost.end)}\n{ghost.block.title}\n{self._how}"
        inner = box.adjusted(style.px(9), style.px(4), -style.px(6), -style.px(4))
        painter.drawText(inner, int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop), words)

    def heads(self) -> None:
        """Paint heads and times last: everything scrolls below them."""
        plan, painter, style = self._plan, self._painter, self._style
        painter.fillRect(QRect(0, 0, plan.viewport.width(), plan.head), style.color("bg"))
        for place, column in enumerate(plan.grid.columns):
            self._head(plan.column_box(place), column)
        times = plan.mirrored(QRect(0, plan.head, plan.gutter, plan.viewport.height()))
        painter.fillRect(times, style.color("bg"))
        painter.setFont(style.font("caption"))
        painter.setPen(style.color("text3"))
        for row in range(plan.rows):
            minute = plan.grid.first + row * ROW_MINUTES
            top = plan.y_of(minute)
            if minute % _HOUR == 0 and top >= plan.head:
                box = QRect(times.x(), top, times.width() - style.px(6), plan.row_height)
                flags = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignTop
                painter.drawText(box, int(flags), _clock(minute))
        painter.fillRect(plan.mirrored(QRect(0, 0, plan.gutter, plan.head)), style.color("bg"))
        painter.setPen(QPen(style.color("line"), 1))
        painter.drawLine(0, plan.head, plan.viewport.width(), plan.head)

    # pieces

    def _head(self, box: QRect, column: GridColumn) -> None:
        style = self._style
        half = self._plan.head // 2
        inner = box.adjusted(style.px(10), 0, -style.px(6), 0)
        lines = [(column.title, style.font(bold=True), "primary" if column.is_today else "text", half)]
        if column.note:
            lines.append((column.note, style.font("small"), "text2", half))
        top = style.px(3) if column.note else 0
        for text, font, tone, high in lines:
            tall = high - style.px(2) if column.note else self._plan.head
            self._line(QRect(inner.x(), top, inner.width(), tall), text, font, tone)
            top += tall

    def _words(self, block: Block, inner: QRect) -> None:
        style = self._style
        tone, warns = "text" if block.is_active else "text2", block.clash or block.remark
        lines = [
            (block.time, style.font("small", bold=True), tone),
            (block.title, style.font("small", bold=True), tone),
            (warns or block.people, style.font("small"), "warn" if warns else "text2"),
            (block.people if warns else block.note, style.font("small"), "text2"),
        ]
        tall = QFontMetrics(style.font("small")).height() + 1
        if inner.height() < 2 * tall:
            lines = [(f"{block.time} {block.title}", style.font("small", bold=True), tone)]
        top = inner.y()
        for text, font, colour in lines:
            if text and top + tall <= inner.bottom() + 3:
                self._line(QRect(inner.x(), top, inner.width(), tall), text, font, colour)
                top += tall

    def _line(self, box: QRect, text: str, font: QFont, tone: str) -> None:
        painter = self._painter
        painter.setFont(font)
        painter.setPen(self._style.color(tone))
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        side = Qt.AlignmentFlag.AlignRight if self._plan.is_rtl else Qt.AlignmentFlag.AlignLeft
        painter.drawText(
            box, int(side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute), shown
        )

    def _ring(self, box: QRectF) -> None:
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.setPen(QPen(self._style.color("focus"), 2))
        self._painter.drawRoundedRect(box, self._style.px(6), self._style.px(6))

    def _closed(self, column: GridColumn) -> list[tuple[int, int]]:
        """Give the stretches of a day on which nobody is met."""
        grid = self._plan.grid
        if not column.is_open:
            return [(grid.first, grid.last)]
        closed, at = [], grid.first
        for opens, closes in grid.spans:
            if opens > at:
                closed.append((at, opens))
            at = max(at, closes)
        if grid.spans and at < grid.last:
            closed.append((at, grid.last))
        return closed


def _line_of(minute: int) -> Qt.PenStyle:
    return Qt.PenStyle.SolidLine if minute % _HOUR == 0 else Qt.PenStyle.DotLine


def _clock(minute: int) -> str:
    return f"{minute // _HOUR:02}:{minute % _HOUR:02}"
