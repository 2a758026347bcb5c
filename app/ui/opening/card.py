"""The card shown while the program opens: up before the database is read, gone with the first window."""

from __future__ import annotations

import gc
from pathlib import Path

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from app.i18n.translator import Translator
from app.ui.opening.application import application
from app.ui.style import Style
from app.ui.style.painting import paint_on

_WIDTH, _HEIGHT = 420, 200
_MARK, _GAP = 56, 20


class OpeningCard(QWidget):
    """The brand and one sentence on the colour of the rail, which is dark in both themes."""

    def __init__(self, style: Style, translator: Translator) -> None:
        super().__init__(None, Qt.WindowType.SplashScreen | Qt.WindowType.FramelessWindowHint)
        self._style = style
        self._name = translator.text("枫桥调解")
        self._sentence = translator.text("正在打开……")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFixedSize(_WIDTH, _HEIGHT)
        self.setWindowTitle(self._name)
        self.setAccessibleName(self._sentence)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the whole card at once; it has no children to wait for."""
        style, width = self._style, self.width()
        painter = paint_on(self)
        painter.fillRect(self.rect(), style.color("rail"))
        mark = style.picture("brand", "maple", _MARK, self.devicePixelRatioF())
        painter.setFont(style.font("hero", bold=True))
        painter.setPen(style.color("railText"))
        name_width = painter.fontMetrics().horizontalAdvance(self._name)
        left = (width - _MARK - _GAP - name_width) // 2
        painter.drawPixmap(left, 48, mark)
        beside = QRect(left + _MARK + _GAP, 48, name_width + _GAP, _MARK)
        painter.drawText(beside, Qt.AlignmentFlag.AlignVCenter, self._name)
        painter.setFont(style.font("body"))
        painter.setPen(style.color("railText2"))
        painter.drawText(QRect(0, 132, width, 32), Qt.AlignmentFlag.AlignCenter, self._sentence)
        painter.end()


def show_opening_card(resources: Path) -> OpeningCard:
    """Show the card in the middle of the screen and paint it before anything slow begins.

    What is read from here to the first window is code, no garbage: looking through it twice would cost
    a tenth of the way. The window's own collector takes over.
    """
    app = application()
    card = OpeningCard(Style(resources), Translator())
    card.move(app.primaryScreen().availableGeometry().center() - card.rect().center())
    card.show()
    app.processEvents()
    gc.disable()
    return card


def close_opening_card() -> None:
    """Take the card away, if one is shown."""
    for widget in QApplication.topLevelWidgets():
        if isinstance(widget, OpeningCard):
            widget.close()
