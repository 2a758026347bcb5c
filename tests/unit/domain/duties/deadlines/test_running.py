"""Which rule runs on which case, when it begins and when it ends; what waits for a day nobody recorded."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from app.domain.disputes.cases import TerminationReason
from app.domain.disputes.clocks import ClockKind, leading
from app.domain.disputes.periods.suspensions import Suspension, SuspensionReason
from app.domain.disputes.periods.triggers import Trigger, TriggerDay
from app.domain.disputes.sources import CaseSource, MediationChannel
from app.domain.disputes.states import CaseState
from app.domain.duties.case_clocks import case_clocks
from app.domain.duties.clock_facts import NO_FURTHER_FACTS, ClockFacts, events_of
from app.domain.duties.deadlines.local_periods import LocalPeriod, check_local_period
from app.domain.duties.deadlines.running import limitation_interruption, waiting_periods
from app.domain.duties.rules import OwnRules
from app.domain.errors import InvalidInput, RuleRefusal
from app.domain.settlements.terms import Due, DueKind, Instalment, PeriodWord
from app.domain.values.days.moments import SHANGHAI
from app.domain.values.days.periods import PeriodUnit
from app.domain.values.ids import new_id
from app.domain.values.money import Money
from tests.support.builders import a_case, a_payment, an_effective_agreement, the_duties
from tests.support.centres import program_rules

RULES = program_rules()
DAY = date(2026, 11, 3)
S = CaseState


def clocks(case, *agreements, today=DAY, **facts):
    found = case_clocks(case, ClockFacts(agreements=agreements, **facts), RULES, today)
    return {clock.kind: clock for clock in found}


def a_day(trigger, on):
    return TriggerDay(id=new_id(), trigger=trigger, on_day=on)


@pytest.mark.parametrize(
    ("given", "rule_id"),
    [
        ({}, "D-03"),
        ({"channel": MediationChannel.INDUSTRY}, "D-03"),
        ({"channel": MediationChannel.ADMINISTRATIVE}, "L-02"),
        ({"dispute_type": "medical"}, "D-04"),
        ({"dispute_type": "medical", "channel": MediationChannel.ADMINISTRATIVE}, "D-04b"),
        ({"dispute_type": "migrant_wages"}, "D-05"),
        ({"dispute_type": "consumer"}, "D-03"),
        ({"dispute_type": "consumer", "channel": MediationChannel.ADMINISTRATIVE}, "D-10"),
        ({"dispute_type": "traffic"}, "D-03"),
        ({"source": CaseSource.PETITION}, "D-03"),
    ],
)
def test_the_narrowest_rule_runs(given, rule_id):
    case = a_case(state=S.MEDIATING, accepted_on=DAY, **given)
    assert clocks(case)[ClockKind.MEDIATION].rule_id == rule_id


def test_a_delegated_case_waits_for_its_papers_and_no_wider_rule_stands_in():
    case = a_case(
        state=S.MEDIATING, accepted_on=DAY, source=CaseSource.COURT_DELEGATED, dispute_type="medical"
    )
    assert ClockKind.MEDIATION not in clocks(case)
    (waiting,) = waiting_periods(case, events_of(case, NO_FURTHER_FACTS, RULES.calendar), RULES.catalogue)
    assert waiting.triggers == (Trigger.PAPERS_SIGNED_FOR, Trigger.ONLINE_CONFIRMED)
    known = replace(case, trigger_days=(a_day(Trigger.PAPERS_SIGNED_FOR, date(2026, 11, 2)),))
    assert clocks(known)[ClockKind.MEDIATION].last_day == date(2026, 12, 2)
    assert waiting_periods(known, events_of(known, NO_FURTHER_FACTS, RULES.calendar), RULES.catalogue) == ()


def test_of_papers_and_platform_the_earlier_end_holds():
    days = (
        a_day(Trigger.PAPERS_SIGNED_FOR, date(2026, 11, 4)),
        a_day(Trigger.ONLINE_CONFIRMED, date(2026, 11, 2)),
    )
    case = a_case(state=S.MEDIATING, accepted_on=DAY, source=CaseSource.COURT_DELEGATED, trigger_days=days)
    assert clocks(case)[ClockKind.MEDIATION].rule_id == "D-06b"


def test_labour_counts_from_the_receipt_before_and_after_acceptance():
    case = a_case(state=S.AWAITING_CONSENT, dispute_type="labour")
    before = clocks(case)[ClockKind.MEDIATION]
    after = clocks(replace(case, state=S.MEDIATING, accepted_on=date(2026, 11, 10)))
    assert before.last_day == after[ClockKind.MEDIATION].last_day == date(2026, 11, 17)


def test_only_the_accident_case_has_three_days_to_ask_the_police_and_they_lapse():
    case = a_case(
        state=S.TERMINATED,
        dispute_type="traffic",
        accepted_on=DAY,
        ended_on=date(2026, 11, 9),
        termination_reason=TerminationReason.TOO_FAR_APART,
    )
    found = clocks(case, today=date(2026, 11, 10))
    assert found[ClockKind.POLICE_REQUEST].last_day == date(2026, 11, 12)
    assert leading(tuple(found.values())).kind is ClockKind.POLICE_REQUEST
    assert ClockKind.POLICE_REQUEST not in clocks(case, today=date(2026, 11, 13))
    asked = replace(case, trigger_days=(a_day(Trigger.POLICE_REQUESTED, date(2026, 11, 10)),))
    assert ClockKind.POLICE_REQUEST not in clocks(asked, today=date(2026, 11, 10))
    assert ClockKind.POLICE_REQUEST not in clocks(replace(case, dispute_type="contract"))


def test_petition_clocks_end_with_what_they_wait_for():
    case = a_case(
        state=S.TRIAGED,
        source=CaseSource.PETITION,
        trigger_days=(a_day(Trigger.PETITION_RECEIVED, date(2026, 11, 2)),),
    )
    assert {ClockKind.INFORMING, ClockKind.OBJECTION} <= set(clocks(case))
    told = replace(case, trigger_days=(*case.trigger_days, a_day(Trigger.PETITION_ANSWERED, DAY)))
    assert not {ClockKind.INFORMING, ClockKind.OBJECTION} & set(clocks(told))


def test_sixty_days_become_ninety_when_the_head_extends():
    days = (a_day(Trigger.PETITION_ACCEPTED, date(2026, 3, 3)),)
    case = a_case(state=S.MEDIATING, accepted_on=DAY, source=CaseSource.PETITION, trigger_days=days)
    assert clocks(case)[ClockKind.PETITION_HANDLING].rule_id == "D-15b"
    longer = replace(case, trigger_days=(*days, a_day(Trigger.PETITION_EXTENDED, date(2026, 4, 20))))
    clock = clocks(longer)[ClockKind.PETITION_HANDLING]
    assert (clock.rule_id, clock.start, clock.last_day) == (
        "D-15c",
        date(2026, 5, 6),
        date(2026, 6, 5),
    )
    assert "05-06 原期限届满（批准延长信访办理期限），次日起算三十日" in clock.explanation


AN_EFFECTIVE_CASE = a_case(state=S.EFFECTIVE, accepted_on=DAY, effective_on=DAY)


def with_facts(agreement, **days):
    return {"of_agreements": {agreement.id: {Trigger[name.upper()]: day for name, day in days.items()}}}


def test_confirmation_ends_with_the_joint_application_and_the_court_clocks_follow():
    case = AN_EFFECTIVE_CASE
    agreement = an_effective_agreement(case, a_payment(*case.parties), on=DAY)
    assert clocks(case, agreement)[ClockKind.CONFIRMATION].last_day == date(2026, 12, 3)
    applied = clocks(case, agreement, **with_facts(agreement, confirmation_applied=date(2026, 11, 5)))
    assert ClockKind.CONFIRMATION not in applied
    assert applied[ClockKind.COURT_ACCEPTANCE].last_day == date(2026, 11, 9)  # the 8th is a Sunday
    assert not applied[ClockKind.COURT_ACCEPTANCE].is_verified


@pytest.mark.parametrize(
    ("dues", "start"),
    [
        ([Due(kind=DueKind.ON_DAY, day=date(2026, 12, 31))], date(2026, 12, 31)),
        ([Due(kind=DueKind.ON_SIGNING)], DAY),
        ([Due(kind=DueKind.AFTER_SIGNING, amount=1, unit=PeriodWord.MONTH)], DAY.replace(month=12)),
        ([Due()], date(2026, 11, 20)),
        ([Due(kind=DueKind.ON_CONDITION, condition="工程款到账")], None),
        (
            [Due(kind=DueKind.ON_DAY, day=date(2026, 12, 1)), Due(kind=DueKind.ON_DAY, day=date(2027, 3, 1))],
            date(2027, 3, 1),
        ),
    ],
)
def test_enforcement_runs_from_the_last_day_of_performance_of_a_confirmed_agreement(dues, start):
    case = AN_EFFECTIVE_CASE
    term = a_payment(*case.parties, due=dues[0])
    if len(dues) > 1:
        parts = tuple(Instalment(id=new_id(), amount=Money.of_yuan("10"), due=due) for due in dues)
        term = replace(term, instalments=parts)
    agreement = an_effective_agreement(case, term, on=DAY)
    assert ClockKind.ENFORCEMENT not in clocks(case, agreement)
    found = clocks(case, agreement, **with_facts(agreement, confirmed=date(2026, 11, 20)))
    clock = found.get(ClockKind.ENFORCEMENT)
    assert (clock and clock.start) == start
    if clock is not None:
        assert leading((clock,)) is None


def test_limitation_is_told_but_never_leads_nor_changes():
    case = a_case(
        state=S.TERMINATED,
        accepted_on=DAY,
        ended_on=date(2026, 11, 20),
        termination_reason=TerminationReason.TOO_FAR_APART,
    )
    found = clocks(case)
    assert found[ClockKind.LIMITATION].last_day == date(2029, 11, 20)
    assert leading(tuple(found.values())).kind is ClockKind.FOLLOW_UP
    interrupted = limitation_interruption(case, RULES.catalogue)
    assert (interrupted.on_day, interrupted.rule.id) == (date(2026, 11, 2), "D-22")
    labour = limitation_interruption(replace(case, dispute_type="labour"), RULES.catalogue)
    assert labour.rule.id == "D-21"


def test_on_the_committees_own_initiative_no_request_interrupts_limitation():
    case = a_case(state=S.MEDIATING, source=CaseSource.INITIATIVE, dispute_type="labour", accepted_on=DAY)
    assert ClockKind.LIMITATION not in clocks(case)
    assert limitation_interruption(case, RULES.catalogue) is None


def test_a_paused_clock_leads_before_duties_but_not_before_a_period_that_goes_on():
    pause = Suspension(id=new_id(), reason=SuspensionReason.APPRAISAL, from_day=DAY, from_state=S.MEDIATING)
    case = a_case(state=S.SUSPENDED, accepted_on=date(2026, 11, 2), suspensions=(pause,))
    duties = the_duties(case, date(2026, 11, 5), "赵永安")
    found = case_clocks(case, ClockFacts(duties=duties), RULES, DAY)
    assert leading(found).is_paused
    labour = case_clocks(replace(case, dispute_type="labour"), ClockFacts(duties=duties), RULES, DAY)
    first = leading(labour)
    assert (first.kind, first.is_paused) == (ClockKind.DUTY_INVESTIGATE, False)
    assert not any(clock.is_paused for clock in labour)


def test_a_closed_case_waits_for_its_file_until_it_is_archived():
    case = a_case(state=S.CLOSED, accepted_on=DAY, closed_on=DAY)
    assert clocks(case)[ClockKind.ARCHIVING].last_day == date(2026, 12, 3)
    assert clocks(replace(case, state=S.ARCHIVED)) == {}


def test_a_whistle_counts_minutes_until_somebody_arrives():
    case = a_case(state=S.MEDIATING, accepted_on=DAY)
    whistled = {Trigger.WHISTLED: datetime(2026, 11, 3, 23, 40, tzinfo=SHANGHAI)}
    clock = clocks(case, moments=whistled)[ClockKind.WHISTLE_ARRIVAL]
    assert clock.last_moment == datetime(2026, 11, 4, 0, 10, tzinfo=SHANGHAI)
    assert ClockKind.WHISTLE_ARRIVAL not in clocks(case, moments=whistled, days={Trigger.ARRIVED: DAY})


def an_own(rule_id="D-02", amount=5, unit=PeriodUnit.WORKING_DAY, basis="区里文件", **given):
    return LocalPeriod(id=new_id(), rule_id=rule_id, amount=amount, unit=unit, basis=basis, **given)


def test_the_centres_own_period_takes_the_place_of_the_proposed_one():
    rules = RULES.apart(OwnRules(periods=(an_own(is_verified=True), an_own("D-04", 60))))
    case = a_case(state=S.TRIAGED)
    (clock,) = case_clocks(case, NO_FURTHER_FACTS, rules, DAY)
    assert clock.last_day == date(2026, 11, 9)
    assert clock.explanation.endswith("次日起算五个工作日（其间休息 2 天不计）；依据本地设置（区里文件）")
    assert rules.catalogue.row("D-02").is_own
    assert rules.catalogue.row("D-04").period == RULES.catalogue.row("D-04").period  # as the law has it
    assert RULES.catalogue.row("D-02").period.amount == 3


@pytest.mark.parametrize(
    ("own", "code"),
    [
        (an_own("D-05"), "local_period.of_law"),
        (an_own("D-99"), "local_period.of_law"),
        (an_own("D-01"), "local_period.by_ladder"),
        (an_own(amount=0), "local_period.amount"),
        (an_own(amount=2501), "local_period.amount"),
        (an_own(unit=PeriodUnit.HOUR), "local_period.unit"),
        (an_own("D-20", unit=PeriodUnit.DAY), "local_period.unit"),
        (an_own(basis=" "), "local_period.basis_missing"),
    ],
)
def test_what_a_centre_cannot_set(own, code):
    with pytest.raises((InvalidInput, RuleRefusal)) as refused:
        check_local_period(own, RULES.catalogue.row(own.rule_id))
    assert refused.value.code == code
