"""A short list of named things, each with its verb."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.presenters.settings.organisations import NamedLine
from app.ui.kit import Kit
from app.ui.widgets.buttons import Button
from app.ui.widgets.texts import ElidedText, Text


class NamedList(QWidget):
    """Lines of name and particulars; the verb (修改) calls back with the id."""

    def __init__(self, kit: Kit, edit: Callable[[UUID], None], nothing: str, *, verb: str = "") -> None:
        super().__init__()
        self._kit, self._edit, self._nothing = kit, edit, nothing
        self._verb = verb or kit.translator.text("修改")
        self._lines: tuple[NamedLine, ...] | None = None
        self._made: list[QWidget] = []
        self._column = QVBoxLayout(self)
        kit.style.lay(self._column, gap=8)

    def show_lines(self, lines: Sequence[NamedLine]) -> None:
        """Show other lines."""
        if tuple(lines) == self._lines:
            return
        self._lines = tuple(lines)
        for old in self._made:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._made = [self._line(line) for line in lines]
        if not lines:
            self._made = [Text(self._kit, self._nothing, tone="text2")]
        for widget in self._made:
            self._column.addWidget(widget)

    def _line(self, line: NamedLine) -> QWidget:
        kit = self._kit
        whole = QWidget()
        row = QHBoxLayout(whole)
        kit.style.lay(row, gap=12)
        words = QVBoxLayout()
        kit.style.lay(words, gap=2)
        words.addWidget(ElidedText(kit, line.name))
        words.addWidget(ElidedText(kit, line.about, size="small", tone="text2"))
        row.addLayout(words, 1)
        verb = Button(kit, self._verb, height="small")
        verb.setAccessibleName(f"{self._verb}{line.name}")
        verb.clicked.connect(lambda _on=False: self._edit(line.id))
        row.addWidget(verb)
        return whole
