"""The pane beside the table: one case at a glance with its next step."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.presenters.cases.preview import CasePreview, EventLine, Fact
from app.ui.kit import Kit
from app.ui.screens.cases.duties import DutyMini
from app.ui.screens.cases.table import deadline_of
from app.ui.style.style import Size
from app.ui.widgets.buttons import Button
from app.ui.widgets.chips import DeadlineChip
from app.ui.widgets.risk import RiskBars
from app.ui.widgets.texts import Text, rule

_DUTIES = 4


class PreviewPane(QFrame):
    """Chip, risk, title, next step, facts, the four duties and the last events of a case.

    ← and Esc lead back to the list; what the verbs do is the presenter's.
    """

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self._say = kit.translator.text
        self._backs: list[Callable[[], None]] = []
        self.setProperty("card", True)
        self.setAccessibleName(self._say("预览"))
        self._chip = DeadlineChip(kit)
        self._risk = RiskBars(kit)
        self._title = Text(kit, "", size="title2", bold=True, wrap=True)
        self._origin = Text(kit, "", size="small", tone="text2", wrap=True)
        self.step = Button(kit, "", kind="primary", keys="F9", height="large")
        self.open = Button(kit, self._say("打开案件"), height="small")
        self.supervise = Button(kit, self._say("督办"), icon="megaphone", height="small")
        for button in (self.step, self.open, self.supervise):
            button.installEventFilter(self)
        self._facts = _Lines(kit, 66, "body")
        self._duties = [DutyMini(kit) for _place in range(_DUTIES)]
        self._events = _Lines(kit, 88, "small")
        outer = QVBoxLayout(self)
        kit.style.lay(outer, (1, 1, 1, 1))
        outer.addWidget(self._scrolled(self._content()))
        self.setVisible(False)

    def on_back(self, callback: Callable[[], None]) -> None:
        """Call back when the user wants back to the list."""
        self._backs.append(callback)

    def on_duties(self, callback: Callable[[], None]) -> None:
        """Call back when one of the duties is pressed."""
        for card in self._duties:
            card.clicked.connect(lambda _on=False: callback())

    def show_case(self, preview: CasePreview) -> None:
        """Show a case."""
        chip = preview.chip
        spoken = "，".join(part for part in (chip.text, chip.detail) if part)
        self._chip.show_deadline(deadline_of(chip.kind), chip.text, spoken=spoken)
        self._risk.show_risk(preview.risk_level, preview.risk)
        self._title.setText(preview.title)
        self._origin.setText(preview.origin)
        self.step.set_text(preview.step.text)
        self.step.set_icon_name(preview.step.icon)
        self._facts.show_facts(preview.facts)
        for mini, card in zip(self._duties, preview.duties, strict=True):
            mini.show_card(card)
        self._events.show_events(preview.events)

    def focus(self) -> None:
        """Take the user to the next step."""
        self.step.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the way back from a button: Qt's own arrow would go to the button beside it."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self._take_key(event):
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._take_key(event):
            super().keyPressEvent(event)

    def _take_key(self, event: QKeyEvent) -> bool:
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        back = Qt.Key.Key_Right if rtl else Qt.Key.Key_Left
        if event.key() not in {back, Qt.Key.Key_Escape} or event.modifiers():
            return False
        for callback in self._backs:
            callback()
        return True

    # pieces

    def _scrolled(self, content: QWidget) -> QScrollArea:
        area = QScrollArea()
        area.setWidget(content)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return area

    def _content(self) -> QWidget:
        content = QWidget()
        content.setObjectName("page")
        column = QVBoxLayout(content)
        self._kit.style.lay(column)
        column.addLayout(self._head())
        for title, body in (("", self._facts), (self._say("四包"), self._cards())):
            column.addWidget(rule())
            column.addLayout(self._block(title, body))
        column.addWidget(rule())
        column.addLayout(self._block(self._say("最近动态"), self._events))
        column.addStretch(1)
        return content

    def _head(self) -> QVBoxLayout:
        column = QVBoxLayout()
        self._kit.style.lay(column, (16, 14, 16, 12), gap=10)
        top = QHBoxLayout()
        top.addWidget(self._chip)
        top.addStretch(1)
        top.addWidget(self._risk)
        names = QVBoxLayout()
        self._kit.style.lay(names, gap=2)
        names.addWidget(self._title)
        names.addWidget(self._origin)
        column.addLayout(top)
        column.addLayout(names)
        column.addWidget(self.step)
        beside = QHBoxLayout()
        self._kit.style.lay(beside, gap=8)
        beside.addWidget(self.open, 1)
        beside.addWidget(self.supervise, 1)
        column.addLayout(beside)
        return column

    def _block(self, title: str, body: QWidget) -> QVBoxLayout:
        column = QVBoxLayout()
        self._kit.style.lay(column, (16, 12, 16, 12), gap=8)
        if title:
            column.addWidget(Text(self._kit, title, bold=True))
        column.addWidget(body)
        return column

    def _cards(self) -> QWidget:
        cards = QWidget()
        cards.setObjectName("plain")
        row = QHBoxLayout(cards)
        self._kit.style.lay(row, gap=6)
        for card in self._duties:
            row.addWidget(card)
        return cards


class _Lines(QWidget):
    """Labels and values in two columns; the labels are made once and used again."""

    def __init__(self, kit: Kit, label_width: int, size: Size) -> None:
        super().__init__()
        self._kit, self._label_width, self._size = kit, label_width, size
        self._labels: list[Text] = []
        self._values: list[Text] = []
        self.setObjectName("plain")
        self._grid = QGridLayout(self)
        kit.style.lay(self._grid, gap=(8, 6))
        self._grid.setColumnStretch(1, 1)

    def show_facts(self, facts: Sequence[Fact]) -> None:
        """Show facts; an overdue clock is red; how a date was reckoned is told by the tip, as on the chip."""
        for place, fact in enumerate(facts):
            self._fill(place, fact.label, fact.value)
            value = self._values[place]
            value.set_tone("err" if fact.is_late else "text")
            value.setToolTip(fact.note)
            value.setAccessibleDescription(fact.note)
        self._hide_from(len(facts))

    def show_events(self, events: Sequence[EventLine]) -> None:
        """Show events, the newest first; who did it is in the tooltip."""
        for place, event in enumerate(events):
            self._fill(place, event.when, event.what)
            self._values[place].setToolTip(" ".join(part for part in (event.what, event.who) if part))
        self._hide_from(len(events))

    def _fill(self, place: int, label: str, value: str) -> None:
        if place == len(self._labels):
            self._add(place)
        for widget, text in ((self._labels[place], label), (self._values[place], value)):
            widget.setText(text)
            widget.setVisible(bool(text))

    def _add(self, place: int) -> None:
        label = Text(self._kit, "", size=self._size, tone="text2")
        value = Text(self._kit, "", size=self._size, wrap=True)
        self._kit.style.fix(label, width=self._label_width)
        top = Qt.AlignmentFlag.AlignTop
        self._grid.addWidget(label, place, 0, top)
        self._grid.addWidget(value, place, 1, top)
        self._labels.append(label)
        self._values.append(value)

    def _hide_from(self, place: int) -> None:
        for widgets in (self._labels, self._values):
            for widget in widgets[place:]:
                widget.setVisible(False)
