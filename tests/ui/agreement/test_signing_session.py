"""A signing session by keyboard alone: in full, refused, taken up again after a kill, drawn on the screen."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.domain.settlements.agreements import AgreementState, SignerCapacity, SigningManner
from app.ui.dialogs.form_dialog import FormDialog
from app.ui.screens.agreement.signing.drawing import DrawingDialog

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
# The renderer of these tests draws no PDF: the pane says so and goes on. Dialogs warn offscreen.
pytestmark = pytest.mark.qt_log_ignore("does not support", extend=True)


@pytest.fixture
def session(rooms, centre, qtbot):
    """A room whose next step, pressed, is to record signatures."""
    agreement, _document = centre.issued()
    room = rooms(agreement.case_id)
    room.key(Qt.Key.Key_F9)
    qtbot.waitUntil(lambda: room.focus() is room.face.signing.table)
    return room


def dialog_of(room, qtbot, kind):
    def front():
        return [one for one in room.face.signing.findChildren(kind) if one.isVisible()]

    qtbot.waitUntil(lambda: bool(front()))
    return front()[-1]


def write(text):
    event = QInputMethodEvent("", [])
    event.setCommitString(text)
    QApplication.sendEvent(QApplication.focusWidget(), event)


def go_to(dialog, key):
    """Walk by Tab until the field has the focus."""
    row = dialog._rows[key]
    for _step in range(40):
        QApplication.processEvents()  # fields that are asked for from now on are shown first
        focus = QApplication.focusWidget()
        if focus is not None and (focus is row.editor or row.editor.isAncestorOf(focus)):
            return
        QTest.keyClick(focus or dialog, Qt.Key.Key_Tab)
    raise AssertionError(f"Tab never reaches {key}")


def send(room, qtbot, dialog):
    qtbot.keyClick(dialog, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: not room.face.signing.findChildren(FormDialog))
    qtbot.waitUntil(lambda: not room.presenter.signing._is_writing)


def back(room, qtbot):
    """Be in the list again, as the window is in front once a dialog closed."""
    room.screen.activateWindow()
    qtbot.waitUntil(room.screen.isActiveWindow)
    room.face.signing.table.setFocus()
    qtbot.waitUntil(lambda: room.focus() is room.face.signing.table)


def test_everything_about_a_signature_then_a_refusal_then_the_rest(session, qtbot):
    room = session
    table = room.face.signing.table
    room.key(Qt.Key.Key_Return)
    form = dialog_of(room, qtbot, FormDialog)
    go_to(form, "has_fingerprint")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    go_to(form, "witness")
    write("李娟")
    go_to(form, "is_interpreted")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    go_to(form, "interpreter")
    write("阿依古丽")
    qtbot.keyClick(form, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is form._rows["language"].editor)
    assert room.stored.signatures == (), "an interpreter without a language is refused at that field"
    go_to(form, "language")
    write("维吾尔语")
    go_to(form, "was_read_out")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    send(room, qtbot, form)
    [first] = room.stored.signatures
    assert (first.capacity, first.has_fingerprint, first.witness) == (SignerCapacity.SELF, True, "李娟")
    assert (first.interpreter, first.language, first.was_read_out) == ("阿依古丽", "维吾尔语", True)
    qtbot.waitUntil(lambda: table.current() is not None and not table.current().is_signed)

    back(room, qtbot)
    room.key(Qt.Key.Key_J, ALT)
    form = dialog_of(room, qtbot, FormDialog)
    go_to(form, "reason")
    write("嫌数额少")
    send(room, qtbot, form)
    assert room.stored.refusals[0].reason == "嫌数额少"
    qtbot.waitUntil(room.face.signing._refused.isVisible)
    assert "协议不生效" in room.face.signing._refused.text()

    back(room, qtbot)
    room.key(Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: len(room.stored.signatures) > 1)
    qtbot.waitUntil(lambda: not room.presenter.signing._is_writing)
    assert room.stored.state is AgreementState.ISSUED, "全部登记 does not sign for whoever refused"
    room.key(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: room.stored.state is AgreementState.EFFECTIVE)


def test_what_was_typed_of_a_refusal_is_there_again_after_a_kill(session, rooms, qtbot):
    room = session
    room.key(Qt.Key.Key_J, ALT)
    form = dialog_of(room, qtbot, FormDialog)
    go_to(form, "reason")
    write("要再商量")
    form._presenter.save_draft()  # what a breath after typing does; then the program is gone
    again = rooms(room.case_id)
    again.key(Qt.Key.Key_F9)
    qtbot.waitUntil(lambda: again.focus() is again.face.signing.table)
    again.key(Qt.Key.Key_J, ALT)
    taken_up = dialog_of(again, qtbot, FormDialog)
    qtbot.waitUntil(lambda: taken_up._presenter.values["reason"] == "要再商量")


def test_a_name_written_on_the_screen_is_recorded_once_the_parties_agreed(session, qtbot):
    room = session
    room.key(Qt.Key.Key_H, ALT)
    sheet = dialog_of(room, qtbot, DrawingDialog)
    qtbot.keyClick(sheet, Qt.Key.Key_Return, CTRL)
    assert room.stored.signatures == (), "nobody said that it was agreed on"
    QTest.keyClick(sheet.agreed, Qt.Key.Key_Space)
    qtbot.keyClick(sheet, Qt.Key.Key_Return, CTRL)
    assert room.stored.signatures == (), "an empty sheet is no signature"
    QTest.mousePress(sheet.pad, Qt.MouseButton.LeftButton, pos=QPoint(20, 40))
    for x in range(30, 120, 10):
        QTest.mouseMove(sheet.pad, QPoint(x, 60))
    QTest.mouseRelease(sheet.pad, Qt.MouseButton.LeftButton, pos=QPoint(120, 60))
    assert sheet.pad.picture().startswith(b"\x89PNG")
    qtbot.keyClick(sheet, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: len(room.stored.signatures) == 1)
    assert room.stored.signatures[0].manner is SigningManner.DRAWN
    qtbot.waitUntil(lambda: not sheet.isVisible())
