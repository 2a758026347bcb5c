"""Frozen contents: complete copies that survive their JSON form, without what must stay behind."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.contents.case_forms import (
    acceptance_register_contents,
    application_contents,
    rights_notice_contents,
    session_contents,
)
from app.domain.contents.forms import AcceptanceRegisterContents, SessionContents
from app.domain.contents.parts import AgentPart, PartyPart
from app.domain.contents.party_parts import party_part
from app.domain.disputes.case_parties import CaseParty, PartySide
from app.domain.disputes.cases import Case, CaseMediator, MediatorRole
from app.domain.disputes.sources import CaseSource
from app.domain.errors import RuleRefusal
from app.domain.mediation.sessions import PartyStatement, SessionRecord, SessionResult
from app.domain.people.agents import Agent, AgentKind
from app.domain.people.parties import PartyDetails
from app.domain.values.days.moments import SHANGHAI
from app.domain.values.ids import new_id
from app.domain.values.plain import from_json, to_json

MOMENT = datetime(2026, 11, 9, 10, 0, tzinfo=SHANGHAI)
DAY = date(2026, 11, 9)


def a_case(source: CaseSource = CaseSource.WINDOW) -> Case:
    return Case(
        id=new_id(),
        intake_number="2026-0417",
        title="楼上漏水致损赔偿",
        source=source,
        dispute_type="neighbour",
        facts="漏水",
        organisation_id=new_id(),
        received_at=MOMENT,
        registered_at=MOMENT,
        registrar_id=new_id(),
        registrar_name="迪丽努尔·艾力",
        accepted_on=DAY,
        parties=(
            CaseParty(
                id=new_id(), side=PartySide.APPLICANT, name="古丽娜尔·托合提", birth_date=date(1984, 11, 10)
            ),
            CaseParty(
                id=new_id(), side=PartySide.RESPONDENT, name="孙国强", stated_age=48, age_stated_on=DAY
            ),
            CaseParty(id=new_id(), side=PartySide.THIRD_PARTY, name="物业"),
        ),
    )


def test_every_detail_of_a_party_has_a_place_on_paper():
    """A field added to a party's details must be added to the part that prints it."""
    kept = {entry.name for entry in fields(PartyPart)}
    stored_otherwise = {
        "kind": "is_person",
        "stated_age": "age",
        "age_stated_on": "age",
        "identity_kind": "identity_title",
    }
    for entry in fields(PartyDetails):
        assert stored_otherwise.get(entry.name, entry.name) in kept, entry.name
    agent_kept = {entry.name for entry in fields(AgentPart)} | {"id", "kind"}
    assert {entry.name for entry in fields(Agent)} <= agent_kept


def test_the_age_is_that_of_the_documents_day():
    case = a_case()
    assert party_part(case.parties[0], date(2026, 11, 9)).age == 41
    assert party_part(case.parties[0], date(2026, 11, 10)).age == 42
    assert party_part(case.parties[1], date(2028, 11, 8)).age == 49
    assert party_part(case.parties[1], date(2028, 11, 9)).age == 50
    assert party_part(case.parties[2], DAY).age is None


def test_a_case_on_initiative_has_no_application_form():
    with pytest.raises(RuleRefusal, match="no_application_on_initiative"):
        application_contents(a_case(CaseSource.INITIATIVE), "石化社区人民调解委员会")
    register = acceptance_register_contents(a_case(CaseSource.INITIATIVE), "调委会", "邻里纠纷")
    assert register.is_initiative


def test_every_party_signs_the_notice_and_the_register():
    case = a_case()
    names = [party.name for party in case.parties]
    assert [s.name for s in rights_notice_contents(case, "调委会", DAY).signers] == names
    register = acceptance_register_contents(case, "调委会", "邻里纠纷")
    assert [s.name for s in register.signers] == [*names, "迪丽努尔·艾力"]


@given(st.text(min_size=1))
def test_caucus_notes_and_concessions_never_reach_the_record(secret):
    case = a_case()
    marked = f"⟦{secret}⟧"
    session = SessionRecord(
        id=new_id(),
        case_id=case.id,
        sequence=1,
        held_at=MOMENT,
        attending=tuple(p.id for p in case.parties),
        record="双方陈述",
        concessions=marked,
        caucus_notes=marked,
        statements=(PartyStatement(id=new_id(), party_id=case.parties[0].id, text="要求赔偿"),),
        result=SessionResult.TO_BE_CONTINUED,
    )
    contents = session_contents(case, session, "调委会")
    assert to_json(marked)[1:-1] not in to_json(contents)
    assert contents.statements[0].text == "要求赔偿"
    assert contents.result == "有待继续调解"


def test_a_session_without_mediators_of_its_own_has_each_signer_once():
    staff = tuple(
        CaseMediator(id=new_id(), staff_id=new_id(), name=name, role=role, assigned_on=DAY)
        for name, role in (("赵永安", MediatorRole.FIRST), ("李娟", MediatorRole.RECORDER))
    )
    case = replace(a_case(), mediators=staff)
    session = SessionRecord(id=new_id(), case_id=case.id, sequence=1, held_at=MOMENT, recorder_name="李娟")
    signers = session_contents(case, session, "调委会").signers
    assert [(s.label, s.name) for s in signers[-2:]] == [("人民调解员", "赵永安"), ("记录人", "李娟")]
    assert [s.name for s in signers].count("李娟") == 1


def test_contents_survive_their_frozen_form():
    case = a_case()
    agent = Agent(id=new_id(), kind=AgentKind.LAWYER, name="𬱖某")
    case = replace(case, parties=(replace(case.parties[0], agents=(agent,)), *case.parties[1:]))
    register = acceptance_register_contents(case, "石化社区人民调解委员会", "邻里纠纷")
    assert from_json(AcceptanceRegisterContents, to_json(register)) == register


def test_a_frozen_text_of_an_older_program_still_reads():
    case = a_case()
    session = SessionRecord(id=new_id(), case_id=case.id, sequence=1, held_at=MOMENT)
    text = to_json(session_contents(case, session, "调委会"))
    with_unknown = text.replace("{", '{"field_of_another_version":1,', 1)
    assert from_json(SessionContents, with_unknown) == from_json(SessionContents, text)


@given(st.builds(datetime, st.just(2026), st.integers(1, 12), st.integers(1, 28), tzinfo=st.just(SHANGHAI)))
def test_moments_keep_their_zone_in_the_frozen_form(moment):
    case = a_case()
    session = SessionRecord(id=new_id(), case_id=case.id, sequence=1, held_at=moment)
    contents = session_contents(case, session, "调委会")
    again = from_json(SessionContents, to_json(contents))
    assert again.held_at == moment
    assert again.held_at.utcoffset() == moment.utcoffset()


def test_nobody_is_printed_as_present_who_was_not_ticked():
    case = a_case()
    session = SessionRecord(
        id=new_id(), case_id=case.id, sequence=1, held_at=MOMENT, attending=(case.parties[1].id,)
    )
    contents = session_contents(case, session, "调委会")
    assert [party.name for party in contents.parties] == ["孙国强"]
    assert [s.name for s in contents.signers if s.label == "被申请人"] == ["孙国强"]
    assert session_contents(case, replace(session, attending=()), "调委会").parties == ()
