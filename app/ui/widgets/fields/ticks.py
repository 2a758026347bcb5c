"""A line of tick boxes for the members of a closed list."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Generic, TypeVar

from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.kit import Kit
from app.ui.widgets.fields import TickField
from app.ui.widgets.flow import FlowLayout

T = TypeVar("T")


class TickSet(QWidget, Generic[T]):
    """Any number of values, each with its box; the order of the list is kept."""

    def __init__(self, kit: Kit, items: Sequence[tuple[T, str]], *, name: str = "") -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._ticks = [(value, TickField(kit, text)) for value, text in items]
        flow = FlowLayout(self)
        kit.style.lay(flow, gap=12)
        for _value, tick in self._ticks:
            flow.addWidget(tick)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def value(self) -> tuple[T, ...]:
        """Give what is ticked."""
        return tuple(value for value, tick in self._ticks if tick.value())

    def show_value(self, chosen: Sequence[T]) -> None:
        """Show these as ticked; not counted as ticking."""
        for value, tick in self._ticks:
            tick.show_value(value in chosen)

    def on_ticked(self, callback: Callable[[tuple[T, ...]], None]) -> None:
        """Call back with all that is ticked whenever the user ticks or unticks."""
        for _value, tick in self._ticks:
            tick.on_ticked(lambda _on: callback(self.value()))

    def ticks(self) -> Iterator[TickField]:
        """Give the boxes in order."""
        return (tick for _value, tick in self._ticks)
