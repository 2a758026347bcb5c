"""Whether a mediator can be counted on for a dispute: the four residence modes against the roster."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from uuid import UUID

from app.domain.people.duty_roster import DutyRoster, Leave, Presence
from app.domain.people.staff import ResidencyMode, StaffMember
from app.domain.values.termed import Termed

_HERE = frozenset({Presence.ON_DUTY, Presence.ON_CALL})


class AvailabilityKind(Termed):
    """How a mediator is there for a dispute; the points of each are data (triage.toml)."""

    POSTED = "posted", "常驻在岗"
    POSTED_ELSEWHERE = "posted_elsewhere", "常驻别处"
    ON_TURN = "on_turn", "当日轮到"
    COMING = "coming", "近日轮到"
    NEEDED = "needed", "所需随驻"
    NOT_NEEDED = "not_needed", "不需随驻"
    ABSENT = "absent", "近日不在"
    ON_LEAVE = "on_leave", "请假"


@dataclass(frozen=True, slots=True, kw_only=True)
class Availability:
    """How somebody is there: ``on`` is the day of duty found, ``until`` the last day of a leave.

    ``asked_for`` is the day of the meeting, or today where none is planned.
    """

    kind: AvailabilityKind
    mode: ResidencyMode
    asked_for: date
    on: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedAvailability:
    """What is asked of the roster: from which day, how many days ahead, at which studio if one is known."""

    day: date
    days_ahead: int
    studio_id: UUID | None = None

    @property
    def last_day(self) -> date:
        """Give the last day looked at."""
        return self.day + timedelta(days=self.days_ahead)


def availability_of(
    member: StaffMember, asked: AskedAvailability, roster: DutyRoster, *, is_specialist: bool
) -> Availability:
    """Tell how somebody is there: residents and those on call soon, the others on a day set for them.

    Leave on the day asked for goes before everything; later leave counts only for those who would
    otherwise have been there before they are back.
    """
    on = _first_here(member, asked, roster)
    leave = _in_the_way(member, asked, roster, on)
    if leave is not None:
        kind, on = AvailabilityKind.ON_LEAVE, None
    elif on is None:
        kind = AvailabilityKind.ABSENT
    else:
        kind = _kind(member, asked, on, is_specialist=is_specialist, is_set=roster.is_set_on(member.id, on))
    return Availability(
        kind=kind,
        mode=member.residency,
        asked_for=asked.day,
        on=on,
        until=leave.last_day if leave is not None else None,
    )


def _in_the_way(
    member: StaffMember, asked: AskedAvailability, roster: DutyRoster, on: date | None
) -> Leave | None:
    """Find the leave that keeps somebody away; whoever comes by turns is asked on other days anyhow."""
    today = roster.leave_of(member.id, asked.day)
    comes_by_turns = member.residency in (ResidencyMode.ROTATING, ResidencyMode.DISPATCHED)
    if today is not None or (comes_by_turns and on is not None):
        return today
    unhindered = replace(roster, leaves=())
    expected = _first_here(member, asked, unhindered)
    return roster.leave_of(member.id, expected) if expected is not None else None


def _first_here(member: StaffMember, asked: AskedAvailability, roster: DutyRoster) -> date | None:
    days = (asked.day + timedelta(days=step) for step in range(asked.days_ahead + 1))
    return next((day for day in days if roster.presence(member, day) in _HERE), None)


def _kind(
    member: StaffMember, asked: AskedAvailability, on: date, *, is_specialist: bool, is_set: bool
) -> AvailabilityKind:
    if member.residency is ResidencyMode.RESIDENT:
        is_here = asked.studio_id is None or member.studio_id in (None, asked.studio_id)
        return AvailabilityKind.POSTED if is_here else AvailabilityKind.POSTED_ELSEWHERE
    if member.residency is ResidencyMode.ON_CALL and not (is_set and on == asked.day):
        return AvailabilityKind.NEEDED if is_specialist else AvailabilityKind.NOT_NEEDED
    return AvailabilityKind.ON_TURN if on == asked.day else AvailabilityKind.COMING
