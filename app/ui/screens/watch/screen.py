"""督办: orders and whistles by what is owed, everything about one beside them, and the closed loop."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from app.presenters.desk import Desk
from app.presenters.navigation import Navigator
from app.presenters.watch.loop import LoopColumn
from app.presenters.watch.presenter import BY_ME, EVERYBODY, TO_ME, WatchPresenter
from app.presenters.watch.words import WatchCard, WatchRow
from app.ui.kit import Kit
from app.ui.screens.rosters.search_box import SearchBox
from app.ui.screens.watch.loop_board import LoopBoard
from app.ui.screens.watch.pane import WatchPane
from app.ui.screens.watch.table import WatchTable, watch_model
from app.ui.shell.headers import PageHeader
from app.ui.shell.pages import bind
from app.ui.widgets.buttons import Button
from app.ui.widgets.notices import BusyBar, EmptyState, ErrorStrip
from app.ui.widgets.switches import Segmented, ViewTabs

_PANE = 400
_TICK_MS = 20_000


class WatchScreen(QWidget):
    """The page as widgets; every decision is :class:`WatchPresenter`'s."""

    def __init__(self, kit: Kit, desk: Desk, navigator: Navigator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        say = kit.translator.text
        self._header = PageHeader(kit, say("督办"))
        self._busy, self._error = BusyBar(kit), ErrorStrip(kit)
        self.tabs = ViewTabs(kit, name=say("督办和吹哨"))
        whose = [(EVERYBODY, say("全部")), (BY_ME, say("我签发的")), (TO_ME, say("给我的"))]
        self.whose = Segmented(kit, whose, name=say("谁的"))
        self.search = SearchBox(kit, say("编号、案由、姓名或单位"))
        self.note = Button(kit, say("未诉先办"), icon="plus", keys="Ctrl+N")
        self.blow = Button(kit, say("吹哨"), icon="whistle", keys="Shift+F7")
        self._model = watch_model(kit, self)
        self.table = WatchTable(kit, self._model, name=say("督办和吹哨列表"), flush=True)
        self.pane = WatchPane(kit)
        self.loop = LoopBoard(kit)
        self._empty = EmptyState(kit, "", icon="megaphone")
        self._stack, self._whole = QStackedWidget(), QStackedWidget()
        self._presenter = WatchPresenter(desk, navigator, self)
        self._build()
        self._connect()
        self._presenter.refresh()

    # shell → screen

    def page_shown(self) -> None:
        """Take the stage: fresh rows, the cursor in the list."""
        self._presenter.refresh()
        self._to_list()

    def page_left(self) -> None:
        """Give way; forms keep their own drafts."""

    def choose(self, tab: str) -> None:
        """Show a tab by its key."""
        self.tabs.show_value(tab)
        self._presenter.choose_tab(tab)

    # presenter → view

    def show_tabs(self, tabs: Sequence[tuple[str, str, str]]) -> None:
        """Show the tabs with their counts."""
        self.tabs.show_tabs(tabs)

    def show_facts(self, words: str) -> None:
        """Show the line beside the title."""
        self._header.set_facts(words)

    def show_rows(self, rows: Sequence[WatchRow]) -> None:
        """Show the list; the cursor stays on its row."""
        self._model.show_items(rows)
        if rows and self.table.current() is None:
            self.table.select_first()

    def show_card(self, card: WatchCard | None) -> None:
        """Show everything about one row, or nothing."""
        self.pane.show_card(card)

    def show_loop(self, columns: Sequence[LoopColumn] | None) -> None:
        """Show the closed loop instead of the list; None goes back to the list."""
        if columns is not None:
            self.loop.show_columns(columns)
        self._whole.setCurrentIndex(0 if columns is None else 1)

    def show_empty(self, words: str, action: str) -> None:
        """Say that nothing is found; empty words hide it."""
        self._empty.say(words, action)
        self._stack.setCurrentIndex(1 if words else 0)

    def show_busy(self, *, is_busy: bool) -> None:
        """Show that the page is being read."""
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

    # pieces

    def _build(self) -> None:
        style = self._kit.style
        column = QVBoxLayout(self)
        style.lay(column, (24, 20, 24, 20), gap=10)
        head = QVBoxLayout()
        style.lay(head)
        head.addWidget(self._header)
        head.addWidget(self._busy)
        head.addWidget(self.tabs)
        column.addLayout(head)
        column.addWidget(self._error)
        tools = QHBoxLayout()
        style.lay(tools, gap=10)
        tools.addWidget(self.search)
        tools.addWidget(self.whose)
        tools.addStretch(1)
        tools.addWidget(self.note)
        tools.addWidget(self.blow)
        column.addLayout(tools)
        card = QFrame()
        card.setProperty("card", True)
        inside = QVBoxLayout(card)
        style.lay(inside, (1, 1, 1, 1))
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._empty)
        inside.addWidget(self._stack)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(card)
        splitter.addWidget(self.pane)
        splitter.setStretchFactor(0, 1)
        style.least(card, width=420)
        style.least(self.pane, width=300)
        splitter.setSizes([style.px(900), style.px(_PANE)])
        self._whole.addWidget(splitter)
        self._whole.addWidget(self.loop)
        column.addWidget(self._whole, 1)

    def _connect(self) -> None:
        presenter = self._presenter
        # user → presenter
        self.tabs.on_chosen(presenter.choose_tab)
        self.whose.on_chosen(presenter.choose_whose)
        self.search.on_narrowed(presenter.narrow)
        self.search.on_down(self._to_list)
        self.note.clicked.connect(lambda _on=False: presenter.note())
        self.blow.clicked.connect(lambda _on=False: presenter.blow())
        self.table.on_current(presenter.look_at)
        self.table.on_opened(presenter.press)
        self.table.on_pressed(presenter.press)
        self.table.on_menu(self._open_menu)
        self.table.on_aside(self.pane.focus)
        self.pane.on_act(presenter.do)
        self.pane.on_case(presenter.open_case)
        self.pane.on_back(self._to_list)
        self.loop.on_act(presenter.do)
        self.loop.on_case(presenter.open_case)
        self._empty.on_action(self._clear)
        for keys, act in (
            ("Ctrl+F", self._to_search),
            ("Ctrl+N", self.note.click_if_enabled),
            ("Shift+F7", self.blow.click_if_enabled),
            ("F5", presenter.refresh),
            ("F9", self.act),
        ):
            bind(self, keys, act)
        self._minute = QTimer(self)
        self._minute.timeout.connect(lambda: presenter.tick() if self.isVisible() else None)
        self._minute.start(_TICK_MS)

    def act(self) -> None:
        """Do the main act of the row in hand (F9)."""
        row = self.table.current()
        if row is not None and self._whole.currentIndex() == 0:
            self._presenter.press(row)

    def _open_menu(self, row: WatchRow, at: QPoint) -> None:
        self._presenter.look_at(row)
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for button in self.pane.buttons:
            menu.addAction(button.text()).triggered.connect(lambda _on=False, press=button: press.click())
        menu.popup(at)

    def _to_list(self) -> None:
        if self._whole.currentIndex():
            self.loop.focus()
            return
        if self.table.current() is None:
            self.table.select_first()
        self.table.setFocus()

    def _to_search(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    def _clear(self) -> None:
        self.search.clear()
        self.whose.show_value(EVERYBODY)
        self._presenter.clear()
        self.search.setFocus()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.WindowActivate and self.isVisible():
            self._presenter.refresh()
        return super().event(event)
