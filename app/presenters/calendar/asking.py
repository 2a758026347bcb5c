"""What the form of an appointment needs: read at one moment, then made into fields."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from app.domain.disputes.cases import Case
from app.domain.mediation.schedule.appointments import Appointment, MeetingPlace
from app.domain.mediation.schedule.slots import RoomChoice, Slot
from app.domain.people.staff import StaffMember
from app.presenters.calendar.appointment_form import (
    AppointmentChoices,
    appointment_fields,
    appointment_problems,
    appointment_values,
    read_appointment,
)
from app.presenters.calendar.words import CalendarWords
from app.presenters.channel_words import ChannelWords
from app.presenters.desk import Desk
from app.presenters.rosters.entry_form import EntryForm, Saved, Values
from app.services.mediation.agenda import Agenda
from app.services.mediation.planning import invitations


@dataclass(frozen=True, slots=True)
class Ready:
    """An appointment to be asked for, with its case and everything that may be chosen."""

    appointment: Appointment
    offers: tuple[Slot, ...]
    case: Case | None
    rooms: tuple[RoomChoice, ...]
    staff: tuple[StaffMember, ...]


def agenda_of(desk: Desk, appointment: Appointment) -> Agenda:
    """Read the day of an appointment."""
    day = appointment.day
    return desk.services.appointments.agenda(day, day, appointment.organisation_id)


def ready_new(desk: Desk, case_id: UUID | None, at: MeetingPlace | None) -> Ready:
    """Prepare a new appointment."""
    planned = desk.services.appointments.prepare(desk.me, case_id=case_id, at=at)
    agenda = agenda_of(desk, planned.appointment)
    return Ready(planned.appointment, planned.offers, planned.case, agenda.rooms, agenda.staff)


def ready_stored(desk: Desk, appointment_id: UUID) -> Ready:
    """Read a stored appointment to change it."""
    services = desk.services
    appointment = services.appointments.appointment(appointment_id)
    agenda = agenda_of(desk, appointment)
    case = services.cases.folder(appointment.case_id).case if appointment.case_id is not None else None
    return Ready(appointment, services.appointments.offers(appointment), case, agenda.rooms, agenda.staff)


def choices_of(desk: Desk, ready: Ready) -> AppointmentChoices:
    """Give what may be chosen; parties that joined the case since are offered too."""
    known = {invitation.party_id: invitation for invitation in ready.appointment.invited}
    everybody = invitations(ready.case) if ready.case is not None else ()
    return AppointmentChoices(
        rooms=tuple((str(room.id), room.name) for room in ready.rooms),
        staff=tuple(m for m in ready.staff if m.left_on is None or m.left_on > desk.today),
        parties=tuple(known.get(invitation.party_id, invitation) for invitation in everybody),
        case=ready.case,
        today=desk.today,
    )


def _about(desk: Desk, case: Case) -> tuple[str, ...]:
    """Name the case, and say how many may come and how early they are told, where its channel rules it."""
    channel = desk.services.lifecycle.channel_of(case)
    limits = ChannelWords(desk.translator, desk.formats).people(channel) if channel is not None else ()
    return (f"{case.intake_number}\u3000{case.title}", *limits)


def form_of(desk: Desk, ready: Ready, choices: AppointmentChoices) -> EntryForm[Appointment]:
    """Make the form of an appointment, new or stored."""
    say, appointment, service = desk.translator.text, ready.appointment, desk.services.appointments
    is_new, case = appointment.version == 0, ready.case
    words = CalendarWords(desk.translator, desk.formats)

    def write(values: Values, stored: Appointment) -> Saved:
        done = service.save(
            read_appointment(values, stored, choices),
            actor=desk.actor,
            move_reason=values.get("move_reason", "").strip(),
        )
        when = words.when(done.value.starts_at, done.value.ends_at, desk.today)
        return Saved(done.changes, say("已约 {when}", when=when))

    about = "new" if is_new else str(appointment.id)
    return EntryForm(
        draft_key=f"appointment/{appointment.case_id or 'other'}/{about}",
        title=say("约定时间") if is_new else say("改期"),
        verb=say("约定") if is_new else say("保存"),
        fields=appointment_fields(desk.translator, choices, asks_case=is_new and case is None),
        seen=appointment,
        read=lambda: appointment if is_new else service.appointment(appointment.id),
        values=lambda stored: appointment_values(stored, desk.formats),
        write=write,
        check=lambda values: appointment_problems(values, appointment, choices),
        words=_about(desk, case) if case is not None else (),
    )
