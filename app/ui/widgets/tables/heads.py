"""The heads of a table."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QHeaderView, QStyle, QWidget

from app.ui.kit import Kit
from app.ui.widgets.tables.delegate import SIDE


class Heads(QHeaderView):
    """Column heads; the one sorted by carries a small arrow after its word."""

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._kit = kit
        self.sorted_by: tuple[int, bool] | None = None
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803 - Qt's name
        painter.save()
        super().paintSection(painter, rect, logicalIndex)
        painter.restore()
        if self.sorted_by is None or self.sorted_by[0] != logicalIndex:
            return
        style = self._kit.style
        text = str(self.model().headerData(logicalIndex, Qt.Orientation.Horizontal) or "")
        lead = style.px(SIDE) + QFontMetrics(style.font("small")).horizontalAdvance(text) + style.px(4)
        side = style.px(14)
        at = QRect(rect.x() + lead, rect.y() + (rect.height() - side) // 2, side, side)
        box = QStyle.visualRect(self.layoutDirection(), rect, at)
        picture = style.picture("down" if self.sorted_by[1] else "upc", "text2", 14, self.devicePixelRatioF())
        painter.drawPixmap(box.topLeft(), picture)
