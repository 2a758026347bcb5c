"""The channel on a case's page: told in the overview, chosen in 分流, changed from 更多, asked at 受理."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.disputes.lifecycle.links import LinkKind
from app.domain.disputes.sources import MediationChannel
from app.presenters.workspace import menu, turn_menu
from app.presenters.workspace.words.overview import OverviewWords
from tests.support.builders import consents


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


def asked(centre, **told):
    """Register a case to which everybody consents."""
    case = centre.registered(**told)
    for inquiry in consents(case, centre.today):
        case = centre.services.cases.record_consent(
            case.id, inquiry, actor=centre.actor, version=case.version
        ).value
    return case


def test_an_accident_is_asked_what_it_did_and_the_answer_is_mended(opened, presenter, desk, centre):
    case = asked(centre, channel=MediationChannel.ADMINISTRATIVE, dispute_type="traffic")
    view = opened(case)
    presenter.ask(menu.ACCEPT)
    view.form.fill(harm_injury="1", harm_loss="1", over_loss="2026-11-01").send()
    assert [ground.code for ground in centre.case(case.id).start_grounds] == ["injury", "loss"]
    told = channel_card(desk, opened(case))
    assert told["开始条件"] == "治疗终结还没有结束，不能开始调解"
    assert turn_menu.START in view.menu
    presenter.ask(turn_menu.START)
    view.form.fill(over_injury="2026-11-02").send()
    told = channel_card(desk, opened(case))
    assert told["开始条件"] == "自 2026-11-02 开始"


def test_an_answer_without_any_consequence_is_refused_at_its_field(opened, presenter, centre):
    case = asked(centre, channel=MediationChannel.ADMINISTRATIVE, dispute_type="traffic")
    case = centre.services.cases.accept(case.id, centre.today, actor=centre.actor, version=case.version).value
    view = opened(case)
    presenter.ask(turn_menu.START)
    view.form.send()
    assert centre.case(case.id).start_grounds == ()
    assert view.form.problems == {"harm_death": "勾选事故造成的后果，至少一项"}


def test_only_a_medical_dispute_is_asked_for_consent_to_publicity(opened, presenter, desk, centre):
    case = centre.accepted(dispute_type="medical")
    view = opened(case)
    presenter.ask(turn_menu.PUBLICITY)
    first, second = case.parties
    view.form.fill(**{f"covers_{first.id}": "meeting"}).send()
    assert channel_card(desk, opened(case))["公开"] == f"不公开；{second.name} 没有同意公开"
    presenter.ask(turn_menu.PUBLICITY)
    view.form.fill(**{f"covers_{second.id}": "meeting"}).send()
    assert channel_card(desk, opened(case))["公开"] == "各方同意公开进行调解"
    assert turn_menu.PUBLICITY not in opened(centre.accepted()).menu


def test_a_fee_is_asked_in_commercial_mediation_and_reached_nowhere_else(opened, presenter, desk, centre):
    folder = centre.services.cases.folder(centre.registered().id)
    for row in desk.services.lifecycle.channels():
        offered = turn_menu.turn_entries(desk.translator, replace(folder, channel=row))
        assert (turn_menu.FEE in {key for key, *_rest in offered}) is (row.code == "commercial"), row.code
    case = centre.accepted(channel=MediationChannel.INDUSTRY, channel_code="commercial")
    view = opened(case)
    presenter.ask(turn_menu.FEE)
    view.form.fill(amount="1200", basis="公开标准第三项", payers="双方各半").send()
    assert "1,200.00" in channel_card(desk, opened(case))["约定收费"]
    assert "约定收费" not in channel_card(desk, opened(centre.accepted()))


def test_every_channel_offered_tells_its_limit(opened, presenter, centre):
    view = opened(centre.registered())
    presenter.ask(turn_menu.CHANGE_CHANNEL)
    field = next(entry for entry in view.form.presenter.form.fields if entry.key == "channel_code")
    words = dict(field.options)
    assert words["medical"] == "医疗纠纷人民调解（人民调解协议书；受理起三十个工作日）"
    assert words["labour"] == "劳动争议调解（调解协议书；收到申请起十五日）"
    assert words["commercial"] == "商事调解（商事调解协议；没有规定期限）"
    assert all("；" in text for text in words.values())


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("peoples", ("人民调解法第十九条", "商事")),
        ("commercial", ("商事调解组织", "人民调解法")),
        ("court_entrusted", ("特邀调解规定第十一条", "人民调解法")),
    ],
)
def test_forms_cite_the_law_of_the_channel(opened, presenter, centre, code, words):
    told, never = words
    case = centre.accepted(channel_code=code)
    opened(case)
    said = ""
    for form in (menu.ASSIGN, menu.RIGHTS, menu.TERMINATE):
        view = opened(case)
        presenter.ask(form)
        said += " ".join(view.form.presenter.form.words)
    assert told in said
    assert never not in said


def test_the_notice_of_the_channel_is_what_is_told(opened, presenter, centre):
    opened(centre.accepted(channel_code="court_entrusted"))
    view = opened(centre.accepted(channel_code="court_entrusted"))
    presenter.ask(menu.RIGHTS)
    said = view.form.presenter.form.words[0]
    assert "选择或者接受特邀调解员" in said
    assert "最高人民法院关于人民法院特邀调解的规定" in said
