"""Plans of performance through the services: P7 on both databases, counter-entries, arrangements, proofs."""

from dataclasses import replace
from datetime import date

import pytest

from app.domain.disputes.clocks import leading
from app.domain.disputes.states import CaseState
from app.domain.duties.performance.legal_steps import LegalStepKind
from app.domain.errors import InvalidInput, RuleRefusal, StaleWrite
from app.domain.filing.kinds import DocumentKind
from app.domain.settlements.performance.arrangements import ArrangementKind
from app.domain.settlements.performance.due_lines import DueView
from app.domain.settlements.performance.items import ItemState
from app.domain.settlements.performance.plans import PlanStanding
from app.domain.settlements.performance.urgings import UrgingManner
from app.domain.values.ids import new_id
from app.domain.values.money import Money
from app.services.settlements.performance.plan_acts import Proof
from tests.support.performing import an_arrangement, an_urging, in_effect, pay, plan_of

SIGNED, SECOND_DUE = date(2026, 11, 2), date(2027, 1, 4)
"""Two months after 2026-11-02 end on Saturday 2027-01-02, behind New Year; Monday the 4th is the last day."""


def clock_of(centre, case):
    return leading(centre.services.cases.folder(case.id).clocks)


def states(centre, plan):
    return [plan.state(item, centre.today) for item in plan.items]


def test_p7_sixty_thousand_in_two_parts_the_second_not_paid(centre, go_to):
    case, plan = in_effect(centre)
    assert [(item.place, item.amount, item.due_on) for item in plan.items] == [
        ("第1条第1期", Money.of_yuan(40000), SIGNED),
        ("第1条第2期", Money.of_yuan(20000), SECOND_DUE),
    ]
    assert "两个月" in plan.items[1].explanation
    assert "顺延" in plan.items[1].explanation
    assert states(centre, plan) == [ItemState.DUE_TODAY, ItemState.NOT_DUE]

    proof = Proof(content=b"receipt", name="收条.jpg")
    plan = pay(centre, plan, 0, proof=proof)
    folder = centre.services.cases.folder(case.id)
    assert plan.receipts[0].proof_id == folder.attachments[0].id
    assert (plan.total, plan.total_received, plan.total_owed) == (
        Money.of_yuan(60000),
        Money.of_yuan(40000),
        Money.of_yuan(20000),
    )
    assert clock_of(centre, case).last_day == SECOND_DUE
    assert centre.services.performance.legal_steps(case.id) == {}

    go_to(date(2027, 1, 5))
    plan = plan_of(centre, case.id)
    assert states(centre, plan) == [ItemState.PERFORMED, ItemState.OVERDUE]
    assert plan.standing(centre.today) is PlanStanding.DEFAULTED
    assert clock_of(centre, case).last_day == SECOND_DUE
    [line] = centre.services.performance.due(DueView.OVERDUE)
    assert (line.case.id, line.owed, line.urged_on) == (case.id, Money.of_yuan(20000), None)

    urging = an_urging(plan, 1, centre.today, manner=UrgingManner.LETTER, pay_by=date(2027, 1, 20))
    done = centre.services.performance.urge_by_letter(
        case.id, plan.id, urging, actor=centre.actor, version=plan.version
    )
    assert done.value.kind is DocumentKind.URGING_LETTER
    assert done.value.sha256
    plan = plan_of(centre, case.id)
    assert plan.urgings[0].document_id == done.value.id
    assert plan.standing(centre.today) is PlanStanding.URGED
    plan = centre.services.performance.answer(
        case.id,
        plan.id,
        urging.id,
        "年底结了工程款就付。",
        centre.today,
        actor=centre.actor,
        version=plan.version,
    ).value
    assert plan.urgings[0].answer == "年底结了工程款就付。"

    [steps] = centre.services.performance.legal_steps(case.id).values()
    kinds = [step.kind for step in steps]
    assert kinds == [
        LegalStepKind.URGE,
        LegalStepKind.PAYMENT_ORDER,
        LegalStepKind.SUE,
        LegalStepKind.MEDIATE_AGAIN,
    ]
    until = {step.kind: step.until for step in steps}
    # Counted anew from the letter of 5 January 2027; that day of 2030 is a Saturday: Monday the 7th.
    assert until[LegalStepKind.SUE] == date(2030, 1, 7)
    acts = [entry.act for entry in centre.services.cases.folder(case.id).history]
    assert acts[:3] == ["performance.answered", "performance.letter_issued", "document.issued"]

    plan = pay(centre, plan, 1)
    assert plan.standing(centre.today) is PlanStanding.PERFORMED
    assert clock_of(centre, case) is None
    case = centre.case(case.id)
    assert case.state is CaseState.EFFECTIVE, "the user says when all is performed"


def test_within_thirty_days_of_effect_both_may_still_ask_the_court(file_centre, go_to):
    case, _plan = in_effect(file_centre)
    go_to(date(2026, 11, 3))
    [steps] = file_centre.services.performance.legal_steps(case.id).values()
    confirm = next(step for step in steps if step.kind is LegalStepKind.CONFIRM)
    assert confirm.until == date(2026, 12, 2)
    assert "2026-12-02" in confirm.explanation


def test_a_wrong_entry_is_countered_never_changed(file_centre):
    case, plan = in_effect(file_centre)
    plan = pay(file_centre, plan, 0, "4000")
    wrong = plan.receipts[0]
    reverse = file_centre.services.performance.reverse
    with pytest.raises(InvalidInput, match=r"receipt\.reason_missing"):
        reverse(case.id, plan.id, wrong.id, " ", actor=file_centre.actor, version=plan.version)
    plan = reverse(
        case.id, plan.id, wrong.id, "少记一个零", actor=file_centre.actor, version=plan.version
    ).value
    assert plan.receipts[0] == wrong
    assert (plan.receipts[1].amount, plan.receipts[1].reverses_id) == (Money.of_yuan(-4000), wrong.id)
    assert plan.received(plan.items[0].id) == Money.zero()
    with pytest.raises(RuleRefusal, match=r"receipt\.already_reversed"):
        reverse(case.id, plan.id, wrong.id, "再来", actor=file_centre.actor, version=plan.version)
    plan = pay(file_centre, plan, 0, "40000")
    assert plan.is_done(plan.items[0])


def test_what_a_performed_case_rests_on_is_not_countered_before_that_is_taken_back(file_centre):
    case, plan = in_effect(file_centre)
    plan = pay(file_centre, pay(file_centre, plan, 0), 1)
    cases, actor = file_centre.services.cases, file_centre.actor
    version = file_centre.case(case.id).version
    cases.perform(case.id, file_centre.today, "收条两张", actor=actor, version=version)
    with pytest.raises(RuleRefusal, match=r"receipt\.case_over") as refused:
        file_centre.services.performance.reverse(
            case.id, plan.id, plan.receipts[0].id, "退票", actor=actor, version=plan.version
        )
    assert refused.value.facts["state"] == CaseState.PERFORMED.term
    assert plan_of(file_centre, case.id).total_owed == Money.zero()


def test_more_than_is_owed_is_noticed_and_kept_where_it_is_meant(file_centre):
    _case, plan = in_effect(file_centre)
    with pytest.raises(InvalidInput, match=r"receipt\.exceeds") as refused:
        pay(file_centre, plan, 0, "40000.01")
    assert refused.value.facts["excess_fen"] == 1
    plan = pay(file_centre, plan, 0, "40000.01", allows_excess=True)
    assert plan.excess(plan.items[0]) == Money(1)
    assert plan.owed(plan.items[0]) == Money.zero()


def test_a_refused_receipt_leaves_no_proof_behind(file_centre):
    case, plan = in_effect(file_centre)
    with pytest.raises(InvalidInput):
        pay(file_centre, plan, 0, "50000", proof=Proof(content=b"x", name="x.jpg"))
    assert file_centre.services.cases.folder(case.id).attachments == ()


def test_two_desks_do_not_record_the_same_payment_twice(file_centre):
    case, plan = in_effect(file_centre)
    pay(file_centre, plan, 0)
    urging = an_urging(plan, 1, file_centre.today)
    with pytest.raises(StaleWrite):
        file_centre.services.performance.urge(
            case.id, plan.id, urging, actor=file_centre.actor, version=plan.version
        )


def test_both_sides_may_put_a_day_off_or_let_go(centre, go_to):
    case, plan = in_effect(centre)
    arrange = centre.services.performance.arrange
    later = an_arrangement(plan, 1, ArrangementKind.DEFERRED, centre.today, new_due=date(2027, 2, 1))
    with pytest.raises(InvalidInput, match=r"arrangement\.consent_missing"):
        arrange(
            case.id,
            plan.id,
            replace(later, consented_ids=plan.party_ids[:1]),
            actor=centre.actor,
            version=plan.version,
        )
    plan = arrange(case.id, plan.id, later, actor=centre.actor, version=plan.version).value
    assert plan.items[1].due_on == date(2027, 2, 1)
    assert plan.arrangements[0].previous_due == SECOND_DUE
    plan = pay(centre, plan, 0)
    told = clock_of(centre, case)
    assert told.last_day == date(2027, 2, 1)
    assert "由 2027-01-04 改期履行" in told.explanation

    go_to(date(2027, 2, 2))
    waived = an_arrangement(plan, 1, ArrangementKind.WAIVED, centre.today, id=new_id())
    plan = arrange(case.id, plan.id, waived, actor=centre.actor, version=plan.version).value
    assert states(centre, plan) == [ItemState.PERFORMED, ItemState.SETTLED]
    assert plan.total_owed == Money.zero()
    assert centre.services.performance.due(DueView.OVERDUE) == ()
    back = an_arrangement(plan, 1, ArrangementKind.REINSTATED, centre.today, id=new_id(), reason="记错了")
    plan = arrange(case.id, plan.id, back, actor=centre.actor, version=plan.version).value
    assert states(centre, plan)[1] is ItemState.OVERDUE


def test_the_page_counts_weeks_and_leaves_out_what_is_over(centre, go_to):
    case, _plan = in_effect(centre)
    service = centre.services.performance
    assert [line.item.place for line in service.due(DueView.DUE)] == ["第1条第1期", "第1条第2期"]
    weeks = service.weeks(10)
    assert (weeks[0].monday, weeks[0].count, weeks[0].owed) == (SIGNED, 1, Money.of_yuan(40000))
    assert (weeks[9].monday, weeks[9].owed) == (SECOND_DUE, Money.of_yuan(20000))
    assert sum(week.count for week in weeks) == 2
    counts = service.counts()
    assert (counts.due, counts.due_soon, counts.overdue, counts.court) == (2, 1, 0, 1)
    assert service.counts(centre.mediator.id) == counts
    assert service.counts(centre.recorder.id).due == 0
    with pytest.raises(InvalidInput, match=r"performance\.items_open"):
        centre.services.cases.perform(
            case.id, centre.today, " ", actor=centre.actor, version=centre.case(case.id).version
        )
    case = centre.case(case.id)
    centre.services.cases.perform(case.id, centre.today, "收条两份", actor=centre.actor, version=case.version)
    assert service.due(DueView.DUE) == ()
    assert service.counts().due == 0


def test_a_plan_missing_in_old_data_is_derived_and_opened(centre):
    case, plan = in_effect(centre)
    with centre.store.unit_of_work(centre.actor) as work:
        row = work.plans._locked(plan.id)
        work._session.delete(row)
        work.commit()
    derived = plan_of(centre, case.id)
    assert (derived.version, derived.items) == (0, plan.items)
    centre.services.cases.rewind_passed_clocks()
    assert plan_of(centre, case.id) == plan
    assert len(centre.services.performance.due(DueView.DUE)) == 2
