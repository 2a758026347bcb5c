"""The log of moves, the links between cases, and oral agreements."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import or_, select

from app.domain.disputes.cases import Case
from app.domain.disputes.lifecycle.links import CaseLink, LinkedCase
from app.domain.disputes.lifecycle.moves import CaseMove, changed_fields
from app.domain.disputes.states import CaseEvent
from app.domain.errors import NotFound
from app.domain.settlements.oral import OralAgreement
from app.domain.values.ids import new_id
from app.persistence.repositories.aggregates import Repository
from app.persistence.rows.disputes import CaseRow
from app.persistence.rows.lifecycle import CaseLinkRow, CaseMoveRow, OralAgreementRow
from app.persistence.rows.mapping import shape_of
from app.persistence.writing import Writing


class OralAgreementRepository(Repository[OralAgreement]):
    """Oral agreements."""

    kind = "oral_agreement"
    _row = OralAgreementRow
    _entity = OralAgreement

    def of_case(self, case_id: UUID) -> tuple[OralAgreement, ...]:
        """Give the oral agreements of a case, the oldest first."""
        return self._of_case(case_id)


class MoveStore:
    """Moves of cases; the history entry of the act is written with the case itself."""

    def __init__(self, writing: Writing) -> None:
        self._writing = writing
        self._session = writing.session

    def record(
        self,
        before: Case,
        after: Case,
        event: CaseEvent,
        *,
        reason: str = "",
        document_id: UUID | None = None,
        twin_id: UUID | None = None,
    ) -> CaseMove:
        """Write what an event made of a case, now and by whoever acts."""
        move = CaseMove(
            id=new_id(),
            case_id=after.id,
            event=event,
            before=before.state,
            after=after.state,
            at=self._writing.clock.now(),
            actor_id=self._writing.actor.id,
            actor_name=self._writing.actor.name,
            reason=reason,
            document_id=document_id,
            twin_id=twin_id,
            changed=changed_fields(before, after),
        )
        row = CaseMoveRow()
        shape_of(CaseMove, CaseMoveRow).fill(row, move)
        self._session.add(row)
        return move

    def of_case(self, case_id: UUID) -> tuple[CaseMove, ...]:
        """Give every move of a case, undone ones too, the oldest first."""
        self._session.flush()  # a move of this use case counts
        rows = self._session.scalars(
            select(CaseMoveRow).where(CaseMoveRow.case_id == case_id).order_by(CaseMoveRow.id)
        )
        return tuple(shape_of(CaseMove, CaseMoveRow).entity(row) for row in rows)

    def twins(self, twin_id: UUID) -> tuple[CaseMove, ...]:
        """Give both moves of one act on two cases."""
        rows = self._session.scalars(select(CaseMoveRow).where(CaseMoveRow.twin_id == twin_id))
        return tuple(shape_of(CaseMove, CaseMoveRow).entity(row) for row in rows)

    def mark_undone(self, move: CaseMove) -> None:
        """Note on a move that whoever acts undid it now."""
        row = self._session.get_one(CaseMoveRow, move.id)
        row.undone_at, row.undone_by = self._writing.clock.now(), self._writing.actor.name


class LinkStore:
    """Links between cases, seen from either."""

    def __init__(self, writing: Writing) -> None:
        self._writing = writing
        self._session = writing.session

    def add(self, link: CaseLink) -> CaseLink:
        """Write a link; both cases are told to screens."""
        row = CaseLinkRow()
        shape_of(CaseLink, CaseLinkRow).fill(row, link)
        self._session.add(row)
        self._touch(link)
        return link

    def get(self, id_: UUID) -> CaseLink:
        """Give one; NotFound ``link.not_found``."""
        row = self._session.get(CaseLinkRow, id_)
        if row is None:
            raise NotFound("link.not_found", id=str(id_))
        return shape_of(CaseLink, CaseLinkRow).entity(row)

    def remove(self, link: CaseLink) -> None:
        """Take a link away; the history keeps that there was one."""
        row = self._session.get(CaseLinkRow, link.id)
        if row is not None:
            self._session.delete(row)
            self._session.flush()  # of_case of the same use case must not show it
            self._touch(link)

    def of_case(self, case_id: UUID) -> tuple[LinkedCase, ...]:
        """Give the links of a case with the case at their other end, the oldest first."""
        self._session.flush()  # a link of this use case counts
        rows = self._session.scalars(
            select(CaseLinkRow)
            .where(or_(CaseLinkRow.from_id == case_id, CaseLinkRow.to_id == case_id))
            .order_by(CaseLinkRow.id)
        )
        links = [shape_of(CaseLink, CaseLinkRow).entity(row) for row in rows]
        return tuple(self._seen(link, case_id) for link in links)

    def _seen(self, link: CaseLink, case_id: UUID) -> LinkedCase:
        is_origin = link.from_id == case_id
        other = link.to_id if is_origin else link.from_id
        columns = select(CaseRow.intake_number, CaseRow.title, CaseRow.state).where(CaseRow.id == other)
        number, title, state = self._session.execute(columns).one()
        return LinkedCase(
            link=link, case_id=other, intake_number=number, title=title, state=state, is_origin=is_origin
        )

    def _touch(self, link: CaseLink) -> None:
        for case_id in (link.from_id, link.to_id):
            self._writing.touch("case", case_id)
