"""时限规则: the table of rules, one of them in full, an example, and the form of a local one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from app.domain.values.days.calendar_days import parse_day
from app.presenters.desk import Desk
from app.presenters.navigation import Navigator
from app.presenters.settings.deadline_rules import RulesPresenter
from app.presenters.settings.previewing import PreviewView
from app.presenters.settings.rule_words import RuleRow
from app.ui.kit import Kit
from app.ui.screens.settings.facts_grid import FactsGrid
from app.ui.screens.settings.preview_card import PreviewCard
from app.ui.shell.headers import ScrollBody
from app.ui.widgets.cards import Card
from app.ui.widgets.fields import DayField, FieldBox
from app.ui.widgets.notices import ErrorStrip
from app.ui.widgets.tables import Cell, Column, ListTable, TableModel
from app.ui.widgets.texts import Text

_PANE = 460


class RulesSection(QWidget):
    """The section as widgets; every decision is :class:`RulesPresenter`'s."""

    def __init__(self, kit: Kit, desk: Desk, navigator: Navigator) -> None:
        super().__init__()
        say = kit.translator.text
        self._kit = kit
        self._presenter = RulesPresenter(desk, navigator, self)
        self._error = ErrorStrip(kit)
        self._rows: tuple[RuleRow, ...] = ()
        self._model = TableModel[RuleRow](
            self._columns(), sentence=lambda row: row.spoken, key=lambda row: row.id, parent=self
        )
        self.table = ListTable[RuleRow](kit, self._model, name=say("时限规则"), flush=True)
        self._details = Card(kit, say("规则"), icon="scales")
        self._facts = FactsGrid(kit)
        self.day = DayField(kit, lambda typed: parse_day(typed, self._presenter.today))
        self.day.show_value(self._presenter.typed_day)
        self.example = Text(kit, "", wrap=True)
        self.form_card = PreviewCard(
            kit,
            say("本地设置"),
            "sliders",
            press=self._presenter.press,
            typed=self._presenter.typed,
            opened=lambda line: navigator.open_case(line.case_id),
        )
        self._build()
        self.table.on_current(lambda row: self._presenter.look_at(row.id) if row is not None else None)
        self.day.on_typed(self._presenter.type_day)

    @property
    def card(self) -> PreviewView:
        """The card with the form of a local rule."""
        return self.form_card

    def refresh(self) -> None:
        """Read the rules again."""
        self._presenter.refresh()

    # presenter → view

    def show_rules(self, rows: Sequence[RuleRow]) -> None:
        """Show the table; the row in hand stays."""
        if tuple(rows) == self._rows:
            return
        self._rows = tuple(rows)
        self._model.show_items(rows)
        if self.table.current() is None:
            self.table.select_first()

    def show_details(self, title: str, lines: Sequence[tuple[str, str]], *, is_local: bool) -> None:
        """Show one rule."""
        self._details.set_title(title)
        self._facts.show_lines(lines)
        self.form_card.setVisible(is_local)

    def show_example(self, words: str, *, is_wrong: bool) -> None:
        """Show the rule worked out."""
        self.example.setText(words)
        self.example.set_tone("err" if is_wrong else "text")

    def show_error(self, words: str) -> None:
        """Say at the top what failed; empty words hide it."""
        if words:
            self._error.tell(words, retry=self.refresh)
        else:
            self._error.clear()

    # pieces

    def _columns(self) -> tuple[Column[RuleRow], ...]:
        say = self._kit.translator.text
        return (
            Column(say("编号"), lambda row: row.id, width=76),
            Column(say("限什么"), lambda row: Cell(row.what, row.name, is_title=True), share=1.3),
            Column(say("多长"), lambda row: Cell(row.period, is_bold=True), width=120),
            Column(say("从何时起"), lambda row: row.start, share=1.2, gives_way=1),
            Column(
                say("核实"),
                lambda row: Cell(row.mark, tone="warn" if row.is_unverified else "text2"),
                width=110,
                tip=lambda row: row.source,
            ),
        )

    def _build(self) -> None:
        kit, say = self._kit, self._kit.translator.text
        listed = Card(kit, flush=True)
        listed.body.addWidget(self.table)
        pane = ScrollBody(kit, (0, 0, 8, 20), gap=12)
        self._details.body.addWidget(self._facts)
        worked = Card(kit, say("举例"), icon="calendar")
        worked.body.addWidget(FieldBox(kit, say("起算之日"), self.day, hint=say("换一天，马上重算")))
        self.example.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        worked.body.addWidget(self.example)
        for card in (self._details, worked, self.form_card):
            pane.body.addWidget(card)
        pane.body.addStretch(1)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(listed)
        splitter.addWidget(pane)
        splitter.setStretchFactor(0, 1)
        kit.style.least(listed, width=380)
        kit.style.least(pane, width=320)
        splitter.setSizes([kit.style.px(760), kit.style.px(_PANE)])
        column = QVBoxLayout(self)
        kit.style.lay(column, (0, 4, 0, 16), gap=10)
        column.addWidget(self._error)
        column.addWidget(splitter, 1)
