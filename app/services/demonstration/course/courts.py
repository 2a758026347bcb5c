"""Go to court with agreements of the demo: asked, extended, confirmed, enforced, or by payment order."""

from __future__ import annotations

from datetime import date, timedelta

from app.domain.disputes.cases import Case
from app.domain.settlements.confirmation import JudicialConfirmation, ReviewExtension
from app.domain.settlements.court.applying import (
    ConfirmationAnswers,
    CourtGround,
    EnforcementAnswers,
)
from app.domain.settlements.court.obstacles import ObstacleLevel
from app.domain.settlements.legal_actions import LegalAction, LegalActionKind
from app.domain.settlements.performance.plans import PerformancePlan
from app.domain.trust.actors import Actor
from app.domain.values.ids import new_id
from app.services.services import Services

_EXTENDED, _ONLY_ASKED = 0, 2
_TURNS = 3
_LATER = timedelta(days=2)


class Courts:
    """What the parties of one case do at a court."""

    def __init__(self, services: Services, actor: Actor) -> None:
        self._services, self._actor = services, actor

    def go(self, case: Case, plan: PerformancePlan, today: date, turn: int) -> None:
        """Write the application where it is still in time, record it, and let the court go on by turns."""
        organisation = self._services.people.organisation(case.organisation_id)
        court = organisation.confirming_court or "所在地基层人民法院"
        self._write(case, plan, today, court)
        effective = self._services.settlements.agreement(plan.id).effective_on or today
        application = JudicialConfirmation(
            id=new_id(),
            case_id=case.id,
            agreement_id=plan.id,
            applied_on=min(effective + _LATER, today),
            applicant_ids=plan.party_ids,
            court=court,
            handled_by=self._actor.name,
        )
        service = self._services.performance
        known = service.apply_for_confirmation(application, is_suitable=True, actor=self._actor).value
        if turn % _TURNS == _ONLY_ASKED:
            return
        taken_on = min(known.applied_on + _LATER, today)
        known = service.court_accepted(
            known.id, taken_on, "（演示）民特调确0001号", actor=self._actor, version=known.version
        ).value
        if turn % _TURNS == _EXTENDED:
            told = ReviewExtension(told_on=today, told_by="立案庭（演示）", number="（演示）通知0001号")
            service.court_extended(known.id, told, actor=self._actor, version=known.version)
            return
        service.court_confirmed(
            known.id, today, "（演示）民特0001号", actor=self._actor, version=known.version
        )
        if plan.overdue(today):
            self._enforce(case, plan, today, court)

    def ask_for_order(self, case: Case, plan: PerformancePlan, today: date) -> None:
        """Record that somebody who is owed money asked for a payment order."""
        organisation = self._services.people.organisation(case.organisation_id)
        if any(item.is_payment and item.payee_ids for item in plan.overdue(today)):
            court = organisation.confirming_court or "所在地基层人民法院"
            self._take(case, plan, today, LegalActionKind.PAYMENT_ORDER, court)

    def _write(self, case: Case, plan: PerformancePlan, today: date, court: str) -> None:
        packs = self._services.court_packs
        if any(one.level is ObstacleLevel.REFUSED for one in packs.obstacles(case.id, plan.id)):
            return
        seen = self._services.cases.folder(case.id).case
        answers = ConfirmationAnswers(
            court=court, ground=CourtGround.COMMITTEE, applicant_ids=plan.party_ids, applied_on=today
        )
        packs.apply_for_confirmation(case.id, plan.id, answers, actor=self._actor, version=seen.version)

    def _enforce(self, case: Case, plan: PerformancePlan, today: date, court: str) -> None:
        """Write the application of who is owed, and record that it was made."""
        seen = self._services.cases.folder(case.id).case
        late = plan.overdue(today)[0]
        answers = EnforcementAnswers(
            court=court,
            applicant_ids=late.payee_ids[:1] or plan.party_ids[:1],
            requests=f"请求强制执行{late.place}约定的{late.what}。",
            leads="（演示）名下有小型轿车一辆。",
            applied_on=today,
        )
        self._services.court_packs.apply_for_enforcement(
            case.id, plan.id, answers, actor=self._actor, version=seen.version
        )
        self._take(case, plan, today, LegalActionKind.ENFORCEMENT, court)

    def _take(
        self, case: Case, plan: PerformancePlan, today: date, kind: LegalActionKind, court: str
    ) -> None:
        payees = [id_ for item in plan.overdue(today) for id_ in item.payee_ids] or list(plan.party_ids)
        action = LegalAction(
            id=new_id(),
            case_id=case.id,
            agreement_id=plan.id,
            kind=kind,
            applied_on=today,
            applicant_ids=(payees[0],),
            organ=court,
        )
        self._services.performance.take_action(action, actor=self._actor)
