"""Ties fields to their keys: typing, leaving, focus, and Enter that goes on to the next field."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Protocol

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from app.ui.widgets.fields import ChipGroup, ChoiceField, FieldBox, LineField, TextField, TickField
from app.ui.widgets.fields.keys import is_plain_enter


class FieldActs(Protocol):
    """Whom fields tell."""

    def typed(self, key: str, value: object) -> None:
        """Take what now stands in a field."""

    def focused(self, key: str, cursor: int = -1) -> None:
        """Note where the user is."""

    def left(self, key: str, cursor: int = -1) -> None:
        """Check a field that was left."""


@dataclass(frozen=True, slots=True)
class _Bound:
    box: FieldBox
    key: Callable[[], str]


class Binding(QObject):
    """All bound fields of the page. Fields are told apart by key; a key follows its party, not its place."""

    def __init__(self, acts: FieldActs, order: Callable[[], Iterator[FieldBox]], parent: QWidget) -> None:
        super().__init__(parent)
        self._acts, self._order = acts, order
        self._bound: dict[FieldBox, _Bound] = {}
        self._reached: list[Callable[[FieldBox], None]] = []
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus)

    def bind(self, box: FieldBox, key: Callable[[], str]) -> FieldBox:
        """Pass on what happens in a field under the key it has at that moment."""
        acts, editor = self._acts, box.editor
        self._bound[box] = _Bound(box, key)
        if isinstance(editor, LineField | TextField):
            editor.on_typed(lambda text: acts.typed(key(), text))
            editor.on_left(lambda: acts.left(key(), cursor_of(editor)))
        elif isinstance(editor, ChoiceField | ChipGroup):
            editor.on_chosen(lambda value: self._choose(key(), value))
        elif isinstance(editor, TickField):
            editor.on_ticked(lambda value: acts.typed(key(), value))
        if isinstance(editor, LineField | ChoiceField | TickField):
            editor.installEventFilter(self)
        return box

    def on_reached(self, callback: Callable[[FieldBox], None]) -> None:
        """Call back whenever a field gets the focus, however it came there."""
        self._reached.append(callback)

    def release(self, box: FieldBox) -> None:
        """Forget a field that goes away."""
        self._bound.pop(box, None)

    def find(self, key: str) -> FieldBox | None:
        """Find the field that shows a key now."""
        return next((b.box for b in self._bound.values() if b.key() == key), None)

    def boxes(self) -> Iterator[tuple[str, FieldBox]]:
        """Give every field with its key of the moment."""
        for bound in list(self._bound.values()):
            yield bound.key(), bound.box

    def place(self) -> tuple[str, int] | None:
        """Tell which field has the focus, and where the cursor stands in it."""
        bound = self._around(QApplication.focusWidget())
        return (bound.key(), cursor_of(bound.box.editor)) if bound else None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and is_plain_enter(event):
            bound = self._around(watched if isinstance(watched, QWidget) else None)
            if bound is not None:
                self._go_on(bound.box)
                return True
        return False

    def _choose(self, key: str, value: object) -> None:
        """Take a choice: it is whole at once, so it is checked and kept at once."""
        self._acts.typed(key, value)
        self._acts.left(key)

    def _go_on(self, box: FieldBox) -> None:
        """Enter goes from field to field; buttons between them are for Tab."""
        shown = [other for other in self._order() if other.isVisible() and other.isEnabled()]
        place = shown.index(box) + 1 if box in shown else len(shown)
        if place < len(shown):
            shown[place].focus()

    def _on_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        bound = self._around(new)
        if bound is not None:
            self._acts.focused(bound.key(), cursor_of(bound.box.editor))
            for reached in self._reached:
                reached(bound.box)

    def _around(self, widget: QWidget | None) -> _Bound | None:
        while widget is not None:
            if isinstance(widget, FieldBox):
                return self._bound.get(widget)
            widget = widget.parentWidget()
        return None


def cursor_of(editor: QWidget) -> int:
    """Tell where the cursor stands in a text; -1 where there is none."""
    if isinstance(editor, LineField):
        return editor.cursorPosition()
    return editor.textCursor().position() if isinstance(editor, TextField) else -1


def set_cursor(editor: QWidget, cursor: int) -> None:
    """Put the cursor where it was; -1 leaves a line at its end."""
    if isinstance(editor, LineField):
        editor.deselect()
        editor.setCursorPosition(cursor if cursor >= 0 else len(editor.text()))
    elif isinstance(editor, TextField):
        caret = editor.textCursor()
        caret.setPosition(min(cursor, len(editor.toPlainText())) if cursor >= 0 else 0)
        if cursor < 0:
            caret.movePosition(caret.MoveOperation.End)
        editor.setTextCursor(caret)
        editor.ensureCursorVisible()


def show_in(box: FieldBox, value: object) -> None:
    """Show a value in whatever editor a field has."""
    editor = box.editor
    if isinstance(editor, LineField | TextField):
        editor.show_value("" if value is None else str(value))
    elif isinstance(editor, ChoiceField | ChipGroup):
        editor.show_value(value)
    elif isinstance(editor, TickField):
        editor.show_value(bool(value))


def leaves(widget: QWidget) -> Iterator[QWidget]:
    """Give what takes the focus inside a field: itself, or the chips of a group in order."""
    if widget.focusPolicy().value & 1:  # Qt.TabFocus
        yield widget
        return
    for child in widget.children():
        if isinstance(child, QWidget) and child.focusPolicy().value & 2:  # Qt.ClickFocus
            yield child


def chain_stops(stops: Iterable[QWidget]) -> None:
    """Let Tab go from one stop to the next, in this order."""
    chain = [leaf for stop in stops for leaf in leaves(stop.editor if isinstance(stop, FieldBox) else stop)]
    for before, after in pairwise(chain):
        QWidget.setTabOrder(before, after)
