"""Turns of a case in the real window, by keys."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from app.domain.disputes.states import CaseState
from app.presenters.navigation import TAB_OVERVIEW
from app.presenters.workspace import turn_menu
from app.ui.dialogs.history_entry import HistoryEntryDialog
from app.ui.widgets.buttons import Button
from tests.ui.workspace.test_workspace import CTRL, back_to, dialog, focused


def button(qtbot, screen, words):
    """The button of these words, once the cards are laid out."""

    def shown():
        return [b for b in screen.findChildren(Button) if b.text() == words and b.isVisible()]

    qtbot.waitUntil(lambda: bool(shown()))
    return shown()[0]


def test_a_linked_case_is_opened_by_enter_from_either_side(qtbot, opened, centre, navigator):
    case, other = centre.registered(), centre.registered()
    screen = opened(case, TAB_OVERVIEW)
    screen.ask(turn_menu.RELATE)
    form = dialog(qtbot, screen)
    form._rows["number"].focus()
    qtbot.keyClicks(focused(), other.intake_number[-4:])
    qtbot.keyClick(form, Qt.Key.Key_Return, CTRL)
    for ours, theirs in ((case, other), (other, case)):
        screen.open_case(ours.id, TAB_OVERVIEW)
        back_to(qtbot, screen)
        link = button(qtbot, screen, f"打开 {theirs.intake_number}")
        link.setFocus()
        qtbot.keyClick(link, Qt.Key.Key_Return)
        assert navigator.pages[-1] == str(theirs.id)


def test_the_latest_act_is_taken_back_by_keys_and_the_archive_is_the_last_step(qtbot, opened, centre):
    case = centre.performed()
    case = centre.services.cases.close(case.id, centre.today, actor=centre.actor, version=case.version).value
    screen = opened(case, TAB_OVERVIEW)
    qtbot.keyClick(screen._header.step, Qt.Key.Key_F9)
    qtbot.keyClick(dialog(qtbot, screen), Qt.Key.Key_Return)
    assert centre.case(case.id).state is CaseState.ARCHIVED
    back_to(qtbot, screen)
    qtbot.keyClick(screen._header.step, Qt.Key.Key_Z, CTRL)
    qtbot.keyClick(dialog(qtbot, screen), Qt.Key.Key_Return)
    assert centre.case(case.id).state is CaseState.CLOSED


def test_the_latest_act_is_taken_back_from_its_entry_in_the_timeline(qtbot, opened, centre):
    case = centre.performed()
    screen = opened(case, TAB_OVERVIEW)
    entry = next(line.key for line in screen._history._lines.values() if line.may_undo)
    screen._history._open(entry)
    told = screen.findChildren(HistoryEntryDialog)[-1]
    undo = next(found for found in told.findChildren(Button) if found.text() == "撤销")
    qtbot.keyClick(undo, Qt.Key.Key_Space)
    qtbot.keyClick(dialog(qtbot, screen), Qt.Key.Key_Return)
    assert centre.case(case.id).state is CaseState.EFFECTIVE


def test_the_menu_parts_its_sections_and_withdrawing_is_done_by_keys(qtbot, opened, centre, monkeypatch):
    case = centre.assigned()
    screen = opened(case, TAB_OVERVIEW)
    monkeypatch.setattr(QMenu, "popup", lambda *_given: None)  # without a screen nothing can grab the keys
    screen._header.more.click()
    shown = screen._header.findChildren(QMenu)[-1]
    assert len([action for action in shown.actions() if action.isSeparator()]) == 4
    words = {action.text().split("\t")[0]: action for action in shown.actions()}
    words["撤回申请"].trigger()
    form = dialog(qtbot, screen)
    form._rows["reason"].focus()
    focused().insertPlainText("双方自行和解")  # the test keyboard has no Chinese
    qtbot.keyClick(form, Qt.Key.Key_Return, CTRL)
    assert centre.case(case.id).state is CaseState.WITHDRAWN
    assert screen._header.step.text() == "归档"
