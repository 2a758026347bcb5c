"""Labels in the sizes and tones of the design."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from app.ui.kit import Kit
from app.ui.style.painting import paint_on
from app.ui.style.style import Size


class Text(QLabel):
    """A plain-text label; ``tone`` is a colour token that the sheet knows for labels."""

    def __init__(
        self,
        kit: Kit,
        text: str = "",
        *,
        size: Size = "body",
        tone: str = "text",
        bold: bool = False,
        wrap: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._kit = kit
        self._leads = False
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        self.setProperty("type", size)  # "size" is QWidget's own
        self.setProperty("tone", tone)
        if bold:
            self.setProperty("weight", "bold")

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._lead()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._lead()

    def _lead(self) -> None:
        """Begin at the reading side: QLabel would follow the script of its text instead."""
        chosen = self.alignment() & (Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTrailing)
        if chosen and not self._leads:
            return
        self._leads = True
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        upright = self.alignment() & Qt.AlignmentFlag.AlignVertical_Mask
        self.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute | upright)

    def set_tone(self, tone: str) -> None:
        """Change the colour token."""
        if self.property("tone") != tone:
            self.setProperty("tone", tone)
            repolish(self)


class ElidedText(Text):
    """One line that gives way with an ellipsis and then shows the whole text as its tooltip."""

    def __init__(
        self,
        kit: Kit,
        text: str = "",
        *,
        size: Size = "body",
        tone: str = "text",
        bold: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(kit, text, size=size, tone=tone, bold=bold, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def setText(self, text: str) -> None:
        super().setText(text)
        self._note_elision()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._note_elision()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = paint_on(self)
        painter.setFont(self.font())
        painter.setPen(self.palette().color(self.foregroundRole()))
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        flags = Qt.AlignmentFlag.AlignVCenter | self.alignment() & Qt.AlignmentFlag.AlignHorizontal_Mask
        painter.drawText(QRect(0, 0, self.width(), self.height()), int(flags), shown)

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * 4, super().minimumSizeHint().height())

    def _note_elision(self) -> None:
        fits = self.fontMetrics().horizontalAdvance(self.text()) <= self.width()
        self.setToolTip("" if fits else self.text())


class ShortenedText(Text):
    """One line in several forms, the longest first; the longest that fits is shown, the tooltip is whole."""

    def __init__(
        self, kit: Kit, *, size: Size = "body", tone: str = "text", parent: QWidget | None = None
    ) -> None:
        super().__init__(kit, "", size=size, tone=tone, parent=parent)
        self._forms: tuple[str, ...] = ("",)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def show_forms(self, forms: tuple[str, ...]) -> None:
        """Show these forms."""
        self._forms = forms
        self.setAccessibleName(forms[0])
        self._choose()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(self._wide(self._forms[0]), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self._wide(self._forms[-1]), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._choose()

    def _wide(self, form: str) -> int:
        return self.fontMetrics().horizontalAdvance(form) + 2

    def _choose(self) -> None:
        fitting = (form for form in self._forms if self._wide(form) <= self.width())
        chosen = next(fitting, self._forms[-1])
        if chosen != self.text():
            self.setText(chosen)
        self.setToolTip("" if chosen == self._forms[0] else self._forms[0])


def wrapped(text: str, font: QFont, width: int, most: int) -> list[str]:
    """Break ``text`` into at most ``most`` lines of ``width`` pixels; the last is elided if it must be."""
    if not text:
        return []
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    lines: list[str] = []
    layout.beginLayout()
    while len(lines) < most:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(max(1, width))
        start, length = line.textStart(), line.textLength()
        last = len(lines) == most - 1
        piece = text[start:] if last else text[start : start + length]
        lines.append(QFontMetrics(font).elidedText(piece, Qt.TextElideMode.ElideRight, width))
    layout.endLayout()
    return lines


def rule(*, upright: bool = False) -> QFrame:
    """Return a hairline that parts two things."""
    line = QFrame()
    line.setObjectName("post" if upright else "rule")
    return line


def repolish(widget: QWidget) -> None:
    """Let the sheet look at the widget's properties again."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()
