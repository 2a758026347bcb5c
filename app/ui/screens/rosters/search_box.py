"""The box that narrows a register while it is typed into."""

from __future__ import annotations

from app.ui.kit import Kit
from app.ui.screens.cases.filter_bar import NarrowField


class SearchBox(NarrowField):
    """A narrowing box with words of its own: what may be typed here."""

    def __init__(self, kit: Kit, words: str) -> None:
        super().__init__(kit)
        self.setPlaceholderText(words)
        self.setAccessibleName(words)
        kit.style.fix(self, width=320)
