"""Free slots on offer: three cards, taken by 1, 2, 3 or a press."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from app.presenters.calendar.appointment_presenter import OfferWords
from app.ui.kit import Kit
from app.ui.style.painting import paint_on

_MOST = 3


class Offers(QWidget):
    """Digits and ←→ choose, Enter goes on; only one of them can be chosen."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._taken: list[Callable[[int], None]] = []
        self._entered: list[Callable[[], None]] = []
        self.setAccessibleName(kit.translator.text("空闲时段"))
        row = QHBoxLayout(self)
        kit.style.lay(row, gap=8)
        self.cards = [_OfferCard(kit, self) for _place in range(_MOST)]
        for card in self.cards:
            card.clicked.connect(lambda _on=False, one=card: self._take(one.number))
            row.addWidget(card, 1)

    def show_offers(self, offers: Sequence[OfferWords], chosen: int) -> None:
        """Show what is on offer."""
        for place, card in enumerate(self.cards):
            card.setVisible(place < len(offers))
            if place < len(offers):
                card.show_offer(offers[place], is_chosen=offers[place].number == chosen)
        self.setVisible(bool(offers))

    def to_chosen(self) -> None:
        """Take the focus to the chosen card, or to the first."""
        shown = [card for card in self.cards if not card.isHidden()]
        chosen = [card for card in shown if card.isChecked()]
        for card in (chosen or shown)[:1]:
            card.setFocus()

    def on_taken(self, callback: Callable[[int], None]) -> None:
        """Call back with the number the user takes."""
        self._taken.append(callback)

    def on_entered(self, callback: Callable[[], None]) -> None:
        """Call back when Enter goes on with the chosen one."""
        self._entered.append(callback)

    def take_key(self, event: QKeyEvent) -> bool:
        """Take digits, arrows and Enter of a card."""
        key = Qt.Key(event.key())
        shown = [card for card in self.cards if not card.isHidden()]
        here = next((place for place, card in enumerate(shown) if card.hasFocus()), 0)
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        steps = {Qt.Key.Key_Right: -1 if rtl else 1, Qt.Key.Key_Left: 1 if rtl else -1}
        if Qt.Key.Key_1 <= key < Qt.Key.Key_1 + len(shown):
            place = int(key) - int(Qt.Key.Key_1)
        elif key in steps:
            place = max(0, min(here + steps[key], len(shown) - 1))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            for callback in self._entered:
                callback()
            return True
        else:
            return False
        shown[place].setFocus()
        self._take(shown[place].number)
        return True

    def _take(self, number: int) -> None:
        for callback in self._taken:
            callback(number)


class _OfferCard(QAbstractButton):
    """One slot: its digit, when, where, why."""

    def __init__(self, kit: Kit, owner: Offers) -> None:
        super().__init__(owner)
        self._kit, self._owner = kit, owner
        self._offer: OfferWords | None = None
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        kit.style.watch(self, self.updateGeometry)

    @property
    def number(self) -> int:
        """Give the digit that takes it."""
        return self._offer.number if self._offer is not None else 0

    def show_offer(self, offer: OfferWords, *, is_chosen: bool) -> None:
        """Show another slot."""
        self._offer = offer
        self.setChecked(is_chosen)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        spoken = f"{offer.number}，{offer.when}，{offer.place}，{offer.reasons}"
        self.setAccessibleName(spoken)
        self.setToolTip(spoken)
        self.update()

    def nextCheckState(self) -> None:
        """Stay as shown: what is chosen is told by the fields."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._owner.take_key(event):
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(self._kit.style.px(150), self._kit.style.px(92))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._offer is None:
            return
        style, painter, px = self._kit.style, paint_on(self), self._kit.style.px
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        edge = "focus" if self.hasFocus() else "primary" if self.isChecked() else "line2"
        painter.setPen(QPen(style.color(edge), 2 if self.hasFocus() or self.isChecked() else 1))
        painter.setBrush(style.color("tint" if self.isChecked() else "surface"))
        painter.drawRoundedRect(box, px(8), px(8))
        inner = self.rect().adjusted(px(10), px(6), -px(8), -px(6))
        lines: tuple[tuple[str, QFont, str, int], ...] = (
            (f"{self._offer.number}　{self._offer.when}", style.font("small", bold=True), "text", 1),
            (self._offer.place, style.font("small"), "text2", 1),
            (self._offer.reasons, style.font("caption"), "text2", 2),
        )
        top = inner.y()
        for text, font, tone, count in lines:
            tall = (QFontMetrics(font).height() + 1) * count
            painter.setFont(font)
            painter.setPen(style.color(tone))
            area = QRect(inner.x(), top, inner.width(), tall)
            if count > 1:
                flags = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop
                painter.drawText(area, int(flags) | int(Qt.TextFlag.TextWrapAnywhere), text)
            else:
                shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, area.width())
                painter.drawText(
                    area, int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter), shown
                )
            top += tall
