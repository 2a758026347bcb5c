"""Paints the cells of a table: two lines, chips, stage dashes, risk bars, ticks and buttons."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.ui.kit import Kit
from app.ui.style.painting import text_by_itself
from app.ui.widgets.chips import draw_chip
from app.ui.widgets.fields.tick import draw_tick_box
from app.ui.widgets.risk import draw_risk
from app.ui.widgets.tables.cells import Cell
from app.ui.widgets.tables.model import BAND_ROLE, CELL_ROLE, Index

SIDE = 14
_LEAD = Qt.AlignmentFlag.AlignLeft
_WIDE_GAP, _NARROW_GAP = "\u3000", "\u2002"


class RowDelegate(QStyledItemDelegate):
    """One delegate for all columns; the model's :class:`Cell` says what to draw."""

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(parent)
        self._kit = kit
        self.hovered_row = -1

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(self._kit.style.px(80), self._kit.style.px(46 if self._kit.style.is_compact else 58))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        text_by_itself(painter)
        band = index.data(BAND_ROLE)
        if isinstance(band, str):
            self._paint_band(painter, option, band)
        else:
            self._paint_ground(painter, option, index)
            cell = index.data(CELL_ROLE)
            inner = option.rect.adjusted(self._kit.style.px(SIDE), 0, -8, 0)
            inner = QStyle.visualRect(option.direction, option.rect, inner)
            if isinstance(cell, Cell):
                self._paint_cell(painter, option, inner, cell=cell, index=index)
            else:
                self._paint_waiting(painter, inner)
        painter.restore()

    def button_rect(self, row: QRect, cell: Cell, direction: Qt.LayoutDirection) -> QRect:
        """Return where the button of ``cell`` lies within the cell ``row``."""
        px = self._kit.style.px
        metrics = QFontMetrics(self._kit.style.font("small", bold=cell.is_main))
        width, height = metrics.horizontalAdvance(cell.button) + px(26), px(34)
        at = QPoint(row.right() - px(SIDE) - width + 1, row.y() + (row.height() - height) // 2)
        return QStyle.visualRect(direction, row, QRect(at, QSize(width, height)))

    # pieces

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        style, row = self._kit.style, option.rect
        if self._is_selected(option):
            painter.fillRect(row, style.color("sel"))
            if index.column() == 0:
                bar = QRect(row.x(), row.y(), 3, row.height())
                painter.fillRect(QStyle.visualRect(option.direction, row, bar), style.color("primary"))
        elif index.row() == self.hovered_row:
            painter.fillRect(row, style.color("bg"))
        painter.setPen(QPen(style.color("line"), 1))
        painter.drawLine(row.bottomLeft(), row.bottomRight())
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(style.color("focus"), 2))
            painter.drawRoundedRect(QRectF(row).adjusted(2, 2, -2, -3), style.px(5), style.px(5))

    def _paint_cell(
        self, painter: QPainter, option: QStyleOptionViewItem, inner: QRect, *, cell: Cell, index: Index
    ) -> None:
        kit, direction = self._kit, option.direction
        if cell.chip is not None:
            draw_chip(painter, kit, inner, cell.chip, cell.text, direction=direction)
        elif cell.risk is not None:
            draw_risk(painter, kit, inner, cell.risk, cell.text, direction=direction)
        elif cell.ticked is not None:
            side = kit.style.px(18)
            at = QPoint(inner.x(), inner.y() + (inner.height() - side) // 2)
            box = QStyle.visualRect(direction, inner, QRect(at, QSize(side, side)))
            state = Qt.CheckState.Checked if cell.ticked else Qt.CheckState.Unchecked
            draw_tick_box(painter, kit.style, box, state)
        elif cell.button:
            self._paint_button(painter, option, cell)
        else:
            self._paint_lines(painter, option, inner, cell=cell, index=index)

    def _paint_lines(
        self, painter: QPainter, option: QStyleOptionViewItem, inner: QRect, *, cell: Cell, index: Index
    ) -> None:
        style = self._kit.style
        bold = cell.is_bold or (cell.is_title and self._is_selected(option))
        first, second = style.font("body", bold=bold), style.font("small")
        below = cell.stage is not None or (bool(cell.second) and not style.is_compact)
        gap = style.px(7 if below else 0)
        half = inner.height() // 2
        upper = inner.adjusted(0, gap, 0, -half) if below else inner
        ends = index.data(Qt.ItemDataRole.TextAlignmentRole)
        trailing = isinstance(ends, int) and bool(ends & int(Qt.AlignmentFlag.AlignTrailing))
        align = Qt.AlignmentFlag.AlignRight if trailing else _LEAD
        if cell.lead:
            upper = self._paint_lead(painter, option, upper, cell.lead)
        self._words(painter, option, upper, cell.text, font=first, tone=cell.tone, align=align)
        lower = inner.adjusted(0, half, 0, -gap)
        if cell.stage is not None:
            self._paint_stage(painter, option.direction, lower, cell.stage)
        elif below:
            tone = "text2" if self._is_selected(option) or cell.tone == "text" else cell.tone
            self._words(painter, option, lower, cell.second, font=second, tone=tone, align=align)

    def _paint_lead(self, painter: QPainter, option: QStyleOptionViewItem, box: QRect, lead: str) -> QRect:
        """Write the bold words that begin a line, and give the room after them."""
        style = self._kit.style
        bold, usual, dot = style.font("body", bold=True), style.font("body"), " · "
        wide = QFontMetrics(bold).horizontalAdvance(lead)
        self._words(painter, option, box, lead, font=bold, tone="text")
        after = QStyle.visualRect(option.direction, box, box.adjusted(min(wide, box.width()), 0, 0, 0))
        self._words(painter, option, after, dot, font=usual, tone="text2")
        wide += QFontMetrics(usual).horizontalAdvance(dot)
        return QStyle.visualRect(option.direction, box, box.adjusted(min(wide, box.width()), 0, 0, 0))

    def _words(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        box: QRect,
        text: str,
        *,
        font: QFont,
        tone: str,
        align: Qt.AlignmentFlag = _LEAD,
    ) -> None:
        painter.setFont(font)
        painter.setPen(self._kit.style.color(tone))
        metrics = QFontMetrics(font)
        if metrics.horizontalAdvance(text) > box.width():
            text = text.replace(_WIDE_GAP, _NARROW_GAP)  # gaps give way before words do
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        flags = QStyle.visualAlignment(option.direction, align) | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(box, int(flags), shown)

    def _paint_stage(
        self, painter: QPainter, direction: Qt.LayoutDirection, box: QRect, stage: tuple[int, int]
    ) -> None:
        style, (done, total) = self._kit.style, stage
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        step = min(style.px(10), max(3, box.width() // max(1, total)))
        for place in range(total):
            at = QRect(box.x() + place * step, box.y() + style.px(6), max(2, step - 2), style.px(4))
            painter.setBrush(style.color("primary" if place < done else "line"))
            painter.drawRoundedRect(QRectF(QStyle.visualRect(direction, box, at)), 2, 2)

    def _paint_button(self, painter: QPainter, option: QStyleOptionViewItem, cell: Cell) -> None:
        style = self._kit.style
        box = QRectF(self.button_rect(option.rect, cell, option.direction))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(style.color("primary" if cell.is_main else "line2"), 1))
        painter.setBrush(style.color("primary" if cell.is_main else "surface"))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), style.px(8), style.px(8))
        painter.setFont(style.font("small", bold=cell.is_main))
        painter.setPen(style.color("onPrimary" if cell.is_main else "text"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, cell.button)

    def _paint_band(self, painter: QPainter, option: QStyleOptionViewItem, band: str) -> None:
        style, row = self._kit.style, option.rect
        painter.fillRect(row, style.color("bg"))
        inner = row.adjusted(style.px(16), 0, -style.px(16), 0)
        name, _sep, note = band.partition("\n")
        font = style.font("small", bold=True)
        width = QFontMetrics(font).horizontalAdvance(name) + style.px(12)
        self._words(painter, option, inner, name, font=font, tone="text2")
        rest = QStyle.visualRect(option.direction, inner, inner.adjusted(width, 0, 0, 0))
        self._words(painter, option, rest, note, font=style.font("small"), tone="text2")

    def _paint_waiting(self, painter: QPainter, inner: QRect) -> None:
        """Draw a grey bar where a page is on the way."""
        style = self._kit.style
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(style.color("sunken"))
        width = min(inner.width(), style.px(96))
        bar = QRect(inner.x(), inner.center().y() - style.px(5), width, style.px(10))
        painter.drawRoundedRect(QRectF(bar), style.px(5), style.px(5))

    @staticmethod
    def _is_selected(option: QStyleOptionViewItem) -> bool:
        return bool(option.state & QStyle.StateFlag.State_Selected)
