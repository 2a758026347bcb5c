"""The heads of the board: icon, duty, what it is for, a bar of shares, counts in words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QHeaderView, QStyle, QWidget

from app.domain.duties.four_duties import DutyKind
from app.presenters.duties.duty_words import DutyHead
from app.ui.kit import Kit
from app.ui.style.painting import text_by_itself

_HEIGHT = 62
_BAR, _THICK = 52, 6
_ICONS = {
    DutyKind.INVESTIGATE: "search",
    DutyKind.MEDIATE: "talk",
    DutyKind.CLOSE: "ok",
    DutyKind.FOLLOW_UP: "revisit",
}


class BoardHeads(QHeaderView):
    """Painted heads; section 0 is the case."""

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._kit = kit
        self._heads: tuple[DutyHead, ...] = ()
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(40)
        self.setAccessibleName(kit.translator.text("四包进度"))

    def show_heads(self, heads: Sequence[DutyHead]) -> None:
        """Show other counts."""
        self._heads = tuple(heads)
        self.setAccessibleDescription("；".join(head.spoken for head in heads))
        self.viewport().update()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._kit.style.px(_HEIGHT))

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803 - Qt's name
        style = self._kit.style
        painter.save()
        text_by_itself(painter)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(rect, style.color("bg"))
        painter.setPen(QPen(style.color("line"), 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if logicalIndex == 0:
            self._paint_case(painter, rect)
        elif logicalIndex <= len(self._heads):
            self._paint_duty(painter, rect, self._heads[logicalIndex - 1])
        painter.restore()

    def _paint_case(self, painter: QPainter, rect: QRect) -> None:
        say = self._kit.translator.text
        px = self._kit.style.px
        inner = rect.adjusted(px(16), 0, -px(6), 0)
        self._two(
            painter, QStyle.visualRect(self.layoutDirection(), rect, inner), say("案件"), say("按最急排序")
        )

    def _paint_duty(self, painter: QPainter, rect: QRect, head: DutyHead) -> None:
        style, px, direction = self._kit.style, self._kit.style.px, self.layoutDirection()
        side = px(20)
        icon = QRect(rect.x() + px(14), rect.y() + (rect.height() - side) // 2, side, side)
        ratio = self.devicePixelRatioF()
        picture = style.picture(_ICONS[head.kind], "primary", 20, ratio)
        painter.drawPixmap(QStyle.visualRect(direction, rect, icon).topLeft(), picture)
        body = rect.adjusted(px(44), px(8), -px(6), -px(8))
        half = body.height() // 2
        upper = QRect(body.x(), body.y(), body.width(), half)
        self._two(painter, QStyle.visualRect(direction, rect, upper), head.name, head.gloss)
        lower = QRect(body.x(), body.y() + half, body.width(), half)
        bar = QRect(body.x(), lower.y() + (half - px(_THICK)) // 2, px(_BAR), px(_THICK))
        rest = lower.adjusted(bar.width() + px(9), 0, 0, 0)
        # Where the column is narrow the figures stay and the bar gives way.
        if QFontMetrics(style.font("small")).horizontalAdvance(head.words) > rest.width():
            rest = lower
        else:
            self._share_bar(painter, QStyle.visualRect(direction, rect, bar), head)
        words = QStyle.visualRect(direction, rect, rest)
        self._words(painter, words, head.words, style.font("small"), "text")

    def _two(self, painter: QPainter, at: QRect, first: str, second: str) -> None:
        style = self._kit.style
        bold = style.font("small", bold=True)
        wide = QFontMetrics(bold).horizontalAdvance(first) + style.px(8)
        self._words(painter, at, first, bold, "text")
        rest = QStyle.visualRect(self.layoutDirection(), at, at.adjusted(wide, 0, 0, 0))
        self._words(painter, rest, second, style.font("small"), "text2")

    def _share_bar(self, painter: QPainter, at: QRect, head: DutyHead) -> None:
        """Draw done, running, overdue and waiting as shares of all, each in its colour."""
        style, parts = self._kit.style, (head.done, head.running, head.overdue, head.waiting)
        path = QPainterPath()
        path.addRoundedRect(QRectF(at), at.height() / 2, at.height() / 2)
        painter.save()
        painter.setClipPath(path)
        painter.fillRect(at, style.color("line"))
        total, rtl = sum(parts), self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        start = 0.0
        for count, tone in zip(parts, ("ok", "primary", "errSolid", "line"), strict=True):
            wide = at.width() * count / total if total else 0.0
            left = at.right() + 1 - start - wide if rtl else at.x() + start
            painter.fillRect(QRectF(left, at.y(), wide, at.height()), style.color(tone))
            start += wide
        painter.restore()

    def _words(self, painter: QPainter, at: QRect, words: str, font: QFont, tone: str) -> None:
        painter.setFont(font)
        painter.setPen(self._kit.style.color(tone))
        leading = QStyle.visualAlignment(self.layoutDirection(), Qt.AlignmentFlag.AlignLeft)
        shown = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, at.width())
        painter.drawText(at, int(leading | Qt.AlignmentFlag.AlignVCenter), shown)
