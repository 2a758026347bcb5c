"""Preparing an appointment: who would come, what it needs, and which slots are free."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from uuid import UUID

from app.domain.disputes.cases import Case, MediatorRole
from app.domain.disputes.channels.people import (
    PeopleCount,
    PeopleLimit,
    check_invited,
    invitable,
    limit_on,
)
from app.domain.disputes.clocks import ClockKind
from app.domain.duties.case_clocks import case_clocks
from app.domain.duties.rules import Rules
from app.domain.mediation.schedule.appointments import (
    AppointedMediator,
    Appointment,
    AppointmentPurpose,
    Invitation,
    MeetingPlace,
)
from app.domain.mediation.schedule.hours import hours_on
from app.domain.mediation.schedule.slots import STEP, Slot, SlotWish, best_slots
from app.domain.people.staff import StaffMember
from app.domain.values.days.moments import SHANGHAI, local_day
from app.domain.values.ids import new_id
from app.persistence.work import UnitOfWork
from app.services.mediation.agenda import diary_of, rooms_of
from app.services.transactions.clocks.leading_clock import clock_facts

SPOKEN_BY_ALL = frozenset({"", "国家通用语言", "汉语", "普通话"})
"""Languages nobody here needs an interpreter for."""
_SHORTEST = timedelta(minutes=30)


@dataclass(frozen=True, slots=True)
class Planned:
    """An appointment prepared but not saved, with the slots offered for it."""

    appointment: Appointment
    offers: tuple[Slot, ...]
    case: Case | None


def prepare(
    work: UnitOfWork,
    rules: Rules,
    me: StaffMember,
    now: datetime,
    *,
    case_id: UUID | None,
    at: MeetingPlace | None,
) -> Planned:
    """Prepare an appointment, unsaved: at a time pointed at, else at the best free slot."""
    case = work.cases.get(case_id) if case_id is not None else None
    hours = hours_on(rules.meeting_hours, local_day(now))
    length = hours.usual_length if hours is not None else _SHORTEST
    start = at.starts_at if at is not None else _next_step(now)
    appointment = Appointment(
        id=new_id(),
        organisation_id=case.organisation_id if case is not None else me.organisation_id,
        purpose=AppointmentPurpose.MEDIATION if case is not None else AppointmentPurpose.OTHER,
        case_id=case_id,
        title=case.title if case is not None else "",
        starts_at=start,
        ends_at=at.ends_at if at is not None else start + length,
        room_id=at.room_id if at is not None else _own_room(case, me),
        mediators=_leading(case, me),
        invited=_invited(case, rules) if case is not None else (),
        interpreter_language=language_of(case) if case is not None else "",
    )
    offers = offered(work, rules, appointment, now)
    if at is None and offers:
        appointment = taking(appointment, offers[0])
    return Planned(appointment, offers, case)


def taking(appointment: Appointment, slot: Slot) -> Appointment:
    """Take an offered slot."""
    interpreter = slot.interpreter
    return replace(
        appointment,
        starts_at=slot.starts_at,
        ends_at=slot.ends_at,
        room_id=slot.room.id,
        place="",
        interpreter_id=interpreter.id if interpreter is not None else None,
        interpreter=interpreter.name if interpreter is not None else "",
    )


def offered(work: UnitOfWork, rules: Rules, appointment: Appointment, now: datetime) -> tuple[Slot, ...]:
    """Give the best free slots for an appointment as it stands."""
    today = local_day(now)
    hours = hours_on(rules.meeting_hours, today)
    if hours is None:
        return ()
    case = work.cases.get(appointment.case_id) if appointment.case_id is not None else None
    staff = {member.id: member for member in work.staff.all()}
    members = tuple(staff[m.staff_id] for m in appointment.mediators if m.staff_id in staff)
    language = appointment.interpreter_language
    wish = SlotWish(
        wanted=appointment,
        members=members,
        rooms=rooms_of(work, appointment.organisation_id),
        own_room=case.studio_id if case is not None else None,
        people=len(appointment.invited) + len(appointment.mediators),
        language="" if language in SPOKEN_BY_ALL else language,
        interpreters=tuple(m for m in staff.values() if language and language in m.languages),
        length=max(appointment.ends_at - appointment.starts_at, _SHORTEST),
        deadline=_deadline(work, rules, case, today),
        not_before=_first_moment(case, rules, now, hours.notice_hours),
    )
    diary = diary_of(work, rules, today, today + timedelta(days=hours.ahead_days + 1))
    return best_slots(wish, diary)


def attendance_limit(case: Case, rules: Rules) -> PeopleLimit | None:
    """Give how many of one side may attend in the channel of a case."""
    channel = rules.channel_of(case)
    return limit_on(channel.people if channel is not None else (), PeopleCount.ATTENDING)


def refuse_crowd(work: UnitOfWork, rules: Rules, appointment: Appointment) -> None:
    """Refuse a mediation to which more of one side are invited than the channel of the case lets attend."""
    if appointment.case_id is None or appointment.purpose is not AppointmentPurpose.MEDIATION:
        return
    case = work.cases.get(appointment.case_id)
    invited = (invitation.party_id for invitation in appointment.invited)
    check_invited(attendance_limit(case, rules), case.parties, invited)


def _invited(case: Case, rules: Rules) -> tuple[Invitation, ...]:
    chosen = {party.id for party in invitable(attendance_limit(case, rules), case.parties)}
    return tuple(one for one in invitations(case) if one.party_id in chosen)


def _first_moment(case: Case | None, rules: Rules, now: datetime, notice_hours: int) -> datetime:
    """Give from when a slot is offered: as early as people can be told, in some channels days before."""
    channel = rules.channel_of(case) if case is not None else None
    usual = now + timedelta(hours=notice_hours)
    if channel is None or channel.notice is None:
        return usual
    day = local_day(now) + timedelta(days=channel.notice.days)
    return max(usual, datetime(day.year, day.month, day.day, tzinfo=SHANGHAI))


def invitations(case: Case) -> tuple[Invitation, ...]:
    """Invite every party of a case."""
    return tuple(
        Invitation(
            id=new_id(), party_id=party.id, record_id=party.record_id, name=party.name, phone=party.phone
        )
        for party in case.parties
    )


def language_of(case: Case) -> str:
    """Give the first language of a party that may need an interpreter."""
    return next((party.language for party in case.parties if party.language not in SPOKEN_BY_ALL), "")


def _leading(case: Case | None, me: StaffMember) -> tuple[AppointedMediator, ...]:
    serving = case.mediators_in(MediatorRole.FIRST, MediatorRole.SECOND) if case is not None else ()
    named = [(mediator.staff_id, mediator.name) for mediator in serving] or [(me.id, me.name)]
    return tuple(AppointedMediator(id=new_id(), staff_id=id_, name=name) for id_, name in named)


def _own_room(case: Case | None, me: StaffMember) -> UUID | None:
    return (case.studio_id if case is not None else None) or me.studio_id


def _deadline(work: UnitOfWork, rules: Rules, case: Case | None, today: date) -> date | None:
    """Give the last day of mediation of a case that is being mediated."""
    if case is None:
        return None
    clocks = case_clocks(case, clock_facts(work, rules, case), rules, today)
    return next((clock.last_day for clock in clocks if clock.kind is ClockKind.MEDIATION), None)


def _next_step(now: datetime) -> datetime:
    """Give the next row of the calendar."""
    local = now.astimezone(SHANGHAI).replace(second=0, microsecond=0)
    whole = local.replace(minute=0)
    steps = -(-(local - whole) // STEP)
    return whole + steps * STEP
