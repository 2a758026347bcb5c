"""Appointments, rosters and hours for tests of the calendar; the week is that of Monday 2 November 2026."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from uuid import UUID

from app.domain.mediation.schedule.appointments import AppointedMediator, Appointment, Invitation
from app.domain.mediation.schedule.clashes import Diary
from app.domain.mediation.schedule.hours import MeetingHours, OpenSpan
from app.domain.people.duty_roster import DutyRoster, Leave, Shift
from app.domain.people.staff import ResidencyMode, StaffMember
from app.domain.values.days.moments import SHANGHAI
from app.domain.values.days.working_days import seed_calendar
from app.domain.values.ids import new_id

MONDAY = date(2026, 11, 2)
ROOM, OTHER_ROOM, ORGANISATION = new_id(), new_id(), new_id()
HOURS = MeetingHours(
    spans=(OpenSpan(time(9, 30), time(13, 30)), OpenSpan(time(15, 30), time(19))),
    usual_minutes=90,
    notice_hours=24,
    ahead_days=21,
    source="本地作息",
    is_verified=False,
    valid_from=date(2011, 1, 1),
)


def at(day: date, clock: str) -> datetime:
    """Give a moment of a day."""
    hour, minute = map(int, clock.split(":"))
    return datetime.combine(day, time(hour, minute), tzinfo=SHANGHAI)


def a_mediator_here(name: str, mode: ResidencyMode = ResidencyMode.RESIDENT, *languages: str) -> StaffMember:
    """Make a mediator who serves in some way."""
    return StaffMember(
        id=new_id(), name=name, organisation_id=ORGANISATION, residency=mode, languages=languages
    )


def an_appointment(
    member: StaffMember,
    start: str = "10:00",
    end: str = "11:00",
    *,
    day: date = MONDAY,
    room: UUID | None = ROOM,
    invited: tuple[Invitation, ...] = (),
    **given: object,
) -> Appointment:
    """Make an appointment of one mediator."""
    made = Appointment(
        id=new_id(),
        organisation_id=ORGANISATION,
        case_id=new_id(),
        title="楼上漏水",
        starts_at=at(day, start),
        ends_at=at(day, end),
        room_id=room,
        place="" if room else "幸福里小区3号楼",
        mediators=(AppointedMediator(id=new_id(), staff_id=member.id, name=member.name),),
        invited=invited,
    )
    return replace(made, **given)  # type: ignore[arg-type]  # the caller names fields of Appointment


def invite(name: str, phone: str = "", record_id: UUID | None = None) -> Invitation:
    """Invite somebody."""
    return Invitation(id=new_id(), party_id=new_id(), record_id=record_id, name=name, phone=phone)


def diary(
    *appointments: Appointment, shifts: tuple[Shift, ...] = (), leaves: tuple[Leave, ...] = ()
) -> Diary:
    """Make the diary that other appointments are compared with."""
    return Diary(appointments, DutyRoster(shifts, leaves, seed_calendar()), HOURS)


def a_leave(member: StaffMember, day: date, days: int = 1) -> Leave:
    """Make a leave."""
    last = day + timedelta(days=days - 1)
    return Leave(id=new_id(), staff_id=member.id, first_day=day, last_day=last, reason="培训")


def a_shift(member: StaffMember, day: date, *, is_on: bool = True) -> Shift:
    """Set somebody on or off duty for a day."""
    return Shift(id=new_id(), staff_id=member.id, day=day, is_on_duty=is_on)
