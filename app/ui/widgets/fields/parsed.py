"""Lines that mean something: a day, a sum. What is typed stays until it can be understood."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.domain.errors import DomainError
from app.domain.values.money import Money
from app.ui.kit import Kit
from app.ui.widgets.fields.line import LineField

T = TypeVar("T")

Today = Callable[[], date]
"""Gives the present day when it is asked: a form may stand open past midnight."""


class ParsedField(LineField, Generic[T]):
    """A line whose text ``parse`` turns into a value and ``form`` writes out on leaving.

    ``parse`` raises :class:`DomainError` for what it cannot read; then the text stays as
    typed, :meth:`read` raises the same error and :meth:`on_problem` tells it. While wrong,
    the text is checked again at every key.
    """

    def __init__(
        self,
        kit: Kit,
        parse: Callable[[str], T],
        form: Callable[[T], str],
        *,
        placeholder: str = "",
        name: str = "",
        compact: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(kit, placeholder=placeholder, name=name, compact=compact, parent=parent)
        self._parse, self._form = parse, form
        self._problems: list[Callable[[DomainError | None], None]] = []
        self._was_wrong = False
        self.on_left(self.settle)
        self.on_typed(self._recheck)

    def read(self) -> T | None:
        """Return the value, ``None`` when the field is empty; raises ``DomainError`` when wrong."""
        raw = self.text()
        return self._parse(raw) if raw.strip() else None

    def show_parsed(self, value: T | None) -> None:
        """Show a value in its own form, or nothing."""
        self.show_value("" if value is None else self._form(value))
        self._tell(None)

    def on_problem(self, callback: Callable[[DomainError | None], None]) -> None:
        """Call back with what is wrong, and with ``None`` once it is right again."""
        self._problems.append(callback)

    def settle(self) -> None:
        """Check the text now and write it in its own form if it can be read (done on leaving)."""
        try:
            value = self.read()
        except DomainError as problem:
            self._tell(problem)
            return
        if value is not None:
            self.show_value(self._form(value))
        self._tell(None)

    def _recheck(self, _text: str) -> None:
        if not self._was_wrong:
            return
        try:
            self.read()
        except DomainError as problem:
            self._tell(problem)
        else:
            self._tell(None)

    def _tell(self, problem: DomainError | None) -> None:
        if problem is None and not self._was_wrong:
            return
        self._was_wrong = problem is not None
        self.set_state("normal" if problem is None else "error")
        for callback in self._problems:
            callback(problem)


class DayField(ParsedField[date]):
    """A typed date; ``parse`` decides what it accepts ("1125", "明天"). ↑ and ↓ move by a day."""

    def __init__(
        self,
        kit: Kit,
        parse: Callable[[str], date],
        *,
        placeholder: str = "",
        name: str = "",
        compact: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            kit, parse, kit.formats.day, placeholder=placeholder, name=name, compact=compact, parent=parent
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()), 0)
        if not step or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier or self.isReadOnly():
            super().keyPressEvent(event)
            return
        self._move(step)

    def _move(self, days: int) -> None:
        try:
            day = self.read()
            moved = None if day is None else day + timedelta(days=days)
        except (DomainError, OverflowError):
            return  # what stands there is not a day yet: the arrow has nothing to move
        if moved is not None:
            self.setText(self._form(moved))
            self.textEdited.emit(self.text())


class MoneyField(ParsedField[Money]):
    """A typed sum: ``parse`` accepts 1.28万; on leaving it stands as 12,800.00, right-aligned."""

    def __init__(
        self,
        kit: Kit,
        parse: Callable[[str], Money],
        *,
        placeholder: str = "",
        name: str = "",
        compact: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            kit, parse, kit.formats.money, placeholder=placeholder, name=name, compact=compact, parent=parent
        )
        if compact:
            self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
