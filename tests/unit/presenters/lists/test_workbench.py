"""What the workbench puts first, and what it shows beside."""

from dataclasses import replace
from datetime import timedelta

import pytest

from app.domain.people.staff import StaffRole
from app.presenters.workbench.presenter import BY_CASE, SHOWN_FIRST, WorkbenchPresenter
from app.presenters.workbench.recent_cases import RecentCases
from tests.support.list_desks import Recorder, desk_of


@pytest.fixture
def view():
    return Recorder()


@pytest.fixture
def navigator():
    return Recorder()


@pytest.fixture
def start(centre, view, navigator):
    def make(me=None):
        desk = desk_of(centre, me)
        presenter = WorkbenchPresenter(desk, navigator, view)
        presenter.start()
        return presenter, desk

    return make


def given_duties(centre, case, member):
    duties = centre.services.cases.folder(case.id).duties
    centre.services.duties.assign_all(
        case.id,
        "周敏",
        "石油社区",
        member.name,
        member.id,
        actor=centre.actor,
        version=duties.version,
        same_person_reason="人手不足",
    )


def test_nothing_to_do(start, view):
    start()
    assert view.last("show_hero") is None
    assert view.last("show_empty") == ("今天没有待办。", "看看案件")
    assert [chip.text for chip in view.last("show_counts")] == ["在办 0"]


def test_the_case_that_ends_first_is_the_hero(centre, start, view, navigator):
    case = centre.assigned()
    presenter, _desk = start()
    hero = view.last("show_hero")
    assert hero.case_id == case.id
    assert hero.step.text == "约定时间"
    assert hero.prints_notice
    assert [check.is_done for check in hero.checks] == [True, True, True]
    presenter.act_first()
    assert navigator.last("open_case") == (case.id, "sessions", True)
    presenter.print_notice()
    pdf, title, copies = navigator.last("print_document")
    assert title == "人民调解当事人权利义务告知书"
    assert copies == 3
    assert case.intake_number.encode() in pdf


def test_late_cases_stand_under_first_and_the_first_button_is_filled(centre, start, view, clock):
    centre.assigned()
    clock.moment += timedelta(days=60)
    case = centre.assigned()
    start()
    rows, note, _more = view.last("show_todo")
    assert note == "2 件"
    assert rows[0].band.startswith("先办")
    assert rows[1].is_main
    assert rows[1].chip.text.startswith("超期")
    assert [row.is_main for row in rows].count(True) == 1
    assert rows[-1].case_id == case.id
    assert rows[-2].band == "以后"
    assert [chip.text for chip in view.last("show_counts")] == ["超期 1", "在办 2"]


def test_a_duty_row_opens_the_duties_and_a_step_row_starts_the_step(centre, start, view, navigator):
    case = centre.assigned()
    given_duties(centre, case, centre.mediator)
    presenter, _desk = start()
    rows, _note, _more = view.last("show_todo")
    duty = next(row for row in rows if row.case_id)
    assert duty.verb == "完成包调查"
    assert duty.action == "填写"
    presenter.act(duty)
    assert navigator.last("open_case") == (case.id, "duties", False)
    presenter.order_by(BY_CASE)
    rows, _note, _more = view.last("show_todo")
    assert rows[0].band == f"{case.title}\n{case.intake_number}"
    assert {row.verb for row in rows if row.case_id} >= {"完成包调查", "完成包回访", "调解期限"}


def test_my_duties_stand_beside(centre, start, view, navigator):
    case = centre.assigned()
    given_duties(centre, case, centre.mediator)
    presenter, _desk = start()
    rows, note = view.last("show_duties")
    assert note == "4 项"
    assert [row.name for row in rows] == ["包调查", "包调处", "包办结", "包回访"]
    presenter.open_duties(rows[0].case_id)
    assert navigator.last("open_case") == (case.id, "duties")


def test_payments_of_my_effective_agreements(centre, start, view):
    case = centre.effective()
    start()
    rows, _note = view.last("show_payments")
    folder = centre.services.cases.folder(case.id)
    term = folder.agreements[0].terms[0]
    assert [row.case_id for row in rows] == [case.id]
    assert rows[0].amount == desk_of(centre).formats.money(term.amount)
    payer = case.party(term.payer_ids[0]).name
    payee = case.party(term.payee_ids[0]).name
    assert rows[0].who == f"{payer} 付 {payee}"


def test_others_cases_are_not_mine(centre, start, view):
    centre.assigned()
    other = replace(centre.mediator, name="帕丽旦")
    other = replace(other, id=centre.recorder.id, roles=(StaffRole.MEDIATOR,))
    start(other)
    assert view.last("show_hero") is None


def test_a_registrar_without_cases_sees_the_centre(centre, start, view):
    case = centre.registered()
    start(centre.registrar)
    assert view.last("show_hero").case_id == case.id
    assert not view.last("show_hero").prints_notice
    assert [chip.text for chip in view.last("show_counts")][-1] == "在办 1"


def test_recent_cases_latest_first_without_doubles(centre, start, view):
    first, second = centre.registered(title="甲案"), centre.registered(title="乙案")
    recent = RecentCases(desk_of(centre))
    for case_id in (first.id, second.id, first.id):
        recent.note(case_id)
    start()
    assert [row.title for row in view.last("show_recent")] == ["甲案", "乙案"]


def test_more_cases_come_on_request(centre, start, view):
    for _n in range(SHOWN_FIRST + 1):
        centre.registered()
    presenter, _desk = start(centre.registrar)
    rows, note, more = view.last("show_todo")
    assert note == f"{SHOWN_FIRST + 1} 件"
    assert sum(1 for row in rows if row.case_id) == SHOWN_FIRST
    assert more == "再看 1 件"
    presenter.show_more()
    rows, _note, more = view.last("show_todo")
    assert sum(1 for row in rows if row.case_id) == SHOWN_FIRST + 1
    assert more == ""


def test_a_write_refreshes(centre, start, view):
    _presenter, desk = start()
    case = centre.assigned()
    done = centre.services.cases.note(case.id, "联系", actor=centre.actor)
    desk.feed.announce(done.changes)
    assert view.last("show_hero").case_id == case.id
