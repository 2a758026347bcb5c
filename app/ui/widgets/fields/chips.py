"""A group of chips of which one is taken, by its own key while the group has the focus."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QWidget

from app.ui.kit import Kit
from app.ui.style.painting import paint_on
from app.ui.widgets.fields.keys import is_plain_enter
from app.ui.widgets.flow import FlowLayout

T = TypeVar("T")
KEYS = "1234567890QWE"


@dataclass(frozen=True, slots=True)
class ChipItem(Generic[T]):
    """One chip: its value and its word."""

    value: T
    text: str


class _Chip(QPushButton):
    """One chip; the group owns its keys."""

    def __init__(self, kit: Kit, key: str, text: str, on_key: Callable[[QKeyEvent], bool]) -> None:
        super().__init__(text)
        self._kit, self._key, self._on_key = kit, key, on_key
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)
        self.setAccessibleDescription(key)
        kit.style.watch(self, self.updateGeometry)

    def sizeHint(self) -> QSize:
        style = self._kit.style
        words = QFontMetrics(style.font(bold=True)).horizontalAdvance(self.text())
        height = style.px(36) if not style.is_large else max(44, style.px(36))
        return QSize(words + style.px(41 if self._key else 27), height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._on_key(event):
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        style, painter = self._kit.style, paint_on(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on, ringed = self.isChecked(), self.hasFocus() or self.isChecked()
        width = 2 if ringed else 1
        painter.setPen(QPen(style.color("focus" if ringed else "line2"), width))
        painter.setBrush(style.color("tint" if on else "bg" if self.underMouse() else "surface"))
        inset = width / 2
        painter.drawRoundedRect(
            QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), style.px(8), style.px(8)
        )
        if self.hasFocus() and on:
            painter.setPen(QPen(style.color("focus"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(4, 4, -4, -4), style.px(5), style.px(5))
        lead = style.px(13)
        if self._key:
            painter.setFont(style.font("small", bold=on))
            painter.setPen(style.color("onTint" if on else "text3"))
            key = QRect(style.px(10), 0, style.px(14), self.height())
            key = QStyle.visualRect(self.layoutDirection(), self.rect(), key)
            painter.drawText(key, Qt.AlignmentFlag.AlignCenter, self._key)
            lead = style.px(28)
        painter.setFont(style.font(bold=on))
        painter.setPen(style.color("onTint" if on else "text"))
        words = QStyle.visualRect(self.layoutDirection(), self.rect(), self.rect().adjusted(lead, 0, 0, 0))
        leading = QStyle.visualAlignment(self.layoutDirection(), Qt.AlignmentFlag.AlignLeft)
        painter.drawText(words, int(leading | Qt.AlignmentFlag.AlignVCenter), self.text())


class ChipGroup(QWidget, Generic[T]):
    """Source chips: 1–9, 0, Q, W, E take one while the group has the focus; arrows move; Enter goes on."""

    def __init__(
        self,
        kit: Kit,
        items: Sequence[ChipItem[T]] = (),
        *,
        name: str = "",
        with_keys: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._kit, self._with_keys = kit, with_keys
        self._items: tuple[ChipItem[T], ...] = ()
        self._chips: list[_Chip] = []
        self._chosen: list[Callable[[T], None]] = []
        self._flow = FlowLayout(self)
        kit.style.lay(self._flow, gap=8)
        self.setAccessibleName(name)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.show_items(items)

    def show_items(self, items: Sequence[ChipItem[T]]) -> None:
        """Offer other chips."""
        for chip in self._chips:
            self._flow.removeWidget(chip)
            chip.deleteLater()
        self._items, self._chips = tuple(items), []
        for place, item in enumerate(items):
            key = KEYS[place] if self._with_keys and place < len(KEYS) else ""
            chip = _Chip(self._kit, key, item.text, self._take_key)
            chip.clicked.connect(lambda _on=False, at=place: self._choose(at))
            self._flow.addWidget(chip)
            self._chips.append(chip)
        self._rove(0)

    def value(self) -> T | None:
        """Return the chosen value."""
        at = self._at()
        return None if at is None else self._items[at].value

    def show_value(self, value: T | None) -> None:
        """Show ``value`` as chosen; not counted as choosing."""
        for place, item in enumerate(self._items):
            self._chips[place].setChecked(item.value == value)
        self._rove(self._at() or 0)

    def on_chosen(self, callback: Callable[[T], None]) -> None:
        """Call back when the user takes a chip."""
        self._chosen.append(callback)

    def focus_chosen(self) -> None:
        """Give the focus to the chosen chip, or the first."""
        if self._chips:
            self._chips[self._at() or 0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _at(self) -> int | None:
        return next((place for place, chip in enumerate(self._chips) if chip.isChecked()), None)

    def _choose(self, place: int) -> None:
        for other, chip in enumerate(self._chips):
            chip.setChecked(other == place)
        self._rove(place)
        self._chips[place].setFocus(Qt.FocusReason.OtherFocusReason)
        for callback in self._chosen:
            callback(self._items[place].value)

    def _rove(self, place: int) -> None:
        """One stop for Tab: the chosen chip."""
        for other, chip in enumerate(self._chips):
            here = other == place
            chip.setFocusPolicy(Qt.FocusPolicy.StrongFocus if here else Qt.FocusPolicy.ClickFocus)

    def _take_key(self, event: QKeyEvent) -> bool:
        if is_plain_enter(event):
            self._chips[-1].setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self._chips[-1].setFocus()
            self.focusNextChild()
            self._rove(self._at() or 0)
            return True
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        forward = (
            Qt.Key.Key_Left if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else Qt.Key.Key_Right
        )
        steps = {forward: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        steps.setdefault(Qt.Key.Key_Left, -1)
        steps.setdefault(Qt.Key.Key_Right, -1)
        here = next((place for place, chip in enumerate(self._chips) if chip.hasFocus()), 0)
        if event.key() in steps:
            self._choose((here + steps[Qt.Key(event.key())]) % len(self._chips))
            return True
        place = KEYS.find(event.text().upper()) if event.text() else -1
        if self._with_keys and 0 <= place < len(self._chips):
            self._choose(place)
            return True
        return False
