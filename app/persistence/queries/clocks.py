"""What counting clocks needs of many open cases at once, and nothing else of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TypeVar
from uuid import UUID

from sqlalchemy import ColumnElement, func, or_, select, true
from sqlalchemy.orm import Session, lazyload
from sqlalchemy.orm.attributes import set_committed_value

from app.domain.disputes.cases import Case
from app.domain.disputes.periods.triggers import Trigger
from app.domain.disputes.states import CaseState
from app.domain.duties.clock_facts import ClockFacts
from app.domain.duties.follow_up.visits import FollowUpVisit
from app.domain.duties.four_duties import Duty, FourDuties
from app.domain.duties.performance.facts import PerformanceFacts
from app.domain.duties.referrals.guidance import ServiceReferral
from app.domain.duties.referrals.links import CaseLinks
from app.domain.duties.referrals.orders import WorkOrder
from app.domain.duties.referrals.referrals import Referral
from app.domain.filing.kinds import DocumentKind
from app.domain.settlements.agreements import AgreementState, MediationAgreement
from app.domain.settlements.confirmation import JudicialConfirmation
from app.domain.settlements.legal_actions import LegalAction
from app.domain.settlements.oral import OralAgreement
from app.domain.settlements.performance.plans import PerformancePlan
from app.persistence.rows.disputes import CaseLineRow, CaseRow
from app.persistence.rows.duties import DutyRow, FourDutiesRow
from app.persistence.rows.filing import DocumentRow, SubmissionRow
from app.persistence.rows.lifecycle import OralAgreementRow
from app.persistence.rows.mapping import shape_of
from app.persistence.rows.performance import ConfirmationRow, LegalActionRow, PlanRow, VisitRow
from app.persistence.rows.referrals.links import ReferralRow, ServiceReferralRow, WorkOrderRow
from app.persistence.rows.referrals.transit import TransitLineRow
from app.persistence.rows.settlements import AgreementRow

E = TypeVar("E")
R = TypeVar(
    "R",
    PlanRow,
    ConfirmationRow,
    LegalActionRow,
    VisitRow,
    ReferralRow,
    ServiceReferralRow,
    WorkOrderRow,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Timed:
    """A case as clocks see it: no parties, consents and mediators; only the duties that have a clock."""

    case: Case
    facts: ClockFacts


class ClockQueries:
    """Reading for clocks, batch by batch in the order of ids."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def count_open(self) -> int:
        """Count the cases on which clocks may run."""
        statement = select(func.count()).select_from(CaseLineRow).where(_may_run())
        return self._session.scalar(statement) or 0

    def open_ids(self, after: UUID | None, limit: int) -> tuple[UUID, ...]:
        """Give the next cases behind an id on which clocks may run."""
        statement = select(CaseLineRow.id).where(_may_run())
        if after is not None:
            statement = statement.where(CaseLineRow.id > after)
        return tuple(self._session.scalars(statement.order_by(CaseLineRow.id).limit(limit)))

    def timed(self, case_ids: tuple[UUID, ...]) -> Iterator[Timed]:
        """Give these cases, in the order of their ids."""
        duties, agreements = self._duties(case_ids), self._agreements(case_ids)
        orals, asked = self._orals(case_ids), self._asked_police(case_ids)
        plans = self._of_cases(PerformancePlan, PlanRow, case_ids)
        confirmations = self._of_cases(JudicialConfirmation, ConfirmationRow, case_ids)
        actions = self._of_cases(LegalAction, LegalActionRow, case_ids)
        visits = self._of_cases(FollowUpVisit, VisitRow, case_ids)
        referrals = self._of_cases(Referral, ReferralRow, case_ids)
        guidance = self._of_cases(ServiceReferral, ServiceReferralRow, case_ids)
        orders = self._of_cases(WorkOrder, WorkOrderRow, case_ids)
        statement = select(CaseRow).where(CaseRow.id.in_(case_ids)).order_by(CaseRow.id)
        unread = (CaseRow.parties, CaseRow.consents, CaseRow.mediators)
        for row in self._session.scalars(statement.options(*map(lazyload, unread))):
            for relation in unread:  # this session only reads: what is left out here is never written
                set_committed_value(row, relation.key, [])
            yield Timed(
                case=shape_of(Case, CaseRow).entity(row),
                facts=ClockFacts(
                    duties=FourDuties(id=row.id, case_id=row.id, duties=tuple(duties[row.id])),
                    agreements=tuple(agreements[row.id]),
                    orals=tuple(orals[row.id]),
                    days=asked[row.id],
                    performance=PerformanceFacts(
                        plans=tuple(plans[row.id]),
                        confirmations=tuple(confirmations[row.id]),
                        visits=tuple(visits[row.id]),
                        actions=tuple(actions[row.id]),
                    ),
                    dealings=CaseLinks(
                        referrals=tuple(referrals[row.id]),
                        guidance=tuple(guidance[row.id]),
                        orders=tuple(orders[row.id]),
                    ),
                ),
            )

    def _of_cases(
        self, entity: type[E], row: type[R], case_ids: tuple[UUID, ...]
    ) -> defaultdict[UUID, list[E]]:
        """Give the entities of one kind by their case, the oldest first: ids are given in order of time."""
        found: defaultdict[UUID, list[E]] = defaultdict(list)
        shape = shape_of(entity, row)
        for stored in self._session.scalars(select(row).where(row.case_id.in_(case_ids)).order_by(row.id)):
            found[stored.case_id].append(shape.entity(stored))
        return found

    def _duties(self, case_ids: tuple[UUID, ...]) -> defaultdict[UUID, list[Duty]]:
        statement = (
            select(
                FourDutiesRow.case_id, DutyRow.id, DutyRow.kind, DutyRow.responsible_person, DutyRow.due_on
            )
            .join(DutyRow, DutyRow.four_duties_id == FourDutiesRow.id)
            .where(
                FourDutiesRow.case_id.in_(case_ids),
                DutyRow.is_assigned == true(),
                DutyRow.completed_on.is_(None),
                DutyRow.due_on.is_not(None),
            )
        )
        found: defaultdict[UUID, list[Duty]] = defaultdict(list)
        for case_id, id_, kind, person, due_on in self._session.execute(statement):
            found[case_id].append(Duty(id=id_, kind=kind, responsible_person=person, due_on=due_on))
        return found

    def _agreements(self, case_ids: tuple[UUID, ...]) -> defaultdict[UUID, list[MediationAgreement]]:
        statement = select(AgreementRow).where(
            AgreementRow.case_id.in_(case_ids),
            AgreementRow.state.in_((AgreementState.ISSUED, AgreementState.EFFECTIVE)),
        )
        found: defaultdict[UUID, list[MediationAgreement]] = defaultdict(list)
        for row in self._session.scalars(statement):
            found[row.case_id].append(shape_of(MediationAgreement, AgreementRow).entity(row))
        return found

    def _orals(self, case_ids: tuple[UUID, ...]) -> defaultdict[UUID, list[OralAgreement]]:
        statement = select(OralAgreementRow).where(
            OralAgreementRow.case_id.in_(case_ids), OralAgreementRow.due_on.is_not(None)
        )
        found: defaultdict[UUID, list[OralAgreement]] = defaultdict(list)
        for row in self._session.scalars(statement):
            found[row.case_id].append(shape_of(OralAgreement, OralAgreementRow).entity(row))
        return found

    def _asked_police(self, case_ids: tuple[UUID, ...]) -> defaultdict[UUID, dict[Trigger, date]]:
        """Give the days on which requests that stand were handed in at the traffic police."""
        statement = (
            select(DocumentRow.case_id, SubmissionRow.handed_on)
            .join(SubmissionRow, SubmissionRow.document_id == DocumentRow.id)
            .where(
                DocumentRow.case_id.in_(case_ids),
                DocumentRow.kind == DocumentKind.TRAFFIC_REQUEST,
                DocumentRow.void_reason == "",
                SubmissionRow.void_reason == "",
            )
        )
        found: defaultdict[UUID, dict[Trigger, date]] = defaultdict(dict)
        for case_id, handed_on in self._session.execute(statement):
            if case_id is not None:
                found[case_id][Trigger.POLICE_REQUESTED] = handed_on
        return found


def _may_run() -> ColumnElement[bool]:
    """Take open cases, closed ones to be archived, and those that still owe something to others."""
    waiting = select(TransitLineRow.case_id).where(TransitLineRow.due_on.is_not(None))
    is_running = or_(CaseLineRow.is_open == true(), CaseLineRow.state == CaseState.CLOSED)
    return or_(is_running, CaseLineRow.id.in_(waiting))
