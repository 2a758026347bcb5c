"""单位与网格: units with their competence, grids, and the import of standard addresses."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.disputes.triage.units import HandlingUnit
from app.domain.people.places.grids import Grid
from app.presenters.desk import Desk
from app.presenters.navigation import Navigator
from app.presenters.rosters.entry_presenter import EntryPresenter
from app.presenters.settings.organisations import NamedLine
from app.presenters.settings.places import ListPreview, PlacesPresenter
from app.ui.kit import Kit
from app.ui.screens.rosters.entry_dialog import EntryDialog
from app.ui.screens.settings.named_list import NamedList
from app.ui.shell.headers import ScrollBody
from app.ui.widgets.buttons import Button
from app.ui.widgets.cards import Card
from app.ui.widgets.notices import BusyBar, ErrorStrip
from app.ui.widgets.texts import Text


class PlacesSection(QWidget):
    """The section as widgets; every decision is :class:`PlacesPresenter`'s."""

    def __init__(self, kit: Kit, desk: Desk, navigator: Navigator) -> None:
        super().__init__()
        self._kit = kit
        say = kit.translator.text
        self.presenter = PlacesPresenter(desk, navigator, self)
        self._strip, self._busy = ErrorStrip(kit), BusyBar(kit)
        self._units = NamedList(kit, self.presenter.edit_unit, say("还没有办理单位，分流时不给建议。"))
        self._grids = NamedList(kit, self.presenter.edit_grid, say("还没有网格。"))
        self._count = Text(kit, "", tone="text2", wrap=True)
        self._told = Text(kit, "", wrap=True)
        self._problems = Text(kit, "", size="small", tone="err", wrap=True)
        self.confirm = Button(kit, say("导入"), kind="primary")
        self.confirm.clicked.connect(lambda _on=False: self.presenter.import_list())
        self._drop = Button(kit, say("不导入"), kind="quiet")
        self._drop.clicked.connect(lambda _on=False: self.presenter.forget_list())
        self._build()
        self.show_preview(None)

    def refresh(self) -> None:
        """Read everything again."""
        self.presenter.refresh()

    # presenter → view

    def show_units(self, units: Sequence[NamedLine]) -> None:
        """Show the units."""
        self._units.show_lines(units)

    def show_grids(self, grids: Sequence[NamedLine]) -> None:
        """Show the grids."""
        self._grids.show_lines(grids)

    def show_addresses(self, words: str) -> None:
        """Say how many addresses there are."""
        self._count.setText(words)

    def show_preview(self, preview: ListPreview | None) -> None:
        """Show what a list would bring, or nothing."""
        self._told.setText(preview.words if preview else "")
        self._problems.setText("\n".join(preview.problems) if preview else "")
        for widget in (self._told, self._drop):
            widget.setVisible(preview is not None)
        self._problems.setVisible(preview is not None and bool(preview.problems))
        self.confirm.setVisible(preview is not None and preview.can_import)

    def show_busy(self, *, is_busy: bool) -> None:
        """Show that a list is being read or written."""
        if is_busy:
            self._busy.begin()
        else:
            self._busy.end()

    def show_error(self, words: str) -> None:
        """Say at the top what failed; empty words hide it."""
        if words:
            self._strip.tell(words)
        else:
            self._strip.clear()

    def open_unit(self, form: EntryPresenter[HandlingUnit]) -> None:
        """Open the form of a unit."""
        EntryDialog(self._kit, form, self).open()

    def open_grid(self, form: EntryPresenter[Grid]) -> None:
        """Open the form of a grid."""
        EntryDialog(self._kit, form, self).open()

    # pieces

    def _build(self) -> None:
        kit = self._kit
        say = self._kit.translator.text
        page = ScrollBody(kit, (0, 4, 8, 20), gap=16)
        page.body.addWidget(self._strip)
        units = Card(kit, say("办理单位"), icon="route", note=say("分流时按归口、辖区、层级推荐"))
        units.add_action(self._add(say("新增办理单位"), lambda: self.presenter.edit_unit(None)))
        units.body.addWidget(self._units)
        grids = Card(kit, say("网格"), icon="pin")
        grids.add_action(self._add(say("新增网格"), lambda: self.presenter.edit_grid(None)))
        grids.body.addWidget(self._grids)
        for card in (units, grids, self._addresses()):
            page.body.addWidget(card)
        page.body.addStretch(1)
        column = QVBoxLayout(self)
        kit.style.lay(column)
        column.addWidget(page)

    def _addresses(self) -> Card:
        kit = self._kit
        say = self._kit.translator.text
        card = Card(kit, say("标准地址"), icon="home", note=say("一标三实"))
        choose = Button(kit, say("选择表格"), icon="folder", height="small")
        choose.clicked.connect(lambda _on=False: self.presenter.choose_list())
        card.add_action(choose)
        told = say("第一行是列名：地址、网格编码、网格名称等。先看清再导入，有一行不对就都不导入。")
        for widget in (self._count, Text(kit, told, size="small", tone="text2", wrap=True), self._busy):
            card.body.addWidget(widget)
        for widget in (self._told, self._problems):
            card.body.addWidget(widget)
        row = QHBoxLayout()
        kit.style.lay(row, gap=8)
        row.addWidget(self.confirm)
        row.addWidget(self._drop)
        row.addStretch(1)
        card.body.addLayout(row)
        return card

    def _add(self, words: str, act: Callable[[], None]) -> Button:
        button = Button(self._kit, words, icon="plus", height="small")
        button.clicked.connect(lambda _on=False: act())
        return button
