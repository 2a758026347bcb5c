"""The window that merges two entries of the register: choose the other one, compare, decide, be asked."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.presenters.rosters.merging import MergeOffer, MergePresenter, MergeQuestion, MergeRow
from app.ui.kit import Kit
from app.ui.screens.rosters.search_box import SearchBox
from app.ui.widgets.buttons import Button
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.notices import ErrorStrip
from app.ui.widgets.switches import Segmented
from app.ui.widgets.texts import Text

_LIST_HEIGHT = 380


class MergeDialog(Dialog):
    """Every decision is :class:`MergePresenter`'s; Esc changes nothing."""

    def __init__(self, kit: Kit, presenter: MergePresenter, parent: QWidget | None = None) -> None:
        say = kit.translator.text
        title = say("把另一条合并到{name}", name=presenter.record.name)
        super().__init__(kit, title, width=720, parent=parent)
        self._presenter = presenter
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._error = ErrorStrip(kit)
        self.search = SearchBox(kit, say("姓名、首字母、电话或证件后几位"))
        self._told = Text(kit, "", wrap=True)
        self.offers: list[Button] = []
        self.switches: dict[str, Segmented] = {}
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        kit.style.least(self._area, height=_LIST_HEIGHT)
        for widget in (self._error, self._told, self.search):
            self.body.addWidget(widget)
        self.body.addWidget(self._area, 1)
        self.back = self.add_verb(say("返回"), is_default=True)
        self.verb = self.add_verb(say("合并"), presenter.merge, kind="primary", keys="Ctrl+Enter")
        self.verb.setVisible(False)
        self.search.on_narrowed(presenter.search)
        self.search.on_down(self._to_offers)
        self.finished.connect(lambda _code: presenter.detach())
        presenter.attach(self)
        if self.search.isVisibleTo(self):
            self.search.setFocus()

    # presenter → view

    def show_offers(self, words: str, offers: Sequence[MergeOffer]) -> None:
        """Offer entries to choose the other one from."""
        self._told.setText(words)
        inside, column = self._page()
        self.offers = [self._offer(offer) for offer in offers]
        for offer, button in zip(offers, self.offers, strict=True):
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
            column.addWidget(Text(self._kit, offer.facts, size="small", tone="text2", wrap=True))
        column.addStretch(1)
        self._area.setWidget(inside)

    def show_question(self, question: MergeQuestion) -> None:
        """Lay both side by side and ask."""
        kit = self._kit
        self._told.setText("\n".join(question.words))
        self.search.setVisible(False)
        self.verb.setVisible(True)
        inside, column = self._page()
        grid = QGridLayout()
        kit.style.lay(grid, gap=(12, 8))
        for at, stretch in ((1, 1), (2, 1)):
            grid.setColumnStretch(at, stretch)
        grid.addWidget(Text(kit, question.ours, bold=True, wrap=True), 0, 1)
        grid.addWidget(Text(kit, question.theirs, bold=True, wrap=True), 0, 2)
        self.switches = {}
        for place, row in enumerate(question.rows, start=1):
            self._row(grid, place, row)
        column.addLayout(grid)
        column.addStretch(1)
        self._area.setWidget(inside)
        first = next(iter(self.switches.values()), None)
        if first is not None:
            first.focus()
        else:
            self.back.setFocus()

    def show_failure(self, words: str) -> None:
        """Say what failed; empty words hide it."""
        if words:
            self._error.tell(words)
        else:
            self._error.clear()

    def show_busy(self, *, is_busy: bool) -> None:
        """Let nobody merge twice."""
        self.verb.setEnabled(not is_busy)

    def finish(self) -> None:
        """Close: they are merged."""
        self.accept()

    # pieces

    def _page(self) -> tuple[QWidget, QVBoxLayout]:
        inside = QWidget()
        inside.setObjectName("page")
        column = QVBoxLayout(inside)
        self._kit.style.lay(column, (2, 2, 8, 2), gap=6)
        return inside, column

    def _offer(self, offer: MergeOffer) -> Button:
        button = Button(self._kit, offer.name, kind="link", height="small")
        button.setAccessibleName(f"{offer.name}，{offer.facts}")
        button.clicked.connect(lambda _on=False: self._presenter.choose(offer.id))
        return button

    def _row(self, grid: QGridLayout, place: int, row: MergeRow) -> None:
        kit = self._kit
        label = Text(kit, row.label, size="small", tone="text2")
        grid.addWidget(label, place, 0, Qt.AlignmentFlag.AlignTop)
        for at, value in ((1, row.ours), (2, row.theirs)):
            words = Text(kit, value or "—", tone="text" if row.choices else "text2", wrap=True)
            words.setAccessibleName(f"{row.label}，{value or kit.translator.text('未填')}")
            grid.addWidget(words, place, at, Qt.AlignmentFlag.AlignTop)
        if not row.choices:
            return
        switch = Segmented(kit, row.choices, name=row.label)
        switch.show_value(row.kept.value)
        switch.on_chosen(partial(self._presenter.keep, row.key))
        self.switches[row.key] = switch
        holder = QHBoxLayout()
        kit.style.lay(holder)
        holder.addWidget(switch)
        grid.addLayout(holder, place, 3, Qt.AlignmentFlag.AlignTop)

    def _to_offers(self) -> None:
        if self.offers:
            self.offers[0].setFocus()
