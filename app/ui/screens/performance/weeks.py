"""The weeks ahead: how much falls due in each; a press narrows the list to it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from app.presenters.performance.rows import WeekCell
from app.ui.kit import Kit
from app.ui.style.painting import paint_on

_HEIGHT, _LEAST = 62, 84


class WeekButton(QAbstractButton):
    """One week: its name, how many items, how much money."""

    def __init__(self, kit: Kit, strip: WeekStrip) -> None:
        super().__init__(strip)
        self._kit, self._strip = kit, strip
        self._cell: WeekCell | None = None
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        kit.style.watch(self, self.updateGeometry)

    @property
    def key(self) -> str:
        """Give the Monday of the week."""
        return self._cell.key if self._cell is not None else ""

    def show_week(self, cell: WeekCell, *, is_chosen: bool) -> None:
        """Show a week."""
        self._cell = cell
        self.setChecked(is_chosen)
        self.setAccessibleName(cell.spoken)
        self.setToolTip(cell.spoken)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._kit.style.px(_LEAST), self._kit.style.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._kit.style.px(56), self._kit.style.px(_HEIGHT))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._strip.take_key(event):
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        cell, style = self._cell, self._kit.style
        if cell is None:
            return
        painter, px = paint_on(self), style.px
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        ground = "tint" if self.isChecked() else "surface"
        painter.setBrush(style.color(ground))
        border = "focus" if self.hasFocus() else "primary" if self.isChecked() or cell.is_now else "line"
        painter.setPen(QPen(style.color(border), 2 if self.hasFocus() or self.isChecked() else 1))
        painter.drawRoundedRect(box, px(8), px(8))
        lines = (
            (cell.name, style.font("small", bold=cell.is_now), "text2"),
            (cell.count, style.font(bold=bool(cell.owed)), "text" if cell.owed else "text3"),
            (cell.owed, style.font("small"), "text2"),
        )
        inner = self.rect().adjusted(px(6), px(5), -px(6), -px(4))
        height = inner.height() // len(lines)
        for place, (text, font, tone) in enumerate(lines):
            painter.setFont(font)
            painter.setPen(style.color(tone))
            line = QRect(inner.x(), inner.y() + place * height, inner.width(), height)
            shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, line.width())
            painter.drawText(line, Qt.AlignmentFlag.AlignCenter, shown)


class WeekStrip(QWidget):
    """The weeks side by side; ←→ moves, Space or Enter narrows and shows all again."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._buttons: list[WeekButton] = []
        self._chosen: list[Callable[[str], None]] = []
        self.setAccessibleName(kit.translator.text("今后几周应履行"))
        self._row = QHBoxLayout(self)
        kit.style.lay(self._row, gap=8)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    @property
    def buttons(self) -> tuple[WeekButton, ...]:
        """Give the weeks."""
        return tuple(self._buttons)

    def show_weeks(self, weeks: Sequence[WeekCell], chosen: str) -> None:
        """Show these weeks; none hides the strip."""
        self.setVisible(bool(weeks))
        while len(self._buttons) < len(weeks):
            button = WeekButton(self._kit, self)
            button.clicked.connect(lambda _on=False, pressed=button: self._press(pressed))
            self._buttons.append(button)
            self._row.addWidget(button)
        for button, cell in zip(self._buttons, weeks, strict=False):
            button.show_week(cell, is_chosen=cell.key == chosen)

    def on_chosen(self, callback: Callable[[str], None]) -> None:
        """Call back with the Monday of the week pressed."""
        self._chosen.append(callback)

    def take_key(self, event: QKeyEvent) -> bool:
        """Move by arrow keys; Enter presses as Space does."""
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        steps = {Qt.Key.Key_Right: -1 if rtl else 1, Qt.Key.Key_Left: 1 if rtl else -1}
        here = next((place for place, button in enumerate(self._buttons) if button.hasFocus()), 0)
        key = Qt.Key(event.key())
        if key in steps:
            goal = max(0, min(len(self._buttons) - 1, here + steps[key]))
            self._buttons[goal].setFocus()
            return True
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            self._buttons[here].click()
            return True
        return False

    def _press(self, button: WeekButton) -> None:
        for callback in self._chosen:
            callback(button.key)
