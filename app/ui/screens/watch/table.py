"""The list of orders and whistles: its columns, and the key that leads beside it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeyEvent

from app.presenters.watch.words import WatchRow
from app.ui.kit import Kit
from app.ui.screens.watch.chips import deadline_of
from app.ui.widgets.tables import Cell, Column, ListTable, TableModel


class WatchTable(ListTable[WatchRow]):
    """The list; → (← from right to left) leads to the acts beside it."""

    def on_aside(self, callback: Callable[[], None]) -> None:
        """Call back when the user wants beside the list."""
        self._aside = callback

    def keyPressEvent(self, event: QKeyEvent) -> None:
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        if event.key() == (Qt.Key.Key_Left if rtl else Qt.Key.Key_Right) and not (
            event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        ):
            self._aside()
            return
        super().keyPressEvent(event)


def watch_model(kit: Kit, parent: QObject) -> TableModel[WatchRow]:
    """Make the model; the first row has the filled button."""

    def is_first(row: WatchRow) -> bool:
        return row.id == next((first.id for first in model.items), None)

    model = TableModel[WatchRow](
        _columns(kit, is_first), sentence=lambda row: row.spoken, key=lambda row: row.id, parent=parent
    )
    return model


def _due_cell(row: WatchRow) -> Cell:
    return Cell(row.chip.text, chip=deadline_of(row.chip))


def _due_tip(row: WatchRow) -> str:
    return "\n".join(part for part in (row.chip.text, row.chip.detail) if part)


def _title_cell(row: WatchRow) -> Cell:
    return Cell(row.title, row.facts, lead=row.verb)


def _columns(kit: Kit, is_first: Callable[[WatchRow], bool]) -> tuple[Column[WatchRow], ...]:
    say = kit.translator.text

    def button(row: WatchRow) -> Cell:
        is_print = row.main.act.value.startswith("print")
        return Cell(button=row.main.text, is_main=is_first(row) and not is_print)

    return (
        Column(say("期限"), _due_cell, width=136, tip=_due_tip),
        Column(say("事项"), _title_cell, share=1.4),
        Column(say("谁来办"), lambda row: Cell(row.addressee, row.sender), share=1.0),
        Column(say("状态"), lambda row: Cell(row.status, tone="sup"), width=108, gives_way=1),
        Column("", button, width=128),
    )
