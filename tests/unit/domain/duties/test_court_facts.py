"""What a court and the parties did after an agreement, and what it does to the periods; counted by hand."""

from dataclasses import replace
from datetime import date

import pytest

from app.domain.disputes.clocks import ClockKind
from app.domain.duties.performance.court_clocks import expected_clock
from app.domain.duties.performance.facts import PerformanceFacts
from app.domain.duties.performance.interruptions import Debt, debt_of, limitation_of
from app.domain.duties.performance.legal_steps import LegalStepKind
from app.domain.errors import InvalidInput, RuleRefusal
from app.domain.settlements import confirmation as court
from app.domain.settlements.legal_actions import (
    ActionOutcome,
    LegalActionKind,
    LegalActionResult,
    action_taken_back,
    check_action,
    ended,
)
from app.domain.settlements.performance import acts
from app.domain.values.ids import new_id
from tests.support.performing import an_action, an_application, an_urging
from tests.unit.domain.duties.test_confirmation_and_ways import (
    EFFECTIVE,
    RULES,
    clocks,
    confirmed_by,
    situation,
    ways,
)


def test_an_extension_is_told_once_and_its_ten_days_follow_the_fifteen():
    case, agreement, plan = situation()
    applied = an_application(case, plan, date(2026, 11, 16))
    told = court.ReviewExtension(told_on=date(2026, 11, 30), told_by="立案庭李法官", number="通知3号")
    with pytest.raises(RuleRefusal, match=r"step_not_allowed"):
        court.extended_by_court(applied, told)
    taken = court.accepted_by_court(applied, date(2026, 11, 18), "（2026）调确字第12号")
    with pytest.raises(InvalidInput, match=r"teller_missing"):
        court.extended_by_court(taken, replace(told, told_by=" "))
    with pytest.raises(InvalidInput, match=r"too_early"):
        court.extended_by_court(taken, replace(told, told_on=date(2026, 11, 17)))
    longer = court.extended_by_court(taken, told)
    with pytest.raises(RuleRefusal, match=r"already_extended"):
        court.extended_by_court(longer, told)
    facts = PerformanceFacts(plans=(plan,), confirmations=(longer,))
    clock = clocks(case, agreement, facts)[ClockKind.COURT_RULING]
    # The fifteen days end on 3 December, ten more on the 13th, a Sunday: Monday the 14th.
    assert (clock.rule_id, clock.last_day) == ("D-13c", date(2026, 12, 14))
    assert "2026-11-30 立案庭李法官告知院长批准延长审查，通知3号" in clock.explanation
    in_list = expected_clock(longer, RULES)
    assert in_list is not None
    assert in_list.last_day == clock.last_day
    ruled = court.confirmed_by_court(longer, date(2026, 12, 1), "（2026）民特12号")
    after = clocks(case, agreement, PerformanceFacts(plans=(plan,), confirmations=(ruled,)))
    assert ClockKind.COURT_RULING not in after


def test_a_step_recorded_by_mistake_is_taken_back_the_latest_first():
    case, _agreement, plan = situation()
    applied = an_application(case, plan, date(2026, 11, 16))
    taken = court.accepted_by_court(applied, date(2026, 11, 18), "号")
    told = court.ReviewExtension(told_on=date(2026, 11, 30), told_by="李法官")
    longer = court.extended_by_court(taken, told)
    vague = court.RefusalGround.VAGUE
    ended = court.rejected_by_court(longer, date(2026, 12, 2), "第二条写不清", "裁定5号", vague)
    assert (ended.refusal, ended.ruling_number) == (vague, "裁定5号")
    for before in (longer, taken, applied):
        with pytest.raises(InvalidInput, match=r"reason_missing"):
            court.step_taken_back(ended, " ")
        ended = court.step_taken_back(ended, "记到别的案件了")
        assert ended == before
    with pytest.raises(RuleRefusal, match=r"nothing_to_take_back"):
        court.step_taken_back(ended, "再退")


def test_an_urging_restarts_the_limitation_and_says_until_when_without_it():
    case, agreement, plan = situation()
    urging = an_urging(plan, 0, date(2027, 3, 1))
    urged = acts.urge(plan, urging)
    step = ways(case, agreement, PerformanceFacts(plans=(urged,)), date(2027, 3, 2))[LegalStepKind.SUE]
    # Three years from 1 March 2027: a Friday.
    assert step.until == date(2030, 3, 1)
    assert step.explanation == (
        "最后一日 2030-03-01（周五）：2027-03-01 第1条第1期电话催告（转达权利人的请求），时效中断、重新计算"
        "（民法典第一百九十五条；不算中断的止于 2029-11-20），次日起算三年；2030 年放假安排"
        "未录入，按周末和固定节日推算；请求履行、同意履行即中断，重新计算；依据民法典第一百八十八条"
    )
    too_late = acts.urge(plan, replace(urging, urged_on=date(2029, 11, 13)))
    found = limitation_of(Debt(too_late.items[0]), too_late, (), RULES, rule_id="D-22b")
    assert found.last_day == date(2029, 11, 12), "what is over is not interrupted any more"
    early = acts.urge(plan, replace(urging, urged_on=EFFECTIVE))
    found = limitation_of(Debt(early.items[0]), early, (), RULES, rule_id="D-22b")
    assert found.last_day == date(2029, 11, 12)


def test_one_debt_in_instalments_runs_from_its_last_one():
    case, agreement, plan = situation()
    step = ways(case, agreement, PerformanceFacts(plans=(plan,)), date(2026, 11, 12))[LegalStepKind.SUE]
    # 民法典 art. 189: three years from 20 November 2026, a Tuesday.
    assert step.until == date(2029, 11, 20)
    assert "分期履行的最后一期（第1条第2期）履行期届满（民法典第一百八十九条）" in step.explanation
    (term,) = agreement.terms
    at_once = replace(agreement, terms=(replace(term, consequence="一期不付的，剩余款项全部到期"),))
    told = ways(case, at_once, PerformanceFacts(plans=(plan,)), date(2026, 11, 12))[LegalStepKind.SUE]
    assert told.until == date(2029, 11, 20)
    assert "约定一期不付即全部到期的，自第1条第1期起算，止于 2029-11-12" in told.explanation
    before = replace(plan.items[1], due_on=None, due_words="房屋交付后")
    open_end = replace(plan, items=(plan.items[0], before))
    debt = debt_of(open_end.items[0], agreement.terms, open_end)
    assert limitation_of(debt, open_end, (), RULES, rule_id="D-22b").last_day == date(2029, 11, 12)


def test_what_is_asked_for_one_instalment_interrupts_the_whole_debt():
    _case, agreement, plan = situation()
    urged = acts.urge(plan, an_urging(plan, 0, date(2027, 3, 1)))
    second = debt_of(urged.items[1], agreement.terms, urged)
    assert limitation_of(second, urged, (), RULES, rule_id="D-22b").last_day == date(2030, 3, 1)


def test_a_part_paid_or_a_claim_restarts_it_too_unless_it_was_refused():
    _case, _agreement, plan = situation()
    item = Debt(plan.items[0])
    suit = an_action(plan, LegalActionKind.SUIT, date(2027, 5, 10))
    judged = ended(suit, ActionOutcome(result=LegalActionResult.JUDGED, on=date(2027, 9, 1)))
    assert limitation_of(item, plan, (suit,), RULES, rule_id="D-22b").start == date(2027, 5, 10)
    assert limitation_of(item, plan, (judged,), RULES, rule_id="D-22b").start == date(2027, 9, 1)
    refused = ended(
        suit, ActionOutcome(result=LegalActionResult.REFUSED, on=date(2027, 6, 1), ground="管辖不对")
    )
    assert limitation_of(item, plan, (refused,), RULES, rule_id="D-22b").start == EFFECTIVE
    labour = limitation_of(item, plan, (suit,), RULES, rule_id="D-21")
    assert "劳动争议调解仲裁法第二十七条；不算中断的止于 2027-11-11" in labour.explanation


def test_an_application_for_enforcement_stops_the_two_years_unless_nothing_came_of_it():
    case, agreement, plan = situation()
    ruling = confirmed_by(case, plan)
    action = an_action(plan, LegalActionKind.ENFORCEMENT, date(2027, 2, 1))
    with pytest.raises(RuleRefusal, match=r"not_confirmed"):
        check_action(action, agreement, (), None)
    with pytest.raises(InvalidInput, match=r"too_early"):
        check_action(replace(action, applied_on=date(2026, 11, 24)), agreement, (), ruling)
    check_action(action, agreement, (), ruling)
    with pytest.raises(RuleRefusal, match=r"already_pending"):
        check_action(replace(action, id=new_id()), agreement, (action,), ruling)
    facts = PerformanceFacts(plans=(plan,), confirmations=(ruling,), actions=(action,))
    assert ClockKind.ENFORCEMENT not in clocks(case, agreement, facts, date(2027, 2, 2))
    assert LegalStepKind.ENFORCE not in ways(case, agreement, facts, date(2027, 2, 2))
    outcome = ActionOutcome(result=LegalActionResult.WITHDRAWN, on=date(2027, 3, 1), ground="对方答应付")
    withdrawn = replace(facts, actions=(ended(action, outcome),))
    assert clocks(case, agreement, withdrawn)[ClockKind.ENFORCEMENT].last_day == date(2028, 11, 20)
    assert LegalStepKind.ENFORCE in ways(case, agreement, withdrawn, date(2027, 3, 2))
    before_the_last = replace(facts, actions=(replace(action, applied_on=date(2026, 11, 19)),))
    assert ClockKind.ENFORCEMENT in clocks(case, agreement, before_the_last), "the last part was not due yet"


def test_an_action_ends_as_its_kind_can_and_a_mistake_is_taken_back():
    _case, _agreement, plan = situation()
    order = an_action(plan, LegalActionKind.PAYMENT_ORDER, date(2026, 12, 1))
    with pytest.raises(InvalidInput, match=r"choice\.missing"):
        ended(order, ActionOutcome(result=LegalActionResult.JUDGED, on=date(2026, 12, 2)))
    issued = ended(order, ActionOutcome(result=LegalActionResult.ORDER_ISSUED, on=date(2026, 12, 10)))
    lost = ended(issued, ActionOutcome(result=LegalActionResult.OBJECTED, on=date(2026, 12, 20)))
    with pytest.raises(RuleRefusal, match=r"legal_action\.over"):
        ended(lost, ActionOutcome(result=LegalActionResult.OBJECTED, on=date(2026, 12, 21)))
    with pytest.raises(InvalidInput, match=r"ground_missing"):
        ended(order, ActionOutcome(result=LegalActionResult.REFUSED, on=date(2026, 12, 2)))
    pending = action_taken_back(lost, "记错日期")
    assert pending == order
    void = action_taken_back(pending, "不是这件案")
    assert (void.counts, void.may_end, void.void_reason) == (False, False, "不是这件案")


def test_what_is_under_way_is_not_offered_again():
    case, agreement, plan = situation()
    order = an_action(plan, LegalActionKind.PAYMENT_ORDER, date(2026, 12, 15))
    facts = PerformanceFacts(plans=(plan,), actions=(order,))
    assert list(ways(case, agreement, facts, date(2026, 12, 20))) == [
        LegalStepKind.URGE,
        LegalStepKind.SUE,
        LegalStepKind.MEDIATE_AGAIN,
    ]
