"""What cannot be confirmed: each rule with an example that it finds and one that it leaves alone."""

from dataclasses import replace
from datetime import date

import pytest

from app.domain.disputes.states import CaseState
from app.domain.errors import DomainError, InvalidInput, RuleRefusal
from app.domain.people.agents import Agent, AgentKind
from app.domain.settlements import confirmation as court
from app.domain.settlements.court.applying import (
    ARTICLE_OF,
    ConfirmationAnswers,
    CourtGround,
    EnforcementAnswers,
    PackRole,
    Unconfirmable,
    check_confirmation,
    check_enforcement,
    needed_roles,
)
from app.domain.settlements.court.obstacles import CourtReading, ObstacleLevel, obstacles
from app.domain.settlements.terms import Due, DueKind, Term, TermKind
from app.domain.values.ids import new_id
from tests.support.builders import a_case, a_payment, an_agreement, an_effective_agreement
from tests.support.performing import an_application, in_parts, on_day

EFFECTIVE, LAST = date(2026, 11, 11), date(2026, 12, 11)


def reading(*clauses, case=None, terms=(), **given):
    case = case or a_case(state=CaseState.EFFECTIVE)
    due = in_parts(case, ("40000", on_day(EFFECTIVE)))
    agreement = an_effective_agreement(case, *(terms or (due,)), on=EFFECTIVE)
    read = CourtReading(case, agreement, clauses, (), LAST, date(2026, 11, 20))
    return replace(read, **given)


def rules(read):
    return [obstacle.rule for obstacle in obstacles(read)]


def test_an_agreement_on_money_in_time_has_nothing_against_it():
    assert rules(reading("被申请人于2026年12月1日前付给申请人赔偿款40,000.00元。")) == []


@pytest.mark.parametrize(
    ("clause", "rule"),
    [
        ("双方自愿离婚，互不追究。", "C-05"),
        ("解除双方的收养关系。", "C-05"),
        ("孩子抚养权归女方。", "C-05"),
        ("位于友谊路的房屋归申请人所有。", "C-06"),
        ("确认争议宅基地的使用权属于被申请人。", "C-06"),
        ("该商标权归被申请人。", "C-06"),
        ("被申请人尽快付清。", "C-07"),
        ("被申请人适当补偿申请人。", "C-07"),
    ],
)
def test_words_are_pointed_to_with_their_place_and_refuse_nothing(clause, rule):
    [found] = obstacles(reading("被申请人付清医疗费。", clause))
    assert (found.rule, found.place, found.level) == (rule, "第2条", ObstacleLevel.LOOK)
    assert found.found in clause
    assert found.article.startswith("民诉法解释第三百五十")


@pytest.mark.parametrize(
    "clause",
    [
        "被申请人每月付给申请人抚养费1,000.00元。",
        "房屋租金由被申请人于12月1日前付清。",
        "修好的水管归申请人保管。",
        "双方婚姻期间的借款由被申请人归还。",
    ],
)
def test_what_only_sounds_like_it_is_left_alone(clause):
    assert rules(reading(clause)) == []


def test_what_the_program_knows_refuses_and_stands_first():
    late = reading("双方自愿离婚。", today=date(2026, 12, 12))
    assert rules(late) == ["C-02", "C-05"]
    case = late.case
    draft = an_agreement(case, a_payment(*case.parties))
    assert "C-01" in rules(replace(late, agreement=draft))
    applied = an_application(case, late.agreement, EFFECTIVE, agreement_id=late.agreement.id)
    in_time = replace(late, today=LAST, earlier=(applied,))
    assert rules(in_time)[0] == "C-03"
    rejected = court.rejected_by_court(applied, date(2026, 11, 20), "写不清")
    assert "C-03" not in rules(replace(in_time, earlier=(rejected,)))


def test_days_left_open_duties_of_labour_and_agents_are_pointed_to():
    case = a_case(state=CaseState.EFFECTIVE, dispute_type="labour")
    act = Term(id=new_id(), kind=TermKind.ACT, payer_ids=(case.parties[1].id,), act="开具离职证明", due=Due())
    lawyer = Agent(id=new_id(), kind=AgentKind.LAWYER, name="李律师")
    with_agent = replace(case, parties=(replace(case.parties[0], agents=(lawyer,)), *case.parties[1:]))
    read = reading("开具离职证明。", case=with_agent, terms=(act,))
    assert rules(read) == ["C-08", "C-09", "C-10"]
    dated = replace(act, due=Due(kind=DueKind.ON_SIGNING))
    assert rules(reading("开具离职证明。", case=with_agent, terms=(dated,))) == ["C-09", "C-10"]
    roles = needed_roles(with_agent, read.agreement, is_enforcing=True)
    assert roles == (PackRole.IDENTITY, PackRole.SERVICE_ADDRESS, PackRole.AUTHORITY, PackRole.RULING)


def test_the_answers_are_joint_named_and_free_of_what_the_law_lists():
    read = reading("付清。")
    good = ConfirmationAnswers(
        court="某某区人民法院",
        ground=CourtGround.COMMITTEE,
        applicant_ids=read.agreement.party_ids,
        applied_on=LAST,
    )
    check_confirmation(read.agreement, good, obstacles(read))
    wrong = (
        ({"court": " "}, "confirmation.court_missing"),
        ({"applicant_ids": good.applicant_ids[:1]}, "confirmation.not_joint"),
        ({"applied_on": date(2026, 11, 10)}, "confirmation.before_effect"),
    )
    for given, code in wrong:
        with pytest.raises(DomainError, match=code.replace(".", r"\.")):
            check_confirmation(read.agreement, replace(good, **given), ())
    for one in Unconfirmable:
        with pytest.raises(RuleRefusal, match=r"court\.obstacle") as refused:
            check_confirmation(read.agreement, replace(good, found=(one,)), ())
        assert (refused.value.field, refused.value.facts["article"]) == (one.value, ARTICLE_OF[one])
    with pytest.raises(RuleRefusal, match=r"court\.obstacle"):
        check_confirmation(read.agreement, good, obstacles(replace(read, today=date(2026, 12, 12))))


def test_enforcement_names_a_court_who_asks_for_what_and_somebody_to_enforce_against():
    read = reading("付清。")
    ids = read.agreement.party_ids
    good = EnforcementAnswers(
        court="某某区人民法院", applicant_ids=ids[:1], requests="付 2 万元", applied_on=date(2026, 12, 1)
    )
    check_enforcement(read.agreement, good, date(2026, 11, 25))
    wrong = (
        {"court": ""},
        {"applicant_ids": ()},
        {"applicant_ids": (new_id(),)},
        {"applicant_ids": ids},
        {"requests": " "},
        {"applied_on": date(2026, 11, 24)},
    )
    for given in wrong:
        with pytest.raises(InvalidInput):
            check_enforcement(read.agreement, replace(good, **given), date(2026, 11, 25))
