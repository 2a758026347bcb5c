"""Cards: a surface with a head."""

from __future__ import annotations

from typing import Literal

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.ui.kit import Kit
from app.ui.widgets.texts import ElidedText, Text, repolish

Accent = Literal["", "primary", "current", "sup", "warn", "orange", "err"]


class Card(QFrame):
    """A framed surface: head (icon, title, note, actions) above ``body``.

    Without ``title`` there is no head. ``flush`` leaves the body without padding (tables,
    lists that reach the edge); ``ruled`` draws the hairline below the head. ``accent``
    colours the border: ``primary`` is the one card to look at, ``sup`` is 督办.
    """

    def __init__(
        self,
        kit: Kit,
        title: str = "",
        *,
        icon: str = "",
        note: str = "",
        accent: Accent = "",
        flush: bool = False,
        ruled: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._kit, self._icon_name, self._accent = kit, icon, accent
        self.setProperty("card", True)
        self.setProperty("accent", accent)
        column = QVBoxLayout(self)
        kit.style.lay(column, (1, 1, 1, 1))
        self._icon = QLabel()
        self._title = Text(kit, title, size="title3", bold=True)
        self._note = ElidedText(kit, note, size="small", tone="text2")
        self._actions = QHBoxLayout()
        kit.style.lay(self._actions, gap=8)
        if title:
            column.addWidget(self._head(ruled=ruled))
            self.setAccessibleName(title)
        self.body = QVBoxLayout()
        """Where the content goes."""
        padding = 0 if flush else 16
        kit.style.lay(self.body, (padding, padding if ruled or not title else 4, padding, padding), gap=8)
        column.addLayout(self.body, 1)
        kit.style.watch(self, self._on_style)
        self._on_style()

    def set_title(self, title: str) -> None:
        """Change the title (only of a card made with one)."""
        self._title.setText(title)
        self.setAccessibleName(title)

    def set_note(self, note: str) -> None:
        """Change the note beside the title."""
        self._note.setText(note)

    def set_accent(self, accent: Accent) -> None:
        """Change the colour of the border."""
        self._accent = accent
        self.setProperty("accent", accent)
        self._on_style()
        repolish(self)

    def add_action(self, widget: QWidget) -> None:
        """Put a button, a chip or a legend at the end of the head."""
        self._actions.addWidget(widget)

    def _head(self, *, ruled: bool) -> QFrame:
        head = QFrame()
        head.setObjectName("cardHead")
        head.setProperty("ruled", ruled)
        row = QHBoxLayout(head)
        self._kit.style.lay(row, (16, 0, 16, 0), gap=10)
        self._kit.style.least(head, height=46)
        row.addWidget(self._icon)
        row.addWidget(self._title)
        row.addWidget(self._note, 1)
        row.addLayout(self._actions)
        self._icon.setVisible(bool(self._icon_name))
        return head

    def _on_style(self) -> None:
        if self._icon_name:
            tone = {"sup": "sup", "warn": "warn", "orange": "orange", "err": "err"}.get(self._accent, "text")
            picture = self._kit.style.picture(self._icon_name, tone, 20, self.devicePixelRatioF())
            self._icon.setPixmap(picture)
            self._title.set_tone("warn" if self._accent == "warn" else "text")
