"""排班: one week of the roster, with leave, under the page of mediators."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.people.duty_roster import Leave
from app.presenters.desk import Desk
from app.presenters.navigation import Navigator
from app.presenters.rosters.duty_week import DutyWeekPresenter, DutyWeekRow
from app.presenters.rosters.entry_presenter import EntryPresenter
from app.ui.kit import Kit
from app.ui.screens.rosters.duty_table import DutyTable
from app.ui.screens.rosters.entry_dialog import EntryDialog
from app.ui.widgets.buttons import Button, IconButton
from app.ui.widgets.notices import ErrorStrip
from app.ui.widgets.texts import Text


class DutyWeek(QWidget):
    """The week as widgets; every decision is :class:`DutyWeekPresenter`'s."""

    def __init__(self, kit: Kit, desk: Desk, navigator: Navigator) -> None:
        super().__init__()
        self._kit = kit
        say = self._kit.translator.text
        self._title = Text(kit, "", size="title3", bold=True)
        self._error = ErrorStrip(kit)
        self.table = DutyTable(kit)
        self._presenter = DutyWeekPresenter(desk, navigator, self)
        back = IconButton(kit, "left", say("上一周"), kind="secondary")
        now = Button(kit, say("本周"), height="small")
        forth = IconButton(kit, "right", say("下一周"), kind="secondary")
        copy = Button(kit, say("照上周排"), icon="columns", height="small")
        toggle = Button(kit, say("当班／不当班"), height="small", keys="Space")
        leave = Button(kit, say("请假"), height="small", keys="L")
        withdraw = Button(kit, say("销假"), height="small", keys="Del")
        row = QHBoxLayout()
        kit.style.lay(row, (14, 8, 14, 8), gap=8)
        for widget in (self._title, back, now, forth):
            row.addWidget(widget)
        row.addStretch(1)
        for widget in (toggle, leave, withdraw, copy):
            row.addWidget(widget)
        column = QVBoxLayout(self)
        kit.style.lay(column)
        column.addLayout(row)
        column.addWidget(self._error)
        column.addWidget(self.table, 1)
        presenter, table = self._presenter, self.table
        back.clicked.connect(lambda _on=False: presenter.turn(-1))
        now.clicked.connect(lambda _on=False: presenter.turn(0))
        forth.clicked.connect(lambda _on=False: presenter.turn(1))
        copy.clicked.connect(lambda _on=False: presenter.copy_week())
        toggle.clicked.connect(lambda _on=False: table.press(Qt.Key.Key_Space))
        leave.clicked.connect(lambda _on=False: table.press(Qt.Key.Key_L))
        withdraw.clicked.connect(lambda _on=False: table.press(Qt.Key.Key_Delete))
        table.on_toggled(presenter.toggle)
        table.on_leave(presenter.ask_leave)
        table.on_withdrawn(presenter.withdraw)
        table.on_turn(presenter.turn)

    def refresh(self) -> None:
        """Read the week again."""
        self._presenter.refresh()

    # presenter → view

    def show_week(self, title: str, heads: Sequence[str], rows: Sequence[DutyWeekRow]) -> None:
        """Show a week."""
        self._title.setText(title)
        self.table.show_week(heads, rows)

    def show_error(self, words: str) -> None:
        """Say at the top what failed."""
        if words:
            self._error.tell(words, kind="warning")
        else:
            self._error.clear()

    def open_leave(self, form: EntryPresenter[Leave]) -> None:
        """Ask for a leave."""
        dialog = EntryDialog[Leave](self._kit, form, self, width=520)
        dialog.finished.connect(lambda _code: self.table.setFocus())
        dialog.open()
