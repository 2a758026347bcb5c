"""Pausing, resuming and extending mediation, and recording days outside the room."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.domain.disputes import period_steps, steps
from app.domain.disputes.cases import TerminationReason
from app.domain.disputes.clocks import CaseClock, ClockKind, ExtensionBy
from app.domain.disputes.lifecycle.guards import Circumstances
from app.domain.disputes.periods.extensions import Extension, ExtensionConsent
from app.domain.disputes.periods.suspensions import Suspension, SuspensionReason
from app.domain.disputes.periods.triggers import RECORDED_BY_HAND, Trigger, TriggerDay
from app.domain.disputes.side_steps import withdraw
from app.domain.disputes.states import CaseState
from app.domain.errors import InvalidInput, RuleRefusal
from app.domain.values.ids import new_id
from tests.support.builders import a_case

ACCEPTED = date(2026, 11, 3)
PAUSABLE = (CaseState.ACCEPTED, CaseState.ASSIGNED, CaseState.MEDIATING, CaseState.PARTIAL)


def a_running_case(state=CaseState.MEDIATING, parties=2, **given):
    return a_case(parties, state=state, accepted_on=ACCEPTED, **given)


def a_suspension(day=date(2026, 11, 10), reason=SuspensionReason.APPRAISAL, note=""):
    return Suspension(id=new_id(), reason=reason, from_day=day, from_state=CaseState.REGISTERED, note=note)


def an_extension(case, day=date(2026, 11, 20), new=date(2026, 12, 20), parties=None):
    parties = case.parties if parties is None else parties
    return Extension(
        id=new_id(),
        previous_last_day=date(2000, 1, 1),
        new_last_day=new,
        is_written=True,
        consents=tuple(ExtensionConsent(id=new_id(), party_id=party.id, agreed_on=day) for party in parties),
    )


def a_clock(last_day=date(2026, 12, 3), extension_by=ExtensionBy.PARTIES):
    return CaseClock(
        kind=ClockKind.MEDIATION,
        start=ACCEPTED,
        last_day=last_day,
        explanation="",
        source="某条例",
        extension_by=extension_by,
    )


@pytest.mark.parametrize("state", PAUSABLE)
def test_a_paused_case_goes_back_to_where_it_was(state):
    paused = period_steps.suspend(a_running_case(state), a_suspension())
    assert (paused.state, paused.suspension.from_state) == (CaseState.SUSPENDED, state)
    resumed = period_steps.resume(paused, on=date(2026, 11, 20))
    assert (resumed.state, resumed.suspension) == (state, None)
    assert resumed.suspensions[0].last_day == date(2026, 11, 19)


@pytest.mark.parametrize("state", sorted(set(CaseState) - set(PAUSABLE)))
def test_nothing_else_can_be_paused(state):
    with pytest.raises(RuleRefusal, match=r"case\.step_not_allowed"):
        period_steps.suspend(a_running_case(state), a_suspension())


def test_a_pause_needs_words_for_other_and_a_day_after_acceptance():
    case = a_running_case()
    with pytest.raises(InvalidInput, match=r"reason\.words_missing"):
        period_steps.suspend(case, a_suspension(reason=SuspensionReason.OTHER, note=" "))
    with pytest.raises(InvalidInput, match=r"date\.before_acceptance"):
        period_steps.suspend(case, a_suspension(date(2026, 11, 2)))
    with pytest.raises(InvalidInput, match=r"date\.before_registration"):
        period_steps.suspend(case, a_suspension(date(2026, 11, 1)))


def test_pauses_never_overlap_nor_end_before_they_begin():
    paused = period_steps.suspend(a_running_case(), a_suspension())
    with pytest.raises(InvalidInput, match=r"suspension\.ends_before_start"):
        period_steps.resume(paused, on=date(2026, 11, 9))
    resumed = period_steps.resume(paused, on=date(2026, 11, 20))
    with pytest.raises(InvalidInput, match=r"suspension\.overlaps"):
        period_steps.suspend(resumed, a_suspension(date(2026, 11, 19)))
    assert period_steps.suspend(resumed, a_suspension(date(2026, 11, 20))).state is CaseState.SUSPENDED


def test_a_paused_case_may_be_terminated_which_ends_the_pause():
    paused = period_steps.suspend(a_running_case(), a_suspension())
    ended = steps.terminate(
        paused, reason=TerminationReason.WITHDRAWN, note="", routes_told=True, on=date(2026, 11, 15)
    )
    assert (ended.state, ended.suspension) == (CaseState.TERMINATED, None)
    assert ended.suspensions[0].resumed_on == date(2026, 11, 15)


def test_all_parties_extend_the_period_as_it_stands():
    case = a_running_case(parties=3)
    longer = period_steps.extend_period(case, an_extension(case), a_clock())
    (extension,) = longer.extensions
    assert (extension.previous_last_day, extension.new_last_day) == (date(2026, 12, 3), date(2026, 12, 20))


@pytest.mark.parametrize(
    ("clock", "given", "code"),
    [
        (None, {}, "extension.no_period"),
        (a_clock(extension_by=ExtensionBy.NOBODY), {}, "extension.not_allowed"),
        (a_clock(extension_by=ExtensionBy.PRESIDENT), {}, "extension.not_allowed"),
        (a_clock(), {"new": date(2026, 12, 3)}, "extension.not_later"),
        (a_clock(date(2026, 11, 19)), {}, "extension.too_late"),
        (a_clock(), {"day": date(2026, 11, 2)}, "date.before_acceptance"),
    ],
)
def test_what_no_consent_can_extend(clock, given, code):
    case = a_running_case()
    with pytest.raises((InvalidInput, RuleRefusal)) as refused:
        period_steps.extend_period(case, an_extension(case, **given), clock)
    assert refused.value.code == code


def test_one_party_missing_or_a_stranger_extends_nothing():
    case = a_running_case(parties=3)
    with pytest.raises(RuleRefusal) as refused:
        period_steps.extend_period(case, an_extension(case, parties=case.parties[:2]), a_clock())
    assert refused.value.facts["party"] == case.parties[2].name
    stranger = a_case().parties[0]
    with pytest.raises(InvalidInput, match=r"consent\.unknown_party"):
        period_steps.extend_period(case, an_extension(case, parties=(*case.parties, stranger)), a_clock())


def test_a_paused_period_is_resumed_before_it_is_extended():
    paused = period_steps.suspend(a_running_case(), a_suspension())
    with pytest.raises(RuleRefusal, match=r"extension\.resume_first"):
        period_steps.extend_period(paused, an_extension(paused), a_clock())


def test_a_day_outside_the_room_is_recorded_once_and_corrected_with_a_reason():
    case = a_running_case()
    signed = TriggerDay(id=new_id(), trigger=Trigger.PAPERS_SIGNED_FOR, on_day=date(2026, 11, 4))
    case = period_steps.record_trigger_day(case, signed)
    other = replace(signed, id=new_id(), on_day=date(2026, 11, 5))
    with pytest.raises(InvalidInput, match=r"trigger\.correction_needs_words"):
        period_steps.record_trigger_day(case, other)
    case = period_steps.record_trigger_day(case, replace(other, note="送达回证为准"))
    assert [(day.id, day.on_day) for day in case.trigger_days] == [(signed.id, date(2026, 11, 5))]


@pytest.mark.parametrize("trigger", sorted(set(Trigger) - set(RECORDED_BY_HAND)))
def test_days_of_steps_are_not_recorded_by_hand(trigger):
    recorded = TriggerDay(id=new_id(), trigger=trigger, on_day=date(2026, 11, 4))
    with pytest.raises(InvalidInput, match=r"trigger\.by_its_step"):
        period_steps.record_trigger_day(a_running_case(), recorded)


def test_a_closed_case_records_nothing_more():
    recorded = TriggerDay(id=new_id(), trigger=Trigger.PAPERS_SIGNED_FOR, on_day=date(2026, 11, 4))
    with pytest.raises(RuleRefusal, match=r"trigger\.case_closed"):
        period_steps.record_trigger_day(a_running_case(CaseState.CLOSED), recorded)


def test_a_paused_case_that_is_withdrawn_is_not_left_paused():
    paused = period_steps.suspend(a_running_case(), a_suspension())
    left = withdraw(
        paused,
        party_id=paused.parties[0].id,
        reason="双方自行和解",
        on=date(2026, 11, 15),
        around=Circumstances(),
    )
    assert (left.state, left.suspension) == (CaseState.WITHDRAWN, None)
    assert left.suspensions[0].resumed_on == date(2026, 11, 15)
