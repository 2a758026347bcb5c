"""Pausing and extending by keys alone, and the chip that stands still."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.domain.disputes.sources import CaseSource
from app.domain.disputes.states import CaseState
from app.presenters.workspace import menu
from app.ui.dialogs.form_dialog import FormDialog
from app.ui.screens.workspace.clocks import KINDS, ClockPanel

CTRL = Qt.KeyboardModifier.ControlModifier


def form_of(qtbot, screen):
    form = [found for found in screen.findChildren(FormDialog) if found.isVisible()][-1]
    qtbot.waitUntil(form.isActiveWindow)
    return form


def focused():
    return QApplication.focusWidget()


def back_to(qtbot, screen):
    screen.window_around.activateWindow()
    qtbot.waitUntil(screen.window_around.isActiveWindow)


def test_a_case_is_paused_and_resumed_by_keys(qtbot, opened, centre):
    case = centre.assigned()
    screen = opened(case)
    assert {menu.SUSPEND, menu.EXTEND} <= set(screen._header.menu_keys())
    screen._header._choose(menu.SUSPEND)
    form = form_of(qtbot, screen)
    form._rows["reason"].focus()
    qtbot.keyClick(focused(), Qt.Key.Key_Down)
    qtbot.keyClick(form, Qt.Key.Key_Return, CTRL)
    assert centre.case(case.id).state is CaseState.SUSPENDED
    assert KINDS[screen._header.clock._chip.kind] == "paused"
    assert screen._header.clock.text() == "鉴定中止"
    back_to(qtbot, screen)
    assert screen._header.step.text() == "恢复调解"
    qtbot.keyClick(screen._header.step, Qt.Key.Key_F9)
    qtbot.keyClick(form_of(qtbot, screen), Qt.Key.Key_Return, CTRL)
    assert centre.case(case.id).state is CaseState.ASSIGNED


def test_the_form_of_an_extension_lies_above_its_verbs(qtbot, opened, centre):
    case = centre.assigned(3)
    screen = opened(case)
    screen.ask(menu.EXTEND)
    form = form_of(qtbot, screen)
    below = form._area.mapTo(form, form._area.rect().bottomLeft()).y()
    assert below < form._verb.mapTo(form, form._verb.rect().topLeft()).y()
    for party in case.parties:
        row = form._rows[f"agreed_{party.id}"]
        row.focus()
        qtbot.keyClicks(focused(), "2026-11-2")
    form._rows["new_last_day"].focus()
    qtbot.keyClicks(focused(), "2026-12-21")
    qtbot.keyClick(form, Qt.Key.Key_Return, CTRL)
    assert [one.new_last_day.isoformat() for one in centre.case(case.id).extensions] == ["2026-12-21"]


@pytest.mark.qt_log_ignore("does not support", extend=True)
def test_a_period_that_waits_for_a_day_says_so_in_the_panel(qtbot, opened, centre):
    screen = opened(centre.assigned(source=CaseSource.COURT_DELEGATED))
    assert screen._header.clock.text() == "待起算"
    screen._header.clock.setFocus()
    qtbot.keyClick(screen._header.clock, Qt.Key.Key_Space)
    panel = screen._header.clock.findChild(ClockPanel)
    assert panel is not None
    assert panel.isVisible()
    panel.close()
