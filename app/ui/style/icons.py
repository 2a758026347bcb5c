"""Our own line icons, tinted with a token and drawn at the screen's pixel ratio."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer


class IconShelf:
    """Reads ``icons/*.svg`` once and keeps every tinted picture until the theme changes."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._sources: dict[str, str] = {}
        self._pictures: dict[tuple[str, str, int, float], QPixmap] = {}

    def clear(self) -> None:
        """Forget the tinted pictures (a new theme or size)."""
        self._pictures.clear()

    def picture(self, name: str, color: str, size: int, ratio: float) -> QPixmap:
        """Return icon ``name`` in ``color``, ``size`` device-independent pixels square."""
        key = (name, color, size, ratio)
        found = self._pictures.get(key)
        if found is None:
            found = self._pictures[key] = self._drawn(name, color, size, ratio)
        return found

    def icon(self, name: str, *, normal: str, disabled: str, selected: str, size: int) -> QIcon:
        """Return a ``QIcon`` for native parts (menus, line edits), sharp at 1x, 2x and 3x."""
        icon = QIcon()
        mode = QIcon.Mode
        modes = ((mode.Normal, normal), (mode.Disabled, disabled), (mode.Selected, selected))
        for state, color in modes:
            for ratio in (1.0, 2.0, 3.0):
                icon.addPixmap(self.picture(name, color, size, ratio), state)
        return icon

    def _drawn(self, name: str, color: str, size: int, ratio: float) -> QPixmap:
        source = self._sources.get(name)
        if source is None:
            source = self._sources[name] = (self._folder / f"{name}.svg").read_text(encoding="utf-8")
        side = max(1, round(size * ratio))
        picture = QPixmap(side, side)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        QSvgRenderer(QByteArray(source.replace("currentColor", color).encode())).render(painter)
        painter.end()
        picture.setDevicePixelRatio(ratio)
        return picture
