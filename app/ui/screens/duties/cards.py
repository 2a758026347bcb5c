"""Paints the card of one duty: state, clock, who leads and who answers."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle

from app.domain.duties.four_duties import DutyStatus
from app.presenters.due_words import Chip, ChipKind
from app.presenters.duties.duty_words import DutyCell
from app.ui.kit import Kit
from app.ui.style.marks import draw_mark
from app.ui.widgets.chips import Deadline, chip_width, draw_chip

ROW_HEIGHT = 97
_PAD, _RADIUS = 10, 8
_GROUND = {DutyStatus.DONE: "bg", DutyStatus.RUNNING: "surface", DutyStatus.OVERDUE: "errBg"}
_BORDER = {DutyStatus.DONE: "line", DutyStatus.RUNNING: "primary", DutyStatus.OVERDUE: "err"}
_INK = {DutyStatus.DONE: "ok", DutyStatus.RUNNING: "primary", DutyStatus.OVERDUE: "err"}
_STRONG = frozenset({DutyStatus.RUNNING, DutyStatus.OVERDUE})
_CHIPS: dict[ChipKind, Deadline] = {
    ChipKind.AMPLE: "ample",
    ChipKind.NEAR: "near",
    ChipKind.TODAY: "today",
    ChipKind.OVERDUE: "overdue",
    ChipKind.PAUSED: "paused",
    ChipKind.DONE: "done",
    ChipKind.NONE: "ample",
}


def deadline_of(chip: Chip) -> Deadline:
    """Give the kit's word for the state of a deadline."""
    return _CHIPS[chip.kind]


class CardPainter:
    """Draws cards in one language; ``direction`` decides where lines begin."""

    def __init__(self, kit: Kit) -> None:
        self._kit = kit

    def draw(
        self,
        painter: QPainter,
        box: QRect,
        cell: DutyCell,
        *,
        direction: Qt.LayoutDirection,
        has_focus: bool,
        is_hovered: bool,
    ) -> None:
        """Draw the card into ``box``; the ring of the focus lies within its border."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._frame(painter, box, cell.status, is_hovered=is_hovered)
        if cell.status is DutyStatus.UNASSIGNED:
            self._invitation(painter, box, direction)
        else:
            px = self._kit.style.px
            inner = box.adjusted(px(_PAD), px(7), -px(_PAD), -px(6))
            line = inner.height() // 3
            first = QRect(inner.x(), inner.y(), inner.width(), line)
            self._state(painter, first, cell, direction)
            say = self._kit.translator.text
            lead = self._label_width()
            rest = ((say("责任领导"), cell.official), (say("责任人"), cell.person))
            for place, (label, name) in enumerate(rest, start=1):
                at = first.translated(0, place * line)
                self._line(painter, at, label, name or "—", lead=lead, cell=cell, direction=direction)
        if has_focus:
            self._ring(painter, box)

    def _frame(self, painter: QPainter, box: QRect, status: DutyStatus, *, is_hovered: bool) -> None:
        style = self._kit.style
        width = 2 if status in _STRONG else 1
        dashed = status in {DutyStatus.NOT_STARTED, DutyStatus.UNASSIGNED}
        line = Qt.PenStyle.DashLine if dashed else Qt.PenStyle.SolidLine
        tone = _BORDER.get(status, "line2" if is_hovered else "line")
        ground = _GROUND.get(status, "bg" if is_hovered else "surface")
        painter.setBrush(style.color(ground))
        painter.setPen(QPen(style.color(tone), width, line))
        inset = width / 2
        radius = style.px(_RADIUS)
        painter.drawRoundedRect(QRectF(box).adjusted(inset, inset, -inset, -inset), radius, radius)

    def _ring(self, painter: QPainter, box: QRect) -> None:
        style = self._kit.style
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(style.color("focus"), 2))
        outside = QRectF(box).adjusted(-3, -3, 3, 3)
        painter.drawRoundedRect(outside, style.px(_RADIUS) + 3, style.px(_RADIUS) + 3)

    def _invitation(self, painter: QPainter, box: QRect, direction: Qt.LayoutDirection) -> None:
        """Draw + 指定责任人 in the middle."""
        style = self._kit.style
        words = self._kit.translator.text("指定责任人")
        font = style.font("small", bold=True)
        side, gap = style.px(16), style.px(6)
        wide = side + gap + QFontMetrics(font).horizontalAdvance(words)
        block = QRect(QPoint(box.center().x() - wide // 2, box.y()), QSize(wide, box.height()))
        icon = QRect(block.x(), box.center().y() - side // 2, side, side)
        icon = QStyle.visualRect(direction, block, icon)
        painter.drawPixmap(
            icon.topLeft(), style.picture("plus", "orange", 16, painter.device().devicePixelRatio())
        )
        at = QStyle.visualRect(direction, block, block.adjusted(side + gap, 0, 2, 0))
        self._words(painter, at, words, font=font, tone="orange", align=Qt.AlignmentFlag.AlignLeft)

    def _state(self, painter: QPainter, at: QRect, cell: DutyCell, direction: Qt.LayoutDirection) -> None:
        style, px = self._kit.style, self._kit.style.px
        rest = at
        if cell.chip is not None:
            kind = deadline_of(cell.chip)
            wide = min(chip_width(self._kit, kind, cell.chip.text), at.width() * 3 // 4)
            spot = QRect(at.right() - wide + 1 + px(3), at.y(), wide, at.height())
            spot = QStyle.visualRect(direction, at, spot)
            draw_chip(painter, self._kit, spot, kind, cell.chip.text, direction=direction)
            rest = at.adjusted(0, 0, -wide - px(4), 0)
        elif cell.day:
            self._end(painter, at, cell.day, direction)
            rest = at.adjusted(
                0, 0, -QFontMetrics(style.font("small")).horizontalAdvance(cell.day) - px(6), 0
            )
        if cell.status is DutyStatus.DONE:
            side = px(15)
            mark = QRect(rest.x() + px(2), rest.y() + (rest.height() - side) // 2, side, side)
            mark = QStyle.visualRect(direction, at, mark)
            draw_mark(painter, QRectF(mark), "done", style.color("ok"))
            rest = rest.adjusted(side + px(8), 0, 0, 0)
        rest = QStyle.visualRect(direction, at, rest)
        font = style.font("small", bold=cell.status is not DutyStatus.NOT_STARTED)
        tone = _INK.get(cell.status, "text2")
        self._leading(painter, rest, cell.word, font=font, tone=tone, direction=direction)

    def _end(self, painter: QPainter, at: QRect, words: str, direction: Qt.LayoutDirection) -> None:
        trailing = QStyle.visualAlignment(direction, Qt.AlignmentFlag.AlignRight)
        self._words(painter, at, words, font=self._kit.style.font("small"), tone="text2", align=trailing)

    def _line(
        self,
        painter: QPainter,
        at: QRect,
        label: str,
        name: str,
        *,
        lead: int,
        cell: DutyCell,
        direction: Qt.LayoutDirection,
    ) -> None:
        font = self._kit.style.font("small")
        tone = "text" if cell.status in _STRONG else "text2"
        where = QStyle.visualRect(direction, at, QRect(at.x(), at.y(), lead, at.height()))
        self._leading(painter, where, label, font=font, tone="text2", direction=direction)
        rest = QStyle.visualRect(direction, at, at.adjusted(lead, 0, 0, 0))
        self._leading(painter, rest, name, font=font, tone=tone, direction=direction)

    def _label_width(self) -> int:
        say = self._kit.translator.text
        style = self._kit.style
        metrics = QFontMetrics(style.font("small"))
        return max(
            metrics.horizontalAdvance(say("责任领导")), metrics.horizontalAdvance(say("责任人"))
        ) + style.px(7)

    def _leading(
        self,
        painter: QPainter,
        at: QRect,
        words: str,
        *,
        font: QFont,
        tone: str,
        direction: Qt.LayoutDirection,
    ) -> None:
        leading = QStyle.visualAlignment(direction, Qt.AlignmentFlag.AlignLeft)
        self._words(painter, at, words, font=font, tone=tone, align=leading)

    def _words(
        self, painter: QPainter, at: QRect, words: str, *, font: QFont, tone: str, align: Qt.AlignmentFlag
    ) -> None:
        painter.setFont(font)
        painter.setPen(self._kit.style.color(tone))
        shown = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, at.width() + 1)
        painter.drawText(at, int(align | Qt.AlignmentFlag.AlignVCenter), shown)
