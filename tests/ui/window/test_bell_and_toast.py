"""The bell keeps what was told; the toast never lies over what is to be pressed or read at the foot."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QFrame, QLineEdit, QPlainTextEdit

from app.domain.disputes.case_lines import CaseFilter
from app.domain.disputes.states import CaseState
from app.presenters.navigation import TAB_AGREEMENT, TAB_DUTIES, TAB_OVERVIEW, TAB_SESSIONS
from app.ui.screens.agreement.signing.panel import SigningPanel
from app.ui.shell.bell import NoticePanel
from tests.support.window_driver import CTRL

pytestmark = pytest.mark.qt_log_ignore("does not support", extend=True)


def with_cases(centre):
    centre.services.settings.switch_to(centre.mediator.id, actor=centre.mediator.actor)
    centre.mediating()
    centre.issued()


def test_the_bell_counts_lists_and_takes_back_by_keys(sitting):
    driver = sitting()
    undone = []
    driver.window.toast("已移除参加人甲", lambda: undone.append("甲"))
    driver.window.toast("已移除参加人乙", lambda: undone.append("乙"))
    bell = driver.window.frame.top.bell
    assert bell.accessibleName() == "通知，2 条未看"
    bell.setFocus()
    driver.press(Qt.Key.Key_Space)
    panel = driver.popup(NoticePanel)
    assert bell.accessibleName() == "通知"
    assert [line.accessibleName()[-2:] for line in panel.lines] == ["人乙", "人甲"]
    assert [line.button is not None for line in panel.lines] == [True, False]
    assert panel.lines[0].hasFocus()
    driver.press(Qt.Key.Key_Down)
    assert panel.lines[1].hasFocus()
    driver.press(Qt.Key.Key_Up)
    driver.press(Qt.Key.Key_Return)
    assert undone == ["乙"]
    driver.window.open_notices()
    panel = driver.popup(NoticePanel)
    assert [line.button for line in panel.lines] == [None, None], "taken back once is enough"
    driver.press(Qt.Key.Key_Escape)
    assert QApplication.activePopupWidget() is None


def test_another_page_ends_the_way_back(sitting):
    driver = sitting()
    driver.window.toast("已移除", lambda: None)
    driver.window.open_page("cases")
    driver.window.open_notices()
    panel = driver.popup(NoticePanel)
    assert [line.button for line in panel.lines] == [None]
    panel.close()


def test_an_empty_bell_says_so_and_the_palette_opens_it(sitting):
    driver = sitting()
    driver.press(Qt.Key.Key_K, CTRL)
    driver.write("tz")
    driver.press(Qt.Key.Key_Return)
    panel = driver.popup(NoticePanel)
    assert driver.sees("还没有通知", panel)
    panel.close()


@pytest.mark.parametrize("size", [(1280, 720), (1440, 900)])
def test_the_toast_hides_no_control_on_any_page(sitting, size):
    driver = sitting(with_cases, size)
    toast = driver.window.frame.toast
    for page in driver.window.frame._parts.pages:
        driver.window.open_page(page.key)
        driver.settle()
        assert_free(driver, toast, page.key)
    case = next(
        line for line in driver.services.lists.page(CaseFilter(), 0, 9) if line.state is CaseState.MEDIATING
    )
    for tab in (TAB_SESSIONS, TAB_OVERVIEW, TAB_DUTIES):
        driver.window.open_case(case.id, tab)
        driver.settle()
        assert_free(driver, toast, tab)


def assert_free(driver, toast, where):
    driver.window.toast("已移除参加人王德顺，可以撤销", lambda: None)
    driver.settle()
    window = toast.parentWidget()
    box = QRect(toast.pos(), toast.size())
    assert window.rect().contains(box), where
    kinds = (QAbstractButton, QLineEdit, QPlainTextEdit)
    for one in [part for kind in kinds for part in window.findChildren(kind)] + [
        foot for foot in window.findChildren(QFrame) if foot.objectName() == "bar"
    ]:
        if one.isVisible() and not toast.isAncestorOf(one):
            seen = one.visibleRegion().boundingRect()
            there = QRect(one.mapTo(window, seen.topLeft()), seen.size())
            assert seen.isEmpty() or not there.intersects(box), (where, one.accessibleName())


def test_it_hides_no_signing_button_and_the_day_follows_the_clock(sitting):
    driver = sitting(with_cases, (1366, 768))
    case = next(
        line for line in driver.services.lists.page(CaseFilter(), 0, 9) if line.state is CaseState.AGREED
    )
    driver.window.open_case(case.id, TAB_AGREEMENT)
    driver.settle()
    assert_free(driver, driver.window.frame.toast, "signing")
    panel = driver.window.frame.findChild(SigningPanel)
    assert panel.day.text() == "2026-11-02"
    driver.clock.go_to(driver.clock.now().date().replace(day=3))
    driver.window._rail.tick()
    driver.until(lambda: panel.day.text() == "2026-11-03", "the day to follow")
    panel.day.setText("2026-11-02")
    driver.clock.go_to(driver.clock.now().date().replace(day=4))
    driver.window._rail.tick()
    driver.settle()
    assert panel.day.text() == "2026-11-02", "a day that was typed stays"
