"""编号: patterns with what they give, and the numbers taken."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.presenters.desk import Desk
from app.presenters.navigation import Navigator
from app.presenters.rosters.entry_presenter import EntryPresenter
from app.presenters.settings.numbering import Numbering, NumberingPresenter, NumberLine
from app.ui.kit import Kit
from app.ui.screens.settings.entry_card import EntryCard
from app.ui.shell.headers import ScrollBody
from app.ui.widgets.cards import Card
from app.ui.widgets.notices import ErrorStrip
from app.ui.widgets.switches import Segmented
from app.ui.widgets.tables import Cell, Column, ListTable, TableModel
from app.ui.widgets.texts import Text


class NumberingSection(QWidget):
    """The section as widgets; every decision is :class:`NumberingPresenter`'s."""

    def __init__(self, kit: Kit, desk: Desk, navigator: Navigator) -> None:
        super().__init__()
        self._kit = kit
        self._say = kit.translator.text
        self._offered: list[tuple[str, str]] = []
        self._presenter = NumberingPresenter(desk, navigator, self)
        self._error = ErrorStrip(kit)
        say = self._kit.translator.text
        self._patterns = EntryCard(kit, say("编号格式"), "doc")
        rule = say("可用 {year} 年份、{org} 编号简称、{seq} 序号；{seq:03} 补零到三位，满了自然加长。")
        self._patterns.body.addWidget(Text(kit, rule, size="small", tone="text2", wrap=True))
        self._patterns.on_values(self._presenter.typed)
        self._series = Segmented(kit, [], name=say("看哪种编号"))
        self._told = Text(kit, "", size="small", tone="text2", wrap=True)
        self._model = TableModel[NumberLine](
            self._columns(), sentence=lambda line: line.spoken, key=lambda line: line.text, parent=self
        )
        self._table = ListTable[NumberLine](kit, self._model, name=say("已用的编号"), flush=True)
        kit.style.least(self._table, height=260)
        self._build()
        self._series.on_chosen(self._presenter.look_at)

    def refresh(self) -> None:
        """Read patterns and numbers again."""
        self._presenter.refresh()

    # presenter → view

    def show_form(self, form: EntryPresenter[Numbering]) -> None:
        """Show the fields of the patterns."""
        self._patterns.put(self._kit, form)

    def show_examples(self, hints: Mapping[str, str]) -> None:
        """Show below each pattern what it gives."""
        self._patterns.show_hints(hints)

    def show_series(self, series: Sequence[tuple[str, str]]) -> None:
        """Offer the series whose numbers can be looked at."""
        if list(series) != self._offered:
            self._offered = list(series)
            self._series.show_choices(series)

    def show_numbers(self, words: str, lines: Sequence[NumberLine]) -> None:
        """Show the numbers of a series, the latest first."""
        self._told.setText(words)
        self._model.show_items(lines)
        self._table.setVisible(bool(lines))

    def show_error(self, words: str) -> None:
        """Say at the top what failed; empty words hide it."""
        if words:
            self._error.tell(words, retry=self.refresh)
        else:
            self._error.clear()

    # pieces

    def _columns(self) -> tuple[Column[NumberLine], ...]:
        say = self._kit.translator.text
        return (
            Column(say("编号"), lambda line: Cell(line.text, is_title=True), share=1.2),
            Column(say("取号时间"), lambda line: line.taken, width=170),
            Column(
                say("状态"),
                lambda line: Cell(line.state, tone="err" if line.is_voided else "text"),
                share=1.4,
            ),
        )

    def _build(self) -> None:
        page = ScrollBody(self._kit, (0, 4, 8, 20), gap=16)
        taken = Card(self._kit, self._say("已用的编号"))
        taken.add_action(self._series)
        taken.body.addWidget(self._told)
        taken.body.addWidget(self._table)
        for widget in (self._error, self._patterns, taken):
            page.body.addWidget(widget)
        page.body.addStretch(1)
        column = QVBoxLayout(self)
        self._kit.style.lay(column)
        column.addWidget(page)
