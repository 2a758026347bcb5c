"""日程 in its window by keys alone: the grid, a move with its ghost, an offer taken, the roster."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QLabel, QToolTip

from app.domain.mediation.schedule.appointments import AppointmentState, MeetingPlace, NoticeManner
from app.ui.screens.calendar.dialogs import AppointmentDialog, CardDialog
from app.ui.screens.calendar.notice_dialog import NoticeDialog
from app.ui.screens.calendar.screen import CalendarScreen
from app.ui.screens.rosters.entry_dialog import EntryDialog
from app.ui.screens.rosters.staff import WEEK, StaffScreen
from app.ui.screens.workspace.screen import WorkspaceScreen
from app.ui.screens.workspace.wiring import case_panes
from tests.support.workspace_desk import WindowAround, mediators_desk

KEYS = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def window_around():
    return WindowAround()


@pytest.fixture
def planned(centre):
    starts = centre.clock.now().replace(hour=16, minute=0, second=0, microsecond=0)
    at = MeetingPlace(
        starts_at=starts,
        ends_at=starts + timedelta(hours=1),
        room_id=centre.committee.studios[0].id,
    )
    service = centre.services.appointments
    made = service.prepare(centre.mediator, case_id=centre.assigned().id, at=at).appointment
    return service.save(made, actor=centre.actor).value


@pytest.fixture
def page(kit, centre, window_around, on_stage):
    return lambda: on_stage(CalendarScreen(kit, mediators_desk(centre), window_around))


def dialog(qtbot, kind):
    """Give the window that is open, once it is the active one."""
    found = [w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible()]
    qtbot.waitUntil(found[-1].isActiveWindow)
    return found[-1]


def stored(centre, appointment):
    return centre.services.appointments.appointment(appointment.id)


def test_the_cursor_stands_on_the_appointment_moves_it_as_a_ghost_and_enter_writes(
    page, planned, centre, qtbot, window_around
):
    grid = page().grid
    assert grid.block.id == planned.id
    assert planned.title in grid.accessibleDescription()
    qtbot.keyClick(grid, KEYS.Key_Down, CTRL)
    qtbot.keyClick(grid, KEYS.Key_Down, SHIFT)
    assert (grid.ghost.start, grid.ghost.end) == (16 * 60 + 30, 18 * 60)
    qtbot.keyClick(grid, KEYS.Key_Escape)
    assert grid.ghost is None
    assert stored(centre, planned) == planned
    qtbot.keyClick(grid, KEYS.Key_Up, CTRL)
    qtbot.keyClick(grid, KEYS.Key_Return)
    moved = stored(centre, planned)
    assert f"{moved.starts_at:%H:%M}" == "15:30"
    assert grid.block.id == planned.id
    window_around.toasts[-1][1]()
    assert stored(centre, planned).starts_at == planned.starts_at


def test_a_move_of_what_parties_know_asks_why(page, planned, centre, qtbot):
    ids = [invitation.id for invitation in planned.invited]
    centre.services.appointments.tell(planned.id, ids, NoticeManner.PHONE, actor=centre.actor, version=1)
    grid = page().grid
    qtbot.keyClick(grid, KEYS.Key_Down, CTRL)
    qtbot.keyClick(grid, KEYS.Key_Return)
    asked = dialog(qtbot, EntryDialog)
    qtbot.keyClicks(QApplication.focusWidget(), "rain")
    qtbot.keyClick(asked, KEYS.Key_Return, CTRL)
    assert stored(centre, planned).moves[0].reason == "rain"
    assert stored(centre, planned).state is AppointmentState.MOVED
    dialog(qtbot, NoticeDialog).reject()


def test_arrows_walk_over_free_half_hours_and_n_begins_there(page, planned, qtbot):
    grid = page().grid
    qtbot.keyClick(grid, KEYS.Key_Down)
    assert (grid.block, grid.cursor_at.minute) == (None, 17 * 60)
    assert "空闲" in grid.accessibleDescription()
    qtbot.keyClick(grid, KEYS.Key_Up)
    assert grid.block.id == planned.id
    qtbot.keyClick(grid, KEYS.Key_Right)
    assert (grid.cursor_at.column, grid.block) == (1, None)
    qtbot.keyClick(grid, KEYS.Key_Left)
    qtbot.keyClick(grid, KEYS.Key_Down)
    qtbot.keyClick(grid, KEYS.Key_N)
    asked = dialog(qtbot, AppointmentDialog)
    assert asked.form_body.fields.box("start").editor.text() == "17:00"
    asked.reject()
    qtbot.keyClick(grid, KEYS.Key_Up)
    qtbot.keyClick(grid, KEYS.Key_Return)
    dialog(qtbot, CardDialog).reject()


def test_the_mouse_drags_what_the_keys_move(page, planned, centre, qtbot):
    grid = page().grid
    box = grid.box_of(grid.block)
    start = box.center()
    end = start + QPoint(0, box.height() // 2)
    qtbot.mousePress(grid.viewport(), Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(grid.viewport(), end)
    assert grid.ghost.start == 16 * 60 + 30
    qtbot.mouseRelease(grid.viewport(), Qt.MouseButton.LeftButton, pos=end)
    assert f"{stored(centre, planned).starts_at:%H:%M}" == "16:30"


def test_every_view_and_the_way_back_to_a_day_by_keys(page, planned, qtbot):
    screen = page()
    for place, widget in ((1, screen.grid), (2, screen.month), (3, screen.table)):
        qtbot.keyClick(screen, KEYS.Key_F3)
        qtbot.keyClick(QApplication.focusWidget(), KEYS.Key_Right)
        assert screen._stack.currentWidget() is widget, place
    assert screen.table.model().rowCount() == 2
    screen.modes._choose("month")
    screen.month.setFocus()
    qtbot.keyClick(screen.month, KEYS.Key_PageDown)
    qtbot.keyClick(screen.month, KEYS.Key_PageUp)
    qtbot.keyClick(screen.month, KEYS.Key_Return)
    assert screen._stack.currentWidget() is screen.grid
    assert screen.grid.block.id == planned.id


@pytest.mark.parametrize(("theme", "scale"), [("dark", 1.3), ("light", 1.5)])
def test_painted_in_every_look_and_turned_round(page, planned, kit, theme, scale):
    kit.style.use(theme=theme, scale=scale)
    screen = page()
    assert screen.grid.box_of(screen.grid.block).height() > 0
    left = screen.grid.box_of(screen.grid.block).x()
    screen.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert screen.grid.box_of(screen.grid.block).x() > left
    assert not screen.grab().isNull()
    screen._presenter.choose_mode("month")
    assert not screen.grab().isNull()


def test_a_session_is_arranged_in_four_keys(kit, centre, window_around, on_stage, qtbot):
    case, desk = centre.assigned(), mediators_desk(centre)
    screen = WorkspaceScreen(
        kit, desk, window_around, lambda ws: case_panes(kit, desk, window_around, ws.ask)
    )
    on_stage(screen)
    screen.open_case(case.id)
    qtbot.keyClick(screen._header.step, KEYS.Key_F9)
    dialog(qtbot, AppointmentDialog)
    qtbot.keyClick(QApplication.focusWidget(), KEYS.Key_2)
    qtbot.keyClick(QApplication.focusWidget(), KEYS.Key_Return)
    dialog(qtbot, NoticeDialog)
    qtbot.keyClick(QApplication.focusWidget(), KEYS.Key_Return)
    (made,) = centre.services.cases.folder(case.id).appointments
    assert made.untold() == ()
    assert [title for _pdf, title, _copies in window_around.printed] == ["调解通知书"] * 2
    assert screen._header.step.text() == "进入调解"
    screen.window().activateWindow()
    qtbot.waitUntil(screen.window().isActiveWindow)
    qtbot.keyClick(screen._header.step, KEYS.Key_F6)
    dialog(qtbot, CardDialog).reject()


def test_the_week_of_the_roster_by_keys(kit, centre, window_around, on_stage, qtbot):
    screen = on_stage(StaffScreen(kit, mediators_desk(centre), window_around))
    screen.tabs.show_value(WEEK)
    screen._choose(WEEK)
    table = screen.week.table
    table.setFocus()
    assert "当班" in table.currentIndex().data()
    qtbot.keyClick(table, KEYS.Key_Space)
    assert "不当班" in table.currentIndex().data()
    qtbot.keyClick(table, KEYS.Key_Right)
    qtbot.keyClick(table, KEYS.Key_L)
    asked = dialog(qtbot, EntryDialog)
    asked.form_body.fields.focus_field("reason")
    qtbot.keyClicks(QApplication.focusWidget(), "training")
    qtbot.keyClick(asked, KEYS.Key_Return, CTRL)
    assert "请假" in table.currentIndex().data()
    qtbot.keyClick(table, KEYS.Key_Delete)
    assert "当班" in table.currentIndex().data()
    screen.tabs.show_value("here")
    screen._choose("here")
    assert screen._stack.currentWidget() is screen.table


def test_violence_at_home_is_told_on_the_grid_by_keys_in_the_tooltip_and_on_the_card(page, centre, qtbot):
    case = centre.assigned(facts="多次家暴，妻子要求分开谈。", dispute_type="marriage_family")
    starts = centre.clock.now().replace(hour=16, minute=0, second=0, microsecond=0)
    at = MeetingPlace(
        starts_at=starts, ends_at=starts + timedelta(hours=1), room_id=centre.committee.studios[0].id
    )
    service = centre.services.appointments
    asked = service.prepare(centre.mediator, case_id=case.id, at=at).appointment
    service.save(replace(asked, clash_reason="分在两间"), actor=centre.actor)
    grid = page().grid
    assert "不安排当面调解" in grid.block.clash
    assert "不安排当面调解" in grid.accessibleDescription()
    spot = grid.box_of(grid.block).center()
    hover = QHelpEvent(QEvent.Type.ToolTip, spot, grid.viewport().mapToGlobal(spot))
    QApplication.sendEvent(grid.viewport(), hover)
    assert "不安排当面调解" in QToolTip.text()
    qtbot.keyClick(grid, KEYS.Key_Return)
    card = dialog(qtbot, CardDialog)
    assert any("不安排当面调解" in label.text() for label in card.findChildren(QLabel))
    card.reject()
