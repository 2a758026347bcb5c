"""Above the table of cases: the views, and the filters that say what they are set to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.domain.disputes.states import Stage
from app.presenters.cases.filters import STAGE, FilterChoice
from app.ui.kit import Kit
from app.ui.widgets.buttons import Button, KeyCap
from app.ui.widgets.fields import LineField
from app.ui.widgets.filters import FilterButton
from app.ui.widgets.flow import FlowLayout

_PAUSE_MS = 250
_LISTED = 2
_STAGES = [stage.value for stage in Stage]


class NarrowField(LineField):
    """The box that narrows the list: it waits for a pause in typing, Esc empties it, ↓ goes to the list."""

    def __init__(self, kit: Kit) -> None:
        words = kit.translator.text("在结果中筛选")
        super().__init__(kit, placeholder=words, name=words, icon="filter")
        self._kit_of_cap = kit
        self._narrowed: list[Callable[[str], None]] = []
        self._downs: list[Callable[[], None]] = []
        self._cap = KeyCap(kit, "Ctrl+F", self)
        self._cap.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.enter_moves_on = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._tell)
        self.textChanged.connect(self._on_text)
        kit.style.fix(self, width=226)

    def on_narrowed(self, callback: Callable[[str], None]) -> None:
        """Call back with the text once the user pauses, presses Enter or empties the box."""
        self._narrowed.append(callback)

    def on_down(self, callback: Callable[[], None]) -> None:
        """Call back when ↓ or Enter leads on to the list."""
        self._downs.append(callback)

    def show_text(self, text: str) -> None:
        """Show what the list is narrowed by, unless the user is typing right now."""
        if not self._pause.isActive():
            self.show_value(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            self._tell()
        elif event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._tell()
            for callback in self._downs:
                callback()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]  # Qt hands a QResizeEvent
        hint, px = self._cap.sizeHint(), self._kit_of_cap.style.px
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = px(9) if rtl else self.width() - hint.width() - px(9)
        self._cap.setGeometry(left, (self.height() - hint.height()) // 2, hint.width(), hint.height())
        self._clear_cap()

    def _clear_cap(self) -> None:
        """Let the words in grey end before the key cap; what is typed has the whole width."""
        margins, px = self.textMargins(), self._kit_of_cap.style.px
        room = self._cap.sizeHint().width() + px(4) if self._cap.isVisibleTo(self) else 0
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            margins.setLeft(room)
        else:
            margins.setRight(room)
        self.setTextMargins(margins)

    def _on_text(self, text: str) -> None:
        self._cap.setVisible(not text and self._kit_of_cap.style.shows_keys)
        self._clear_cap()
        self._pause.start()

    def _tell(self) -> None:
        self._pause.stop()
        for callback in self._narrowed:
            callback(self.text())


class FilterBar(QWidget):
    """The box to narrow by, one button per filter, and the link that clears them all."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self._buttons: dict[str, FilterButton] = {}
        self._offered: dict[str, tuple[tuple[str, str], ...]] = {}
        self._set: list[Callable[[str, tuple[str, ...]], None]] = []
        row = QHBoxLayout(self)
        kit.style.lay(row, gap=8)
        self._flow = FlowLayout()
        kit.style.lay(self._flow, gap=8)
        self.narrow = NarrowField(kit)
        self._flow.addWidget(self.narrow)
        self.clear = Button(kit, "", kind="link")
        row.addLayout(self._flow, 1)
        row.addWidget(self.clear, 0, Qt.AlignmentFlag.AlignTop)
        self.clear.setVisible(False)

    def on_set(self, callback: Callable[[str, tuple[str, ...]], None]) -> None:
        """Call back with a filter's key and its values after each tick in its menu."""
        self._set.append(callback)

    def show_filters(self, choices: Sequence[FilterChoice], text: str, clear: str) -> None:
        """Show every filter as it is set."""
        for choice in choices:
            button = self._buttons.get(choice.key) or self._button(choice)
            if self._offered.get(choice.key) != choice.options:
                self._offered[choice.key] = choice.options
                button.show_options(choice.options)
            button.show_value(choice.chosen)
            button.setVisible(bool(choice.options))
        self.narrow.show_text(text)
        self.clear.set_text(clear)
        self.clear.setVisible(bool(clear))

    def _button(self, choice: FilterChoice) -> FilterButton:
        button = FilterButton(
            self._kit,
            choice.label,
            choice.options,
            single=choice.is_single,
            summary=partial(self._summary, choice.key),
        )
        self._offered[choice.key] = choice.options
        button.on_chosen(partial(self._tell, choice.key))
        self._buttons[choice.key] = button
        self._flow.addWidget(button)
        return button

    def _summary(self, key: str, keys: Sequence[str]) -> str:
        """Word the value: both of two, 受理至协议 of neighbouring stages, 窗口等 4 项 of many."""
        say = self._kit.translator.text
        words = [text for option, text in self._offered.get(key, ()) if option in keys]
        if len(words) <= _LISTED:
            return "、".join(words)
        if key == STAGE:
            places = [_STAGES.index(stage) for stage in keys]
            if max(places) - min(places) == len(places) - 1:
                return say("{first}至{last}", first=words[0], last=words[-1])
        return say("{first}等 {n} 项", first=words[0], n=len(words))

    def _tell(self, key: str, keys: tuple[str, ...]) -> None:
        for callback in self._set:
            callback(key, keys)
