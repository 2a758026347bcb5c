"""One case with every paper between application and closing, and those papers that others have."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

from app.domain.contents.course.investigating import InvestigationAnswers
from app.domain.disputes.case_lines import CaseFilter, CaseView
from app.domain.disputes.case_parties import CaseParty, PartySide
from app.domain.disputes.cases import Case, CaseMediator, MediatorRole
from app.domain.disputes.disclosures import Disclosure, RecusalRequest
from app.domain.disputes.handling import TriageDecision
from app.domain.disputes.sources import CaseSource, MediationChannel
from app.domain.disputes.states import CaseState
from app.domain.filing.items import FileItem
from app.domain.filing.kinds import DocumentKind
from app.domain.mediation.sessions import Participant, ParticipantRole, SessionResult
from app.domain.people.agents import Agent, AgentKind, AuthorityScope
from app.domain.people.staff import StaffMember, StaffRole
from app.domain.values.days.moments import local_day
from app.domain.values.ids import new_id
from app.domain.values.money import Money
from app.services.demonstration.asking import Asking
from app.services.demonstration.course.filing import photographed
from app.services.demonstration.course.periods import Periods
from app.services.demonstration.material import Material
from app.services.demonstration.movable_clock import MovableClock
from app.services.disputes.intake import Intake
from app.services.papers.offered import offered_papers
from app.services.services import Services

TITLE = "院墙排水浸泡墙基纠纷"
_BEGAN = timedelta(days=8)
_ELSEWHERE = frozenset(
    {DocumentKind.CONSENT_INQUIRY, DocumentKind.PLAIN_SUMMARY, DocumentKind.CLOSING_REPORT}
)
"""Papers of earlier and later steps than the one this case stands in."""
_ASKED = (
    "问：院墙的排水口是什么时候改的？\n答：今年八月，改到了东边，正对邻居家墙根。\n"
    "问：改的时候有没有跟邻居说？\n答：说过一句，没有商量具体怎么排。\n"
    "问：你看到墙基泡水了吗？\n答：看到了，九月下雨以后墙根返潮，掉了一片墙皮。"
)


def show_papers(services: Services, clock: MovableClock, material: Material, registrar: StaffMember) -> int:
    """Lead the case, issue its papers, then those of other cases; gives how many cases were added."""
    now = clock.now()
    clock.set(now - _BEGAN)
    showing = _Showing(services, clock, material, registrar)
    case = showing.lead()
    clock.set(now)
    showing.issue_all(case)
    _issue_elsewhere(services, registrar)
    return 1


def _issue_elsewhere(services: Services, registrar: StaffMember) -> None:
    """Issue one of each paper whose step another case stands in."""
    wanted = set(_ELSEWHERE)
    for line in services.lists.page(CaseFilter(view=CaseView.ALL), 0, 500):
        if not wanted:
            return
        if line.state is CaseState.ARCHIVED:
            continue
        for paper in offered_papers(services.cases.folder(line.id)):
            if paper.kind in wanted:
                wanted.discard(paper.kind)
                services.issuing.issue(paper.kind, line.id, paper.subject_id, actor=registrar.actor)


class _Showing:
    def __init__(
        self, services: Services, clock: MovableClock, material: Material, registrar: StaffMember
    ) -> None:
        self._services, self._clock, self._material = services, clock, material
        self._registrar = registrar
        mediators = [member for member in material.staff if StaffRole.MEDIATOR in member.roles]
        self._first, self._second = mediators[0], mediators[1]

    def lead(self) -> Case:
        """Register, accept, assign, disclose, replace, hear and extend."""
        intake = Intake(
            source=CaseSource.WINDOW, title=TITLE, dispute_type="neighbours", amount=Money.of_yuan(3_600),
            place="石化社区", facts="院墙排水口改向后，雨水浸泡相邻墙基，墙皮脱落，双方对修缮费用有争议。",
            requests="1. 改回排水口；2. 承担修缮费用。", channel=MediationChannel.PEOPLES,
            organisation_id=self._registrar.organisation_id, parties=self._parties(),
            decision=TriageDecision(
                id=new_id(), decided_at=self._clock.now(), decided_by=self._registrar.name,
                unit_name=self._material.committee.name, channel=MediationChannel.PEOPLES,
            ),
        )  # fmt: skip
        case = self._services.registration.register(intake, actor=self._registrar.actor).value
        case = Asking(self._services, self._clock, self._registrar.actor).accept(case)
        self._later(1)
        case = self._assign(case)
        case = self._disclose(case)
        self._later(1)
        case = self._replace(case)
        self._hear(case)
        case = self._read(case)
        return Periods(self._services, self._second.actor).extend(case, self._today())

    def issue_all(self, case: Case) -> None:
        """Take evidence in, ask a neighbour, and issue whatever the case may have now."""
        self._services.attachments.add(
            case.id, photographed(77), "墙基返潮照片（演示）.jpg", "申请人提供，演示用图形",
            FileItem.EVIDENCE, actor=self._second.actor,
        )  # fmt: skip
        begun = datetime.combine(self._today(), self._clock.now().timetz()) - timedelta(hours=2)
        answers = InvestigationAnswers(
            held_at=begun, ended_at=begun + timedelta(minutes=40), place="石化社区", matter=TITLE,
            asked="邻居（演示）", asked_about="同院住户，与双方没有亲属关系",
            investigators=(self._second.name,), recorder=self._registrar.name, record=_ASKED,
        )  # fmt: skip
        version = self._read(case).version
        self._services.investigations.record(case.id, answers, actor=self._second.actor, version=version)
        for paper in offered_papers(self._services.cases.folder(case.id)):
            self._services.issuing.issue(paper.kind, case.id, paper.subject_id, actor=self._second.actor)

    def _parties(self) -> tuple[CaseParty, ...]:
        people = self._material.people
        speaker = next((one for one in people if one.language and "汉" not in one.ethnicity), people[0])
        other = next(one for one in people if one is not speaker)
        lawyer = Agent(
            id=new_id(), kind=AgentKind.LAWYER, name="韩律师（演示）", workplace="演示律师事务所",
            licence_number="16502000000000000",
            authority=(AuthorityScope.EVIDENCE, AuthorityScope.DISPOSE_OF_CLAIMS, AuthorityScope.SIGN),
            authorised_on=self._today(),
        )  # fmt: skip
        sides = ((PartySide.APPLICANT, speaker, ()), (PartySide.RESPONDENT, other, (lawyer,)))
        return tuple(
            CaseParty(
                id=new_id(), side=side, name=person.name, sex=person.sex, ethnicity=person.ethnicity,
                language=person.language, agents=agents,
            )
            for side, person, agents in sides
        )  # fmt: skip

    def _assign(self, case: Case) -> Case:
        first = CaseMediator(
            id=new_id(), staff_id=self._first.id, name=self._first.name,
            role=MediatorRole.FIRST, assigned_on=self._today(),
        )  # fmt: skip
        cases, actor = self._services.cases, self._registrar.actor
        case = cases.assign(case.id, (first,), actor=actor, version=case.version).value
        return cases.serve_rights_notice(case.id, self._today(), actor=actor, version=case.version).value

    def _disclose(self, case: Case) -> Case:
        told = Disclosure(
            id=new_id(), staff_id=self._first.id, staff_name=self._first.name,
            what=f"与{case.parties[1].name}住同一小区，平时认识，没有亲属和钱款往来。",
            disclosed_on=self._today(), accepting=(case.parties[1].id,),
        )  # fmt: skip
        return self._services.recusal.disclose(
            case.id, told, actor=self._first.actor, version=case.version
        ).value

    def _replace(self, case: Case) -> Case:
        asker = case.parties[0]
        request = RecusalRequest(
            id=new_id(), staff_id=self._first.id, staff_name=self._first.name,
            asked_by=asker.id, asked_by_name=asker.name, reason="认为调解员与对方相熟，要求更换。",
            asked_on=self._today(), decided_by="调委会主任",
            replaced_by_id=self._second.id, replaced_by_name=self._second.name,
        )  # fmt: skip
        return self._services.recusal.recuse(
            case.id, request, actor=self._registrar.actor, version=case.version
        ).value

    def _hear(self, case: Case) -> None:
        self._later(1)
        interpreter = Participant(
            id=new_id(), name="翻译员（演示）", role=ParticipantRole.INTERPRETER, unit="石化社区居民委员会"
        )
        session = replace(
            self._services.mediation.new_session(case.id),
            record="双方陈述了经过，现场看了墙基，对数额还有分歧，约定找师傅报价后再谈。",
            participants=(interpreter,),
            undisputed_facts="排水口今年八月改向；九月降雨后墙基返潮、墙皮脱落；改向前没有发生过。",
            rights_told=True,
            result=SessionResult.TO_BE_CONTINUED,
        )
        self._services.mediation.finish(session, actor=self._second.actor)

    def _read(self, case: Case) -> Case:
        return self._services.cases.folder(case.id).case

    def _later(self, days: int) -> None:
        self._clock.set(self._clock.now() + timedelta(days=days))

    def _today(self) -> date:
        return local_day(self._clock.now())
