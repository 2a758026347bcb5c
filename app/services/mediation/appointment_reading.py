"""Reading the calendar: days, offers, clashes, one's own day, and a file for one's own telephone."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

from app.archive.icalendar import CalendarEvent, calendar_file
from app.domain.contents.channels.named import named
from app.domain.contents.schedule_forms import mediation_notice_contents, notice_message
from app.domain.disputes.risk.rules import RiskRules
from app.domain.duties.rules import Rules
from app.domain.errors import NotFound
from app.domain.mediation.schedule.appointments import Appointment, AppointmentState, MeetingPlace
from app.domain.mediation.schedule.clashes import Clash
from app.domain.mediation.schedule.slots import Slot
from app.domain.people.staff import StaffMember
from app.domain.values.days.moments import Clock, local_day
from app.domain.values.naming.masking import mask_name
from app.persistence.store import Store
from app.persistence.work import UnitOfWork
from app.services.mediation.agenda import Agenda, clashes_of, read_agenda
from app.services.mediation.concerned import concerns_of, with_concerns
from app.services.mediation.planning import Planned, offered, prepare
from app.services.transactions.looking import look

_EXPORTED_BACK = timedelta(days=30)
_EXPORTED_AHEAD = timedelta(days=180)


class AppointmentReading:
    """Answers about appointments; writes nothing."""

    def __init__(self, store: Store, clock: Clock, rules: Rules, risk: RiskRules) -> None:
        self._store, self._clock, self._rules, self._risk = store, clock, rules, risk

    def appointment(self, appointment_id: UUID) -> Appointment:
        """Give one appointment; NotFound when there is none."""
        with look(self._store) as work:
            return work.appointments.get(appointment_id)

    def agenda(self, first: date, last: date, own: UUID | None = None) -> Agenda:
        """Give some days of the centre, both included; rooms of the organisation ``own`` come first."""
        with look(self._store) as work:
            agenda = read_agenda(work, self._rules, first, last, own)
            return with_concerns(work, agenda, self._rules, self._risk, local_day(self._clock.now()))

    def count_today(self) -> int:
        """Count what is still to take place today."""
        today = local_day(self._clock.now())
        with self._store.reads() as reads:
            return reads.schedule.count_on(today)

    def prepare(
        self, me: StaffMember, *, case_id: UUID | None = None, at: MeetingPlace | None = None
    ) -> Planned:
        """Prepare an appointment, unsaved, with the slots offered for it."""
        with look(self._store) as work:
            return prepare(work, self._rules, me, self._clock.now(), case_id=case_id, at=at)

    def offers(self, appointment: Appointment) -> tuple[Slot, ...]:
        """Give the three best free slots for an appointment as it stands."""
        with look(self._store) as work:
            return offered(work, self._rules, appointment, self._clock.now())

    def clashes(self, appointment: Appointment) -> tuple[Clash, ...]:
        """Give everything that stands in the way of an appointment, saved or not."""
        with look(self._store) as work:
            return self._against(work, appointment)

    def _against(self, work: UnitOfWork, appointment: Appointment) -> tuple[Clash, ...]:
        """Give clashes with other plans, then what the case itself has against the meeting."""
        clashes = clashes_of(work, self._rules, appointment)
        if appointment.case_id is None:
            return clashes
        case, today = work.cases.get(appointment.case_id), local_day(self._clock.now())
        return (*clashes, *concerns_of(appointment, case, self._rules, self._risk, today))

    def message(self, appointment_id: UUID, invitation_id: UUID) -> str:
        """Write the notice to one party as a text message."""
        with look(self._store) as work:
            appointment = work.appointments.get(appointment_id)
            invited = next((i for i in appointment.invited if i.id == invitation_id), None)
            if invited is None or appointment.case_id is None:
                raise NotFound("appointment.not_found", id=str(invitation_id))
            case = work.cases.get(appointment.case_id)
            organisation = work.organisations.get(case.organisation_id)
            on = local_day(self._clock.now())
            notice = mediation_notice_contents(case, appointment, invited, organisation, on=on)
            return notice_message(named(notice, self._rules.channel_of(case)))

    def export(self, me: StaffMember, *, is_masked: bool = True) -> bytes:
        """Give one's own appointments as an iCalendar file, parties by surname unless asked otherwise."""
        now = self._clock.now()
        with look(self._store) as work:
            agenda = read_agenda(
                work,
                self._rules,
                local_day(now - _EXPORTED_BACK),
                local_day(now + _EXPORTED_AHEAD),
                me.organisation_id,
            )
        mine = [a for a in agenda.appointments if me.id in a.staff_ids]
        events = tuple(_event(a, agenda.room_name(a), is_masked=is_masked) for a in mine)
        return calendar_file(events, stamp=now)


def _event(appointment: Appointment, place: str, *, is_masked: bool) -> CalendarEvent:
    names = [
        mask_name(invitation.name) if is_masked else invitation.name for invitation in appointment.invited
    ]
    # The title of a case may name people: it stays at home with them.
    title = appointment.purpose.term if is_masked else f"{appointment.purpose.term} {appointment.title}"
    return CalendarEvent(
        uid=appointment.id,
        sequence=appointment.version,
        starts_at=appointment.starts_at,
        ends_at=appointment.ends_at,
        summary="\u3000".join(part for part in (title, "、".join(names)) if part),
        location=place,
        is_cancelled=appointment.state is AppointmentState.CANCELLED,
    )
