"""The channel on a case's page: told in the overview, chosen in 分流, changed from 更多, asked at 受理."""

from __future__ import annotations

import pytest

from app.domain.disputes.lifecycle.links import LinkKind
from app.presenters.workspace import menu, turn_menu
from app.presenters.workspace.words.overview import OverviewWords


@pytest.fixture
def opened(presenter, view):
    def make(case):
        presenter.open(case.id)
        return view

    return make


def channel_card(desk, view):
    cards = {shown.key: shown for shown in OverviewWords(desk).cards(view.folder, "邻里")}
    return {line.label: line.value for line in cards["channel"].lines}


def test_the_overview_tells_paper_effect_fee_and_how_to_sign(opened, desk, centre):
    told = channel_card(desk, opened(centre.registered(dispute_type="labour")))
    assert told["结果文书"] == "调解协议书（主持调解的组织）"
    assert told["收费"] == "不收费"
    assert "申请支付令" in told["渠道规则"]
    assert "司法确认只就给付义务" in told["渠道规则"]
    assert "，未核实" in told["渠道规则"]
    told = channel_card(desk, opened(centre.registered(dispute_type="marriage_family")))
    assert told["签名方式"] == "亲笔签名"


def test_only_a_medical_dispute_is_asked_whether_another_organ_took_it(opened, presenter, centre):
    for kind, is_asked in (("medical", True), ("neighbours", False)):
        view = opened(centre.registered(dispute_type=kind))
        presenter.ask(menu.ACCEPT)
        assert ("is_pending" in view.form.values) is is_asked


def test_the_channel_is_changed_from_the_menu(opened, presenter, centre):
    case = centre.registered()
    view = opened(case)
    assert turn_menu.CHANGE_CHANNEL in view.menu
    presenter.ask(turn_menu.CHANGE_CHANNEL)
    view.form.fill(channel_code="market", reason="向市场监管部门投诉").send()
    (linked,) = centre.services.cases.folder(case.id).links
    assert linked.link.kind is LinkKind.CHANNEL_CHANGE
    assert centre.case(linked.case_id).channel_code == "market"


def test_a_case_in_effect_keeps_its_channel(opened, centre):
    assert turn_menu.CHANGE_CHANNEL not in opened(centre.effective()).menu
