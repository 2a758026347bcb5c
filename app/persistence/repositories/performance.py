"""Plans of performance, what went to court, and follow-up visits, with what lists need of them."""

from __future__ import annotations

from typing import cast
from uuid import UUID

from sqlalchemy import select

from app.domain.duties.follow_up.visits import FollowUpVisit
from app.domain.settlements.agreements import AgreementState
from app.domain.settlements.confirmation import JudicialConfirmation
from app.domain.settlements.legal_actions import LegalAction
from app.domain.settlements.performance.plans import PerformancePlan
from app.persistence.repositories.aggregates import Repository
from app.persistence.rows.declared import Root
from app.persistence.rows.mapping import shape_of
from app.persistence.rows.performance import ConfirmationRow, LegalActionRow, PlanRow, VisitRow
from app.persistence.rows.settlements import AgreementRow


class PlanRepository(Repository[PerformancePlan]):
    """Plans, one per agreement, under its id."""

    kind = "performance"
    _row = PlanRow
    _entity = PerformancePlan

    def of_case(self, case_id: UUID) -> tuple[PerformancePlan, ...]:
        """Give the plans of a case in the order of their agreements."""
        return self._of_case(case_id)

    def open(self, plan: PerformancePlan) -> PerformancePlan:
        """Write a plan derived from its agreement; the entry of the agreement is its history."""
        stored = self._at_version(plan, 1)
        row = PlanRow()
        shape_of(PerformancePlan, PlanRow).fill(row, stored)
        self._derive(row, stored)
        self._session.add(row)
        self._session.flush()  # lists of the same use case count it
        self._writing.touch(self.kind, plan.id)
        return stored

    def cases_without(self) -> tuple[UUID, ...]:
        """Give the cases with an agreement in effect that has no plan yet: data of an earlier release."""
        wanted = (
            select(AgreementRow.case_id)
            .outerjoin(PlanRow, PlanRow.id == AgreementRow.id)
            .where(AgreementRow.state == AgreementState.EFFECTIVE, PlanRow.id.is_(None))
        )
        return tuple(dict.fromkeys(self._session.scalars(wanted.order_by(AgreementRow.case_id))))

    def _derive(self, row: Root, entity: PerformancePlan) -> None:
        for item_row, item in zip(cast("PlanRow", row).items, entity.items, strict=True):
            item_row.received = entity.received(item.id)
            item_row.is_open = entity.is_open(item)
            urged = entity.urgings_of(item.id)
            item_row.urged_on = urged[-1].urged_on if urged else None


class ConfirmationRepository(Repository[JudicialConfirmation]):
    """Applications to the court."""

    kind = "confirmation"
    _row = ConfirmationRow
    _entity = JudicialConfirmation

    def of_case(self, case_id: UUID) -> tuple[JudicialConfirmation, ...]:
        """Give the applications of a case, the oldest first."""
        return self._of_case(case_id)


class LegalActionRepository(Repository[LegalAction]):
    """What parties did when an agreement was not kept."""

    kind = "legal_action"
    _row = LegalActionRow
    _entity = LegalAction

    def of_case(self, case_id: UUID) -> tuple[LegalAction, ...]:
        """Give the actions of a case, the oldest first."""
        return self._of_case(case_id)


class VisitRepository(Repository[FollowUpVisit]):
    """Visits, planned and made."""

    kind = "visit"
    _row = VisitRow
    _entity = FollowUpVisit

    def of_case(self, case_id: UUID) -> tuple[FollowUpVisit, ...]:
        """Give the visits of a case in the order they were planned."""
        return self._of_case(case_id)

    def _derive(self, row: Root, entity: FollowUpVisit) -> None:
        cast("VisitRow", row).is_waiting = entity.is_waiting
