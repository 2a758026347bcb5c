"""Switches between a few views of the same thing."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLayout, QSizePolicy, QWidget

from app.ui.kit import Kit
from app.ui.style.painting import paint_on
from app.ui.widgets.flow import FlowLayout


class _Choice(QAbstractButton):
    """One of the words; the switch around it moves by arrow keys."""

    def __init__(self, kit: Kit, key: str, text: str, owner: _Switch) -> None:
        super().__init__(owner)
        self._kit, self._owner = kit, owner
        self.key, self.count = key, ""
        self.is_first = self.is_last = False
        self.setText(text)
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        kit.style.watch(self, self.updateGeometry)

    def show_text(self, text: str, count: str) -> None:
        """Change word and count."""
        self.setText(text)
        self.count = count
        self.setAccessibleName(f"{text} {count}".strip())
        self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._owner.take_key(event):
            super().keyPressEvent(event)

    def _leading(self) -> bool:
        """Whether this one is leftmost on the screen."""
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        return self.is_last if rtl else self.is_first

    def _trailing(self) -> bool:
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        return self.is_first if rtl else self.is_last


class _Switch(QWidget):
    """Exactly one of several choices; ←→ moves, Home and End jump."""

    def __init__(self, kit: Kit, name: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._kit = kit
        self._choices: list[_Choice] = []
        self._chosen: list[Callable[[str], None]] = []
        self.setAccessibleName(name)
        self._row = QHBoxLayout(self)
        kit.style.lay(self._row)
        self._into: QLayout = self._row

    def value(self) -> str:
        """Return the key of what is chosen (empty before there are choices)."""
        return next((choice.key for choice in self._choices if choice.isChecked()), "")

    def focus(self) -> None:
        """Go to the choice that is made."""
        for choice in self._choices:
            if choice.isChecked():
                choice.setFocus()

    def show_value(self, key: str) -> None:
        """Choose without counting as the user's choice."""
        for choice in self._choices:
            choice.setChecked(choice.key == key)
            policy = Qt.FocusPolicy.StrongFocus if choice.key == key else Qt.FocusPolicy.ClickFocus
            choice.setFocusPolicy(policy)
            choice.updateGeometry()

    def on_chosen(self, callback: Callable[[str], None]) -> None:
        """Call back with the key when the user chooses."""
        self._chosen.append(callback)

    def take_key(self, event: QKeyEvent) -> bool:
        """Move by arrow keys in reading order."""
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        steps = {Qt.Key.Key_Right: -1 if rtl else 1, Qt.Key.Key_Left: 1 if rtl else -1}
        here = next((place for place, choice in enumerate(self._choices) if choice.hasFocus()), 0)
        last = len(self._choices) - 1
        key = Qt.Key(event.key())
        if key in steps:
            goal = max(0, min(last, here + steps[key]))
        elif key in {Qt.Key.Key_Home, Qt.Key.Key_End}:
            goal = 0 if key == Qt.Key.Key_Home else last
        else:
            return False
        self._choices[goal].setFocus()
        self._choose(self._choices[goal].key)
        return True

    def _put(self, choices: Sequence[_Choice]) -> None:
        kept = self.value()
        for old in self._choices:
            self._into.removeWidget(old)
            old.deleteLater()
        self._choices = list(choices)
        for place, choice in enumerate(choices):
            choice.is_first, choice.is_last = place == 0, place == len(choices) - 1
            choice.clicked.connect(lambda _on=False, key=choice.key: self._choose(key))
            self._into.addWidget(choice)
        keys = [choice.key for choice in choices]
        self.show_value(kept if kept in keys else keys[0] if keys else "")

    def _choose(self, key: str) -> None:
        self.show_value(key)
        for callback in self._chosen:
            callback(key)


class _Segment(_Choice):
    """A joined cell."""

    def sizeHint(self) -> QSize:
        style = self._kit.style
        width = QFontMetrics(style.font("small", bold=True)).horizontalAdvance(self._words())
        return QSize(width + style.px(26), style.px(36))

    def paintEvent(self, _event: QPaintEvent) -> None:
        style, painter = self._kit.style, paint_on(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isChecked() or self.underMouse():
            painter.fillPath(self._shape(), style.color("tint" if self.isChecked() else "bg"))
        if not self._trailing():
            painter.setPen(QPen(style.color("line2" if self.isChecked() else "line"), 1))
            painter.drawLine(self.width() - 1, 1, self.width() - 1, self.height() - 2)
        if self.hasFocus():
            painter.setPen(QPen(style.color("focus"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 2, -2, -2), style.px(6), style.px(6))
        painter.setFont(style.font("small", bold=self.isChecked()))
        painter.setPen(style.color("onTint" if self.isChecked() else "text2"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._words())

    def _words(self) -> str:
        return f"{self.text()} {self.count}".strip()

    def _shape(self) -> QPainterPath:
        """Round only the outer corners."""
        radius = self._kit.style.px(8) - 1
        box = QRectF(self.rect()).adjusted(0, 1, 0, -1)
        path = QPainterPath()
        path.setFillRule(Qt.FillRule.WindingFill)
        path.addRoundedRect(
            box.adjusted(1 if self._leading() else 0, 0, -1 if self._trailing() else 0, 0), radius, radius
        )
        if not self._leading():
            path.addRect(box.adjusted(0, 0, -box.width() / 2, 0))
        if not self._trailing():
            path.addRect(box.adjusted(box.width() / 2, 0, 0, 0))
        return path


class Segmented(_Switch):
    """``Segmented(kit, [("due", "按期限"), ("case", "按案件")], name="排序")``."""

    def __init__(
        self,
        kit: Kit,
        choices: Sequence[tuple[str, str]] = (),
        *,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(kit, name, parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_choices(choices)

    def show_choices(self, choices: Sequence[tuple[str, str]]) -> None:
        """Offer other choices; the chosen key stays if it is still there."""
        cells = [_Segment(self._kit, key, text, self) for key, text in choices]
        for cell, (_key, text) in zip(cells, choices, strict=True):
            cell.show_text(text, "")
        self._put(cells)

    def paintEvent(self, _event: QPaintEvent) -> None:
        style, painter = self._kit.style, paint_on(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(style.color("line2"), 1))
        painter.setBrush(style.color("surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), style.px(8), style.px(8))


class _Tab(_Choice):
    """A word with its count and a line below when chosen."""

    def sizeHint(self) -> QSize:
        style = self._kit.style
        width = QFontMetrics(self._font(bold=True)).horizontalAdvance(self.text()) + style.px(28)
        if self.count:
            width += self._pill_width() + style.px(6)
        return QSize(width, style.px(44))

    def paintEvent(self, _event: QPaintEvent) -> None:
        style, painter, px = self._kit.style, paint_on(self), self._kit.style.px
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = self._font(bold=self.isChecked())
        words = QFontMetrics(font).horizontalAdvance(self.text())
        pill = self._pill_width() if self.count else 0
        total = words + (pill + px(6) if pill else 0)
        start = (self.width() - total) // 2
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        painter.setFont(font)
        painter.setPen(style.color("primary" if self.isChecked() else "text2"))
        at = self.width() - start - words if rtl else start
        painter.drawText(QRectF(at, 0, words + 2, self.height()), Qt.AlignmentFlag.AlignVCenter, self.text())
        if pill:
            at = start if rtl else start + words + px(6)
            box = QRectF(at, (self.height() - px(22)) / 2, pill, px(22))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(style.color("neutralBg"))
            painter.drawRoundedRect(box, px(11), px(11))
            painter.setPen(style.color("neutral"))
            painter.setFont(style.font("caption"))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self.count)
        if self.isChecked():
            painter.fillRect(0, self.height() - 3, self.width(), 3, style.color("primary"))
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(style.color("focus"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 2, -1, -5), px(8), px(8))

    def _font(self, *, bold: bool) -> QFont:
        return self._kit.style.font("body", bold=bold)

    def _pill_width(self) -> int:
        metrics = QFontMetrics(self._kit.style.font("caption"))
        return max(self._kit.style.px(22), metrics.horizontalAdvance(self.count) + self._kit.style.px(12))


class ViewTabs(_Switch):
    """Tabs with counts: ``show_tabs([("mine", "我承办", "14"), …])``; ``ruled`` draws a hairline below.

    Where large type leaves too little room they go on in a second line: no word is ever cut.
    """

    def __init__(
        self,
        kit: Kit,
        tabs: Sequence[tuple[str, str, str]] = (),
        *,
        name: str = "",
        ruled: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(kit, name, parent)
        self._is_ruled = ruled
        lines = QWidget()
        lines.setObjectName("plain")
        self._into = FlowLayout(lines)
        kit.style.lay(self._into)
        self._row.addWidget(lines, 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_tabs(tabs)

    def show_tabs(self, tabs: Sequence[tuple[str, str, str]]) -> None:
        """Show ``(key, word, count)``; an empty count shows none. Same keys keep focus and choice."""
        if [choice.key for choice in self._choices] != [key for key, _text, _count in tabs]:
            self._put([_Tab(self._kit, key, text, self) for key, text, _count in tabs])
        for choice, (_key, text, count) in zip(self._choices, tabs, strict=True):
            choice.show_text(text, count)

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(hint.width(), max(hint.height(), self.heightForWidth(self.width())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()  # another width may need another number of lines

    def add_end(self, widget: QWidget) -> None:
        """Put a link such as 存为视图 at the end of the line."""
        self._row.addWidget(widget)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._is_ruled:
            line = self._kit.style.color("line")
            paint_on(self).fillRect(0, self.height() - 1, self.width(), 1, line)
