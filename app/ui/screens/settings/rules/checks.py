"""检查规则: the table of rules, one of them in full with its level, and the organisation's own phrases."""

from __future__ import annotations

from collections.abc import Sequence

from app.domain.settlements.check.book import CheckBook, CheckLevel
from app.presenters.desk import Desk
from app.presenters.navigation import Navigator
from app.presenters.rosters.entry_presenter import EntryPresenter
from app.presenters.settings.checks.presenter import CheckRuleRow, ChecksPresenter
from app.ui.kit import Kit
from app.ui.screens.settings.entry_card import EntryCard
from app.ui.screens.settings.rules.section import RuleSection, RuleTable
from app.ui.widgets.switches import Segmented
from app.ui.widgets.tables import Cell, Column
from app.ui.widgets.texts import Text


class ChecksSection(RuleSection[CheckRuleRow]):
    """The section as widgets; every decision is :class:`ChecksPresenter`'s."""

    def __init__(self, kit: Kit, desk: Desk, navigator: Navigator) -> None:
        say = kit.translator.text
        told: RuleTable[CheckRuleRow] = RuleTable(
            say("检查规则"), _columns(kit), spoken=lambda row: row.spoken, key=lambda row: row.id
        )
        super().__init__(kit, told, say("规则"))
        self._presenter = ChecksPresenter(desk, navigator, self)
        levels = [(level.value, say(level.term)) for level in CheckLevel]
        self.level = Segmented(kit, levels, name=say("本单位的级别"))
        self.fixed = Text(kit, "", size="small", tone="text2", wrap=True)
        self.phrases = EntryCard(kit, say("本单位的用词"), "sliders")
        for piece in (self.level, self.fixed, self.facts):
            self.details.body.addWidget(piece)
        self.lay_out((self.details, self.phrases), list_width=740, pane_width=480)
        self.table.on_current(lambda row: self._presenter.look_at(row.id) if row is not None else None)
        self.level.on_chosen(self._presenter.choose_level)

    def refresh(self) -> None:
        """Read the rules again."""
        self._presenter.refresh()

    # presenter → view

    def show_details(self, title: str, lines: Sequence[tuple[str, str]]) -> None:
        """Show one rule in full."""
        self.fill_details(title, lines)

    def show_level(self, level: str, why_not: str) -> None:
        """Offer the levels with the one in force."""
        self.level.show_value(level)
        self.level.setVisible(not why_not)
        self.fixed.setText(why_not)
        self.fixed.setVisible(bool(why_not))

    def show_form(self, form: EntryPresenter[CheckBook]) -> None:
        """Show the form of the organisation's own phrases."""
        self.phrases.put(self._kit, form)


def _columns(kit: Kit) -> tuple[Column[CheckRuleRow], ...]:
    say = kit.translator.text
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
