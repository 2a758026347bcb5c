"""Merging and parting entries of the register, and looks at full numbers, on both databases."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.errors import NotFound, RuleRefusal, StaleWrite
from app.domain.people.merging import KeptValue
from app.domain.people.parties import PartyRecord
from app.domain.trust.reveals import MaskedNumber
from app.domain.values.ids import new_id
from tests.support.builders import a_party

FIRST, SECOND = "650203197904124528", "650203197904124536"


@pytest.fixture
def people(centre):
    return centre.services.people


@pytest.fixture
def merging(centre):
    return centre.services.merging


def an_entry(centre, name, **told):
    record = PartyRecord(id=new_id(), name=name, **told)
    return centre.services.people.save_party(record, actor=centre.actor).value


def merge(centre, one, other, **kept):
    return centre.services.merging.merge(one, other, kept, actor=centre.actor).value


def acts(centre, record):
    return [(entry.act, entry.note) for entry in centre.services.people.party_history(record.id)]


def test_cases_of_both_hang_on_the_survivor_and_come_apart_again(centre, people, merging):
    first, second = centre.registered(2), centre.registered(2)
    one, other = (people.party(case.parties[0].record_id) for case in (first, second))
    merge_ = merge(centre, one, other)
    assert {case.case_id for case in people.party_cases(one.id)} == {first.id, second.id}
    line = next(line for line in people.parties() if line.id == one.id)
    assert (line.open_cases, line.all_cases) == (2, 2)
    assert centre.case(second.id) == second  # a case keeps its own copy and its link
    freed = merging.part(merge_.id, actor=centre.actor).value
    assert [case.case_id for case in people.party_cases(one.id)] == [first.id]
    assert [case.case_id for case in people.party_cases(other.id)] == [second.id]
    assert replace(freed, version=other.version) == other
    assert replace(people.party(one.id), version=one.version) == one
    assert acts(centre, one)[:2] == [("party.parted", other.name), ("party.merged", other.name)]
    assert acts(centre, other)[:2] == [("party.restored", one.name), ("party.absorbed", one.name)]


def test_the_absorbed_is_found_as_such_but_not_listed_nor_changed(centre, people):
    one = an_entry(centre, "王德顺", phone="13900000001")
    other = an_entry(centre, "汪德顺", phone="13900000002")
    merge(centre, one, other, phone=KeptValue.ABSORBED)
    assert [line.id for line in people.parties()] == [one.id]
    assert people.party_count() == 1
    assert [(line.id, line.merged_into) for line in people.parties("汪德顺")] == [(other.id, "王德顺")]
    assert people.party(one.id).phone == "13900000002"
    with pytest.raises(RuleRefusal, match=r"party\.already_merged"):
        people.save_party(replace(people.party(other.id), note="x"), actor=centre.actor)


def test_who_is_typed_is_known_as_the_one_that_stands(centre):
    one = an_entry(centre, "王德顺")
    other = an_entry(centre, "汪德顺", phone="13900000002")
    merge(centre, one, other, phone=KeptValue.SURVIVOR)
    known = centre.services.registration.known_parties(name="汪德顺", phone="13900000002")
    assert [(found.record.id, found.same_name, found.same_phone) for found in known] == [(one.id, True, True)]


def test_chains_are_undone_from_their_end(centre, people, merging):
    case = centre.registered(2)
    third = people.party(case.parties[0].record_id)
    second, first = an_entry(centre, "乙"), an_entry(centre, "甲")
    inner = merge(centre, second, third)
    outer = merge(centre, first, people.party(second.id))
    assert [linked.case_id for linked in people.party_cases(first.id)] == [case.id]
    with pytest.raises(RuleRefusal, match=r"party\.already_merged"):
        merging.part(inner.id, actor=centre.actor)
    last = merge(centre, people.party(first.id), an_entry(centre, "丙"))
    with pytest.raises(RuleRefusal, match=r"party\.merged_later"):
        merging.part(outer.id, actor=centre.actor)
    assert [absorbed.name for absorbed in merging.standing(first.id)] == ["丙", "乙"]
    for merge_ in (last, outer, inner):
        merging.part(merge_.id, actor=centre.actor)
    assert people.party_cases(first.id) == people.party_cases(second.id) == ()
    with pytest.raises(RuleRefusal, match=r"party\.already_parted"):
        merging.part(inner.id, actor=centre.actor)
    with pytest.raises(NotFound):
        merging.part(new_id(), actor=centre.actor)


def test_an_entry_that_changed_meanwhile_is_not_merged(centre, people):
    one, other = an_entry(centre, "王德顺"), an_entry(centre, "汪德顺")
    people.save_party(replace(other, note="改过"), actor=centre.actor)
    with pytest.raises(StaleWrite):
        merge(centre, one, other)
    assert people.party(other.id).merged_into_id is None


def test_only_those_who_may_be_the_same_are_offered(centre, merging):
    one = an_entry(centre, "王德顺", phone="13900000001", identity_number=FIRST)
    same_phone = an_entry(centre, "王某", phone="13900000001")
    same_number = an_entry(centre, "王德", identity_number=FIRST)
    an_entry(centre, "李雪梅")
    assert [known.record.id for known in merging.alike(one.id)] == [same_number.id, same_phone.id]
    assert one.id not in {line.id for line in merging.found("王", beside=one.id)}


def test_every_look_at_a_full_number_is_on_record(centre, people, merging):
    one = an_entry(centre, "王德顺", phone="13900000001", identity_number=FIRST)
    other = an_entry(centre, "王德顺", phone="13900000001", identity_number=SECOND)
    reveals = centre.services.reveals
    assert reveals.number(one.id, MaskedNumber.IDENTITY, actor=centre.mediator.actor).value == FIRST
    entry = people.party_history(one.id)[0]
    assert (entry.act, entry.note, entry.actor_name) == ("party.revealed", "证件号", centre.mediator.name)
    reveals.for_change(one.id, actor=centre.actor)
    assert acts(centre, one)[:2] == [("party.revealed", "电话"), ("party.revealed", "证件号")]
    merging.pair(one.id, other.id, actor=centre.actor)
    assert acts(centre, other)[0] == ("party.revealed", "证件号")  # the equal phones stay masked


def test_a_look_inside_a_case_is_in_the_history_of_the_case(centre):
    case = centre.registered(
        (replace(a_party("王德顺"), identity_number=FIRST), *centre.intake(2).parties[1:])
    )
    party = case.parties[0]
    number = MaskedNumber.IDENTITY
    shown = centre.services.reveals.number_in_case(case.id, party.id, number, actor=centre.actor)
    assert shown.value == FIRST
    entry = centre.services.cases.folder(case.id).history[0]
    assert (entry.act, entry.note) == ("party.revealed", "王德顺　证件号")
    with pytest.raises(NotFound):
        centre.services.reveals.number_in_case(case.id, new_id(), number, actor=centre.actor)
