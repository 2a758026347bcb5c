"""The locked screen: clock, name and the way back; nothing of any case."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout

from app.presenters.desk import Desk
from app.presenters.shell.lock import LockPresenter, LockTries
from app.ui.kit import Kit
from app.ui.voice import announce
from app.ui.widgets.buttons import Button
from app.ui.widgets.fields import LineField
from app.ui.widgets.texts import Text

_SECOND_MS = 1000
_WIDTH = 340


class PasswordLine(LineField):
    """A line that hides what is typed and tells when caps lock is on."""

    def __init__(self, kit: Kit, name: str, tell_caps: Callable[[bool], None]) -> None:
        super().__init__(kit, name=name)
        self._tell_caps = tell_caps
        self.enter_moves_on = False
        self.setEchoMode(QLineEdit.EchoMode.Password)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        letter = event.text()
        if event.key() == Qt.Key.Key_CapsLock:
            self._tell_caps(False)  # it turns with this press: the next letter tells
        elif len(letter) == 1 and letter.isalpha() and letter.lower() != letter.upper():
            shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._tell_caps(letter.isupper() != shifted)
        super().keyPressEvent(event)


class LockScreen(QFrame):
    """Fills the window in the colour of the rail; every decision is :class:`LockPresenter`'s."""

    def __init__(
        self,
        kit: Kit,
        desk: Desk,
        tries: LockTries,
        opened: Callable[[], None],
        switch_user: Callable[[], None] | None,
    ) -> None:
        super().__init__()
        self._kit = kit
        say = kit.translator.text
        self.setObjectName("lock")
        self.setAccessibleName(say("已锁屏"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._time = Text(kit, size="hero", tone="railOn", bold=True)
        self._day = Text(kit, tone="railText2")
        self._name = Text(kit, desk.me.name, size="title2", tone="railOn", bold=True)
        self._door = Text(kit, tone="railText2", wrap=True)
        self._problem = Text(kit, tone="railOn", wrap=True)
        self._caps = Text(kit, say("大写锁定已开"), size="small", tone="railOn")
        self.line = PasswordLine(kit, say("锁屏密码"), self._caps.setVisible)
        self.enter = Button(kit, say("继续"), kind="primary", keys="Enter")
        self.other = Button(kit, say("换人使用"), icon="users") if switch_user is not None else None
        self._presenter = LockPresenter(desk, tries, self, opened)
        self._lay_out()
        self.line.returnPressed.connect(self._press)
        self.enter.clicked.connect(lambda _on=False: self._press())
        if self.other is not None and switch_user is not None:
            switch = switch_user
            self.other.clicked.connect(lambda _on=False: switch())
        self._clock = QTimer(self)
        self._clock.timeout.connect(self._presenter.tick)
        for hidden in (self.line, self._caps, self._problem, self.enter):
            hidden.setVisible(False)
        self._presenter.begin()

    # presenter → view

    def show_clock(self, time: str, day: str) -> None:
        """Show what time it is."""
        if time != self._time.text():
            self._time.setText(time)
            self._day.setText(day)

    def show_door(self, words: str, *, asks_password: bool) -> None:
        """Say how to come back."""
        self._door.setText(words)
        self.line.setVisible(asks_password)
        self.enter.setVisible(True)
        say = self._kit.translator.text
        self.enter.set_text(say("解锁") if asks_password else say("继续"))
        self._take_focus()
        announce(self, f"{self.accessibleName()}，{words}")

    def show_problem(self, words: str) -> None:
        """Say why it did not open."""
        if words != self._problem.text():
            self._problem.setText(words)
            self._problem.setVisible(bool(words))
            announce(self, words)

    def show_busy(self, *, is_busy: bool) -> None:
        """Let nobody try meanwhile; what was typed wrong is taken away for the next try."""
        self.line.setReadOnly(is_busy)
        self.enter.setEnabled(not is_busy)
        if not is_busy:
            self.line.clear()
            self._take_focus()

    # pieces

    def _press(self) -> None:
        self._presenter.press(self.line.text())

    def _take_focus(self) -> None:
        (self.line if self.line.isVisibleTo(self) else self).setFocus()

    def _lay_out(self) -> None:
        kit = self._kit
        middle = QVBoxLayout()
        kit.style.lay(middle, gap=10)
        for words in (self._time, self._day):
            middle.addWidget(words, 0, Qt.AlignmentFlag.AlignHCenter)
        middle.addSpacing(kit.style.px(28))
        middle.addWidget(self._name, 0, Qt.AlignmentFlag.AlignHCenter)
        for told in (self._door, self._problem, self._caps):
            told.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            middle.addWidget(told)
        middle.addWidget(self.line)
        row = QHBoxLayout()
        kit.style.lay(row, gap=8)
        row.addStretch(1)
        if self.other is not None:
            row.addWidget(self.other)
        row.addWidget(self.enter)
        row.addStretch(1)
        middle.addLayout(row)
        across = QHBoxLayout()
        across.addStretch(1)
        box = QFrame()
        box.setObjectName("lockBox")
        box.setLayout(middle)
        kit.style.fix(box, width=_WIDTH)
        across.addWidget(box)
        across.addStretch(1)
        column = QVBoxLayout(self)
        column.addStretch(2)
        column.addLayout(across)
        column.addStretch(3)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._press()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._presenter.tick()
        self._clock.start(_SECOND_MS)
        self._take_focus()

    def hideEvent(self, event: QHideEvent) -> None:
        self._clock.stop()
        super().hideEvent(event)
