"""The handing-over list without a toolkit: tabs, owners, search, and the act that moves a line on."""

from dataclasses import replace
from datetime import date

import pytest

from app.domain.disputes.sources import CaseSource
from app.domain.duties.referrals.links import IncomingPaper
from app.presenters.due_words import ChipKind
from app.presenters.referrals.page import TransitPresenter
from tests.support.link_samples import a_guidance, a_referral, an_order
from tests.support.list_desks import Recorder
from tests.support.workspace_desk import SeenForm


@pytest.fixture
def started(desk, window):
    def start():
        view = Recorder()
        presenter = TransitPresenter(desk, window, view)
        presenter.start()
        return presenter, view

    return start


@pytest.fixture
def busy(centre):
    """A centre with one thing waiting for each."""
    case = centre.registered()
    links = centre.services.dealings
    sent = links.referrals.send(a_referral(case, centre.mediator, centre.today), actor=centre.actor).value
    links.orders.receive(an_order(case, centre.recorder, centre.today), actor=centre.actor)
    links.guidance.guide(a_guidance(case, centre.mediator, centre.today), actor=centre.actor)
    paper = IncomingPaper(counterpart="红柳区人民法院", number="88号", arrived_on=date(2026, 11, 2))
    delegated = centre.registered(source=CaseSource.COURT_DELEGATED, paper=paper)
    return centre, case, delegated, sent


def rows(presenter):
    found = []
    presenter.request(0, 50, found.extend)
    return found


def tabs(view):
    shown, chosen = view.last("show_views")
    return {word: count for _key, word, count in shown}, chosen


def test_an_empty_centre_says_where_to_begin(started):
    _, view = started()
    words, action = view.last("show_empty")
    assert words.startswith("还没有对接。")
    assert action == ""


def test_the_tabs_count_what_waits_and_the_first_due_stands_first(started, busy):
    centre, case, delegated, _ = busy
    presenter, view = started()
    assert tabs(view) == ({"全部": "4", "待签收": "1", "在途": "1", "待回复": "2", "已退回": "0"}, "all")
    found = rows(presenter)
    assert [row.what for row in found] == ["访调对接", "12345 工单", "诉调对接", "法律援助"]
    assert found[2].case_id == delegated.id
    assert (found[0].kind, found[0].counterpart, found[0].owner) == ("去件", "红柳区信访局", "赵永安")
    assert found[0].chip.text == "剩 3 天"
    assert found[3].chip.kind is ChipKind.NONE
    assert found[0].spoken == f"访调对接，去件，红柳区信访局，{case.title}，待签收，剩 3 天，赵永安"
    presenter.choose_view("reply")
    assert [row.what for row in rows(presenter)] == ["12345 工单", "诉调对接"]
    presenter.choose_view("taking_back")
    assert view.last("show_empty") == ("这里没有等着办的。", "看全部")
    presenter.clear()
    assert view.last("show_count") == (4, True)
    assert centre.services.dealings.owners()


def test_owners_and_words_narrow(started, busy):
    centre, *_ = busy
    presenter, view = started()
    offered, chosen = view.last("show_owners")
    assert (dict(offered)[str(centre.recorder.id)], chosen) == ("李娟 1 件", "")
    presenter.choose_owner(str(centre.recorder.id))
    assert [row.what for row in rows(presenter)] == ["12345 工单"]
    presenter.choose_owner("")
    presenter.search("法院 88")
    assert [row.what for row in rows(presenter)] == ["诉调对接"]


def test_who_left_is_named_so_that_somebody_takes_over(started, busy):
    centre, *_ = busy
    gone = replace(centre.recorder, version=1, left_on=centre.today)
    centre.services.people.save_staff(gone, actor=centre.actor)
    presenter, view = started()
    offered, _ = view.last("show_owners")
    assert "李娟 1 件（已离任）" in dict(offered).values()
    assert rows(presenter)[1].owner == "李娟（已离任）"


def test_the_next_act_is_one_press_and_the_list_follows(started, busy, window):
    _, case, _, sent = busy
    presenter, view = started()
    row = next(row for row in rows(presenter) if row.id == sent.id)
    presenter.look_at(row)
    card, title, facts = view.last("show_card")
    assert (card.id, title, facts) == (sent.id, case.title, "2026-0001　已分流")
    presenter.act_next()
    form = SeenForm(view.last("open_form"))
    form.fill(signed_by="马干事").send()
    assert form.is_finished
    assert tabs(view)[0]["在途"] == "2"
    card, *_ = view.last("show_card")
    assert card.state == "已签收"
    presenter.open_case(row)
    presenter.open_looked()
    assert window.pages == [str(case.id)] * 2
    presenter.look_at(None)
    assert view.last("show_card") == (None, "", "")
    presenter.close()
