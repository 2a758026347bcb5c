"""The editors of a form in a grid, each read and shown as the text a draft keeps."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QGridLayout, QWidget

from app.domain.values.days.calendar_days import parse_day
from app.domain.values.naming.names import pinyin_initials
from app.presenters.rosters.entry_form import YES, EntryField, FieldKind, Values
from app.ui.kit import Kit
from app.ui.screens.intake.binding import leaves
from app.ui.widgets.fields import (
    ChipGroup,
    ChipItem,
    Choice,
    ChoiceField,
    DayField,
    FieldBox,
    LineField,
    TextField,
    TickField,
    Today,
)
from app.ui.widgets.fields.ticks import TickSet

_MOST_CHIPS = 4
Typed = Callable[[str], None]
_Parts = tuple[Callable[[str], None], QWidget]


class EntryFields(QWidget):
    """The fields of one form; two half ones share a line, those not asked for leave no hole."""

    def __init__(
        self,
        kit: Kit,
        today: Today,
        on_typed: Callable[[str, str], None],
        on_left: Callable[[str], None],
    ) -> None:
        super().__init__()
        self._kit, self._today, self._on_typed, self._on_left = kit, today, on_typed, on_left
        self._fields: tuple[EntryField, ...] = ()
        self._boxes: dict[str, FieldBox] = {}
        self._shows: dict[str, Callable[[str], None]] = {}
        self._grid = QGridLayout(self)
        kit.style.lay(self._grid, gap=(14, 9))
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1)

    def show_fields(self, fields: Sequence[EntryField]) -> None:
        """Show other fields; those that stayed the same keep their editors and the cursor."""
        kept = {field.key: field for field in self._fields}
        self._fields = tuple(fields)
        for key in [key for key, field in kept.items() if field not in self._fields]:
            self._grid.removeWidget(self._boxes[key])
            self._boxes.pop(key).deleteLater()
            self._shows.pop(key)
        for field in self._fields:
            if field.key not in self._boxes:
                self._make(field)
        # A field made anew would come last for Tab, behind the verbs.
        chain = [leaf for field in self._fields for leaf in leaves(self._boxes[field.key].editor)]
        for before, after in pairwise(chain):
            QWidget.setTabOrder(before, after)

    def show_values(self, values: Values) -> None:
        """Show values; not counted as typing."""
        for key, show in self._shows.items():
            show(values.get(key, ""))
        self.place(values)

    def place(self, values: Values) -> None:
        """Lay out the fields that are asked for, given what stands in the others."""
        line = column = 0
        for field in self._fields:
            box = self._boxes[field.key]
            self._grid.removeWidget(box)
            asked = field.shown_if is None or values.get(field.shown_if[0], "") in field.shown_if[1]
            box.setVisible(asked)
            if not asked:
                continue
            if field.is_half:
                self._grid.addWidget(box, line, column)
                line, column = (line + 1, 0) if column else (line, 1)
            else:
                line += column
                self._grid.addWidget(box, line, 0, 1, 2)
                line, column = line + 1, 0

    def show_notes(self, notes: Mapping[str, tuple[bool, str]]) -> None:
        """Show these sentences at their fields and none at any other."""
        for key, box in self._boxes.items():
            is_wrong, words = notes.get(key, (False, ""))
            box.set_problem(("error" if is_wrong else "warning") if words else None, words)

    def show_hint(self, key: str, words: str) -> None:
        """Change the help line below a field."""
        if key in self._boxes:
            self._boxes[key].set_hint(words)

    def box(self, key: str) -> FieldBox | None:
        """Give the box of a field."""
        return self._boxes.get(key)

    def focus_field(self, key: str) -> None:
        """Take the user to a field, or to the first one for an empty key."""
        box = self._boxes.get(key) or next(iter(self._boxes.values()), None)
        if box is not None:
            box.focus()

    def _make(self, field: EntryField) -> None:
        show, editor = self._editor(field)
        box = FieldBox(
            self._kit,
            field.label,
            editor,
            required=field.is_required,
            hint=field.hint,
            counted=field.kind is FieldKind.TEXT,
            parent=self,
        )
        self._boxes[field.key], self._shows[field.key] = box, show

    def _editor(self, field: EntryField) -> _Parts:
        typed: Typed = partial(self._on_typed, field.key)
        left = partial(self._on_left, field.key)
        if field.kind is FieldKind.CHOICE:
            return _choice(self._kit, field, typed)
        if field.kind is FieldKind.TICK:
            return _tick(self._kit, field, typed)
        if field.kind is FieldKind.TICKS:
            return _ticks(self._kit, field, typed)
        if field.kind is FieldKind.TEXT:
            text = TextField(self._kit, least=2, most=10)
            text.on_typed(typed)
            text.on_left(left)
            return text.show_value, text
        line = self._line(field)
        line.on_typed(typed)
        line.on_left(left)
        if field.options:
            _suggest(line, [text for _key, text in field.options], typed)
        return line.show_value, line

    def _line(self, field: EntryField) -> LineField:
        if field.kind is FieldKind.DAY:
            return DayField(self._kit, lambda words: parse_day(words, self._today()))
        return LineField(self._kit)


def _suggest(line: LineField, words: list[str], typed: Typed) -> None:
    """Offer what may be meant; any other words may be typed all the same. ↓ shows the whole list."""
    completer = QCompleter(words, line)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    completer.setMaxVisibleItems(10)
    line.setCompleter(completer)
    completer.activated.connect(lambda text: typed(str(text)))


def _choice(kit: Kit, field: EntryField, typed: Typed) -> _Parts:
    if len(field.options) <= _MOST_CHIPS and field.is_required and not field.is_half:
        chips = ChipGroup(kit, [ChipItem(key, text) for key, text in field.options], name=field.label)
        chips.on_chosen(typed)
        return chips.show_value, chips
    blank = [] if field.is_required else [Choice("", kit.translator.text("未填"))]
    combo = ChoiceField(kit, initials, [*blank, *(Choice(key, text) for key, text in field.options)])
    combo.on_chosen(lambda value: typed(value or ""))
    return combo.show_value, combo


def _tick(kit: Kit, field: EntryField, typed: Typed) -> _Parts:
    text = field.options[0][1] if field.options else field.label
    tick = TickField(kit, text, name=field.label)
    tick.on_ticked(lambda on: typed(YES if on else ""))
    return lambda value: tick.show_value(value == YES), tick


def _ticks(kit: Kit, field: EntryField, typed: Typed) -> _Parts:
    several = TickSet(kit, field.options, name=field.label)
    several.on_ticked(lambda keys: typed(",".join(keys)))
    first = next(several.ticks(), None)
    if first is not None:
        several.setFocusProxy(first)
    return lambda value: several.show_value(value.split(",")), several


def initials(text: str) -> str:
    """Give the pinyin initials a choice is narrowed by."""
    found = pinyin_initials(text)
    return found[0] if found else ""
