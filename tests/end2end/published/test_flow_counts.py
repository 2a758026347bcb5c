"""F-1: a walk-in is registered in the real window without a mouse, in sixteen control keys at most."""

from datetime import date

import pytest
from PySide6.QtCore import QEvent, QObject, Qt

from tests.support.window_driver import CTRL

pytestmark = pytest.mark.qt_log_ignore("does not support", extend=True)
MOUSE = {QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease, QEvent.Type.MouseButtonDblClick}


class MouseTrap(QObject):
    """Counts every mouse event of the application."""

    def __init__(self):
        super().__init__()
        self.caught = 0

    def eventFilter(self, _watched, event):  # noqa: N802 - Qt names it
        self.caught += event.type() in MOUSE
        return False


def test_a_walk_in_needs_no_mouse(sit_down, qapp):
    room = sit_down(date(2026, 3, 2))
    window = room.window
    room.set_up()
    trap = MouseTrap()
    qapp.installEventFilter(trap)
    try:
        window.keys = 0
        window.press(Qt.Key.Key_F2)
        window.settle()
        window.press(Qt.Key.Key_Return)
        for typed in ("阿依努尔·赛买提", "650203197904124528", "13909904172"):
            window.write(typed)
            window.press(Qt.Key.Key_Return)
        window.press(Qt.Key.Key_Return)
        for typed in ("恒泰物业公司", "", "09906221234"):
            window.write(typed)
            window.press(Qt.Key.Key_Return)
        window.press(Qt.Key.Key_Return)
        for typed in ("wy", "1860", "幸福里小区"):
            window.write(typed)
            window.press(Qt.Key.Key_Return)
        window.write("室温不足18度，多次报修未解决，要求退还取暖费。")
        window.press(Qt.Key.Key_Return, CTRL)
        room.arrive()
    finally:
        qapp.removeEventFilter(trap)
    assert trap.caught == 0
    assert window.keys <= 16
    (case_id,) = room._cases()
    case = window.services.cases.folder(case_id).case
    assert [party.name for party in case.parties] == ["阿依努尔·赛买提", "恒泰物业公司"]
    assert (case.place, case.dispute_type) == ("幸福里小区", "property_service")
    assert room.step() == "征求意见"
    window.press(Qt.Key.Key_F9)
    window.settle()
    assert window.box("答复").isVisible()
    window.press(Qt.Key.Key_Escape)
