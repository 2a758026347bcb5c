"""屏上手写: a sheet to write a name on with a pad, a finger or the mouse; what was written becomes a PNG."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QBuffer, QByteArray, QPointF, QSize, Qt
from PySide6.QtGui import (
    QImage,
    QImageWriter,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
    QShowEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.domain.values.days.calendar_days import parse_day
from app.ui.kit import Kit
from app.ui.style.painting import paint_on
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.fields import DayField, FieldBox, TickField
from app.ui.widgets.notices import ErrorStrip

_HEIGHT, _INK = 220, 3
_FINER = 2
"""The picture has twice the dots of the screen: it is printed."""


class InkPad(QWidget):
    """White in every theme, for it becomes paper; a pad's pen arrives as mouse movements."""

    def __init__(self, kit: Kit, name: str) -> None:
        super().__init__()
        self._kit = kit
        self._strokes: list[QPolygonF] = []
        self.setAccessibleName(name)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        kit.style.least(self, height=_HEIGHT)

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing was written; a mere dot is nothing."""
        return not any(stroke.size() > 1 for stroke in self._strokes)

    def clear(self) -> None:
        """Give a fresh sheet."""
        self._strokes = []
        self.update()

    def picture(self) -> bytes:
        """Give what was written as a PNG, black on white."""
        image = QImage(self.size() * _FINER, QImage.Format.Format_Grayscale8)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(_FINER, _FINER)
        self._write(painter)
        painter.end()
        stored = QByteArray()
        buffer = QBuffer(stored)
        buffer.open(QBuffer.OpenModeFlag.WriteOnly)
        QImageWriter(buffer, QByteArray(b"png")).write(image)
        return bytes(stored.data())

    def _write(self, painter: QPainter) -> None:
        pen = QPen(Qt.GlobalColor.black, self._kit.style.px(_INK))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        for stroke in self._strokes:
            painter.drawPolyline(stroke)

    def _go_on(self, at: QPointF) -> None:
        self._strokes[-1].append(at)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._kit.style.px(640), self._kit.style.px(_HEIGHT))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._strokes.append(QPolygonF())
            self._go_on(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._strokes and event.buttons() & Qt.MouseButton.LeftButton:
            self._go_on(event.position())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = paint_on(self)
        painter.fillRect(self.rect(), Qt.GlobalColor.white)
        painter.setPen(self._kit.style.color("line2"))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        self._write(painter)


class DrawingDialog(Dialog):
    """Asks whether the parties agreed on it, then takes the signature; Esc records nothing."""

    def __init__(
        self, kit: Kit, name: str, today: date, draw: Callable[[bytes, str], None], parent: QWidget
    ) -> None:
        say = kit.translator.text
        super().__init__(kit, say("{name} 屏上手写签名", name=name), width=720, parent=parent)
        self._draw = draw
        self._not_agreed, self._not_written = say("先由各方约定使用电子签名，再勾选"), say("先在框里写上名字")
        self._strip = ErrorStrip(kit)
        self.body.addWidget(self._strip)
        self.say(
            say(
                "各方约定用电子签名的，才在这里写（电子签名法第三条）。写下的字存成图片附在案件里，不改动协议原页；"
                "能在纸上签的，还是在纸上签。"
            )
        )
        self.agreed = TickField(kit, say("各方已约定这份协议可以用电子签名"))
        self.pad = InkPad(kit, say("在这里写上名字"))
        self.day = DayField(kit, lambda typed: parse_day(typed, today))
        self.day.show_parsed(today)
        self.body.addWidget(self.agreed)
        self.body.addWidget(self.pad)
        self.body.addWidget(FieldBox(kit, say("日期"), self.day))
        self.add_verb(say("不登记"))
        self.add_verb(say("重写"), self.pad.clear)
        self.verb = self.add_verb(say("登记"), self.confirm, kind="primary", keys="Ctrl+Enter")
        self.agreed.setFocus()

    def confirm(self) -> None:
        """Record what was written, once the parties agreed on it."""
        if not self.agreed.value():
            self.refuse(self._not_agreed)
        elif self.pad.is_empty:
            self.refuse(self._not_written)
        else:
            self._draw(self.pad.picture(), self.day.value())

    def refuse(self, sentence: str) -> None:
        """Say why it was not recorded; what was written stays."""
        self._strip.tell(sentence)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.take_height()
