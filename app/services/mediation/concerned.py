"""What the cases and the roster have against planned meetings, for one meeting or for all on show."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from uuid import UUID

from app.domain.disputes.cases import Case
from app.domain.disputes.risk.grading import risks_of
from app.domain.disputes.risk.rules import RiskRules
from app.domain.duties.rules import Rules
from app.domain.mediation.schedule.appointments import Appointment, AppointmentPurpose
from app.domain.mediation.schedule.clashes import Clash
from app.domain.mediation.schedule.concerns import find_concerns, find_crowd, find_off_duty
from app.persistence.work import UnitOfWork
from app.services.mediation.agenda import Agenda
from app.services.mediation.planning import attendance_limit


def concerns_of(
    appointment: Appointment, case: Case, rules: Rules, risk: RiskRules, today: date
) -> tuple[Clash, ...]:
    """Give what a case has against a meeting."""
    channel = rules.channel_of(case)
    notice = channel.notice if channel is not None else None
    return find_concerns(appointment, case, notice, risks_of(case, risk, today), today)


def with_concerns(work: UnitOfWork, agenda: Agenda, rules: Rules, risk: RiskRules, today: date) -> Agenda:
    """Add to an agenda what stands against meetings still to come; what is past is left as it was."""
    ahead = [one for one in agenda.appointments if one.is_active and one.day >= today]
    work.cases.read_ahead({one.case_id for one in ahead if _is_of_a_case(one) and one.case_id is not None})
    clashes: dict[UUID, tuple[Clash, ...]] = dict(agenda.clashes)
    for one in ahead:
        found = _of_case(work, one, rules, risk, today)
        if found:
            clashes[one.id] = (*clashes.get(one.id, ()), *found)
    return replace(agenda, clashes=clashes, remarks=_remarks(ahead, agenda))


def _of_case(
    work: UnitOfWork, appointment: Appointment, rules: Rules, risk: RiskRules, today: date
) -> tuple[Clash, ...]:
    if appointment.case_id is None or not _is_of_a_case(appointment):
        return ()
    case = work.cases.get(appointment.case_id)
    concerns = concerns_of(appointment, case, rules, risk, today)
    return (*concerns, *find_crowd(appointment, case, attendance_limit(case, rules)))


def _is_of_a_case(appointment: Appointment) -> bool:
    return appointment.case_id is not None and appointment.purpose is AppointmentPurpose.MEDIATION


def _remarks(ahead: list[Appointment], agenda: Agenda) -> Mapping[UUID, tuple[Clash, ...]]:
    staff = {member.id: member for member in agenda.staff}
    found = ((one.id, find_off_duty(one, staff, agenda.roster)) for one in ahead)
    return {id_: remarks for id_, remarks in found if remarks}
