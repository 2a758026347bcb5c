"""Ties the fields of the editor to their keys: typing, leaving, focus, marks."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Protocol

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QCompleter, QWidget

from app.domain.values.money import Money
from app.presenters.agreement.shown import FieldMark
from app.ui.kit import Kit
from app.ui.screens.agreement.party_picker import PartyPicker
from app.ui.widgets.fields import ChoiceField, LineField, MoneyField, ParsedField, TextField, TickField

Editor = LineField | TextField | TickField | PartyPicker | QWidget


class FieldActs(Protocol):
    """Whom the fields tell."""

    def typed(self, key: str, value: object) -> None:
        """Take what now stands in a field."""

    def focused(self, key: str, cursor: int = -1) -> None:
        """Note where the user is."""

    def left(self, key: str, cursor: int = -1) -> None:
        """Note that a field was left."""


class Fields(QObject):
    """Every field of the editor by its key; a key follows its term and line, not its place."""

    def __init__(self, acts: FieldActs, parent: QWidget) -> None:
        super().__init__(parent)
        self._acts = acts
        self._fields: dict[str, QWidget] = {}
        self._keys: dict[QWidget, str] = {}
        self._marked: set[str] = set()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus)

    def bind(self, key: str, editor: QWidget) -> None:
        """Pass on what happens in a field."""
        self._fields[key], self._keys[editor] = editor, key
        acts = self._acts
        if isinstance(editor, LineField | TextField):
            editor.on_typed(lambda text: acts.typed(key, text))
            editor.on_left(lambda: self._on_left(key, editor))
        elif isinstance(editor, ChoiceField):
            editor.on_chosen(lambda value: self.choose(key, value))
        elif isinstance(editor, TickField):
            editor.on_ticked(lambda value: self.choose(key, value))
        elif isinstance(editor, PartyPicker):
            editor.on_chosen(lambda value: self.choose(key, value))

    def suggest(self, key: str, field: LineField, words: Sequence[str]) -> None:
        """Offer words while somebody types; anything else may be typed as well."""
        completer = QCompleter(list(words), field)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        popup = completer.popup()
        if popup is not None:
            popup.setObjectName("popup")
        completer.activated.connect(lambda text: self._acts.typed(key, str(text)))
        field.setCompleter(completer)

    def release(self, prefix: str) -> None:
        """Forget the fields of a term or line that goes away."""
        for key in [key for key in self._fields if key.startswith(prefix)]:
            self._keys.pop(self._fields.pop(key), None)
            self._marked.discard(key)

    def find(self, key: str) -> QWidget | None:
        """Find the field of a key."""
        return self._fields.get(key)

    def key_of(self, widget: QWidget | None) -> str:
        """Give the key of the field a widget is or lies in; empty for none."""
        while widget is not None:
            if widget in self._keys:
                return self._keys[widget]
            widget = widget.parentWidget()
        return ""

    def show_value(self, key: str, value: object) -> None:
        """Show a value; not counted as typing."""
        show_in(self._fields.get(key), value)

    def show_marks(self, marks: Mapping[str, FieldMark]) -> None:
        """Mark these fields and no others: border by kind, sentence as tooltip and description."""
        for key in self._marked - marks.keys():
            self._mark(key, None)
        self._marked = {key for key, mark in marks.items() if self._mark(key, mark)}

    def keys(self) -> Iterator[str]:
        """Give the keys of all fields."""
        return iter(tuple(self._fields))

    def _mark(self, key: str, mark: FieldMark | None) -> bool:
        editor = self._fields.get(key)
        if editor is None:
            return False
        if isinstance(editor, LineField | TextField | ChoiceField | PartyPicker):
            editor.set_state("normal" if mark is None else "error" if mark.is_must else "warning")
        editor.setToolTip(mark.sentence if mark is not None else "")
        editor.setAccessibleDescription(mark.sentence if mark is not None else "")
        return True

    def choose(self, key: str, value: object) -> None:
        """Take a choice: it is whole at once, so it is stored at once."""
        self._acts.typed(key, value)
        self._acts.left(key)

    def _on_left(self, key: str, editor: LineField | TextField) -> None:
        if isinstance(editor, ParsedField):
            self._acts.typed(key, editor.value())  # leaving wrote it in its own form
        self._acts.left(key, cursor_of(editor))

    def _on_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        key = self.key_of(new)
        if key:
            self._acts.focused(key, cursor_of(self._fields[key]))


class SumField(MoneyField):
    """A sum in a line of a table; a pasted column goes to the lines below."""

    def __init__(self, kit: Kit, paste: Callable[[str], bool], *, name: str) -> None:
        super().__init__(kit, Money.parse, name=name, compact=True)
        self._paste_column = paste

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            self._take_clipboard()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.createStandardContextMenu()
        for action in menu.actions():
            if action.objectName() == "edit-paste":
                action.triggered.disconnect()
                action.triggered.connect(lambda _on=False: self._take_clipboard())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def _take_clipboard(self) -> None:
        if not self._paste_column(QGuiApplication.clipboard().text()):
            self.paste()


def cursor_of(editor: QWidget) -> int:
    """Tell where the cursor stands in a text; -1 where there is none."""
    if isinstance(editor, LineField):
        return editor.cursorPosition()
    return editor.textCursor().position() if isinstance(editor, TextField) else -1


def put_cursor(editor: QWidget, place: int) -> None:
    """Put the cursor at a place in a text; -1 leaves it at the end."""
    if isinstance(editor, LineField):
        editor.setCursorPosition(place if place >= 0 else len(editor.text()))
    elif isinstance(editor, TextField):
        cursor = editor.textCursor()
        end = len(editor.value())
        cursor.setPosition(min(place, end) if place >= 0 else end)
        editor.setTextCursor(cursor)


def show_in(editor: QWidget | None, value: object) -> None:
    """Show a value in a field of any kind."""
    if isinstance(editor, LineField | TextField):
        editor.show_value(str(value))
    elif isinstance(editor, TickField):
        editor.show_value(bool(value))
    elif isinstance(editor, ChoiceField | PartyPicker):
        editor.show_value(value)
