"""The page: days in columns, weeks, months, the list, what is drawn outside the usual hours, the export."""

from dataclasses import replace
from datetime import timedelta

import pytest

from app.domain.mediation.schedule.appointments import AppointmentPurpose, MeetingPlace
from app.presenters.calendar.presenter import CalendarPresenter
from app.presenters.calendar.shown import in_lanes, month_length, month_start
from app.presenters.calendar.view import DAY, LIST, MONTH, WEEK
from app.presenters.rosters.duty_week import DutyWeekPresenter
from app.presenters.workbench.my_day import MyDayWords, read_my_day
from tests.support.entry_forms import SeenEntry
from tests.support.list_desks import Recorder


@pytest.fixture
def view():
    return Recorder()


@pytest.fixture
def page(desk, navigator, view, windows):
    made = CalendarPresenter(desk, navigator, view, windows)
    made.refresh()
    yield made
    made.close()


@pytest.fixture
def planned(centre):
    """Save an appointment of a new case, today at an hour."""

    def make(hour=16, minutes=60, **given):
        starts = centre.clock.now().replace(hour=hour, minute=0, second=0, microsecond=0)
        at = MeetingPlace(
            starts_at=starts,
            ends_at=starts + timedelta(minutes=minutes),
            room_id=centre.committee.studios[0].id,
        )
        service, case = centre.services.appointments, centre.assigned()
        made = service.prepare(centre.mediator, case_id=case.id, at=at).appointment
        return service.save(replace(made, **given), actor=centre.actor).value

    return make


def test_a_day_has_a_column_for_each_room_and_one_for_outside(page, view, planned, centre):
    made = planned()
    page.refresh()
    grid = view.last("show_grid")
    assert [column.title for column in grid.columns] == ["老赵调解室", "外出"]
    (block,) = grid.blocks
    assert (block.column, block.start, block.end) == (0, 16 * 60, 17 * 60)
    assert (grid.first, grid.last) == (8 * 60 + 30, 19 * 60 + 30)
    assert made.title in block.spoken
    assert "待通知 2 方" in block.spoken
    assert view.last("show_head")[2] == DAY
    assert "未核实" in view.last("show_head")[1]


def test_what_lies_late_is_drawn_and_clashes_say_why(page, view, planned):
    planned(20, 90, clash_reason="白天都上班")
    page.refresh()
    grid = view.last("show_grid")
    assert grid.last == 22 * 60
    assert "不在工作时间内" in grid.blocks[0].clash
    assert "1 项有冲突" in view.last("show_head")[1]


def test_blocks_that_share_time_lie_side_by_side(page, view, planned):
    planned()
    planned(16, 30, clash_reason="短")
    planned(17, 30)
    page.refresh()
    lanes = {(b.start, b.end): (b.lane, b.lanes) for b in view.last("show_grid").blocks}
    assert lanes == {(960, 1020): (1, 2), (960, 990): (0, 2), (1020, 1050): (0, 1)}
    assert list(in_lanes([])) == []


def test_a_block_is_moved_by_its_place_in_the_grid(page, view, planned, centre):
    made = planned()
    page.refresh()
    page.move(made.id, 0, 17 * 60, 18 * 60)
    moved = centre.services.appointments.appointment(made.id)
    assert (moved.starts_at.hour, moved.ends_at.hour) == (17, 18)
    page.move(made.id, 1, 17 * 60, 18 * 60)
    assert "外出的地点要写明" in view.last("show_error")
    page.move(made.id, 9, 17 * 60, 18 * 60)
    assert centre.services.appointments.appointment(made.id) == moved


def test_a_new_one_begins_where_the_cursor_stands_with_the_usual_length(page, windows):
    page.plan_at(0, 16 * 60)
    values = windows.appointment.values
    assert (values["start"], values["end"]) == ("16:00", "17:30")


def test_a_week_of_one_mediator_keeps_the_room_when_moved(page, view, planned, centre):
    made = planned()
    page.choose_mode(WEEK)
    grid = view.last("show_grid")
    assert len(grid.columns) == 7
    assert [column.is_open for column in grid.columns] == [True] * 5 + [False] * 2
    column = grid.blocks[0].column
    page.move(made.id, column + 1, 16 * 60, 17 * 60)
    moved = centre.services.appointments.appointment(made.id)
    assert (moved.day, moved.room_id) == (made.day + timedelta(days=1), made.room_id)
    page.choose_mediator(str(centre.recorder.id))
    assert view.last("show_grid").blocks == ()


def test_the_month_has_whole_weeks_and_opens_a_day(page, view, planned, centre):
    planned()
    page.choose_mode(MONTH)
    weeks, names, day = view.last("show_month")
    assert all(len(week) == 7 for week in weeks)
    assert names[0] == "星期一"
    cell = next(cell for week in weeks for cell in week if cell.day == day)
    assert "1 项" in cell.spoken
    page.turn(1)
    assert page.day.month == day.month % 12 + 1
    page.open_day(day)
    assert view.last("show_head")[2] == DAY
    assert month_start(centre.today).weekday() == 0
    assert month_length(centre.today) % 7 == 0


def test_the_list_tells_what_was_cancelled_and_why_and_says_when_there_is_nothing(
    page, view, planned, centre
):
    page.choose_mode(LIST)
    assert view.last("show_empty") == "这三十天没有约定。"
    made = planned()
    centre.services.appointments.cancel(made.id, "住院", actor=centre.actor, version=1)
    page.refresh()
    band, row = view.last("show_list")
    assert band.band == "今天"
    assert row.state == "已取消：住院"


def test_another_desk_s_write_shows_at_once(page, view, planned, desk):
    made = planned()
    done = desk.services.appointments.cancel(made.id, "住院", actor=desk.actor, version=1)
    before = view.count("show_grid")
    desk.feed.announce(done.changes)
    assert view.count("show_grid") == before + 1


def test_the_file_for_the_telephone_is_written_where_the_user_says(page, planned, navigator, tmp_path):
    planned()
    page.out.export()
    assert navigator.toasts == []
    navigator.save = tmp_path / "me.ics"
    page.out.export()
    assert navigator.save.read_bytes().count(b"BEGIN:VEVENT") == 1
    assert "姓名已遮盖" in navigator.toasts[-1][0]


def test_my_day_leads_with_the_next_session_and_counts_the_minutes(desk, planned, centre):
    made = planned()
    centre.clock.moment = made.starts_at - timedelta(minutes=18)
    day, words = read_my_day(desk), MyDayWords(desk.translator, desk.formats)
    now = centre.clock.moment
    hero = words.hero(day.next_session(now), now)
    assert (hero.caption, hero.figure, hero.foot) == ("还有 18 分钟", "16:00", "老赵调解室")
    assert (hero.step.text, hero.stage) == ("进入调解", "第 1 次调解")
    assert [check.is_done for check in hero.checks] == [False, True, True]
    (row,) = words.rows(day, now)
    assert (row.time, row.is_next) == ("16:00", True)
    assert words.time_left(made, now + timedelta(minutes=20)) == "已到时间"
    assert words.time_left(made, now - timedelta(hours=2)) == "还有 2 小时 18 分"
    assert day.next_session(made.ends_at) is None


def test_an_appointment_without_a_case_is_no_session(desk, planned):
    planned(purpose=AppointmentPurpose.CONFERENCE)
    assert read_my_day(desk).next_session(desk.clock.now()) is None


def test_the_roster_week_is_set_by_day_and_leave_tells_what_it_hits(desk, navigator, planned, centre):
    class Week(Recorder):
        form = None

        def open_leave(self, form):
            self.form = SeenEntry(form)

    made, view = planned(), Week()
    presenter = DutyWeekPresenter(desk, navigator, view)
    presenter.refresh()

    def word(day):
        rows = view.last("show_week")[2]
        row = next(row for row in rows if row.staff_id == centre.mediator.id)
        return next(cell for cell in row.cells if cell.day == day).word

    day = made.day
    assert word(day) == "当班"
    presenter.toggle(centre.mediator.id, day)
    assert word(day) == "不当班"
    navigator.toasts[-1][1]()
    assert word(day) == "当班"
    presenter.ask_leave(centre.mediator.id, day)
    view.form.send()
    assert view.form.notes["reason"][0]
    view.form.fill(reason="培训").send()
    assert "期间有 1 项约定" in navigator.toasts[-1][0]
    assert word(day) == "请假"
    presenter.toggle(centre.mediator.id, day)
    assert "先销假" in view.last("show_error")
    presenter.withdraw(centre.mediator.id, day)
    assert word(day) == "当班"
    presenter.close()
