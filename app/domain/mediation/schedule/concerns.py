"""What the case itself has against a meeting: kept only with a reason, like a clash."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from app.domain.disputes.case_parties import PartySide
from app.domain.disputes.cases import Case
from app.domain.disputes.channels.people import MeetingNotice
from app.domain.disputes.risk.grading import RiskFinding
from app.domain.disputes.risk.rules import RiskDemand
from app.domain.mediation.schedule.appointments import Appointment, AppointmentPurpose
from app.domain.mediation.schedule.clashes import Clash, ClashKind


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
