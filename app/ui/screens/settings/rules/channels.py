"""渠道规则: the table of channels, one of them in full beside it."""

from __future__ import annotations

from collections.abc import Sequence

from app.presenters.channel_words import ChannelRow
from app.presenters.desk import Desk
from app.presenters.settings.channels.presenter import ChannelsPresenter
from app.ui.kit import Kit
from app.ui.screens.settings.rules.section import RuleSection, RuleTable
from app.ui.widgets.tables import Cell, Column


class ChannelsSection(RuleSection[ChannelRow]):
    """The section as widgets; every decision is :class:`ChannelsPresenter`'s."""

    def __init__(self, kit: Kit, desk: Desk) -> None:
        say = kit.translator.text
        told: RuleTable[ChannelRow] = RuleTable(
            say("渠道规则"), _columns(kit), spoken=lambda row: row.spoken, key=lambda row: row.code
        )
        super().__init__(kit, told, say("渠道"))
        self._presenter = ChannelsPresenter(desk, self)
        self.details.body.addWidget(self.facts)
        self.lay_out((self.details,), list_width=700, pane_width=520)
        self.table.on_current(lambda row: self._presenter.look_at(row.code) if row is not None else None)

    def refresh(self) -> None:
        """Read the channels again."""
        self._presenter.refresh()

    # presenter → view

    def show_details(self, title: str, lines: Sequence[tuple[str, str]]) -> None:
        """Show one channel in full."""
        self.fill_details(title, lines)


def _columns(kit: Kit) -> tuple[Column[ChannelRow], ...]:
    say = kit.translator.text
    return (
        Column(say("渠道"), lambda row: Cell(row.name, row.families, is_title=True), share=1.2),
        Column(say("结果文书"), lambda row: Cell(row.paper, row.paper_by), share=1.2),
        Column(say("收费"), lambda row: row.fee, width=120, gives_way=1),
        Column(say("核实"), lambda row: Cell(row.mark, tone="warn"), width=80),
    )
