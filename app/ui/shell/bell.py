"""The bell: how many notices nobody has read, and the list of them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.presenters.shell.notices import Notice
from app.ui.kit import Kit
from app.ui.style.painting import paint_on
from app.ui.widgets.buttons import Button, IconButton
from app.ui.widgets.notices import EmptyState
from app.ui.widgets.texts import Text

_WIDTH, _TALLEST = 420, 460
_MOST = 99


class BellButton(IconButton):
    """The bell of the top bar with the count of what is unread."""

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit, "bell", kit.translator.text("通知"), height="normal")
        self.count = 0

    def show_count(self, count: int) -> None:
        """Show how many are unread; none shows the bell alone."""
        self.count = count
        words = self._kit.translator.text
        self.set_name(words("通知，{n} 条未看", n=count) if count else words("通知"))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.count:
            return
        style, painter = self._kit.style, paint_on(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        words = str(self.count) if self.count <= _MOST else f"{_MOST}+"
        font = style.font("caption", bold=True)
        metrics = QFontMetrics(font)
        height = min(metrics.height(), self.height() // 2)
        width = max(height, metrics.horizontalAdvance(words) + style.px(8))
        box = QRectF(self.width() - width - 1, 1, width, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(style.color("primary"))
        painter.drawRoundedRect(box, height / 2, height / 2)
        painter.setPen(style.color("onPrimary"))
        painter.setFont(font)
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), words)

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(hint.width() + self._kit.style.px(6), hint.height())


class _Line(QFrame):
    """One notice: it takes the focus, so that it can be heard; Enter presses its button."""

    def __init__(self, kit: Kit, notice: Notice, panel: NoticePanel) -> None:
        super().__init__()
        self._panel = panel
        self.setObjectName("notice")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("，".join(part for part in (notice.when, notice.words) if part))
        row = QHBoxLayout(self)
        kit.style.lay(row, (12, 8, 8, 8), gap=10)
        if notice.is_standing:
            when = Text(kit, kit.translator.text("待办"), size="small", tone="warn", bold=True)
        else:
            when = Text(kit, notice.when, size="small", tone="text3")
        row.addWidget(when, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Text(kit, notice.words, wrap=True), 1)
        self.button: Button | None = None
        if notice.act is not None:
            self.button = Button(kit, notice.act_text, height="small")
            act = notice.act
            self.button.clicked.connect(lambda _on=False: panel.run(act))
            row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if event.key() in steps:
            self._panel.step(self, steps[Qt.Key(event.key())])
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.button is not None:
            self.button.click()
        else:
            super().keyPressEvent(event)


class NoticePanel(QWidget):
    """Hangs under the bell; ↑↓ moves, Enter presses, Esc or a click beside it closes."""

    def __init__(self, kit: Kit, notices: Sequence[Notice], parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._kit = kit
        words = kit.translator.text
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setWindowTitle(words("通知"))
        self.setAccessibleName(words("通知"))
        frame = QFrame()
        frame.setObjectName("palette")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        column = QVBoxLayout(frame)
        kit.style.lay(column, (8, 10, 8, 10), gap=6)
        head = Text(kit, words("通知"), size="title3", bold=True)
        head.setContentsMargins(kit.style.px(8), 0, 0, 0)
        column.addWidget(head)
        self.lines = [_Line(kit, notice, self) for notice in notices]
        if self.lines:
            column.addWidget(self._listed())
        else:
            column.addWidget(
                EmptyState(kit, words("还没有通知。本次打开后说过的话会列在这里。"), icon="bell")
            )
        self.setFixedWidth(kit.style.px(_WIDTH))

    def open_under(self, bell: QWidget) -> None:
        """Show it below the bell, inside the window."""
        self.adjustSize()
        corner = bell.mapToGlobal(QPoint(bell.width(), bell.height() + self._kit.style.px(4)))
        window = bell.window()
        left = window.mapToGlobal(QPoint(8, 0)).x()
        self.move(max(left, corner.x() - self.width()), corner.y())
        self.show()
        (self.lines[0] if self.lines else self).setFocus()

    def step(self, line: _Line, by: int) -> None:
        """Go to the line above or below."""
        place = self.lines.index(line) + by
        if 0 <= place < len(self.lines):
            self.lines[place].setFocus()

    def run(self, act: object) -> None:
        """Close, then do it."""
        self.close()
        if callable(act):
            act()

    def _listed(self) -> QScrollArea:
        inside = QWidget()
        inside.setObjectName("page")
        rows = QVBoxLayout(inside)
        self._kit.style.lay(rows, gap=2)
        for line in self.lines:
            rows.addWidget(line)
        rows.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        width = self._kit.style.px(_WIDTH - 32)
        wanted = sum(max(line.heightForWidth(width), line.sizeHint().height()) + 2 for line in self.lines)
        area.setFixedHeight(min(wanted + 8, self._kit.style.px(_TALLEST)))
        return area

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)
