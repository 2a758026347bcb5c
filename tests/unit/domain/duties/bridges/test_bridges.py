"""When parties may ask the police together: each condition alone stops it, and D-09 counted by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.disputes.case_parties import ConsentAnswer, PartySide
from app.domain.disputes.cases import TerminationReason
from app.domain.disputes.clocks import ClockKind
from app.domain.disputes.periods.triggers import Trigger
from app.domain.disputes.sources import CaseSource, RiskFlag
from app.domain.disputes.states import CaseState
from app.domain.duties.bridges.security import (
    SecurityExclusion,
    checked_conditions,
    is_security_matter,
    may_apply_for_recognition,
)
from app.domain.duties.bridges.traffic import check_request, traffic_clock
from app.domain.duties.case_clocks import case_clocks
from app.domain.duties.clock_facts import NO_DEALINGS, NO_FURTHER_FACTS, ClockFacts
from app.domain.duties.next_steps import NextStepKind, next_step
from app.domain.errors import InvalidInput, RuleRefusal
from tests.support.bridge_samples import security_answers, traffic_answers
from tests.support.builders import TODAY, a_case, a_party, an_inquiry
from tests.support.centres import program_rules

RULES = program_rules()


def a_performed_case(**told):
    given_ = {"state": CaseState.PERFORMED, "effective_on": TODAY, "performed_on": TODAY, **told}
    return a_case(dispute_type="damages", **given_)


def an_ended_accident(on, reason=TerminationReason.TOO_FAR_APART, **told):
    return a_case(
        state=CaseState.TERMINATED, dispute_type="traffic", termination_reason=reason, ended_on=on, **told
    )


# the police


def test_all_conditions_are_listed_with_what_is_known_and_the_article():
    case = a_performed_case()
    found = checked_conditions(case, "（2026）石社人调字第1号", security_answers(case, TODAY))
    assert len(found) == 14
    assert {one.basis for one in found} == {
        "第一百七十八条",
        "第一百七十九条",
        "第一百八十一条",
        "第一百八十六条",
    }
    assert all(one.is_met and one.answer for one in found)
    told = {one.text: one.answer for one in found}
    assert told["经人民调解达成协议并已生效"] == "是　2026年11月2日　（2026）石社人调字第1号"
    assert told["未成年当事人的父母或者其他监护人到场"] == "没有未成年当事人"
    assert told["雇凶伤害他人"] == "没有"


@pytest.mark.parametrize("exclusion", list(SecurityExclusion))
def test_each_exclusion_alone_stops_it_at_its_own_field(exclusion):
    case = a_performed_case()
    with pytest.raises(RuleRefusal) as refused:
        checked_conditions(case, "1", security_answers(case, TODAY, exclusions=(exclusion,)))
    assert refused.value.code == "security.condition_not_met"
    assert refused.value.field == exclusion.value
    assert refused.value.facts["article"] == "公安机关办理行政案件程序规定第一百七十九条"


@pytest.mark.parametrize("field", ["is_lenient", "is_undecided"])
def test_a_grave_act_or_a_decision_made_stops_it(field):
    case = a_performed_case()
    with pytest.raises(RuleRefusal) as refused:
        checked_conditions(case, "1", security_answers(case, TODAY, **{field: False}))
    assert refused.value.field == field


def test_a_refusal_a_lonely_minor_and_a_missing_performance_are_known_without_asking():
    case = a_performed_case()
    refusing = replace(case, consents=(an_inquiry(case.parties[0].id, ConsentAnswer.REFUSED),))
    young = replace(case.parties[1], birth_date=date(2012, 1, 1))
    with_minor = replace(case, parties=(case.parties[0], young))
    unperformed = replace(case, performed_on=None)
    for told, text in (
        (refusing, "当事人明确表示不愿意调解处理"),
        (with_minor, "未成年当事人的父母或者其他监护人到场"),
        (unperformed, "协议已经履行"),
    ):
        with pytest.raises(RuleRefusal) as refused:
            checked_conditions(told, "1", security_answers(told, TODAY))
        assert refused.value.facts["condition"] == text


@pytest.mark.parametrize(
    ("given_", "code", "field"),
    [
        ({"station": " "}, "security.station_missing", "station"),
        ({"offender_ids": ()}, "security.offender_missing", "offenders"),
        ({"victim_ids": ()}, "security.victim_missing", "victims"),
        ({"happened_on": date(2026, 11, 3)}, "security.happened_later", "happened_on"),
        ({"applied_on": date(2026, 11, 1)}, "security.before_performance", "on"),
    ],
)
def test_what_is_missing_is_asked_for_at_its_field(given_, code, field):
    case = a_performed_case()
    with pytest.raises(InvalidInput) as refused:
        checked_conditions(case, "1", security_answers(case, TODAY, **given_))
    assert (refused.value.code, refused.value.field) == (code, field)


def test_one_side_alone_is_no_joint_application_but_mutual_blows_are():
    case = a_performed_case()
    first, second = case.parties
    alone = security_answers(case, TODAY, offender_ids=(first.id,), victim_ids=(first.id,))
    with pytest.raises(InvalidInput, match="not_both_sides"):
        checked_conditions(case, "1", alone)
    both = (first.id, second.id)
    assert checked_conditions(case, "1", security_answers(case, TODAY, offender_ids=both, victim_ids=both))
    friend = a_party("证人", PartySide.APPLICANT)
    wider = replace(case, parties=(first, friend, second))
    same_side = security_answers(wider, TODAY, offender_ids=(first.id,), victim_ids=(friend.id,))
    with pytest.raises(InvalidInput, match="not_both_sides"):
        checked_conditions(wider, "1", same_side)


def test_it_is_offered_for_matters_of_the_police_once_performed():
    case = a_performed_case()
    assert may_apply_for_recognition(case, NO_DEALINGS)
    assert not may_apply_for_recognition(replace(case, performed_on=None), NO_DEALINGS)
    assert not may_apply_for_recognition(replace(case, state=CaseState.ARCHIVED), NO_DEALINGS)
    contract = replace(case, dispute_type="contract")
    assert not is_security_matter(contract, NO_DEALINGS)
    assert is_security_matter(replace(contract, source=CaseSource.POLICE), NO_DEALINGS)
    assert is_security_matter(replace(contract, risk_flags=(RiskFlag.POLICE_CALLED,)), NO_DEALINGS)


# the traffic police


@pytest.mark.parametrize(
    ("ended", "last"),
    [
        (date(2026, 11, 2), date(2026, 11, 5)),
        (date(2026, 11, 5), date(2026, 11, 9)),  # 11-08 is a Sunday
        (date(2026, 9, 30), date(2026, 10, 8)),  # 10-03 lies within the National Day of 2026
        (date(2025, 9, 30), date(2025, 10, 9)),  # 10-03 to 10-08: National Day and Mid-Autumn of 2025
    ],
)
def test_d_09_ends_three_days_after_the_termination(ended, last):
    clock = traffic_clock(an_ended_accident(ended), RULES)
    assert clock.last_day == last
    assert clock.is_verified
    assert "终止调解，次日起算三日" in clock.explanation
    assert clock.explanation.endswith("依据道路交通事故处理程序规定第八十五条")


@given(st.dates(date(2024, 1, 1), date(2027, 12, 31)))
def test_d_09_never_ends_on_a_day_off_nor_early(ended):
    clock = traffic_clock(an_ended_accident(ended), RULES)
    assert (clock.last_day - ended).days >= 3
    assert RULES.calendar.is_working(clock.last_day)


def test_d_09_ends_with_its_day_or_the_request():
    case = an_ended_accident(TODAY)

    def kinds(today, facts=NO_FURTHER_FACTS):
        return {clock.kind for clock in case_clocks(case, facts, RULES, today)}

    assert ClockKind.POLICE_REQUEST in kinds(date(2026, 11, 5))
    assert ClockKind.POLICE_REQUEST not in kinds(date(2026, 11, 6))
    assert ClockKind.POLICE_REQUEST not in kinds(TODAY, ClockFacts(days={Trigger.POLICE_REQUESTED: TODAY}))


@pytest.mark.parametrize(
    "case",
    [
        an_ended_accident(TODAY, TerminationReason.SUED),
        an_ended_accident(TODAY, TerminationReason.SETTLED_PRIVATELY),
        replace(an_ended_accident(TODAY), dispute_type="damages"),
        replace(an_ended_accident(TODAY), state=CaseState.CLOSED),
        a_case(dispute_type="traffic", state=CaseState.MEDIATING),
    ],
    ids=["sued", "settled", "no accident", "closed", "still mediated"],
)
def test_d_09_runs_for_nothing_else(case):
    assert traffic_clock(case, RULES) is None
    with pytest.raises(RuleRefusal, match="not_ended"):
        check_request(case, traffic_answers(case, TODAY), RULES)


def test_all_parties_must_ask_within_the_days():
    case = an_ended_accident(TODAY)
    assert check_request(case, traffic_answers(case, date(2026, 11, 5)), RULES).last_day == date(2026, 11, 5)
    one = traffic_answers(case, TODAY, requester_ids=(case.parties[0].id,))
    with pytest.raises(RuleRefusal) as refused:
        check_request(case, one, RULES)
    assert (refused.value.field, refused.value.facts["names"]) == ("requesters", case.parties[1].name)
    with pytest.raises(RuleRefusal, match="too_late"):
        check_request(case, traffic_answers(case, date(2026, 11, 6)), RULES)
    for wrong, field in (
        ({"requested_on": date(2026, 11, 1)}, "on"),
        ({"addressee": ""}, "addressee"),
        ({"requests": " "}, "requests"),
        ({"happened_on": date(2026, 11, 3)}, "happened_on"),
    ):
        with pytest.raises(InvalidInput) as missing:
            check_request(case, replace(traffic_answers(case, TODAY), **wrong), RULES)
        assert missing.value.field == field


def test_while_d_09_runs_the_next_step_is_the_request_and_then_the_visit():
    case = an_ended_accident(TODAY)
    assert next_step(case, (), (), (), may_ask_police=True).kind is NextStepKind.ASK_TRAFFIC_POLICE
    assert next_step(case, (), (), ()).kind is NextStepKind.FOLLOW_UP
    closed = replace(case, state=CaseState.CLOSED)
    assert next_step(closed, (), (), (), may_ask_police=True).kind is NextStepKind.ARCHIVE
