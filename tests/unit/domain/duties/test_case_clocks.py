"""Clocks of a case: every date here was counted by hand on the calendar of 2026."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.disputes.clocks import ClockKind, leading
from app.domain.disputes.dispute_types import DisputeType, DisputeTypeList
from app.domain.disputes.periods.triggers import Trigger
from app.domain.disputes.states import CLOSED_STATES, CaseState
from app.domain.duties.case_clocks import case_clocks
from app.domain.duties.clock_facts import NO_FURTHER_FACTS, ClockFacts
from app.domain.duties.clock_words import number_in_words, period_in_words
from app.domain.duties.deadlines.catalogue import DeadlineRule
from app.domain.duties.four_duties import DutyExtension, DutyKind, extend
from app.domain.duties.rules import DutyDefault, Rules
from app.domain.settlements.agreements import AgreementState
from app.domain.settlements.terms import Due, DueKind, Instalment, PeriodWord
from app.domain.values.days.moments import SHANGHAI
from app.domain.values.days.periods import Period, PeriodUnit
from app.domain.values.days.working_days import WorkCalendar
from app.domain.values.ids import new_id
from app.domain.values.money import Money
from tests.support.builders import a_case, a_payment, an_agreement, an_effective_agreement, the_duties

NATIONAL_DAY = {date(2026, 10, day): "国庆节" for day in range(1, 8)}
"""An invented notice for the test: 1 to 7 October off, Saturday 10 October worked."""
CALENDAR = WorkCalendar(NATIONAL_DAY, frozenset({date(2026, 10, 10)}), frozenset({2026}))
SINCE = date(2011, 1, 1)


STARTS = {
    ClockKind.ACCEPTANCE: (Trigger.RECEIVED,),
    ClockKind.MEDIATION: (Trigger.ACCEPTED,),
    ClockKind.SIGNING: (Trigger.ISSUED,),
    ClockKind.CONFIRMATION: (Trigger.EFFECTIVE,),
    ClockKind.FOLLOW_UP: (Trigger.PERFORMED, Trigger.TERMINATED),
}


def a_rule(kind, amount, unit, source="某规定", *, is_verified=True, valid_from=SINCE):
    return DeadlineRule(
        id=f"T-{kind.value}",
        kind=kind,
        triggers=STARTS[kind],
        period=Period(amount, unit),
        lapses=kind is ClockKind.CONFIRMATION,
        source=source,
        is_verified=is_verified,
        valid_from=valid_from,
    )


RULES = Rules(
    deadlines=(
        a_rule(ClockKind.ACCEPTANCE, 3, PeriodUnit.WORKING_DAY, "本地设置", is_verified=False),
        a_rule(ClockKind.MEDIATION, 30, PeriodUnit.DAY, "某条例第二十七条"),
        a_rule(ClockKind.SIGNING, 7, PeriodUnit.DAY, "本地设置", is_verified=False),
        a_rule(ClockKind.CONFIRMATION, 30, PeriodUnit.DAY, "人民调解法第三十三条"),
        a_rule(ClockKind.FOLLOW_UP, 30, PeriodUnit.DAY, "本地设置", is_verified=False),
    ),
    duty_defaults=(
        DutyDefault(
            duty=DutyKind.INVESTIGATE, period=Period(3, PeriodUnit.WORKING_DAY), source="本地四包设置"
        ),
    ),
    dispute_types=(
        DisputeTypeList(valid_from=SINCE, source="某统计", types=(DisputeType(code="other", name="其他"),)),
    ),
    calendar=CALENDAR,
)


def clocks(case, *agreements, duties=None, today=date(2026, 11, 3)):
    return {
        clock.kind: clock
        for clock in case_clocks(case, ClockFacts(duties=duties, agreements=agreements), RULES, today)
    }


def received(*day):
    moment = datetime(*day, 9, 30, tzinfo=SHANGHAI)
    return {"received_at": moment, "registered_at": moment}


def test_three_working_days_to_accept_skip_the_weekend():
    # Thursday 5 November; Friday 6 is the first day, Monday 9 the second, Tuesday 10 the third.
    clock = clocks(a_case(**received(2026, 11, 5)))[ClockKind.ACCEPTANCE]
    assert (clock.start, clock.last_day) == (date(2026, 11, 5), date(2026, 11, 10))
    assert clock.explanation == (
        "最后一日 2026-11-10（周二）：11-05 收到申请，次日起算三个工作日（其间休息 2 天不计）"
        "；依据本地设置（未核实）"
    )
    assert not clock.is_verified


def test_working_days_skip_national_day_and_count_a_worked_saturday():
    # Wednesday 30 September; off until the 7th; the 8th, the 9th and Saturday the 10th (worked) are counted.
    clock = clocks(a_case(**received(2026, 9, 30)))[ClockKind.ACCEPTANCE]
    assert clock.last_day == date(2026, 10, 10)


def test_thirty_days_of_mediation_end_on_a_working_day():
    case = a_case(state=CaseState.ACCEPTED, accepted_on=date(2026, 11, 3))
    clock = clocks(case)[ClockKind.MEDIATION]
    assert clock.last_day == date(2026, 12, 3)
    assert clock.explanation == (
        "最后一日 2026-12-03（周四）：11-03 受理，次日起算三十日；依据某条例第二十七条"
    )


def test_an_end_on_saturday_moves_to_monday_and_says_why():
    # 5 November + 30 = Saturday 5 December; Monday is the 7th.
    case = a_case(state=CaseState.MEDIATING, accepted_on=date(2026, 11, 5))
    clock = clocks(case)[ClockKind.MEDIATION]
    assert clock.last_day == date(2026, 12, 7)
    assert "原止于 12-05（周六），逢星期六、星期日顺延（民法典第二百零三条）" in clock.explanation


def test_an_end_in_the_holiday_moves_behind_it():
    # 4 September + 30 = Sunday 4 October, inside the holiday; the 8th is the first working day.
    case = a_case(state=CaseState.MEDIATING, accepted_on=date(2026, 9, 4))
    clock = clocks(case, today=date(2026, 9, 5))[ClockKind.MEDIATION]
    assert clock.last_day == date(2026, 10, 8)
    assert "国庆节" in clock.explanation


def test_a_year_without_a_published_calendar_is_told():
    # 10 December 2026 + 30 = Saturday 9 January 2027.
    case = a_case(state=CaseState.MEDIATING, accepted_on=date(2026, 12, 10))
    clock = clocks(case)[ClockKind.MEDIATION]
    assert clock.last_day == date(2027, 1, 11)
    assert "2026-12-10 受理" in clock.explanation
    assert "2027 年放假安排未录入，按周末和固定节日推算" in clock.explanation


def test_an_issued_agreement_waits_for_signatures():
    case = a_case(state=CaseState.AGREED, accepted_on=date(2026, 11, 3))
    issued = an_agreement(case, state=AgreementState.ISSUED, issued_day=date(2026, 11, 10), number="第1号")
    found = clocks(case, issued)
    assert set(found) == {ClockKind.SIGNING}
    assert found[ClockKind.SIGNING].last_day == date(2026, 11, 17)


def test_confirmation_is_thirty_days_from_the_last_signature_and_then_no_clock():
    case = a_case(state=CaseState.EFFECTIVE, accepted_on=date(2026, 11, 3))
    agreement = an_effective_agreement(case, on=date(2026, 11, 11))
    # 11 November + 30 = Friday 11 December.
    assert clocks(case, agreement)[ClockKind.CONFIRMATION].last_day == date(2026, 12, 11)
    assert ClockKind.CONFIRMATION in clocks(case, agreement, today=date(2026, 12, 11))
    assert ClockKind.CONFIRMATION not in clocks(case, agreement, today=date(2026, 12, 12))


def performed_by(due, *, on=date(2026, 11, 11), today=date(2026, 11, 12)):
    case = a_case(state=CaseState.EFFECTIVE, accepted_on=date(2026, 11, 3))
    term = a_payment(*case.parties, due=due)
    return clocks(case, an_effective_agreement(case, term, on=on), today=today).get(ClockKind.PERFORMANCE)


def test_a_day_the_agreement_names_is_kept_even_on_a_sunday():
    clock = performed_by(Due(kind=DueKind.ON_DAY, day=date(2026, 12, 6)))
    assert clock is not None
    assert clock.last_day == date(2026, 12, 6)
    assert "第1条约定的履行日" in clock.explanation


def test_a_period_after_signing_is_counted_and_moves_over_the_weekend():
    # 11 November + 10 = Saturday 21; Monday is the 23rd.
    clock = performed_by(Due(kind=DueKind.AFTER_SIGNING, amount=10))
    assert clock is not None
    assert clock.last_day == date(2026, 11, 23)


def test_a_month_after_signing_ends_on_the_same_day():
    clock = performed_by(Due(kind=DueKind.AFTER_SIGNING, amount=1, unit=PeriodWord.MONTH))
    assert clock is not None
    assert clock.last_day == date(2026, 12, 11)


def test_a_condition_has_no_clock():
    assert performed_by(Due(kind=DueKind.ON_CONDITION, condition="房屋验收合格")) is None


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        (date(2026, 11, 12), date(2026, 11, 30)),
        (date(2026, 11, 30), date(2026, 11, 30)),
        (date(2026, 12, 1), date(2026, 11, 30)),
        (date(2027, 6, 1), date(2026, 11, 30)),
    ],
)
def test_the_next_instalment_leads_and_a_missed_one_goes_on_leading(today, expected):
    case = a_case(state=CaseState.EFFECTIVE, accepted_on=date(2026, 11, 3))
    days = (date(2026, 11, 30), date(2026, 12, 31), date(2027, 1, 31))
    parts = tuple(
        Instalment(id=new_id(), amount=Money.of_yuan(1030), due=Due(kind=DueKind.ON_DAY, day=day))
        for day in days
    )
    term = replace(a_payment(*case.parties), instalments=parts, due=Due())
    agreement = an_effective_agreement(case, term, on=date(2026, 11, 11))
    assert clocks(case, agreement, today=today)[ClockKind.PERFORMANCE].last_day == expected


def test_missed_parts_are_counted_in_the_sentence():
    case = a_case(state=CaseState.EFFECTIVE, accepted_on=date(2026, 11, 3))
    terms = [
        a_payment(*case.parties, due=Due(kind=DueKind.ON_DAY, day=date(2026, 11, day)))
        for day in (12, 13, 30)
    ]
    agreement = an_effective_agreement(case, *terms, on=date(2026, 11, 11))
    clock = clocks(case, agreement, today=date(2026, 11, 20))[ClockKind.PERFORMANCE]
    assert clock.last_day == date(2026, 11, 12)
    assert clock.explanation.endswith("；另有 1 项逾期未履行")


def test_an_ended_case_waits_for_its_follow_up():
    performed = a_case(state=CaseState.PERFORMED, performed_on=date(2026, 11, 11))
    terminated = a_case(state=CaseState.TERMINATED, ended_on=date(2026, 11, 12))
    assert clocks(performed)[ClockKind.FOLLOW_UP].last_day == date(2026, 12, 11)
    # 12 November + 30 = Saturday 12 December; Monday is the 14th.
    assert clocks(terminated)[ClockKind.FOLLOW_UP].last_day == date(2026, 12, 14)


def test_only_duties_somebody_answers_for_run():
    case = a_case(state=CaseState.MEDIATING, accepted_on=date(2026, 11, 3))
    nobody = the_duties(case, date(2026, 11, 20))
    assert set(clocks(case, duties=nobody)) == {ClockKind.MEDIATION}
    somebody = the_duties(case, date(2026, 11, 20), "赵永安")
    found = clocks(case, duties=somebody)
    assert len(found) == 5
    assert found[ClockKind.DUTY_CLOSE].is_verified


def test_the_proposed_day_of_a_duty_is_called_unverified():
    case = a_case(**received(2026, 11, 2))
    duties = the_duties(case, date(2026, 11, 5), "赵永安")
    clock = clocks(case, duties=duties)[ClockKind.DUTY_INVESTIGATE]
    assert not clock.is_verified
    assert clock.explanation.endswith("次日起算三个工作日；依据本地四包设置（未核实）")


def test_an_extended_duty_tells_who_approved():
    case = a_case()
    duties = the_duties(case, date(2026, 11, 20), "赵永安")
    longer = extend(
        duties.duty(DutyKind.MEDIATE),
        DutyExtension(
            id=new_id(),
            reason="等待鉴定",
            approver="周敏",
            approved_on=date(2026, 11, 18),
            previous_due=date(2026, 11, 20),
            new_due=date(2026, 11, 30),
        ),
    )
    clock = clocks(case, duties=duties.with_duty(longer))[ClockKind.DUTY_MEDIATE]
    assert clock.last_day == date(2026, 11, 30)
    assert "由 2026-11-20 延期，批准人 周敏" in clock.explanation


@pytest.mark.parametrize("state", sorted(CLOSED_STATES))
def test_nothing_runs_on_a_closed_case(state):
    case = a_case(state=state, accepted_on=date(2026, 11, 3), ended_on=date(2026, 11, 3))
    assert clocks(case, duties=the_duties(case, date(2026, 11, 20), "赵永安")) == {}


def test_a_kind_without_a_rule_in_force_has_no_clock():
    later = Rules(
        deadlines=(a_rule(ClockKind.MEDIATION, 30, PeriodUnit.DAY, valid_from=date(2030, 1, 1)),),
        duty_defaults=(),
        dispute_types=RULES.dispute_types,
        calendar=CALENDAR,
    )
    case = a_case(state=CaseState.ACCEPTED, accepted_on=date(2026, 11, 3))
    assert case_clocks(case, NO_FURTHER_FACTS, later, date(2026, 11, 4)) == ()


def test_confirmation_only_invites_and_never_leads_beside_another_clock():
    case = a_case(state=CaseState.EFFECTIVE, accepted_on=date(2026, 11, 3))
    term = a_payment(*case.parties, due=Due(kind=DueKind.ON_DAY, day=date(2026, 12, 31)))
    agreement = an_effective_agreement(case, term, on=date(2026, 11, 11))
    first = leading(case_clocks(case, ClockFacts(agreements=(agreement,)), RULES, date(2026, 11, 12)))
    assert first is not None
    assert first.kind is ClockKind.PERFORMANCE


@given(st.sampled_from(list(CaseState)), st.dates(date(2020, 1, 1), date(2040, 1, 1)))
def test_clocks_come_in_order_and_never_end_before_they_start(state, day):
    case = a_case(
        state=state, accepted_on=day, ended_on=day, performed_on=day, **received(day.year, day.month, day.day)
    )
    agreement = an_effective_agreement(case, a_payment(*case.parties), on=day)
    found = case_clocks(
        case, ClockFacts(duties=the_duties(case, day, "赵永安"), agreements=(agreement,)), RULES, day
    )
    assert [clock.last_day for clock in found] == sorted(clock.last_day for clock in found)
    for clock in found:
        named = clock.kind is ClockKind.PERFORMANCE
        assert named or clock.last_day >= clock.start
        assert clock.explanation.startswith(f"最后一日 {clock.last_day.isoformat()}（周")
        assert clock.is_verified == ("未核实" not in clock.explanation)


def test_periods_are_said_as_rules_say_them():
    said = [period_in_words(Period(amount, unit)) for amount, unit in _PERIODS]
    assert said == ["三十日", "三个工作日", "两个月", "二年", "十五日", "120日"]
    assert [number_in_words(n) for n in (1, 10, 11, 20, 21, 99)] == [
        "一", "十", "十一", "二十", "二十一", "九十九",
    ]  # fmt: skip


_PERIODS = (
    (30, PeriodUnit.DAY),
    (3, PeriodUnit.WORKING_DAY),
    (2, PeriodUnit.MONTH),
    (2, PeriodUnit.YEAR),
    (15, PeriodUnit.DAY),
    (120, PeriodUnit.DAY),
)
