"""The deadline chip of the head: a button that opens every running clock with its arithmetic."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from app.presenters.due_words import Chip, ChipKind
from app.presenters.workspace.words.clocks import ClockWords
from app.ui.kit import Kit
from app.ui.widgets.chips import Deadline, DeadlineChip, chip_width, draw_chip
from app.ui.widgets.texts import Text, rule

KINDS: dict[ChipKind, Deadline] = {
    ChipKind.AMPLE: "ample",
    ChipKind.NEAR: "near",
    ChipKind.TODAY: "today",
    ChipKind.OVERDUE: "overdue",
    ChipKind.PAUSED: "paused",
    ChipKind.DONE: "done",
    ChipKind.NONE: "ample",
}
_PANEL = 380


class ClockButton(QPushButton):
    """The leading clock; Space, Enter or a click opens all of them."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self._chip = Chip(ChipKind.NONE, "")
        self._clocks: tuple[ClockWords, ...] = ()
        self._panel: QFrame | None = None
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.clicked.connect(lambda _on=False: self.open_panel())
        kit.style.watch(self, self.updateGeometry)

    def show_clocks(self, chip: Chip, clocks: Sequence[ClockWords]) -> None:
        """Show the leading clock; the others wait in the panel."""
        self._chip, self._clocks = chip, tuple(clocks)
        self.setText(chip.text)
        self.setToolTip(chip.detail)
        self.setAccessibleName("，".join(part for part in (chip.text, chip.detail) if part))
        self.updateGeometry()
        self.update()

    def open_panel(self) -> None:
        """Open the list of all clocks below the chip; Esc or a click elsewhere closes it."""
        if not self._clocks:
            return
        self._panel = ClockPanel(self._kit, self._clocks, self)
        self._panel.adjustSize()
        at = self.mapToGlobal(QPoint(self.width() - self._panel.width(), self.height() + 4))
        self._panel.move(at)
        self._panel.show()
        self._panel.setFocus()

    def sizeHint(self) -> QSize:
        return QSize(chip_width(self._kit, KINDS[self._chip.kind], self._chip.text), self._kit.style.px(34))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        kind = KINDS[self._chip.kind]
        draw_chip(painter, self._kit, self.rect(), kind, self._chip.text, direction=self.layoutDirection())
        if self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._kit.style.color("focus"), 2))
            ring = QRectF(self.rect()).adjusted(1, 3, -1, -3)
            painter.drawRoundedRect(ring, ring.height() / 2, ring.height() / 2)


class ClockPanel(QFrame):
    """Every running clock: chip, name, and how its last day was counted."""

    def __init__(self, kit: Kit, clocks: Sequence[ClockWords], parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("card", True)
        self.setAccessibleName(kit.translator.text("全部时钟"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        column = QVBoxLayout(self)
        kit.style.lay(column, (16, 14, 16, 14), gap=8)
        kit.style.fix(self, width=_PANEL)
        for place, clock in enumerate(clocks):
            if place:
                column.addWidget(rule())
            column.addWidget(Text(kit, clock.name, bold=True))
            column.addWidget(DeadlineChip(kit, KINDS[clock.chip.kind], clock.chip.text))
            told = Text(kit, clock.explanation, size="small", tone="text2", wrap=True)
            told.setFixedWidth(kit.style.px(_PANEL - 34))
            column.addWidget(told)
