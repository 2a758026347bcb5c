"""The frame of one part of the page: number or tick, title, tools at the right."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.ui.kit import Kit
from app.ui.style.marks import draw_tick
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.texts import Text

_SIDE = 24


class PartMark(QWidget):
    """The number of a part, and a tick once it is complete."""

    def __init__(self, kit: Kit, number: int) -> None:
        super().__init__()
        self._kit, self._number, self._is_done = kit, number, False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        kit.style.watch(self, self.updateGeometry)
        self.show_done(is_done=False)

    def show_done(self, *, is_done: bool) -> None:
        """Show the tick or the number."""
        self._is_done = is_done
        text = self._kit.translator.text
        self.setAccessibleName(text("已填") if is_done else text("第 {n} 部分", n=self._number))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._kit.style.px(_SIDE), self._kit.style.px(_SIDE))

    def paintEvent(self, _event: QPaintEvent) -> None:
        style, painter, box = self._kit.style, QPainter(self), QRectF(self.rect())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(style.color("okBg" if self._is_done else "tint"))
        painter.drawEllipse(box)
        if self._is_done:
            inner = box.adjusted(*(box.width() * side for side in (0.2, 0.2, -0.2, -0.2)))
            draw_tick(painter, inner, style.color("ok"), max(1.6, style.px(2)))
        else:
            painter.setPen(style.color("onTint"))
            painter.setFont(style.font("small", bold=True))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(self._number))


class Part(QWidget):
    """A part of the one card: head with tools, then ``body``."""

    def __init__(self, kit: Kit, number: int, title: str, note: str = "") -> None:
        super().__init__()
        self.setObjectName("plain")
        self.setAccessibleName(title)
        self.mark = PartMark(kit, number)
        column = QVBoxLayout(self)
        kit.style.lay(column, (18, 8, 18, 10), gap=4)
        head = QHBoxLayout()
        kit.style.lay(head, gap=8)
        head.addWidget(self.mark)
        head.addWidget(Text(kit, title, size="title3", bold=True))
        self._note = Text(kit, note, size="small", tone="text2")
        self._note.setVisible(bool(note))
        head.addWidget(self._note)
        tools = QWidget()
        tools.setObjectName("plain")
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        tools.setSizePolicy(policy)
        self.tools = FlowLayout(tools)
        """Where the buttons of the head go; large type takes a second line."""
        kit.style.lay(self.tools, (6, 0, 0, 0), gap=4)
        head.addWidget(tools, 1)
        column.addLayout(head)
        self.body = QVBoxLayout()
        """Where the content goes."""
        kit.style.lay(self.body, gap=8)
        column.addLayout(self.body)
