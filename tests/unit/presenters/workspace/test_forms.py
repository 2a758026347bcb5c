import json
from dataclasses import replace
from datetime import date

import pytest

from app.domain.disputes.case_parties import ConsentAnswer
from app.domain.disputes.cases import MediatorRole
from app.domain.disputes.states import CaseState
from app.domain.duties.four_duties import DutyKind
from app.domain.filing.kinds import DocumentKind
from app.presenters.intake.shown import SavedState
from app.presenters.workspace import menu
from tests.support.builders import a_party, some_parties
from tests.support.centres import NOT_IN_ANY_FONT


@pytest.fixture
def open_form(presenter, view):
    def opened(case, key, subject=None, part=None):
        presenter.open(case.id)
        presenter.ask(key, subject, part)
        return view.form

    return opened


def agree(view, presenter, case):
    presenter.open(case.id)
    for _ in case.parties:
        presenter.press_step()
        view.form.fill(answer="agreed", manner="phone").send()
        assert view.form.is_finished, view.form.problems


def test_from_registration_to_closing_each_press_of_the_button_moves_the_case_on(presenter, view, centre):
    case = centre.registered()
    agree(view, presenter, case)
    assert view.header.step.text == "受理"
    presenter.press_step()
    view.form.send()
    assert view.folder.case.state is CaseState.ACCEPTED
    presenter.press_step()
    view.form.fill(first=str(centre.mediator.id), recorder=str(centre.recorder.id)).send()
    assert view.folder.case.lead.name == "赵永安"
    assert view.folder.case.mediators_in(MediatorRole.RECORDER)[0].name == "李娟"
    presenter.press_step()
    view.form.fill(told="1").send()
    assert view.header.step.text == "约定时间"
    presenter.ask(menu.TERMINATE)
    view.form.fill(reason="withdrawn", routes_told="1").send()
    assert view.header.step.text == "回访"
    presenter.press_step()
    view.form.fill(
        visitor=str(centre.registrar.id),
        manner="phone",
        visited=str(case.parties[0].id),
        performance="双方表示自行协商。",
        satisfaction="not_said",
        litigation="none",
    ).send()
    assert view.folder.case.state is CaseState.FOLLOWED_UP, view.form.problems
    outcome = view.folder.duties.duty(DutyKind.FOLLOW_UP).outcome
    assert outcome == "履行情况：双方表示自行协商；满意度：未表态；诉讼：未起诉。"
    presenter.press_step()
    view.form.send()
    assert view.folder.case.state is CaseState.CLOSED


def test_a_minor_on_own_labour_is_accepted_once_it_is_stated_on_what(presenter, view, centre):
    case = centre.registered((replace(a_party("马小军"), birth_date=date(2010, 1, 1)), *some_parties()[1:2]))
    agree(view, presenter, case)
    presenter.press_step()
    assert "劳动收入" in view.form.send().problems[""]
    presenter.ask(menu.PARTY, case.parties[0].id)
    form = view.form.fill(earns_own_living="1").send()
    assert form.problems["own_living_basis"] == "写明依据，如 劳动合同、收入、不靠父母生活"
    form.fill(own_living_basis="在汽修店务工，月薪四千元").send()
    entry = view.folder.history[0]
    assert [(change.field, change.after) for change in entry.changes] == [
        ("parties.0.own_living_basis", "在汽修店务工，月薪四千元")
    ]
    presenter.press_step()
    view.form.send()
    assert view.folder.case.state is CaseState.ACCEPTED
    presenter.ask(menu.PARTY, case.parties[0].id)
    view.form.fill(birth_date="2012-1-1").send()
    assert view.form.problems["own_living_basis"].startswith("未满十六周岁")


def test_a_clear_refusal_leads_to_declining_with_a_numbered_notice(presenter, view, centre, navigator):
    case = centre.registered()
    presenter.open(case.id)
    presenter.press_step()
    view.form.fill(answer="refused", manner="in_person", note="不愿调解").send()
    assert view.header.step.text == "不予受理"
    presenter.press_step()
    assert view.form.values["reason"] == "party_refused"
    assert any("明确拒绝" in words for words in view.form.presenter.form.words)
    view.form.send()
    assert view.folder.case.state is CaseState.NOT_ACCEPTED
    notice = next(d for d in view.folder.documents if d.kind is DocumentKind.NON_ACCEPTANCE)
    assert notice.number in navigator.toasts[-1][0]
    assert navigator.printed == [(centre.services.issuing.bytes_of(notice.id), notice.title, notice.copies)]


def test_a_group_of_one_mind_is_noted_at_once_and_a_refusal_stays(view, centre, open_form):
    case = centre.registered(6)
    side = [party for party in case.parties if party.side is case.parties[0].side]
    first, second, _third = side
    open_form(case, menu.CONSENT, second.id).fill(answer="refused", manner="phone").send()
    also = {f"also_{first.side.value}": "1"}
    open_form(case, menu.CONSENT, first.id).fill(answer="agreed", manner="in_person", **also).send()
    stored = view.folder.case
    expected = [ConsentAnswer.AGREED, ConsentAnswer.REFUSED, ConsentAnswer.AGREED]
    assert [stored.consent_of(party.id) for party in side] == expected
    assert all(stored.consent_of(party.id) is None for party in case.parties if party not in side)


def test_every_try_is_listed_and_the_last_answer_counts(presenter, view, centre, open_form):
    case = centre.registered()
    party = case.parties[0]
    open_form(case, menu.CONSENT, party.id).fill(answer="no_reply", manner="phone", note="未接").send()
    form = open_form(case, menu.CONSENT, party.id)
    assert any("未接" in words for words in form.presenter.form.earlier)
    form.fill(answer="agreed", manner="in_person").send()
    assert view.folder.case.consent_of(party.id) is ConsentAnswer.AGREED
    assert len(view.folder.case.consents) == 2


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"answer": ""}, "answer"),
        ({"manner": ""}, "manner"),
        ({"asked_on": ""}, "asked_on"),
        ({"asked_on": "2026-2-30"}, "asked_on"),
        ({"asked_on": "2030-1-1"}, "asked_on"),
        ({"asked_on": "2001-1-1"}, "asked_on"),
    ],
)
def test_what_is_wrong_is_said_at_its_field_and_nothing_is_lost(centre, open_form, desk, values, field):
    case = centre.registered()
    form = open_form(case, menu.CONSENT).fill(
        **{"answer": "agreed", "manner": "phone", "note": "原话", **values}
    )
    form.send()
    assert list(form.problems) == [field]
    assert not form.is_finished
    assert form.presenter.values["note"] == "原话"
    kept = desk.services.drafts.get(form.presenter.form.draft_key, actor=desk.actor)
    assert json.loads(kept.payload)["note"] == "原话"


def test_an_unfinished_form_is_taken_up_again_at_its_field(centre, open_form, presenter, view, desk):
    case = centre.registered()
    form = open_form(case, menu.NOTE).fill(note="写到一半")
    form.presenter.save_draft()
    assert form.saved.state is SavedState.SAVED
    again = open_form(case, menu.NOTE)
    assert (again.values["note"], again.focus) == ("写到一半", "note")
    assert again.kept
    again.send()
    assert again.is_finished
    assert desk.services.drafts.get(again.presenter.form.draft_key, actor=desk.actor) is None
    assert open_form(case, menu.NOTE).values["note"] == ""


def test_starting_over_forgets_the_draft(centre, open_form):
    case = centre.registered()
    open_form(case, menu.NOTE).fill(note="写到一半").presenter.save_draft()
    again = open_form(case, menu.NOTE)
    again.presenter.start_over()
    assert again.values["note"] == ""
    assert open_form(case, menu.NOTE).kept == ""


def test_a_stale_step_says_what_was_done_meanwhile_and_can_be_sent_again(centre, open_form, view):
    case = centre.registered()
    form = open_form(case, menu.CONSENT).fill(answer="agreed", manner="phone")
    centre.services.cases.update_details(replace(case, place="友谊路"), actor=centre.actor)
    form.send()
    assert not form.is_finished
    assert [conflict.theirs for conflict in form.conflicts]
    assert not view.folder.case.consents
    form.send()
    assert form.is_finished


def test_correcting_one_field_never_overwrites_another_s_correction(centre, open_form, view):
    case = centre.registered()
    form = open_form(case, menu.DETAILS).fill(place="世纪大道 1 号")
    centre.services.cases.update_details(replace(case, requests="请求修复"), actor=centre.actor)
    form.send()
    assert form.conflicts
    form.send()
    saved = centre.case(case.id)
    assert (saved.place, saved.requests) == ("世纪大道 1 号", "请求修复")
    assert saved.facts == case.facts


def test_details_nobody_changed_write_nothing(centre, open_form):
    case = centre.registered()
    form = open_form(case, menu.DETAILS).send()
    assert form.is_finished
    assert centre.case(case.id) == case


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"amount": "一大笔"}, "amount"),
        ({"facts": " "}, "facts"),
        ({"title": ""}, "title"),
        ({"headcount": "很多"}, "headcount"),
    ],
)
def test_wrong_details_are_refused_at_their_field(centre, open_form, values, field):
    case = centre.registered()
    form = open_form(case, menu.DETAILS).fill(**values).send()
    assert list(form.problems) == [field]
    assert centre.case(case.id) == case


def test_a_party_is_corrected_with_its_number_read_as_at_intake(centre, open_form):
    case = centre.registered()
    party = case.parties[0]
    wrong = open_form(case, menu.PARTY, party.id).fill(identity_number="650203197904124520").send()
    assert list(wrong.problems) == ["identity_number"]
    form = open_form(case, menu.PARTY, party.id).fill(identity_number="650203197904124528").send()
    assert form.is_finished
    saved = centre.case(case.id).party(party.id)
    assert saved.birth_date.isoformat() == "1979-04-12"
    assert (saved.name, saved.record_id, saved.agents) == (party.name, party.record_id, party.agents)


def test_an_age_told_earlier_stays_the_age_of_that_day(centre, open_form, clock):
    case = centre.registered()
    party = case.parties[0]
    open_form(case, menu.PARTY, party.id).fill(stated_age="40").send()
    told_on = centre.case(case.id).party(party.id).age_stated_on
    clock.moment = clock.moment.replace(year=clock.moment.year + 1)
    open_form(case, menu.PARTY, party.id).fill(address="世纪大道 1 号").send()
    saved = centre.case(case.id).party(party.id)
    assert (saved.stated_age, saved.age_stated_on, saved.address) == (40, told_on, "世纪大道 1 号")


def test_agents_are_added_corrected_and_taken_out(centre, open_form):
    case = centre.registered()
    party = case.parties[0]
    form = open_form(case, menu.ADD_AGENT, party.id)
    form.fill(name="张律师", kind="lawyer", authority="dispose_of_claims,sign", licence_number="16501").send()
    agent = centre.case(case.id).party(party.id).agents[0]
    assert agent.may_sign
    open_form(case, menu.AGENT, party.id, agent.id).fill(authority="sign").send()
    assert not centre.case(case.id).party(party.id).agents[0].may_sign
    open_form(case, menu.REMOVE_AGENT, party.id, agent.id).send()
    assert centre.case(case.id).party(party.id).agents == ()


def test_a_party_is_added_and_one_that_was_asked_stays(centre, open_form):
    case = centre.registered(3)
    form = open_form(case, menu.ADD_PARTY).fill(
        side="third_party", name="石油社区居委会", kind="unincorporated"
    )
    form.send()
    assert centre.case(case.id).parties[-1].name == "石油社区居委会"
    asked = case.parties[0]
    open_form(case, menu.CONSENT, asked.id).fill(answer="agreed", manner="phone").send()
    refused = open_form(case, menu.REMOVE_PARTY, asked.id).send()
    assert refused.problems[""]
    assert centre.case(case.id).party(asked.id)


def test_the_rights_notice_is_only_recorded_once_told(centre, open_form):
    case = centre.accepted()
    form = open_form(case, menu.RIGHTS).send()
    assert list(form.problems) == ["told"]
    assert centre.case(case.id).rights_notice_on is None


def test_telling_rights_prints_the_sheet_to_sign_unless_told_not_to(centre, open_form, navigator, view):
    case = centre.accepted()
    open_form(case, menu.RIGHTS).fill(told="1", print="").send()
    assert navigator.printed == []
    open_form(case, menu.RIGHTS).fill(told="1").send()
    pdf, _title, copies = navigator.printed[0]
    assert (b"%PDF issued" in pdf, copies) == (True, len(case.parties) + 1)
    assert view.folder.documents[-1].kind is DocumentKind.RIGHTS_NOTICE


def test_a_sheet_that_cannot_be_printed_does_not_undo_the_telling(centre, open_form, navigator):
    case = centre.accepted()
    party = replace(case.parties[0], name=f"买买提{NOT_IN_ANY_FONT}")
    saved = centre.services.cases.update_details(
        replace(case, parties=(party, *case.parties[1:])), actor=centre.actor
    ).value
    form = open_form(saved, menu.RIGHTS).fill(told="1").send()
    assert form.is_finished
    assert centre.case(case.id).rights_notice_on is not None
    assert navigator.printed == []
    assert "未打印" in navigator.toasts[-1][0]


def test_a_full_disk_does_not_undo_a_decline(centre, open_form, navigator):
    case = centre.registered()
    open_form(case, menu.CONSENT).fill(answer="refused", manner="phone").send()
    centre.renderer.is_broken = True
    form = open_form(case, menu.DECLINE).send()
    assert form.is_finished
    assert centre.case(case.id).state is CaseState.NOT_ACCEPTED
    assert navigator.printed == []
    assert "磁盘已满" in navigator.toasts[-1][0]


def test_a_mediator_who_follows_up_needs_a_reason(centre, open_form):
    case = centre.performed()
    form = open_form(case, menu.FOLLOW_UP)
    for found in ("performance", "satisfaction", "said", "litigation", "remains", "measures", "visited"):
        assert form.values[found] == "", "nothing about what was found is filled in beforehand"
    form.fill(
        visitor=str(centre.mediator.id),
        manner="phone",
        visited=str(case.parties[0].id),
        performance="已付清。",
        satisfaction="content",
        litigation="none",
        same_day_reason="当场付清，当场问的",
    )
    reason = next(f for f in form.presenter.form.fields if f.key == "same_person_reason")
    assert form.presenter.is_shown(reason)
    form.send()
    assert list(form.problems) == ["same_person_reason"]
    form.fill(same_person_reason="人手不足").send()
    assert centre.case(case.id).state is CaseState.FOLLOWED_UP


def test_mediators_are_offered_with_their_load(centre, open_form):
    centre.assigned()
    form = open_form(centre.accepted(), menu.ASSIGN)
    first = next(field for field in form.presenter.form.fields if field.key == "first")
    assert dict(first.options)[str(centre.mediator.id)] == "赵永安　在办 1 件"
