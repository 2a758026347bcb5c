from dataclasses import replace

import pytest

from app.domain.disputes.case_parties import PartySide
from app.domain.disputes.sources import CaseSource, RiskFlag, RiskLevel
from app.domain.errors import StorageRefusal
from app.domain.people.agents import AgentKind
from app.domain.people.parties import PartyKind
from app.domain.values.money import Money
from app.domain.values.sex import Sex
from app.presenters.intake.page import DRAFT_KEY
from app.presenters.intake.presenter import IntakePresenter
from app.presenters.intake.shown import SavedState

AYNUR = "650203197904124528"


def fill(presenter, **values):
    for key, value in values.items():
        presenter.typed(key, value)
        presenter.left(key)


def name_party(presenter, side, name, **more):
    party = presenter.entry.open_on(side)
    for field, value in {"name": name, **more}.items():
        key = f"{party.id}.{field}"
        presenter.focused(key)
        presenter.typed(key, value)
        presenter.left(key)
    return party


def a_walk_in(presenter):
    name_party(presenter, PartySide.APPLICANT, "阿依努尔·赛买提", identity_number=AYNUR, phone="13909904172")
    name_party(presenter, PartySide.RESPONDENT, "恒泰物业公司")
    fill(presenter, dispute_type=a_type(presenter), amount="1.28万", facts="室温不足 18 度，多次报修未解决。")


def a_type(presenter):
    return presenter._desk.services.people.dispute_types(presenter._desk.today).types[0].code


def test_a_walk_in_is_registered_and_opened(presenter, desk, view, navigator):
    a_walk_in(presenter)
    presenter.submit()
    case = desk.services.cases.folder(navigator.opened[0]).case
    assert [party.name for party in case.parties] == ["阿依努尔·赛买提", "恒泰物业公司"]
    applicant = case.parties[0]
    assert (applicant.identity_number, applicant.sex, applicant.phone) == (AYNUR, Sex.FEMALE, "13909904172")
    assert applicant.birth_date.isoformat() == "1979-04-12"
    assert case.amount == Money.of_yuan(12800)
    assert case.title.startswith("阿依努尔·赛买提与恒泰物业公司")
    assert case.intake_number in navigator.toasts[-1][0]
    assert desk.services.drafts.get(DRAFT_KEY, actor=desk.actor) is None
    assert presenter.entry.is_blank
    assert view.busy == [True, False]


def test_nothing_is_required_but_names_type_and_facts(presenter, view):
    assert view.shown["footer"].text == "还差 4 项："
    name_party(presenter, PartySide.APPLICANT, "李伟")
    name_party(presenter, PartySide.RESPONDENT, "王强")
    fill(presenter, dispute_type=a_type(presenter), facts="借款未还")
    assert view.shown["footer"].text == ""


def test_a_missing_field_is_where_registering_leads(presenter, view, navigator):
    name_party(presenter, PartySide.APPLICANT, "李伟")
    presenter.submit()
    respondent = presenter.entry.on_side(PartySide.RESPONDENT)[0]
    assert view.focus[-1][0] == f"{respondent.id}.name"
    assert view.shown["notes"]["facts"].sentence == "填写经过"
    assert navigator.opened == []


def test_f8_walks_through_what_is_missing_and_round_again(presenter, view):
    visited = []
    for _ in range(5):
        presenter.next_problem()
        visited.append(view.focus[-1][0])
        presenter.focused(visited[-1])
    assert [key.rpartition(".")[2] for key in visited] == ["name", "name", "dispute_type", "facts", "name"]
    assert visited[0] == visited[4] != visited[1]
    presenter.next_problem(-1)
    assert view.focus[-1][0] == "facts"


def test_a_wrong_number_is_kept_in_the_draft_but_not_registered(presenter, view, reopened, navigator):
    a_walk_in(presenter)
    party = name_party(
        presenter, PartySide.APPLICANT, "阿依努尔·赛买提", identity_number="650203197904124520"
    )
    assert view.shown["notes"][f"{party.id}.identity_number"].is_wrong
    presenter.submit()
    assert navigator.opened == []
    again, _shown = reopened()
    assert again.entry.parties[0].identity_number == "650203197904124520"
    key = f"{party.id}.identity_number"
    again.typed(key, "")
    again.submit()
    assert len(navigator.opened) == 1


def test_what_the_number_says_never_replaces_what_was_stated(presenter, desk, navigator, view):
    a_walk_in(presenter)
    party = presenter.entry.parties[0]
    assert view.words[party.id].from_number == "女，47 岁，由证件号得出"
    presenter.typed(f"{party.id}.sex", Sex.MALE)
    presenter.submit()
    assert desk.services.cases.folder(navigator.opened[0]).case.parties[0].sex is Sex.MALE


def test_the_draft_reopens_as_typed_at_the_same_place(presenter, reopened):
    party = presenter.entry.on_side(PartySide.RESPONDENT)[0]
    presenter.typed("amount", "大约三千")
    presenter.typed(f"{party.id}.phone", "1390990")
    presenter.focused(f"{party.id}.phone", 4)
    presenter.save_draft()
    again, view = reopened()
    assert again.entry == replace(presenter.entry, seconds=again.entry.seconds)
    assert view.focus[-1] == (f"{party.id}.phone", 4)
    assert view.saved[-1].state is SavedState.SAVED


def test_saved_is_said_only_of_what_is_saved(presenter, view, monkeypatch):
    presenter.typed("facts", "一")
    assert view.saved[-1].state is SavedState.SAVING
    assert view.saves_expected == 1

    def full(*_args, **_kwargs):
        raise StorageRefusal("disk.full")

    drafts = type(presenter._desk.services.drafts)
    with monkeypatch.context() as patch:
        patch.setattr(drafts, "put", full)
        presenter.save_draft()
        assert view.saved[-1].state is SavedState.FAILED
    presenter.save_draft()
    assert view.saved[-1].state is SavedState.SAVED
    assert presenter.entry.facts == "一"


def test_clearing_can_be_undone(presenter, navigator, reopened):
    a_walk_in(presenter)
    facts = presenter.entry.facts
    presenter.clear()
    assert presenter.entry.is_blank
    assert reopened()[0].entry.is_blank
    navigator.undo()
    assert presenter.entry.facts == facts
    assert reopened()[0].entry.facts == facts


def test_parties_are_added_to_the_side_being_typed(presenter, view):
    first = name_party(presenter, PartySide.RESPONDENT, "甲公司")
    presenter.parties.add()
    added = presenter.entry.open_on(PartySide.RESPONDENT)
    assert (added.side, added.id) != (first.side, first.id)
    assert not first.is_open
    assert view.focus[-1][0] == f"{added.id}.name"
    assert view.words[first.id].title == "被申请人 1"
    presenter.parties.add(PartySide.THIRD_PARTY)
    assert len(presenter.entry.on_side(PartySide.THIRD_PARTY)) == 1


def test_a_removed_party_comes_back(presenter, navigator):
    name_party(presenter, PartySide.APPLICANT, "李伟")
    presenter.parties.add()
    name_party(presenter, PartySide.APPLICANT, "古丽")
    presenter.parties.remove()
    assert [party.name for party in presenter.entry.on_side(PartySide.APPLICANT)] == ["李伟"]
    navigator.undo()
    assert [party.name for party in presenter.entry.on_side(PartySide.APPLICANT)] == ["李伟", "古丽"]


def test_the_last_card_of_a_side_is_emptied_not_lost(presenter):
    name_party(presenter, PartySide.APPLICANT, "李伟")
    presenter.parties.remove()
    left = presenter.entry.on_side(PartySide.APPLICANT)
    assert len(left) == 1
    assert left[0].is_blank


def test_a_known_person_is_offered_masked_and_linked(presenter, desk, view, navigator):
    a_walk_in(presenter)
    presenter.submit()
    name_party(presenter, PartySide.APPLICANT, "阿依努尔·赛买提", identity_number=AYNUR)
    offer = view.shown["known"]
    assert AYNUR not in str(offer)
    assert offer.rows[0].is_same
    presenter.parties.link_known()
    party = presenter.entry.open_on(PartySide.APPLICANT)
    assert (party.record_id is not None, party.phone) == (True, "13909904172")
    assert view.shown["known"] is None
    navigator.undo()
    assert (party.record_id, party.phone) == (None, "")


def test_what_was_typed_today_stands_when_linking(presenter, view):
    a_walk_in(presenter)
    presenter.submit()
    name_party(presenter, PartySide.APPLICANT, "阿依努尔·赛买提", identity_number=AYNUR, phone="13899990000")
    presenter.parties.link_known()
    assert presenter.entry.open_on(PartySide.APPLICANT).phone == "138 9999 0000"


def test_not_the_same_person_is_not_offered_again(presenter, view):
    a_walk_in(presenter)
    presenter.submit()
    party = name_party(presenter, PartySide.APPLICANT, "阿依努尔·赛买提")
    assert view.shown["known"] is not None
    presenter.parties.not_same()
    assert view.shown["known"] is None
    presenter.left(f"{party.id}.name")
    assert view.shown["known"] is None


def test_the_same_names_in_an_open_case_are_pointed_out(presenter, view, navigator):
    a_walk_in(presenter)
    presenter.submit()
    name_party(presenter, PartySide.APPLICANT, "阿依努尔·赛买提")
    assert view.shown["similar"] == ()
    name_party(presenter, PartySide.RESPONDENT, "恒泰物业公司")
    assert [case.case_id for case in view.shown["similar"]] == navigator.opened


def test_an_initiative_needs_no_applicant(presenter, view, navigator):
    presenter.typed("source", CaseSource.INITIATIVE)
    name_party(presenter, PartySide.RESPONDENT, "王强")
    fill(presenter, dispute_type=a_type(presenter), facts="排查发现")
    presenter.submit()
    assert len(navigator.opened) == 1


def test_organisations_are_hinted_at_never_made_silently(presenter, view):
    party = name_party(presenter, PartySide.RESPONDENT, "恒泰物业公司")
    assert "Alt+O" in view.words[party.id].hint
    assert party.kind is PartyKind.NATURAL_PERSON
    presenter.parties.switch_kind()
    assert party.kind is PartyKind.LEGAL_PERSON
    group = name_party(presenter, PartySide.APPLICANT, "恒泰物业公司32名员工")
    assert view.words[group.id].hint == ""


def test_a_minor_gets_a_statutory_agent(presenter, desk, navigator):
    a_walk_in(presenter)
    child = presenter.entry.parties[0]
    presenter.typed(f"{child.id}.identity_number", "")
    presenter.typed(f"{child.id}.birth_date", "2015-3-6")
    presenter.parties.add_agent(child.id)
    agent = child.agents[0]
    assert agent.kind is AgentKind.STATUTORY
    presenter.submit()
    assert navigator.opened == []
    presenter.typed(f"{child.id}.{agent.id}.name", "赛买提·卡德尔")
    presenter.submit()
    saved = desk.services.cases.folder(navigator.opened[0]).case.parties[0]
    assert saved.agents[0].name == "赛买提·卡德尔"
    assert saved.is_minor_on(desk.today)


def test_the_risk_follows_the_ticks_unless_said_otherwise(presenter, desk, navigator, view):
    a_walk_in(presenter)
    presenter.typed("risk_flags", (RiskFlag.HEATED,))
    assert view.shown["risk_hint"] == "建议：高"
    presenter.typed("risk", RiskLevel.VERY_HIGH)
    presenter.submit()
    case = desk.services.cases.folder(navigator.opened[0]).case
    assert (case.risk, case.risk_flags) == (RiskLevel.VERY_HIGH, (RiskFlag.HEATED,))


@pytest.mark.parametrize("typed", ["1,28", "-5", "很多", "12.345"])
def test_a_sum_that_cannot_be_read_stays_and_stops(presenter, view, navigator, typed):
    a_walk_in(presenter)
    fill(presenter, amount=typed)
    assert presenter.entry.amount == typed
    assert view.shown["notes"]["amount"].is_wrong
    presenter.submit()
    assert navigator.opened == []
    assert view.focus[-1][0] == "amount"


def test_fields_stand_in_their_written_form_once_left(presenter, view):
    a_walk_in(presenter)
    applicant = presenter.entry.parties[0]
    assert view.values["amount"] == "12,800.00"
    assert view.values[f"{applicant.id}.phone"] == "139 0990 4172"


def test_sixty_parties_and_two_hundred_thousand_characters(presenter, desk, navigator, reopened):
    a_walk_in(presenter)
    for n in range(58):
        presenter.parties.add(PartySide.APPLICANT)
        name_party(presenter, PartySide.APPLICANT, f"工人{n}")
    facts = "经过" * 100_000
    presenter.typed("facts", facts)
    presenter.save_draft()
    assert reopened()[0].entry.facts == facts
    presenter.submit()
    case = desk.services.cases.folder(navigator.opened[0]).case
    assert len(case.parties) == 60
    assert case.facts == facts


def test_a_refusal_keeps_everything(presenter, view, monkeypatch, navigator):
    a_walk_in(presenter)

    def full(*_args, **_kwargs):
        raise StorageRefusal("disk.full")

    with monkeypatch.context() as patch:
        patch.setattr(type(presenter._desk.services.registration), "register", full)
        presenter.submit()
    assert view.shown["failure"]
    assert view.busy == [True, False]
    presenter.submit()
    assert len(navigator.opened) == 1


def test_what_registering_does_is_said_with_dates(presenter, view):
    text = " ".join(line.text for line in view.shown["ahead"])
    assert "取登记号" in text
    assert "到期" in text


def test_a_draft_that_is_no_draft_does_not_stop_the_day(desk, view, navigator):
    desk.services.drafts.put(DRAFT_KEY, '{"parties": 3}', "facts@2", actor=desk.actor)
    presenter = IntakePresenter(desk, view, navigator)
    presenter.open()
    assert "草稿" in view.shown["failure"]
    assert presenter.entry.is_blank


def test_a_card_is_checked_and_looked_up_when_its_fields_pass_to_another(presenter, view, navigator):
    a_walk_in(presenter)
    presenter.submit()
    first = presenter.entry.open_on(PartySide.APPLICANT)
    presenter.focused(f"{first.id}.name")
    presenter.typed(f"{first.id}.name", "阿依努尔•赛买提 ")
    presenter.parties.add()
    assert first.name == "阿依努尔·赛买提"
    presenter.focused(f"{first.id}.name")
    assert view.shown["known"].party_id == first.id


def test_the_acts_follow_the_card_that_was_added(presenter):
    first = name_party(presenter, PartySide.APPLICANT, "阿里木")
    presenter.parties.add()
    presenter.parties.switch_kind()
    assert first.kind is PartyKind.NATURAL_PERSON
    assert presenter.entry.open_on(PartySide.APPLICANT).kind is PartyKind.LEGAL_PERSON
