"""What every page of rules is: the table of rules, and beside it the one in hand in full."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from app.ui.kit import Kit
from app.ui.screens.settings.facts_grid import FactsGrid
from app.ui.shell.headers import ScrollBody
from app.ui.widgets.cards import Card
from app.ui.widgets.notices import ErrorStrip
from app.ui.widgets.tables import Column, ListTable, TableModel

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class RuleTable(Generic[T]):
    """What the table of one page shows, what is spoken of a row and what tells rows apart."""

    name: str
    columns: tuple[Column[T], ...]
    spoken: Callable[[T], str]
    key: Callable[[T], str]


class RuleSection(QWidget, Generic[T]):
    """Table, splitter and cards; what a page adds stands in its own class."""

    def __init__(self, kit: Kit, told: RuleTable[T], card_title: str) -> None:
        super().__init__()
        self._kit = kit
        self._error = ErrorStrip(kit)
        self._rows: tuple[T, ...] = ()
        self._model = TableModel[T](told.columns, sentence=told.spoken, key=told.key, parent=self)
        self.table = ListTable[T](kit, self._model, name=told.name, flush=True)
        self.details = Card(kit, card_title, icon="scales")
        self.facts = FactsGrid(kit)

    @abstractmethod
    def refresh(self) -> None:
        """Read the rules again."""

    # presenter → view

    def show_rules(self, rows: Sequence[T]) -> None:
        """Show the table; the row in hand stays."""
        if tuple(rows) == self._rows:
            return
        self._rows = tuple(rows)
        self._model.show_items(rows)
        if self.table.current() is None:
            self.table.select_first()

    def fill_details(self, title: str, lines: Sequence[tuple[str, str]]) -> None:
        """Show one rule in full."""
        self.details.set_title(title)
        self.facts.show_lines(lines)

    def show_error(self, words: str) -> None:
        """Say at the top what failed; empty words hide it."""
        if words:
            self._error.tell(words, retry=self.refresh)
        else:
            self._error.clear()

    # pieces

    def lay_out(
        self,
        cards: Sequence[QWidget],
        *,
        list_width: int,
        pane_width: int,
        head: QWidget | None = None,
        beside: QWidget | None = None,
    ) -> None:
        """Put the cards beside the table; widths are those of a window of usual size.

        ``head`` stands over the table, ``beside`` at the far side with what room is left; three columns
        are narrower each.
        """
        kit = self._kit
        listed = Card(kit, flush=True)
        if head is not None:
            listed.body.addWidget(head)
        listed.body.addWidget(self.table)
        pane = ScrollBody(kit, (0, 0, 8, 20), gap=12)
        for card in cards:
            pane.body.addWidget(card)
        pane.body.addStretch(1)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(listed)
        splitter.addWidget(pane)
        splitter.setStretchFactor(0, 1)
        kit.style.least(listed, width=380 if beside is None else 220)
        kit.style.least(pane, width=320)
        sizes = [kit.style.px(list_width), kit.style.px(pane_width)]
        if beside is not None:
            splitter.addWidget(beside)
            kit.style.least(beside, width=260)
            splitter.setStretchFactor(2, 1)
            sizes.append(kit.style.px(list_width + pane_width))
        splitter.setSizes(sizes)
        column = QVBoxLayout(self)
        kit.style.lay(column, (0, 4, 0, 16), gap=10)
        column.addWidget(self._error)
        column.addWidget(splitter, 1)
