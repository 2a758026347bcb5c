"""Offers standard addresses below a line while it is typed; any other text stays allowed."""

from __future__ import annotations

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QCompleter

from app.domain.people.places.addresses import StandardAddress
from app.presenters.desk import Desk
from app.ui.widgets.fields import LineField

_FEWEST = 2
"""One sign alone would offer half the list."""


class AddressOffer(QCompleter):
    """Words or pinyin initials find addresses; what is offered comes from the database as typed."""

    def __init__(self, desk: Desk, line: LineField) -> None:
        super().__init__(line)
        self._desk, self._asked = desk, ""
        self._found = QStringListModel(self)
        self.setModel(self._found)
        self.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        line.setCompleter(self)
        line.on_typed(self._ask)

    def _ask(self, typed: str) -> None:
        self._asked = typed.strip()
        if len(self._asked) < _FEWEST:
            self._found.setStringList([])
            return
        asked, places = self._asked, self._desk.services.places

        def arrived(found: tuple[StandardAddress, ...]) -> None:
            if asked == self._asked:
                self._found.setStringList([address.text for address in found])
                if found:
                    self.complete()

        self._desk.runner.submit(lambda: places.addresses(asked), arrived, lambda _error: None)
