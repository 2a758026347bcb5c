"""Paints the cells of the board: the case in the frozen column, the cards of its duties in the others."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.presenters.duties.board_rows import BoardRow
from app.ui.kit import Kit
from app.ui.screens.duties.cards import ROW_HEIGHT, CardPainter
from app.ui.style.painting import text_by_itself
from app.ui.widgets.fields.tick import draw_tick_box
from app.ui.widgets.risk import draw_risk
from app.ui.widgets.tables import LazyTableModel

Index = QModelIndex | QPersistentModelIndex
_SIDE, _GAP, _UPRIGHT, _TICK = 16, 5, 7, 18


class BoardDelegate(QStyledItemDelegate):
    """One delegate for all five columns; what is still on its way is a grey bar."""

    def __init__(self, kit: Kit, model: LazyTableModel[BoardRow], parent: QWidget) -> None:
        super().__init__(parent)
        self._kit, self._model = kit, model
        self._cards = CardPainter(kit)
        self.hovered: tuple[int, int] = (-1, -1)
        self.ticked: frozenset[UUID] = frozenset()
        """The cases that are ticked for 督办."""
        self.current: tuple[int, int] = (-1, -1)
        """The cell under the cursor while the board has the focus."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(self._kit.style.px(228), self._kit.style.px(ROW_HEIGHT))

    def card_box(self, cell: QRect, direction: Qt.LayoutDirection, *, is_last: bool) -> QRect:
        """Give where the card lies within its cell."""
        px = self._kit.style.px
        inner = cell.adjusted(px(_GAP), px(_UPRIGHT), -px(_GAP + (6 if is_last else 0)), -px(_UPRIGHT) - 1)
        return QStyle.visualRect(direction, cell, inner)

    def tick_box(self, cell: QRect, direction: Qt.LayoutDirection) -> QRect:
        """Give where the tick of a case lies within its cell."""
        px = self._kit.style.px
        side = px(_TICK)
        logical = QRect(cell.right() - side - px(10), cell.y() + px(11), side, side)
        return QStyle.visualRect(direction, cell, logical)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        text_by_itself(painter)
        style, cell = self._kit.style, option.rect
        painter.fillRect(cell, style.color("surface"))
        painter.setPen(QPen(style.color("line"), 1))
        painter.drawLine(cell.bottomLeft(), cell.bottomRight())
        row = self._model.item(index.row())
        here = (index.row(), index.column())
        if row is None:
            self._waiting(painter, cell)
        elif index.column() == 0:
            self._case(painter, option, row, has_focus=here == self.current, is_hovered=here == self.hovered)
        else:
            box = self.card_box(cell, option.direction, is_last=index.column() == len(row.cells))
            self._cards.draw(
                painter,
                box,
                row.cells[index.column() - 1],
                direction=option.direction,
                has_focus=here == self.current,
                is_hovered=here == self.hovered,
            )
        painter.restore()

    def _case(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        row: BoardRow,
        *,
        has_focus: bool,
        is_hovered: bool,
    ) -> None:
        style, px, direction = self._kit.style, self._kit.style.px, option.direction
        cell = option.rect
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if is_hovered:
            painter.fillRect(cell.adjusted(0, 0, 0, -1), style.color("bg"))
        self._tick(painter, option, is_ticked=row.case_id in self.ticked)
        logical = cell.adjusted(px(_SIDE), px(9), -px(_TICK + 16), -px(8))
        inner = QStyle.visualRect(direction, cell, logical)
        line = inner.height() // 3
        leading = int(
            QStyle.visualAlignment(direction, Qt.AlignmentFlag.AlignLeft) | Qt.AlignmentFlag.AlignVCenter
        )
        texts = (
            (row.title, "body", True, "text"),
            (f"{row.number}　{row.mediator}", "small", False, "text2"),
        )
        for place, (words, size, bold, tone) in enumerate(texts):
            font = style.font("body" if size == "body" else "small", bold=bold)
            at = QRect(inner.x(), inner.y() + place * line, inner.width(), line)
            painter.setFont(font)
            painter.setPen(style.color(tone))
            shown = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, at.width())
            painter.drawText(at, leading, shown)
        lowest = QRect(inner.x(), inner.y() + 2 * line, inner.width(), inner.height() - 2 * line)
        self._tag_and_risk(painter, lowest, row, direction)
        if has_focus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(style.color("focus"), 2))
            painter.drawRoundedRect(QRectF(cell).adjusted(4, 4, -4, -5), px(8), px(8))

    def _tick(self, painter: QPainter, option: QStyleOptionViewItem, *, is_ticked: bool) -> None:
        """Draw the tick box of a case; a ticked one stands on the ground of a selected row."""
        style, cell = self._kit.style, option.rect
        if is_ticked:
            painter.fillRect(cell.adjusted(0, 0, 0, -1), style.color("sel"))
        state = Qt.CheckState.Checked if is_ticked else Qt.CheckState.Unchecked
        draw_tick_box(painter, style, self.tick_box(cell, option.direction), state)

    def _tag_and_risk(
        self, painter: QPainter, at: QRect, row: BoardRow, direction: Qt.LayoutDirection
    ) -> None:
        style, px = self._kit.style, self._kit.style.px
        used = 0
        if row.tier:
            font = style.font("small")
            wide, high = QFontMetrics(font).horizontalAdvance(row.tier) + px(15), px(23)
            box = QRect(at.x(), at.y() + (at.height() - high) // 2 + 1, wide, high)
            box = QStyle.visualRect(direction, at, box)
            painter.setPen(QPen(style.color("line"), 1))
            painter.setBrush(style.color("surface"))
            painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), px(5), px(5))
            painter.setPen(style.color("text2"))
            painter.setFont(font)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, row.tier)
            used = wide + px(12)
        rest = QStyle.visualRect(direction, at, at.adjusted(used, 0, 0, 0))
        draw_risk(painter, self._kit, rest, row.risk_level, row.risk, direction=direction)

    def _waiting(self, painter: QPainter, cell: QRect) -> None:
        style = self._kit.style
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(style.color("sunken"))
        wide = min(style.px(110), cell.width() - 2 * style.px(_SIDE))
        bar = QRect(cell.x() + style.px(_SIDE), cell.center().y() - style.px(5), wide, style.px(10))
        painter.drawRoundedRect(QRectF(bar), style.px(5), style.px(5))
