"""The form and what stands beside it; below it where the window is narrow."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QFrame, QScrollArea, QVBoxLayout, QWidget

from app.ui.kit import Kit
from app.ui.screens.intake.beside import Beside

_BESIDE_FROM, _TIGHT_BELOW = 1110, 1210
_BESIDE, _BESIDE_TIGHT = 376, 332
_OFFERS_HEIGHT, _OFFERS_SHARE = 220, 3
_NO_LIMIT = 16_777_215


class IntakeArea(QWidget):
    """Scrolls both apart from each other; ``reveal`` brings a field into view."""

    def __init__(self, kit: Kit, form: QWidget, beside: Beside) -> None:
        super().__init__()
        self._kit, self._beside = kit, beside
        self.setObjectName("plain")
        page = QWidget()
        page.setObjectName("page")
        column = QVBoxLayout(page)
        kit.style.lay(column, (0, 0, 0, 16))
        column.addWidget(form)
        column.addStretch(1)
        self.form_scroll = _scrolled(page)
        """The form."""
        self._beside_scroll = _scrolled(beside)
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        kit.style.lay(self._across, gap=18)
        self._across.addWidget(self.form_scroll, 1)
        self._across.addWidget(self._beside_scroll)
        kit.style.watch(self, self.place)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus)

    def reveal(self, widget: QWidget) -> None:
        """Scroll a field of the form into view."""
        self.form_scroll.ensureWidgetVisible(widget, 0, self._kit.style.px(24))

    def place(self) -> None:
        """Beside the form where there is room; else below it, and only while there is an offer."""
        style, width = self._kit.style, self.width() + self._kit.style.px(48)
        is_narrow = width < style.px(_BESIDE_FROM)
        beside = style.px(_BESIDE_TIGHT if width < style.px(_TIGHT_BELOW) else _BESIDE)
        self._beside.set_narrow(is_narrow=is_narrow)
        direction = QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight
        self._across.setDirection(direction)
        self._beside_scroll.setMinimumWidth(0 if is_narrow else beside)
        self._beside_scroll.setMaximumWidth(_NO_LIMIT if is_narrow else beside)
        offers = min(style.px(_OFFERS_HEIGHT), self.height() // _OFFERS_SHARE)
        self._beside_scroll.setMinimumHeight(offers if is_narrow else 0)
        self._beside_scroll.setMaximumHeight(offers if is_narrow else _NO_LIMIT)
        self._beside_scroll.setVisible(not is_narrow or self._beside.has_offers)

    def _on_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Keys reach what is beside the form also where it has to be scrolled for."""
        if now is not None and self._beside.isAncestorOf(now):
            self._beside_scroll.ensureWidgetVisible(now, 0, self._kit.style.px(24))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.place()


def _scrolled(inside: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(inside)
    return area
