"""Who is on duty: the four ways a centre is staffed, single days that differ, and leave."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.domain.errors import InvalidInput
from app.domain.people.staff import ResidencyMode, StaffMember
from app.domain.values.days.working_days import WorkCalendar
from app.domain.values.termed import Termed


class Presence(Termed):
    """Whether somebody can be counted on for a day."""

    ON_DUTY = "on_duty", "当班"
    ON_CALL = "on_call", "随叫"
    OFF = "off", "不当班"
    ON_LEAVE = "on_leave", "请假"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """A day on which a member of staff is on duty, or is not, other than the residence mode says."""

    id: UUID
    version: int = 0
    staff_id: UUID
    day: date
    is_on_duty: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Leave:
    """Days of absence, both included; one that was withdrawn stays on record and counts no more."""

    id: UUID
    version: int = 0
    staff_id: UUID
    first_day: date
    last_day: date
    reason: str
    is_withdrawn: bool = False

    def covers(self, day: date) -> bool:
        """Tell whether a day lies in it."""
        return not self.is_withdrawn and self.first_day <= day <= self.last_day


@dataclass(frozen=True, slots=True)
class DutyRoster:
    """The shifts and leaves of some days, with the calendar of working days."""

    shifts: tuple[Shift, ...]
    leaves: tuple[Leave, ...]
    calendar: WorkCalendar

    def leave_of(self, staff_id: UUID, day: date) -> Leave | None:
        """Give the leave somebody is on that day."""
        return next((one for one in self.leaves if one.staff_id == staff_id and one.covers(day)), None)

    def is_set_on(self, staff_id: UUID, day: date) -> bool:
        """Tell whether somebody was set on duty for that very day."""
        return any(s.staff_id == staff_id and s.day == day and s.is_on_duty for s in self.shifts)

    def is_worked(self, day: date) -> bool:
        """Tell whether it is a working day, or somebody was set on duty for it."""
        return self.calendar.is_working(day) or any(s.day == day and s.is_on_duty for s in self.shifts)

    def presence(self, member: StaffMember, day: date) -> Presence:
        """Tell who is there: leave goes before a set day, a set day before the residence mode.

        Residents are on duty and people on call can be called on every working day; those who
        rotate or are sent here only on the days set for them.
        """
        if self.leave_of(member.id, day) is not None or has_left_by(member, day):
            return Presence.ON_LEAVE
        set_day = next((s for s in self.shifts if s.staff_id == member.id and s.day == day), None)
        if set_day is not None:
            return Presence.ON_DUTY if set_day.is_on_duty else Presence.OFF
        if not self.calendar.is_working(day):
            return Presence.OFF
        if member.residency is ResidencyMode.RESIDENT:
            return Presence.ON_DUTY
        return Presence.ON_CALL if member.residency is ResidencyMode.ON_CALL else Presence.OFF


def has_left_by(member: StaffMember, day: date) -> bool:
    """Tell whether somebody no longer works here on a day."""
    return member.left_on is not None and member.left_on <= day


def check_leave(leave: Leave, others: Iterable[Leave]) -> None:
    """Refuse a leave without a reason, ending before it begins, or over another of the same person."""
    if not leave.reason.strip():
        raise InvalidInput("reason.words_missing", field="reason")
    if leave.last_day < leave.first_day:
        raise InvalidInput("leave.ends_before_start", field="last_day")
    for other in others:
        is_same = other.staff_id == leave.staff_id and other.id != leave.id and not other.is_withdrawn
        if is_same and other.first_day <= leave.last_day and leave.first_day <= other.last_day:
            first, last = other.first_day.isoformat(), other.last_day.isoformat()
            raise InvalidInput("leave.overlaps", field="first_day", first=first, last=last)
