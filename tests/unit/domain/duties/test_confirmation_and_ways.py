"""Judicial confirmation, the ways on default and follow-up visits; every day was counted by hand."""

from dataclasses import replace
from datetime import date

import pytest

from app.domain.disputes.clocks import ClockKind, leading
from app.domain.disputes.states import CaseState
from app.domain.duties.case_clocks import case_clocks
from app.domain.duties.clock_facts import ClockFacts
from app.domain.duties.follow_up import visits
from app.domain.duties.performance.facts import PerformanceFacts
from app.domain.duties.performance.legal_steps import LegalStepKind, legal_steps
from app.domain.duties.performance.opening import opened_plan
from app.domain.errors import DomainError, InvalidInput, RuleRefusal
from app.domain.settlements import confirmation as court
from app.domain.settlements.confirmation import ConfirmationState
from app.domain.settlements.terms import Due, Term, TermKind
from app.domain.values.ids import new_id
from tests.support.builders import a_case, a_payment, an_agreement, an_effective_agreement
from tests.support.centres import program_rules
from tests.support.performing import a_visit, an_application, in_parts, on_day

RULES = program_rules()
EFFECTIVE = date(2026, 11, 11)
LAST_TO_APPLY = date(2026, 12, 11)
"""11 November + 30 days, a Friday."""


def situation(case=None, *terms):
    case = case or a_case(state=CaseState.EFFECTIVE)
    given = terms or (in_parts(case, ("40000", on_day(EFFECTIVE)), ("20000", on_day(date(2026, 11, 20)))),)
    agreement = an_effective_agreement(case, *given, on=EFFECTIVE)
    return case, agreement, opened_plan(agreement, case, RULES.calendar)


def confirmed_by(case, plan, on=date(2026, 11, 25)):
    application = an_application(case, plan, date(2026, 11, 16))
    taken = court.accepted_by_court(application, date(2026, 11, 18), "（2026）新0204民特调确字第12号")
    return court.confirmed_by_court(taken, on, "（2026）新0204民特12号")


def clocks(case, agreement, facts, today=date(2026, 11, 23)):
    found = case_clocks(case, ClockFacts(agreements=(agreement,), performance=facts), RULES, today)
    return {clock.kind: clock for clock in found}


def ways(case, agreement, facts, today):
    return {step.kind: step for step in legal_steps(case, agreement, facts, RULES, today)}


def check(application, agreement, *, earlier=(), is_suitable=True, last_day=LAST_TO_APPLY):
    court.check_application(application, agreement, earlier, last_day=last_day, is_suitable=is_suitable)


def test_what_no_court_would_take_is_refused():
    case, agreement, plan = situation()
    good = an_application(case, plan, date(2026, 12, 11))
    check(good, agreement)
    wrong = (
        (replace(good, applicant_ids=plan.party_ids[:1]), {}, "confirmation.not_joint"),
        (replace(good, court=" "), {}, "confirmation.court_missing"),
        (good, {"is_suitable": False}, "confirmation.not_suitable"),
        (replace(good, applied_on=date(2026, 11, 10)), {}, "confirmation.before_effect"),
        (replace(good, applied_on=date(2026, 12, 12)), {}, "confirmation.too_late"),
        (good, {"earlier": (good,)}, "confirmation.already_applied"),
    )
    for application, given, code in wrong:
        with pytest.raises(DomainError, match=code.replace(".", r"\.")):
            check(application, agreement, **given)
    draft = an_agreement(case, a_payment(*case.parties))
    with pytest.raises(RuleRefusal, match=r"confirmation\.not_effective"):
        check(replace(good, agreement_id=draft.id), draft)
    rejected = court.rejected_by_court(good, date(2026, 12, 11), "内容不明确")
    check(replace(good, id=new_id()), agreement, earlier=(rejected,))


def test_the_court_goes_step_by_step_and_never_back():
    case, _agreement, plan = situation()
    applied = an_application(case, plan, date(2026, 11, 16))
    with pytest.raises(RuleRefusal):
        court.confirmed_by_court(applied, date(2026, 11, 20), "号")
    with pytest.raises(InvalidInput, match=r"confirmation\.too_early"):
        court.accepted_by_court(applied, date(2026, 11, 15), "号")
    with pytest.raises(InvalidInput, match=r"confirmation\.number_missing"):
        court.accepted_by_court(applied, date(2026, 11, 16), " ")
    ruled = confirmed_by(case, plan)
    assert (ruled.state, ruled.is_pending) == (ConfirmationState.CONFIRMED, False)
    with pytest.raises(RuleRefusal):
        court.withdrawn(ruled, date(2026, 12, 1), "不要了")
    with pytest.raises(InvalidInput, match=r"confirmation\.ground_missing"):
        court.withdrawn(applied, date(2026, 11, 17), "")
    assert court.withdrawn(applied, date(2026, 11, 17), "已付清").state is ConfirmationState.WITHDRAWN


def test_the_clocks_follow_the_application():
    case, agreement, plan = situation()
    nothing = clocks(case, agreement, PerformanceFacts(plans=(plan,)))
    assert nothing[ClockKind.CONFIRMATION].last_day == LAST_TO_APPLY
    applied = an_application(case, plan, date(2026, 11, 16))
    told = clocks(case, agreement, PerformanceFacts(plans=(plan,), confirmations=(applied,)))
    assert ClockKind.CONFIRMATION not in told
    assert told[ClockKind.COURT_ACCEPTANCE].last_day == date(2026, 11, 19)
    assert told[ClockKind.COURT_ACCEPTANCE].explanation.endswith("（未核实）")
    taken = court.accepted_by_court(applied, date(2026, 11, 18), "（2026）调确字第12号")
    told = clocks(case, agreement, PerformanceFacts(plans=(plan,), confirmations=(taken,)))
    # 18 November + 15 = 3 December, a Thursday.
    assert told[ClockKind.COURT_RULING].last_day == date(2026, 12, 3)
    facts = PerformanceFacts(plans=(plan,), confirmations=(confirmed_by(case, plan),))
    told = clocks(case, agreement, facts)
    # Two years from the last instalment, 20 November 2026.
    assert told[ClockKind.ENFORCEMENT].last_day == date(2028, 11, 20)
    first = leading(tuple(told.values()))
    assert first.kind is ClockKind.PERFORMANCE


def test_without_a_day_the_two_years_run_from_the_ruling():
    case = a_case(state=CaseState.EFFECTIVE)
    case, agreement, plan = situation(case, a_payment(*case.parties, due=Due()))
    facts = PerformanceFacts(plans=(plan,), confirmations=(confirmed_by(case, plan),))
    clock = clocks(case, agreement, facts)[ClockKind.ENFORCEMENT]
    # 民事诉讼法 art. 250; 25 November 2028 is a Saturday: Monday the 27th.
    assert clock.last_day == date(2028, 11, 27)
    assert "未约定履行期限" in clock.explanation


def test_the_ways_follow_what_the_case_is():
    case, agreement, plan = situation()
    facts = PerformanceFacts(plans=(plan,))
    assert ways(case, agreement, facts, EFFECTIVE) == {}
    early = ways(case, agreement, facts, date(2026, 11, 12))
    assert list(early) == [
        LegalStepKind.URGE,
        LegalStepKind.CONFIRM,
        LegalStepKind.PAYMENT_ORDER,
        LegalStepKind.SUE,
        LegalStepKind.MEDIATE_AGAIN,
    ]
    assert early[LegalStepKind.CONFIRM].until == LAST_TO_APPLY
    # Three years from the last instalment, 20 November 2026 (民法典 art. 189).
    assert early[LegalStepKind.SUE].until == date(2029, 11, 20)
    late = ways(case, agreement, facts, date(2026, 12, 12))
    assert LegalStepKind.CONFIRM not in late
    ruled = PerformanceFacts(plans=(plan,), confirmations=(confirmed_by(case, plan),))
    after = ways(case, agreement, ruled, date(2026, 12, 12))
    assert list(after) == [LegalStepKind.URGE, LegalStepKind.ENFORCE, LegalStepKind.MEDIATE_AGAIN]
    assert after[LegalStepKind.ENFORCE].until == date(2028, 11, 20)


def test_wages_go_by_payment_order_and_arbitration():
    case = a_case(state=CaseState.EFFECTIVE, dispute_type="migrant_wages")
    case, agreement, plan = situation(case)
    found = ways(case, agreement, PerformanceFacts(plans=(plan,)), date(2026, 12, 20))
    assert list(found) == [
        LegalStepKind.URGE,
        LegalStepKind.PAYMENT_ORDER,
        LegalStepKind.ARBITRATE,
        LegalStepKind.MEDIATE_AGAIN,
    ]
    assert found[LegalStepKind.PAYMENT_ORDER].source.startswith("劳动争议调解仲裁法第十六条")
    assert found[LegalStepKind.ARBITRATE].until == date(2027, 11, 11)


def test_an_act_not_done_gets_no_payment_order():
    case = a_case(state=CaseState.EFFECTIVE)
    act = Term(
        id=new_id(),
        kind=TermKind.ACT,
        payer_ids=(case.parties[1].id,),
        act="修好漏水处",
        due=on_day(EFFECTIVE),
    )
    case, agreement, plan = situation(case, act)
    found = ways(case, agreement, PerformanceFacts(plans=(plan,)), date(2026, 12, 20))
    assert list(found) == [LegalStepKind.URGE, LegalStepKind.SUE, LegalStepKind.MEDIATE_AGAIN]


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"visited_on": EFFECTIVE}, "visit.same_day_reason_missing"),
        ({"visited_on": date(2026, 11, 10)}, "visit.before_agreement"),
        ({"visitor": " "}, "visit.visitor_missing"),
        ({"manner": None}, "choice.missing"),
        ({"visited_ids": ()}, "visit.nobody_asked"),
        ({"performance": ""}, "visit.performance_missing"),
        ({"satisfaction": None}, "choice.missing"),
        ({"litigation": None}, "choice.missing"),
        ({"has_new_risk": True}, "visit.risk_missing"),
    ],
)
def test_a_visit_says_what_was_found_and_is_not_of_the_day_of_the_agreement(given, code):
    visit = a_visit(a_case(), date(2026, 12, 1))
    visits.check_visit(visit, agreed_on=EFFECTIVE)
    with pytest.raises(InvalidInput, match=code.replace(".", r"\.")):
        visits.check_visit(replace(visit, **given), agreed_on=EFFECTIVE)


def test_a_reason_lets_it_be_of_the_same_day():
    visit = a_visit(a_case(), EFFECTIVE, same_day_reason="当场付清，当场问的")
    visits.check_visit(visit, agreed_on=EFFECTIVE)


def test_the_account_holds_what_was_typed_and_ticked_and_no_more():
    visit = a_visit(a_case(), EFFECTIVE, remains="墙面未补", has_new_risk=True, risk_note="扬言上访。")
    assert visits.account_of(visit) == (
        "履行情况：第一期已付，第二期未到期；满意度：基本满意（先看第二期付不付。）；诉讼：未起诉；"
        "遗留问题：墙面未补；新的隐患：扬言上访。"
    )


def test_a_planned_visit_leads_its_own_clock():
    case, agreement, plan = situation()
    waiting = replace(
        a_visit(case, date(2026, 12, 1), visited_on=None), planned_on=date(2026, 12, 1), why="看第二期"
    )
    clock = clocks(case, agreement, PerformanceFacts(plans=(plan,), visits=(waiting,)))[ClockKind.FOLLOW_UP]
    assert (clock.last_day, clock.subject_id) == (date(2026, 12, 1), waiting.id)
    assert "看第二期" in clock.explanation
