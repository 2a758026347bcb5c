"""Answers to the forms of the joint applications, as people who tell the truth give them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from app.domain.disputes.cases import Case, TerminationReason
from app.domain.duties.bridges.security import LenientGround, Offence, SecurityAnswers
from app.domain.duties.bridges.traffic import TrafficAnswers
from tests.support.centres import Centre

INCIDENT = date(2026, 10, 20)


def security_answers(case: Case, on: date, **given: object) -> SecurityAnswers:
    """The respondent struck the applicant; every condition is met unless ``given`` says otherwise."""
    answers = SecurityAnswers(
        station="石油派出所",
        police_number="警情20261020-8",
        offence=Offence.BEATING,
        ground=LenientGround.ACQUAINTED,
        happened_on=INCIDENT,
        place="石油社区3号楼",
        offender_ids=(case.parties[1].id,),
        victim_ids=(case.parties[0].id,),
        is_lenient=True,
        is_undecided=True,
        applied_on=on,
    )
    return replace(answers, **given)  # type: ignore[arg-type]  # the caller names fields of the class


def traffic_answers(case: Case, on: date, **given: object) -> TrafficAnswers:
    """Everybody asks the traffic police together."""
    answers = TrafficAnswers(
        addressee="区公安分局交通警察大队",
        finding_number="第650203号",
        happened_on=INCIDENT,
        place="世纪大道与准噶尔路口",
        requests="医疗费和车辆修理费的承担。",
        requester_ids=tuple(party.id for party in case.parties),
        requested_on=on,
    )
    return replace(answers, **given)  # type: ignore[arg-type]  # the caller names fields of the class


def a_failed_accident(centre: Centre, reason: TerminationReason = TerminationReason.TOO_FAR_APART) -> Case:
    """Mediate a traffic accident today, and end it without agreement."""
    case = centre.mediating()
    told = replace(case, dispute_type="traffic", place="世纪大道与准噶尔路口")
    case = centre.services.cases.update_details(told, actor=centre.actor).value
    return centre.services.cases.terminate(
        case.id,
        reason,
        "",
        True,
        centre.today,
        actor=centre.actor,
        version=case.version,
    ).value


def a_proof(centre: Centre, case: Case, name: str = "转账截图.png") -> str:
    """Put a proof of payment into the case and give its id."""
    done = centre.services.attachments.add(case.id, b"\x89PNG " + name.encode(), name, actor=centre.actor)
    return str(done.value.id)
