"""The list of what is planned: one row per appointment under its day."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.presenters.calendar.view import ListRow
from app.ui.kit import Kit
from app.ui.widgets.tables import Cell, Column, ListTable, TableModel


def listing(kit: Kit, parent: QWidget) -> tuple[TableModel[ListRow], ListTable[ListRow]]:
    """Make model and table."""
    say = kit.translator.text
    model = TableModel[ListRow](
        (
            Column(say("时间"), lambda row: row.time, width=132),
            Column(say("事由"), lambda row: Cell(row.title, row.about, is_title=True), share=1.4),
            Column(say("地点"), lambda row: row.place, width=150, gives_way=1),
            Column(say("调解员"), lambda row: row.mediators, width=130, gives_way=2),
            Column(say("状态"), lambda row: Cell(row.state, row.told), share=1.2),
        ),
        sentence=lambda row: row.spoken,
        key=lambda row: row.key,
        band=lambda row: row.band,
        parent=parent,
    )
    return model, ListTable[ListRow](kit, model, name=say("约定列表"), flush=True)
