"""Keep, half keep or break the agreements of the demo's cases, urge, go to court, and visit."""

from __future__ import annotations

import random
from datetime import date

from app.domain.disputes.case_lines import CaseFilter, CaseSort, CaseView
from app.domain.disputes.cases import Case
from app.domain.disputes.states import CaseState, Stage
from app.domain.duties.follow_up.visits import FollowUpVisit, Litigation, Satisfaction, VisitManner
from app.domain.people.staff import StaffMember
from app.domain.settlements.performance.items import PerformanceItem
from app.domain.settlements.performance.plans import PerformancePlan
from app.domain.settlements.performance.receipts import PerformanceManner
from app.domain.settlements.performance.urgings import Urging, UrgingManner
from app.domain.trust.actors import Actor
from app.domain.values.days.moments import Clock, local_day
from app.domain.values.ids import new_id
from app.domain.values.money import Money
from app.services.demonstration.course.courts import Courts
from app.services.services import Services
from app.services.settlements.performance.plan_acts import Incoming, Proof

_MOST = 200
_PROOF = "演示用的回执：并非真实凭证。".encode()
_ANSWERS = ("说月底结了账就付。", "电话里没有说哪天付。", "")
_SAID = (
    (Satisfaction.CONTENT, "钱到了，没别的要求。"),
    (Satisfaction.FAIRLY, "慢了几天，总算办了。"),
    (Satisfaction.DISCONTENT, "还有一个小问题没弄好。"),
)


def perform_agreements(services: Services, clock: Clock, chance: random.Random) -> None:
    """Bring the agreements in effect to where they stand today."""
    wanted = CaseFilter(view=CaseView.OPEN, stages=(Stage.PERFORMANCE,), sort=CaseSort.REGISTERED)
    mediators = {member.id: member.actor for member in services.people.staff()}
    courts = Courts(services)
    for number, line in enumerate(services.lists.page(wanted, 0, _MOST)):
        if line.lead_id in mediators:
            performing = Performing(services, clock, mediators[line.lead_id], chance, courts)
            performing.half_keep(services.cases.folder(line.id).case, number)


class Performing:
    """What happens to one agreement after it took effect."""

    def __init__(
        self,
        services: Services,
        clock: Clock,
        actor: Actor,
        chance: random.Random,
        courts: Courts | None = None,
    ) -> None:
        self._services, self._clock, self._actor, self._chance = services, clock, actor, chance
        self._courts = courts or Courts(services)

    def keep_all(self, case: Case, on: date) -> None:
        """Record every item as performed."""
        for plan in self._plans(case):
            for item in plan.items:
                self._receive(case, item, plan.owed(item), on)

    def half_keep(self, case: Case, number: int) -> None:
        """Pay what is due by turns: in time, in part, or not at all and urged; some ask the court."""
        today = local_day(self._clock.now())
        for plan in self._plans(case):
            for item in plan.items:
                if item.due_on is not None and item.due_on <= today and number % 3 != 0:
                    part = Money(plan.owed(item).fen // 2) if number % 3 == 2 else plan.owed(item)  # noqa: PLR2004 - every third
                    self._receive(case, item, part, item.due_on)
        for plan in self._plans(case):
            late = plan.overdue(today)
            if late and number % 2 == 0:
                self._urge(case, plan, late, today, by_letter=number % 4 == 0)
            if late:
                self._courts.answer_default(case, plan, today, self._actor)
            elif number % 4 == 1:
                self._courts.go(case, plan, today, number // 4, self._actor)
        if number % 3 == 1:
            self._services.performance.plan_visit(
                FollowUpVisit(id=new_id(), case_id=case.id, planned_on=today, why="看第一期是否按时付"),
                actor=self._actor,
            )

    def visit(self, case: Case, visitor: StaffMember, on: date) -> None:
        """Record a follow-up visit."""
        content, said = self._chance.choice(_SAID)
        seen = self._services.cases.folder(case.id).case
        visit = FollowUpVisit(
            id=new_id(),
            case_id=case.id,
            planned_on=on,
            why="履行完毕后回访" if seen.state is CaseState.PERFORMED else "终止后回访",
            visited_on=on,
            manner=self._chance.choice((VisitManner.PHONE, VisitManner.ON_SITE)),
            visitor_id=visitor.id,
            visitor=visitor.name,
            visited_ids=tuple(party.id for party in case.parties),
            performance="各项都已履行，双方确认。",
            satisfaction=content,
            said=said,
            litigation=Litigation.NONE,
        )
        self._services.performance.record_visit(visit, actor=self._actor)

    def _receive(self, case: Case, item: PerformanceItem, amount: Money, on: date) -> None:
        plan = next(plan for plan in self._plans(case) if plan.item(item.id) is not None)
        if not plan.is_open(item):
            return
        incoming = Incoming(
            item_id=item.id,
            received_on=max(on, local_day(case.received_at)),
            amount=amount if item.is_payment else None,
            manner=PerformanceManner.TRANSFER if item.is_payment else PerformanceManner.ON_SITE,
            completes=not item.is_payment,
            proof=Proof(content=_PROOF, name="转账回单（演示）.txt") if item.is_payment else None,
        )
        self._services.performance.record(case.id, plan.id, incoming, actor=self._actor, version=plan.version)

    def _urge(
        self,
        case: Case,
        plan: PerformancePlan,
        late: tuple[PerformanceItem, ...],
        today: date,
        *,
        by_letter: bool,
    ) -> None:
        answer = self._chance.choice(_ANSWERS)
        urging = Urging(
            id=new_id(),
            urged_on=today,
            manner=UrgingManner.LETTER if by_letter else UrgingManner.PHONE,
            item_ids=tuple(item.id for item in late),
            addressee_ids=late[0].payer_ids,
            addressees=late[0].payers,
            answer=answer,
            answered_on=today if answer else None,
            recorded_at=self._clock.now(),
            recorded_by=self._actor.name,
        )
        service = self._services.performance
        if urging.manner is UrgingManner.LETTER:
            service.urge_by_letter(case.id, plan.id, urging, actor=self._actor, version=plan.version)
        else:
            service.urge(case.id, plan.id, urging, actor=self._actor, version=plan.version)

    def _plans(self, case: Case) -> tuple[PerformancePlan, ...]:
        return self._services.cases.folder(case.id).performance.plans
