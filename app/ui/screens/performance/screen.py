"""履行回访: the weeks ahead, the list of what waits, and beside it the plan of the case in hand."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.domain.settlements.performance.due_lines import DueView
from app.presenters.desk import Desk
from app.presenters.navigation import Navigator
from app.presenters.performance.board import ALL, MINE, PerformancePresenter
from app.presenters.performance.rows import WaitingRow, WeekCell
from app.presenters.workspace.forms.presenter import FormPresenter
from app.presenters.workspace.performance.cards import PlanCard
from app.ui.dialogs.form_dialog import FormDialog
from app.ui.kit import Kit
from app.ui.screens.cases.table import deadline_of
from app.ui.screens.performance.beside import PlanBeside
from app.ui.screens.performance.weeks import WeekStrip
from app.ui.shell.headers import PageHeader
from app.ui.shell.pages import bind
from app.ui.widgets.notices import BusyBar, EmptyState, ErrorStrip
from app.ui.widgets.switches import Segmented, ViewTabs
from app.ui.widgets.tables import Cell, Column, ListTable, TableModel

_ROOM_FOR_PLAN = 1120
_PLAN = 392


class PerformanceScreen(QWidget):
    """The page as widgets; every decision is :class:`PerformancePresenter`'s."""

    def __init__(self, kit: Kit, desk: Desk, navigator: Navigator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self._say = kit.translator.text
        say = self._kit.translator.text
        self._view = DueView.DUE
        self._header = PageHeader(kit, say("履行回访"))
        self._busy, self._error = BusyBar(kit), ErrorStrip(kit)
        self.tabs = ViewTabs(kit, name=say("履行回访"))
        self.whose = Segmented(kit, [(ALL, say("全部")), (MINE, say("我承办"))], name=say("看谁的案件"))
        self.weeks = WeekStrip(kit)
        self._model = TableModel[WaitingRow](
            columns_of(kit, DueView.DUE),
            sentence=lambda row: row.spoken,
            key=lambda row: row.key,
            parent=self,
        )
        self.table = ListTable[WaitingRow](kit, self._model, name=say("待办"), flush=True)
        self._empty = EmptyState(kit, "", icon="revisit")
        self._stack = QStackedWidget()
        self._presenter = PerformancePresenter(desk, navigator, self)
        self.beside = PlanBeside(kit, self._presenter.press)
        self._build()
        self._connect()
        self.whose.show_value(ALL)
        self._presenter.start()

    # shell → screen

    def page_shown(self) -> None:
        """Take the stage: fresh rows, the cursor in the list."""
        self._presenter.refresh()
        if self.table.current() is None:
            self.table.select_first()
        self.table.setFocus()

    def page_left(self) -> None:
        """Give way; forms keep their own drafts."""

    # user → presenter

    def choose(self, tab: str) -> None:
        """Show a tab by its key."""
        self.tabs.show_value(tab)
        self._presenter.choose_view(tab)

    # presenter → view

    def show_facts(self, words: str) -> None:
        """Show the line beside the title."""
        self._header.set_facts(words)

    def show_tabs(self, tabs: Sequence[tuple[str, str, str]], chosen: str) -> None:
        """Show the tabs with their counts."""
        self.tabs.show_tabs(tabs)
        self.tabs.show_value(chosen)

    def show_weeks(self, weeks: Sequence[WeekCell], chosen: str) -> None:
        """Show the weeks ahead."""
        self.weeks.show_weeks(weeks, chosen)

    def show_rows(self, rows: Sequence[WaitingRow], view: DueView) -> None:
        """Show the list; the row in hand stays, a new tab starts at its top."""
        is_new = view is not self._view
        if is_new:
            self._view = view
            self._model.show_columns(columns_of(self._kit, view))
        had = self.table.current()
        self._model.show_items(rows)
        if is_new or had is None or self.table.current() is None:
            self.table.select_first()

    def show_empty(self, words: str, action: str) -> None:
        """Say that nothing waits; empty words hide it."""
        self._empty.say(words, action)
        self._stack.setCurrentIndex(1 if words else 0)

    def show_busy(self, *, is_busy: bool) -> None:
        """Show that the page is being read."""
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

    def show_case(self, title: str, facts: str) -> None:
        """Name the case whose plan is beside the list; without one there is no plan."""
        self.beside.show_case(title, facts)

    def show_cards(self, cards: Sequence[PlanCard]) -> None:
        """Show the plan beside the list."""
        self.beside.show_cards(cards)

    def open_form(self, form: FormPresenter) -> None:
        """Open the window of a form; the cursor comes back to the list."""
        dialog = FormDialog(self._kit, form, self)
        dialog.finished.connect(lambda _code: self.table.setFocus())
        dialog.open()

    # pieces

    def _build(self) -> None:
        style = self._kit.style
        column = QVBoxLayout(self)
        style.lay(column, (24, 16, 24, 18), gap=10)
        self._header.add_action(self.whose)
        column.addWidget(self._header)
        column.addWidget(self._busy)
        column.addWidget(self._error)
        column.addWidget(self.tabs)
        card = QFrame()
        card.setProperty("card", True)
        inside = QVBoxLayout(card)
        style.lay(inside, (1, 1, 1, 1))
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._empty)
        inside.addWidget(self._stack)
        left = QWidget()
        stacked = QVBoxLayout(left)
        style.lay(stacked, (0, 0, 10, 0), gap=10)
        stacked.addWidget(self.weeks)
        stacked.addWidget(card, 1)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(left)
        self._splitter.addWidget(self.beside)
        self._splitter.setStretchFactor(0, 1)
        column.addWidget(self._splitter, 1)
        style.watch(self, self._arrange)

    def _connect(self) -> None:
        presenter = self._presenter
        self.tabs.on_chosen(presenter.choose_view)
        self.whose.on_chosen(presenter.choose_whose)
        self.weeks.on_chosen(presenter.choose_week)
        self.table.on_opened(presenter.open)
        self.table.on_pressed(presenter.open)
        self.table.on_current(presenter.look)
        self.beside.to_case.clicked.connect(lambda _on=False: self._open_case())
        self._empty.on_action(self._clear)
        bind(self, "F5", presenter.refresh)
        bind(self, "F3", self._to_tabs)
        bind(self, "Ctrl+O", self._open_case)

    def _open_case(self) -> None:
        row = self.table.current()
        if row is not None:
            self._presenter.open_case(row)

    def _clear(self) -> None:
        self.whose.show_value(ALL)
        self._presenter.clear()
        self.table.setFocus()

    def _to_tabs(self) -> None:
        chosen = [button for button in self.tabs.findChildren(QAbstractButton) if button.isChecked()]
        if chosen:
            chosen[-1].setFocus()

    def _arrange(self) -> None:
        """Show the plan beside the list where there is room for both."""
        has_room = self.width() >= self._kit.style.px(_ROOM_FOR_PLAN)
        self.beside.setVisible(has_room)
        if has_room:
            side = self._kit.style.px(_PLAN)
            self._splitter.setSizes([self.width() - side, side])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._arrange()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.WindowActivate and self.isVisible():
            self._presenter.refresh()
        return super().event(event)


def columns_of(kit: Kit, view: DueView) -> tuple[Column[WaitingRow], ...]:
    """Give the columns of a tab."""
    say = kit.translator.text
    heads = {
        DueView.DUE: (say("谁付给谁"), say("金额或事项")),
        DueView.OVERDUE: (say("谁付给谁"), say("尚欠")),
        DueView.VISITS: (say("当事人"), say("案件状态")),
        DueView.COURT: (say("当事人"), say("进展")),
    }
    who, amount = heads[view]
    return (
        Column(say("期限"), _chip, width=128, tip=lambda row: row.chip.detail or row.chip.text),
        Column(who, lambda row: Cell(row.who, row.what, is_title=True), share=1.5),
        Column(amount, lambda row: Cell(row.amount, row.rest), width=196 if view is DueView.OVERDUE else 172),
        Column(say("案件"), lambda row: Cell(row.title, row.number), share=1.0, gives_way=1),
        Column("", lambda row: Cell(button=row.verb), width=112, spoken=lambda row: row.verb),
    )


def _chip(row: WaitingRow) -> Cell:
    return Cell(row.chip.text, chip=deadline_of(row.chip.kind))
