"""Filters that say what they are set to."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu, QWidget

from app.ui.kit import Kit
from app.ui.widgets.buttons import Button


class _Menu(QMenu):
    """A menu in which ticking does not close it: several values may be wanted."""

    def __init__(self, parent: QWidget, *, stays: bool) -> None:
        super().__init__(parent)
        self._stays = stays

    def mouseReleaseEvent(self, event: object) -> None:
        action = self.activeAction()
        if self._stays and action is not None and action.isCheckable():
            action.trigger()
            return
        super().mouseReleaseEvent(event)  # type: ignore[arg-type]  # Qt hands a QMouseEvent

    def keyPressEvent(self, event: QKeyEvent) -> None:
        action = self.activeAction()
        if self._stays and event.key() == Qt.Key.Key_Space and action is not None and action.isCheckable():
            action.trigger()
            return
        super().keyPressEvent(event)


class FilterButton(Button):
    """``FilterButton(kit, "渠道", [("window", "窗口"), …])``: a menu of tickable values.

    Set, it turns to the tint and says so: "阶段：受理至协议" (``summary`` words the value;
    by default the values are listed). ``single`` allows one value at a time.
    """

    def __init__(
        self,
        kit: Kit,
        label: str,
        options: Sequence[tuple[str, str]] = (),
        *,
        single: bool = False,
        summary: Callable[[Sequence[str]], str] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(kit, label, parent=parent)
        self._label_word, self._single, self._summary = label, single, summary
        self._options: tuple[tuple[str, str], ...] = ()
        self._set: list[str] = []
        self._chosen: list[Callable[[tuple[str, ...]], None]] = []
        self._popup = _Menu(self, stays=not single)
        self.set_menu_arrow(True)
        self.setCheckable(True)
        self.clicked.connect(self._open)
        self.show_options(options)

    def show_options(self, options: Sequence[tuple[str, str]]) -> None:
        """Offer other values; those that are set and still offered stay set."""
        self._options = tuple(options)
        self._set = [key for key in self._set if key in dict(options)]
        self._popup.clear()
        for key, text in options:
            action = self._popup.addAction(text)
            action.setCheckable(True)
            action.setData(key)
            action.triggered.connect(lambda _on=False, at=key: self._toggle(at))
        self._show()

    def value(self) -> tuple[str, ...]:
        """Return the keys that are set, in the order of the menu."""
        return tuple(key for key, _text in self._options if key in self._set)

    def show_value(self, keys: Sequence[str]) -> None:
        """Set the filter without counting as the user's choice."""
        self._set = [key for key in keys if key in dict(self._options)]
        self._show()

    def on_chosen(self, callback: Callable[[tuple[str, ...]], None]) -> None:
        """Call back with all set keys after each tick."""
        self._chosen.append(callback)

    def _toggle(self, key: str) -> None:
        if key in self._set:
            self._set.remove(key)
        else:
            self._set = [key] if self._single else [*self._set, key]
        self._show()
        for callback in self._chosen:
            callback(self.value())

    def _open(self) -> None:
        self.setChecked(bool(self._set))
        corner = self.rect().bottomLeft()
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            corner = self.rect().bottomRight()
            corner.setX(corner.x() - self._popup.sizeHint().width())
        corner.setY(corner.y() + 4)
        self._popup.popup(self.mapToGlobal(corner))

    def _show(self) -> None:
        for action in self._popup.actions():
            action.setChecked(action.data() in self._set)
        words = [text for key, text in self._options if key in self._set]
        self.setChecked(bool(words))
        if not words:
            self.set_text(self._label_word)
            return
        said = self._summary(self.value()) if self._summary else " ".join(words)
        self.set_text(self._kit.translator.text("{filter}：{value}", filter=self._label_word, value=said))
