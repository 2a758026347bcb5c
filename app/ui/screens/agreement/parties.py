"""当事人基本情况: who takes part; the details themselves are changed in 概况."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.presenters.agreement.shown import PartyLine
from app.ui.kit import Kit
from app.ui.screens.agreement.fields import Fields
from app.ui.widgets.buttons import Button
from app.ui.widgets.fields import TickField
from app.ui.widgets.texts import ElidedText, Text

KEY = "party_ids"


class PartiesPart(QWidget):
    """A tick for every party of the case, with what the paper will say of it."""

    def __init__(self, kit: Kit, fields: Fields, edit: Callable[[], None]) -> None:
        super().__init__()
        self._kit, self._fields = kit, fields
        self._ticks: dict[UUID, TickField] = {}
        self._parties: tuple[PartyLine, ...] = ()
        self.setObjectName("plain")
        say = kit.translator.text
        self._grid = QGridLayout()
        kit.style.lay(self._grid, gap=(10, 2))
        self._grid.setColumnStretch(2, 1)
        everyone = Button(kit, say("全部参加"), kind="quiet", height="small")
        everyone.clicked.connect(lambda _on=False: self._take_all())
        details = Button(kit, say("到概况修改资料"), kind="link", height="small")
        details.clicked.connect(lambda _on=False: edit())
        self._buttons: list[QWidget] = [everyone, details]
        row = QHBoxLayout()
        row.addWidget(everyone)
        row.addStretch(1)
        row.addWidget(details)
        column = QVBoxLayout(self)
        kit.style.lay(column, gap=6)
        column.addLayout(self._grid)
        column.addLayout(row)

    def show_parties(self, parties: Sequence[PartyLine], taking: Sequence[UUID]) -> None:
        """Show the parties of the case and who takes part."""
        if tuple(parties) != self._parties:
            self._parties = tuple(parties)
            self._build()
        for party_id, tick in self._ticks.items():
            tick.show_value(party_id in taking)

    def value(self) -> tuple[UUID, ...]:
        """Give who takes part, in the order of the case."""
        return tuple(party_id for party_id, tick in self._ticks.items() if tick.value())

    def order(self) -> list[QWidget]:
        """Give what Tab goes through."""
        return [*self._ticks.values(), *self._buttons]

    def focus(self) -> None:
        """Take the user to the first party."""
        for tick in self._ticks.values():
            tick.setFocus()
            return

    def _build(self) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.setParent(None)
                widget.deleteLater()
        self._fields.release(KEY)
        self._ticks = {}
        for row, party in enumerate(self._parties):
            tick = TickField(self._kit, party.name)
            tick.on_ticked(lambda _on: self._tell())
            self._ticks[party.id] = tick
            self._grid.addWidget(tick, row, 0)
            side = Text(self._kit, party.side_word, size="small", tone="text2")
            self._grid.addWidget(side, row, 1)
            self._grid.addWidget(ElidedText(self._kit, party.details, size="small", tone="text2"), row, 2)

    def _take_all(self) -> None:
        for tick in self._ticks.values():
            tick.show_value(True)
        self._tell()

    def _tell(self) -> None:
        self._fields.choose(KEY, self.value())
