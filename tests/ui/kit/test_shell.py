from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget

from app.domain.changes import Changes
from app.ui.hub import Hub
from app.ui.native_words import speak_natively
from app.ui.runner import Latest
from app.ui.shell import Badge, FrameParts, MainFrame, Page, PaletteEntry, User
from app.ui.shell.palette import PaletteDialog
from app.ui.shell.rail import RailButton
from app.ui.widgets.buttons import Button

CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
pytestmark = pytest.mark.qt_log_ignore("does not support", extend=True)


class Stage(QLabel):
    """A page that writes down when it comes and goes."""

    def __init__(self, key, log):
        super().__init__(key)
        self.key, self.log = key, log

    def page_shown(self):
        self.log.append(f"+{self.key}")

    def page_left(self):
        self.log.append(f"-{self.key}")


@pytest.fixture
def stage():
    return []


@pytest.fixture
def parts(stage):
    def page(key, title, number, **rest):
        return Page(key, title, "home", lambda: Stage(key, stage), shortcut=f"Alt+{number}", **rest)

    return FrameParts(
        "枫桥调解",
        [
            page("today", "工作台", 1, group="办案", help="先办最急的。", keys=(("F3", "换视图"),)),
            page("cases", "案件", 3, group="办案"),
            page("settings", "设置", 9, at_foot=True),
        ],
        User("赵永安", "调解员"),
    )


def test_a_page_that_takes_no_focus_gets_it_on_its_first_stop(kit, runner, preferences, qtbot):
    def page():
        made = QWidget()
        column = QVBoxLayout(made)
        column.addWidget(QLabel("没有可按的"))
        column.addWidget(Button(kit, "填写"))
        return made

    parts = FrameParts("枫桥调解", [Page("today", "工作台", "home", page)], User("赵永安", "调解员"))
    made = MainFrame(kit, runner, preferences, parts)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.open("today")
    held = QApplication.focusWidget()
    assert isinstance(held, Button)
    assert held.text() == "填写"


@pytest.fixture
def window(kit, runner, preferences, parts, qtbot):
    made = MainFrame(kit, runner, preferences, parts)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.open("today")
    return made


def test_pages_are_made_when_first_opened_and_told(window, stage, qtbot):
    assert stage == ["+today"]
    first = window.open("cases")
    assert stage == ["+today", "-today", "+cases"]
    window.open("today")
    assert window.open("cases") is first


def test_alt_number_opens_a_page(window, qtbot):
    qtbot.keyClick(window, Qt.Key.Key_3, ALT)
    assert window.current_key == "cases"
    assert "案件" in window.windowTitle()


def test_rail_moves_by_arrows_and_opens_by_enter(window, qtbot):
    window.focus_rail()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    assert window.current_key == "today"
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert window.current_key == "cases"


def test_rail_narrows_below_the_breakpoint(window):
    window.resize(1440, 900)
    buttons = window.findChildren(RailButton)
    assert not any(button.is_narrow for button in buttons)
    window.resize(1366, 768)
    assert all(button.is_narrow for button in buttons)


def test_badge_is_spoken(window):
    window.show_badge("cases", Badge("6", "amber", spoken="6 件临期"))
    button = next(button for button in window.findChildren(RailButton) if button.page.key == "cases")
    assert button.accessibleName() == "案件 6 件临期"


def test_no_dead_buttons(window):
    names = {button.accessibleName() for button in window.findChildren(Button)}
    assert not names & {"登记", "通知", "锁屏"}


def test_live_buttons(kit, runner, preferences, parts, qtbot):
    from dataclasses import replace

    heard = []
    live = replace(parts, register=lambda: heard.append("F2"), lock=lambda: heard.append("lock"))
    window = MainFrame(kit, runner, preferences, live)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window, Qt.Key.Key_F2)
    qtbot.keyClick(window, Qt.Key.Key_L, CTRL)
    names = {button.accessibleName() for button in window.findChildren(Button)}
    assert {"登记", "锁屏"} <= names
    assert heard == ["F2", "lock"]


def test_large_type_is_one_press_and_is_kept(window, kit, preferences, qtbot):
    qtbot.keyClick(window, Qt.Key.Key_0, CTRL)
    assert kit.style.scale == 1.3
    assert preferences["look.scale"] == "1.3"
    qtbot.keyClick(window, Qt.Key.Key_0, CTRL)
    assert kit.style.scale == 1.0


def test_kept_type_size_comes_back(kit, runner, preferences, parts, qtbot):
    preferences["look.scale"] = "1.5"
    first = MainFrame(kit, runner, preferences, parts)
    qtbot.addWidget(first)
    assert kit.style.scale == 1.5
    preferences["look.scale"] = "40"
    second = MainFrame(kit, runner, preferences, parts)
    qtbot.addWidget(second)
    assert kit.style.scale == 1.5


def test_cover_hides_everything_and_stops_the_keys(window, qtbot):
    cover = QWidget()
    window.cover(cover)
    assert window.is_covered
    assert not any(button.isVisible() for button in window.findChildren(RailButton))
    qtbot.keyClick(window, Qt.Key.Key_3, ALT)
    assert window.current_key == "today"
    window.uncover()
    assert not window.is_covered
    qtbot.keyClick(window, Qt.Key.Key_3, ALT)
    assert window.current_key == "cases"


def test_closing_asks_everyone_and_keeps_the_place(window, preferences):
    asked = []
    window.on_closing(lambda: bool(asked.append(1)))
    window.on_closing(lambda: asked.append(2) is None)
    assert not window.close()
    assert asked == [1, 2]
    window._may_close.clear()
    assert window.close()
    assert preferences["window.geometry"]


def test_help_card_lists_the_keys_of_the_page(window, qtbot):
    qtbot.keyClick(window, Qt.Key.Key_F1)
    card = QApplication.activeModalWidget()
    words = {label.text() for label in card.findChildren(QLabel)}
    assert {"先办最急的。", "换视图"} <= words
    card.close()


def test_palette_finds_data_and_commands(kit, runner, window, qtbot):
    done = []
    data = [PaletteEntry("案件", "停车位占用纠纷", lambda: done.append("case"), detail="2026-0402")]
    palette = PaletteDialog(
        kit,
        runner,
        lambda typed: data if typed == "0402" else [],
        [PaletteEntry("命令", "备份", lambda: done.append("backup"))],
        lambda text, typed: typed in text,
        parent=window,
    )
    qtbot.addWidget(palette)
    palette.show()
    palette.activateWindow()
    qtbot.waitUntil(palette.isActiveWindow)
    assert palette._found.rows[0] == "命令"
    palette.line.setText("0402")
    qtbot.waitUntil(lambda: "案件" in palette._found.rows)
    palette.grab()
    qtbot.keyClick(palette.line, Qt.Key.Key_Return)
    assert done == ["case"]
    assert not palette.isVisible()


def test_palette_arrows_skip_captions(kit, runner, window, qtbot, qtmodeltester):
    done = []
    entries = [
        PaletteEntry("命令", "甲", lambda: done.append("甲")),
        PaletteEntry("打开页面", "乙", lambda: done.append("乙")),
    ]
    palette = PaletteDialog(
        kit, runner, lambda _typed: [], entries, lambda _text, _typed: True, parent=window
    )
    qtbot.addWidget(palette)
    qtmodeltester.check(palette._found)
    palette.show()
    qtbot.keyClick(palette, Qt.Key.Key_Down)
    qtbot.keyClick(palette, Qt.Key.Key_Return)
    assert done == ["乙"]


def test_runner_answers_on_the_ui_thread_in_order(runner, qtbot, kit):
    import threading

    here, got, threads = threading.get_ident(), [], []
    for n in range(20):
        runner.submit(
            lambda n=n: threads.append(threading.get_ident()) or n,
            lambda n: got.append((n, threading.get_ident())),
        )
    qtbot.waitUntil(lambda: len(got) == 20)
    assert got == [(n, here) for n in range(20)]
    assert len(set(threads)) == 1
    assert here not in threads


def test_runner_hands_failures_to_who_asked(runner, qtbot, kit):
    problems = []
    runner.submit(lambda: 1 / 0, lambda _value: None, problems.append)
    qtbot.waitUntil(lambda: bool(problems))
    assert isinstance(problems[0], ZeroDivisionError)


def test_runner_drops_answers_for_widgets_that_are_gone(runner, qtbot, kit):
    widget = QWidget()
    got = []
    runner.submit(lambda: 1, got.append, owner=widget)
    widget.deleteLater()
    QApplication.sendPostedEvents(None, 52)
    runner.submit(lambda: 2, got.append)
    qtbot.waitUntil(lambda: 2 in got)
    assert got == [2]


def test_latest_shows_only_the_newest(runner, qtbot, kit):
    import threading

    owner = QWidget()
    qtbot.addWidget(owner)
    latest, got, worked, gate = Latest(runner, owner), [], [], threading.Event()

    def work(n):
        worked.append(n)
        gate.wait(5)
        return n

    latest.ask(lambda: work(0), got.append)
    qtbot.waitUntil(lambda: worked == [0])
    for n in range(1, 6):
        latest.ask(lambda n=n: work(n), got.append)
    qtbot.wait(20)
    gate.set()
    qtbot.waitUntil(lambda: got == [5])
    assert worked == [0, 5]


def test_hub_tells_by_kind_and_spares_the_initiator(kit, qtbot):
    hub, got = Hub(), []
    owner = QWidget()
    qtbot.addWidget(owner)
    changes = Changes(frozenset({("case", uuid4())}))
    hub.on_change(lambda _c: got.append("case"), kinds=frozenset({"case"}))
    hub.on_change(lambda _c: got.append("staff"), kinds=frozenset({"staff"}))
    hub.on_change(lambda _c: got.append("own"), owner=owner)
    stop = hub.on_change(lambda _c: got.append("all"))
    hub.announce(changes, initiator=owner)
    stop()
    hub.announce(changes)
    hub.announce(Changes())
    assert got == ["case", "all", "case", "own"]


def test_hub_forgets_widgets_that_are_gone(kit, qtbot):
    hub, got = Hub(), []
    owner = QWidget()
    hub.on_change(lambda _c: got.append(1), owner=owner)
    owner.deleteLater()
    QApplication.sendPostedEvents(None, 52)
    hub.announce(Changes(frozenset({("case", uuid4())})))
    assert got == []


def test_standard_dialogs_speak_chinese(qapp):
    assert speak_natively(qapp, "zh_CN")
    assert QApplication.translate("QPlatformTheme", "Cancel") == "取消"
