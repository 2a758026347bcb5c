"""调解员: the roster under the four ways a centre is staffed."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.domain.people.staff import StaffMember
from app.presenters.desk import Desk
from app.presenters.navigation import Navigator
from app.presenters.rosters.entry_presenter import EntryPresenter
from app.presenters.rosters.staff import StaffPresenter, StaffRow
from app.ui.kit import Kit
from app.ui.screens.rosters.entry_dialog import EntryDialog
from app.ui.screens.rosters.search_box import SearchBox
from app.ui.shell.headers import PageHeader
from app.ui.shell.pages import bind
from app.ui.widgets.buttons import Button
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.notices import EmptyState, ErrorStrip
from app.ui.widgets.switches import ViewTabs
from app.ui.widgets.tables import Cell, Column, ListTable, TableModel


class StaffScreen(QWidget):
    """The roster as widgets; every decision is :class:`StaffPresenter`'s."""

    def __init__(self, kit: Kit, desk: Desk, navigator: Navigator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self._say = kit.translator.text
        say = self._kit.translator.text
        self._header = PageHeader(kit, say("调解员"))
        self._error = ErrorStrip(kit)
        self.tabs = ViewTabs(kit, name=say("在任与离任"))
        self.search = SearchBox(kit, say("姓名、首字母、语言或专长"))
        self.add = Button(kit, say("新增"), icon="plus", keys="Ctrl+N")
        self.clear_lock = Button(kit, say("清除锁屏密码"), icon="lock")
        self.clear_lock.setVisible(False)
        self._model = TableModel[StaffRow](
            self._columns(),
            sentence=lambda row: row.spoken,
            key=lambda row: row.id,
            band=lambda row: row.band,
            parent=self,
        )
        self.table = ListTable[StaffRow](kit, self._model, name=say("调解员名册"), flush=True)
        self._empty = EmptyState(kit, "", icon="users")
        self._stack = QStackedWidget()
        self._presenter = StaffPresenter(desk, navigator, self)
        self._build()
        self._connect()
        self._presenter.refresh()

    # shell → screen

    def page_shown(self) -> None:
        """Take the stage: fresh rows, the cursor in the roster."""
        self._presenter.refresh()
        self._to_table()

    def page_left(self) -> None:
        """Give way; forms keep their own drafts."""

    # presenter → view

    def show_facts(self, words: str) -> None:
        """Show the line beside the title."""
        self._header.set_facts(words)

    def show_tabs(self, tabs: Sequence[tuple[str, str, str]]) -> None:
        """Show who is here and who left."""
        self.tabs.show_tabs(tabs)

    def show_rows(self, rows: Sequence[StaffRow]) -> None:
        """Show the roster with its headings."""
        self._model.show_items(rows)
        self._on_current(self.table.current())

    def show_empty(self, words: str, action: str) -> None:
        """Say that nobody is found; empty words hide it."""
        self._empty.say(words, action)
        self._stack.setCurrentIndex(1 if words else 0)

    def show_error(self, words: str) -> None:
        """Say at the top what failed; empty words hide it."""
        if words:
            self._error.tell(words, retry=self._presenter.refresh)
        else:
            self._error.clear()

    def open_form(self, form: EntryPresenter[StaffMember]) -> None:
        """Open the window of a member's form."""
        EntryDialog(self._kit, form, self).open()

    # pieces

    def _columns(self) -> tuple[Column[StaffRow], ...]:
        say = self._kit.translator.text
        return (
            Column(say("姓名"), lambda row: Cell(row.name, row.about, is_title=True), share=1.0),
            Column(say("岗位"), lambda row: Cell(row.roles, row.unit), share=1.5),
            Column(say("语言、专长"), lambda row: Cell(row.languages, row.specialties), share=1.5),
            Column(say("电话"), lambda row: row.phone, width=130, gives_way=2),
            Column(say("在办"), lambda row: row.load, width=96),
            Column(say("任期"), lambda row: row.term, width=170, gives_way=1),
        )

    def _build(self) -> None:
        style = self._kit.style
        column = QVBoxLayout(self)
        style.lay(column, (24, 20, 24, 20), gap=10)
        column.addWidget(self._header)
        column.addWidget(self._error)
        column.addWidget(self.tabs)
        tools = QHBoxLayout()
        style.lay(tools, gap=10)
        tools.addWidget(self.search)
        tools.addStretch(1)
        tools.addWidget(self.clear_lock)
        tools.addWidget(self.add)
        column.addLayout(tools)
        card = QFrame()
        card.setProperty("card", True)
        inside = QVBoxLayout(card)
        style.lay(inside, (1, 1, 1, 1))
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._empty)
        inside.addWidget(self._stack)
        column.addWidget(card, 1)

    def _connect(self) -> None:
        presenter = self._presenter
        self.tabs.on_chosen(presenter.choose)
        self.search.on_narrowed(presenter.search)
        self.search.on_down(self._to_table)
        self.add.clicked.connect(lambda _on=False: presenter.add())
        self.table.on_opened(self._edit)
        self.table.on_current(self._on_current)
        self.clear_lock.clicked.connect(lambda _on=False: self._ask_clearing())
        self._empty.on_action(self._clear)
        bind(self, "Ctrl+F", self._to_search)
        bind(self, "Ctrl+N", self.add.click_if_enabled)
        bind(self, "F5", presenter.refresh)

    def _edit(self, row: StaffRow) -> None:
        if isinstance(row.id, UUID):
            self._presenter.edit(row.id)

    def _on_current(self, row: StaffRow | None) -> None:
        """Offer a director to clear the password of whoever is selected and has one."""
        is_offered = row is not None and isinstance(row.id, UUID) and self._presenter.may_clear_lock(row.id)
        self.clear_lock.setVisible(is_offered)

    def _ask_clearing(self) -> None:
        row, say = self.table.current(), self._say
        if row is None or not isinstance(row.id, UUID):
            return
        member_id = row.id
        dialog = Dialog(self._kit, say("清除锁屏密码"), parent=self)
        dialog.say(say("清除后，{name}锁屏时按回车就能打开，直到本人重新设置。此事记入历史。", name=row.name))
        dialog.add_verb(say("返回"))

        def clear() -> None:
            dialog.accept()
            self._presenter.clear_lock(member_id)

        dialog.add_verb(say("清除"), clear, kind="primary", is_default=True)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _to_table(self) -> None:
        here = self.table.current()
        if here is None or here.band:
            self.table.select_first()  # before the focus: Qt would begin at the heading
        self.table.setFocus()

    def _to_search(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    def _clear(self) -> None:
        self.search.clear()
        self._presenter.search("")
        self.search.setFocus()
