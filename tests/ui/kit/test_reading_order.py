"""Tab goes where the eye goes."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.ui.shell import FrameParts, MainFrame, Page, User
from app.ui.shell.reading_order import KEEPS_ORDER, put_in_reading_order, stops
from app.ui.widgets.buttons import Button

pytestmark = pytest.mark.qt_log_ignore("does not support", extend=True)


def field(name):
    made = QLineEdit(name)
    made.setObjectName(name)
    return made


def names(root):
    return [stop.objectName() for stop in stops(root)]


def test_boxes_grids_splitters_stacks_and_areas_are_read_as_they_lie(qtbot):
    root = QWidget()
    qtbot.addWidget(root)
    column = QVBoxLayout(root)
    late, grid = QHBoxLayout(), QGridLayout()
    grid.addWidget(field("d"), 1, 0)
    grid.addWidget(field("c"), 0, 1)
    grid.addWidget(field("b"), 0, 0)
    splitter, stack, area = QSplitter(), QStackedWidget(), QScrollArea()
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(field("f"))
    splitter.addWidget(area)
    splitter.insertWidget(0, field("e"))
    stack.addWidget(field("behind"))
    stack.addWidget(field("g"))
    stack.setCurrentIndex(1)
    for part in (late, grid):
        column.addLayout(part)
    column.addWidget(splitter)
    column.addWidget(stack)
    hidden = field("hidden")
    column.addWidget(hidden)
    hidden.hide()
    late.addWidget(field("a"))
    root.show()
    assert names(root) == list("abcdefg")


def test_a_chain_of_its_own_is_kept(qtbot):
    root = QWidget()
    qtbot.addWidget(root)
    column = QVBoxLayout(root)
    form = QWidget()
    form.setProperty(KEEPS_ORDER, True)
    inside = QVBoxLayout(form)
    tool, first, second = field("tool"), field("first"), field("second")
    for part in (tool, first, second):
        inside.addWidget(part)
    column.addWidget(field("before"))
    column.addWidget(form)
    root.show()
    QWidget.setTabOrder(first, second)
    QWidget.setTabOrder(second, tool)
    put_in_reading_order(root)
    assert names(root) == ["before", "first", "second", "tool"]


def test_tab_visits_what_was_made_later_in_its_place_and_comes_round(kit, runner, preferences, qtbot):
    page = QWidget()
    column = QVBoxLayout(page)
    column.addWidget(Button(kit, "后"))
    parts = FrameParts("枫桥调解", [Page("today", "工作台", "home", lambda: page)], User("赵永安", "调解员"))
    made = MainFrame(kit, runner, preferences, parts)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.open("today")
    column.insertWidget(0, Button(kit, "先"))
    QApplication.processEvents()
    seen = []
    for _step in range(20):
        held = QApplication.focusWidget()
        if held in seen:
            break
        seen.append(held)
        qtbot.keyClick(held, Qt.Key.Key_Tab)
    words = [stop.text() for stop in seen if isinstance(stop, Button)]
    assert QApplication.focusWidget() is seen[0]
    assert words.index("后") == (words.index("先") + 1) % len(words)
