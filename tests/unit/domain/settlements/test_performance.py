"""Plans to the fen: what is open, what is owed, what may be recorded, countered and agreed."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.disputes.states import CaseState
from app.domain.duties.performance.opening import opened_plan
from app.domain.errors import DomainError, InvalidInput, RuleRefusal
from app.domain.settlements.performance import acts
from app.domain.settlements.performance.arrangements import ArrangementKind
from app.domain.settlements.performance.items import ItemState
from app.domain.settlements.performance.plans import PlanStanding
from app.domain.settlements.performance.receipts import PerformanceManner, Receipt
from app.domain.settlements.terms import Due, DueKind, Instalment, PeriodWord, Share, Term, TermKind
from app.domain.values.ids import new_id
from app.domain.values.money import Money, sum_of
from tests.support.builders import (
    REGISTERED_AT,
    TODAY,
    a_case,
    a_payment,
    an_agreement,
    an_effective_agreement,
)
from tests.support.centres import program_rules
from tests.support.performing import an_arrangement, an_urging, in_parts, on_day

CALENDAR = program_rules().calendar
EFFECTIVE = date(2026, 11, 11)


def plan_with(*terms, case=None, on=EFFECTIVE):
    case = case or a_case(state=CaseState.EFFECTIVE)
    given_terms = terms or (in_parts(case, ("40000", on_day(EFFECTIVE)), ("20000", on_day(TODAY))),)
    return opened_plan(an_effective_agreement(case, *given_terms, on=on), case, CALENDAR)


def a_receipt(plan, place=0, fen=0, **given_fields):
    receipt = Receipt(
        id=new_id(),
        item_id=plan.items[place].id,
        received_on=EFFECTIVE,
        amount=Money(fen) if fen else None,
        manner=PerformanceManner.TRANSFER,
        recorded_at=REGISTERED_AT,
        recorded_by="赵永安",
    )
    return replace(receipt, **given_fields)


def test_only_an_agreement_in_effect_has_a_plan():
    case = a_case()
    assert opened_plan(an_agreement(case, a_payment(*case.parties)), case, CALENDAR) is None


def test_payments_acts_instalments_and_shares_become_items_and_clauses_do_not():
    case = a_case(4)
    first, second, third, fourth = case.parties
    shared = replace(
        a_payment(second, first, "100"),
        payer_ids=(second.id, fourth.id),
        payee_ids=(first.id, third.id),
        is_joint=True,
        payee_shares=(
            Share(id=new_id(), party_id=first.id, amount=Money.of_yuan(60)),
            Share(id=new_id(), party_id=third.id, amount=Money.of_yuan(40)),
        ),
    )
    act = Term(id=new_id(), kind=TermKind.ACT, payer_ids=(second.id,), act="修好漏水处")
    clause = Term(id=new_id(), kind=TermKind.CLAUSE, act="双方互不追究。")
    parts = in_parts(case, ("1", on_day(TODAY)), ("2", Due(kind=DueKind.ON_CONDITION, condition="验收合格")))
    plan = plan_with(shared, act, clause, parts, case=case)
    told = [(item.place, item.payers, item.payees, item.amount, item.due_on) for item in plan.items]
    both = f"{second.name}、{fourth.name}"
    assert told == [
        ("第1条", both, first.name, Money.of_yuan(60), date(2026, 12, 31)),
        ("第1条", both, third.name, Money.of_yuan(40), date(2026, 12, 31)),
        ("第2条", second.name, "", None, None),
        ("第4条第1期", second.name, first.name, Money.of_yuan(1), TODAY),
        ("第4条第2期", second.name, first.name, Money.of_yuan(2), None),
    ]
    assert [item.due_words for item in plan.items][2:] == [
        "未约定期限",
        "2026年11月2日前（含当日）",
        "验收合格时",
    ]
    assert plan.items[0].is_joint
    assert plan.items[0].manner == "银行转账"
    assert plan.items[3].manner == "现金"


def test_two_months_are_counted_from_the_day_of_effect_and_told():
    case = a_case()
    due = Due(kind=DueKind.AFTER_SIGNING, amount=2, unit=PeriodWord.MONTH)
    [item] = plan_with(a_payment(*case.parties, due=due), case=case).items
    assert item.due_on == date(2027, 1, 11)
    assert item.explanation == (
        "最后一日 2027-01-11（周一）：2026-11-11 （2026）石社人调字第1号 签订（第1条），次日起算两个月；"
        "2027 年放假安排未录入，按周末和固定节日推算；依据协议约定（人民调解法第三十一条）"
    )


@given(st.lists(st.integers(1, 10**12), min_size=1, max_size=8), st.data())
def test_whatever_comes_in_totals_are_exact_and_nothing_is_lost(fens, data):
    case = a_case()
    instalments = tuple(
        Instalment(id=new_id(), amount=Money(fen), due=on_day(EFFECTIVE + timedelta(days=n)))
        for n, fen in enumerate(fens)
    )
    term = replace(a_payment(*case.parties), amount=Money(sum(fens)), due=Due(), instalments=instalments)
    plan = plan_with(term, case=case)
    for _entry in range(data.draw(st.integers(0, 12))):
        place = data.draw(st.integers(0, len(fens) - 1))
        before = plan
        if plan.receipts and data.draw(st.booleans()):
            entry = data.draw(st.sampled_from(plan.receipts))
            counter = a_receipt(plan, place, reverses_id=entry.id, note="记错")
            if entry.reverses_id is not None or plan.is_reversed(entry):
                with pytest.raises(RuleRefusal, match=r"receipt\.already_reversed"):
                    acts.reverse_receipt(plan, counter)
            else:
                plan = acts.reverse_receipt(plan, counter)
        else:
            fen = data.draw(st.integers(1, fens[place]))
            receipt = a_receipt(plan, place, fen)
            over = before.received(before.items[place].id).fen + fen - fens[place]
            if over > 0:
                with pytest.raises(InvalidInput, match=r"receipt\.exceeds") as refused:
                    acts.record_receipt(plan, receipt)
                assert refused.value.facts["excess_fen"] == over
            else:
                plan = acts.record_receipt(plan, receipt)
        assert plan.receipts[: len(before.receipts)] == before.receipts, "an entry was changed"
    standing = [receipt for item in plan.items for receipt in plan.standing_receipts(item.id)]
    assert plan.total_received == sum_of(receipt.amount for receipt in standing)
    assert plan.total_received + plan.total_owed == plan.total
    assert (plan.total_owed == Money.zero()) == (plan.open_items == ())
    assert (plan.standing(TODAY) is PlanStanding.PERFORMED) == (not plan.open_items)


@pytest.mark.parametrize(
    ("paid", "today", "state"),
    [
        (0, date(2026, 11, 10), ItemState.NOT_DUE),
        (1, date(2026, 11, 10), ItemState.PARTIAL),
        (1, date(2026, 11, 11), ItemState.DUE_TODAY),
        (1, date(2026, 11, 12), ItemState.OVERDUE),
        (4_000_000, date(2026, 11, 12), ItemState.PERFORMED),
    ],
)
def test_how_an_item_stands(paid, today, state):
    plan = plan_with()
    if paid:
        plan = acts.record_receipt(plan, a_receipt(plan, 0, paid))
    assert plan.state(plan.items[0], today) is state


def test_an_act_is_done_by_word_and_in_part_it_stays_open():
    case = a_case()
    act = Term(id=new_id(), kind=TermKind.ACT, payer_ids=(case.parties[1].id,), act="修好漏水处")
    plan = plan_with(act, case=case)
    part = acts.record_receipt(plan, a_receipt(plan, note="修了一半"))
    assert part.is_open(part.items[0])
    done = acts.record_receipt(part, a_receipt(plan, completes=True))
    assert done.is_done(done.items[0])
    with pytest.raises(RuleRefusal, match=r"performance\.already_done"):
        acts.record_receipt(done, a_receipt(plan, completes=True))


def test_urging_makes_default_a_default_that_was_urged():
    plan = plan_with()
    tomorrow = EFFECTIVE + timedelta(days=1)
    assert plan.standing(tomorrow) is PlanStanding.DEFAULTED
    reminded = acts.urge(acts.urge(plan, an_urging(plan, 0, EFFECTIVE)), an_urging(plan, 1, EFFECTIVE))
    assert reminded.standing(tomorrow) is PlanStanding.DEFAULTED, "a reminder before the day urged no default"
    for place in range(2):
        plan = acts.urge(plan, an_urging(plan, place, tomorrow))
    assert plan.standing(tomorrow) is PlanStanding.URGED
    with pytest.raises(InvalidInput, match=r"urging\.items_missing"):
        acts.urge(plan, an_urging(plan, 0, tomorrow, item_ids=()))
    with pytest.raises(InvalidInput, match=r"urging\.pay_by_past"):
        acts.urge(plan, an_urging(plan, 0, tomorrow, pay_by=EFFECTIVE))
    paid = acts.record_receipt(plan, a_receipt(plan, 0, 4_000_000))
    with pytest.raises(RuleRefusal, match=r"performance\.not_open"):
        acts.urge(paid, an_urging(paid, 0, tomorrow))


def test_an_answer_is_written_once_and_not_before_the_urging():
    plan = plan_with()
    plan = acts.urge(plan, an_urging(plan, 0, EFFECTIVE))
    urging = plan.urgings[0]
    for answer, on, code in (
        (" ", EFFECTIVE, "urging.answer_missing"),
        ("好", EFFECTIVE - timedelta(days=1), "urging.answered_before"),
    ):
        with pytest.raises(InvalidInput, match=code):
            acts.answer_urging(plan, urging.id, answer, on)
    told = acts.answer_urging(plan, urging.id, "月底付", EFFECTIVE)
    with pytest.raises(RuleRefusal, match=r"urging\.already_answered"):
        acts.answer_urging(told, urging.id, "再说", EFFECTIVE)


@pytest.mark.parametrize(
    ("kind", "given_fields", "code"),
    [
        (ArrangementKind.WAIVED, {"consented_ids": ()}, "arrangement.consent_missing"),
        (ArrangementKind.REPLACED, {"reason": " "}, "arrangement.reason_missing"),
        (ArrangementKind.DEFERRED, {}, "date.missing"),
        (ArrangementKind.DEFERRED, {"new_due": EFFECTIVE}, "arrangement.not_later"),
        (ArrangementKind.FIXED, {"new_due": date(2027, 1, 1)}, "arrangement.has_a_day"),
        (ArrangementKind.REINSTATED, {}, "arrangement.nothing_to_reinstate"),
    ],
)
def test_what_one_side_alone_or_nobody_agreed_is_refused(kind, given_fields, code):
    plan = plan_with()
    with pytest.raises(DomainError, match=code.replace(".", r"\.")):
        acts.arrange(plan, an_arrangement(plan, 0, kind, EFFECTIVE, **given_fields))


def test_a_condition_that_came_true_gives_the_item_its_day():
    case = a_case()
    term = a_payment(*case.parties, due=Due(kind=DueKind.ON_CONDITION, condition="验收合格"))
    plan = plan_with(term, case=case)
    fixed = an_arrangement(
        plan, 0, ArrangementKind.FIXED, EFFECTIVE, new_due=date(2026, 12, 1), consented_ids=()
    )
    plan = acts.arrange(plan, fixed)
    assert plan.items[0].due_on == date(2026, 12, 1)
    assert plan.arrangements[0].previous_due is None


def test_what_was_let_go_takes_no_money_until_it_is_reinstated():
    plan = plan_with()
    plan = acts.arrange(plan, an_arrangement(plan, 0, ArrangementKind.WAIVED, EFFECTIVE))
    assert plan.total_owed == Money.of_yuan(20000)
    with pytest.raises(RuleRefusal, match=r"performance\.settled_otherwise"):
        acts.record_receipt(plan, a_receipt(plan, 0, 1))
    again = acts.arrange(plan, an_arrangement(plan, 0, ArrangementKind.REINSTATED, EFFECTIVE))
    assert again.total_owed == again.total
