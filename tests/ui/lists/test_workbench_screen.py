"""The workbench by keyboard, and how it gives way in small windows."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QBoxLayout

from app.presenters.workbench.recent_cases import RecentCases
from app.ui.screens.workbench.screen import WorkbenchScreen
from tests.support.list_desks import desk_of

KEYS = Qt.Key


@pytest.fixture
def desk(centre):
    return desk_of(centre)


@pytest.fixture
def screen(kit, desk, navigator, on_stage):
    return lambda width=1440, height=900: on_stage(WorkbenchScreen(kit, desk, navigator), width, height)


def test_an_empty_bench_leads_to_the_cases(screen, qtbot, navigator):
    page = screen()
    assert not page.hero.isVisible()
    assert page.todo._stack.currentIndex() == 1
    qtbot.mouseClick(page.todo.empty._button, Qt.MouseButton.LeftButton)
    assert navigator.last("open_page") == "cases"


def test_focus_stands_on_the_first_step_and_f9_starts_it(centre, screen, qtbot, navigator):
    case = centre.assigned()
    page = screen()
    assert page.hero.step.hasFocus()
    qtbot.keyClick(page.hero.step, KEYS.Key_F9)
    assert navigator.last("open_case") == (case.id, "sessions", True)


def test_rows_by_keyboard(centre, screen, qtbot, navigator):
    first = centre.assigned()
    page = screen()
    table = page.todo.table
    table.setFocus()
    table.select_first()
    qtbot.keyClick(table, KEYS.Key_Return)
    assert navigator.last("open_case") == first.id
    qtbot.keyClick(table, KEYS.Key_F9)
    assert navigator.last("open_case") == (first.id, "sessions", True)


def test_the_other_order_shows_the_case_as_heading(centre, screen, qtbot):
    case = centre.assigned()
    page = screen()
    page.todo._order._choose("case")
    assert page.todo._model.band_of(0) == f"{case.title}\n{case.intake_number}"


def test_beside_stands_what_was_opened_last(centre, desk, screen, qtbot, navigator):
    case = centre.registered(title="甲案")
    RecentCases(desk).note(case.id)
    page = screen()
    assert page._side._recent.isVisible()
    assert not page._side._payments.isVisible()
    row = page._side._recent._rows[0]
    assert "甲案" in row.accessibleName()
    qtbot.keyClick(row, KEYS.Key_Space)
    assert navigator.last("open_case") == case.id


def test_in_large_type_below_1440_the_side_column_goes_under(kit, centre, screen):
    centre.assigned()
    page = screen(1440)
    assert page._across.direction() is QBoxLayout.Direction.LeftToRight
    kit.style.use(scale=1.3)
    page.resize(1366, 768)
    QApplication.processEvents()
    assert page._across.direction() is QBoxLayout.Direction.TopToBottom


def test_late_cases_are_counted_in_the_header(centre, screen, clock):
    centre.assigned()
    clock.moment += timedelta(days=60)
    page = screen()
    chips = [page._counts.itemAt(n).widget() for n in range(page._counts.count())]
    assert [chip.accessibleName() for chip in chips] == ["超期 1", "在办 1"]


def test_a_failure_is_told_and_retry_reads_again(screen, qtbot):
    page = screen()
    page._presenter._failed(OSError("gone"))
    assert page._error.isVisible()
    qtbot.mouseClick(page._error._retry, Qt.MouseButton.LeftButton)
    assert not page._error.isVisible()
