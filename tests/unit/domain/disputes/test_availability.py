"""The four residence modes against the day's roster, and leave; points of triage follow them."""

from dataclasses import replace
from datetime import timedelta

import pytest

from app.archive.resources import resource_path
from app.archive.triage_rules import load_triage
from app.domain.disputes.triage.advice import TriageFacts, Workforce, advise
from app.domain.disputes.triage.availability import (
    AskedAvailability,
    AvailabilityKind,
    availability_of,
)
from app.domain.disputes.triage.rules import TriageCriterion
from app.domain.disputes.triage.units import HandlingUnit
from app.domain.people.staff import ResidencyMode
from app.domain.values.ids import new_id
from tests.support.builders import a_committee, a_member
from tests.support.schedule_samples import MONDAY, a_leave, a_shift, diary

RULES, _ = load_triage(resource_path("rules"))
K, M = AvailabilityKind, ResidencyMode
COMMITTEE = a_committee()
UNIT = HandlingUnit(id=new_id(), name=COMMITTEE.name, organisation_id=COMMITTEE.id)
HERE, THERE = new_id(), new_id()
WEDNESDAY, SUNDAY, LATER = (MONDAY + timedelta(days=step) for step in (2, -1, 20))


def member(mode, name="赵永安", **told):
    return replace(a_member(COMMITTEE, name), residency=mode, **told)


def found(one, *, day=MONDAY, is_specialist=False, studio=None, shifts=(), leaves=()):
    asked = AskedAvailability(day=day, days_ahead=RULES.duty_days_ahead, studio_id=studio)
    roster = diary(shifts=shifts, leaves=leaves).roster
    told = availability_of(one, asked, roster, is_specialist=is_specialist)
    return told.kind, told.on


def test_a_resident_is_there_every_working_day_in_the_own_room():
    one = member(M.RESIDENT, studio_id=HERE)
    assert found(one, studio=HERE) == (K.POSTED, MONDAY)
    assert found(one, studio=THERE) == (K.POSTED_ELSEWHERE, MONDAY)
    assert found(replace(one, studio_id=None), studio=THERE) == (K.POSTED, MONDAY)
    assert found(one, day=SUNDAY) == (K.POSTED, MONDAY)
    assert found(one, shifts=(a_shift(one, MONDAY, is_on=False),)) == (K.POSTED, MONDAY + timedelta(days=1))


@pytest.mark.parametrize("mode", [M.ROTATING, M.DISPATCHED])
def test_who_comes_by_turns_is_there_on_the_days_set(mode):
    one = member(mode)
    assert found(one) == (K.ABSENT, None)
    assert found(one, shifts=(a_shift(one, MONDAY),)) == (K.ON_TURN, MONDAY)
    assert found(one, shifts=(a_shift(one, WEDNESDAY),)) == (K.COMING, WEDNESDAY)
    assert found(one, day=WEDNESDAY, shifts=(a_shift(one, WEDNESDAY),)) == (K.ON_TURN, WEDNESDAY)
    assert found(one, shifts=(a_shift(one, LATER),)) == (K.ABSENT, None)


def test_who_comes_as_needed_is_asked_where_the_dispute_needs_the_specialty():
    one = member(M.ON_CALL)
    assert found(one, is_specialist=True) == (K.NEEDED, MONDAY)
    assert found(one) == (K.NOT_NEEDED, MONDAY)
    assert found(one, shifts=(a_shift(one, MONDAY),)) == (K.ON_TURN, MONDAY)


@pytest.mark.parametrize("mode", list(M))
def test_leave_goes_before_every_mode_and_says_until_when(mode):
    one = member(mode)
    leave = a_leave(one, MONDAY, 3)
    shifts = (a_shift(one, MONDAY), a_shift(one, MONDAY + timedelta(days=4)))
    assert found(one, is_specialist=True, shifts=shifts, leaves=(leave,)) == (K.ON_LEAVE, None)
    asked = AskedAvailability(day=MONDAY, days_ahead=RULES.duty_days_ahead)
    told = availability_of(one, asked, diary(shifts=shifts, leaves=(leave,)).roster, is_specialist=True)
    assert told.until == leave.last_day == WEDNESDAY
    withdrawn = replace(leave, is_withdrawn=True)
    assert found(one, is_specialist=True, shifts=shifts, leaves=(withdrawn,))[0] is not K.ON_LEAVE


def test_later_leave_counts_only_for_those_it_keeps_away():
    resident, turning = member(M.RESIDENT), member(M.ROTATING)
    assert found(resident, day=SUNDAY, leaves=(a_leave(resident, MONDAY),))[0] is K.ON_LEAVE
    assert found(resident, leaves=(a_leave(resident, WEDNESDAY),)) == (K.POSTED, MONDAY)
    friday = MONDAY + timedelta(days=4)
    shifts = (a_shift(turning, WEDNESDAY), a_shift(turning, friday))
    away = (a_leave(turning, WEDNESDAY),)
    assert found(turning, shifts=shifts, leaves=away) == (K.COMING, friday)
    assert found(turning, shifts=shifts[:1], leaves=away)[0] is K.ON_LEAVE
    assert found(turning, leaves=away) == (K.ABSENT, None)


def advised(*members, shifts=(), leaves=(), meets_on=None):
    people = Workforce(
        today=MONDAY, roster=diary(shifts=shifts, leaves=leaves).roster, members=members, loads={}
    )
    facts = TriageFacts(dispute_type="neighbours", dispute_type_name="邻里", meets_on=meets_on)
    (first,) = advise(facts, (UNIT,), people, RULES, COMMITTEE.id)
    return first


def residency_points(suggestion):
    return next(r.points for r in suggestion.reasons if r.criterion is TriageCriterion.RESIDENCY)


def test_the_better_one_on_leave_is_passed_over_and_the_reason_is_told():
    best = member(M.RESIDENT, "马晓燕", specialties=("邻里",))
    other = member(M.RESIDENT, "赵永安")
    first = advised(best, other, leaves=(a_leave(best, MONDAY, 3),))
    assert (first.mediator_name, residency_points(first)) == ("赵永安", 4)
    (reason,) = first.passed_over
    assert (reason.told, reason.points, reason.availability.kind) == (("马晓燕",), 0, K.ON_LEAVE)
    assert first.points == sum(r.points for r in first.reasons)
    alone = advised(best, leaves=(a_leave(best, MONDAY, 3),))
    assert (alone.mediator_name, residency_points(alone), alone.passed_over) == ("马晓燕", -20, ())


def test_the_day_of_the_planned_meeting_decides_not_today():
    turning, resident = member(M.ROTATING, "李娟"), member(M.RESIDENT, "赵永安")
    shifts, leaves = (a_shift(turning, WEDNESDAY),), (a_leave(resident, WEDNESDAY),)
    assert advised(turning, resident, shifts=shifts, leaves=leaves).mediator_name == "赵永安"
    then = advised(turning, resident, shifts=shifts, leaves=leaves, meets_on=WEDNESDAY)
    assert (then.mediator_name, residency_points(then)) == ("李娟", 4)


def test_every_kind_has_its_points_in_the_rules():
    assert [weight.kind for weight in RULES.availability] == list(K)
