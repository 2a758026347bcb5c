"""履行回访 in a window, by keyboard: F-6 in five keys, weeks, tabs, the plan beside the list."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.domain.values.money import Money
from app.presenters.workspace.forms.performance import menu
from app.presenters.workspace.performance.cards import RowAct
from app.ui.dialogs.form_dialog import FormDialog
from tests.support.performing import in_effect, plan_of

pytestmark = pytest.mark.qt_log_ignore("does not support", extend=True)
CTRL = Qt.KeyboardModifier.ControlModifier


def dialog_of(qtbot, screen):
    qtbot.waitUntil(lambda: any(d.isVisible() for d in screen.findChildren(FormDialog)))
    dialog = next(d for d in screen.findChildren(FormDialog) if d.isVisible())
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def press(qtbot, key, held=Qt.KeyboardModifier.NoModifier):
    front = QApplication.activeModalWidget()
    if front is not None and not front.isActiveWindow():
        front.activateWindow()  # without a window manager a window that grows is not active any more
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    qtbot.keyClick(QApplication.focusWidget(), key, held)


def test_f6_a_payment_is_recorded_with_its_receipt_in_five_keys(qtbot, page, centre, navigator, tmp_path):
    case, _plan = in_effect(centre)
    navigator.file = tmp_path / "receipt.jpg"
    navigator.file.write_bytes(b"jpg")
    screen = page()
    assert screen.table.hasFocus(), "Alt+6 is the first of the five keys"
    press(qtbot, Qt.Key.Key_Return)
    dialog = dialog_of(qtbot, screen)
    press(qtbot, Qt.Key.Key_1)
    press(qtbot, Qt.Key.Key_U, CTRL)
    press(qtbot, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: not dialog.isVisible())
    plan = plan_of(centre, case.id)
    assert plan.total_received == Money.of_yuan(40000)
    assert centre.services.cases.folder(case.id).attachments[0].name == "receipt.jpg"
    screen.page_shown()
    assert [item.who for item in screen._model.items] == ["王秀兰 付 买买提·艾力"]


def test_a_window_grows_with_what_it_asks(qtbot, page, centre):
    in_effect(centre)
    screen = page()
    press(qtbot, Qt.Key.Key_Return)
    dialog = dialog_of(qtbot, screen)
    before = dialog.height()
    press(qtbot, Qt.Key.Key_3)
    qtbot.waitUntil(lambda: dialog.height() > before + 100)
    press(qtbot, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not any(d.isVisible() for d in screen.findChildren(FormDialog)))


def test_weeks_narrow_and_tabs_turn_by_keys(qtbot, page, centre):
    case, plan = in_effect(centre)
    screen = page()
    weeks = screen.weeks.buttons
    weeks[0].setFocus()
    press(qtbot, Qt.Key.Key_Right)
    assert weeks[1].hasFocus()
    press(qtbot, Qt.Key.Key_Return)
    assert screen._stack.currentIndex() == 1
    press(qtbot, Qt.Key.Key_Return)
    assert screen._stack.currentIndex() == 0
    qtbot.keyClick(screen, Qt.Key.Key_F3)
    press(qtbot, Qt.Key.Key_End)
    assert screen.tabs.value() == "court"
    assert not screen.weeks.isVisible()
    [row] = screen._model.items
    assert (row.case_id, row.subject) == (case.id, plan.id)
    assert screen._model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole).startswith("剩 30 天，可以申请")


def test_the_plan_stands_beside_the_list_and_opens_its_forms(qtbot, page, centre, navigator):
    case, plan = in_effect(centre)
    screen = page()
    act = RowAct(menu.URGE, "催告", plan.items[1].id)
    qtbot.mouseClick(screen.beside.cards.button(act), Qt.MouseButton.LeftButton)
    dialog = dialog_of(qtbot, screen)
    assert dialog.windowTitle() == "催告"
    dialog.reject()
    screen.activateWindow()
    qtbot.waitUntil(screen.isActiveWindow)
    qtbot.keyClick(screen.table, Qt.Key.Key_O, CTRL)
    assert navigator.pages == [str(case.id)]


@pytest.mark.parametrize(("width", "is_beside"), [(1440, True), (1000, False)])
def test_the_plan_gives_way_where_there_is_no_room(page, centre, width, is_beside):
    in_effect(centre)
    assert page(width).beside.isVisible() is is_beside


def test_the_model_keeps_to_qts_contract(page, centre, qtmodeltester):
    in_effect(centre)
    qtmodeltester.check(page()._model)
