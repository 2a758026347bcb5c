"""当事人: the register in one table, searched while typing, with the details of one party beside it."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from app.domain.people.parties import PartyRecord
from app.presenters.desk import Desk
from app.presenters.navigation import Navigator
from app.presenters.rosters.entry_presenter import EntryPresenter
from app.presenters.rosters.merging import MergePresenter
from app.presenters.rosters.parties import PartiesPresenter
from app.presenters.rosters.party_words import PartyCard, PartyRow
from app.ui.kit import Kit
from app.ui.screens.rosters.entry_dialog import EntryDialog
from app.ui.screens.rosters.merge_dialog import MergeDialog
from app.ui.screens.rosters.party_card import PartyPane
from app.ui.screens.rosters.register import RegisterScreen
from app.ui.widgets.notices import BusyBar
from app.ui.widgets.tables import Cell, Column, LazyTableModel, ListTable

_PANE, _WAITING_ROWS = 380, 8


class PartiesScreen(RegisterScreen):
    """The register as widgets; every decision is :class:`PartiesPresenter`'s."""

    def __init__(self, kit: Kit, desk: Desk, navigator: Navigator, parent: QWidget | None = None) -> None:
        say = kit.translator.text
        searched_by = say("姓名、首字母、电话或证件后几位")
        super().__init__(kit, say("当事人"), searched_by=searched_by, icon="idcard", parent=parent)
        self._is_sent_here = False
        self._busy = BusyBar(kit)
        self._presenter = PartiesPresenter(desk, navigator, self)
        self._model = LazyTableModel[PartyRow](
            self._columns(),
            self._presenter.request,
            sentence=lambda row: row.spoken,
            key=lambda row: row.id,
            parent=self,
        )
        self.table = ListTable[PartyRow](kit, self._model, name=say("当事人名册"), flush=True)
        self.pane = PartyPane(kit, self._presenter)
        self._build()
        self._connect()
        self._model.show_count(_WAITING_ROWS)
        self._presenter.start()

    # shell → screen

    def page_shown(self) -> None:
        """Take the stage: fresh rows, the cursor in the search."""
        self._presenter.refresh()
        self.search.setFocus()

    def page_left(self) -> None:
        """Give way; forms keep their own drafts."""

    def open_party(self, record_id: UUID) -> None:
        """Show one party, as the palette asks."""
        self._is_sent_here = True
        self.table.clearSelection()
        self._presenter.look_at(record_id)

    def merge(self, record_id: UUID, other_id: UUID) -> None:
        """Ask whether two entries are one, as their card does."""
        self._presenter.merge(record_id, other_id)

    # presenter → view

    def show_count(self, count: int, *, is_new: bool) -> None:
        """Begin a list of so many rows."""
        if is_new:
            self._model.show_count(0)
            self.table.scrollToTop()
        self._model.show_count(count)
        self._begin()

    def show_card(self, card: PartyCard | None) -> None:
        """Show the details of a party, or nobody's."""
        self.pane.show_card(card)

    def show_busy(self, *, is_busy: bool) -> None:
        """Show that the list is being read."""
        if is_busy:
            self._busy.begin()
        else:
            self._busy.end()

    def open_form(self, form: EntryPresenter[PartyRecord]) -> None:
        """Open the window of a party's form."""
        EntryDialog(self._kit, form, self).open()

    def open_merging(self, merging: MergePresenter) -> None:
        """Open the window that merges two entries."""
        MergeDialog(self._kit, merging, self).open()

    # pieces

    def _columns(self) -> tuple[Column[PartyRow], ...]:
        say = self._kit.translator.text
        return (
            Column(say("姓名"), lambda row: Cell(row.name, row.about, is_title=True), share=1.4),
            Column(say("证件号"), lambda row: Cell(row.identity or say("未填")), width=190, gives_way=2),
            Column(say("电话"), lambda row: Cell(row.phone or say("未填")), width=140, gives_way=1),
            Column(say("案件"), lambda row: Cell(row.cases, is_bold=row.has_open), width=150),
        )

    def _build(self) -> None:
        style = self._kit.style
        column = QVBoxLayout(self)
        style.lay(column, (24, 20, 24, 20), gap=10)
        head = QVBoxLayout()
        style.lay(head)
        head.addWidget(self._header)
        head.addWidget(self._busy)
        column.addLayout(head)
        column.addWidget(self._error)
        column.addWidget(self._tools())
        card = self._list_card(self.table)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(card)
        splitter.addWidget(self.pane)
        splitter.setStretchFactor(0, 1)
        style.least(card, width=380)
        style.least(self.pane, width=320)
        splitter.setSizes([style.px(900), style.px(_PANE)])
        column.addWidget(splitter, 1)

    def _connect(self) -> None:
        presenter = self._presenter
        self._wire(presenter, self._to_table)
        self.table.on_current(lambda row: presenter.look_at(row.id) if row is not None else None)
        self.table.on_opened(lambda row: presenter.edit(row.id))
        self._model.dataChanged.connect(self._begin)

    def _begin(self) -> None:
        """Show the first party of a new list; whoever the palette asked for stays on show."""
        if not self._is_sent_here and self.table.current() is None and self._model.item(0) is not None:
            self.table.select_first()

    def _search(self, text: str) -> None:
        self._is_sent_here = False
        super()._search(text)

    def _to_table(self) -> None:
        self.table.setFocus()
        if self.table.current() is None:
            self.table.select_first()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.WindowActivate and self.isVisible():
            self._presenter.refresh()
        return super().event(event)
