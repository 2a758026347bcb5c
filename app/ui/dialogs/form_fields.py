"""The editors of a form, each read and shown as the text a draft keeps."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from app.domain.values.days.calendar_days import parse_day
from app.domain.values.money import Money
from app.domain.values.naming.names import pinyin_initials
from app.presenters.workspace.forms.asked import YES, FieldKind, FormField
from app.ui.kit import Kit
from app.ui.widgets.fields import (
    ChipGroup,
    ChipItem,
    Choice,
    ChoiceField,
    DayField,
    FieldBox,
    FileField,
    LineField,
    MoneyField,
    TextField,
    TickField,
    Today,
)
from app.ui.widgets.flow import FlowLayout

_MOST_CHIPS = 4
Typed = Callable[[str], None]


class FormRow:
    """One field of a form on screen: ``widget`` is what is laid out, ``box`` carries label and sentence."""

    def __init__(
        self,
        kit: Kit,
        field: FormField,
        today: Today,
        on_typed: Typed,
        on_left: Callable[[], None],
        *,
        choose_file: Callable[[], None],
    ) -> None:
        self.field = field
        self.box: FieldBox | None = None
        parts = (
            _file(kit, field, on_typed, choose_file)
            if field.kind is FieldKind.FILE
            else _editor(kit, field, today, on_typed, on_left)
        )
        self._read, self._show, self.editor = parts
        self.widget: QWidget = self.editor
        if field.kind is not FieldKind.TICK:
            self.box = FieldBox(
                kit,
                field.label,
                self.editor,
                required=field.is_required,
                hint=field.hint,
                counted=field.kind is FieldKind.TEXT,
            )
            self.widget = self.box

    def show(self, value: str) -> None:
        """Show a value; not counted as typing."""
        self._show(value)

    def value(self) -> str:
        """Give what stands there."""
        return self._read()

    def set_problem(self, words: str) -> None:
        """Say what is wrong; empty words clear it."""
        if self.box is not None:
            self.box.set_problem("error" if words else None, words)
        else:
            self.editor.setAccessibleDescription(words)
            self.editor.setToolTip(words)

    def focus(self) -> None:
        """Take the user here."""
        if self.box is not None:
            self.box.focus()
        else:
            self.editor.setFocus()


_Parts = tuple[Callable[[], str], Callable[[str], None], QWidget]


def _editor(kit: Kit, field: FormField, today: Today, on_typed: Typed, on_left: Callable[[], None]) -> _Parts:
    if field.kind is FieldKind.CHOICE:
        return _choice(kit, field, on_typed)
    if field.kind is FieldKind.TICK:
        tick = TickField(kit, field.label)
        tick.on_ticked(lambda on: on_typed(YES if on else ""))
        return lambda: YES if tick.value() else "", lambda value: tick.show_value(value == YES), tick
    if field.kind is FieldKind.TICKS:
        several = Ticks(kit, field.options, field.label)
        several.on_typed(on_typed)
        return several.value, several.show_value, several
    if field.kind is FieldKind.TEXT:
        text = TextField(kit, least=3, most=14)
        text.on_typed(on_typed)
        text.on_left(on_left)
        return text.value, text.show_value, text
    line = _line(kit, field.kind, today)
    line.on_typed(on_typed)
    line.on_left(on_left)
    return line.value, line.show_value, line


def _file(kit: Kit, field: FormField, on_typed: Typed, choose: Callable[[], None]) -> _Parts:
    file = FileField(kit, field.label)
    file.on_choosing(choose)
    file.on_chosen(on_typed)
    return file.value, file.show_value, file


def _line(kit: Kit, kind: FieldKind, today: Today) -> LineField:
    if kind is FieldKind.DAY:
        return DayField(kit, lambda typed: parse_day(typed, today()))
    if kind is FieldKind.MONEY:
        return MoneyField(kit, Money.parse)
    line = LineField(kit)
    if kind is FieldKind.HIDDEN:
        line.setEchoMode(QLineEdit.EchoMode.Password)
    return line


def _choice(kit: Kit, field: FormField, on_typed: Typed) -> _Parts:
    if len(field.options) <= _MOST_CHIPS and field.is_required and not field.is_half:
        chips = ChipGroup(kit, [ChipItem(key, text) for key, text in field.options], name=field.label)
        chips.on_chosen(on_typed)
        return lambda: chips.value() or "", chips.show_value, chips
    combo = ChoiceField(kit, initials, [Choice(key, text) for key, text in field.options])
    combo.on_chosen(lambda value: on_typed(value or ""))
    return lambda: combo.value() or "", combo.show_value, combo


def initials(text: str) -> str:
    """Give the pinyin initials a choice is narrowed by."""
    found = pinyin_initials(text)
    return found[0] if found else ""


class Ticks(QWidget):
    """Several ticks of one field; the value is their keys joined by commas."""

    def __init__(self, kit: Kit, options: tuple[tuple[str, str], ...], name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._ticks = [(key, TickField(kit, text)) for key, text in options]
        flow = FlowLayout(self)
        kit.style.lay(flow, gap=12)
        for _key, tick in self._ticks:
            flow.addWidget(tick)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        if self._ticks:
            self.setFocusProxy(self._ticks[0][1])

    def value(self) -> str:
        """Give the keys ticked."""
        return ",".join(key for key, tick in self._ticks if tick.value())

    def show_value(self, value: str) -> None:
        """Show these keys as ticked."""
        keys = value.split(",")
        for key, tick in self._ticks:
            tick.show_value(key in keys)

    def on_typed(self, callback: Typed) -> None:
        """Call back with all keys whenever one changes."""
        for _key, tick in self._ticks:
            tick.on_ticked(lambda _on: callback(self.value()))
