"""四包: every open case against its four duties; who has which, until when."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.presenters.desk import Desk
from app.presenters.duties.board import BoardPresenter
from app.presenters.duties.board_rows import BoardRow
from app.presenters.duties.duty_form import DutyForm
from app.presenters.duties.duty_words import DutyHead
from app.presenters.navigation import Navigator
from app.ui.kit import Kit
from app.ui.screens.duties.duty_dialog import DutyDialog
from app.ui.screens.duties.matrix import DUTIES, Matrix
from app.ui.screens.rosters.search_box import SearchBox
from app.ui.shell.headers import PageHeader
from app.ui.shell.pages import bind
from app.ui.widgets.buttons import Button
from app.ui.widgets.filters import FilterButton
from app.ui.widgets.notices import BusyBar, EmptyState, ErrorStrip
from app.ui.widgets.switches import Segmented
from app.ui.widgets.tables import Cell, Column, LazyTableModel

_ROOM_FOR_ONE_LINE, _ROOM_FOR_TWO, _NARROW_BOX = 1240, 900, 250
_WAITING_ROWS = 6


class DutiesScreen(QWidget):
    """The board as widgets; every decision is :class:`BoardPresenter`'s."""

    def __init__(self, kit: Kit, desk: Desk, navigator: Navigator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self._say = say = kit.translator.text
        self._labels: list[tuple[str, str]] = []
        self._ticked: frozenset[UUID] = frozenset()
        self._header = PageHeader(kit, say("四包"), say("一案四包，定人、定责、定时限"))
        self._busy, self._error = BusyBar(kit), ErrorStrip(kit)
        self.views = Segmented(kit, [], name=say("看哪些案件"))
        self.officials = FilterButton(kit, say("责任领导"), [], single=True)
        self.supervise = Button(kit, say("督办"), icon="megaphone", keys="F7")
        self.narrow = SearchBox(kit, say("案号后几位、姓名、首字母"))
        kit.style.fix(self.narrow, width=_NARROW_BOX)
        self.ledger = Button(kit, say("打印台账"), icon="print")
        self.ledger.setToolTip("Ctrl+P")
        self._presenter = BoardPresenter(desk, navigator, self)
        self._model = LazyTableModel[BoardRow](
            self._columns(),
            self._presenter.request,
            sentence=self._spoken,
            key=lambda row: row.case_id,
            parent=self,
        )
        self.matrix = Matrix(kit, self._model)
        self._empty = EmptyState(kit, "", icon="four")
        self._stack = QStackedWidget()
        self._build()
        self._connect()
        self.matrix.show_count(_WAITING_ROWS, is_new=False)
        self._presenter.start()

    # shell → screen

    def page_shown(self) -> None:
        """Take the stage: fresh cards, the cursor in the matrix."""
        self._presenter.refresh()
        self.matrix.setFocus()

    def page_left(self) -> None:
        """Give way; nothing here waits to be saved."""

    # presenter → view

    def show_views(self, views: Sequence[tuple[str, str, str]], chosen: str) -> None:
        """Show the views with their counts; the focus stays where it was."""
        labels = [(key, f"{word} {count}") for key, word, count in views]
        if labels != self._labels:
            held = self.views.isAncestorOf(self.focusWidget()) if self.focusWidget() else False
            self._labels = labels
            self.views.show_choices(labels)
            self.views.show_value(chosen)
            if held:
                self._to_views()
        self.views.show_value(chosen)

    def show_officials(self, officials: Sequence[str], chosen: str) -> None:
        """Offer the lead officials to narrow by."""
        self.officials.show_options([(name, name) for name in officials])
        self.officials.show_value((chosen,) if chosen else ())
        self.officials.setVisible(bool(officials))

    def show_text(self, text: str) -> None:
        """Show by what the board is narrowed."""
        self.narrow.show_value(text)

    def show_heads(self, heads: Sequence[DutyHead]) -> None:
        """Show the counts over the columns."""
        self.matrix.show_heads(heads)

    def show_count(self, count: int, *, is_new: bool) -> None:
        """Begin a list of so many cases."""
        self.matrix.show_count(count, is_new=is_new)

    def show_ticks(self, ticked: frozenset[UUID], supervise: str) -> None:
        """Show which cases are ticked, and how supervising them is called."""
        self._ticked = ticked
        self.matrix.ticking.show(ticked)
        self.supervise.set_text(supervise)

    def show_empty(self, words: str, action: str) -> None:
        """Say that nothing is found; empty words hide it."""
        self._empty.say(words, action)
        self._stack.setCurrentIndex(1 if words else 0)

    def show_busy(self, *, is_busy: bool) -> None:
        """Show that the board is being read."""
        if is_busy:
            self._busy.begin()
        else:
            self._busy.end()

    def show_error(self, words: str) -> None:
        """Say at the top what failed; empty words hide it."""
        if words:
            self._error.tell(words, retry=self._presenter.refresh)
        else:
            self._error.clear()

    def open_form(self, form: DutyForm) -> None:
        """Open the form of a duty."""
        dialog = DutyDialog(self._kit, form, self)
        dialog.finished.connect(self.matrix.setFocus)
        dialog.open()

    # pieces

    def _columns(self) -> tuple[Column[BoardRow], ...]:
        case: Column[BoardRow] = Column(self._say("案件"), lambda row: Cell(row.title, row.number))
        duties = (_duty_column(self._say(kind.term), place) for place, kind in enumerate(DUTIES))
        return (case, *duties)

    def _spoken(self, row: BoardRow) -> str:
        return f"{self._say('已勾选')}，{row.spoken}" if row.case_id in self._ticked else row.spoken

    def _build(self) -> None:
        style = self._kit.style
        column = QVBoxLayout(self)
        style.lay(column, (24, 16, 24, 18), gap=10)
        self._tools = QWidget()
        row = QHBoxLayout(self._tools)
        style.lay(row, gap=10)
        row.addStretch(1)
        for widget in (self.views, self.officials, self.supervise, self.ledger):
            row.addWidget(widget)
        self._below = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        style.lay(self._below, gap=10)
        head = QVBoxLayout()
        style.lay(head)
        head.addWidget(self._header)
        head.addWidget(self._busy)
        head.addLayout(self._below)
        column.addLayout(head)
        column.addWidget(self._error)
        card = QFrame()
        card.setProperty("card", True)
        inside = QVBoxLayout(card)
        style.lay(inside, (1, 1, 1, 1))
        self._stack.addWidget(self.matrix)
        self._stack.addWidget(self._empty)
        inside.addWidget(self._stack)
        column.addWidget(card, 1)
        for tools in (self.narrow, self._tools):
            self._header.add_action(tools)
        style.watch(self, self._arrange)

    def _connect(self) -> None:
        presenter = self._presenter
        self.views.on_chosen(presenter.choose_view)
        self.officials.on_chosen(lambda keys: presenter.choose_official(keys[0] if keys else ""))
        self.narrow.on_narrowed(presenter.narrow)
        self.narrow.on_down(self.matrix.setFocus)
        self.ledger.clicked.connect(lambda _on=False: presenter.print_ledger())
        self.matrix.on_duty(presenter.open_duty)
        self.matrix.on_case(presenter.open_case)
        self.matrix.ticking.on_ticked(presenter.tick)
        self.matrix.ticking.on_all_ticked(presenter.tick_all)
        self.supervise.clicked.connect(lambda _on=False: presenter.supervise(self.matrix.row_at_cursor()))
        self._empty.on_action(presenter.clear)
        bind(self, "F5", presenter.refresh)
        bind(self, "F7", self.supervise.click_if_enabled)
        bind(self, "Ctrl+P", self.ledger.click_if_enabled)
        bind(self, "F3", self._to_views)
        bind(self, "Ctrl+F", self._to_narrow)
        QWidget.setTabOrder(self.ledger, self.matrix)

    def _to_narrow(self) -> None:
        self.narrow.setFocus()
        self.narrow.selectAll()

    def _to_views(self) -> None:
        chosen = [button for button in self.views.findChildren(QAbstractButton) if button.isChecked()]
        if chosen:
            chosen[-1].setFocus()

    def _arrange(self) -> None:
        """Give the tools a line of their own where they would not fit beside the title, or two."""
        room, px = self.width(), self._kit.style.px
        narrow = room < px(_ROOM_FOR_ONE_LINE)
        below = self._below.indexOf(self._tools) >= 0
        for tools in (self.narrow, self._tools):
            if narrow and not below:
                self._below.addWidget(tools)
            elif not narrow and below:
                self._below.removeWidget(tools)
                self._header.add_action(tools)
        is_tight = room < px(_ROOM_FOR_TWO)
        direction = QBoxLayout.Direction
        self._below.setDirection(direction.TopToBottom if is_tight else direction.LeftToRight)

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]  # Qt hands a QResizeEvent
        self._arrange()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.WindowActivate and self.isVisible():
            self._presenter.refresh()
        return super().event(event)


def _duty_column(heading: str, place: int) -> Column[BoardRow]:
    return Column(
        heading,
        lambda row: Cell(row.cells[place].word),
        tip=lambda row: row.cells[place].tip,
        spoken=lambda row: row.cells[place].spoken,
    )
