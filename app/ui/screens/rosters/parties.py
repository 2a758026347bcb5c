"""当事人: the register in one table, searched while typing, with the details of one party beside it."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from app.domain.people.parties import PartyRecord
from app.presenters.desk import Desk
from app.presenters.navigation import Navigator
from app.presenters.rosters.entry_presenter import EntryPresenter
from app.presenters.rosters.parties import PartiesPresenter
from app.presenters.rosters.party_words import PartyCard, PartyRow
from app.ui.kit import Kit
from app.ui.screens.rosters.entry_dialog import EntryDialog
from app.ui.screens.rosters.party_card import PartyPane
from app.ui.screens.rosters.search_box import SearchBox
from app.ui.shell.headers import PageHeader
from app.ui.shell.pages import bind
from app.ui.widgets.buttons import Button
from app.ui.widgets.notices import BusyBar, EmptyState, ErrorStrip
from app.ui.widgets.tables import Cell, Column, LazyTableModel, ListTable

_PANE, _WAITING_ROWS = 380, 8


class PartiesScreen(QWidget):
    """The register as widgets; every decision is :class:`PartiesPresenter`'s."""

    def __init__(self, kit: Kit, desk: Desk, navigator: Navigator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self._say = kit.translator.text
        say = self._kit.translator.text
        self._is_sent_here = False
        self._header = PageHeader(kit, say("当事人"))
        self._busy, self._error = BusyBar(kit), ErrorStrip(kit)
        self.search = SearchBox(kit, say("姓名、首字母、电话或证件后几位"))
        self.add = Button(kit, say("新增"), icon="plus", keys="Ctrl+N")
        self._presenter = PartiesPresenter(desk, navigator, self)
        self._model = LazyTableModel[PartyRow](
            self._columns(),
            self._presenter.request,
            sentence=lambda row: row.spoken,
            key=lambda row: row.id,
            parent=self,
        )
        self.table = ListTable[PartyRow](kit, self._model, name=say("当事人名册"), flush=True)
        self.pane = PartyPane(kit)
        self._empty = EmptyState(kit, "", icon="idcard")
        self._stack = QStackedWidget()
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

    # presenter → view

    def show_facts(self, words: str) -> None:
        """Show the line beside the title."""
        self._header.set_facts(words)

    def show_count(self, count: int, *, is_new: bool) -> None:
        """Begin a list of so many rows."""
        if is_new:
            self._model.show_count(0)
            self.table.scrollToTop()
        self._model.show_count(count)
        self._begin()

    def show_empty(self, words: str, action: str) -> None:
        """Say that nothing is found; empty words hide it."""
        self._empty.say(words, action)
        self._stack.setCurrentIndex(1 if words else 0)

    def show_card(self, card: PartyCard | None) -> None:
        """Show the details of a party, or nobody's."""
        self.pane.show_card(card)

    def show_error(self, words: str) -> None:
        """Say at the top what failed; empty words hide it."""
        if words:
            self._error.tell(words, retry=self._presenter.refresh)
        else:
            self._error.clear()

    def show_busy(self, *, is_busy: bool) -> None:
        """Show that the list is being read."""
        if is_busy:
            self._busy.begin()
        else:
            self._busy.end()

    def open_form(self, form: EntryPresenter[PartyRecord]) -> None:
        """Open the window of a party's form."""
        EntryDialog(self._kit, form, self).open()

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
        tools = QHBoxLayout()
        style.lay(tools, gap=10)
        tools.addWidget(self.search)
        tools.addStretch(1)
        tools.addWidget(self.add)
        column.addLayout(tools)
        card = QFrame()
        card.setProperty("card", True)
        inside = QVBoxLayout(card)
        style.lay(inside, (1, 1, 1, 1))
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._empty)
        inside.addWidget(self._stack)
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
        self.search.on_narrowed(self._search)
        self.search.on_down(self._to_table)
        self.add.clicked.connect(lambda _on=False: presenter.add())
        self.table.on_current(lambda row: presenter.look_at(row.id) if row is not None else None)
        self.table.on_opened(lambda row: presenter.edit(row.id))
        self.pane.on_edit(presenter.edit)
        self.pane.on_case(presenter.open_case)
        self._empty.on_action(self._clear)
        self._model.dataChanged.connect(self._begin)
        bind(self, "Ctrl+F", self._to_search)
        bind(self, "Ctrl+N", self.add.click_if_enabled)
        bind(self, "F5", presenter.refresh)

    def _begin(self) -> None:
        """Show the first party of a new list; whoever the palette asked for stays on show."""
        if not self._is_sent_here and self.table.current() is None and self._model.item(0) is not None:
            self.table.select_first()

    def _search(self, text: str) -> None:
        self._is_sent_here = False
        self._presenter.search(text)

    def _to_table(self) -> None:
        self.table.setFocus()
        if self.table.current() is None:
            self.table.select_first()

    def _to_search(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    def _clear(self) -> None:
        self.search.clear()
        self._presenter.search("")
        self.search.setFocus()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.WindowActivate and self.isVisible():
            self._presenter.refresh()
        return super().event(event)
