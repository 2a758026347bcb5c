"""What stands between a mediator and a case: grounds, coincidences, waivers and who steps back."""

from dataclasses import replace
from datetime import date

import pytest

from app.domain.disputes.cases import MediatorRole
from app.domain.disputes.disclosures import Disclosure, RecusalRequest
from app.domain.disputes.recusal import steps
from app.domain.disputes.recusal.conflicts import conflicts, standing
from app.domain.disputes.recusal.findings import ConflictFact, ConflictStrength, PastCase
from app.domain.disputes.states import CaseState
from app.domain.errors import InvalidInput
from app.domain.people.agents import Agent, AgentKind
from app.domain.people.parties import PartyKind
from app.domain.people.relations import read_relations
from app.domain.values.ids import new_id
from tests.support.builders import TODAY, a_case, a_committee, a_mediator, a_member

COMMITTEE = a_committee()


def member(**given):
    return replace(a_member(COMMITTEE, "赵永安"), **given)


def party(case, place=0, **given):
    changed = replace(case.parties[place], **given)
    return replace(case, parties=tuple(changed if p.id == changed.id else p for p in case.parties))


def facts(found):
    return [(finding.fact, finding.strength) for finding in found]


def test_nobody_known_finds_nothing():
    assert conflicts(member(), a_case()) == ()


@pytest.mark.parametrize(
    ("word", "strength"),
    [
        ("妻子", ConflictStrength.MUST_RECUSE),
        ("入股", ConflictStrength.MUST_RECUSE),
        ("岳父", ConflictStrength.DISCLOSE),
        ("同学", ConflictStrength.DISCLOSE),
        ("同住", ConflictStrength.DISCLOSE),
    ],
)
def test_declared_relations_weigh_by_their_kind(word, strength):
    case = a_case()
    told = read_relations(f"{word} {case.parties[1].name}")
    assert facts(conflicts(member(relations=told), case)) == [(ConflictFact.DECLARED, strength)]


def test_another_of_the_same_name_is_told_apart_by_the_phone():
    case = a_case()
    name = case.parties[0].name
    assert conflicts(member(relations=read_relations(f"妻子 {name} 13011112222")), case) == ()
    assert conflicts(member(relations=read_relations(f"妻子 {name} {case.parties[0].phone}")), case)


def test_a_name_alone_only_asks_but_name_and_phone_are_the_person():
    case = party(a_case(), name="赵永安", phone="13912345678")
    assert facts(conflicts(member(), case)) == [(ConflictFact.SAME_NAME, ConflictStrength.VERIFY)]
    assert facts(conflicts(member(phone="13912345678"), case)) == [
        (ConflictFact.SAME_PERSON, ConflictStrength.MUST_RECUSE)
    ]


def test_agents_and_legal_representatives_count_as_the_people_of_the_case():
    agent = Agent(id=new_id(), kind=AgentKind.LAWYER, name="马晓燕")
    case = party(a_case(), agents=(agent,))
    assert conflicts(member(relations=read_relations("妻子 马晓燕")), case)[0].subject_name == "马晓燕"
    company = party(a_case(), kind=PartyKind.LEGAL_PERSON, name="恒泰物业公司", legal_representative="马晓燕")
    assert conflicts(member(relations=read_relations("妻子 马晓燕")), company)


def test_a_workplace_of_ones_own_and_a_shared_one_are_to_be_told():
    company = party(a_case(), kind=PartyKind.LEGAL_PERSON, name="恒泰物业公司")
    assert facts(conflicts(member(workplace="恒泰 物业公司"), company)) == [
        (ConflictFact.OWN_WORKPLACE, ConflictStrength.DISCLOSE)
    ]
    colleague = party(a_case(), workplace="第一小学")
    assert facts(conflicts(member(workplace="第一小学"), colleague)) == [
        (ConflictFact.SAME_WORKPLACE, ConflictStrength.DISCLOSE)
    ]


def test_a_town_is_no_shared_address():
    case = party(a_case(), address="克拉玛依")
    assert conflicts(member(address="克拉玛依"), case) == ()
    assert conflicts(member(address="胡杨苑19号楼503室"), party(a_case(), address="胡杨苑 19号楼503室"))


def test_earlier_cases_are_told_by_their_number_for_the_party_they_are_about():
    record = new_id()
    case = party(a_case(), record_id=record)
    zhao = member()
    earlier = PastCase(
        staff_id=zhao.id, record_id=record, case_id=new_id(), intake_number="2026-0007", was_party=False
    )
    opposed = replace(earlier, was_party=True, intake_number="2025-0031")
    found = conflicts(zhao, case, (earlier, opposed, replace(earlier, staff_id=new_id())))
    assert [(f.fact, f.strength, f.note) for f in found] == [
        (ConflictFact.WAS_OPPONENT, ConflictStrength.DISCLOSE, "2025-0031"),
        (ConflictFact.MEDIATED_BEFORE, ConflictStrength.VERIFY, "2026-0007"),
    ]


def test_a_waiver_holds_only_while_every_party_accepts():
    case = a_case(2)
    zhao = member(relations=read_relations(f"妻子 {case.parties[0].name}"))
    found = conflicts(zhao, case)
    assert standing(found, case) == found
    told = Disclosure(
        id=new_id(),
        staff_id=zhao.id,
        staff_name=zhao.name,
        what="申请人是我的妻子",
        disclosed_on=TODAY,
        accepting=tuple(p.id for p in case.parties),
    )
    waived = steps.disclose(case, told)
    assert standing(found, waived) == ()
    joined = replace(waived, parties=(*waived.parties, a_case(3).parties[2]))
    assert standing(found, joined) == found
    half = steps.disclose(case, replace(told, accepting=told.accepting[:1]))
    assert standing(found, half) == found


def test_a_disclosure_needs_words_and_one_answer_of_each_party():
    case = a_case()
    told = Disclosure(id=new_id(), staff_id=new_id(), staff_name="赵永安", what=" ", disclosed_on=TODAY)
    with pytest.raises(InvalidInput, match=r"disclosure\.words_missing"):
        steps.disclose(case, told)
    both = replace(told, what="同学", accepting=(case.parties[0].id,), objecting=(case.parties[0].id,))
    with pytest.raises(InvalidInput, match=r"disclosure\.answer_twice"):
        steps.disclose(case, both)


def test_who_steps_back_stays_in_the_case_and_the_substitute_takes_the_role():
    first = replace(a_mediator(member(), MediatorRole.FIRST), assigned_on=TODAY)
    case = a_case(state=CaseState.MEDIATING, mediators=(first,))
    request = RecusalRequest(
        id=new_id(),
        staff_id=first.staff_id,
        staff_name=first.name,
        asked_by=case.parties[1].id,
        asked_by_name=case.parties[1].name,
        reason="认为与申请人相熟",
        asked_on=date(2026, 11, 9),
        decided_by="调委会主任周敏",
        replaced_by_id=new_id(),
        replaced_by_name="李娟",
    )
    recused = steps.recuse(case, request)
    assert recused.state is CaseState.MEDIATING
    assert [(m.name, m.role, m.assigned_on) for m in recused.mediators] == [
        ("李娟", MediatorRole.FIRST, date(2026, 11, 9))
    ]
    (former,) = recused.former_mediators
    assert (former.name, former.assigned_on, former.ended_on, former.reason) == (
        "赵永安", TODAY, date(2026, 11, 9), "认为与申请人相熟",
    )  # fmt: skip
    assert recused.recusals == (request,)
    with pytest.raises(InvalidInput, match=r"recusal\.not_serving"):
        steps.recuse(recused, request)
    with pytest.raises(InvalidInput, match=r"recusal\.same_person"):
        steps.recuse(case, replace(request, replaced_by_id=first.staff_id))
