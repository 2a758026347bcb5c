"""The acts of an appointment: moved, undone, told, cancelled, held; and what nobody could attend."""

from dataclasses import replace
from datetime import timedelta

import pytest

from app.domain.errors import InvalidInput, RuleRefusal
from app.domain.mediation.schedule import appointments as acts
from app.domain.mediation.schedule.appointments import (
    AppointmentPurpose,
    AppointmentState,
    MeetingPlace,
    NoticeManner,
    check_appointment,
    meeting_of,
)
from app.domain.values.ids import new_id
from tests.support.schedule_samples import MONDAY, OTHER_ROOM, a_mediator_here, an_appointment, at, invite

NOW = at(MONDAY, "09:00")
MEMBER = a_mediator_here("赵永安")
LATER = MeetingPlace(starts_at=at(MONDAY, "16:00"), ends_at=at(MONDAY, "17:00"), room_id=OTHER_ROOM)


def planned(**given):
    return an_appointment(MEMBER, invited=(invite("王秀兰"), invite("马文武")), **given)


def moved(appointment, to=LATER, reason="来电请求改期"):
    return acts.move(appointment, to, reason=reason, at=NOW, move_id=new_id())


def told(appointment, place=0, manner=NoticeManner.PHONE):
    return acts.tell(appointment, [appointment.invited[place].id], manner, at=NOW)


def test_a_move_keeps_the_old_time_and_back_again_is_as_before():
    before = planned()
    after = moved(before)
    assert after.state is AppointmentState.MOVED
    assert meeting_of(after) == LATER
    kept = after.moves[0]
    assert (kept.starts_at, kept.room_id, kept.reason) == (before.starts_at, before.room_id, "来电请求改期")
    assert acts.move_back(after) == before


def test_who_was_told_has_to_be_told_again_after_a_move_of_time_or_room_alone():
    one = told(planned())
    assert [i.name for i in one.untold()] == ["马文武"]
    there = MeetingPlace(starts_at=one.starts_at, ends_at=one.ends_at, room_id=OTHER_ROOM)
    assert [i.name for i in moved(one, there).untold()] == ["王秀兰", "马文武"]


def test_a_reason_is_asked_for_once_somebody_knows():
    assert moved(planned(), reason="").moves[0].reason == ""
    with pytest.raises(InvalidInput) as refused:
        moved(told(planned()), reason=" ")
    assert (refused.value.code, refused.value.field) == ("appointment.move_reason_missing", "move_reason")


def test_a_move_somebody_was_told_of_cannot_be_undone():
    with pytest.raises(RuleRefusal, match=r"appointment\.told_of_move"):
        acts.move_back(told(moved(planned())))
    with pytest.raises(RuleRefusal, match=r"appointment\.not_moved"):
        acts.move_back(planned())


def test_cancelled_and_taken_back():
    with pytest.raises(InvalidInput, match=r"reason\.words_missing"):
        acts.cancel(planned(), "")
    gone = acts.cancel(moved(planned()), "住院")
    assert not gone.is_active
    assert acts.reopen(gone).state is AppointmentState.MOVED
    assert acts.reopen(acts.cancel(planned(), "住院")).cancel_reason == ""
    with pytest.raises(RuleRefusal, match=r"appointment\.not_cancelled"):
        acts.reopen(planned())


@pytest.mark.parametrize(
    "act",
    [
        moved,
        told,
        acts.move_back,
        lambda one: acts.cancel(one, "再次"),
        lambda one: acts.hold(one, None),
    ],
)
def test_nothing_is_done_to_one_that_is_over(act):
    for over in (acts.cancel(planned(), "住院"), acts.hold(planned(), new_id())):
        with pytest.raises(RuleRefusal, match=r"appointment\.closed"):
            act(over)


@pytest.mark.parametrize(
    ("given", "code", "field"),
    [
        ({"title": " "}, "appointment.title_missing", "title"),
        ({"mediators": ()}, "appointment.mediator_missing", "mediator"),
        ({"ends_at": at(MONDAY, "10:00")}, "appointment.ends_before_start", "end"),
        ({"ends_at": at(MONDAY + timedelta(days=1), "09:00")}, "appointment.over_midnight", "end"),
        ({"room_id": None}, "appointment.place_missing", "room"),
        ({"case_id": None}, "appointment.case_missing", "purpose"),
    ],
)
def test_what_nobody_could_attend_is_refused_at_its_field(given, code, field):
    with pytest.raises(InvalidInput) as refused:
        check_appointment(replace(planned(), **given))
    assert (refused.value.code, refused.value.field) == (code, field)
    check_appointment(replace(planned(), case_id=None, purpose=AppointmentPurpose.HOME_VISIT))
