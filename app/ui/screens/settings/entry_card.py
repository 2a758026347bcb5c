"""A form that stands on a page: its fields in a card, saved by its own verb."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeVar

from PySide6.QtWidgets import QHBoxLayout

from app.presenters.rosters.entry_presenter import EntryPresenter
from app.ui.kit import Kit
from app.ui.screens.rosters.entry_body import EntryBody
from app.ui.shell.pages import bind
from app.ui.widgets.buttons import Button
from app.ui.widgets.cards import Card

R = TypeVar("R")


class EntryCard(Card):
    """``EntryCard.around(kit, presenter)``; Ctrl+Enter inside the card saves."""

    def __init__(self, kit: Kit, title: str, icon: str) -> None:
        super().__init__(kit, title, icon=icon)
        self._shown: Callable[[Mapping[str, str]], None] | None = None
        self._values: list[Callable[[], None]] = []

    def put(self, kit: Kit, presenter: EntryPresenter[R]) -> None:
        """Fill the card with a form."""
        verb = Button(kit, presenter.form.verb, kind="primary", keys="Ctrl+Enter")
        form = _CardBody(kit, presenter, verb, self._tell)
        self._shown = lambda hints: _show_hints(form, hints)
        self.body.addWidget(form)
        row = QHBoxLayout()
        kit.style.lay(row, gap=12)
        row.addWidget(form.saved, 1)
        row.addWidget(verb)
        self.body.addLayout(row)
        verb.clicked.connect(lambda _on=False: presenter.send())
        bind(self, "Ctrl+Return", verb.click_if_enabled)
        presenter.attach(form)

    def show_hints(self, hints: Mapping[str, str]) -> None:
        """Show help lines below the fields."""
        if self._shown is not None:
            self._shown(hints)

    def on_values(self, callback: Callable[[], None]) -> None:
        """Call back after every change of what stands in the fields."""
        self._values.append(callback)

    def _tell(self) -> None:
        for callback in self._values:
            callback()


class _CardBody(EntryBody[R]):
    """The form of a card: saved, it stays."""

    def __init__(
        self, kit: Kit, presenter: EntryPresenter[R], verb: Button, changed: Callable[[], None]
    ) -> None:
        super().__init__(kit, presenter)
        self._verb, self._changed = verb, changed

    def show_busy(self, *, is_busy: bool) -> None:
        """Let nobody save twice."""
        self._verb.setEnabled(not is_busy)

    def finish(self) -> None:
        """Stay: the page shows what was saved."""
        self.stop()

    def note_typed(self) -> None:
        """Tell that something was typed."""
        self._changed()


def _show_hints(form: EntryBody[R], hints: Mapping[str, str]) -> None:
    for key, words in hints.items():
        form.fields.show_hint(key, words)
