"""调解员: the roster under the four ways a centre is staffed."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.people.staff import StaffMember
from app.presenters.desk import Desk
from app.presenters.navigation import Navigator
from app.presenters.rosters.entry_presenter import EntryPresenter
from app.presenters.rosters.staff import StaffPresenter, StaffRow
from app.ui.kit import Kit
from app.ui.screens.rosters.duty_week import DutyWeek
from app.ui.screens.rosters.entry_dialog import EntryDialog
from app.ui.screens.rosters.register import RegisterScreen
from app.ui.widgets.buttons import Button
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.switches import ViewTabs
from app.ui.widgets.tables import Cell, Column, ListTable, TableModel

WEEK = "week"
"""The tab beside 在任 and 已离任: who is on duty."""


class StaffScreen(RegisterScreen):
    """The roster as widgets; every decision is :class:`StaffPresenter`'s."""

    def __init__(self, kit: Kit, desk: Desk, navigator: Navigator, parent: QWidget | None = None) -> None:
        say = kit.translator.text
        super().__init__(
            kit, say("调解员"), searched_by=say("姓名、首字母、语言或专长"), icon="users", parent=parent
        )
        self.tabs = ViewTabs(kit, name=say("在任与离任"))
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
        self.week = DutyWeek(kit, desk, navigator)
        self._tool_row = self._tools(self.clear_lock)
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

    def show_tabs(self, tabs: Sequence[tuple[str, str, str]]) -> None:
        """Show who is here, who left, and the week of the roster."""
        self.tabs.show_tabs([*tabs, (WEEK, self._kit.translator.text("排班"), "")])

    def show_rows(self, rows: Sequence[StaffRow]) -> None:
        """Show the roster with its headings."""
        self._model.show_items(rows)
        self._on_current(self.table.current())

    def open_form(self, form: EntryPresenter[StaffMember]) -> None:
        """Open the window of a member's form."""
        EntryDialog(self._kit, form, self).open()

    # pieces

    def _columns(self) -> tuple[Column[StaffRow], ...]:
        say = self._kit.translator.text
        return (
            Column(say("姓名"), lambda row: Cell(row.name, row.about, is_title=True), share=1.2),
            Column(say("岗位"), lambda row: Cell(row.roles, row.unit), share=1.5),
            Column(say("语言、专长"), lambda row: Cell(row.languages, row.specialties), share=1.5),
            Column(say("电话"), lambda row: row.phone, width=130, gives_way=2),
            Column(say("在办、今天"), lambda row: Cell(row.load, row.today), width=112),
            Column(say("任期"), lambda row: row.term, width=170, gives_way=1),
        )

    def _build(self) -> None:
        style = self._kit.style
        column = QVBoxLayout(self)
        style.lay(column, (24, 20, 24, 20), gap=10)
        column.addWidget(self._header)
        column.addWidget(self._error)
        column.addWidget(self.tabs)
        column.addWidget(self._tool_row)
        column.addWidget(self._list_card(self.table), 1)
        self._stack.addWidget(self.week)

    def _connect(self) -> None:
        self._wire(self._presenter, self._to_table)
        self.tabs.on_chosen(self._choose)
        self.table.on_opened(self._edit)
        self.table.on_current(self._on_current)
        self.clear_lock.clicked.connect(lambda _on=False: self._ask_clearing())

    def _choose(self, tab: str) -> None:
        """Turn to the week of the roster, or to the people of a tab."""
        self._tool_row.setVisible(tab != WEEK)
        if tab == WEEK:
            self._stack.setCurrentWidget(self.week)
            self.week.refresh()
        else:
            self._stack.setCurrentIndex(0)
            self._presenter.choose(tab)

    def _edit(self, row: StaffRow) -> None:
        if isinstance(row.id, UUID):
            self._presenter.edit(row.id)

    def _on_current(self, row: StaffRow | None) -> None:
        """Offer a director to clear the password of whoever is selected and has one."""
        is_offered = row is not None and isinstance(row.id, UUID) and self._presenter.may_clear_lock(row.id)
        self.clear_lock.setVisible(is_offered)

    def _ask_clearing(self) -> None:
        row, say = self.table.current(), self._kit.translator.text
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
        if self.tabs.value() == WEEK:
            self.week.table.setFocus()
            return
        here = self.table.current()
        if here is None or here.band:
            self.table.select_first()  # before the focus: Qt would begin at the heading
        self.table.setFocus()
