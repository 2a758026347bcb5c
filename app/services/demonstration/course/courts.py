"""Go to court with agreements of the demo: asked, extended, confirmed, enforced, or by payment order."""

from __future__ import annotations

from datetime import date, timedelta

from app.domain.disputes.cases import Case
from app.domain.filing.kinds import DocumentKind
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

_EXTENDED, _CONFIRMED, _ONLY_ASKED = 0, 1, 2
_TURNS = 3
_LATER = timedelta(days=2)


class Courts:
    """What parties do at the court of their district, case after case."""

    def __init__(self, services: Services) -> None:
        self._services = services
        self._defaults = 0

    def answer_default(self, case: Case, plan: PerformancePlan, today: date, actor: Actor) -> None:
        """Let the first who waits ask for a payment order, and the second enforce what was confirmed."""
        self._defaults += 1
        if self._defaults == 1:
            self._take(case, plan, today, LegalActionKind.PAYMENT_ORDER, actor)
        elif self._defaults == 2:  # noqa: PLR2004 - the first and the second
            self.go(case, plan, today, _CONFIRMED, actor)
            self._enforce(case, plan, today, actor)

    def go(self, case: Case, plan: PerformancePlan, today: date, turn: int, actor: Actor) -> None:
        """Write the application where it is still in time, record it, and let the court go on by turns."""
        self._write(case, plan, today, actor)
        effective = self._services.settlements.agreement(plan.id).effective_on or today
        application = JudicialConfirmation(
            id=new_id(),
            case_id=case.id,
            agreement_id=plan.id,
            applied_on=min(effective + _LATER, today),
            applicant_ids=plan.party_ids,
            court=self._court(case),
            handled_by=actor.name,
        )
        service = self._services.performance
        known = service.apply_for_confirmation(application, is_suitable=True, actor=actor).value
        if turn % _TURNS == _ONLY_ASKED:
            return
        taken_on = min(known.applied_on + _LATER, today)
        known = service.court_accepted(
            known.id, taken_on, "（演示）民特调确0001号", actor=actor, version=known.version
        ).value
        if turn % _TURNS == _EXTENDED:
            told = ReviewExtension(told_on=today, told_by="立案庭（演示）", number="（演示）通知0001号")
            service.court_extended(known.id, told, actor=actor, version=known.version)
            return
        service.court_confirmed(known.id, today, "（演示）民特0001号", actor=actor, version=known.version)

    def _write(self, case: Case, plan: PerformancePlan, today: date, actor: Actor) -> None:
        packs = self._services.court_packs
        if any(one.level is ObstacleLevel.REFUSED for one in packs.obstacles(case.id, plan.id)):
            return
        for party_id in plan.party_ids:
            self._services.issuing.issue(DocumentKind.SERVICE_ADDRESS, case.id, party_id, actor=actor)
        answers = ConfirmationAnswers(
            court=self._court(case),
            ground=CourtGround.COMMITTEE,
            applicant_ids=plan.party_ids,
            applied_on=today,
        )
        version = self._services.cases.folder(case.id).case.version
        packs.apply_for_confirmation(case.id, plan.id, answers, actor=actor, version=version)

    def _enforce(self, case: Case, plan: PerformancePlan, today: date, actor: Actor) -> None:
        """Write the application of who is owed, and record that it was made."""
        late = plan.overdue(today)[0]
        answers = EnforcementAnswers(
            court=self._court(case),
            applicant_ids=late.payee_ids[:1] or plan.party_ids[:1],
            requests=f"请求强制执行{late.place}约定的{late.what}。",
            leads="（演示）名下有小型轿车一辆。",
            applied_on=today,
        )
        version = self._services.cases.folder(case.id).case.version
        self._services.court_packs.apply_for_enforcement(
            case.id, plan.id, answers, actor=actor, version=version
        )
        self._take(case, plan, today, LegalActionKind.ENFORCEMENT, actor)

    def _take(
        self, case: Case, plan: PerformancePlan, today: date, kind: LegalActionKind, actor: Actor
    ) -> None:
        late = plan.overdue(today)[0]
        action = LegalAction(
            id=new_id(),
            case_id=case.id,
            agreement_id=plan.id,
            kind=kind,
            applied_on=today,
            applicant_ids=late.payee_ids[:1] or plan.party_ids[:1],
            organ=self._court(case),
        )
        self._services.performance.take_action(action, actor=actor)

    def _court(self, case: Case) -> str:
        organisation = self._services.people.organisation(case.organisation_id)
        return organisation.confirming_court or "所在地基层人民法院"
