"""What is recorded of a case beside its agreements: plans, what went to court, follow-up visits."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from app.domain.duties.follow_up.visits import FollowUpVisit
from app.domain.settlements.confirmation import JudicialConfirmation
from app.domain.settlements.legal_actions import LegalAction
from app.domain.settlements.performance.plans import PerformancePlan


@dataclass(frozen=True, slots=True, kw_only=True)
class PerformanceFacts:
    """The facts of one case, the oldest first."""

    plans: tuple[PerformancePlan, ...] = ()
    confirmations: tuple[JudicialConfirmation, ...] = ()
    visits: tuple[FollowUpVisit, ...] = ()
    actions: tuple[LegalAction, ...] = ()

    def plan(self, agreement_id: UUID) -> PerformancePlan | None:
        """Find the plan of an agreement."""
        return next((plan for plan in self.plans if plan.id == agreement_id), None)

    def confirmation(self, confirmation_id: UUID) -> JudicialConfirmation | None:
        """Find an application."""
        return next((entry for entry in self.confirmations if entry.id == confirmation_id), None)

    def action(self, action_id: UUID) -> LegalAction | None:
        """Find an action."""
        return next((action for action in self.actions if action.id == action_id), None)

    def visit(self, visit_id: UUID) -> FollowUpVisit | None:
        """Find a visit."""
        return next((visit for visit in self.visits if visit.id == visit_id), None)


NO_FACTS = PerformanceFacts()
"""Nothing recorded: plans are then derived from the agreements."""
