"""日程: which room, who, when; by day, by a mediator's week, by month, and as a list."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.presenters.calendar.presenter import CalendarPresenter
from app.presenters.calendar.view import DAY, LIST, MONTH, WEEK, GridShown, ListRow, MonthCell
from app.presenters.desk import Desk
from app.presenters.navigation import Navigator
from app.ui.kit import Kit
from app.ui.screens.calendar.dialogs import AppointmentWindows
from app.ui.screens.calendar.grid import DayGrid
from app.ui.screens.calendar.listing import listing
from app.ui.screens.calendar.month import MonthTable
from app.ui.screens.rosters.entry_fields import initials
from app.ui.shell.headers import PageHeader
from app.ui.shell.pages import bind
from app.ui.widgets.buttons import Button, IconButton
from app.ui.widgets.fields import Choice, ChoiceField
from app.ui.widgets.notices import EmptyState, ErrorStrip
from app.ui.widgets.switches import Segmented

_ROOM_FOR_ONE_LINE = 1320


class CalendarScreen(QWidget):
    """The page as widgets; every decision is :class:`CalendarPresenter`'s."""

    def __init__(self, kit: Kit, desk: Desk, navigator: Navigator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        say = self._kit.translator.text
        self._header = PageHeader(kit, say("日程"))
        self._error = ErrorStrip(kit)
        modes = [(DAY, say("日")), (WEEK, say("周")), (MONTH, say("月")), (LIST, say("列表"))]
        self.modes = Segmented(kit, modes, name=say("看哪几天"))
        self.back = IconButton(kit, "left", say("往前"), kind="secondary")
        self.forth = IconButton(kit, "right", say("往后"), kind="secondary")
        self.today = Button(kit, say("今天"))
        self.mediators: ChoiceField[str] = ChoiceField(kit, initials, name=say("谁的一周"))
        self.export = Button(kit, say("导出日历"), icon="archive")
        self.notices = Button(kit, say("当天文书"), icon="print", keys="Ctrl+P")
        self.plan = Button(kit, say("约定时间"), icon="calendar", kind="primary", keys="F6")
        self.grid = DayGrid(kit)
        self.month = MonthTable(kit)
        self._rows, self.table = listing(kit, self)
        self._empty = EmptyState(kit, "", icon="calendar")
        self._stack = QStackedWidget()
        windows = AppointmentWindows(kit, self, self.show_error, self._to_days)
        self._presenter = CalendarPresenter(desk, navigator, self, windows)
        self._build()
        self._connect()

    # shell → screen

    def page_shown(self) -> None:
        """Take the stage: fresh days, the cursor in them."""
        self._presenter.refresh()
        self._to_days()

    def page_left(self) -> None:
        """Give way; forms keep their own drafts."""

    # presenter → view

    def show_head(self, title: str, facts: str, mode: str) -> None:
        """Show which days are on show."""
        self._header.set_title(title)
        self._header.set_facts(facts)
        self.modes.show_value(mode)
        self.notices.setVisible(mode == DAY)

    def show_mediators(self, choices: Sequence[tuple[str, str]], chosen: str, *, is_shown: bool) -> None:
        """Offer whose week is shown."""
        self.mediators.show_choices([Choice(key, name) for key, name in choices])
        self.mediators.show_value(chosen)
        self.mediators.setVisible(is_shown)

    def show_grid(self, grid: GridShown) -> None:
        """Show a day or a week."""
        self.grid.show_grid(grid)
        self._turn_to(self.grid)

    def show_month(self, weeks: Sequence[Sequence[MonthCell]], names: Sequence[str], day: date) -> None:
        """Show a month."""
        self.month.show_month(weeks, names, day)
        self._turn_to(self.month)

    def show_list(self, rows: Sequence[ListRow]) -> None:
        """Show what is planned, day by day."""
        self._rows.show_items(rows)
        self._turn_to(self.table)

    def show_empty(self, words: str) -> None:
        """Say that nothing is planned."""
        if words:
            self._empty.say(words, "")
            self._stack.setCurrentWidget(self._empty)

    def show_error(self, words: str) -> None:
        """Say at the top what failed."""
        if words:
            self._error.tell(words, retry=self._presenter.refresh)
        else:
            self._error.clear()

    # pieces

    def _build(self) -> None:
        style = self._kit.style
        column = QVBoxLayout(self)
        style.lay(column, (24, 16, 24, 18), gap=10)
        self._tools = QWidget()
        row = QHBoxLayout(self._tools)
        style.lay(row, gap=8)
        row.addStretch(1)
        style.least(self.mediators, width=150)
        days = (self.mediators, self.back, self.today, self.forth, self.modes)
        for widget in (*days, self.export, self.notices, self.plan):
            row.addWidget(widget)
        self._below = QVBoxLayout()
        column.addWidget(self._header)
        column.addLayout(self._below)
        column.addWidget(self._error)
        card = QFrame()
        card.setProperty("card", True)
        inside = QVBoxLayout(card)
        style.lay(inside, (1, 1, 1, 1))
        for page in (self.grid, self.month, self.table, self._empty):
            self._stack.addWidget(page)
        inside.addWidget(self._stack)
        column.addWidget(card, 1)
        self._header.add_action(self._tools)
        self.mediators.setVisible(False)
        style.watch(self, self._arrange)

    def _connect(self) -> None:
        presenter = self._presenter
        self.modes.on_chosen(presenter.choose_mode)
        self.mediators.on_chosen(lambda key: presenter.choose_mediator(key or ""))
        self.back.clicked.connect(lambda _on=False: presenter.turn(-1))
        self.forth.clicked.connect(lambda _on=False: presenter.turn(1))
        self.today.clicked.connect(lambda _on=False: presenter.today())
        self.export.clicked.connect(lambda _on=False: presenter.out.export())
        self.notices.clicked.connect(lambda _on=False: presenter.out.notices(presenter.day))
        self.plan.clicked.connect(lambda _on=False: presenter.plan())
        self.grid.on_open(presenter.open)
        self.grid.on_plan(presenter.plan_at)
        self.grid.on_moved(presenter.move)
        self.grid.on_turn(presenter.turn)
        self.month.on_opened(presenter.open_day)
        self.month.on_turn(presenter.turn)
        self.table.on_opened(self._open_row)
        bind(self, "F6", self.plan.click_if_enabled)
        bind(self, "Ctrl+P", self.notices.click_if_enabled)
        bind(self, "F5", presenter.refresh)
        bind(self, "F3", self._to_modes)
        bind(self, "Ctrl+Home", presenter.today)
        QWidget.setTabOrder(self.plan, self.grid)

    def _open_row(self, row: ListRow) -> None:
        if row.id is not None:
            self._presenter.open(row.id)

    def _turn_to(self, widget: QWidget) -> None:
        held = self._stack.currentWidget()
        had_focus = held is not None and held.hasFocus()
        self._stack.setCurrentWidget(widget)
        if had_focus:
            self._to_days()

    def _to_days(self) -> None:
        shown = self._stack.currentWidget()
        if shown is self.table and self.table.current() is None:
            self.table.select_first()
        if shown is not None:
            shown.setFocus()

    def _to_modes(self) -> None:
        chosen = [button for button in self.modes.findChildren(QAbstractButton) if button.isChecked()]
        if chosen:
            chosen[-1].setFocus()

    def _arrange(self) -> None:
        """Give the tools a line of their own where they would not fit beside the title."""
        narrow = self.width() < self._kit.style.px(_ROOM_FOR_ONE_LINE)
        below = self._below.indexOf(self._tools) >= 0
        if narrow and not below:
            self._below.addWidget(self._tools)
        elif not narrow and below:
            self._below.removeWidget(self._tools)
            self._header.add_action(self._tools)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.WindowActivate and self.isVisible():
            self._presenter.refresh()
        return super().event(event)
