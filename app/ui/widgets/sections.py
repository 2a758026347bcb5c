"""Sections of a long form that fold to one line."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import QEasingCurve, QPropertyAnimation, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QStyle, QVBoxLayout, QWidget

from app.ui.kit import Kit
from app.ui.style.marks import Mark, draw_mark
from app.ui.style.painting import paint_on
from app.ui.widgets.texts import repolish

SectionState = Literal["open", "done", "must", "advice"]
_MARKS: dict[SectionState, tuple[Mark, str]] = {
    "open": ("ample", "text3"),
    "done": ("done", "ok"),
    "must": ("overdue", "err"),
    "advice": ("advice", "warn"),
}
_TALLEST = 16_777_215
_FOLD_MS = 160


class _Head(QPushButton):
    """The line of a section: state, name, gist, arrow."""

    def __init__(self, kit: Kit, name: str, words: dict[SectionState, str]) -> None:
        super().__init__(name)
        self._kit, self._words = kit, words
        self.gist = ""
        self.state: SectionState = "open"
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        kit.style.watch(self, self.updateGeometry)

    def tell(self) -> None:
        """Say state, name and gist to screen readers; paint them."""
        said = (self.text(), self._words[self.state], self.gist)
        self.setAccessibleName(", ".join(part for part in said if part))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._kit.style.px(240), self._kit.style.px(40))

    def paintEvent(self, _event: QPaintEvent) -> None:
        style, painter, px = self._kit.style, paint_on(self), self._kit.style.px
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus():
            painter.setPen(QPen(style.color("focus"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 2, -2, -2), px(9), px(9))
        elif self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(style.color("bg"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), px(10), px(10))
        mark, tone = _MARKS[self.state]
        draw_mark(painter, QRectF(self._at(px(13), px(16))), mark, style.color(tone))
        arrow = self._at(self.width() - px(13 + 18), px(18))
        name = "upc" if self.isChecked() else "down"
        painter.drawPixmap(arrow.topLeft(), style.picture(name, "text2", 18, self.devicePixelRatioF()))
        self._paint_words(painter, px(39), self.width() - px(13 + 18 + 8))

    def _paint_words(self, painter: QPainter, start: int, end: int) -> None:
        style = self._kit.style
        flags = QStyle.visualAlignment(self.layoutDirection(), Qt.AlignmentFlag.AlignLeft)
        flags |= Qt.AlignmentFlag.AlignVCenter
        for text, font, tone in (
            (self.text(), style.font(bold=True), "text"),
            ("" if self.isChecked() else self.gist, style.font("small"), "text2"),
        ):
            metrics = QFontMetrics(font)
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(0, end - start))
            width = metrics.horizontalAdvance(shown) + 2
            painter.setFont(font)
            painter.setPen(style.color(tone))
            logical = QRect(start, 0, width, self.height())
            painter.drawText(
                QStyle.visualRect(self.layoutDirection(), self.rect(), logical), int(flags), shown
            )
            start += width + style.px(10)

    def _at(self, x: int, side: int) -> QRect:
        logical = QRect(x, (self.height() - side) // 2, side, side)
        return QStyle.visualRect(self.layoutDirection(), self.rect(), logical)


class Section(QFrame):
    """A card whose head folds its ``body``; folded, the head shows the one-line gist.

    Space or Enter on the head folds and unfolds. ``add_action`` puts a button on the open
    section's first line.
    """

    def __init__(self, kit: Kit, name: str, *, is_open: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self._folded: list[Callable[[bool], None]] = []
        self.setProperty("card", True)
        words: dict[SectionState, str] = {
            "open": kit.translator.text("未填"),
            "done": kit.translator.text("已填"),
            "must": kit.translator.text("须改"),
            "advice": kit.translator.text("建议"),
        }
        self._head = _Head(kit, name, words)
        self._actions = QHBoxLayout()
        kit.style.lay(self._actions, (0, 0, 12, 0), gap=8)
        top = QHBoxLayout()
        top.addWidget(self._head, 1)
        top.addLayout(self._actions)
        self._inside = QWidget()
        self._inside.setObjectName("plain")
        self.body = QVBoxLayout(self._inside)
        """Where the content goes."""
        kit.style.lay(self.body, (12, 2, 12, 12), gap=8)
        column = QVBoxLayout(self)
        kit.style.lay(column)
        column.addLayout(top)
        column.addWidget(self._inside)
        self._motion = QPropertyAnimation(self._inside, b"maximumHeight", self)
        self._motion.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._motion.finished.connect(self._settle)
        self._head.clicked.connect(self._on_click)
        self._head.setChecked(is_open)
        self._settle()
        self._head.tell()

    @property
    def is_open(self) -> bool:
        """Whether the body is shown."""
        return self._head.isChecked()

    def set_open(self, is_open: bool) -> None:  # noqa: FBT001 - the value itself
        """Fold or unfold, moving only where motion is wanted."""
        if is_open == self.is_open:
            return
        self._head.setChecked(is_open)
        self._fold()

    def set_state(self, state: SectionState, gist: str = "") -> None:
        """Show how the section stands and its content in one line."""
        self._head.state, self._head.gist = state, gist
        self._head.tell()
        self._accent()

    def add_action(self, widget: QWidget) -> None:
        """Put a button at the end of the head."""
        self._actions.addWidget(widget)

    def on_folded(self, callback: Callable[[bool], None]) -> None:
        """Call back with whether it is open after every fold by the user."""
        self._folded.append(callback)

    def focus(self) -> None:
        """Open it and take the user to its head."""
        self.set_open(True)
        self._head.setFocus()

    def _on_click(self) -> None:
        self._fold()
        for callback in self._folded:
            callback(self.is_open)

    def _fold(self) -> None:
        self._motion.stop()
        self._accent()
        self._head.tell()
        if self._kit.style.is_still or not self.isVisible():
            self._settle()
            return
        self._inside.setVisible(True)
        tall = self._inside.sizeHint().height()
        self._motion.setDuration(_FOLD_MS)
        self._motion.setStartValue(0 if self.is_open else tall)
        self._motion.setEndValue(tall if self.is_open else 0)
        self._motion.start()

    def _settle(self) -> None:
        self._inside.setMaximumHeight(_TALLEST)
        self._inside.setVisible(self.is_open)
        self._accent()

    def _accent(self) -> None:
        accent = "current" if self.is_open else ""
        if self.property("accent") != accent:
            self.setProperty("accent", accent)
            repolish(self)
