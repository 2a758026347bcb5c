"""文书种类: the catalogue of papers as a table under a search, one kind in full beside it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QHBoxLayout

from app.presenters.settings.kinds.presenter import KindRow, KindsPresenter
from app.ui.kit import Kit
from app.ui.screens.rosters.search_box import SearchBox
from app.ui.screens.settings.rules.section import RuleSection, RuleTable
from app.ui.widgets.tables import Cell, Column
from app.ui.widgets.texts import Text


class KindsSection(RuleSection[KindRow]):
    """The section as widgets; every decision is :class:`KindsPresenter`'s."""

    def __init__(self, kit: Kit) -> None:
        say = kit.translator.text
        told: RuleTable[KindRow] = RuleTable(
            say("文书种类"), _columns(kit), spoken=lambda row: row.spoken, key=lambda row: row.code
        )
        super().__init__(kit, told, say("文书"))
        self.search = SearchBox(kit, say("找文书"))
        self.found = Text(kit, "", size="small", tone="text2")
        self._presenter = KindsPresenter(kit.translator, self)
        self.details.body.addWidget(self.facts)
        self.lay_out((self.details,), list_width=740, pane_width=480, head=self._head(kit))
        self.table.on_current(lambda row: self._presenter.look_at(row.code) if row is not None else None)
        self.search.on_narrowed(self._presenter.search)
        self.search.on_down(self.table.setFocus)

    def refresh(self) -> None:
        """Show the catalogue; what is typed into the search stays."""
        self._presenter.refresh()

    def to_search(self) -> None:
        """Go to the search; what is typed there is marked."""
        self.search.setFocus()
        self.search.selectAll()

    # presenter → view

    def show_details(self, title: str, lines: Sequence[tuple[str, str]]) -> None:
        """Show one kind in full."""
        self.fill_details(title, lines)

    def show_found(self, words: str) -> None:
        """Say how many kinds are listed."""
        self.found.setText(words)

    # pieces

    def _head(self, kit: Kit) -> QFrame:
        head = QFrame()
        row = QHBoxLayout(head)
        kit.style.lay(row, (12, 12, 12, 8), gap=12)
        row.addWidget(self.search)
        row.addWidget(self.found)
        row.addStretch(1)
        return head


def _columns(kit: Kit) -> tuple[Column[KindRow], ...]:
    say = kit.translator.text
    return (
        Column(say("文书"), lambda row: Cell(row.name, row.when, is_title=True), share=1.4),
        Column(say("谁签"), lambda row: row.hands, share=1, gives_way=1),
        Column(say("份数"), lambda row: row.copies, share=0.8, gives_way=2),
    )
