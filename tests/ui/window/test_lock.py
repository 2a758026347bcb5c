"""锁屏: nothing of a case is drawn, reachable or said; everything comes back as it was."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QWidget
from shiboken6 import isValid

from app.presenters.navigation import PAGE_CASES, PAGE_SETTINGS, PAGE_STAFF
from app.presenters.shell.lock import MINUTES
from app.presenters.workspace import menu
from app.ui.dialogs.form_dialog import FormDialog
from app.ui.locking.screen import LockScreen
from app.ui.screens.workspace.screen import WorkspaceScreen
from app.ui.voice import Voice, announce
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.tables import ListTable
from tests.support.window_driver import CTRL

pytestmark = pytest.mark.qt_log_ignore("does not support|event not accepted", extend=True)


def screen(driver):
    return driver.window.frame.findChild(LockScreen)


def on_show():
    """Give every widget of the program that is drawn, in whatever window."""
    tops = [top for top in QApplication.topLevelWidgets() if top.isVisible()]
    return tops + [one for top in tops for one in top.findChildren(QWidget) if one.isVisible()]


def words_on_show():
    return " ".join(one.text() for one in on_show() if isinstance(one, QLabel))


def with_case(centre):
    centre.services.settings.switch_to(centre.mediator.id, actor=centre.mediator.actor)
    return centre.assigned()


def open_note(driver):
    """Open 记一笔 of the only case and write into it."""
    (hit,) = driver.services.lists.search_cases("2026", 5) or driver.services.lists.search_cases("0001", 5)
    driver.window.open_case(hit.line.id)
    driver.settle()
    driver.window.frame.findChild(WorkspaceScreen).ask(menu.NOTE)
    driver.until(lambda: isinstance(driver.front(), FormDialog), "the form")
    driver.write("对方来电")
    return driver.front()


def test_the_window_shows_nothing_but_clock_and_name_and_enter_comes_back(sitting):
    driver = sitting(with_case)
    driver.window.open_page(PAGE_CASES)
    driver.settle()
    held = driver.focus()
    driver.press(Qt.Key.Key_L, CTRL)
    driver.until(lambda: "按回车继续" in words_on_show(), "the way back")
    assert driver.window.frame.isVisible()
    assert {one for one in on_show() if screen(driver).isAncestorOf(one)} | {
        driver.window.frame,
        driver.window.frame.centralWidget(),
        screen(driver),
    } == set(on_show())
    assert "赵永安" in words_on_show()
    for key in (Qt.Key.Key_F2, Qt.Key.Key_F1, Qt.Key.Key_F9):
        driver.press(key)
    driver.press(Qt.Key.Key_K, CTRL)
    assert QApplication.activeModalWidget() is None, "no key of the window works"
    driver.press(Qt.Key.Key_Return)
    driver.until(lambda: not driver.window.lock.is_locked, "the window to open")
    assert driver.focus() is held


def test_an_open_form_is_gone_while_locked_and_comes_back_as_typed(sitting, monkeypatch):
    driver = sitting(with_case)
    form = open_note(driver)
    driver.press(Qt.Key.Key_L, CTRL)
    assert driver.window.lock.is_locked
    assert not form.isVisible()
    late = Dialog(driver.desktop.kit, "迟到的回答", parent=driver.window.frame)
    late.say("买买提·艾力")
    late.open()
    driver.until(lambda: not late.isVisible(), "what opens late to wait as well")
    said = []
    voice = QApplication.instance().findChild(Voice)
    monkeypatch.setattr(voice, "_speak", lambda _widget, sentence: said.append(sentence))
    voice._said_at = float("-inf")
    announce(driver.window.frame, "买买提·艾力 已受理")
    driver.window.toast("已保存 买买提·艾力")
    assert said == []
    assert "买买提" not in words_on_show()
    driver.until(screen(driver).enter.isVisible, "the way back")
    driver.press(Qt.Key.Key_Return)
    driver.until(lambda: form.isVisible() and late.isVisible(), "both dialogs")
    assert form.findChild(QPlainTextEdit).toPlainText() == "对方来电"
    late.close()
    assert driver.front() is form
    form.close()


def test_who_has_a_password_begins_locked_and_a_colleague_may_sit_down(sitting):
    def guarded(centre):
        with_case(centre)
        centre.services.screen_lock.set_own("", "Feng-2026", actor=centre.mediator.actor)
        centre.services.screen_lock.set_own("", "bahe-2026", actor=centre.registrar.actor)

    driver = sitting(guarded)
    assert driver.window.lock.is_locked, "closing and opening again is no way around"
    driver.until(screen(driver).line.isVisible, "the password to be asked")
    assert driver.focus() is screen(driver).line, driver.focus().accessibleName()
    driver.write("Feng-2025")
    driver.press(Qt.Key.Key_Return)
    driver.until(lambda: "密码不对" in words_on_show(), "the refusal")
    assert screen(driver).line.text() == ""
    driver.write("F")
    assert "大写锁定已开" in words_on_show(), "a capital without Shift"
    driver.write("eng-2026")
    driver.press(Qt.Key.Key_Return)
    driver.until(lambda: not driver.window.lock.is_locked, "the window to open")
    driver.press(Qt.Key.Key_L, CTRL)
    driver.until(screen(driver).line.isVisible, "the password to be asked")
    before = driver.window
    driver.click("换人使用")
    driver.until(lambda: driver.sees("现在由谁使用"), "the roster")
    table = driver.front().findChild(ListTable)
    table.select(str(driver.centre.registrar.id))
    driver.click("由此人使用")
    driver.until(lambda: driver.window is not before, "the colleague's window")
    assert not before.frame.isVisible()
    assert driver.window.lock.is_locked, "the colleague's own password is asked"
    assert QApplication.instance().findChild(Voice).only_within is screen(driver)
    driver.until(screen(driver).line.isVisible, "the password to be asked")
    driver.write("bahe-2026")
    driver.press(Qt.Key.Key_Return)
    driver.until(lambda: not driver.window.lock.is_locked, "the window to open")
    driver.until(lambda: not isValid(before.frame), "the window before to be gone for good")
    assert QApplication.instance().findChild(Voice).only_within is None


def test_it_locks_by_itself_after_the_minutes_chosen(sitting):
    driver = sitting(with_case)
    now = [1000.0]
    idle = driver.window.lock.idle
    idle._now = lambda: now[0]
    driver.press(Qt.Key.Key_Down)
    idle._touched_at = now[0]
    now[0] += 9 * 60
    idle.look()
    assert not driver.window.lock.is_locked
    now[0] += 61
    idle.look()
    assert driver.window.lock.is_locked, "ten minutes, as the program comes"
    driver.until(screen(driver).enter.isVisible, "the way back")
    driver.press(Qt.Key.Key_Return)
    driver.until(lambda: not driver.window.lock.is_locked, "the window to open")
    driver.window._preferences.set(MINUTES, "0")
    now[0] += 10_000
    idle.look()
    assert not driver.window.lock.is_locked, "不自动锁"


def test_a_touch_of_any_window_puts_it_off(sitting, qtbot):
    from PySide6.QtTest import QTest

    driver = sitting(with_case)
    now = [5.0]
    idle = driver.window.lock.idle
    idle._now = lambda: now[0]
    QTest.mouseMove(driver.window.frame.windowHandle(), driver.window.frame.rect().center())
    driver.until(lambda: idle._touched_at == 5.0, "the mouse to be seen")
    now[0] = 7.0
    QTest.keyClick(driver.window.frame.windowHandle(), Qt.Key.Key_Shift)
    driver.until(lambda: idle._touched_at == 7.0, "the key to be seen")


def test_a_password_is_set_changed_and_taken_away_in_the_settings(sitting):
    driver = sitting(with_case)
    lock, me = driver.services.screen_lock, driver.centre.mediator.id
    driver.window.open_page(PAGE_SETTINGS)
    driver.window.frame.made(PAGE_SETTINGS).open_section("lock")
    driver.settle()
    driver.fill("新密码", "abc")
    driver.fill("再输一次", "abc")
    driver.press(Qt.Key.Key_Return)
    driver.until(lambda: driver.sees("至少填 4 位"), "the refusal")
    driver.fill("新密码", "abcd1")
    driver.fill("再输一次", "abcd2")
    driver.click("设置密码")
    assert driver.sees("两次填的不同")
    driver.fill("再输一次", "abcd1")
    driver.press(Qt.Key.Key_Return)
    driver.until(lambda: driver.sees("已设密码"), "it to be set")
    assert lock.opens(me, "abcd1")
    assert driver.box("新密码").editor.text() == ""
    driver.click("取消密码")
    assert driver.sees("填写现在的密码")
    driver.fill("现在的密码", "falsch")
    driver.click("取消密码")
    driver.until(lambda: driver.sees("密码不对"), "the refusal")
    driver.fill("现在的密码", "abcd1")
    driver.click("取消密码")
    driver.until(lambda: driver.sees("未设密码"), "it to be gone")
    assert not lock.has_password(me)


def test_a_director_clears_a_forgotten_password_in_the_roster(sitting):
    from dataclasses import replace

    from app.domain.people.staff import StaffRole

    def directed(centre):
        people = centre.services.people
        me = next(member for member in people.staff() if member.id == centre.registrar.id)
        people.save_staff(replace(me, roles=(StaffRole.DIRECTOR,)), actor=centre.actor)
        centre.services.screen_lock.set_own("", "vergessen", actor=centre.mediator.actor)

    driver = sitting(directed)
    driver.window.open_page(PAGE_STAFF)
    driver.settle()
    page = driver.window.frame.made(PAGE_STAFF)
    page.table.select(driver.centre.recorder.id)
    assert not driver.has_button("清除锁屏密码"), "who has none needs none cleared"
    page.table.select(driver.centre.mediator.id)
    driver.click("清除锁屏密码")
    driver.until(lambda: driver.sees("按回车就能打开"), "what it means")
    driver.press(Qt.Key.Key_Return)
    driver.until(
        lambda: not driver.services.screen_lock.has_password(driver.centre.mediator.id), "it to be gone"
    )
    driver.until(lambda: not driver.has_button("清除锁屏密码"), "the button to go")
