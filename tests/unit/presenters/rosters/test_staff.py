from datetime import timedelta

from app.domain.people.duty_roster import Leave
from app.domain.people.staff import ResidencyMode
from app.domain.values.ids import new_id
from app.presenters.rosters.entry_presenter import EntryPresenter
from app.presenters.rosters.staff import LEFT, StaffPresenter
from app.presenters.rosters.staff_form import staff_form
from tests.support.entry_forms import SeenEntry
from tests.support.list_desks import Recorder


def started(desk, window):
    view = Recorder()
    presenter = StaffPresenter(desk, window, view)
    presenter.refresh()
    return presenter, view


def changed(desk, member, **typed):
    view = SeenEntry(EntryPresenter(desk, staff_form(desk, member.id), lambda _saved: None))
    assert view.fill(**typed).send().is_finished, view.notes


def test_the_roster_stands_under_how_people_serve_with_their_load(desk, centre, window):
    changed(desk, centre.recorder, residency=ResidencyMode.ROTATING.value)
    centre.assigned()
    _presenter, view = started(desk, window)
    rows = view.last("show_rows")
    assert [row.band for row in rows if row.band] == ["固定常驻 2 人", "动态轮驻 1 人"]
    loads = {row.name: row.load for row in rows if row.name}
    assert loads["赵永安"] == "在办 1 件"


def test_who_is_here_today_and_until_when_on_leave(desk, centre, window):
    today, rosters = desk.today, centre.services.rosters
    rosters.set_day(centre.registrar.id, today, is_on_duty=False, actor=centre.actor)
    leave = Leave(
        id=new_id(), staff_id=centre.recorder.id, first_day=today, last_day=today + timedelta(days=3),
        reason="病假",
    )  # fmt: skip
    rosters.add_leave(leave, actor=centre.actor)
    _presenter, view = started(desk, window)
    rows = [row for row in view.last("show_rows") if row.name]
    there = {row.name: row.today for row in rows}
    until = f"请假至 {leave.last_day.isoformat()[5:]}"
    assert there == {"赵永安": "当班", centre.registrar.name: "不当班", centre.recorder.name: until}
    assert until in next(row.spoken for row in rows if row.today == until)


def test_phones_are_masked_and_lists_of_words_read_as_typed(desk, centre, window):
    changed(desk, centre.mediator, phone="139 1234 0028", languages="维吾尔语，汉语、维吾尔语")
    _presenter, view = started(desk, window)
    row = next(row for row in view.last("show_rows") if row.name == "赵永安")
    assert (row.phone, row.languages) == ("139****0028", "维吾尔语、汉语")


def test_who_leaves_is_kept_and_found_among_those_who_left(desk, centre, window):
    changed(desk, centre.recorder, left_on=desk.today.isoformat())
    presenter, view = started(desk, window)
    assert view.last("show_tabs") == (("here", "在任", "2"), ("left", "已离任", "1"))
    assert "李娟" not in [row.name for row in view.last("show_rows")]
    presenter.choose(LEFT)
    assert [row.name for row in view.last("show_rows") if row.name] == ["李娟"]


def test_leaving_tomorrow_is_still_here(desk, centre, window):
    changed(desk, centre.recorder, left_on=(desk.today + timedelta(days=1)).isoformat())
    _presenter, view = started(desk, window)
    assert view.last("show_tabs")[1] == ("left", "已离任", "0")


def test_narrowing_by_initials_language_and_specialty(desk, centre, window):
    changed(desk, centre.mediator, languages="哈萨克语", specialties="草场")
    presenter, view = started(desk, window)
    for text in ("zya", "哈萨克", "草场 赵"):
        presenter.search(text)
        assert [row.name for row in view.last("show_rows") if row.name] == ["赵永安"], text
