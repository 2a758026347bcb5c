"""What stands in the way of an appointment: a pure comparison with everything else that is planned."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from app.domain.mediation.schedule.appointments import Appointment, Invitation
from app.domain.mediation.schedule.hours import MeetingHours
from app.domain.people.duty_roster import DutyRoster
from app.domain.values.termed import Termed


class ClashKind(Termed):
    """What two appointments cannot share, when nobody is here, or what the case has against a meeting."""

    ROOM = "room", "调解室"
    MEDIATOR = "mediator", "调解员"
    PARTY = "party", "当事人"
    INTERPRETER = "interpreter", "翻译"
    LEAVE = "leave", "请假"
    REST_DAY = "rest_day", "休息日"
    HOURS = "hours", "工作时间外"
    FACE_TO_FACE = "face_to_face", "当面调解"
    NOTICE = "notice", "通知时间"
    CROWD = "crowd", "参加人数"
    OFF_DUTY = "off_duty", "不当班"


@dataclass(frozen=True, slots=True, kw_only=True)
class Clash:
    """One reason: who or what is not free, and what takes the time instead.

    ``subject`` names the person, the rest day or what is found in the case, ``note`` the leave's reason
    or the article; ``other_id``, ``other_title`` and the times are those of the appointment in the way.
    """

    kind: ClashKind
    subject: str = ""
    note: str = ""
    other_id: UUID | None = None
    other_title: str = ""
    starts_at: datetime | None = None
    ends_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Diary:
    """Everything else that is planned around a time, who is on duty, and the hours kept."""

    appointments: tuple[Appointment, ...]
    roster: DutyRoster
    hours: MeetingHours | None


def find_clashes(appointment: Appointment, diary: Diary) -> tuple[Clash, ...]:
    """Give every reason why an appointment cannot simply take place; one not to take place has none."""
    if not appointment.is_active:
        return ()
    found = [
        *_with_others(appointment, diary),
        *_leaves(appointment, diary.roster),
        *_time(appointment, diary),
    ]
    return tuple(found)


def _with_others(appointment: Appointment, diary: Diary) -> Iterator[Clash]:
    for other in diary.appointments:
        if other.id == appointment.id or not other.is_active or not other.overlaps(appointment):
            continue
        if appointment.room_id is not None and other.room_id == appointment.room_id:
            yield _between(ClashKind.ROOM, "", other)
        for mediator in appointment.mediators:
            if mediator.staff_id in other.staff_ids:
                yield _between(ClashKind.MEDIATOR, mediator.name, other)
        if _shares_interpreter(appointment, other):
            yield _between(ClashKind.INTERPRETER, appointment.interpreter, other)
        for invitation in appointment.invited:
            if any(is_same_party(invitation, invited) for invited in other.invited):
                yield _between(ClashKind.PARTY, invitation.name, other)


def is_same_party(one: Invitation, other: Invitation) -> bool:
    """Tell whether two invitations are to one person: by case, by register, or by name and telephone."""
    if one.party_id == other.party_id:
        return True
    if one.record_id is not None and other.record_id is not None:
        return one.record_id == other.record_id
    return bool(one.phone) and (one.name, one.phone) == (other.name, other.phone)


def _shares_interpreter(one: Appointment, other: Appointment) -> bool:
    if one.interpreter_id is not None:
        return one.interpreter_id in other.staff_ids
    return bool(one.interpreter.strip()) and one.interpreter == other.interpreter


def _leaves(appointment: Appointment, roster: DutyRoster) -> Iterator[Clash]:
    people = [(mediator.staff_id, mediator.name) for mediator in appointment.mediators]
    if appointment.interpreter_id is not None:
        people.append((appointment.interpreter_id, appointment.interpreter))
    for staff_id, name in people:
        leave = roster.leave_of(staff_id, appointment.day)
        if leave is not None:
            yield Clash(kind=ClashKind.LEAVE, subject=name, note=leave.reason)


def _time(appointment: Appointment, diary: Diary) -> Iterator[Clash]:
    rest = diary.roster.calendar.rest_name(appointment.day)
    leading = [mediator.staff_id for mediator in appointment.mediators]
    if rest is not None and not all(diary.roster.is_set_on(id_, appointment.day) for id_ in leading):
        yield Clash(kind=ClashKind.REST_DAY, subject=rest)
    hours = diary.hours
    if hours is not None and not hours.holds(appointment.starts_at, appointment.ends_at):
        yield Clash(kind=ClashKind.HOURS)


def _between(kind: ClashKind, subject: str, other: Appointment) -> Clash:
    return Clash(
        kind=kind,
        subject=subject,
        other_id=other.id,
        other_title=other.title,
        starts_at=other.starts_at,
        ends_at=other.ends_at,
    )
