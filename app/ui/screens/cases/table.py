"""The table of cases: its columns, its keys, and a selection that follows its case."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QEvent, QItemSelectionModel, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.domain.disputes.case_lines import CaseSort
from app.presenters.cases.rows import CaseRow
from app.presenters.cases.view import Deliver
from app.presenters.due_words import ChipKind
from app.ui.kit import Kit
from app.ui.widgets.chips import Deadline
from app.ui.widgets.tables import Cell, Column, LazyTableModel, ListTable

STAGES = 9
_WAITING_ROWS = 9
_ROOMY = 740
_ROWS = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
_CHIPS: dict[ChipKind, Deadline] = {
    ChipKind.AMPLE: "ample",
    ChipKind.NEAR: "near",
    ChipKind.TODAY: "today",
    ChipKind.OVERDUE: "overdue",
    ChipKind.PAUSED: "paused",
    ChipKind.DONE: "done",
    ChipKind.NONE: "ample",
}


def deadline_of(kind: ChipKind) -> Deadline:
    """Give the kit's word for a state of a deadline."""
    return _CHIPS[kind]


class CasesTable(QObject):
    """Model and table as one: ``view`` is the widget.

    The case under the cursor stays the current one when rows move; a new question starts at the top.
    """

    def __init__(
        self, kit: Kit, request: Callable[[int, int, Deliver], None], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._kit = kit
        self._ticked: frozenset[UUID] = frozenset()
        self._wanted: UUID | None = None
        self._told: UUID | None = None
        self._to_top = True
        self._is_tight = False
        self._is_renewing = False
        self._looks: list[Callable[[UUID], None]] = []
        self._rights: list[Callable[[], None]] = []
        self._model = LazyTableModel[CaseRow](
            self._columns(),
            request,
            sentence=lambda row: row.spoken,
            key=lambda row: row.id,
            parent=self,
        )
        self.view = ListTable[CaseRow](kit, self._model, name=kit.translator.text("案件列表"), flush=True)
        self.view.on_current(self._moved)
        self.view.installEventFilter(self)
        self._model.dataChanged.connect(self._follow)
        self._model.show_count(_WAITING_ROWS)

    def show_count(self, count: int, *, is_new: bool) -> None:
        """Begin a list of ``count`` rows."""
        place = self.view.verticalScrollBar().value()
        if is_new:
            self._to_top, self._wanted, self._told = True, None, None
            self._model.show_count(0)
        self._is_renewing = True
        self._model.show_count(count)
        self._is_renewing = False
        self.view.verticalScrollBar().setValue(0 if is_new else place)
        self._follow()

    def show_ticks(self, ticked: frozenset[UUID]) -> None:
        """Show ticks; the column of ticks is there as long as there is one."""
        appears = bool(ticked) != bool(self._ticked)
        self._ticked = ticked
        if appears:
            self._model.show_columns(self._columns())
        else:
            self.view.viewport().update()

    def show_sort(self, key: str, *, is_descending: bool) -> None:
        """Show by which column the list is ordered."""
        self.view.show_sort(key, descending=is_descending)

    def on_look(self, callback: Callable[[UUID], None]) -> None:
        """Call back with the case under the cursor when it is another one."""
        self._looks.append(callback)

    def on_right(self, callback: Callable[[], None]) -> None:
        """Call back when the → key asks for the preview."""
        self._rights.append(callback)

    @property
    def has_ticks(self) -> bool:
        """Tell whether any case is ticked."""
        return bool(self._ticked)

    def is_ticked(self, row: CaseRow) -> bool:
        """Tell whether a case is ticked."""
        return row.id in self._ticked

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.view and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._take_key(event)
        if watched is self.view and event.type() == QEvent.Type.Resize:
            self._make_room()
        return False

    # keys and selection

    def _take_key(self, event: QKeyEvent) -> bool:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        rtl = self.view.layoutDirection() == Qt.LayoutDirection.RightToLeft
        key = Qt.Key(event.key())
        if held:
            return False
        if key == (Qt.Key.Key_Left if rtl else Qt.Key.Key_Right):
            for callback in self._rights:
                callback()
            return True
        if key in {Qt.Key.Key_Home, Qt.Key.Key_End} and self._model.rowCount():
            self._select(0 if key == Qt.Key.Key_Home else self._model.rowCount() - 1)
            return True
        return False

    def _moved(self, row: CaseRow | None) -> None:
        """Note where the cursor is; a row still on its way is told of when it comes."""
        if self._is_renewing:
            return
        self._wanted = row.id if row is not None else None
        self._tell(row)

    def _follow(self) -> None:
        """Rows came: start at the top, or go where the case went."""
        if self._to_top:
            if self._model.item(0) is not None:
                self._to_top = False
                self._select(0)
            return
        here = self.view.currentIndex().row()
        if self._wanted is not None:
            there = self._model.row_of(self._wanted)
            if there >= 0 and there != here:
                place = self.view.verticalScrollBar().value()
                self._select(there)
                self.view.verticalScrollBar().setValue(place)
                return
        self._moved(self._model.item(here))

    def _select(self, row: int) -> None:
        self.view.selectionModel().setCurrentIndex(self._model.index(row, 0), _ROWS)

    def _tell(self, row: CaseRow | None) -> None:
        if row is None or row.id == self._told:
            return
        self._told = row.id
        for callback in self._looks:
            callback(row.id)

    # columns

    def _columns(self) -> tuple[Column[CaseRow], ...]:
        say = self._kit.translator.text
        due, title, stage, risk = (
            sort.value for sort in (CaseSort.DUE, CaseSort.TITLE, CaseSort.STAGE, CaseSort.RISK)
        )
        columns: list[Column[CaseRow]] = [
            Column(say("期限"), _due_cell, width=128, key=due, tip=_due_tip),
            Column(say("案由"), _title_cell, share=1.3, key=title),
            Column(say("当事人"), _people_cell, share=1.05, tip=_people_tip),
        ]
        if not self._is_tight:
            columns.append(Column(say("阶段"), _stage_cell, width=104, key=stage, tip=_stage_tip))
        columns += [
            Column(say("层级、承办"), _tier_cell, width=110),
            Column(say("风险"), _risk_cell, width=76, key=risk),
        ]
        if self._ticked:
            columns.insert(0, Column("", self._tick_cell, width=40, spoken=self._tick_words))
        return tuple(columns)

    def _tick_cell(self, row: CaseRow) -> Cell:
        return Cell(ticked=row.id in self._ticked)

    def _tick_words(self, row: CaseRow) -> str:
        say = self._kit.translator.text
        return say("已勾选") if row.id in self._ticked else say("未勾选")

    def _make_room(self) -> None:
        """Let the column of stages go where there is no room for it: the preview has it too."""
        tight = self.view.width() < self._kit.style.px(_ROOMY)
        if tight != self._is_tight:
            self._is_tight = tight
            self._model.show_columns(self._columns())


def _due_cell(row: CaseRow) -> Cell:
    return Cell(row.chip.text, chip=deadline_of(row.chip.kind))


def _due_tip(row: CaseRow) -> str:
    return "\n".join(part for part in (row.chip.text, row.chip.detail) if part)


def _title_cell(row: CaseRow) -> Cell:
    return Cell(row.title, row.facts, is_title=True)


def _people_cell(row: CaseRow) -> Cell:
    return Cell(row.applicants, row.respondents)


def _people_tip(row: CaseRow) -> str:
    return row.everybody


def _stage_cell(row: CaseRow) -> Cell:
    return Cell(row.stage, stage=(row.stage_steps, STAGES))


def _stage_tip(row: CaseRow) -> str:
    return row.stage


def _tier_cell(row: CaseRow) -> Cell:
    return Cell(row.tier, row.lead) if row.tier else Cell(row.lead)


def _risk_cell(row: CaseRow) -> Cell:
    return Cell(row.risk, risk=row.risk_level)
