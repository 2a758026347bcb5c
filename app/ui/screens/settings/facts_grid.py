"""Lines of label and value that may be many or few."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from app.ui.kit import Kit
from app.ui.widgets.texts import Text


class FactsGrid(QWidget):
    """A grid of facts to read and to copy."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._made: list[QWidget] = []
        self._shown: tuple[tuple[str, str], ...] | None = None
        self._grid = QGridLayout(self)
        kit.style.lay(self._grid, gap=(16, 8))
        self._grid.setColumnStretch(1, 1)

    def show_lines(self, lines: Sequence[tuple[str, str]]) -> None:
        """Show other facts."""
        if tuple(lines) == self._shown:
            return
        self._shown = tuple(lines)
        for old in self._made:
            self._grid.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._made = []
        for row, (label, value) in enumerate(lines):
            name = Text(self._kit, label, size="small", tone="text2")
            words = Text(self._kit, value, wrap=True)
            words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            words.setAccessibleName(f"{label}，{value}")
            self._grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(words, row, 1)
            self._made += [name, words]
