"""The grid as it is painted: sized, scrolled, with the cursor and what is on its way."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QFocusEvent, QHelpEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QToolTip, QWidget

from app.presenters.calendar.view import Block, GridShown
from app.ui.kit import Kit
from app.ui.screens.calendar.cursor import Ghost, GridCursor, block_of, on_block, standing
from app.ui.screens.calendar.painting import GridPainter
from app.ui.screens.calendar.plan import ROW_MINUTES, GridPlan
from app.ui.style.painting import paint_on
from app.ui.voice import announce

_EMPTY = GridShown(name="", columns=(), blocks=(), first=0, last=ROW_MINUTES, spans=())


class GridCanvas(QAbstractScrollArea):
    """Shows one grid; heads and times stay where they are while the day scrolls."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self._say = kit.translator.text
        self._grid = _EMPTY
        self.cursor_at = GridCursor()
        self.ghost: Ghost | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.horizontalScrollBar().valueChanged.connect(self._repaint)
        self.verticalScrollBar().valueChanged.connect(self._repaint)
        kit.style.watch(self, self._on_style)

    def show_grid(self, grid: GridShown) -> None:
        """Show a day or a week; the cursor stays where it was, on its appointment if it is still there."""
        is_other = grid.name != self._grid.name or len(grid.columns) != len(self._grid.columns)
        self._grid, self.ghost = grid, None
        self.setAccessibleName(grid.name)
        kept = block_of(grid, self.cursor_at)
        if kept is not None:
            self.cursor_at = on_block(kept)
        elif is_other:
            first = grid.blocks[0] if grid.blocks else None
            start = grid.spans[0][0] if grid.spans else grid.first
            self.cursor_at = on_block(first) if first is not None else standing(grid, 0, start)
        else:
            self.cursor_at = standing(grid, self.cursor_at.column, self.cursor_at.minute)
        self._on_style()
        self._tell()

    @property
    def block(self) -> Block | None:
        """Give the appointment the cursor stands on."""
        return block_of(self._grid, self.cursor_at)

    def box_of(self, block: Block) -> QRect:
        """Give where an appointment is painted in the viewport."""
        return self._plan().block_box(block)

    def _plan(self) -> GridPlan:
        scrolled = QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        return GridPlan(self._grid, self._kit.style, self.viewport().size(), scrolled, rtl)

    def _on_style(self) -> None:
        plan = self._plan()
        for bar, content, room in (
            (self.horizontalScrollBar(), plan.content.width(), plan.viewport.width() - plan.gutter),
            (self.verticalScrollBar(), plan.content.height(), plan.viewport.height() - plan.head),
        ):
            bar.setRange(0, max(0, content - room))
            bar.setPageStep(max(1, room))
            bar.setSingleStep(plan.row_height)
        self._repaint()

    def _tell(self) -> None:
        """Say where the cursor stands, and bring it into sight."""
        if not self._grid.columns:
            return
        block = self.block
        column = self._grid.columns[self.cursor_at.column]
        clock = f"{self.cursor_at.minute // 60:02}:{self.cursor_at.minute % 60:02}"
        words = block.spoken if block is not None else self._say("{time} 空闲", time=clock)
        self._say_now(f"{column.title}，{words}")
        minute = self.cursor_at.minute
        start, end = (block.start, block.end) if block is not None else (minute, minute + ROW_MINUTES)
        self._bring_into_sight(self.cursor_at.column, start, end)
        self._repaint()

    def _take_ghost(self, ghost: Ghost | None) -> None:
        self.ghost = ghost
        if ghost is not None:
            start, end = (f"{m // 60:02}:{m % 60:02}" for m in (ghost.start, ghost.end))
            words = self._say("改到 {start} 至 {end}，回车改期，Esc 放弃", start=start, end=end)
            self._say_now(f"{self._grid.columns[ghost.column].title}，{words}")
            self._bring_into_sight(ghost.column, ghost.start, ghost.end)
        self._repaint()

    def _say_now(self, words: str) -> None:
        self.setAccessibleDescription(words)
        if self.hasFocus():
            announce(self, words)

    def _bring_into_sight(self, column: int, start: int, end: int) -> None:
        """Scroll so that a place can be seen, its beginning before its end."""
        plan, bar = self._plan(), self.verticalScrollBar()
        below = plan.y_of(end) - plan.viewport.height()
        if below > 0:
            bar.setValue(bar.value() + below)
        above = plan.head - self._plan().y_of(start)
        if above > 0:
            bar.setValue(bar.value() - above)
        box, across = plan.column_box(column), self.horizontalScrollBar()
        left = plan.viewport.width() - box.right() - 1 if plan.is_rtl else box.left()
        if left < plan.gutter:
            across.setValue(across.value() - (plan.gutter - left))
        elif left + box.width() > plan.viewport.width():
            across.setValue(across.value() + left + box.width() - plan.viewport.width())

    def _repaint(self) -> None:
        self.viewport().update()

    # Qt's own

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = GridPainter(self._kit, paint_on(self.viewport()), self._plan())
        painter.ground()
        for block in self._grid.blocks:
            is_current = self.hasFocus() and block.id == self.cursor_at.block_id
            painter.block(block, is_current=is_current)
        painter.now()
        if self.hasFocus() and self.block is None and self._grid.columns:
            painter.cell(self.cursor_at.column, self.cursor_at.minute)
        if self.ghost is not None:
            painter.ghost(self.ghost)
        painter.heads()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._on_style()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._tell()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._repaint()

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            block = self._plan().block_at(event.pos())
            QToolTip.showText(event.globalPos(), block.spoken if block is not None else "", self)
            return True
        return super().viewportEvent(event)
