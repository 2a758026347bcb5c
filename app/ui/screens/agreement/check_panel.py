"""检查: fixed at the foot of the editor, three rows high, then it scrolls."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from app.presenters.agreement.shown import CheckRow, CheckWords
from app.ui.kit import Kit
from app.ui.shell.headers import ScrollBody
from app.ui.style.painting import paint_on
from app.ui.widgets.buttons import Button
from app.ui.widgets.chips import CountPill
from app.ui.widgets.texts import ElidedText, Text

_ROW, _SHOWN = 46, 3
Act = Callable[[int], None]


class _Row(QWidget):
    """One thing found: mark, sentence, the one fix. A click or Enter goes to its field."""

    def __init__(self, kit: Kit, place: int, go: Act, fix: Act) -> None:
        super().__init__()
        self._kit, self._place, self._go = kit, place, go
        self._row: CheckRow | None = None
        self._is_current = False
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._mark = QLabel()
        self._words = ElidedText(kit, "")
        self.fix = Button(kit, "", height="small")
        self.fix.clicked.connect(lambda _on=False: fix(place))
        row = QHBoxLayout(self)
        kit.style.lay(row, (16, 4, 16, 4), gap=12)
        row.addWidget(self._mark)
        row.addWidget(self._words, 1)
        row.addWidget(self.fix)
        kit.style.watch(self, self._on_style)

    def show_row(self, row: CheckRow, *, is_current: bool) -> None:
        """Show what was found."""
        say = self._kit.translator.text
        self._row, self._is_current = row, is_current
        self._words.setText(row.sentence)
        self.fix.set_text(row.fix)
        self.fix.setVisible(bool(row.fix))
        level = say("须改") if row.is_must else say("建议")
        self.setAccessibleName(say("{level}：{sentence}", level=level, sentence=row.sentence))
        self._on_style()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._kit.style.px(320), max(self._kit.style.px(_ROW), super().sizeHint().height()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        style, painter = self._kit.style, paint_on(self)
        if self._row is not None and self._row.is_must:
            painter.fillRect(self.rect(), style.color("errBg"))
        painter.setPen(QPen(style.color("line"), 1))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
        if self._is_current:
            bar = self.rect()
            bar.setWidth(style.px(3))
            if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
                bar.moveRight(self.rect().right())
            painter.fillRect(bar, style.color("err" if self._row and self._row.is_must else "warn"))
        if self.hasFocus():
            painter.setPen(QPen(style.color("focus"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(3, 2, -3, -3), style.px(6), style.px(6))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            self._go(self._place)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._go(self._place)

    def _on_style(self) -> None:
        if self._row is not None:
            name, tone = ("stop", "err") if self._row.is_must else ("alert", "warn")
            self._mark.setPixmap(self._kit.style.picture(name, tone, 20, self.devicePixelRatioF()))


class CheckPanel(QFrame):
    """Counts, rows and the keys that walk them."""

    def __init__(self, kit: Kit, walk: Callable[[], None], go: Act, fix: Act) -> None:
        super().__init__()
        self._kit, self._go, self._fix = kit, go, fix
        self._rows: list[_Row] = []
        self.setObjectName("bar")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        say = kit.translator.text
        self._must, self._advice = CountPill(kit, tone="err"), CountPill(kit, tone="warn")
        self._passed = CountPill(kit, tone="ok")
        self._next = Button(kit, say("下一处"), kind="quiet", keys="F8", height="small")
        self._next.clicked.connect(lambda _on=False: walk())
        head = QHBoxLayout()
        kit.style.lay(head, (16, 3, 10, 3), gap=8)
        head.addWidget(Text(kit, say("检查"), bold=True))
        for pill in (self._must, self._advice, self._passed):
            head.addWidget(pill)
        head.addStretch(1)
        head.addWidget(self._next)
        self._scroll = ScrollBody(kit, (0, 0, 0, 0), gap=0)
        self._scroll.body.addStretch(1)
        column = QVBoxLayout(self)
        kit.style.lay(column)
        column.addLayout(head)
        column.addWidget(self._scroll)
        kit.style.watch(self, self._fit)
        self._count = 0

    def show_checks(self, checks: CheckWords) -> None:
        """Show what was found."""
        say = self._kit.translator.text
        self._must.show_count(say("须改 {n}", n=checks.must))
        self._must.setVisible(checks.must > 0)
        self._advice.show_count(say("建议 {n}", n=checks.advice))
        self._advice.setVisible(checks.advice > 0)
        self._passed.show_count(say("通过 {n}", n=checks.passed))
        self._next.setVisible(bool(checks.rows))
        while len(self._rows) < len(checks.rows):
            row = _Row(self._kit, len(self._rows), self._go, self._fix)
            self._rows.append(row)
            self._scroll.body.insertWidget(len(self._rows) - 1, row)
        for place, row in enumerate(self._rows):
            row.setVisible(place < len(checks.rows))
            if place < len(checks.rows):
                row.show_row(checks.rows[place], is_current=place == checks.current)
        self._count = len(checks.rows)
        self._fit()
        if 0 <= checks.current < len(self._rows):
            self._scroll.ensureWidgetVisible(self._rows[checks.current], 0, 0)

    def _fit(self) -> None:
        height = self._kit.style.px(_ROW)
        if self._rows:
            height = max(height, self._rows[0].sizeHint().height())
        self._scroll.setFixedHeight(min(_SHOWN, self._count) * height)
