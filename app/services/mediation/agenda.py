"""What the calendar shows of some days: appointments, their clashes, rooms, people and who is on duty."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from uuid import UUID

from app.domain.duties.rules import Rules
from app.domain.mediation.schedule.appointments import Appointment
from app.domain.mediation.schedule.clashes import Clash, Diary, find_clashes
from app.domain.mediation.schedule.hours import MeetingHours, hours_on
from app.domain.mediation.schedule.slots import RoomChoice
from app.domain.people.duty_roster import DutyRoster
from app.domain.people.staff import StaffMember
from app.domain.values.days.moments import SHANGHAI
from app.persistence.work import UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class Agenda:
    """Some days of the whole centre, read at one moment; ``rooms`` are the columns of a day.

    ``remarks`` are worth knowing and ask for no reason, unlike ``clashes``.
    """

    appointments: tuple[Appointment, ...]
    clashes: Mapping[UUID, tuple[Clash, ...]]
    rooms: tuple[RoomChoice, ...]
    staff: tuple[StaffMember, ...]
    roster: DutyRoster
    hours: MeetingHours | None
    remarks: Mapping[UUID, tuple[Clash, ...]] = field(default_factory=dict)

    def room_name(self, appointment: Appointment) -> str:
        """Give the name of the studio, or the place outside."""
        named = next((room.name for room in self.rooms if room.id == appointment.room_id), "")
        return named or appointment.place


def start_of(day: date) -> datetime:
    """Give the moment a day begins in Asia/Shanghai."""
    return datetime(day.year, day.month, day.day, tzinfo=SHANGHAI)


def roster_of(work: UnitOfWork, rules: Rules, first: date, last: date) -> DutyRoster:
    """Read shifts and leaves of some days, both included."""
    return DutyRoster(work.shifts.between(first, last), work.leaves.between(first, last), rules.calendar)


def diary_of(work: UnitOfWork, rules: Rules, first: date, last: date) -> Diary:
    """Read everything planned on some days, both included."""
    planned = work.appointments.between(start_of(first), start_of(last + timedelta(days=1)))
    return Diary(planned, roster_of(work, rules, first, last), hours_on(rules.meeting_hours, first))


def rooms_of(work: UnitOfWork, own: UUID | None) -> tuple[RoomChoice, ...]:
    """Give every studio, those of the own organisation first, in the order they were entered."""
    organisations = sorted(work.organisations.all(), key=lambda entry: (entry.id != own, entry.name))
    return tuple(
        RoomChoice(studio.id, studio.name, studio.seats)
        for organisation in organisations
        for studio in organisation.studios
    )


def read_agenda(work: UnitOfWork, rules: Rules, first: date, last: date, own: UUID | None) -> Agenda:
    """Read some days, both included; clashes are looked for within each day."""
    diary = diary_of(work, rules, first, last)
    by_day: dict[date, list[Appointment]] = {}
    for appointment in diary.appointments:
        by_day.setdefault(appointment.day, []).append(appointment)
    clashes = {
        appointment.id: find_clashes(
            appointment, Diary(tuple(same_day), diary.roster, hours_on(rules.meeting_hours, day))
        )
        for day, same_day in by_day.items()
        for appointment in same_day
    }
    return Agenda(
        appointments=diary.appointments,
        clashes={id_: found for id_, found in clashes.items() if found},
        rooms=rooms_of(work, own),
        staff=tuple(sorted(work.staff.all(), key=lambda member: member.name)),
        roster=diary.roster,
        hours=diary.hours,
    )


def clashes_of(work: UnitOfWork, rules: Rules, appointment: Appointment) -> tuple[Clash, ...]:
    """Give everything that stands in the way of an appointment on its day."""
    return find_clashes(appointment, diary_of(work, rules, appointment.day, appointment.day))
