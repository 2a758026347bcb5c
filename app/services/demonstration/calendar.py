"""Fill the demo's calendar: today and the days after, with one moved, one cancelled and one clash."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from app.domain.disputes.case_lines import CaseFilter, CaseView
from app.domain.disputes.cases import Case
from app.domain.disputes.states import CaseState
from app.domain.mediation.schedule.appointments import (
    Appointment,
    AppointmentPurpose,
    MeetingPlace,
    NoticeManner,
)
from app.domain.people.duty_roster import Leave
from app.domain.people.staff import ResidencyMode, StaffMember
from app.domain.trust.actors import Actor
from app.domain.values.days.moments import SHANGHAI, local_day
from app.domain.values.ids import new_id
from app.services.demonstration.material import Material
from app.services.demonstration.movable_clock import MovableClock
from app.services.mediation.planning import taking
from app.services.services import Services

_STATES = frozenset({CaseState.ASSIGNED, CaseState.MEDIATING})
_TODAY = (time(10), time(11, 30), time(15, 45))
_LENGTH = timedelta(minutes=75)
_LATER = 6
_READ = 200


class DemoCalendar:
    """Plans as a registrar would, two days ago; the clock is left where it was set."""

    def __init__(
        self, services: Services, clock: MovableClock, material: Material, *, registrar: StaffMember
    ) -> None:
        self._services, self._clock, self._material = services, clock, material
        self._actor: Actor = registrar.actor
        self._registrar = registrar

    def fill(self, today: date) -> None:
        """Set who is on duty, then plan today, the days after, and the three that went otherwise."""
        self._clock.set(_at(today - timedelta(days=2), time(9)))
        self._roster(today)
        cases = iter(self._cases())
        planned = [made for start in _TODAY if (made := self._today(cases, today, start)) is not None]
        later = [made for _turn in range(_LATER) if (made := self._offered(cases)) is not None]
        self._visit(today)
        for made in planned[:3] + later[:2]:
            self._tell(made)
        if len(later) >= 3:  # noqa: PLR2004 - one to move, one to cancel, one to clash with
            self._move(later[0])
            self._cancel(later[1])
            self._clash(cases, later[2])

    def _roster(self, today: date) -> None:
        monday = today - timedelta(days=today.weekday())
        staff = self._services.people.staff()
        for member in staff:
            if member.residency in (ResidencyMode.ROTATING, ResidencyMode.DISPATCHED):
                for step in (0, 2, 4, 7, 9, 11):
                    day = monday + timedelta(days=step)
                    self._services.rosters.set_day(member.id, day, is_on_duty=True, actor=self._actor)
        for member in staff:
            if member.is_mediator and not self._services.rosters.week(today).roster.calendar.is_working(
                today
            ):
                self._services.rosters.set_day(member.id, today, is_on_duty=True, actor=self._actor)
        away = max(staff, key=lambda member: member.name)
        first = monday + timedelta(days=9)
        leave = Leave(
            id=new_id(),
            staff_id=away.id,
            first_day=first,
            last_day=first + timedelta(days=1),
            reason="参加司法局培训",
        )
        self._services.rosters.add_leave(leave, actor=self._actor)

    def _cases(self) -> Iterator[Case]:
        lines = self._services.lists.page(CaseFilter(view=CaseView.OPEN), 0, _READ)
        ready = sorted((line for line in lines if line.state in _STATES), key=lambda line: line.intake_number)
        me = self._material.staff[0].id
        for line in sorted(ready, key=lambda line: line.lead_id != me):
            folder = self._services.cases.folder(line.id)
            if all(session.is_finished for session in folder.sessions) and not folder.agreements:
                yield folder.case

    def _today(self, cases: Iterator[Case], today: date, start: time) -> Appointment | None:
        """Plan the next case at a time of today, in the first room that is free."""
        case = next(cases, None)
        if case is None:
            return None
        begins = _at(today, start)
        service = self._services.appointments
        studios = self._material.committee.studios
        turn = _TODAY.index(start)
        for studio in (*studios[turn:], *studios[:turn]):
            at = MeetingPlace(starts_at=begins, ends_at=begins + _LENGTH, room_id=studio.id)
            prepared = service.prepare(self._registrar, case_id=case.id, at=at).appointment
            if not service.clashes(prepared):
                return service.save(prepared, actor=self._actor).value
        return None

    def _offered(self, cases: Iterator[Case]) -> Appointment | None:
        """Plan the next case at the best slot the program offers."""
        case = next(cases, None)
        if case is None:
            return None
        service = self._services.appointments
        prepared = service.prepare(self._registrar, case_id=case.id)
        if not prepared.offers:
            return None
        lead = next(m for m in self._material.staff if m.id == case.mediators[0].staff_id)
        own = replace(prepared.appointment, room_id=lead.studio_id)
        made = prepared.appointment if lead.studio_id is None or service.clashes(own) else own
        return service.save(made, actor=self._actor).value

    def _visit(self, today: date) -> None:
        me = self._material.staff[0]
        begins = _at(today, time(17, 30))
        at = MeetingPlace(starts_at=begins, ends_at=begins + timedelta(minutes=60))
        prepared = self._services.appointments.prepare(me, at=at).appointment
        visit = replace(
            prepared,
            purpose=AppointmentPurpose.HOME_VISIT,
            title="入户回访何秀梅",
            place="幸福里小区3号楼",
        )
        self._services.appointments.save(visit, actor=self._actor)

    def _tell(self, made: Appointment) -> None:
        ids = [invitation.id for invitation in made.invited]
        self._services.appointments.tell(
            made.id, ids, NoticeManner.MESSAGE, actor=self._actor, version=made.version
        )

    def _move(self, made: Appointment) -> None:
        service = self._services.appointments
        seen = service.appointment(made.id)
        offers = [slot for slot in service.offers(seen) if slot.starts_at != seen.starts_at]
        reason = "被申请人临时出差，来电请求改期"
        service.save(taking(seen, offers[-1]), actor=self._actor, move_reason=reason)

    def _cancel(self, made: Appointment) -> None:
        seen = self._services.appointments.appointment(made.id)
        self._services.appointments.cancel(
            made.id, "申请人住院，出院后再约", actor=self._actor, version=seen.version
        )

    def _clash(self, cases: Iterator[Case], other: Appointment) -> None:
        """Plan a case in a room that is taken, as happens on a full day."""
        case = next(cases, None)
        if case is None:
            return
        shift = timedelta(minutes=30)
        at = MeetingPlace(
            starts_at=other.starts_at + shift, ends_at=other.ends_at + shift, room_id=other.room_id
        )
        prepared = self._services.appointments.prepare(self._registrar, case_id=case.id, at=at).appointment
        kept = replace(prepared, clash_reason="另一件预计半小时谈完，先占后让")
        self._services.appointments.save(kept, actor=self._actor)


def _at(day: date, clock: time) -> datetime:
    return datetime.combine(day, clock, tzinfo=SHANGHAI)


def fill_calendar(
    services: Services, clock: MovableClock, material: Material, registrar: StaffMember
) -> None:
    """Fill the calendar around the real today."""
    clock.release()
    DemoCalendar(services, clock, material, registrar=registrar).fill(local_day(clock.now()))
