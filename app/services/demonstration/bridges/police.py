"""Apply to the police for one performed case, and ask the traffic police about one of two accidents."""

from __future__ import annotations

from datetime import date, timedelta

from app.domain.disputes.case_lines import CaseFilter, CaseView
from app.domain.disputes.cases import Case
from app.domain.disputes.clocks import ClockKind
from app.domain.disputes.states import CaseState
from app.domain.duties.bridges.security import (
    LenientGround,
    Offence,
    SecurityAnswers,
    may_apply_for_recognition,
)
from app.domain.duties.bridges.traffic import TrafficAnswers
from app.domain.filing.documents import IssuedDocument
from app.domain.filing.kinds import DocumentKind
from app.domain.filing.submissions import Submission
from app.domain.people.staff import StaffMember
from app.domain.values.days.moments import local_day
from app.domain.values.ids import new_id
from app.services.disputes.case_folder import CaseFolder
from app.services.services import Services

KICKED_DOOR = "停车位占用纠纷"
"""A quarrel in which the police came: the title of its scenario."""
KICKED_DOOR_BEGAN = 21
ACCIDENT = "traffic"
ACCIDENTS = 2
"""How many accidents end without agreement so lately that D-09 still runs; the first one asks."""
_MOST = 200
_BEFORE = timedelta(days=3)
"""What is told to the police happened some days before it was registered here."""


def go_to_police(services: Services, registrar: StaffMember, today: date) -> None:
    """Issue one of each joint application, and hand it in."""
    found = services.lists.page(CaseFilter(view=CaseView.ALL), 0, _MOST)
    is_it = (line for line in found if line.title == KICKED_DOOR and line.state is CaseState.PERFORMED)
    for line in is_it:
        folder = services.cases.folder(line.id)
        if may_apply_for_recognition(folder.case, folder.dealings):
            _apply(services, folder, registrar, today)
            break
    ended = (line.id for line in found if line.state is CaseState.TERMINATED)
    for folder in map(services.cases.folder, ended):
        if any(clock.kind is ClockKind.POLICE_REQUEST for clock in folder.clocks):
            _ask(services, folder.case, registrar, today)
            break


def _apply(services: Services, folder: CaseFolder, registrar: StaffMember, today: date) -> None:
    case, [plan, *_others] = folder.case, folder.performance.plans
    proofs = [receipt.proof_id for receipt in plan.receipts if receipt.proof_id is not None]
    for receipt in plan.receipts[:1]:
        kind = DocumentKind.PERFORMANCE_RECEIPT
        paper = services.issuing.issue(kind, case.id, receipt.id, actor=registrar.actor).value
        proofs.append(paper.id)
    answers = SecurityAnswers(
        station="石油路派出所",
        police_number="（演示）警情0001",
        offence=Offence.DAMAGE,
        ground=LenientGround.ACQUAINTED,
        happened_on=local_day(case.received_at) - _BEFORE,
        place=case.place,
        offender_ids=(case.parties[-1].id,),
        victim_ids=(case.parties[0].id,),
        is_lenient=True,
        is_undecided=True,
        applied_on=today,
    )
    done = services.bridges.apply_for_recognition(
        case.id, answers, tuple(proofs), actor=registrar.actor, version=case.version
    )
    _hand_in(services, done.value, registrar, today, (answers.station, "值班民警（演示）"))


def _ask(services: Services, case: Case, registrar: StaffMember, today: date) -> None:
    answers = TrafficAnswers(
        addressee="红柳区公安分局交通警察大队",
        finding_number="（演示）第0001号",
        happened_on=local_day(case.received_at) - _BEFORE,
        place=case.place,
        requests=case.requests,
        requester_ids=tuple(party.id for party in case.parties),
        requested_on=today,
    )
    done = services.bridges.request_traffic_police(
        case.id, answers, actor=registrar.actor, version=case.version
    )
    _hand_in(services, done.value, registrar, today, (answers.addressee, "事故中队内勤（演示）"))


def _hand_in(
    services: Services, paper: IssuedDocument, registrar: StaffMember, today: date, where: tuple[str, str]
) -> None:
    if paper.case_id is not None:
        organ, receiver = where
        submission = Submission(
            id=new_id(),
            case_id=paper.case_id,
            document_id=paper.id,
            handed_on=today,
            organ=organ,
            receiver=receiver,
            handed_by=registrar.name,
        )
        services.submissions.hand_in(submission, actor=registrar.actor)
