"""时限规则: the table of rules, one of them in full, an example, and the form of a local one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt

from app.domain.values.days.calendar_days import parse_day
from app.presenters.desk import Desk
from app.presenters.navigation import Navigator
from app.presenters.settings.deadline_rules import RulesPresenter
from app.presenters.settings.previewing import PreviewView
from app.presenters.settings.rule_words import RuleRow
from app.ui.kit import Kit
from app.ui.screens.settings.preview_card import PreviewCard
from app.ui.screens.settings.rules.section import RuleSection, RuleTable
from app.ui.widgets.cards import Card
from app.ui.widgets.fields import DayField, FieldBox
from app.ui.widgets.tables import Cell, Column
from app.ui.widgets.texts import Text


class RulesSection(RuleSection[RuleRow]):
    """The section as widgets; every decision is :class:`RulesPresenter`'s."""

    def __init__(self, kit: Kit, desk: Desk, navigator: Navigator) -> None:
        say = kit.translator.text
        told: RuleTable[RuleRow] = RuleTable(
            say("时限规则"), _columns(kit), spoken=lambda row: row.spoken, key=lambda row: row.id
        )
        super().__init__(kit, told, say("规则"))
        self._presenter = RulesPresenter(desk, navigator, self)
        self.day = DayField(kit, lambda typed: parse_day(typed, self._presenter.today))
        self.day.show_value(self._presenter.typed_day)
        self.example = Text(kit, "", wrap=True)
        self.example.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.form_card = PreviewCard(
            kit,
            say("本地设置"),
            "sliders",
            press=self._presenter.press,
            typed=self._presenter.typed,
            opened=lambda line: navigator.open_case(line.case_id),
        )
        self.details.body.addWidget(self.facts)
        worked = Card(kit, say("举例"), icon="calendar")
        worked.body.addWidget(FieldBox(kit, say("起算之日"), self.day, hint=say("换一天，马上重算")))
        worked.body.addWidget(self.example)
        self.lay_out((self.details, worked, self.form_card), list_width=760, pane_width=460)
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

    def show_details(self, title: str, lines: Sequence[tuple[str, str]], *, is_local: bool) -> None:
        """Show one rule."""
        self.fill_details(title, lines)
        self.form_card.setVisible(is_local)

    def show_example(self, words: str, *, is_wrong: bool) -> None:
        """Show the rule worked out."""
        self.example.setText(words)
        self.example.set_tone("err" if is_wrong else "text")


def _columns(kit: Kit) -> tuple[Column[RuleRow], ...]:
    say = kit.translator.text
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
