"""Let some demo cases take a turn beside the ordinary steps: guided out, archived, merged, split."""

from __future__ import annotations

import random
from datetime import date

from app.domain.disputes import side_steps
from app.domain.disputes.case_lines import CaseFilter, CaseLine, CaseView
from app.domain.disputes.cases import Case
from app.domain.disputes.lifecycle.links import LinkKind
from app.domain.disputes.side_steps import TIER_ORDER, happened_at
from app.domain.disputes.sources import CaseSource, RiskLevel
from app.domain.disputes.states import CaseState
from app.domain.disputes.turns import HandOver, PoliceReport, Route
from app.domain.filing.kinds import DocumentKind
from app.domain.people.staff import StaffRole
from app.domain.settlements.oral import OralAgreement
from app.domain.trust.actors import Actor
from app.domain.values.days.moments import Clock, local_day
from app.domain.values.ids import new_id
from app.services.demonstration.material import Material
from app.services.disputes.intake import Intake
from app.services.services import Services

_S = CaseState


class Turns:
    """Turns of single cases while they are led, and what joins cases once all of them are there."""

    def __init__(
        self, services: Services, clock: Clock, material: Material, chance: random.Random, actor: Actor
    ) -> None:
        self._services, self._clock, self._material = services, clock, material
        self._chance, self._actor = chance, actor

    # while one case is led
    def leave(self, case: Case, end: CaseState) -> None:
        """Let a case leave before mediation is over."""
        life = self._services.lifecycle
        if end is _S.GUIDED_OUT:
            life.guide_out(
                case.id,
                reason="劳动争议，双方约定先走仲裁。",
                hand_overs=self._routes(Route.ARBITRATION, "红柳区劳动人事争议仲裁委员会"),
                on=self._today(),
                actor=self._actor,
                version=case.version,
            )
        elif end is _S.WITHDRAWN:
            left = life.withdraw(
                case.id,
                case.parties[0].id,
                reason="双方私下谈好了，不再申请。",
                on=self._today(),
                actor=self._actor,
                version=case.version,
            )
            self._services.issuing.issue(DocumentKind.WITHDRAWAL, left.value.id, actor=self._actor)

    def court(self, name: str) -> tuple[HandOver, ...]:
        """Give the route to the court with the papers taken along."""
        return self._routes(Route.COURT, name, ("人民调解受理登记表", "人民调解记录"))

    def agree_orally(self, case: Case) -> Case:
        """Settle a small dispute by word of mouth, performed on the spot."""
        told = OralAgreement(
            id=new_id(),
            case_id=case.id,
            reached_on=self._today(),
            facts=case.facts,
            matters="今后怎么相处。",
            terms="双方互相谅解，今后有事先商量，不再为此事争吵。",
            performance="当场握手言和。",
            party_ids=tuple(party.id for party in case.parties),
            recorded_at=self._clock.now(),
        )
        return self._services.lifecycle.agree_orally(
            told, performed_note="当场和好，调解员在场", actor=self._actor, version=case.version
        ).value

    def archive(self, case: Case) -> Case:
        """Lock a closed case."""
        return self._services.lifecycle.archive(case.id, actor=self._actor, version=case.version).value

    def reopen(self, case: Case) -> None:
        """Take an archived case up again."""
        self._services.lifecycle.reopen(
            case.id,
            reason="当事人提交新的收条，数额与原记录不一致。",
            approver=self._director().name,
            on=self._today(),
            actor=self._director(),
            version=case.version,
        )

    def tell_the_end(self, case: Case) -> None:
        """Issue the notice of a case that ended without agreement."""
        self._services.issuing.issue(DocumentKind.TERMINATION, case.id, actor=self._actor)

    # once all cases are there
    def join(self) -> int:
        """Merge, split, begin anew, raise, hand over and report; gives how many cases were added."""
        added = self._merge() + self._split() + self._begin_anew()
        self._raise_and_report()
        return added

    def _merge(self) -> int:
        """Let the grid report a dispute a second time, and merge the second case into the first."""
        for line in self._lines(_S.AWAITING_CONSENT)[:1]:
            first = self._services.cases.folder(line.id).case
            told = Intake(
                source=CaseSource.GRID,
                title=first.title,
                dispute_type=first.dispute_type,
                amount=first.amount,
                place=first.place,
                facts=f"网格员上报：{first.facts}",
                requests=first.requests,
                tier=first.tier,
                organisation_id=first.organisation_id,
                studio_id=first.studio_id,
                parties=side_steps.parties_again(first, [party.id for party in first.parties]),
            )
            second = self._services.registration.register(told, actor=self._actor).value
            self._services.lifecycle.merge(
                second.id,
                first.id,
                reason="与窗口登记的是同一件纠纷。",
                on=self._today(),
                actor=self._actor,
                version=second.version,
            )
            return 1
        return 0

    def _split(self) -> int:
        for line in self._lines(_S.ACCEPTED)[:1]:
            case = self._services.cases.folder(line.id).case
            self._services.lifecycle.split(
                case.id,
                tuple(party.id for party in case.parties),
                facts="登记时一并提到的楼道堆物，与本件不是一回事，另行调解。",
                requests="清理楼道。",
                reason="两件事，责任人不同。",
                actor=self._actor,
                version=case.version,
            )
            return 1
        return 0

    def _begin_anew(self) -> int:
        for line in self._lines(_S.CLOSED)[:1]:
            self._services.lifecycle.open_anew(
                line.id,
                LinkKind.RELAPSE,
                facts="原协议履行后两个月，双方又因同一处漏水争吵。",
                requests="请求再次调解。",
                actor=self._actor,
            )
            return 1
        return 0

    def _raise_and_report(self) -> None:
        for line in self._lines(_S.MEDIATING)[:1]:
            case = self._services.cases.folder(line.id).case
            higher = TIER_ORDER[min(TIER_ORDER.index(case.tier) + 1, len(TIER_ORDER) - 1)]
            case = self._services.lifecycle.escalate(
                case.id,
                tier=higher,
                risk=RiskLevel.VERY_HIGH,
                reason="一方带人到场，言语过激。",
                on=self._today(),
                actor=self._actor,
                version=case.version,
            ).value
            report = PoliceReport(
                id=new_id(),
                at=happened_at(self._today(), self._clock.now()),
                receiver="红柳派出所值班民警",
                told="一方扬言动手，现场有多人聚集。",
                measures="已劝离，双方分开谈。",
            )
            self._services.lifecycle.report_to_police(
                case.id, report, actor=self._actor, version=case.version
            )
        for line in self._lines(_S.ASSIGNED)[:1]:
            case = self._services.cases.folder(line.id).case
            handed = self._services.lifecycle.transfer(
                case.id,
                "红柳街道人民调解委员会",
                reason="当事人分属两个社区，由街道调处。",
                papers=("人民调解受理登记表",),
                on=self._today(),
                actor=self._actor,
                version=case.version,
            ).value
            letter = handed.transfers[-1].id
            self._services.issuing.issue(DocumentKind.TRANSFER, case.id, letter, actor=self._actor)

    def _routes(self, route: Route, organ: str, papers: tuple[str, ...] = ()) -> tuple[HandOver, ...]:
        told = HandOver(id=new_id(), route=route, organ=organ, papers=papers, told_on=self._today())
        return (told,)

    def _director(self) -> Actor:
        found = [m.actor for m in self._material.staff if StaffRole.DIRECTOR in m.roles]
        return found[0] if found else self._actor

    def _lines(self, *states: CaseState) -> list[CaseLine]:
        lines = self._services.lists.page(CaseFilter(view=CaseView.ALL), 0, 500)
        return [line for line in lines if line.state in states]

    def _today(self) -> date:
        return local_day(self._clock.now())
