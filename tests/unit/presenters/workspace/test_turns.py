"""What may happen to a case beside its steps, from 更多 to the toast that takes it back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.disputes.lifecycle.transitions import is_open_to
from app.domain.disputes.sources import RiskFlag, RiskLevel
from app.domain.disputes.states import CaseState, Stage
from app.domain.filing.kinds import DocumentKind
from app.presenters.workspace import menu, turn_menu
from app.presenters.workspace.turn_menu import EVENT_OF, circumstances_of
from app.presenters.workspace.words.frame import STAGES
from app.presenters.workspace.words.overview import OverviewWords
from tests.support.builders import a_payment


@pytest.fixture
def opened(presenter, view):
    def make(case):
        presenter.open(case.id)
        return view

    return make


@pytest.fixture
def ask(presenter, view):
    def asked(key, subject=None, **values):
        presenter.ask(key, subject)
        view.form.fill(**values).send()
        return view.form

    return asked


def card(desk, view, key):
    cards = {shown.key: shown for shown in OverviewWords(desk).cards(view.folder, "邻里")}
    return cards.get(key)


def closed(centre):
    case = centre.performed()
    return centre.services.cases.close(case.id, centre.today, actor=centre.actor, version=case.version).value


def words_of(shown):
    return "\n".join(f"{line.label}　{line.value}" for line in shown.lines)


@pytest.mark.parametrize(
    "step", ["registered", "accepted", "assigned", "mediating", "effective", "performed"]
)
def test_the_menu_offers_a_turn_exactly_where_the_table_lets_it_happen(opened, centre, step):
    view = opened(getattr(centre, step)())
    around = circumstances_of(view.folder)
    for key, event in EVENT_OF.items():
        assert (key in view.menu) == is_open_to(view.folder.case, event, around), key


def test_raising_is_told_and_taken_back_from_the_toast(opened, ask, centre, navigator, view):
    case = centre.accepted()
    opened(case)
    form = ask(turn_menu.ESCALATE, tier="街道", reason="人多")
    assert form.is_finished, form.problems
    assert view.folder.case.tier == "街道"
    told, undo = navigator.toasts[-1]
    assert told == "已升级"
    undo()
    assert navigator.toasts[-1][0] == "已撤销"
    assert centre.case(case.id).tier == case.tier


def test_a_toast_that_comes_too_late_says_why(opened, ask, centre, navigator, view):
    case = centre.accepted()
    opened(case)
    ask(turn_menu.ESCALATE, tier="街道", reason="人多")
    _told, undo = navigator.toasts[-1]
    ask(turn_menu.REPORT, receiver="派出所", told="扬言报复")
    undo()
    assert "已撤销" not in navigator.toasts[-1][0]
    assert centre.case(case.id).tier == "街道"


MISSING = (
    (turn_menu.ESCALATE, {"reason": "人多"}, "tier"),
    (turn_menu.TRANSFER, {"reason": "归口"}, "receiver"),
    (turn_menu.REPORT, {"receiver": "派出所"}, "told"),
    (turn_menu.WITHDRAW, {}, "reason"),
    (turn_menu.REFUSE, {"manner": "phone"}, "party"),
    (turn_menu.MERGE, {"reason": "同一件"}, "number"),
    (turn_menu.SPLIT, {"reason": "两件事"}, "facts"),
    (turn_menu.RELATE, {}, "number"),
    (turn_menu.ORAL, {}, "terms"),
)


def test_what_is_missing_is_said_beside_its_field(opened, ask, centre, view):
    opened(centre.mediating())
    before = view.folder
    for key, values, field in MISSING:
        form = ask(key, **values)
        assert not form.is_finished
        assert set(form.problems) == {field}, key
    assert centre.services.cases.folder(before.case.id) == before


def test_a_report_is_suggested_and_the_suggestion_goes_when_it_is_made(opened, ask, centre, desk, view):
    opened(centre.registered(risk=RiskLevel.VERY_HIGH, risk_flags=(RiskFlag.HEATED,)))
    shown = card(desk, view, "turns")
    assert "第二十五条" in words_of(shown)
    assert [act.key for act in shown.acts] == [turn_menu.REPORT]
    ask(turn_menu.REPORT, receiver="派出所王警官", told="扬言报复", measures="已分开")
    shown = card(desk, view, "turns")
    assert "派出所王警官" in words_of(shown)
    assert shown.acts == ()


def test_handing_over_prints_the_letter_and_the_head_says_who_holds_it(opened, ask, centre, navigator, view):
    opened(centre.accepted())
    ask(turn_menu.TRANSFER, receiver="街道调委会", reason="归口")
    assert "现由 街道调委会 承办" in view.header.tags
    [(pdf, title, copies)] = navigator.printed
    assert (title, copies) == (DocumentKind.TRANSFER.term, 2)
    assert "街道调委会" in pdf.decode()
    assert navigator.toasts[-1] == ("已移交 街道调委会", None)
    assert turn_menu.TAKE_BACK in view.menu
    ask(turn_menu.TAKE_BACK, reason="退回")
    assert not any("承办" in tag for tag in view.header.tags)


def test_withdrawing_prints_the_paper_the_party_signs(opened, ask, centre, *, navigator, view, desk):
    case = centre.assigned()
    opened(case)
    ask(turn_menu.WITHDRAW, reason="自行和解")
    assert view.folder.case.state is CaseState.WITHDRAWN
    assert navigator.printed[0][1] == DocumentKind.WITHDRAWAL.term
    assert case.parties[0].name in words_of(card(desk, view, "turns"))
    assert view.header.step.text == "归档"


def test_a_refusal_after_acceptance_tells_the_routes_and_keeps_the_list(opened, ask, centre, view, desk):
    case = centre.mediating()
    opened(case)
    told = {"party": str(case.parties[1].id), "manner": "phone", "note": "要去法院"}
    form = ask(turn_menu.REFUSE, **told)
    assert form.problems
    form.fill(routes_told="1", route_arbitration="", route_administrative="").send()
    assert form.is_finished, form.problems
    [kept] = view.folder.case.hand_overs
    assert kept.organ == centre.committee.confirming_court
    assert kept.organ in words_of(card(desk, view, "turns"))
    [notice] = view.folder.documents
    assert (notice.kind, "要去法院" in notice.contents) == (DocumentKind.TERMINATION, True)


def test_termination_keeps_which_papers_go_to_which_organ(opened, ask, centre, view):
    case = centre.mediating()
    centre.services.issuing.issue(DocumentKind.RIGHTS_NOTICE, case.id, actor=centre.actor)
    opened(case)
    [paper] = view.folder.documents
    form = ask(
        menu.TERMINATE,
        reason="too_far_apart",
        routes_told="1",
        route_arbitration="",
        organ_administrative="住建局",
        papers=str(paper.id),
    )
    assert form.is_finished, form.problems
    kept = {entry.route.value: (entry.organ, entry.papers) for entry in view.folder.case.hand_overs}
    named = (f"{paper.title} {paper.number}",)
    court = centre.committee.confirming_court
    assert kept == {"administrative": ("住建局", named), "court": (court, named)}


def test_merged_cases_lead_to_each_other(opened, ask, centre, *, view, desk, navigator, presenter):
    case, into = centre.registered(), centre.registered()
    opened(case)
    ask(turn_menu.MERGE, number=into.intake_number[-4:], reason="同一件")
    assert view.folder.case.state is CaseState.MERGED
    [line] = card(desk, view, "links").lines
    assert (line.label, into.intake_number in line.value) == ("并案　并入", True)
    presenter.ask(line.acts[0].key, line.acts[0].subject)
    assert navigator.pages[-1] == str(into.id)
    opened(into)
    [line] = card(desk, view, "links").lines
    assert line.label == "并案　并来"


def test_splitting_and_beginning_anew_name_the_new_case(opened, ask, centre, view, navigator):
    case = closed(centre)
    opened(case)
    form = ask(turn_menu.ANEW, facts="又漏水了。")
    assert form.is_finished, form.problems
    [linked] = view.folder.links
    assert navigator.toasts[-1][0] == f"已另立 {linked.intake_number}"
    opened(centre.case(linked.case_id))
    ask(turn_menu.SPLIT, facts="另有一处。", reason="两件事")
    assert len(view.folder.links) == 2


def test_a_link_made_by_hand_is_taken_away_by_its_button(opened, ask, centre, view, desk):
    case, other = centre.registered(), centre.registered()
    opened(case)
    ask(turn_menu.RELATE, number=other.intake_number)
    [line] = card(desk, view, "links").lines
    keys = [act.key for act in line.acts]
    assert keys == [turn_menu.OPEN_CASE, turn_menu.UNRELATE]
    ask(turn_menu.UNRELATE, line.acts[1].subject)
    assert card(desk, view, "links") is None


def test_an_oral_agreement_performed_on_the_spot(opened, ask, centre, *, view, navigator, desk):
    opened(centre.mediating())
    ask(turn_menu.ORAL, terms="三日内修好。", performed="1", proof="当场修好")
    assert view.folder.case.state is CaseState.PERFORMED
    assert navigator.printed[0][1] == DocumentKind.ORAL_REGISTER.term
    [oral] = view.folder.oral_agreements
    assert oral.number in words_of(card(desk, view, "turns"))


def test_a_partial_agreement_and_the_end_of_the_rest(opened, ask, centre, view, presenter):
    draft = centre.drafted()
    opened(centre.case(draft.case_id))
    ask(turn_menu.PARTIAL, left_open="院墙归属。")
    settlements = centre.services.settlements
    draft = settlements.agreement(draft.id)
    assert draft.left_open == "院墙归属。"
    settlements.issue(draft.id, actor=centre.actor, version=draft.version)
    centre.signed(settlements.agreement(draft.id))
    presenter.refresh()
    assert (view.folder.case.state, view.header.step.text) == (CaseState.PARTIAL, "进入调解")
    assert turn_menu.END_REST in view.menu
    form = ask(turn_menu.END_REST, reason="too_far_apart", routes_told="1")
    assert form.is_finished, form.problems
    assert view.header.step.text == "记录履行"


def test_what_a_draft_leaves_open_survives_its_editor(centre):
    draft = centre.drafted()
    settlements = centre.services.settlements
    open_draft = settlements.leave_open(draft.id, "其余", actor=centre.actor, version=draft.version).value
    case = centre.case(draft.case_id)
    typed = replace(open_draft, left_open=None, terms=(a_payment(case.parties[1], case.parties[0], "10"),))
    assert settlements.save(typed, actor=centre.actor).value.left_open == "其余"


def test_archiving_locks_and_reopening_names_who_approved(opened, ask, centre, view, desk):
    opened(closed(centre))
    ask(turn_menu.ARCHIVE)
    assert view.folder.case.state is CaseState.ARCHIVED
    assert {menu.NOTE, turn_menu.REOPEN} <= set(view.menu)
    form = ask(turn_menu.REOPEN, reason="新证据")
    assert set(form.problems) == {"approver"}
    form.fill(approver="周敏").send()
    assert "批准人 周敏" in words_of(card(desk, view, "turns"))
    assert "重新办理" in view.header.tags


def test_the_latest_act_is_taken_back_from_the_menu(opened, ask, centre, *, view, navigator, presenter):
    opened(closed(centre))
    form = ask(turn_menu.UNDO)
    assert "撤销“结案”" in form.presenter.form.words[0]
    assert view.folder.case.state is CaseState.PERFORMED
    fresh = centre.registered()
    opened(fresh)
    assert turn_menu.UNDO not in view.menu
    presenter.ask(turn_menu.UNDO)
    assert navigator.toasts[-1][0] == "没有可以撤销的事"


def test_the_stepper_tells_who_did_what_why_and_on_which_paper(opened, ask, centre, view, presenter):
    case = centre.registered()
    opened(case)
    ask(turn_menu.REFUSE, party=str(case.parties[1].id), manner="phone", note="走法院")
    [notice] = view.folder.documents
    presenter.look_at(STAGES.index(Stage.ACCEPTANCE))
    for told in ("拒绝调解", centre.mediator.name, "走法院", notice.number):
        assert told in view.told
    assert not any(line.may_undo for line in view.timeline)


def test_the_timeline_marks_the_act_that_may_be_taken_back(opened, ask, centre, view):
    opened(closed(centre))
    assert [line.what for line in view.timeline if line.may_undo] == ["结案"]
    ask(turn_menu.UNDO)
    assert [line.what for line in view.timeline if line.may_undo] == ["履行完毕：收条"]


def test_guiding_out_is_offered_before_acceptance_alone(opened, ask, centre, view):
    opened(centre.registered())
    form = ask(turn_menu.GUIDE_OUT, reason="先走仲裁", route_court="", route_administrative="")
    assert form.is_finished, form.problems
    assert [entry.route.value for entry in view.folder.case.hand_overs] == ["arbitration"]
    assert view.folder.case.state is CaseState.GUIDED_OUT


def test_every_state_has_a_chip_and_a_step(opened, centre):
    case = centre.assigned()
    for state in CaseState:
        current = centre.case(case.id)
        with centre.store.unit_of_work(centre.actor) as work:
            work.cases.save(replace(current, state=state), act="case.note")
            work.commit()
        header = opened(case).header
        assert header.step.text, state
        assert header.chip.text, state
