"""The four duties as four small cards in a row: name, state in a word, and then a colour."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy

from app.domain.duties.four_duties import DutyStatus
from app.presenters.cases.preview import DutyCard
from app.ui.kit import Kit

_LOOKS: dict[DutyStatus, tuple[str, str, str]] = {
    DutyStatus.UNASSIGNED: ("", "line2", "text2"),
    DutyStatus.NOT_STARTED: ("", "line", "text2"),
    DutyStatus.RUNNING: ("tint", "primary", "onTint"),
    DutyStatus.OVERDUE: ("errBg", "", "err"),
    DutyStatus.DONE: ("okBg", "", "ok"),
}
"""Ground, border and ink of each state; an empty token is not drawn."""


class DutyMini(QPushButton):
    """One duty; pressing opens the duties of the case."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._card: DutyCard | None = None
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        kit.style.watch(self, self.updateGeometry)

    def show_card(self, card: DutyCard) -> None:
        """Show a duty."""
        self._card = card
        self.setAccessibleName(" ".join(part for part in (card.name, card.words, card.detail) if part))
        self.setToolTip("\n".join(part for part in (f"{card.name} {card.words}", card.detail) if part))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._kit.style.px(64), self._kit.style.px(52))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._card is None:
            return
        style, painter, card = self._kit.style, QPainter(self), self._card
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground, border, ink = _LOOKS[card.status]
        dash = Qt.PenStyle.DashLine if card.status is DutyStatus.UNASSIGNED else Qt.PenStyle.SolidLine
        painter.setBrush(style.color(ground) if ground else Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(style.color(border), 1, dash) if border else Qt.PenStyle.NoPen)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, style.px(8), style.px(8))
        bold = card.status in {DutyStatus.OVERDUE, DutyStatus.RUNNING}
        painter.setPen(style.color(ink))
        painter.setFont(style.font("small", bold=bold))
        half = self.height() // 2
        for words, at in ((card.name, QRect(0, 4, self.width(), half - 2)), (card.words, self._lower(half))):
            painter.drawText(at, int(Qt.AlignmentFlag.AlignCenter), words)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(style.color("focus"), 2))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), style.px(7), style.px(7))

    def _lower(self, half: int) -> QRect:
        return QRect(0, half - 1, self.width(), half - 3)
