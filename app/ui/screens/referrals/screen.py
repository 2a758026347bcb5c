"""对接: everything between this centre and others, by what it waits for and who answers for it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QHBoxLayout,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.presenters.desk import Desk
from app.presenters.navigation import Navigator
from app.presenters.referrals.cards import LinkCard
from app.presenters.referrals.page import TransitPresenter
from app.presenters.referrals.rows import TransitRow
from app.presenters.workspace.forms.presenter import FormPresenter
from app.ui.dialogs.form_dialog import FormDialog
from app.ui.kit import Kit
from app.ui.screens.duties.cards import deadline_of
from app.ui.screens.referrals.beside import LinkBeside
from app.ui.screens.rosters.search_box import SearchBox
from app.ui.shell.headers import PageHeader
from app.ui.shell.pages import bind
from app.ui.widgets.filters import FilterButton
from app.ui.widgets.notices import BusyBar, EmptyState, ErrorStrip
from app.ui.widgets.switches import ViewTabs
from app.ui.widgets.tables import Cell, Column, LazyTableModel, ListTable

_BESIDE, _WAITING_ROWS = 400, 6


class TransitScreen(QWidget):
    """The list as widgets; every decision is :class:`TransitPresenter`'s."""

    def __init__(self, kit: Kit, desk: Desk, navigator: Navigator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self._say = kit.translator.text
        say = self._kit.translator.text
        self._header = PageHeader(kit, say("对接"))
        self._busy, self._error = BusyBar(kit), ErrorStrip(kit)
        self.tabs = ViewTabs(kit, name=say("等什么"))
        self.search = SearchBox(kit, say("对方机关、文号、案件或责任人"))
        self.owners = FilterButton(kit, say("责任人"), [], single=True)
        self._presenter = TransitPresenter(desk, navigator, self)
        self._model = LazyTableModel[TransitRow](
            self._columns(),
            self._presenter.request,
            sentence=lambda row: row.spoken,
            key=lambda row: row.id,
            parent=self,
        )
        self.table = ListTable[TransitRow](kit, self._model, name=say("对接清单"), flush=True)
        self.beside = LinkBeside(kit, self._presenter.act, self._presenter.print)
        self._empty = EmptyState(kit, "", icon="swap")
        self._stack = QStackedWidget()
        self._build()
        self._connect()
        self._model.show_count(_WAITING_ROWS)
        self._presenter.start()

    # shell → screen

    def page_shown(self) -> None:
        """Take the stage: fresh rows, the cursor in the list."""
        self._presenter.refresh()
        self._to_table()

    def page_left(self) -> None:
        """Give way; forms keep their own drafts."""

    # presenter → view

    def show_facts(self, words: str) -> None:
        """Show the line beside the title."""
        self._header.set_facts(words)

    def show_views(self, views: Sequence[tuple[str, str, str]], chosen: str) -> None:
        """Show the tabs with their counts."""
        self.tabs.show_tabs(views)
        self.tabs.show_value(chosen)

    def show_owners(self, owners: Sequence[tuple[str, str]], chosen: str) -> None:
        """Offer who answers for something."""
        self.owners.show_options(owners)
        self.owners.show_value([chosen] if chosen else [])

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

    def show_card(self, card: LinkCard | None, title: str, facts: str) -> None:
        """Show one thing beside the list."""
        self.beside.show_card(card, title, facts)

    def show_busy(self, *, is_busy: bool) -> None:
        """Show that the list is being read."""
        if is_busy:
            self._busy.begin()
        else:
            self._busy.end()

    def show_error(self, words: str) -> None:
        """Say at the top what failed; empty words hide it."""
        if words:
            self._error.tell(words, retry=self._presenter.refresh)
        else:
            self._error.clear()

    def open_form(self, form: FormPresenter) -> None:
        """Open the window of a form."""
        dialog = FormDialog(self._kit, form, self)
        dialog.finished.connect(lambda _code: self.table.setFocus())
        dialog.open()

    # pieces

    def _columns(self) -> tuple[Column[TransitRow], ...]:
        say = self._kit.translator.text
        return (
            Column(
                say("期限"),
                lambda row: Cell(row.chip.text, chip=deadline_of(row.chip)),
                width=120,
                tip=lambda row: row.chip.detail or row.chip.text,
            ),
            Column(say("事项"), lambda row: Cell(row.what, row.kind, is_title=True), share=0.9),
            Column(say("对方"), lambda row: Cell(row.counterpart, row.number), share=1.3),
            Column(say("案件"), lambda row: Cell(row.title, row.intake), share=1.4, gives_way=1),
            Column(say("状态、责任人"), lambda row: Cell(row.state, row.owner), width=124),
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
        column.addWidget(self.tabs)
        tools = QHBoxLayout()
        style.lay(tools, gap=10)
        tools.addWidget(self.search)
        tools.addWidget(self.owners)
        tools.addStretch(1)
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
        splitter.addWidget(self.beside)
        splitter.setStretchFactor(0, 1)
        style.least(card, width=420)
        style.least(self.beside, width=320)
        splitter.setSizes([style.px(900), style.px(_BESIDE)])
        column.addWidget(splitter, 1)

    def _connect(self) -> None:
        presenter = self._presenter
        self.tabs.on_chosen(presenter.choose_view)
        self.search.on_narrowed(presenter.search)
        self.search.on_down(self._to_table)
        self.owners.on_chosen(lambda keys: presenter.choose_owner(keys[0] if keys else ""))
        self.table.on_current(presenter.look_at)
        self.table.on_opened(presenter.open_case)
        self.table.installEventFilter(self)
        self.beside.open.clicked.connect(lambda _on=False: presenter.open_looked())
        self.beside.on_back(self.table.setFocus)
        self.beside.on_copied(presenter.copied)
        self._empty.on_action(self._clear)
        self._model.dataChanged.connect(self._begin)
        bind(self, "Ctrl+F", self._to_search)
        bind(self, "F3", self._to_tabs)
        bind(self, "F5", presenter.refresh)
        bind(self, "F9", presenter.act_next)

    def _begin(self) -> None:
        """Show the first line of a new list."""
        if self.table.current() is None and self._model.item(0) is not None:
            self.table.select_first()

    def _to_table(self) -> None:
        self.table.setFocus()
        if self.table.current() is None:
            self.table.select_first()

    def _to_tabs(self) -> None:
        chosen = [button for button in self.tabs.findChildren(QAbstractButton) if button.isChecked()]
        if chosen:
            chosen[-1].setFocus()

    def _to_search(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    def _clear(self) -> None:
        self.search.clear()
        self._presenter.clear()
        self.table.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            onward = Qt.Key.Key_Left if rtl else Qt.Key.Key_Right
            if event.key() == onward and not event.modifiers() and self.beside.card is not None:
                self.beside.focus()
                return True
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.WindowActivate and self.isVisible():
            self._presenter.refresh()
        return super().event(event)
