"""Fields in rows of at most four, fewer where the page is narrow or the type large."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from app.ui.kit import Kit

_COLUMNS = 12
_NARROW, _WIDE = 420, 640


class FieldGrid(QWidget):
    """Places its fields by their share of a row (twelfths); hidden ones leave no gap."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self._cells: list[tuple[QWidget, int]] = []
        self._hidden: set[QWidget] = set()
        self._placed: tuple[object, ...] = ()
        self._grid = QGridLayout(self)
        kit.style.lay(self._grid, gap=(14, 9))
        for column in range(_COLUMNS):
            self._grid.setColumnStretch(column, 1)
        self.setObjectName("plain")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        kit.style.watch(self, self.arrange)

    def add(self, widget: QWidget, share: int = 3) -> None:
        """Add a field that takes ``share`` twelfths of a wide row."""
        widget.setParent(self)
        self._cells.append((widget, share))

    def remove(self, widget: QWidget) -> None:
        """Take a field out."""
        self._cells = [cell for cell in self._cells if cell[0] is not widget]
        self._grid.removeWidget(widget)

    def show_only(self, shown: set[QWidget]) -> None:
        """Show these fields and hide the others."""
        self._hidden = {widget for widget, _share in self._cells if widget not in shown}
        for widget, _share in self._cells:
            widget.setVisible(widget in shown)
        self.arrange()

    def arrange(self) -> None:
        """Place everything anew for the width there is."""
        factor = self._factor()
        wanted = tuple((w, min(_COLUMNS, s * factor)) for w, s in self._cells if w not in self._hidden)
        if wanted == self._placed:
            return
        self._placed = wanted
        row = column = 0
        for widget, share in wanted:
            if column + share > _COLUMNS:
                row, column = row + 1, 0
            self._grid.addWidget(widget, row, column, 1, share)
            column += share
        self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    def _factor(self) -> int:
        width = self.width() / self._kit.style.scale
        return 1 if width >= _WIDE else 2 if width >= _NARROW else 4
