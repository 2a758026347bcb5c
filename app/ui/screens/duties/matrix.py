"""The matrix of cases and duties: the case column stays while the duties scroll, keys go by cell."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from app.domain.duties.four_duties import DutyKind, DutyStatus
from app.presenters.duties.board_rows import BoardRow
from app.presenters.duties.duty_words import DutyHead
from app.ui.kit import Kit
from app.ui.screens.duties.cards import ROW_HEIGHT
from app.ui.screens.duties.delegate import BoardDelegate
from app.ui.screens.duties.heads import BoardHeads
from app.ui.screens.duties.ticking import Ticking
from app.ui.widgets.tables import LazyTableModel

Index = QModelIndex | QPersistentModelIndex
_CASE, _LEAST_DUTY = 232, 204
DUTIES = tuple(DutyKind)


class Matrix(QTableView):
    """A table by cells; the frozen column is a second view over the same model and selection."""

    def __init__(self, kit: Kit, model: LazyTableModel[BoardRow], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit, self._rows = kit, model
        self._duties: list[Callable[[UUID, DutyKind], None]] = []
        self._cases: list[Callable[[BoardRow], None]] = []
        self._at: tuple[UUID | None, int] = (None, 1)
        self._delegate = BoardDelegate(kit, model, self)
        self.ticking = Ticking(kit, self._delegate, self._repaint)
        self._heads = BoardHeads(kit, self)
        self._frozen = _FrozenColumn(self)
        self._frozen_heads = BoardHeads(kit, self._frozen)
        self.setAccessibleName(kit.translator.text("四包矩阵"))
        for view, heads in ((self, self._heads), (self._frozen, self._frozen_heads)):
            _dress(view, heads)
            view.setItemDelegate(self._delegate)
            view.setModel(model)
        self.verticalScrollBar().valueChanged.connect(self._frozen.verticalScrollBar().setValue)
        self._frozen.verticalScrollBar().valueChanged.connect(self.verticalScrollBar().setValue)
        self._frozen.setSelectionModel(self.selectionModel())
        self._frozen.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._frozen.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._frozen.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._frozen.raise_()
        self.doubleClicked.connect(self._open)
        self._frozen.doubleClicked.connect(self._open)
        model.dataChanged.connect(self._on_rows)
        kit.style.watch(self, self._on_style)
        self._on_style()

    # screen → matrix

    def show_heads(self, heads: Sequence[DutyHead]) -> None:
        """Show the counts over the columns."""
        self._heads.show_heads(heads)

    def show_count(self, count: int, *, is_new: bool) -> None:
        """Begin a list of so many cases; the same question keeps its cell and its place."""
        place = self.verticalScrollBar().value()
        if is_new:
            self._at = (None, 1)
            self._rows.show_count(0)
        self._rows.show_count(count)
        self.verticalScrollBar().setValue(0 if is_new else place)
        self._on_rows()

    def on_duty(self, callback: Callable[[UUID, DutyKind], None]) -> None:
        """Call back with case and duty whose form is wanted."""
        self._duties.append(callback)

    def on_case(self, callback: Callable[[BoardRow], None]) -> None:
        """Call back with the case that is to be opened."""
        self._cases.append(callback)

    def row_at_cursor(self) -> BoardRow | None:
        """Give the case under the cursor."""
        return self.row_at(self.currentIndex().row())

    def row_at(self, row: int) -> BoardRow | None:
        """Give the case of a row."""
        return self._rows.item(row)

    # keys and mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not held:
            self._open(self.currentIndex())
        elif self.ticking.take_key(event, self.row_at_cursor()):
            return
        elif event.key() in {Qt.Key.Key_Home, Qt.Key.Key_End} and not held and self._rows.rowCount():
            row = 0 if event.key() == Qt.Key.Key_Home else self._rows.rowCount() - 1
            self.setCurrentIndex(self._rows.index(row, max(0, self.currentIndex().column())))
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        row = self._rows.item(index.row()) if index.isValid() else None
        if row is None or index.column() == 0 or event.button() != Qt.MouseButton.LeftButton:
            return
        if row.cells[index.column() - 1].status is DutyStatus.UNASSIGNED:
            self._open(index)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        row = self._rows.item(current.row()) if current.isValid() else None
        if row is not None:
            self._at = (row.case_id, current.column())
        self._mark_current()

    def scrollTo(
        self, index: Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        """Bring a cell into sight beside the frozen column, which always is."""
        across = self.horizontalScrollBar()
        before = across.value()
        super().scrollTo(index, hint)
        if index.column() == 0:
            across.setValue(before)
            return
        hidden = self.columnWidth(0) - self.columnViewportPosition(index.column())
        if hidden > 0:
            across.setValue(across.value() - hidden)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self._rows.rowCount():
            self.setCurrentIndex(self._rows.index(0, 1))
        self._mark_current()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._mark_current()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()

    def viewportEvent(self, event: QEvent) -> bool:
        self.note_hover(event, self)
        return super().viewportEvent(event)

    def updateGeometries(self) -> None:
        super().updateGeometries()
        self._place_frozen()

    # pieces

    def note_hover(self, event: QEvent, view: QTableView) -> None:
        """Show which cell the mouse is over, in either of the two views."""
        kind = event.type()
        if kind not in {QEvent.Type.MouseMove, QEvent.Type.Leave}:
            return
        index = view.indexAt(event.position().toPoint()) if isinstance(event, QMouseEvent) else QModelIndex()
        hovered = (index.row(), index.column())
        if hovered != self._delegate.hovered:
            self._delegate.hovered = hovered
            self._repaint()

    def _open(self, index: Index) -> None:
        row = self._rows.item(index.row()) if index.isValid() else None
        if row is None:
            return
        if index.column() == 0:
            for opened in self._cases:
                opened(row)
            return
        for opened_duty in self._duties:
            opened_duty(row.case_id, DUTIES[index.column() - 1])

    def _on_rows(self) -> None:
        """Rows came: start at the top, or go where the case of the current cell went."""
        case_id, column = self._at
        if case_id is None:
            if self._rows.item(0) is not None:
                self.setCurrentIndex(self._rows.index(0, column))
            return
        row = self._rows.row_of(case_id)
        if row >= 0 and row != self.currentIndex().row():
            place = self.verticalScrollBar().value()
            self.setCurrentIndex(self._rows.index(row, column))
            self.verticalScrollBar().setValue(place)

    def _mark_current(self) -> None:
        index = self.currentIndex()
        self._delegate.current = (index.row(), index.column()) if self.hasFocus() else (-1, -1)
        self._repaint()

    def _repaint(self) -> None:
        self.viewport().update()
        self._frozen.viewport().update()

    def _on_style(self) -> None:
        for view in (self, self._frozen):
            view.verticalHeader().setDefaultSectionSize(self._kit.style.px(ROW_HEIGHT))
        self._share_width()

    def _share_width(self) -> None:
        """Give the case its width and share the rest; where that is too little, the duties scroll."""
        px, room = self._kit.style.px, self.viewport().width()
        case = px(_CASE)
        each = max(px(_LEAST_DUTY), (room - case) // len(DUTIES))
        self.setColumnWidth(0, case)
        self._frozen.setColumnWidth(0, case)
        for column in range(1, len(DUTIES) + 1):
            self._frozen.setColumnHidden(column, True)
            last = column == len(DUTIES)
            self.setColumnWidth(column, max(each, room - case - each * (len(DUTIES) - 1)) if last else each)
        self._place_frozen()

    def _place_frozen(self) -> None:
        width, frame = self.columnWidth(0), self.frameWidth()
        height = self.viewport().height() + self._heads.height()
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = self.viewport().geometry().right() + 1 - width if rtl else frame
        self._frozen.setGeometry(left, frame, width, height)


class _FrozenColumn(QTableView):
    """The first column of the matrix over its own place; keys stay with the matrix."""

    def __init__(self, matrix: Matrix) -> None:
        super().__init__(matrix)
        self._matrix = matrix
        self.setFrameShape(QTableView.Shape.NoFrame)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        at = event.position().toPoint()
        index = self.indexAt(at)
        ticking = self._matrix.ticking
        if index.isValid() and ticking.is_on_box(self.visualRect(index), at, self.layoutDirection()):
            ticking.toggle(self._matrix.row_at(index.row()))

    def viewportEvent(self, event: QEvent) -> bool:
        self._matrix.note_hover(event, self)
        if event.type() == QEvent.Type.MouseButtonPress:
            self._matrix.setFocus(Qt.FocusReason.MouseFocusReason)
        return super().viewportEvent(event)


def _dress(view: QTableView, heads: BoardHeads) -> None:
    """Give a view what both parts of the board share."""
    view.setHorizontalHeader(heads)
    view.verticalHeader().hide()
    view.verticalHeader().setMinimumSectionSize(16)
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
    view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setShowGrid(False)
    view.setMouseTracking(True)
    view.setTabKeyNavigation(False)
    view.setProperty("flush", True)
