"""渠道规则: the table of channels, one of them in full beside it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from app.presenters.channel_words import ChannelRow
from app.presenters.desk import Desk
from app.presenters.settings.channels.presenter import ChannelsPresenter
from app.ui.kit import Kit
from app.ui.screens.settings.facts_grid import FactsGrid
from app.ui.shell.headers import ScrollBody
from app.ui.widgets.cards import Card
from app.ui.widgets.notices import ErrorStrip
from app.ui.widgets.tables import Cell, Column, ListTable, TableModel

_PANE = 520


class ChannelsSection(QWidget):
    """The section as widgets; every decision is :class:`ChannelsPresenter`'s."""

    def __init__(self, kit: Kit, desk: Desk) -> None:
        super().__init__()
        say = kit.translator.text
        self._kit = kit
        self._presenter = ChannelsPresenter(desk, self)
        self._error = ErrorStrip(kit)
        self._rows: tuple[ChannelRow, ...] = ()
        self._model = TableModel[ChannelRow](
            self._columns(), sentence=lambda row: row.spoken, key=lambda row: row.code, parent=self
        )
        self.table = ListTable[ChannelRow](kit, self._model, name=say("渠道规则"), flush=True)
        self.details = Card(kit, say("渠道"), icon="scales")
        self.facts = FactsGrid(kit)
        self._build()
        self.table.on_current(lambda row: self._presenter.look_at(row.code) if row is not None else None)

    def refresh(self) -> None:
        """Read the channels again."""
        self._presenter.refresh()

    # presenter → view

    def show_channels(self, rows: Sequence[ChannelRow]) -> None:
        """Show the table; the row in hand stays."""
        if tuple(rows) == self._rows:
            return
        self._rows = tuple(rows)
        self._model.show_items(rows)
        if self.table.current() is None:
            self.table.select_first()

    def show_details(self, title: str, lines: Sequence[tuple[str, str]]) -> None:
        """Show one channel in full."""
        self.details.set_title(title)
        self.facts.show_lines(lines)

    def show_error(self, words: str) -> None:
        """Say at the top what failed; empty words hide it."""
        if words:
            self._error.tell(words, retry=self.refresh)
        else:
            self._error.clear()

    # pieces

    def _columns(self) -> tuple[Column[ChannelRow], ...]:
        say = self._kit.translator.text
        return (
            Column(say("渠道"), lambda row: Cell(row.name, row.families, is_title=True), share=1.2),
            Column(say("结果文书"), lambda row: Cell(row.paper, row.paper_by), share=1.2),
            Column(say("收费"), lambda row: row.fee, width=120, gives_way=1),
            Column(say("核实"), lambda row: Cell(row.mark, tone="warn"), width=80),
        )

    def _build(self) -> None:
        kit = self._kit
        listed = Card(kit, flush=True)
        listed.body.addWidget(self.table)
        pane = ScrollBody(kit, (0, 0, 8, 20), gap=12)
        self.details.body.addWidget(self.facts)
        pane.body.addWidget(self.details)
        pane.body.addStretch(1)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(listed)
        splitter.addWidget(pane)
        splitter.setStretchFactor(0, 1)
        kit.style.least(listed, width=380)
        kit.style.least(pane, width=320)
        splitter.setSizes([kit.style.px(700), kit.style.px(_PANE)])
        column = QVBoxLayout(self)
        kit.style.lay(column, (0, 4, 0, 16), gap=10)
        column.addWidget(self._error)
        column.addWidget(splitter, 1)
