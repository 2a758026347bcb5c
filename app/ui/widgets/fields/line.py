"""One line of text."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QAction, QFocusEvent, QInputMethodEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QSizePolicy, QStyle, QWidget

from app.domain.values.texts import seen_line
from app.ui.kit import Kit
from app.ui.widgets.fields.keys import belongs_to_page, is_plain_enter, is_submit
from app.ui.widgets.texts import repolish

State = Literal["normal", "error", "warning"]
_NO_LIMIT = 2**31 - 1
_ICONS = {"warning": ("alert", "warn"), "error": ("stop", "err")}


class LineField(QLineEdit):
    """A line edit that never truncates, and in which Enter goes on to the next field.

    ``compact`` is the lower form for rows of a table of fields. While an input method is
    composing, :meth:`show_value` waits: what is being typed is never swept away.
    """

    def __init__(
        self,
        kit: Kit,
        *,
        placeholder: str = "",
        name: str = "",
        compact: bool = False,
        icon: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._kit, self._icon = kit, icon
        self._left: list[Callable[[], None]] = []
        self._is_composing = False
        self._waiting: str | None = None
        self._state: State = "normal"
        self._state_action: QAction | None = None
        self.enter_moves_on = True
        """Whether Enter goes to the next field (off in search boxes)."""
        self.setMaxLength(_NO_LIMIT)
        self.setPlaceholderText(placeholder)
        self.setProperty("compact", compact)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        if name:
            self.setAccessibleName(name)
        self._picture = QLabel(self)
        self._picture.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._picture.setVisible(bool(icon))
        kit.style.watch(self, self._on_style)
        self._on_style()

    def value(self) -> str:
        """Return what stands in the field, as typed."""
        return self.text()

    def show_value(self, text: str) -> None:
        """Show ``text``; does not count as typing. Waits while an input method composes."""
        if self._is_composing:
            self._waiting = text
        elif text != self.text():
            self.setText(text)

    def on_typed(self, callback: Callable[[str], None]) -> None:
        """Call back with the whole text after every change by the user."""
        self.textEdited.connect(lambda text: callback(text))  # noqa: PLW0108 - PySide cannot count the arguments of builtins

    def on_left(self, callback: Callable[[], None]) -> None:
        """Call back when the field loses the focus: the moment to check it."""
        self._left.append(callback)

    def set_state(self, state: State) -> None:
        """Show the field as normal, wrong or worth a look; the sentence is FieldBox's."""
        if state == self._state:
            return
        self._state = state
        self.setProperty("state", state)
        if self._state_action is not None:
            self.removeAction(self._state_action)
            self._state_action = None
        self._show_state_icon()
        repolish(self)

    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        return QSize(self._kit.style.px(56), hint.height())

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
        elif is_plain_enter(event) and self.enter_moves_on:
            event.accept()
            self.focusNextPrevChild(True)
        else:
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        super().inputMethodEvent(event)
        self._is_composing = bool(event.preeditString())
        if not self._is_composing and self._waiting is not None:
            self._waiting = None  # the user committed text of their own: that stands

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._is_composing = False
        if self._waiting is not None:
            waiting, self._waiting = self._waiting, None
            self.show_value(waiting)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._clean()
            for callback in self._left:
                callback()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._icon:
            self._place_icon()

    def _clean(self) -> None:
        """Take out what was pasted along and nobody can see; counts as typing."""
        seen = seen_line(self.text())
        if seen != self.text() and not self.isReadOnly():
            self.selectAll()
            self.insert(seen)
            self.textEdited.emit(seen)

    def _place_icon(self) -> None:
        """Keep the icon at the reading side, the text clear of it."""
        px, side = self._kit.style.px, self._kit.style.px(18)
        self._picture.setPixmap(self._kit.style.picture(self._icon, "text2", 18, self.devicePixelRatioF()))
        at = QRect(px(12), (self.height() - side) // 2, side, side)
        self._picture.setGeometry(QStyle.visualRect(self.layoutDirection(), self.rect(), at))
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        self.setTextMargins(0 if rtl else px(25), 0, px(25) if rtl else 0, 0)

    def _show_state_icon(self) -> None:
        if self._state in _ICONS and not self.property("compact"):
            name, tone = _ICONS[self._state]
            trailing = QLineEdit.ActionPosition.TrailingPosition
            self._state_action = self.addAction(self._kit.style.icon(name, tone, 18), trailing)

    def _on_style(self) -> None:
        if self._icon:
            self._place_icon()
        if self._state_action is not None:
            self.removeAction(self._state_action)
            self._show_state_icon()
