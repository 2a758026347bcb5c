"""A choice from a list, narrowed by pinyin initials."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from PySide6.QtCore import QElapsedTimer, QRect, QSize
from PySide6.QtGui import QKeyEvent, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QListView, QSizePolicy, QStyle, QWidget

from app.ui.kit import Kit
from app.ui.style.painting import paint_on
from app.ui.widgets.fields.keys import is_plain_enter, is_submit
from app.ui.widgets.fields.line import State
from app.ui.widgets.texts import repolish

T = TypeVar("T")
_FORGET_MS = 1500


@dataclass(frozen=True, slots=True)
class Choice(Generic[T]):
    """One possible value and the word for it."""

    value: T
    text: str


class _Narrowing(QListView):
    """The list of a choice: letters typed within a breath narrow it."""

    def __init__(self, initials: Callable[[str], str]) -> None:
        super().__init__()
        self._initials = initials
        self._typed = ""
        self._clock = QElapsedTimer()

    def keyboardSearch(self, search: str) -> None:
        stale = not self._clock.isValid() or self._clock.elapsed() > _FORGET_MS
        wanted = (search if stale else self._typed + search).strip().casefold()
        self._clock.start()
        rows = [row for row in range(self.model().rowCount()) if self._fits(row, wanted)] if wanted else []
        if not rows:
            return  # a slip of the finger: the list stays as it was
        self._typed = wanted
        for row in range(self.model().rowCount()):
            self.setRowHidden(row, row not in rows)
        self.setCurrentIndex(self.model().index(rows[0], self.modelColumn()))

    def widen(self) -> None:
        """Show every row again."""
        self._typed = ""
        self._clock.invalidate()
        for row in range(self.model().rowCount()):
            self.setRowHidden(row, False)

    def _fits(self, row: int, wanted: str) -> bool:
        text = str(self.model().index(row, self.modelColumn()).data() or "")
        return self._initials(text).casefold().startswith(wanted) or wanted in text.casefold()


class ChoiceField(QComboBox, Generic[T]):
    """A combo box of typed choices; ``None`` is "nothing chosen" and shows ``placeholder``.

    Alt+↓ opens it, letters narrow it ("wy" finds 物业服务) through ``initials``, Enter goes
    on to the next field. The wheel never changes a value: people scroll past.
    """

    def __init__(
        self,
        kit: Kit,
        initials: Callable[[str], str],
        choices: Sequence[Choice[T]] = (),
        *,
        placeholder: str = "",
        name: str = "",
        compact: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._kit = kit
        self._choices: tuple[Choice[T], ...] = ()
        self._list = _Narrowing(initials)
        self.setView(self._list)
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(name)
        self.setProperty("compact", compact)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(4)
        self.setMaxVisibleItems(12)
        kit.style.watch(self, self.update)
        self.show_choices(choices)

    def show_choices(self, choices: Sequence[Choice[T]]) -> None:
        """Offer other choices; what was chosen stays chosen if it is still offered."""
        chosen = self.value()
        self._choices = tuple(choices)
        blocked = self.blockSignals(True)
        self.clear()
        self.addItems([choice.text for choice in choices])
        self.blockSignals(blocked)
        self.show_value(chosen)

    def value(self) -> T | None:
        """Return what is chosen."""
        row = self.currentIndex()
        return self._choices[row].value if 0 <= row < len(self._choices) else None

    def show_value(self, value: T | None) -> None:
        """Show ``value``; one that is not offered shows as nothing chosen."""
        rows = [row for row, choice in enumerate(self._choices) if choice.value == value]
        self.setCurrentIndex(rows[0] if rows else -1)

    def on_chosen(self, callback: Callable[[T | None], None]) -> None:
        """Call back when the user chooses."""
        self.activated.connect(lambda _row: callback(self.value()))

    def set_state(self, state: State) -> None:
        """Show the field as normal, wrong or worth a look."""
        if self.property("state") != state:
            self.setProperty("state", state)
            repolish(self)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._kit.style.px(72), super().minimumSizeHint().height())

    def showPopup(self) -> None:
        self._list.widen()
        super().showPopup()

    def hidePopup(self) -> None:
        super().hidePopup()
        self._list.widen()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        before = self.currentIndex()
        if is_submit(event):
            event.ignore()
        elif is_plain_enter(event):
            event.accept()
            self.focusNextPrevChild(True)
        else:
            super().keyPressEvent(event)
            if self.currentIndex() != before and event.text():
                self.activated.emit(self.currentIndex())

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        px = self._kit.style.px
        side = px(16)
        at = QRect(self.width() - px(11) - side, (self.height() - side) // 2, side, side)
        box = QStyle.visualRect(self.layoutDirection(), self.rect(), at)
        tone = "text2" if self.isEnabled() else "text3"
        paint_on(self).drawPixmap(
            box.topLeft(), self._kit.style.picture("down", tone, 16, self.devicePixelRatioF())
        )
