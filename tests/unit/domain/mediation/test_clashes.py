"""Clashes of room, mediator, party, interpreter, leave, rest days and hours; free slots never clash."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import settings as examples
from hypothesis import strategies as st

from app.domain.mediation.schedule.appointments import AppointmentState, TimeWish
from app.domain.mediation.schedule.clashes import ClashKind, find_clashes
from app.domain.mediation.schedule.concerns import find_off_duty
from app.domain.mediation.schedule.slots import RoomChoice, SlotReason, SlotWish, best_slots
from app.domain.people.duty_roster import Presence
from app.domain.people.staff import ResidencyMode
from app.domain.values.ids import new_id
from tests.support.schedule_samples import (
    HOURS,
    MONDAY,
    OTHER_ROOM,
    ROOM,
    a_leave,
    a_mediator_here,
    a_shift,
    an_appointment,
    at,
    diary,
    invite,
)

ZHAO, LI = a_mediator_here("赵永安"), a_mediator_here("李娟", ResidencyMode.RESIDENT, "维吾尔语")
ROOMS = (RoomChoice(ROOM, "老赵调解室", 6), RoomChoice(OTHER_ROOM, "2号调解室", 12))
SATURDAY = MONDAY + timedelta(days=5)


def kinds(appointment, *others, **given):
    return [clash.kind for clash in find_clashes(appointment, diary(*others, **given))]


def test_the_same_room_or_mediator_at_once_clash_and_one_after_the_other_do_not():
    first = an_appointment(ZHAO, "10:00", "11:00")
    assert kinds(an_appointment(LI, "10:30", "11:30"), first) == [ClashKind.ROOM]
    assert kinds(an_appointment(ZHAO, "10:30", "11:30", room=OTHER_ROOM), first) == [ClashKind.MEDIATOR]
    assert kinds(an_appointment(ZHAO, "11:00", "12:00"), first) == []
    assert kinds(first, first) == []


def test_a_cancelled_or_held_one_takes_no_room():
    for state in (AppointmentState.CANCELLED, AppointmentState.HELD):
        other = an_appointment(LI, state=state)
        assert kinds(an_appointment(ZHAO), other) == []
        assert kinds(other, an_appointment(ZHAO)) == []


@pytest.mark.parametrize(
    ("here", "there", "is_same"),
    [
        (invite("王秀兰", "13900001234"), invite("王秀兰", "13900001234"), True),
        (invite("王秀兰", "13900001234"), invite("王秀兰", "13900009999"), False),
        (invite("王秀兰"), invite("王秀兰"), False),
        (invite("王秀兰", record_id=ROOM), invite("王某", record_id=ROOM), True),
        (invite("王秀兰", "1", record_id=ROOM), invite("王秀兰", "1", record_id=OTHER_ROOM), False),
    ],
)
def test_a_party_of_two_cases_is_known_by_register_or_by_name_and_telephone(here, there, is_same):
    one = an_appointment(ZHAO, invited=(here,))
    other = an_appointment(LI, room=OTHER_ROOM, invited=(there,))
    assert kinds(one, other) == ([ClashKind.PARTY] if is_same else [])


def test_an_interpreter_of_the_house_or_from_outside_is_in_one_place():
    other = an_appointment(LI, room=OTHER_ROOM)
    house = an_appointment(ZHAO, interpreter_id=LI.id, interpreter=LI.name)
    assert kinds(house, other) == [ClashKind.INTERPRETER]
    assert kinds(other, house) == [ClashKind.MEDIATOR]
    outside = an_appointment(ZHAO, interpreter="古丽")
    assert kinds(outside, replace(other, interpreter="古丽")) == [ClashKind.INTERPRETER]


def test_leave_rest_days_and_hours_are_reasons_of_their_own():
    one = an_appointment(ZHAO)
    clash = find_clashes(one, diary(leaves=(a_leave(ZHAO, MONDAY),)))[0]
    assert (clash.kind, clash.subject, clash.note) == (ClashKind.LEAVE, "赵永安", "培训")
    withdrawn = replace(a_leave(ZHAO, MONDAY), is_withdrawn=True)
    assert kinds(one, leaves=(withdrawn,)) == []
    assert kinds(an_appointment(ZHAO, day=SATURDAY)) == [ClashKind.REST_DAY]
    assert kinds(an_appointment(ZHAO, day=SATURDAY), shifts=(a_shift(ZHAO, SATURDAY),)) == []
    assert kinds(an_appointment(ZHAO, "13:00", "14:00")) == [ClashKind.HOURS]


def test_who_is_there_by_residence_mode_by_set_day_and_by_leave():
    roster = diary(shifts=(a_shift(ZHAO, MONDAY, is_on=False),), leaves=(a_leave(LI, MONDAY, 2),)).roster
    rotating, called = (
        a_mediator_here("马晓燕", ResidencyMode.ROTATING),
        a_mediator_here("帕丽旦", ResidencyMode.ON_CALL),
    )
    found = [roster.presence(one, MONDAY) for one in (ZHAO, LI, rotating, called)]
    assert found == [Presence.OFF, Presence.ON_LEAVE, Presence.OFF, Presence.ON_CALL]
    assert roster.presence(ZHAO, MONDAY + timedelta(days=1)) is Presence.ON_DUTY
    assert roster.presence(called, SATURDAY) is Presence.OFF
    assert roster.presence(replace(ZHAO, left_on=MONDAY), MONDAY) is Presence.ON_LEAVE


def test_who_leads_on_a_day_that_is_not_theirs_is_remarked():
    turning = a_mediator_here("马晓燕", ResidencyMode.ROTATING)
    one, staff = an_appointment(turning), {turning.id: turning, ZHAO.id: ZHAO}
    (found,) = find_off_duty(one, staff, diary().roster)
    assert (found.kind, found.subject, found.note) == (ClashKind.OFF_DUTY, "马晓燕", "动态轮驻")
    assert find_off_duty(one, staff, diary(shifts=(a_shift(turning, MONDAY),)).roster) == ()
    assert find_off_duty(an_appointment(turning, day=SATURDAY), staff, diary().roster) == ()
    assert find_off_duty(an_appointment(ZHAO), staff, diary().roster) == ()


def wish(*wishes, **given):
    made = SlotWish(
        wanted=an_appointment(ZHAO, wishes=wishes),
        members=(ZHAO,),
        rooms=ROOMS,
        own_room=ROOM,
        people=4,
        length=timedelta(minutes=90),
        not_before=at(MONDAY, "09:00"),
    )
    return replace(made, **given)


def test_three_slots_in_three_half_days_the_own_room_first():
    slots = best_slots(wish(), diary())
    assert [slot.starts_at for slot in slots[:2]] == [at(MONDAY, "09:30"), at(MONDAY, "15:30")]
    assert len({slot.half for slot in slots}) == 3
    assert all(slot.room.id == ROOM for slot in slots)
    assert slots[0].reasons == (SlotReason.ON_DUTY, SlotReason.OWN_ROOM)


def test_wishes_weigh_more_than_waiting_and_rest_days_come_only_by_wish():
    afternoon = best_slots(wish(TimeWish.AFTERNOON), diary())
    assert [slot.starts_at.hour for slot in afternoon] == [15, 15, 15]
    assert SlotReason.WISH_MET in afternoon[0].reasons
    days = {slot.starts_at.date() for slot in best_slots(wish(), diary(), count=99)}
    assert SATURDAY not in days
    resting = best_slots(wish(TimeWish.REST_DAY), diary(), count=99)
    assert SATURDAY in {slot.starts_at.date() for slot in resting}


def test_seats_language_and_deadline():
    large = best_slots(wish(people=9), diary())
    assert {slot.room.id for slot in large} == {OTHER_ROOM}
    spoken = best_slots(wish(language="维吾尔语", interpreters=(LI,)), diary())
    assert all(slot.interpreter == LI for slot in spoken)
    away = best_slots(wish(language="维吾尔语", interpreters=(LI,)), diary(leaves=(a_leave(LI, MONDAY, 40),)))
    assert SlotReason.NO_INTERPRETER in away[0].reasons
    tuesday = MONDAY + timedelta(days=1)
    soon = best_slots(wish(deadline=tuesday), diary(), count=99)
    assert {slot.starts_at.date() for slot in soon} == {MONDAY, tuesday}
    late = best_slots(wish(deadline=MONDAY - timedelta(days=3)), diary())
    assert SlotReason.AFTER_DEADLINE in late[0].reasons


def test_no_hours_no_rooms_no_slots():
    assert best_slots(wish(rooms=()), diary()) == ()
    assert best_slots(wish(), replace(diary(), hours=None)) == ()
    assert best_slots(wish(length=timedelta(hours=9)), diary()) == ()


STARTS = st.sampled_from([f"{hour:02}:{minute:02}" for hour in range(8, 19) for minute in (0, 30)])


@examples(max_examples=40)
@given(
    busy=st.lists(
        st.tuples(
            st.integers(0, 9), STARTS, st.sampled_from([ZHAO, LI]), st.sampled_from([ROOM, OTHER_ROOM])
        ),
        max_size=25,
    ),
    away=st.integers(0, 9),
    wishes=st.sets(st.sampled_from(list(TimeWish))),
)
def test_what_is_offered_is_free_inside_the_hours_and_before_the_deadline(busy, away, wishes):
    others = [
        an_appointment(
            member, start, f"{int(start[:2]) + 1:02}:{start[3:]}", day=MONDAY + timedelta(days=n), room=room
        )
        for n, start, member, room in busy
    ]
    planned = diary(*others, leaves=(a_leave(ZHAO, MONDAY + timedelta(days=away)),))
    deadline = MONDAY + timedelta(days=9)
    for slot in best_slots(wish(*wishes, deadline=deadline), planned):
        taken = replace(
            an_appointment(ZHAO),
            id=new_id(),
            starts_at=slot.starts_at,
            ends_at=slot.ends_at,
            room_id=slot.room.id,
        )
        found = {clash.kind for clash in find_clashes(taken, planned)}
        assert found <= ({ClashKind.REST_DAY} if TimeWish.REST_DAY in wishes else set())
        assert HOURS.holds(slot.starts_at, slot.ends_at)
        assert slot.starts_at.date() <= deadline
