"""Table and preview side by side; where the window is narrow the preview is a drawer over the table."""

from __future__ import annotations

from PySide6.QtCore import QEasingCurve, QRect, QVariantAnimation
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStyle, QWidget

from app.ui.kit import Kit

_PANE, _GAP = 340, 16
_DOCKED_FROM, _DOCKED_FROM_LARGE = 1366, 1600
_SLIDE_MS = 160


class SplitBody(QWidget):
    """Places ``table`` and ``pane``; the drawer opens over the trailing edge and closes again."""

    def __init__(self, kit: Kit, table: QWidget, pane: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit, self._table, self._pane = kit, table, pane
        table.setParent(self)
        pane.setParent(self)
        self._has_case = False
        self._is_open = False
        self._share = 0.0
        self._slide = QVariantAnimation(self)
        self._slide.setDuration(_SLIDE_MS)
        self._slide.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._slide.valueChanged.connect(self._on_slide)
        kit.style.watch(self, self.place)

    @property
    def is_docked(self) -> bool:
        """Tell whether table and preview have room side by side."""
        least = _DOCKED_FROM_LARGE if self._kit.style.is_large else _DOCKED_FROM
        return self.window().width() >= least

    def show_pane(self, *, has_case: bool) -> None:
        """Show the preview where there is a case for it."""
        self._has_case = has_case
        if not has_case:
            self._is_open, self._share = False, 0.0
        self.place()

    def open_drawer(self) -> bool:
        """Bring the preview out; answers whether there is one to see."""
        if not self._has_case:
            return False
        self._is_open = True
        if not self.is_docked:
            self._move_to(1.0)
        return True

    def close_drawer(self) -> None:
        """Put the drawer away; a docked preview stays."""
        self._is_open = False
        if not self.is_docked:
            self._move_to(0.0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.place()

    def place(self) -> None:
        """Lay both out anew."""
        px, whole = self._kit.style.px, self.rect()
        wide = min(px(_PANE), whole.width())
        docked = self.is_docked and self._has_case
        share = 1.0 if docked else self._share if self._is_open or self._share else 0.0
        room = whole.width() - (wide + px(_GAP) if docked else 0)
        direction = self.layoutDirection()
        at = QRect(0, 0, room, whole.height())
        self._table.setGeometry(QStyle.visualRect(direction, whole, at))
        left = whole.width() - round(wide * share)
        beside = QRect(left, 0, wide, whole.height())
        self._pane.setGeometry(QStyle.visualRect(direction, whole, beside))
        self._pane.setVisible(self._has_case and share > 0)
        self._pane.raise_()

    def _move_to(self, share: float) -> None:
        self._slide.stop()
        if self._kit.style.is_still or not self.isVisible():
            self._on_slide(share)
            return
        self._slide.setStartValue(self._share)
        self._slide.setEndValue(share)
        self._slide.start()

    def _on_slide(self, share: object) -> None:
        if isinstance(share, float):
            self._share = share
            self.place()
