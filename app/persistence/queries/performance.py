"""Reads what is to be performed, visited and decided across all cases, each list one index."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import BigInteger, ColumnElement, Select, and_, func, or_, select, true, type_coerce
from sqlalchemy.orm import Session

from app.domain.disputes.case_lines import CaseLine
from app.domain.disputes.states import IN_EFFECT, CaseState
from app.domain.duties.follow_up.visits import FollowUpVisit
from app.domain.settlements.agreements import AgreementState, MediationAgreement
from app.domain.settlements.confirmation import PENDING, ConfirmationState, JudicialConfirmation
from app.domain.settlements.performance.due_lines import DueLine, DueWeek
from app.domain.settlements.performance.items import PerformanceItem
from app.domain.values.money import Money
from app.persistence.queries.case_lines import LINE_COLUMNS, line_of
from app.persistence.rows.disputes import CaseLineRow, CaseRow
from app.persistence.rows.mapping import shape_of
from app.persistence.rows.performance import ConfirmationRow, ItemRow, PlanRow, VisitRow
from app.persistence.rows.settlements import AgreementRow

_OVER = (CaseState.PERFORMED, CaseState.FOLLOWED_UP)
_ENDED = (CaseState.PERFORMED, CaseState.TERMINATED)


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenAgreement:
    """An agreement in effect for which nothing is pending or decided at the court."""

    case: CaseLine
    agreement: MediationAgreement


class PerformanceQueries:
    """Lists over the plans, visits and applications of all open cases; ``staff_id`` narrows to one's own."""

    def __init__(self, session: Session) -> None:
        self._session = session

    # items

    def items(
        self, since: date | None, until: date | None, *, staff_id: UUID | None = None, limit: int
    ) -> tuple[DueLine, ...]:
        """Give open items due from ``since`` to ``until``, the earliest first.

        Without ``until`` those without a day come last; without ``since`` overdue ones come first.
        """
        statement = (
            select(ItemRow, *LINE_COLUMNS)
            .join(PlanRow, PlanRow.id == ItemRow.plan_id)
            .join(CaseLineRow, CaseLineRow.id == PlanRow.case_id)
            .where(*self._open_items(since, until, staff_id))
            .order_by(ItemRow.due_on.is_(None), ItemRow.due_on, ItemRow.plan_id, ItemRow.position)
            .limit(limit)
        )
        return tuple(self._due_lines(statement))

    def count_items(self, since: date | None, until: date | None, *, staff_id: UUID | None = None) -> int:
        """Count open items due from ``since`` to ``until``."""
        return self._counted(self._open_items(since, until, staff_id))

    def weeks(self, monday: date, count: int, *, staff_id: UUID | None = None) -> tuple[DueWeek, ...]:
        """Count what falls due in each of some weeks."""
        return tuple(self._week(monday + timedelta(weeks=n), staff_id) for n in range(count))

    def _week(self, monday: date, staff_id: UUID | None) -> DueWeek:
        conditions = self._open_items(monday, monday + timedelta(days=6), staff_id)
        fen = (type_coerce(column, BigInteger) for column in (ItemRow.amount, ItemRow.received))
        due, received = fen
        owed = func.coalesce(func.sum(due - received), 0)
        statement = (
            select(func.count(), owed)
            .select_from(ItemRow)
            .join(PlanRow, PlanRow.id == ItemRow.plan_id)
            .join(CaseLineRow, CaseLineRow.id == PlanRow.case_id)
            .where(*conditions)
        )
        number, total = self._session.execute(statement).one()
        return DueWeek(monday=monday, count=number, owed=Money(int(total)))

    def _open_items(
        self, since: date | None, until: date | None, staff_id: UUID | None
    ) -> tuple[ColumnElement[bool], ...]:
        conditions: list[ColumnElement[bool]] = [
            ItemRow.is_open == true(),
            CaseLineRow.is_open == true(),
            CaseLineRow.state.not_in(_OVER),
        ]
        if since is not None:
            after = ItemRow.due_on >= since
            conditions.append(after if until is not None else or_(after, ItemRow.due_on.is_(None)))
        if until is not None:
            conditions.append(ItemRow.due_on <= until)
        if staff_id is not None:
            conditions.append(CaseLineRow.lead_id == staff_id)
        return tuple(conditions)

    def _counted(self, conditions: tuple[ColumnElement[bool], ...]) -> int:
        statement = (
            select(func.count())
            .select_from(ItemRow)
            .join(PlanRow, PlanRow.id == ItemRow.plan_id)
            .join(CaseLineRow, CaseLineRow.id == PlanRow.case_id)
            .where(*conditions)
        )
        return self._session.scalar(statement) or 0

    def _due_lines(self, statement: Select[tuple[ItemRow, object]]) -> Iterator[DueLine]:
        shape = shape_of(PerformanceItem, ItemRow)
        for row in self._session.execute(statement).mappings():
            item: ItemRow = row[ItemRow]
            yield DueLine(
                case=line_of(row),
                plan_id=item.plan_id,
                item=shape.entity(item),
                received=item.received,
                urged_on=item.urged_on,
            )

    # visits

    def planned_visits(
        self, *, staff_id: UUID | None = None, limit: int
    ) -> tuple[tuple[CaseLine, FollowUpVisit], ...]:
        """Give the visits that wait, the earliest first, also of cases closed meanwhile."""
        conditions: list[ColumnElement[bool]] = [VisitRow.is_waiting == true()]
        if staff_id is not None:
            conditions.append(CaseLineRow.lead_id == staff_id)
        statement = (
            select(VisitRow, *LINE_COLUMNS)
            .join(CaseLineRow, CaseLineRow.id == VisitRow.case_id)
            .where(*conditions)
            .order_by(VisitRow.planned_on, VisitRow.id)
            .limit(limit)
        )
        shape = shape_of(FollowUpVisit, VisitRow)
        rows = self._session.execute(statement).mappings()
        return tuple((line_of(row), shape.entity(row[VisitRow])) for row in rows)

    def unvisited(self, *, staff_id: UUID | None = None, limit: int) -> tuple[tuple[CaseLine, date], ...]:
        """Give the cases that wait for a visit nobody planned, with the day they were performed or ended."""
        planned = select(VisitRow.case_id).where(
            VisitRow.case_id == CaseLineRow.id, VisitRow.is_waiting == true()
        )
        conditions: list[ColumnElement[bool]] = [
            CaseLineRow.is_open == true(),
            CaseLineRow.state.in_(_ENDED),
            ~planned.exists(),
        ]
        if staff_id is not None:
            conditions.append(CaseLineRow.lead_id == staff_id)
        since = func.coalesce(CaseRow.performed_on, CaseRow.ended_on)
        statement = (
            select(since.label("since"), *LINE_COLUMNS)
            .join(CaseRow, CaseRow.id == CaseLineRow.id)
            .where(*conditions, since.is_not(None))
            .order_by(CaseLineRow.due_on, CaseLineRow.newest)
            .limit(limit)
        )
        rows = self._session.execute(statement).mappings()
        return tuple((line_of(row), row["since"]) for row in rows)

    # the court

    def pending_confirmations(
        self, *, staff_id: UUID | None = None, limit: int
    ) -> tuple[tuple[OpenAgreement, JudicialConfirmation], ...]:
        """Give the applications the court has still to decide, the oldest first."""
        conditions: list[ColumnElement[bool]] = [ConfirmationRow.state.in_(sorted(PENDING))]
        if staff_id is not None:
            conditions.append(CaseLineRow.lead_id == staff_id)
        statement = (
            select(ConfirmationRow, AgreementRow, *LINE_COLUMNS)
            .join(AgreementRow, AgreementRow.id == ConfirmationRow.agreement_id)
            .join(CaseLineRow, CaseLineRow.id == ConfirmationRow.case_id)
            .where(*conditions)
            .order_by(ConfirmationRow.applied_on, ConfirmationRow.id)
            .limit(limit)
        )
        shape = shape_of(JudicialConfirmation, ConfirmationRow)
        return tuple(
            (
                OpenAgreement(case=line_of(row), agreement=_agreement(row[AgreementRow])),
                shape.entity(row[ConfirmationRow]),
            )
            for row in self._session.execute(statement).mappings()
        )

    def may_be_confirmed(
        self, since: date, *, staff_id: UUID | None = None, limit: int
    ) -> tuple[OpenAgreement, ...]:
        """Give the agreements in effect since a day with nothing pending or confirmed, the oldest first."""
        taken = select(ConfirmationRow.id).where(
            ConfirmationRow.agreement_id == AgreementRow.id,
            ConfirmationRow.state.in_((*sorted(PENDING), ConfirmationState.CONFIRMED)),
        )
        conditions: list[ColumnElement[bool]] = [
            and_(AgreementRow.effective_on >= since, AgreementRow.state == AgreementState.EFFECTIVE),
            CaseLineRow.state.in_(sorted(IN_EFFECT)),
            ~taken.exists(),
        ]
        if staff_id is not None:
            conditions.append(CaseLineRow.lead_id == staff_id)
        statement = (
            select(AgreementRow, *LINE_COLUMNS)
            .join(CaseLineRow, CaseLineRow.id == AgreementRow.case_id)
            .where(*conditions)
            .order_by(AgreementRow.effective_on, AgreementRow.id)
            .limit(limit)
        )
        rows = self._session.execute(statement).mappings()
        return tuple(
            OpenAgreement(case=line_of(row), agreement=_agreement(row[AgreementRow])) for row in rows
        )


def _agreement(row: AgreementRow) -> MediationAgreement:
    return shape_of(MediationAgreement, AgreementRow).entity(row)
