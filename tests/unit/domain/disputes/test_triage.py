"""Advice has reasons that sum to its points, the same order every time, and an answer to "why not"."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.archive.resources import resource_path
from app.archive.triage_rules import load_triage
from app.domain.disputes.handling import HandlingMode, TriageDecision, check_decision
from app.domain.disputes.sources import CaseSource, MediationChannel, RiskLevel
from app.domain.disputes.triage.advice import (
    RelatedCase,
    TriageFacts,
    Workforce,
    advise,
    proposed_mode,
)
from app.domain.disputes.triage.rules import TriageCriterion
from app.domain.disputes.triage.units import HandlingUnit
from app.domain.errors import InvalidInput
from app.domain.people.staff import ResidencyMode
from app.domain.values.ids import new_id
from app.domain.values.money import Money
from tests.support.builders import REGISTERED_AT, a_committee, a_member
from tests.support.schedule_samples import MONDAY, a_leave, diary

RULES, _ = load_triage(resource_path("rules"))
COMMITTEE = a_committee()
OWN = HandlingUnit(
    id=new_id(), name=COMMITTEE.name, tier="社区", organisation_id=COMMITTEE.id, territory=("石油社区",)
)
PROPERTY = HandlingUnit(
    id=new_id(),
    name="红柳区物业纠纷调解委员会",
    tier="区",
    channel=MediationChannel.INDUSTRY,
    dispute_types=("property_service",),
)
HOUSING = HandlingUnit(
    id=new_id(),
    name="区住建局",
    tier="区",
    channel=MediationChannel.ADMINISTRATIVE,
    sources=(CaseSource.PETITION,),
)
UNITS = (OWN, PROPERTY, HOUSING)
NOBODY = Workforce(today=MONDAY, roster=diary().roster, loads={})


def points(suggestion, criterion):
    return next(r.points for r in suggestion.reasons if r.criterion is criterion)


def test_the_competent_unit_comes_first_with_its_reasons():
    facts = TriageFacts(dispute_type="property_service", dispute_type_name="物业", risk=RiskLevel.VERY_HIGH)
    first, *_ = advise(facts, UNITS, NOBODY, RULES, COMMITTEE.id)
    assert (first.unit_name, first.channel) == (PROPERTY.name, MediationChannel.INDUSTRY)
    assert points(first, TriageCriterion.TYPE) == 40
    assert points(first, TriageCriterion.TIER) == 10
    assert first.points == sum(reason.points for reason in first.reasons)


def test_the_place_and_the_own_window_speak_for_the_community():
    facts = TriageFacts(dispute_type="neighbours", dispute_type_name="邻里", place="石油社区 7 号楼")
    first, *others = advise(facts, UNITS, NOBODY, RULES, COMMITTEE.id)
    assert first.unit_name == OWN.name
    assert {r.criterion for r in first.reasons if r.is_met} == {
        TriageCriterion.TERRITORY,
        TriageCriterion.TIER,
        TriageCriterion.OWN,
    }
    # Why not the other: its reasons are there, not met, with the facts to say so.
    why = next(r for r in others[0].reasons if r.criterion is TriageCriterion.TYPE)
    assert (why.is_met, why.told) == (False, ("邻里",))


def test_related_cases_count_up_to_their_cap_and_name_their_numbers():
    related = tuple(
        RelatedCase(case_id=new_id(), intake_number=f"2026-000{n}", unit_name=PROPERTY.name)
        for n in range(1, 5)
    )
    found = {s.unit_name: s for s in advise(TriageFacts(related=related), UNITS, NOBODY, RULES, COMMITTEE.id)}
    reason = next(r for r in found[PROPERTY.name].reasons if r.criterion is TriageCriterion.RELATED)
    assert (reason.points, reason.told) == (26, ("4", "2026-0001、2026-0002、2026-0003"))
    assert points(found[OWN.name], TriageCriterion.RELATED) == 0


def test_the_mediator_who_speaks_the_language_and_has_time_is_proposed():
    busy = replace(a_member(COMMITTEE, "赵永安"), languages=("维吾尔语",))
    free = replace(a_member(COMMITTEE, "马晓燕"), languages=("维吾尔语", "汉语"), specialties=("邻里",))
    visiting = replace(free, id=new_id(), name="李娟", residency=ResidencyMode.DISPATCHED)
    facts = TriageFacts(dispute_type="neighbours", dispute_type_name="邻里", languages=("维吾尔语",))
    people = replace(NOBODY, members=(busy, visiting, free), loads={busy.id: 14})
    own = next(s for s in advise(facts, UNITS, people, RULES, COMMITTEE.id) if s.unit_name == OWN.name)
    assert own.mediator_name == "马晓燕"
    assert points(own, TriageCriterion.LANGUAGE) == 12
    away = replace(people, roster=diary(leaves=(a_leave(free, MONDAY, 3),)).roster)
    own = next(s for s in advise(facts, UNITS, away, RULES, COMMITTEE.id) if s.unit_name == OWN.name)
    assert own.mediator_name == "李娟"


def test_a_unit_out_of_use_is_not_suggested():
    assert OWN.name not in {
        s.unit_name
        for s in advise(TriageFacts(), (replace(OWN, is_active=False), PROPERTY), NOBODY, RULES, COMMITTEE.id)
    }


@given(
    kinds=st.sampled_from(["", "property_service", "neighbours", "migrant_wages"]),
    risk=st.sampled_from(list(RiskLevel)),
    source=st.sampled_from(list(CaseSource)),
    place=st.sampled_from(["", "石油社区", "别处"]),
)
def test_points_are_the_sum_of_reasons_and_the_order_is_stable(kinds, risk, source, place):
    facts = TriageFacts(dispute_type=kinds, dispute_type_name=kinds, risk=risk, source=source, place=place)
    found = advise(facts, UNITS, NOBODY, RULES, COMMITTEE.id)
    assert found == advise(facts, UNITS, NOBODY, RULES, COMMITTEE.id)
    assert len(found) == len(UNITS)
    totals = [s.points for s in found]
    assert totals == sorted(totals, reverse=True)
    assert all(s.points == sum(r.points for r in s.reasons) for s in found)


@pytest.mark.parametrize(
    ("facts", "mode"),
    [
        (TriageFacts(dispute_type="neighbours"), HandlingMode.WITH_HEART),
        (TriageFacts(dispute_type="contract", headcount=12), HandlingMode.ONLINE),
        (TriageFacts(dispute_type="contract", risk=RiskLevel.HIGH), HandlingMode.BY_PHONE),
        (TriageFacts(dispute_type="contract", amount=Money.parse("800")), HandlingMode.AT_THE_DOOR),
        (TriageFacts(dispute_type="contract", amount=Money.parse("80000")), None),
    ],
)
def test_the_mode_follows_the_first_rule_that_fits(facts, mode):
    assert proposed_mode(facts, RULES.modes) is mode


def test_another_choice_than_advised_needs_a_reason():
    decision = TriageDecision(
        id=new_id(),
        decided_at=REGISTERED_AT,
        decided_by="迪丽努尔·艾力",
        advised_unit=PROPERTY.name,
        advised_channel=MediationChannel.INDUSTRY,
        advised_points=86,
        unit_name=OWN.name,
        channel=MediationChannel.PEOPLES,
    )
    with pytest.raises(InvalidInput, match=r"triage\.reason_missing"):
        check_decision(decision)
    check_decision(replace(decision, override_reason="当事人要求就近"))
    check_decision(replace(decision, unit_name=PROPERTY.name, channel=MediationChannel.INDUSTRY))
