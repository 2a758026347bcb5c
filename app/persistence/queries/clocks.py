"""What counting clocks needs of many open cases at once, and nothing else of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import func, select, true
from sqlalchemy.orm import Session, lazyload
from sqlalchemy.orm.attributes import set_committed_value

from app.domain.disputes.cases import Case
from app.domain.duties.four_duties import Duty, FourDuties
from app.domain.settlements.agreements import AgreementState, MediationAgreement
from app.domain.settlements.oral import OralAgreement
from app.persistence.rows.disputes import CaseLineRow, CaseRow
from app.persistence.rows.duties import DutyRow, FourDutiesRow
from app.persistence.rows.lifecycle import OralAgreementRow
from app.persistence.rows.mapping import shape_of
from app.persistence.rows.settlements import AgreementRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Timed:
    """A case as clocks see it: no parties, consents and mediators; only the duties that have a clock."""

    case: Case
    duties: FourDuties
    agreements: tuple[MediationAgreement, ...]
    orals: tuple[OralAgreement, ...]


class ClockQueries:
    """Reading for clocks, batch by batch in the order of ids."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def count_open(self) -> int:
        """Count the cases on which clocks may run."""
        statement = select(func.count()).select_from(CaseLineRow).where(CaseLineRow.is_open == true())
        return self._session.scalar(statement) or 0

    def open_ids(self, after: UUID | None, limit: int) -> tuple[UUID, ...]:
        """Give the next open cases behind an id."""
        statement = select(CaseLineRow.id).where(CaseLineRow.is_open == true())
        if after is not None:
            statement = statement.where(CaseLineRow.id > after)
        return tuple(self._session.scalars(statement.order_by(CaseLineRow.id).limit(limit)))

    def timed(self, case_ids: tuple[UUID, ...]) -> Iterator[Timed]:
        """Give these cases, in the order of their ids."""
        duties, agreements = self._duties(case_ids), self._agreements(case_ids)
        orals = self._orals(case_ids)
        statement = select(CaseRow).where(CaseRow.id.in_(case_ids)).order_by(CaseRow.id)
        unread = (CaseRow.parties, CaseRow.consents, CaseRow.mediators)
        for row in self._session.scalars(statement.options(*map(lazyload, unread))):
            for relation in unread:  # this session only reads: what is left out here is never written
                set_committed_value(row, relation.key, [])
            yield Timed(
                case=shape_of(Case, CaseRow).entity(row),
                duties=FourDuties(id=row.id, case_id=row.id, duties=tuple(duties[row.id])),
                agreements=tuple(agreements[row.id]),
                orals=tuple(orals[row.id]),
            )

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
