"""Rows of the cards beside the list: a lead, a text with a second line, an end; pressing opens a case."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QWidget

from app.ui.kit import Kit
from app.ui.widgets.cards import Card
from app.ui.widgets.chips import Deadline, chip_width, draw_chip

_SIDE = 16


@dataclass(frozen=True, slots=True)
class SideItem:
    """What one row shows; ``chip`` turns the lead into a deadline chip."""

    text: str
    act: Callable[[], None]
    spoken: str
    second: str = ""
    lead: str = ""
    chip: Deadline | None = None
    end: str = ""
    tone: str = "text2"


class SideCard(Card):
    """A card of rows; without rows it is not there."""

    def __init__(self, kit: Kit, title: str, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(kit, title, icon=icon, flush=True, parent=parent)
        self._rows: list[_SideRow] = []
        self._items: tuple[SideItem, ...] = ()
        kit.style.lay(self.body, (1, 6, 1, 8))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setVisible(False)
        kit.style.watch(self, self._show_rows)

    def show_items(self, items: Sequence[SideItem], note: str = "") -> None:
        """Show other rows; their widgets are used again, so that the focus stays."""
        while len(self._rows) < len(items):
            row = _SideRow(self._kit)
            self._rows.append(row)
            self.body.addWidget(row)
        for row in self._rows[len(items) :]:
            row.setVisible(False)
        self._items = tuple(items)
        self._show_rows()
        self.set_note(note)
        self.setVisible(bool(items))

    def _show_rows(self) -> None:
        """Show the items; a lead is as wide as the widest in the type of the moment."""
        lead = max((self._lead_width(item) for item in self._items), default=0)
        for row, item in zip(self._rows, self._items, strict=False):
            row.show_item(item, lead)

    def _lead_width(self, item: SideItem) -> int:
        if item.chip is not None:
            return chip_width(self._kit, item.chip, item.lead)
        return QFontMetrics(self._kit.style.font("body", bold=True)).horizontalAdvance(item.lead) + 2


class _SideRow(QPushButton):
    """One row."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._item: SideItem | None = None
        self._lead = 0
        self._is_stacked = False
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._press)

    def show_item(self, item: SideItem, lead: int) -> None:
        """Show another item; leads of one card share a width."""
        self._item, self._lead = item, lead
        self.setAccessibleName(item.spoken)
        self.setToolTip(item.spoken)
        self.setVisible(True)
        self._stack()
        self.updateGeometry()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._stack()

    def sizeHint(self) -> QSize:
        two = self._item is not None and (bool(self._item.second) or self._is_stacked)
        return QSize(self._kit.style.px(200), self._kit.style.px(52 if two else 38))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        item = self._item
        if item is None:
            return
        style, painter, px = self._kit.style, QPainter(self), self._kit.style.px
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() or self.isDown():
            painter.fillRect(self.rect().adjusted(1, 0, -1, 0), style.color("bg"))
        inner = self.rect().adjusted(px(_SIDE), 0, -px(_SIDE), 0)
        if self._is_stacked:
            self._paint_stacked(painter, item, inner)
        else:
            self._paint_beside(painter, item, inner)
        if self.hasFocus():
            painter.setPen(QPen(style.color("focus"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(3, 2, -3, -2), px(6), px(6))

    def _paint_beside(self, painter: QPainter, item: SideItem, inner: QRect) -> None:
        """Paint lead, text and end in one line."""
        style, px = self._kit.style, self._kit.style.px
        left = inner.x()
        if item.chip is not None:
            box = self._visual(QRect(left, 0, self._lead, self.height()))
            draw_chip(painter, self._kit, box, item.chip, item.lead, direction=self.layoutDirection())
        elif item.lead:
            self._words(
                painter, QRect(left, 0, self._lead, self.height()), item.lead, self._lead_font(), item.tone
            )
        left += self._lead + px(12) if self._lead else 0
        end = self._end_width()
        room = inner.right() - left - (end + px(8) if end else 0) + 1
        self._paint_text(painter, item, left, room)
        if end:
            box = QRect(inner.right() - end + 1, 0, end, self.height())
            self._words(painter, box, item.end, style.font(), "text")

    def _paint_stacked(self, painter: QPainter, item: SideItem, inner: QRect) -> None:
        """Paint the text above lead and end: side by side they would cut a name."""
        style, half, end = self._kit.style, self.height() // 2, self._end_width()
        upper = QRect(inner.x(), style.px(4), inner.width(), half - style.px(4))
        lower = QRect(inner.x(), half, inner.width() - end, half - 4)
        self._words(painter, upper, item.text, style.font(), "text")
        self._words(painter, lower, item.lead, self._lead_font(), item.tone)
        box = QRect(inner.right() - end + 1, half, end, half - 4)
        self._words(painter, box, item.end, style.font(), "text")

    def _stack(self) -> None:
        """Take two lines where a row with an end would cut its text."""
        item, px = self._item, self._kit.style.px
        stacked = False
        if item is not None and item.end and not item.second and item.chip is None:
            room = self.width() - 2 * px(_SIDE) - self._lead - px(12) - self._end_width() - px(8)
            stacked = QFontMetrics(self._kit.style.font()).horizontalAdvance(item.text) > room
        if stacked != self._is_stacked:
            self._is_stacked = stacked
            self.updateGeometry()

    def _lead_font(self) -> QFont:
        tone = self._item.tone if self._item is not None else "text2"
        return self._kit.style.font("body", bold=tone != "text2")

    def _end_width(self) -> int:
        end = self._item.end if self._item is not None else ""
        return QFontMetrics(self._kit.style.font()).horizontalAdvance(end) + 2 if end else 0

    def _paint_text(self, painter: QPainter, item: SideItem, left: int, room: int) -> None:
        style = self._kit.style
        if not item.second:
            self._words(painter, QRect(left, 0, room, self.height()), item.text, style.font(), "text")
            return
        half = self.height() // 2
        upper, lower = QRect(left, style.px(4), room, half - style.px(4)), QRect(left, half, room, half - 4)
        self._words(painter, upper, item.text, style.font(), "text")
        self._words(painter, lower, item.second, style.font("small"), "text2")

    def _words(self, painter: QPainter, box: QRect, text: str, font: QFont, tone: str) -> None:
        painter.setFont(font)
        painter.setPen(self._kit.style.color(tone))
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        flags = QStyle.visualAlignment(self.layoutDirection(), Qt.AlignmentFlag.AlignLeft)
        painter.drawText(self._visual(box), int(flags | Qt.AlignmentFlag.AlignVCenter), shown)

    def _visual(self, box: QRect) -> QRect:
        return QStyle.visualRect(self.layoutDirection(), self.rect(), box)

    def _press(self) -> None:
        if self._item is not None:
            self._item.act()
