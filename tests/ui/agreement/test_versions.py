"""版本对照 by keyboard alone: Alt+V opens it, F8 goes from change to change, Esc goes back."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from app.domain.values.money import Money
from app.ui.screens.agreement.versions import VersionsDialog
from tests.support.builders import a_payment

ALT, SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier
pytestmark = pytest.mark.qt_log_ignore("does not support", extend=True)


def voided_and_drafted_anew(centre):
    draft = centre.drafted()
    settlements, actor = centre.services.settlements, centre.actor
    settlements.issue(draft.id, actor=actor, version=draft.version)
    issued = settlements.agreement(draft.id)
    settlements.void(draft.id, "金额写错", actor=actor, version=issued.version)
    case = centre.case(draft.case_id)
    second = settlements.new_agreement(case.id, actor=actor).value
    payment = replace(a_payment(case.parties[1], case.parties[0]), amount=Money(777_00))
    settlements.save(replace(second, terms=(payment,)), actor=actor)
    return case.id


@pytest.mark.parametrize("look", [("light", 1.0), ("dark", 1.3)])
def test_two_versions_are_walked_by_keys(kit, rooms, centre, qtbot, look):
    theme, scale = look
    kit.style.use(theme=theme, scale=scale)
    room = rooms(voided_and_drafted_anew(centre))
    room.face.editor.setFocus()
    qtbot.waitUntil(room.face.head.versions.isVisible)
    qtbot.keyClick(room.pane, Qt.Key.Key_V, ALT)
    qtbot.waitUntil(lambda: bool(room.pane.findChildren(VersionsDialog)))
    dialog = room.pane.findChildren(VersionsDialog)[0]
    qtbot.waitUntil(lambda: bool(dialog.summary.text()))
    assert "→ 777.00元" in dialog.summary.text()
    assert "已作废" in dialog.left.currentText()
    for held in (Qt.KeyboardModifier.NoModifier, SHIFT):
        qtbot.keyClick(dialog.table, Qt.Key.Key_F8, held)
        assert dialog.current is not None
        assert dialog.current.is_changed
    assert "改为" in dialog.table.accessibleDescription()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not dialog.isVisible())
