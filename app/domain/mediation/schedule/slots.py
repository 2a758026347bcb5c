"""The three best free slots for a meeting, each with the reasons that speak for it and against it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from uuid import UUID

from app.domain.mediation.schedule.appointments import Appointment, TimeWish
from app.domain.mediation.schedule.clashes import Diary, find_clashes
from app.domain.mediation.schedule.hours import MeetingHours
from app.domain.people.duty_roster import Presence
from app.domain.people.staff import StaffMember
from app.domain.values.termed import Termed

STEP = timedelta(minutes=30)
"""The rows of the calendar: a slot begins on one of them."""
NOON = time(14)
_OFFERED = 3


class SlotReason(Termed):
    """What speaks for a slot, or what has to be known of it."""

    WISH_MET = "wish_met", "合当事人时间"
    WISH_MISSED = "wish_missed", "与当事人希望的时间不同"
    ON_DUTY = "on_duty", "调解员当班"
    ON_CALL = "on_call", "调解员随叫，先联系"
    OFF_DUTY = "off_duty", "调解员当天不当班，先联系"
    OWN_ROOM = "own_room", "本案的调解室"
    OTHER_ROOM = "other_room", "本案调解室已占用"
    INTERPRETER = "interpreter", "有翻译"
    SPEAKS_LANGUAGE = "speaks_language", "调解员会该语言"
    NO_INTERPRETER = "no_interpreter", "翻译待定"
    BEFORE_DEADLINE = "before_deadline", "在调解期限内"
    AFTER_DEADLINE = "after_deadline", "已过调解期限"
    REST_DAY = "rest_day", "休息日"


_WEIGHTS: dict[SlotReason, int] = {
    SlotReason.WISH_MET: 60,
    SlotReason.WISH_MISSED: -40,
    SlotReason.ON_DUTY: 30,
    SlotReason.ON_CALL: 10,
    SlotReason.OFF_DUTY: -20,
    SlotReason.OWN_ROOM: 15,
    SlotReason.OTHER_ROOM: 0,
    SlotReason.INTERPRETER: 20,
    SlotReason.SPEAKS_LANGUAGE: 25,
    SlotReason.NO_INTERPRETER: -60,
    SlotReason.BEFORE_DEADLINE: 0,
    SlotReason.AFTER_DEADLINE: -200,
    SlotReason.REST_DAY: -10,
}
"""How much a reason weighs against waiting: one day later costs ``_DAY_COST``."""
_DAY_COST = 6


@dataclass(frozen=True, slots=True)
class RoomChoice:
    """A studio that may be used; no seats told means that nobody counted them."""

    id: UUID
    name: str
    seats: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class SlotWish:
    """What a meeting needs: ``wanted`` is the appointment with a time still to be found.

    ``language`` is what an interpreter would be needed for; ``interpreters`` are the members of
    staff who speak it. ``people`` counts everybody who comes.
    """

    wanted: Appointment
    members: tuple[StaffMember, ...]
    rooms: tuple[RoomChoice, ...]
    own_room: UUID | None = None
    people: int = 0
    language: str = ""
    interpreters: tuple[StaffMember, ...] = ()
    length: timedelta
    deadline: date | None = None
    not_before: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """A time, a room and, where one is needed, an interpreter, all of them free."""

    starts_at: datetime
    ends_at: datetime
    room: RoomChoice
    interpreter: StaffMember | None = None
    reasons: tuple[SlotReason, ...]
    score: int

    @property
    def half(self) -> tuple[date, bool]:
        """Tell the half day it lies in."""
        return self.starts_at.date(), self.starts_at.time() < NOON


def best_slots(wish: SlotWish, diary: Diary, count: int = _OFFERED) -> tuple[Slot, ...]:
    """Give the best free slots, the best first, each in another half day so that there is a choice.

    Nobody involved has another appointment or leave then, the room has seats enough, and the hours
    are kept. Days off are offered only where the parties wish for one. Nothing lies after the
    deadline unless it has passed already; then the earliest slots are given and say so.
    """
    if diary.hours is None:
        return ()
    best: dict[tuple[date, bool], Slot] = {}
    for day in _days(wish, diary, diary.hours):
        for slot in _of_day(wish, diary, diary.hours, day):
            known = best.get(slot.half)
            if known is None or slot.score > known.score:
                best[slot.half] = slot
    ranked = sorted(best.values(), key=lambda slot: (-slot.score, slot.starts_at))
    return tuple(ranked[:count])


def _days(wish: SlotWish, diary: Diary, hours: MeetingHours) -> Iterator[date]:
    first = wish.not_before.date()
    last = first + timedelta(days=hours.ahead_days)
    if wish.deadline is not None and wish.deadline >= first:
        last = min(last, wish.deadline)
    takes_rest_days = TimeWish.REST_DAY in wish.wanted.wishes
    for step in range((last - first).days + 1):
        day = first + timedelta(days=step)
        if takes_rest_days or diary.roster.calendar.is_working(day):
            yield day


def _of_day(wish: SlotWish, diary: Diary, hours: MeetingHours, day: date) -> Iterator[Slot]:
    others = tuple(other for other in diary.appointments if other.day == day and other.is_active)
    today = replace(diary, appointments=others)
    for span in hours.spans:
        starts_at, closes = span.on(day)
        while starts_at + wish.length <= closes:
            if starts_at >= wish.not_before:
                slot = _slot(wish, today, starts_at)
                if slot is not None:
                    yield slot
            starts_at += STEP


def _slot(wish: SlotWish, diary: Diary, starts_at: datetime) -> Slot | None:
    asked = replace(
        wish.wanted,
        starts_at=starts_at,
        ends_at=starts_at + wish.length,
        room_id=None,
        interpreter_id=None,
        interpreter="",
    )
    # A rest day is no obstacle here: it is only asked for where the parties wish for one.
    if any(
        clash.subject != diary.roster.calendar.rest_name(asked.day) for clash in find_clashes(asked, diary)
    ):
        return None
    room = _room(wish, diary, asked)
    if room is None:
        return None
    interpreter, spoken = _interpreter(wish, diary, asked)
    reasons = (
        *_wishes(wish, asked, is_working=diary.roster.calendar.is_working(asked.day)),
        *_on_duty(wish, diary, asked.day),
        *_own_room(wish, room),
        *spoken,
        *_deadline(wish, asked.day),
    )
    waiting = (asked.day - wish.not_before.date()).days * _DAY_COST
    return Slot(
        starts_at=asked.starts_at,
        ends_at=asked.ends_at,
        room=room,
        interpreter=interpreter,
        reasons=reasons,
        score=sum(_WEIGHTS[reason] for reason in reasons) - waiting,
    )


def _room(wish: SlotWish, diary: Diary, asked: Appointment) -> RoomChoice | None:
    """Choose the case's own room if it is free, else the smallest free one with seats enough."""
    busy = {other.room_id for other in diary.appointments if other.overlaps(asked) and other.id != asked.id}
    free = [
        room
        for room in wish.rooms
        if room.id not in busy and (not room.seats or not wish.people or room.seats >= wish.people)
    ]
    own = next((room for room in free if room.id == wish.own_room), None)
    return own or min(free, key=lambda room: (not room.seats, room.seats), default=None)


def _interpreter(
    wish: SlotWish, diary: Diary, asked: Appointment
) -> tuple[StaffMember | None, tuple[SlotReason, ...]]:
    if not wish.language:
        return None, ()
    if any(wish.language in member.languages for member in wish.members):
        return None, (SlotReason.SPEAKS_LANGUAGE,)
    leading = {mediator.staff_id for mediator in asked.mediators}
    busy = {
        staff_id
        for other in diary.appointments
        if other.overlaps(asked) and other.id != asked.id
        for staff_id in other.staff_ids
    }
    for member in wish.interpreters:
        is_here = diary.roster.presence(member, asked.day) is not Presence.ON_LEAVE
        if member.id not in leading | busy and is_here:
            return member, (SlotReason.INTERPRETER,)
    return None, (SlotReason.NO_INTERPRETER,)


def _wishes(wish: SlotWish, asked: Appointment, *, is_working: bool) -> Iterator[SlotReason]:
    if not is_working:
        yield SlotReason.REST_DAY
    halves = {TimeWish.MORNING, TimeWish.AFTERNOON} & set(wish.wanted.wishes)
    if halves and len(halves) < 2:  # noqa: PLR2004 - both halves of a day are no wish
        is_morning = asked.starts_at.time() < NOON
        is_met = is_morning is (TimeWish.MORNING in halves)
        yield SlotReason.WISH_MET if is_met else SlotReason.WISH_MISSED
    elif not is_working:
        yield SlotReason.WISH_MET


def _on_duty(wish: SlotWish, diary: Diary, day: date) -> Iterator[SlotReason]:
    found = {diary.roster.presence(member, day) for member in wish.members}
    if Presence.OFF in found:
        yield SlotReason.OFF_DUTY
    elif Presence.ON_CALL in found:
        yield SlotReason.ON_CALL
    elif found:
        yield SlotReason.ON_DUTY


def _own_room(wish: SlotWish, room: RoomChoice) -> Iterator[SlotReason]:
    if wish.own_room is not None:
        yield SlotReason.OWN_ROOM if room.id == wish.own_room else SlotReason.OTHER_ROOM


def _deadline(wish: SlotWish, day: date) -> Iterator[SlotReason]:
    if wish.deadline is not None:
        yield SlotReason.BEFORE_DEADLINE if day <= wish.deadline else SlotReason.AFTER_DEADLINE
