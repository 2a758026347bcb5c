"""A field that holds a file chosen from this computer."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.ui.kit import Kit
from app.ui.widgets.buttons import Button
from app.ui.widgets.texts import ElidedText

FILE_KEYS = "Ctrl+U"


class FileField(QWidget):
    """A button that asks for a file, the name of the chosen one beside it, and a way to drop it."""

    def __init__(self, kit: Kit, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        text = kit.translator.text
        self._path = ""
        self._chosen: list[Callable[[str], None]] = []
        self._choose = Button(kit, text("选择文件"), icon="clip", keys=FILE_KEYS, height="small")
        self._choose.setAccessibleName(f"{name} {text('选择文件')}")
        self._name = ElidedText(kit, "", tone="text2")
        self._drop = Button(kit, text("不要这个文件"), kind="link", height="small")
        self._drop.clicked.connect(lambda _on=False: self._clear())
        row = QHBoxLayout(self)
        kit.style.lay(row, gap=8)
        row.addWidget(self._choose)
        row.addWidget(self._name, 1)
        row.addWidget(self._drop)
        self.setFocusProxy(self._choose)
        self.show_value("")

    def value(self) -> str:
        """Give the path of the chosen file, empty for none."""
        return self._path

    def show_value(self, path: str) -> None:
        """Show a path by the name of its file; not counted as choosing."""
        self._path = path
        self._name.setText(Path(path).name if path else "")
        self._drop.setVisible(bool(path))

    def on_choosing(self, callback: Callable[[], None]) -> None:
        """Call back when the user wants to choose."""
        self._choose.clicked.connect(lambda _on=False: callback())

    def on_chosen(self, callback: Callable[[str], None]) -> None:
        """Call back with the path when the user drops the file."""
        self._chosen.append(callback)

    def _clear(self) -> None:
        self.show_value("")
        self._choose.setFocus()
        for callback in self._chosen:
            callback("")
