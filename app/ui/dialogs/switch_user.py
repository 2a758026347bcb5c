"""Who sits at this computer now."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from app.domain.people.staff import StaffMember
from app.ui.kit import Kit
from app.ui.locking.curtain import STAYS
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.tables import Cell, Column, ListTable, TableModel


class SwitchUserDialog(Dialog):
    """The roster as a list: ↑↓ and Enter, or a double click."""

    def __init__(
        self,
        kit: Kit,
        people: Sequence[StaffMember],
        choose: Callable[[StaffMember], None],
        parent: QWidget | None = None,
    ) -> None:
        text = kit.translator.text
        super().__init__(kit, text("现在由谁使用"), width=520, parent=parent)
        self._choose = choose
        self.setProperty(STAYS, True)
        self.say(text("之后的每一笔都记在这位名下。"))
        columns: list[Column[StaffMember]] = [
            Column(text("姓名"), lambda m: Cell(m.name, is_title=True), share=1.0),
            Column(text("职责"), lambda m: "、".join(text(r.term) for r in m.roles), share=1.0),
        ]
        self._model: TableModel[StaffMember] = TableModel(
            columns, sentence=lambda m: m.name, key=lambda m: str(m.id)
        )
        self._model.show_items([member for member in people if member.left_on is None])
        self._table = ListTable(kit, self._model, name=text("工作人员"))
        kit.style.least(self._table, height=280)
        self._table.on_opened(self._take)
        self.body.addWidget(self._table)
        self.add_verb(text("不换"))
        self.add_verb(text("由此人使用"), self._take_current, kind="primary")
        self._table.select_first()
        self._table.setFocus()

    def _take_current(self) -> None:
        current = self._table.current()
        if current is not None:
            self._take(current)

    def _take(self, member: StaffMember) -> None:
        self.accept()
        self._choose(member)
