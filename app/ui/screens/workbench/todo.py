"""The card of what is to be done: rows by deadline or by case, each with its button."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import accumulate

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QStackedWidget, QWidget

from app.presenters.workbench.presenter import BY_CASE, BY_DUE
from app.presenters.workbench.words import TodoRow
from app.ui.kit import Kit
from app.ui.screens.cases.table import deadline_of
from app.ui.widgets.buttons import Button
from app.ui.widgets.cards import Card
from app.ui.widgets.notices import EmptyState
from app.ui.widgets.switches import Segmented
from app.ui.widgets.tables import Cell, Column, ListTable, TableModel

_ROW = 65
_NO_LIMIT = 16_777_215


class TodoCard(Card):
    """A table without heads; Enter opens the case, the button (or F9) does what the row says."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        say = kit.translator.text
        super().__init__(kit, say("待办"), icon="ok", flush=True, parent=parent)
        self._order = Segmented(kit, [(BY_DUE, say("按期限")), (BY_CASE, say("按案件"))], name=say("排序"))
        self.add_action(self._order)
        self._model: TableModel[TodoRow] = TableModel(
            _columns(),
            sentence=_spoken,
            key=_key,
            band=_band,
            parent=self,
        )
        self.table: ListTable[TodoRow] = ListTable(
            kit, self._model, name=say("待办"), flush=True, heads=False
        )
        self.table.set_row_height(_ROW)
        self.empty = EmptyState(kit, "", icon="ok")
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.empty)
        self.body.addWidget(self._stack, 1)
        self._foot = QFrame()
        self._foot.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        foot = QHBoxLayout(self._foot)
        kit.style.lay(foot, (12, 6, 12, 6))
        self.more = Button(kit, "", kind="link", height="small")
        foot.addWidget(self.more, 0, Qt.AlignmentFlag.AlignCenter)
        self.body.addWidget(self._foot)
        kit.style.least(self._stack, height=200)

    def on_ordered(self, callback: Callable[[str], None]) -> None:
        """Call back when the user wants the other order."""
        self._order.on_chosen(callback)

    def show_todo(self, rows: Sequence[TodoRow], note: str, more: str) -> None:
        """Show rows under their headings."""
        self._model.show_items(rows)
        self.set_note(note)
        self.more.set_text(more)
        self._foot.setVisible(bool(more))
        self._end_on_a_row()

    def show_empty(self, words: str, action: str) -> None:
        """Say that nothing is to be done; empty words show the rows."""
        self.empty.say(words, action)
        self._stack.setCurrentIndex(1 if words else 0)
        self._end_on_a_row()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._end_on_a_row()

    def _end_on_a_row(self) -> None:
        """Let the list end with a whole row above 再看 n 件; what is left of the height goes to the link."""
        rows = self.table.model().rowCount()
        if not self._foot.isVisibleTo(self) or not rows or self._stack.currentIndex():
            self._stack.setMaximumHeight(_NO_LIMIT)
            return
        room = self.height() - self._stack.y() - self._foot.sizeHint().height()
        whole = [height for height in accumulate(map(self.table.rowHeight, range(rows))) if height <= room]
        self._stack.setMaximumHeight(max(self._stack.minimumHeight(), whole[-1] if whole else room))


def _columns() -> tuple[Column[TodoRow], ...]:
    return (
        Column("", _due_cell, width=136, tip=_due_tip),
        Column("", _title_cell),
        Column("", _risk_cell, width=78),
        Column("", _button_cell, width=104),
    )


def _due_cell(row: TodoRow) -> Cell:
    return Cell(row.chip.text, chip=deadline_of(row.chip.kind)) if row.chip is not None else Cell()


def _due_tip(row: TodoRow) -> str:
    return "\n".join(part for part in (row.chip.text, row.chip.detail) if part) if row.chip else ""


def _title_cell(row: TodoRow) -> Cell:
    return Cell(row.title, f"{row.number}\u3000{row.facts}", lead=row.verb)


def _risk_cell(row: TodoRow) -> Cell:
    return Cell(row.risk, risk=row.risk_level)


def _button_cell(row: TodoRow) -> Cell:
    return Cell(button=row.action, is_main=row.is_main)


def _spoken(row: TodoRow) -> str:
    return row.spoken


def _key(row: TodoRow) -> str:
    return row.key


def _band(row: TodoRow) -> str:
    return row.band
