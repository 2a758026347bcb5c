"""对接 of a case without a toolkit: cards, acts, forms with their refusals, papers."""

from dataclasses import replace
from datetime import date

import pytest

from app.domain.disputes.cases import TerminationReason
from app.domain.disputes.sources import CaseSource
from app.domain.duties.referrals.interfaces import CourtProcedure
from app.domain.duties.referrals.links import IncomingPaper
from app.domain.duties.referrals.states import ReferralState
from app.domain.filing.kinds import DocumentKind
from app.presenters.due_words import ChipKind
from app.presenters.referrals.pane import LinksPanePresenter
from app.presenters.workspace.forms.links import registry
from app.presenters.workspace.presenter import WorkspacePresenter
from tests.support.appointment_windows import SeenWindows
from tests.support.link_samples import a_guidance, a_referral, an_order
from tests.support.list_desks import Recorder
from tests.support.workspace_desk import SeenForm, SeenWorkspace

COURT = IncomingPaper(counterpart="红柳区人民法院", number="（2026）诉前调88号", arrived_on=date(2026, 11, 2))


@pytest.fixture
def shown(centre, desk, window):
    """Show a case in the pane, as it now stands."""

    def show(case):
        view = Recorder()
        presenter = LinksPanePresenter(desk, window, view)
        presenter.show_case(centre.services.cases.folder(case.id))
        return presenter, view

    return show


def form_of(view):
    return SeenForm(view.last("open_form"))


def links_of(centre, case):
    return centre.services.cases.folder(case.id).dealings


def test_a_new_case_says_that_there_is_nothing_and_offers_what_its_source_came_with(shown, centre):
    _, view = shown(centre.registered())
    assert view.last("show_empty") == "本件还没有对接、引导或工单。"
    assert view.last("show_begun")[0].key == registry.REFER
    _, view = shown(centre.registered(source=CaseSource.COURT_DELEGATED))
    assert view.last("show_empty") == "来源是法院委派，还没有登记来件。"
    assert view.last("show_begun")[0].key == registry.RECEIVE
    _, view = shown(centre.registered(source=CaseSource.HOTLINE))
    assert view.last("show_begun")[0].key == registry.ORDER


def test_a_card_tells_state_clock_and_its_next_act(shown, centre):
    case = centre.registered(source=CaseSource.COURT_DELEGATED, paper=COURT)
    _, view = shown(case)
    (card,) = view.last("show_cards")
    assert (card.title, card.note, card.state) == ("诉调对接　来件", "红柳区人民法院", "已签收")
    assert (card.chip.kind, card.chip.text) == (ChipKind.AMPLE, "剩 30 天")
    assert [act.text for act in card.acts] == ["接受办理", "延期", "退回来件", "记录对方撤回", "转交责任人"]
    assert "特邀调解的规定第二十七条" in dict(card.lines)["期限"]
    assert dict(card.lines)["责任人"] == centre.registrar.name
    assert [paper.kind for paper in card.papers] == [DocumentKind.REFERRAL_RECEIPT]


def test_a_referral_leaves_by_form_with_consent_and_letter(shown, centre, window):
    case = centre.registered()
    presenter, view = shown(case)
    presenter.act(registry.REFER)
    form = form_of(view)
    form.fill(interface="petition", counterpart="红柳区信访局", matter="请转住建部门核查。").send()
    assert form.problems == {"consents": "买买提·艾力等 2 人未单独同意，勾选同意的人或写明法定依据"}
    people = ",".join(str(party.id) for party in case.parties)
    form.fill(consents=people).send()
    assert form.is_finished
    (sent,) = links_of(centre, case).referrals
    assert [consent.party_name for consent in sent.consents] == [party.name for party in case.parties]
    assert sent.owner_id == centre.mediator.id
    assert window.toasts[-1][0] == "已移送红柳区信访局，等对方签收"
    assert window.printed[-1][1] == "移送函"


def test_every_step_of_what_left_is_a_form(shown, centre):
    case = centre.registered()
    centre.services.dealings.referrals.send(
        a_referral(case, centre.mediator, centre.today), actor=centre.actor
    )
    steps = (
        ({"signed_by": ""}, "signed_by", "填写签收人", {"signed_by": "马干事"}, ReferralState.SIGNED),
        ({}, "", "", {}, ReferralState.ACCEPTED),
        (
            {"result": "failed"},
            "reply",
            "填写办理情况",
            {"reply": "信访局答复另行处理。"},
            ReferralState.RETURNED,
        ),
        ({}, "note", "写明反馈给谁、怎么说", {"note": "电话告知双方"}, ReferralState.CLOSED),
    )
    for typed, field, words, mended, state in steps:
        presenter, view = shown(case)
        (card,) = view.last("show_cards")
        presenter.act(card.acts[0].key, card.id)
        form = form_of(view).fill(**typed).send()
        if field:
            assert form.problems == {field: words}
            form.fill(**mended).send()
        assert form.is_finished
        (referral,) = links_of(centre, case).referrals
        assert referral.state is state
    _, view = shown(case)
    (card,) = view.last("show_cards")
    assert card.acts == ()
    assert (card.state, card.tone) == ("已办结", "ok")


def test_a_day_to_come_and_a_stale_form_are_refused_where_they_stand(shown, centre):
    case = centre.registered(source=CaseSource.COURT_DELEGATED, paper=COURT)
    presenter, view = shown(case)
    (card,) = view.last("show_cards")
    presenter.act(card.acts[0].key, card.id)
    form = form_of(view).fill(on="2026-11-9").send()
    assert form.problems == {"on": "日期晚于今天，请核对"}
    (stored,) = links_of(centre, case).referrals
    centre.services.dealings.referrals.accept(
        stored.id, centre.today, actor=centre.actor, version=stored.version
    )
    form.fill(on="今天").send()
    assert not form.is_finished
    assert any("接受办理" in conflict.theirs for conflict in form.conflicts)


def test_the_undisputed_facts_go_along_only_when_ticked(shown, centre, window):
    case = centre.registered(
        source=CaseSource.COURT_ENTRUSTED, paper=replace(COURT, procedure=CourtProcedure.SUMMARY)
    )
    (referral,) = links_of(centre, case).referrals
    services = centre.services
    services.dealings.referrals.accept(referral.id, centre.today, actor=centre.actor, version=1)
    presenter, view = shown(case)
    (card,) = view.last("show_cards")
    presenter.act(card.acts[0].key, card.id)
    form = form_of(view).fill(
        result="sent_back", reply="应由仲裁先行处理。", undisputed_facts="双方有劳动关系。"
    )
    form.send()
    assert form.is_finished
    (referral,) = links_of(centre, case).referrals
    assert (referral.undisputed_facts, referral.reply_number) == ("", "（2026）石社调函字第1号")
    assert window.printed[-1][1] == "调解结果回函"
    presenter, view = shown(case)
    presenter.print(referral.id, DocumentKind.REFERRAL_REPLY)
    assert window.printed[-1] == window.printed[-2]


def test_a_receipt_is_issued_once_and_printed_again(shown, centre, window):
    case = centre.registered(source=CaseSource.COURT_DELEGATED, paper=COURT)
    presenter, view = shown(case)
    (card,) = view.last("show_cards")
    for _time in range(2):
        presenter.print(card.id, DocumentKind.REFERRAL_RECEIPT)
    assert window.printed[0] == window.printed[1]
    kinds = [document.kind for document in centre.services.cases.folder(case.id).documents]
    assert kinds == [DocumentKind.REFERRAL_RECEIPT]


def test_guidance_and_orders_are_worked_off_by_their_first_acts(shown, centre, window):
    case = centre.registered()
    links = centre.services.dealings
    links.guidance.guide(a_guidance(case, centre.mediator, centre.today), actor=centre.actor)
    links.orders.receive(an_order(case, centre.mediator, centre.today), actor=centre.actor)
    presenter, view = shown(case)
    order, guided = view.last("show_cards")
    assert dict(order.lines)["来电人"] == "王某某"
    presenter.act(order.acts[0].key, order.id)
    form = form_of(view)
    assert form.values["reply"] == ""
    form.fill(reply="已约双方面谈。").send()
    assert window.printed[-1][1] == "工单回复单"
    presenter.act(guided.acts[0].key, guided.id)
    form_of(view).fill(on="2026-11-6", note="上午十点").send()
    presenter, view = shown(case)
    over = {card.title: card for card in view.last("show_cards")}
    assert over["12345 工单"].copied == "已约双方面谈。"
    guided = over["引导服务　法律援助"]
    assert (guided.state, guided.chip.text) == ("已预约", "剩 4 天")
    presenter.act(guided.acts[0].key, guided.id)
    form_of(view).fill(outcome="中心已受理").send()
    assert links_of(centre, case).guidance[0].outcome == "中心已受理"


def test_anything_is_handed_to_somebody_else(shown, centre):
    case = centre.registered()
    links = centre.services.dealings
    links.guidance.guide(a_guidance(case, centre.mediator, centre.today), actor=centre.actor)
    links.orders.receive(an_order(case, centre.mediator, centre.today), actor=centre.actor)
    links.referrals.send(a_referral(case, centre.mediator, centre.today), actor=centre.actor)
    presenter, view = shown(case)
    for card in view.last("show_cards"):
        presenter.act(registry.HAND_OVER, card.id)
        form = form_of(view).send()
        assert form.problems == {"owner": "请选择"}
        form.fill(owner=str(centre.recorder.id), note="休假").send()
        assert form.is_finished
    assert {link.owner_name for link in links_of(centre, case)} == {centre.recorder.name}


@pytest.mark.parametrize("printed", ["", "1"])
def test_the_menu_offers_them_and_a_failed_mediation_leads_on_to_a_service(desk, window, centre, printed):
    case = centre.mediating()
    view = SeenWorkspace()
    presenter = WorkspacePresenter(desk, window, view, SeenWindows())
    presenter.open(case.id)
    assert {registry.REFER, registry.GUIDE, registry.RECEIVE, registry.ORDER} <= set(view.menu)
    assert registry.ANSWER not in view.menu
    presenter.ask("terminate")
    form = view.form
    form.fill(
        reason=TerminationReason.TOO_FAR_APART.value,
        note="差距大",
        routes_told="1",
        service="arbitration",
        print=printed,
    ).send()
    assert form.is_finished
    assert view.form is not form
    assert view.form.values["service"] == "arbitration"
    view.form.fill(party=str(case.parties[0].id), office="仲裁委", matter="申请仲裁。").send()
    assert view.form.is_finished
    (guided,) = centre.services.cases.folder(case.id).dealings.guidance
    assert guided.party_name == case.parties[0].name
    presenter.close()
