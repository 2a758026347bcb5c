"""工作台: what to do first today, everything else by its deadline, and what is due beside it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.presenters.desk import Desk
from app.presenters.due_words import ChipKind
from app.presenters.navigation import Navigator
from app.presenters.workbench.my_day import PlanRow
from app.presenters.workbench.payments_due import PaymentRow
from app.presenters.workbench.presenter import WorkbenchPresenter
from app.presenters.workbench.view import CountChip, DutyRow, OwedReply, RecentRow
from app.presenters.workbench.words import HeroCase, TodoRow
from app.ui.kit import Kit
from app.ui.screens.cases.table import deadline_of
from app.ui.screens.workbench.hero import HeroCard
from app.ui.screens.workbench.side_column import SideColumn
from app.ui.screens.workbench.todo import TodoCard
from app.ui.shell.headers import PageHeader
from app.ui.shell.pages import bind
from app.ui.widgets.chips import CountPill, DeadlineChip
from app.ui.widgets.notices import BusyBar, ErrorStrip

_SIDE, _SIDE_LARGE = 366, 344
_NO_LIMIT = 16_777_215
_SIDE_BY_SIDE = {1.0: 1280, 1.3: 1440, 1.5: 1720}
"""From which width of the window the side column stands beside the list, by type size."""
_TODO_LEAST = 420
_MINUTE_MS = 60_000
_COUNTS: dict[str, ChipKind] = {
    "overdue": ChipKind.OVERDUE,
    "today": ChipKind.TODAY,
    "near": ChipKind.NEAR,
}


class WorkbenchScreen(QWidget):
    """The workbench as widgets; every decision is :class:`WorkbenchPresenter`'s."""

    def __init__(self, kit: Kit, desk: Desk, navigator: Navigator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self._say = kit.translator.text
        self._header = PageHeader(kit, self._say("今天"))
        self._busy = BusyBar(kit)
        self._error = ErrorStrip(kit)
        self._counts = QHBoxLayout()
        self.hero = HeroCard(kit)
        self.todo = TodoCard(kit)
        self._side = SideColumn(kit)
        self._presenter = WorkbenchPresenter(desk, navigator, self)
        self._is_new_on_stage = False
        self._build()
        self._connect()
        self._presenter.start()
        kit.style.watch(self, self._arrange)

    # shell → screen

    def page_shown(self) -> None:
        """Take the stage: fresh rows, the focus on the first thing to do as soon as it is known."""
        self._is_new_on_stage = True
        self._focus_first()
        self._presenter.refresh()

    def page_left(self) -> None:
        """Give way: nothing here waits to be saved, and what arrives later takes no focus."""
        self._is_new_on_stage = False

    # presenter → view

    def show_facts(self, text: str) -> None:
        """Show date, weekday and studio beside the title."""
        self._header.set_facts(text)

    def show_counts(self, chips: Sequence[CountChip]) -> None:
        """Show the counts at the end of the header."""
        while (item := self._counts.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.setVisible(False)
                old.deleteLater()
        for chip in chips:
            kind = _COUNTS.get(chip.tone)
            if kind is None:
                self._counts.addWidget(CountPill(self._kit, chip.text))
            else:
                self._counts.addWidget(DeadlineChip(self._kit, deadline_of(kind), chip.text))

    def show_hero(self, hero: HeroCase | None) -> None:
        """Show the case to begin with, or no such card."""
        if hero is not None:
            self.hero.show_hero(hero)
        self.hero.setVisible(hero is not None)
        self._focus_first()

    def show_todo(self, rows: Sequence[TodoRow], note: str, more: str) -> None:
        """Show what is to be done."""
        self.todo.show_todo(rows, note, more)
        self._focus_first()

    def show_empty(self, words: str, action: str) -> None:
        """Say that nothing is to be done; empty words hide it."""
        self.todo.show_empty(words, action)

    def show_plan(self, rows: Sequence[PlanRow], note: str) -> None:
        """Show what is planned for this user today."""
        self._side.show_plan(rows, note, self._presenter.open_plan)

    def show_duties(self, rows: Sequence[DutyRow], note: str) -> None:
        """Show the duties of this user."""
        self._side.show_duties(rows, note, self._presenter.open_duties)

    def show_replies(self, rows: Sequence[OwedReply], note: str) -> None:
        """Show the orders this user has to answer."""
        self._side.show_replies(rows, note, self._presenter.reply)

    def show_payments(self, rows: Sequence[PaymentRow], note: str) -> None:
        """Show payments due."""
        self._side.show_payments(rows, note, self._presenter.open_case)

    def show_recent(self, rows: Sequence[RecentRow]) -> None:
        """Show the cases opened last."""
        self._side.show_recent(rows, self._presenter.open_case)

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

    # pieces

    def _build(self) -> None:
        column = QVBoxLayout(self)
        self._kit.style.lay(column, (24, 20, 24, 20), gap=8)
        counts = QWidget()
        counts.setLayout(self._counts)
        self._kit.style.lay(self._counts, gap=8)
        self._header.add_action(counts)
        top = QVBoxLayout()
        self._kit.style.lay(top)
        top.addWidget(self._header)
        top.addWidget(self._busy)
        column.addLayout(top)
        column.addWidget(self._error)
        inside = QWidget()
        inside.setObjectName("page")
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight, inside)
        self._kit.style.lay(self._across, gap=18)
        main = QVBoxLayout()
        self._kit.style.lay(main, gap=16)
        main.addWidget(self.hero)
        main.addWidget(self.todo, 1)
        self._across.addLayout(main, 1)
        self._across.addWidget(self._side)
        self._area = _area(inside)
        column.addWidget(self._area, 1)

    def _focus_first(self) -> None:
        """Go to the case to begin with, else to the list; not where the user has gone elsewhere meanwhile."""
        if not self._is_new_on_stage:
            return
        if self.hero.isVisibleTo(self):
            self._is_new_on_stage = False
            self.hero.step.setFocus()
        elif self.todo.table.model().rowCount():
            self.todo.table.setFocus()

    def _arrange(self) -> None:
        """Put the side column under the list where there is no room beside it."""
        large = self._kit.style.is_large
        beside = self.window().width() >= _SIDE_BY_SIDE[self._kit.style.scale]
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._across.setDirection(direction)
        width = (_SIDE_LARGE if large else _SIDE) if beside else _NO_LIMIT
        self._side.setMaximumWidth(width)
        self._side.setMinimumWidth(width if beside else 0)
        self.todo.setMinimumHeight(0 if beside else self._kit.style.px(_TODO_LEAST))

    def _connect(self) -> None:
        presenter = self._presenter
        # user → presenter
        self.hero.step.clicked.connect(presenter.act_first)
        self.hero.notice.clicked.connect(presenter.print_notice)
        self.todo.on_ordered(presenter.order_by)
        self.todo.table.on_opened(presenter.open)
        self.todo.table.on_pressed(presenter.act)
        self.todo.more.clicked.connect(presenter.show_more)
        self.todo.empty.on_action(presenter.open_cases)
        self._minute = QTimer(self)
        self._minute.timeout.connect(presenter.tick)
        self._minute.start(_MINUTE_MS)
        bind(self, "F9", self._act)
        bind(self, "F5", presenter.refresh)

    def _act(self) -> None:
        row = self.todo.table.current() if self.todo.table.hasFocus() else None
        if row is None:
            self._presenter.act_first()
        else:
            self._presenter.act(row)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.WindowActivate and self.isVisible():
            self._presenter.refresh()
        return super().event(event)


def _area(inside: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidget(inside)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area
