"""The whole program in its own window, worked as people work it: keys, typed text, clicks on what is seen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from time import monotonic, sleep
from typing import NamedTuple, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QMenu, QWidget

from app.archive.resources import resources_folder
from app.bootstrap import open_centre
from app.persistence.store import StoreLocation
from app.presenters.centre import Centre
from app.services.services import Services
from app.ui.desktop import Desktop, Looks
from app.ui.dialogs.unexpected import UnexpectedDialog
from app.ui.runner import Lane
from app.ui.widgets.fields import FieldBox, LineField, TextField
from app.ui.window import Window
from tests.support.day_clock import DayClock

W = TypeVar("W", bound=QWidget)
NO_KEY = Qt.KeyboardModifier.NoModifier
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
_LANES: tuple[Lane, ...] = ("database", "drawing", "drawing")
_PATIENCE_S = 8.0


class Printed(NamedTuple):
    """What went to the printer."""

    pdf: bytes
    title: str
    copies: int


class WindowDriver:
    """Opens a centre in the real window; finds things by the words people read on them."""

    def __init__(self, folder: Path, clock: DayClock, app: QApplication, size: tuple[int, int]) -> None:
        self.clock, self._app, self._size = clock, app, size
        self.opened = open_centre(StoreLocation(None, folder), clock)
        self.desktop = Desktop(app, Centre(self.services, clock), self._no_demo, resources_folder(), Looks())
        self.desktop.kit.style.is_still = True
        self.printed: list[Printed] = []
        self.is_closed = False
        self.keys = 0
        """Control keys pressed: everything that is not content."""

    @property
    def services(self) -> Services:
        """Give the services, for reading what was stored; every write goes through the window."""
        return self.opened.services

    @property
    def window(self) -> Window:
        """Give the window of whoever sits here."""
        assert self.desktop.window is not None, "the first start is not done"
        return self.desktop.window

    def take_print(self, pdf: bytes, title: str, copies: int, _parent: QWidget) -> bool:
        """Stand for the printer."""
        return self.take_prints((pdf,), title, copies, _parent)

    def take_prints(self, pdfs: Sequence[bytes], title: str, copies: int, _parent: QWidget) -> bool:
        """Stand for the printer of several documents in one job."""
        self.printed.extend(Printed(pdf, title, copies) for pdf in pdfs)
        return True

    def close(self) -> None:
        """Close window, threads and centre, in the order of the program; once is enough."""
        if self.is_closed:
            return
        self.is_closed = True
        self.settle()
        window = self.desktop.window
        if window is not None:
            window.frame.close()
            self.settle()
        self.desktop.runner.close()
        if window is not None:
            window.frame.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        self.opened.close()

    # waiting

    def until(self, is_so: Callable[[], object], what: str = "") -> None:
        """Let the program go on until something is so."""
        end = monotonic() + _PATIENCE_S
        while not is_so():
            if monotonic() >= end:
                raise AssertionError(self._in_vain(what or repr(is_so)))
            self._pump()
            sleep(0.002)

    def settle(self) -> None:
        """Wait until both lanes have answered and what they answered is shown."""
        for _round in range(3):
            answered: list[bool] = []
            for lane in _LANES:
                self.desktop.runner.submit(lambda: True, answered.append, lane=lane)
            self.until(lambda: len(answered) == len(_LANES), "the runner")  # noqa: B023 - waited for at once
            self._pump()

    # what is seen

    def front(self) -> QWidget:
        """Give the dialog in front, or the window."""
        dialog = QApplication.activeModalWidget()
        assert not isinstance(dialog, UnexpectedDialog), f"the program failed: {self.words(dialog)}"
        return dialog if dialog is not None else self.window.frame

    def all(self, kind: type[W], inside: QWidget | None = None) -> list[W]:
        """Give what is on show of a kind, in the order it was built."""
        return [one for one in (inside or self.front()).findChildren(kind) if one.isVisible()]

    def words(self, inside: QWidget | None = None) -> list[str]:
        """Give every word on show: written in labels, or said of what is painted."""
        shown = self.all(QWidget, inside)
        words = (one.text() if isinstance(one, QLabel) else one.accessibleName() for one in shown)
        return [word for word in words if word]

    def sees(self, words: str, inside: QWidget | None = None) -> bool:
        """Tell whether these words are on show."""
        return any(words in shown for shown in self.words(inside))

    def part(self, name: str, kind: type[W]) -> W:
        """Find a part of the page by the name it has for a screen reader."""
        found = [one for one in self.all(kind) if one.accessibleName().startswith(name)]
        assert found, f"no {kind.__name__} named {name}"
        return found[0]

    def box(self, label: str, inside: QWidget | None = None) -> FieldBox:
        """Find a field by its label."""
        self.until(lambda: self._boxes(label, inside), f"a field {label}")
        return self._boxes(label, inside)[0]

    def button(self, words: str, inside: QWidget | None = None) -> QAbstractButton:
        """Find a button by what is written on it, or by its spoken name."""
        self.until(lambda: self._buttons(words, inside), f"a button {words}")
        return self._buttons(words, inside)[0]

    def has_button(self, words: str, inside: QWidget | None = None) -> bool:
        """Tell whether a button is on show."""
        return bool(self._buttons(words, inside))

    # hands

    def focus(self) -> QWidget:
        """Give what has the focus."""
        self._activate()
        held = QApplication.focusWidget()
        return held if held is not None else self.front()

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = NO_KEY) -> None:
        """Press a key where the focus is."""
        self.keys += 1
        QTest.keyClick(self.focus(), key, held)
        self._pump()

    def write(self, text: str) -> None:
        """Type where the focus is: plain letters key by key, Chinese as an input method commits it."""
        held = self.focus()
        if text.isascii() and text.isprintable():
            QTest.keyClicks(held, text)
        else:
            event = QInputMethodEvent("", [])
            event.setCommitString(text)
            QApplication.sendEvent(held, event)
        self._pump()

    def fill(self, label: str, text: str, inside: QWidget | None = None) -> None:
        """Write into the field of a label, instead of what stands there."""
        self.overwrite(self.box(label, inside).editor, text)

    def overwrite(self, editor: QWidget, text: str) -> None:
        """Write into an editor, instead of what stands there."""
        assert isinstance(editor, LineField | TextField)
        editor.setFocus(Qt.FocusReason.MouseFocusReason)
        assert self.focus() is editor
        QTest.keyClick(editor, Qt.Key.Key_A, CTRL)
        if text:
            self.write(text)
        else:
            QTest.keyClick(editor, Qt.Key.Key_Delete)

    def click(self, words: str, inside: QWidget | None = None) -> None:
        """Click a button, or tick a box."""
        button = self.button(words, inside)
        self.until(button.isEnabled, f"{words} to be enabled")
        self._click(button)

    def pick(self, label: str, option: str, inside: QWidget | None = None) -> None:
        """Take one of the chips, segments or choices of a field."""
        box = self.box(label, inside)
        editor: QWidget = box.editor
        if isinstance(editor, QComboBox):
            self._choose(editor, option)
        else:
            self.click(option, box)

    def popup(self, kind: type[W]) -> W:
        """Give the panel that popped up."""
        self.until(lambda: isinstance(QApplication.activePopupWidget(), kind), f"a {kind.__name__}")
        panel = QApplication.activePopupWidget()
        assert isinstance(panel, kind)
        return panel

    def menu(self, *entries: str) -> None:
        """Choose one entry of the menu that is open, or tick these and no others where they can be ticked."""
        self.until(lambda: isinstance(QApplication.activePopupWidget(), QMenu), "a menu")
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        for words in entries:
            found = [action for action in menu.actions() if action.text().startswith(words)]
            assert found, f"no entry {words} in {[action.text() for action in menu.actions()]}"
        for action in menu.actions():
            is_wanted = any(action.text().startswith(words) for words in entries)
            if is_wanted != action.isChecked():
                at = menu.actionGeometry(action).center()
                is_tick = action.isCheckable()
                QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=at)
                self._pump()
                if not is_tick:
                    return  # what it did may have made the menu anew
        if menu is QApplication.activePopupWidget():
            QTest.keyClick(menu, Qt.Key.Key_Escape)
            self._pump()

    def picture(self, path: Path) -> None:
        """Keep a picture of the window."""
        self.settle()
        self.front().grab().save(str(path))

    # beginning

    def begin(self) -> None:
        """Start the program; the window, once there, has the size of the test."""
        self.desktop.begin()
        self._pump()

    def widen(self) -> None:
        """Give the window its size and wait until it stands."""
        self.window.frame.resize(*self._size)
        self._activate()
        self.settle()

    # pieces

    def _in_vain(self, what: str) -> str:
        held = QApplication.focusWidget()
        where = held.accessibleName() if held is not None else "nowhere"
        return f"waited in vain for {what}; the focus is at {where}; on show: {self.words()[:60]}"

    def _no_demo(self) -> Centre:
        raise AssertionError("nobody asked for the demo")

    def _pump(self) -> None:
        QApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def _activate(self) -> None:
        """Without a window manager nobody activates the window when its dialog closes."""
        front = self.front()
        if QApplication.activePopupWidget() is None and not front.isActiveWindow():
            front.activateWindow()
            self.until(front.isActiveWindow, "the window to be active")

    def _click(self, button: QWidget) -> None:
        self._activate()
        QTest.mouseClick(button, Qt.MouseButton.LeftButton, pos=QPoint(12, button.height() // 2))
        self._pump()

    def _choose(self, combo: QComboBox, option: str) -> None:
        rows = [combo.itemText(row) for row in range(combo.count())]
        found = [row for row, text in enumerate(rows) if text.startswith(option)]
        assert found, f"no choice {option} in {rows}"
        combo.setFocus(Qt.FocusReason.MouseFocusReason)
        QTest.keyClick(combo, Qt.Key.Key_Down, ALT)
        self._pump()
        QTest.keyClick(combo.view(), Qt.Key.Key_Home)
        for _row in range(found[0]):
            QTest.keyClick(combo.view(), Qt.Key.Key_Down)
        QTest.keyClick(combo.view(), Qt.Key.Key_Return)
        self._pump()
        assert combo.currentText() == rows[found[0]]

    def _boxes(self, label: str, inside: QWidget | None) -> list[FieldBox]:
        shown = self.all(FieldBox, inside)
        return [box for box in shown if box.label == label] or [
            box for box in shown if box.label.endswith(f"\u3000{label}")
        ]

    def _buttons(self, words: str, inside: QWidget | None) -> Sequence[QAbstractButton]:
        shown = self.all(QAbstractButton, inside)
        exact = [one for one in shown if words in {one.text(), one.accessibleName()}]
        return exact or [one for one in shown if one.accessibleName().startswith(words)]
