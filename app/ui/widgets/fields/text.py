"""Several lines of text that grow with what is written."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from app.domain.values.texts import clean_text
from app.ui.kit import Kit
from app.ui.widgets.fields.keys import belongs_to_page, is_submit
from app.ui.widgets.fields.line import State
from app.ui.widgets.texts import repolish

_SLACK = 4
"""Pixels beyond what the lines take, so that the last one is never scrolled by a rounding."""


class TextField(QPlainTextEdit):
    """A growing text editor: ``least`` to ``most`` lines high, then it scrolls.

    Tab goes to the next field, Enter makes a new line, Ctrl+Enter belongs to the form.
    Nothing limits the length; :meth:`on_counted` reports it for the "58 字" of the box.
    """

    def __init__(
        self,
        kit: Kit,
        *,
        placeholder: str = "",
        name: str = "",
        least: int = 3,
        most: int = 12,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._kit, self._least, self._most = kit, least, most
        self._left: list[Callable[[], None]] = []
        self._typed: list[Callable[[str], None]] = []
        self._counted: list[Callable[[int], None]] = []
        self._is_composing = self._is_showing = False
        self.setTabChangesFocus(True)
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.textChanged.connect(self._on_text)
        kit.style.watch(self, self._fit)
        self._fit()

    def value(self) -> str:
        """Return the whole text as typed."""
        return self.toPlainText()

    def show_value(self, text: str) -> None:
        """Show ``text`` unless it stands there or an input method composes; not counted as typing."""
        if self._is_composing or text == self.toPlainText():
            return
        self._is_showing = True
        self.setPlainText(text)
        self._is_showing = False

    def insert(self, text: str) -> None:
        """Put ``text`` in at the cursor as one undoable step (phrases, clauses); counts as typing."""
        self.textCursor().insertText(text)

    def on_typed(self, callback: Callable[[str], None]) -> None:
        """Call back with the whole text after every change by the user."""
        self._typed.append(callback)

    def on_left(self, callback: Callable[[], None]) -> None:
        """Call back when the field loses the focus."""
        self._left.append(callback)

    def on_counted(self, callback: Callable[[int], None]) -> None:
        """Call back with the number of characters, white space left out, now and after changes."""
        self._counted.append(callback)
        callback(self._count())

    def set_state(self, state: State) -> None:
        """Show the field as normal, wrong or worth a look."""
        if self.property("state") != state:
            self.setProperty("state", state)
            repolish(self)

    def sizeHint(self) -> QSize:
        return QSize(self._kit.style.px(320), self.height())

    def event(self, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and (belongs_to_page(event) or is_submit(event))
        ):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if belongs_to_page(event) or is_submit(event):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        super().inputMethodEvent(event)
        self._is_composing = bool(event.preeditString())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._is_composing = False
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._clean()
            for callback in self._left:
                callback()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _count(self) -> int:
        return sum(not char.isspace() for char in self.toPlainText())

    def _clean(self) -> None:
        """Take out what was pasted along and nobody can see, as one undoable step; line breaks stay."""
        text = self.toPlainText()
        seen = clean_text(text)
        if seen == text or self.isReadOnly():
            return
        at = len(clean_text(text[: self.textCursor().position()]))
        cursor = self.textCursor()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(seen)
        cursor.setPosition(min(at, self.document().characterCount() - 1))
        self.setTextCursor(cursor)

    def _on_text(self) -> None:
        self._fit()
        for counted in self._counted:
            counted(self._count())
        if not self._is_showing:
            for typed in self._typed:
                typed(self.toPlainText())

    def _fit(self) -> None:
        """Be as high as the text wants; QPlainTextEdit measures its document in lines."""
        lines = max(self._least, min(self._most, round(self.document().size().height())))
        margins = self.contentsMargins()
        frame = margins.top() + margins.bottom() + 2 * round(self.document().documentMargin()) + 2
        wanted = lines * self.fontMetrics().lineSpacing() + frame + _SLACK
        if self.height() != wanted or self.minimumHeight() != wanted:
            self.setFixedHeight(wanted)
