"""Nobody is appointed who must step back, unless every party accepts after disclosure; on both databases."""

from dataclasses import replace
from datetime import date

import pytest

from app.domain.disputes.cases import CaseMediator, MediatorRole
from app.domain.disputes.disclosures import Disclosure, RecusalRequest
from app.domain.disputes.recusal.findings import ConflictFact, ConflictStrength
from app.domain.errors import RuleRefusal
from app.domain.people.relations import read_relations
from app.domain.people.staff import StaffRole
from app.domain.values.ids import new_id
from tests.support.builders import a_mediator, a_member


def declare(centre, typed):
    people = centre.services.people
    member = next(m for m in people.staff() if m.id == centre.mediator.id)
    people.save_staff(replace(member, relations=read_relations(typed)), actor=centre.actor)


def appoint(centre, case):
    first = a_mediator(centre.mediator, MediatorRole.FIRST)
    return centre.services.cases.assign(
        case.id, (replace(first, assigned_on=centre.today),), actor=centre.actor, version=case.version
    ).value


def disclosure(centre, case, accepting):
    return Disclosure(
        id=new_id(),
        staff_id=centre.mediator.id,
        staff_name="",
        what="被申请人是我的妹妹",
        disclosed_on=centre.today,
        accepting=tuple(party.id for party in accepting),
    )


def test_kin_is_not_appointed_until_every_party_accepts(centre):
    case = centre.accepted()
    declare(centre, f"妹妹 {case.parties[1].name}")
    before = centre.services.cases.folder(case.id)
    with pytest.raises(RuleRefusal, match=r"recusal\.must_recuse") as refused:
        appoint(centre, case)
    assert refused.value.field == "first"
    assert centre.services.cases.folder(case.id) == before
    recusal = centre.services.recusal
    case = recusal.disclose(
        case.id, disclosure(centre, case, case.parties[:1]), actor=centre.actor, version=case.version
    ).value
    with pytest.raises(RuleRefusal, match=r"recusal\.must_recuse"):
        appoint(centre, case)
    case = recusal.disclose(
        case.id, disclosure(centre, case, case.parties), actor=centre.actor, version=case.version
    ).value
    assert case.disclosures[-1].staff_name == centre.mediator.name
    appointed = appoint(centre, case)
    assert appointed.lead.staff_id == centre.mediator.id
    folder = centre.services.cases.folder(case.id)
    assert [(f.fact, f.strength) for f in folder.conflicts] == [
        (ConflictFact.DECLARED, ConflictStrength.MUST_RECUSE)
    ]
    acts = [entry.act for entry in folder.history]
    assert acts.count("case.relation_disclosed") == 2


def test_a_relation_that_comes_up_later_shows_in_the_folder(centre):
    case = centre.assigned()
    assert centre.services.cases.folder(case.id).conflicts == ()
    declare(centre, f"同学 {case.parties[0].name}")
    (found,) = centre.services.cases.folder(case.id).conflicts
    assert (found.strength, found.note) == (ConflictStrength.DISCLOSE, "同学")


def test_a_party_asks_and_another_takes_over_in_one_transaction(centre):
    case = centre.mediating()
    substitute = centre.services.people.save_staff(
        a_member(centre.committee, "帕提古丽", StaffRole.MEDIATOR), actor=centre.actor
    ).value
    request = RecusalRequest(
        id=new_id(),
        staff_id=centre.mediator.id,
        staff_name=centre.mediator.name,
        asked_by=case.parties[1].id,
        asked_by_name=case.parties[1].name,
        reason="认为偏袒",
        asked_on=centre.today,
        decided_by="调委会主任",
        replaced_by_id=substitute.id,
        replaced_by_name="",
    )
    done = centre.services.recusal.recuse(case.id, request, actor=centre.actor, version=case.version)
    folder = centre.services.cases.folder(case.id)
    assert folder.case == done.value
    assert folder.case.lead.name == "帕提古丽"
    assert [former.name for former in folder.case.former_mediators] == [centre.mediator.name]
    assert folder.case.recusals[0].replaced_by_name == "帕提古丽"
    assert folder.history[0].act == "case.mediator_recused"
    assert centre.services.lists.line(case.id).lead_name == "帕提古丽"


def test_earlier_cases_of_the_same_people_are_found_from_both_sides(centre):
    earlier = centre.assigned()
    known = centre.services.cases.folder(earlier.id).case.parties
    again = centre.registered(tuple(replace(party, id=new_id()) for party in known))
    found = centre.services.recusal.on_roster(again.id)[centre.mediator.id]
    assert {(f.fact, f.note) for f in found} == {(ConflictFact.MEDIATED_BEFORE, earlier.intake_number)}
    # The mediator himself was once the other side of a party.
    people = centre.services.people
    me = replace(next(m for m in people.staff() if m.id == centre.mediator.id), phone="13900007777")
    people.save_staff(me, actor=centre.actor)
    other = replace(known[1], id=new_id(), record_id=None, name=me.name, phone=me.phone)
    quarrel = centre.registered((replace(known[0], id=new_id()), other))
    found = centre.services.recusal.on_roster(again.id)[centre.mediator.id]
    assert (ConflictFact.WAS_OPPONENT, quarrel.intake_number) in {(f.fact, f.note) for f in found}


def test_who_is_replaced_by_a_new_appointment_stays_in_the_case(centre):
    case = centre.assigned()
    other = centre.services.people.save_staff(
        a_member(centre.committee, "帕提古丽"), actor=centre.actor
    ).value
    first = CaseMediator(
        id=new_id(), staff_id=other.id, name=other.name, role=MediatorRole.FIRST, assigned_on=centre.today
    )
    saved = centre.services.cases.assign(
        case.id, (first,), actor=centre.actor, version=case.version, reason="原调解员外出培训"
    ).value
    assert {(f.name, f.reason) for f in saved.former_mediators} >= {
        (centre.mediator.name, "原调解员外出培训")
    }
    assert all(isinstance(f.ended_on, date) for f in saved.former_mediators)
