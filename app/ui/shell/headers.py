"""The first and the last line of a page."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from app.ui.kit import Kit
from app.ui.style.style import Margins
from app.ui.widgets.texts import ElidedText, Text


class PageHeader(QWidget):
    """Title, one line of facts, actions at the end. No breadcrumb."""

    def __init__(self, kit: Kit, title: str, facts: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        kit.style.lay(self._row, gap=12)
        self._title = Text(kit, title, size="title1", bold=True)
        self._facts = ElidedText(kit, facts, tone="text2")
        self._row.addWidget(self._title)
        self._row.addWidget(self._facts, 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_title(self, title: str) -> None:
        """Change the title."""
        self._title.setText(title)

    def set_facts(self, facts: str) -> None:
        """Change the line of facts."""
        self._facts.setText(facts)

    def add_action(self, widget: QWidget) -> None:
        """Put a button, a switch or a chip at the end."""
        self._row.addWidget(widget)


class ScrollBody(QScrollArea):
    """The scrolling middle of a page: ``body`` holds the content, with the page's padding.

    Use it for every form: in large type no form fits a small screen. A field that takes
    the focus scrolls into view by itself.
    """

    def __init__(
        self, kit: Kit, margins: Margins = (24, 0, 24, 20), gap: int = 16, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget()
        inside.setObjectName("page")
        self.body = QVBoxLayout(inside)
        kit.style.lay(self.body, margins, gap=gap)
        self.setWidget(inside)
        self.viewport().setAutoFillBackground(False)


class CommandBar(QFrame):
    """The foot of a page that stays on screen: what is missing at the start, verbs at the end."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bar")
        self._row = QHBoxLayout(self)
        kit.style.lay(self._row, (24, 10, 24, 10), gap=12)
        self._row.addStretch(1)
        self._starts = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def add_start(self, widget: QWidget) -> None:
        """Put a widget at the start (还差 1 项)."""
        self._row.insertWidget(self._starts, widget)
        self._starts += 1

    def add_verb(self, widget: QWidget) -> None:
        """Put a button at the end; the filled one comes last."""
        self._row.addWidget(widget)
