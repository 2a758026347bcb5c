"""检查规则: the table of rules, one of them in full with its level, and the organisation's own phrases."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from app.domain.settlements.check.book import CheckBook, CheckLevel
from app.presenters.desk import Desk
from app.presenters.navigation import Navigator
from app.presenters.rosters.entry_presenter import EntryPresenter
from app.presenters.settings.checks.presenter import CheckRuleRow, ChecksPresenter
from app.ui.kit import Kit
from app.ui.screens.settings.entry_card import EntryCard
from app.ui.screens.settings.facts_grid import FactsGrid
from app.ui.shell.headers import ScrollBody
from app.ui.widgets.cards import Card
from app.ui.widgets.notices import ErrorStrip
from app.ui.widgets.switches import Segmented
from app.ui.widgets.tables import Cell, Column, ListTable, TableModel
from app.ui.widgets.texts import Text

_PANE = 480


class ChecksSection(QWidget):
    """The section as widgets; every decision is :class:`ChecksPresenter`'s."""

    def __init__(self, kit: Kit, desk: Desk, navigator: Navigator) -> None:
        super().__init__()
        say = kit.translator.text
        self._kit = kit
        self._presenter = ChecksPresenter(desk, navigator, self)
        self._error = ErrorStrip(kit)
        self._rows: tuple[CheckRuleRow, ...] = ()
        self._model = TableModel[CheckRuleRow](
            self._columns(), sentence=lambda row: row.spoken, key=lambda row: row.id, parent=self
        )
        self.table = ListTable[CheckRuleRow](kit, self._model, name=say("检查规则"), flush=True)
        self.details = Card(kit, say("规则"), icon="scales")
        self.facts = FactsGrid(kit)
        levels = [(level.value, say(level.term)) for level in CheckLevel]
        self.level = Segmented(kit, levels, name=say("本单位的级别"))
        self.fixed = Text(kit, "", size="small", tone="text2", wrap=True)
        self.phrases = EntryCard(kit, say("本单位的用词"), "sliders")
        self._build()
        self.table.on_current(lambda row: self._presenter.look_at(row.id) if row is not None else None)
        self.level.on_chosen(self._presenter.choose_level)

    def refresh(self) -> None:
        """Read the rules again."""
        self._presenter.refresh()

    # presenter → view

    def show_rules(self, rows: Sequence[CheckRuleRow]) -> None:
        """Show the table; the row in hand stays."""
        if tuple(rows) == self._rows:
            return
        self._rows = tuple(rows)
        self._model.show_items(rows)
        if self.table.current() is None:
            self.table.select_first()

    def show_details(self, title: str, lines: Sequence[tuple[str, str]]) -> None:
        """Show one rule in full."""
        self.details.set_title(title)
        self.facts.show_lines(lines)

    def show_level(self, level: str, why_not: str) -> None:
        """Offer the levels with the one in force."""
        self.level.show_value(level)
        self.level.setVisible(not why_not)
        self.fixed.setText(why_not)
        self.fixed.setVisible(bool(why_not))

    def show_form(self, form: EntryPresenter[CheckBook]) -> None:
        """Show the form of the organisation's own phrases."""
        self.phrases.put(self._kit, form)

    def show_error(self, words: str) -> None:
        """Say at the top what failed; empty words hide it."""
        if words:
            self._error.tell(words, retry=self.refresh)
        else:
            self._error.clear()

    # pieces

    def _columns(self) -> tuple[Column[CheckRuleRow], ...]:
        say = self._kit.translator.text
        return (
            Column(say("查什么"), lambda row: Cell(row.asks, row.group, is_title=True), share=2),
            Column(
                say("级别"),
                lambda row: Cell(
                    row.level,
                    say("本单位设置") if row.is_own else "",
                    tone="err" if row.is_must else "text",
                ),
                width=110,
            ),
            Column(say("依据"), lambda row: row.article, share=1, gives_way=1),
        )

    def _build(self) -> None:
        kit = self._kit
        listed = Card(kit, flush=True)
        listed.body.addWidget(self.table)
        pane = ScrollBody(kit, (0, 0, 8, 20), gap=12)
        self.details.body.addWidget(self.level)
        self.details.body.addWidget(self.fixed)
        self.details.body.addWidget(self.facts)
        for card in (self.details, self.phrases):
            pane.body.addWidget(card)
        pane.body.addStretch(1)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(listed)
        splitter.addWidget(pane)
        splitter.setStretchFactor(0, 1)
        kit.style.least(listed, width=380)
        kit.style.least(pane, width=320)
        splitter.setSizes([kit.style.px(740), kit.style.px(_PANE)])
        column = QVBoxLayout(self)
        kit.style.lay(column, (0, 4, 0, 16), gap=10)
        column.addWidget(self._error)
        column.addWidget(splitter, 1)
