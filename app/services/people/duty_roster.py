"""The duty roster: single days set for people, weeks copied on, and leave."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from uuid import UUID

from app.domain.duties.rules import Rules
from app.domain.errors import InvalidInput, RuleRefusal
from app.domain.people.duty_roster import DutyRoster, Leave, Shift, check_leave
from app.domain.people.staff import StaffMember
from app.domain.trust.actors import Actor
from app.domain.values.ids import new_id
from app.persistence.store import Store
from app.persistence.work import UnitOfWork
from app.services.done import Done
from app.services.transactions.looking import look

WEEK = timedelta(days=7)
_SUNDAY = timedelta(days=6)


@dataclass(frozen=True, slots=True)
class RosterWeek:
    """One week from Monday on: who works here, and when each is on duty."""

    monday: date
    staff: tuple[StaffMember, ...]
    roster: DutyRoster

    @property
    def days(self) -> tuple[date, ...]:
        """Give the seven days."""
        return tuple(self.monday + timedelta(days=step) for step in range(7))


class RosterService:
    """Writes who is on duty; residence modes say the rest."""

    def __init__(self, store: Store, rules: Rules) -> None:
        self._store, self._rules = store, rules

    def week(self, day: date) -> RosterWeek:
        """Give the week a day lies in."""
        monday = day - timedelta(days=day.weekday())
        sunday = monday + _SUNDAY
        with look(self._store) as work:
            staff = sorted(
                (m for m in work.staff.all() if m.left_on is None or m.left_on > monday),
                key=lambda member: member.name,
            )
            roster = DutyRoster(
                work.shifts.between(monday, sunday),
                work.leaves.between(monday, sunday),
                self._rules.calendar,
            )
            return RosterWeek(monday, tuple(staff), roster)

    def set_day(self, staff_id: UUID, day: date, *, is_on_duty: bool, actor: Actor) -> Done[Shift]:
        """Put somebody on duty for a day, or take them off."""
        with self._store.unit_of_work(actor) as work:
            member = work.staff.get(staff_id)
            saved = _set(work, member, day, is_on_duty=is_on_duty)
            return Done(saved, work.commit())

    def copy_week(self, into: date, *, actor: Actor) -> Done[int]:
        """Set the days of a week as they were set the week before; gives how many were set.

        Days off by the calendar and days set already are left alone.
        """
        monday = into - timedelta(days=into.weekday())
        copied = 0
        with self._store.unit_of_work(actor) as work:
            known = {(s.staff_id, s.day) for s in work.shifts.between(monday, monday + _SUNDAY)}
            staff = {member.id: member for member in work.staff.all()}
            for shift in work.shifts.between(monday - WEEK, monday - timedelta(days=1)):
                day, member = shift.day + WEEK, staff[shift.staff_id]
                has_left = member.left_on is not None and member.left_on <= day
                if (member.id, day) in known or has_left or not self._rules.calendar.is_working(day):
                    continue
                _set(work, member, day, is_on_duty=shift.is_on_duty)
                copied += 1
            if not copied:
                raise RuleRefusal("roster.nothing_to_copy")
            return Done(copied, work.commit())

    def add_leave(self, leave: Leave, *, actor: Actor) -> Done[Leave]:
        """Note days of absence; appointments on them show as clashes."""
        with self._store.unit_of_work(actor) as work:
            member = work.staff.get(leave.staff_id)
            check_leave(leave, work.leaves.of_staff(leave.staff_id))
            if work.leaves.find(leave.id) is not None:
                raise InvalidInput("leave.known", field="first_day")
            return Done(work.leaves.add(leave, act="leave.added", note=member.name), work.commit())

    def withdraw_leave(self, leave_id: UUID, *, actor: Actor) -> Done[Leave]:
        """Take a leave back; it stays on record."""
        with self._store.unit_of_work(actor) as work:
            leave = work.leaves.get(leave_id)
            if leave.is_withdrawn:
                raise RuleRefusal("leave.withdrawn_already")
            name = work.staff.get(leave.staff_id).name
            saved = work.leaves.save(replace(leave, is_withdrawn=True), act="leave.withdrawn", note=name)
            return Done(saved, work.commit())


def _set(work: UnitOfWork, member: StaffMember, day: date, *, is_on_duty: bool) -> Shift:
    known = next((s for s in work.shifts.between(day, day) if s.staff_id == member.id), None)
    if known is None:
        shift = Shift(id=new_id(), staff_id=member.id, day=day, is_on_duty=is_on_duty)
        return work.shifts.add(shift, act="shift.set", note=member.name)
    return work.shifts.save(replace(known, is_on_duty=is_on_duty), act="shift.set", note=member.name)
