"""案件: every case in one table, with views, filters, and the next step of the case under the cursor."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from app.presenters.cases.filters import FilterChoice
from app.presenters.cases.presenter import CasesPresenter
from app.presenters.cases.preview import CasePreview
from app.presenters.cases.rows import CaseRow
from app.presenters.cases.view import SavedTab
from app.presenters.desk import Desk
from app.presenters.navigation import Navigator
from app.ui.kit import Kit
from app.ui.screens.cases.body import SplitBody
from app.ui.screens.cases.filter_bar import FilterBar
from app.ui.screens.cases.foot import CasesFoot
from app.ui.screens.cases.preview import PreviewPane
from app.ui.screens.cases.row_menu import RowMenu
from app.ui.screens.cases.table import CasesTable
from app.ui.screens.cases.views import NameDialog, ViewsBar
from app.ui.shell.headers import PageHeader
from app.ui.shell.pages import bind
from app.ui.widgets.notices import BusyBar, EmptyState, ErrorStrip


class CasesScreen(QWidget):
    """The list of cases as widgets; every decision is :class:`CasesPresenter`'s."""

    def __init__(self, kit: Kit, desk: Desk, navigator: Navigator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self._say = kit.translator.text
        self._header = PageHeader(kit, self._say("案件"))
        self._busy = BusyBar(kit)
        self._error = ErrorStrip(kit)
        self.views = ViewsBar(kit)
        self.filters = FilterBar(kit)
        self.pane = PreviewPane(kit)
        self._presenter = CasesPresenter(desk, navigator, self)
        self.table = CasesTable(kit, self._presenter.request, self)
        self._empty = EmptyState(kit, "", icon="folder")
        self._stack = QStackedWidget()
        self.foot = CasesFoot(kit)
        self.body = SplitBody(kit, self._table_card(), self.pane)
        self.menu = RowMenu(kit, self._presenter, self)
        self._build()
        self._connect()
        self._bind()
        self._presenter.start()

    # shell → screen

    def page_shown(self) -> None:
        """Take the stage: fresh rows, the cursor in the table."""
        self._presenter.refresh()
        self.table.view.setFocus()

    def page_left(self) -> None:
        """Give way; nothing here waits to be saved."""

    # presenter → view

    def show_facts(self, text: str) -> None:
        """Show the line of facts beside the title."""
        self._header.set_facts(text)

    def show_views(self, tabs: Sequence[tuple[str, str, str]], chosen: str) -> None:
        """Show the built-in views as (key, word, count)."""
        self.views.show_views(tabs, chosen)

    def show_saved(self, saved: Sequence[SavedTab], chosen: str) -> None:
        """Show the views this user kept."""
        self.views.show_saved(saved, chosen)

    def show_filters(self, choices: Sequence[FilterChoice], text: str, clear: str) -> None:
        """Show the filters as they are set."""
        self.filters.show_filters(choices, text, clear)

    def show_sort(self, key: str, *, is_descending: bool) -> None:
        """Show by what the list is ordered."""
        self.table.show_sort(key, is_descending=is_descending)

    def show_count(self, count: int, *, is_new: bool) -> None:
        """Begin a list of so many rows."""
        self.table.show_count(count, is_new=is_new)

    def show_ticks(self, ticked: frozenset[UUID]) -> None:
        """Show which cases are ticked."""
        self.table.show_ticks(ticked)

    def show_footer(self, text: str) -> None:
        """Show how many cases are found and ticked."""
        self.foot.words.setText(text)

    def show_verbs(self, batch: str, supervise: str) -> None:
        """Show how what is done with the ticked cases is called."""
        self.foot.batch.set_text(batch)
        self.foot.supervise.set_text(supervise)

    def show_empty(self, words: str, action: str) -> None:
        """Say that nothing is found; empty words hide it."""
        self._empty.say(words, action)
        self._stack.setCurrentIndex(1 if words else 0)

    def show_preview(self, preview: CasePreview | None) -> None:
        """Show a case at a glance, or nothing."""
        if preview is not None:
            self.pane.show_case(preview)
        self.body.show_pane(has_case=preview is not None)

    def show_busy(self, *, is_busy: bool) -> None:
        """Show that the list is being read."""
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

    def copy(self, text: str) -> None:
        """Put a text on the clipboard."""
        QGuiApplication.clipboard().setText(text)

    # pieces

    def _build(self) -> None:
        column = QVBoxLayout(self)
        self._kit.style.lay(column, (24, 20, 24, 20), gap=10)
        top = QVBoxLayout()
        self._kit.style.lay(top)
        top.addWidget(self._header)
        top.addWidget(self._busy)
        top.addWidget(self.views)
        column.addLayout(top)
        column.addWidget(self._error)
        column.addWidget(self.filters)
        column.addWidget(self.body, 1)

    def _table_card(self) -> QFrame:
        card = QFrame()
        card.setProperty("card", True)
        column = QVBoxLayout(card)
        self._kit.style.lay(column, (1, 1, 1, 1))
        self._stack.addWidget(self.table.view)
        self._stack.addWidget(self._empty)
        column.addWidget(self._stack, 1)
        column.addLayout(self.foot)
        return card

    def _connect(self) -> None:
        presenter, table = self._presenter, self.table.view
        # user → presenter
        self.views.on_chosen(presenter.asking.choose_view)
        self.views.on_saved_chosen(presenter.asking.choose_saved)
        self.views.on_removed(presenter.asking.remove_view)
        self.views.save.clicked.connect(self._ask_name)
        self.filters.on_set(presenter.asking.set_filter)
        self.filters.narrow.on_narrowed(presenter.asking.narrow)
        self.filters.narrow.on_down(table.setFocus)
        self.filters.clear.clicked.connect(presenter.asking.clear_filters)
        self._empty.on_action(presenter.asking.clear_filters)
        table.on_opened(presenter.open)
        table.on_ticked(presenter.tick)
        table.on_all_ticked(presenter.tick_all)
        table.on_sorted(lambda key, descending: presenter.asking.sort_by(key, is_descending=descending))
        table.on_menu(self._open_menu)
        self.table.on_look(presenter.glance.look_at)
        self.table.on_right(self._to_preview)
        self.pane.step.clicked.connect(presenter.glance.act)
        self.pane.open.clicked.connect(presenter.glance.open)
        self.pane.supervise.clicked.connect(presenter.glance.supervise)
        self.foot.supervise.clicked.connect(lambda _on=False: presenter.supervise())
        self.foot.batch.clicked.connect(lambda _on=False: presenter.batch())
        self.pane.on_duties(presenter.glance.open_duties)
        self.pane.on_back(self._to_table)

    def _bind(self) -> None:
        bind(self, "Ctrl+F", self._to_narrow)
        bind(self, "F3", self.views.open_menu)
        bind(self, "F5", self._presenter.refresh)
        bind(self, "F9", self._presenter.glance.act)
        bind(self, "F7", self._presenter.supervise)
        bind(self, "Ctrl+P", self._presenter.batch)

    def _to_narrow(self) -> None:
        self.filters.narrow.setFocus()
        self.filters.narrow.selectAll()

    def _to_preview(self) -> None:
        if self.body.open_drawer():
            self.pane.focus()

    def _to_table(self) -> None:
        self.body.close_drawer()
        self.table.view.setFocus()

    def _ask_name(self) -> None:
        dialog = NameDialog(
            self._kit, self._presenter.asking.suggest_name(), self._presenter.asking.save_view, self
        )
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _open_menu(self, row: CaseRow, at: QPoint) -> None:
        self.menu.fill(row, is_ticked=self.table.is_ticked(row), has_ticks=self.table.has_ticks)
        self.menu.popup(at)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.WindowActivate and self.isVisible():
            self._presenter.refresh()
        return super().event(event)
