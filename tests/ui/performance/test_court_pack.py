"""The application for judicial confirmation in the real window, by keys: from the card to the folder."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.domain.filing.kinds import DocumentKind
from app.domain.settlements.court.applying import Unconfirmable
from app.presenters.workspace.forms.performance import menu
from app.presenters.workspace.performance.cards import EXPORT_COURT, RowAct
from tests.support.performing import in_effect
from tests.ui.performance.test_performance_page import CTRL, dialog_of, press

pytestmark = pytest.mark.qt_log_ignore("does not support", extend=True)


def test_a_joint_application_is_written_and_its_folder_taken_out_by_keys(
    qtbot, page, centre, navigator, tmp_path
):
    case, plan = in_effect(centre)
    screen = page()
    write_it = screen.beside.cards.button(RowAct(menu.CONFIRMATION_PACK, "出具申请书", plan.id))
    write_it.setFocus()
    qtbot.keyClick(write_it, Qt.Key.Key_Space)
    dialog = dialog_of(qtbot, screen)
    dialog._rows["applicants"].focus()
    for _ in plan.party_ids:
        press(qtbot, Qt.Key.Key_Space)
        press(qtbot, Qt.Key.Key_Tab)
    for one in Unconfirmable:
        dialog._rows[one.value].focus()
        press(qtbot, Qt.Key.Key_Down)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: not dialog.isVisible())
    kind = DocumentKind.CONFIRMATION_APPLICATION
    [paper] = [d for d in centre.services.cases.folder(case.id).documents if d.kind is kind]
    assert navigator.printed[-1][1:] == (paper.title, 3)
    screen.activateWindow()
    qtbot.waitUntil(screen.isActiveWindow)
    navigator.save = tmp_path / "法院材料"
    act = RowAct(EXPORT_COURT, "导出材料", paper.id)
    qtbot.waitUntil(lambda: screen.beside.cards.button(act) is not None)
    qtbot.keyClick(screen.beside.cards.button(act), Qt.Key.Key_Space)
    qtbot.waitUntil(navigator.save.exists)
    assert len(list(navigator.save.iterdir())) == 3
    assert centre.services.cases.folder(case.id).history[0].act == "court_pack.exported"
