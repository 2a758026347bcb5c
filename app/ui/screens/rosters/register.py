"""What both registers share: a search that narrows one table, a button for a new entry, and their keys."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.ui.kit import Kit
from app.ui.screens.rosters.search_box import SearchBox
from app.ui.shell.headers import PageHeader
from app.ui.shell.pages import bind
from app.ui.widgets.buttons import Button
from app.ui.widgets.notices import EmptyState, ErrorStrip


class RegisterPresenter(Protocol):
    """What search and buttons of a register ask for."""

    def search(self, text: str) -> None:
        """Narrow the list."""

    def refresh(self) -> None:
        """Read the same list again."""

    def add(self) -> None:
        """Begin a new entry."""


class RegisterScreen(QWidget):
    """A page around one table; a screen lays its parts out and calls ``_wire`` once."""

    def __init__(
        self, kit: Kit, title: str, *, searched_by: str, icon: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._kit = kit
        self._header, self._error = PageHeader(kit, title), ErrorStrip(kit)
        self.search = SearchBox(kit, searched_by)
        self.add = Button(kit, kit.translator.text("新增"), icon="plus", keys="Ctrl+N")
        self._empty = EmptyState(kit, "", icon=icon)
        self._stack = QStackedWidget()
        self._asked: RegisterPresenter | None = None

    # presenter → view

    def show_facts(self, words: str) -> None:
        """Show the line beside the title."""
        self._header.set_facts(words)

    def show_empty(self, words: str, action: str) -> None:
        """Say that nobody is found; empty words hide it."""
        self._empty.say(words, action)
        if self._stack.currentIndex() <= 1:
            self._stack.setCurrentIndex(1 if words else 0)

    def show_error(self, words: str) -> None:
        """Say at the top what failed; empty words hide it."""
        if words:
            self._error.tell(words, retry=self._refresh)
        else:
            self._error.clear()

    # pieces

    def _tools(self, *beside: QWidget) -> QWidget:
        row = QWidget()
        row.setObjectName("plain")
        tools = QHBoxLayout(row)
        self._kit.style.lay(tools, gap=10)
        tools.addWidget(self.search)
        tools.addStretch(1)
        for widget in (*beside, self.add):
            tools.addWidget(widget)
        return row

    def _list_card(self, table: QWidget) -> QFrame:
        card = QFrame()
        card.setProperty("card", True)
        inside = QVBoxLayout(card)
        self._kit.style.lay(inside, (1, 1, 1, 1))
        self._stack.addWidget(table)
        self._stack.addWidget(self._empty)
        inside.addWidget(self._stack)
        return card

    def _wire(self, presenter: RegisterPresenter, to_table: Callable[[], None]) -> None:
        """Join the parts; ``to_table`` goes from the search to the list of this register."""
        self._asked = presenter
        self.search.on_narrowed(self._search)
        self.search.on_down(to_table)
        self.add.clicked.connect(lambda _on=False: presenter.add())
        self._empty.on_action(self._clear)
        bind(self, "Ctrl+F", self._to_search)
        bind(self, "Ctrl+N", self.add.click_if_enabled)
        bind(self, "F5", presenter.refresh)

    def _search(self, text: str) -> None:
        if self._asked is not None:
            self._asked.search(text)

    def _refresh(self) -> None:
        if self._asked is not None:
            self._asked.refresh()

    def _to_search(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    def _clear(self) -> None:
        self.search.clear()
        self._search("")
        self.search.setFocus()
