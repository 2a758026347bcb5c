"""A card with a form whose one button first shows what a change moves, then keeps it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.presenters.rosters.entry_presenter import EntryPresenter
from app.presenters.settings.previewing import MovedLine
from app.ui.kit import Kit
from app.ui.screens.rosters.entry_body import EntryBody
from app.ui.shell.pages import bind
from app.ui.widgets.buttons import Button
from app.ui.widgets.cards import Card
from app.ui.widgets.notices import BusyBar, ErrorStrip
from app.ui.widgets.tables import Cell, Column, ListTable, TableModel
from app.ui.widgets.texts import Text

R = TypeVar("R")
_ROOM = 260


class PreviewCard(Card):
    """``press`` is the button's; Ctrl+Enter inside the card presses it."""

    def __init__(
        self,
        kit: Kit,
        title: str,
        icon: str,
        *,
        press: Callable[[], None],
        typed: Callable[[], None],
        opened: Callable[[MovedLine], None],
    ) -> None:
        super().__init__(kit, title, icon=icon)
        say = kit.translator.text
        self._typed = typed
        self._form: QWidget | None = None
        self._place = QVBoxLayout()
        kit.style.lay(self._place)
        self.verb = Button(kit, "", kind="primary", keys="Ctrl+Enter")
        self._failure, self._busy = ErrorStrip(kit), BusyBar(kit)
        self._progress = Text(kit, "", size="small", tone="text2")
        self._told = Text(kit, "", wrap=True)
        self._model = TableModel[MovedLine](
            _columns(kit), sentence=lambda line: line.spoken, key=lambda line: line.spoken, parent=self
        )
        self.table = ListTable[MovedLine](kit, self._model, name=say("将变动的时钟"), flush=True)
        kit.style.least(self.table, height=_ROOM)
        self._lay_out(kit)
        self.show_moved("", ())
        self.show_progress("")
        self.verb.clicked.connect(lambda _on=False: press())
        self.table.on_opened(opened)
        bind(self, "Ctrl+Return", self.verb.click_if_enabled)

    # presenter → view

    def show_form(self, form: EntryPresenter[R]) -> None:
        """Show the fields of another form in place of those before."""
        if self._form is not None:
            self._place.removeWidget(self._form)
            self._form.hide()
            self._form.deleteLater()
        body = _CardBody(self._kit, form, self.verb, self._typed)
        self._form = body
        self._place.addWidget(body)
        form.attach(body)

    def show_verb(self, words: str) -> None:
        """Name the button."""
        self.verb.set_text(words)

    def show_progress(self, words: str) -> None:
        """Say how far it is."""
        self._progress.setText(words)
        self._progress.setVisible(bool(words))
        if words:
            self._busy.begin()
        else:
            self._busy.end()

    def show_moved(self, words: str, lines: Sequence[MovedLine]) -> None:
        """Show what moves."""
        self._told.setText(words)
        self._told.setVisible(bool(words))
        self._model.show_items(lines)
        self.table.setVisible(bool(lines))

    def show_failure(self, words: str) -> None:
        """Say what failed."""
        if words:
            self._failure.tell(words)
        else:
            self._failure.clear()

    # pieces

    def _lay_out(self, kit: Kit) -> None:
        row = QHBoxLayout()
        kit.style.lay(row, gap=12)
        row.addWidget(self._progress, 1)
        row.addStretch(1)
        row.addWidget(self.verb)
        self.body.addLayout(self._place)
        for widget in (self._failure, self._busy, self._told, self.table):
            self.body.addWidget(widget)
        self.body.addLayout(row)


class _CardBody(EntryBody[R]):
    """The form of the card: saved, it stays."""

    def __init__(
        self, kit: Kit, presenter: EntryPresenter[R], verb: Button, typed: Callable[[], None]
    ) -> None:
        super().__init__(kit, presenter)
        self._verb, self._changed = verb, typed
        self.layout().addWidget(self.saved)  # type: ignore[union-attr]  # EntryBody lays itself out

    def show_busy(self, *, is_busy: bool) -> None:
        """Let nobody save twice."""
        self._verb.setEnabled(not is_busy)

    def finish(self) -> None:
        """Stay: the page shows what was saved."""
        self.stop()

    def note_typed(self) -> None:
        """Tell that something was typed."""
        self._changed()


def _columns(kit: Kit) -> tuple[Column[MovedLine], ...]:
    say = kit.translator.text
    return (
        Column(say("案件"), lambda line: Cell(line.case, is_title=True), share=1.4),
        Column(say("时钟"), lambda line: line.clock, width=150),
        Column(say("变动"), lambda line: line.days, width=230, tip=lambda line: line.told or line.days),
    )
