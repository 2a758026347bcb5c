"""A folded party: its number and one line about it; pressing it opens the fields."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle

from app.presenters.intake.shown import PartyWords
from app.ui.kit import Kit


class FoldedParty(QPushButton):
    """One line of 36 px, painted; sixty of them cost nothing."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._words = PartyWords("", "")
        self._is_wrong = False
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        kit.style.watch(self, self.updateGeometry)

    def show_words(self, words: PartyWords) -> None:
        """Show title and line."""
        self._words = words
        self._tell()

    def show_wrong(self, *, is_wrong: bool) -> None:
        """Mark a card whose fields must be mended."""
        if is_wrong != self._is_wrong:
            self._is_wrong = is_wrong
            self._tell()

    def sizeHint(self) -> QSize:
        style = self._kit.style
        height = max(44, style.px(36)) if style.is_large else style.px(36)
        return QSize(style.px(240), height)

    def paintEvent(self, _event: QPaintEvent) -> None:
        style, painter, px = self._kit.style, QPainter(self), self._kit.style.px
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        wide = 2 if self.hasFocus() else 1
        tone = "focus" if self.hasFocus() else "err" if self._is_wrong else "line"
        painter.setPen(QPen(style.color(tone), wide))
        painter.setBrush(style.color("bg" if self.underMouse() else "surface"))
        inset = wide / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), px(8), px(8))
        start, end = px(12), self.width() - px(38)
        for text, font, ink in (
            (self._words.title, style.font("small", bold=True), "text"),
            (self._words.gist, style.font("small"), "err" if self._is_wrong else "text2"),
        ):
            metrics = QFontMetrics(font)
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(0, end - start))
            logical = QRect(start, 0, metrics.horizontalAdvance(shown) + 2, self.height())
            painter.setFont(font)
            painter.setPen(style.color(ink))
            box = QStyle.visualRect(self.layoutDirection(), self.rect(), logical)
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, shown)
            start += logical.width() + px(12)
        arrow = QRect(self.width() - px(28), (self.height() - px(16)) // 2, px(16), px(16))
        at = QStyle.visualRect(self.layoutDirection(), self.rect(), arrow)
        painter.drawPixmap(at.topLeft(), style.picture("down", "text2", 16, self.devicePixelRatioF()))

    def _tell(self) -> None:
        must = self._kit.translator.text("须改") if self._is_wrong else ""
        said = (self._words.title, self._words.gist, must)
        self.setAccessibleName(", ".join(part for part in said if part))
        self.update()
