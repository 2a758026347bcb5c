"""What the case has against a meeting, kept only with a reason like a clash, and what is only remarked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from uuid import UUID

from app.domain.disputes.case_parties import PartySide
from app.domain.disputes.cases import Case
from app.domain.disputes.channels.people import MeetingNotice, PeopleLimit
from app.domain.disputes.risk.grading import RiskFinding
from app.domain.disputes.risk.rules import RiskDemand
from app.domain.mediation.schedule.appointments import Appointment, AppointmentPurpose
from app.domain.mediation.schedule.clashes import Clash, ClashKind
from app.domain.people.duty_roster import DutyRoster, Presence
from app.domain.people.staff import StaffMember


def find_concerns(
    appointment: Appointment,
    case: Case,
    notice: MeetingNotice | None,
    risks: tuple[RiskFinding, ...],
    today: date,
) -> tuple[Clash, ...]:
    """Give what speaks against bringing these parties together then; nothing for what is no mediation."""
    if not appointment.is_active or appointment.purpose is not AppointmentPurpose.MEDIATION:
        return ()
    return (*_face_to_face(appointment, case, risks), *_notice(appointment, notice, today))


def find_crowd(appointment: Appointment, case: Case, limit: PeopleLimit | None) -> tuple[Clash, ...]:
    """Find more people of one side invited than may attend: planned before the channel was changed."""
    if limit is None:
        return ()
    invited = {invitation.party_id for invitation in appointment.invited}
    sides = [party.side for party in case.parties if party.id in invited]
    return tuple(
        Clash(kind=ClashKind.CROWD, subject=side.term, note=limit.article)
        for side in PartySide
        if sides.count(side) > limit.most
    )


def find_off_duty(
    appointment: Appointment, staff: Mapping[UUID, StaffMember], roster: DutyRoster
) -> tuple[Clash, ...]:
    """Find who leads a meeting on a working day that is not theirs; it asks for no reason."""
    if not roster.calendar.is_working(appointment.day):
        return ()
    leading = [staff[one.staff_id] for one in appointment.mediators if one.staff_id in staff]
    return tuple(
        Clash(kind=ClashKind.OFF_DUTY, subject=member.name, note=member.residency.term)
        for member in leading
        if roster.presence(member, appointment.day) is Presence.OFF
    )


def _face_to_face(appointment: Appointment, case: Case, risks: tuple[RiskFinding, ...]) -> Iterator[Clash]:
    """Find both sides invited where violence at home stands: nobody is made to sit opposite."""
    aside = {entry.code for entry in case.risk_dismissals}
    invited = {invitation.party_id for invitation in appointment.invited}
    sides = {party.side for party in case.parties if party.id in invited}
    if not {PartySide.APPLICANT, PartySide.RESPONDENT} <= sides:
        return
    for found in risks:
        if found.trigger.demand is RiskDemand.PROTECT and found.trigger.code not in aside:
            told = "、".join(found.told)
            yield Clash(
                kind=ClashKind.FACE_TO_FACE,
                subject=f"{found.trigger.name}（{told}）",
                note=found.trigger.source,
            )


def _notice(appointment: Appointment, notice: MeetingNotice | None, today: date) -> Iterator[Clash]:
    """Find a meeting so soon that those who do not know yet could not be told in time."""
    if notice is not None and appointment.untold() and (appointment.day - today).days < notice.days:
        yield Clash(kind=ClashKind.NOTICE, subject=notice.says.rstrip("。"), note=notice.article)
