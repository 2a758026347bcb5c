"""Reads the board of the four duties: pages, the counts over its columns, and what is due for whom."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TypeVar
from uuid import UUID

from sqlalchemy import ColumnElement, and_, case, exists, false, func, literal, select, true
from sqlalchemy.orm import InstrumentedAttribute, Session

from app.domain.disputes.case_lines import CaseFilter
from app.domain.duties.board import BoardFilter, BoardHead, BoardLine, BoardView
from app.domain.duties.four_duties import DutyKind, FourDuties
from app.persistence.finding import SearchKind
from app.persistence.queries.case_lines import LINE_COLUMNS, line_of, ordered
from app.persistence.queries.searching.matching import Matching
from app.persistence.queries.searching.texts import case_texts
from app.persistence.rows.disputes import CaseLineRow
from app.persistence.rows.duties import DutyRow, FourDutiesRow
from app.persistence.rows.mapping import shape_of

T = TypeVar("T")
_NOT_DONE = DutyRow.completed_on.is_(None)


class DutyQueries:
    """Open cases with their four duties."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def board(
        self, wanted: BoardFilter, today: date, *, offset: int = 0, limit: int = 50
    ) -> tuple[BoardLine, ...]:
        """Give a page of the board, the case that ends first on top."""
        return self._board(self._conditions(wanted, today), offset, limit)

    def count(self, wanted: BoardFilter, today: date) -> int:
        """Count the cases on the board."""
        statement = (
            select(func.count())
            .select_from(FourDutiesRow)
            .join(CaseLineRow, CaseLineRow.id == FourDutiesRow.case_id)
            .where(*self._conditions(wanted, today))
        )
        return self._session.scalar(statement) or 0

    def heads(self, wanted: BoardFilter, today: date) -> tuple[BoardHead, ...]:
        """Count, for each of the four columns, what is done, running, overdue and waiting."""
        is_overdue = and_(_NOT_DONE, DutyRow.is_assigned == true(), DutyRow.due_on < today)
        is_running = and_(_NOT_DONE, DutyRow.is_assigned == true(), DutyRow.earlier_done == true())
        status = case(
            (DutyRow.completed_on.is_not(None), "done"),
            (is_overdue, "overdue"),
            (is_running, "running"),
            else_="waiting",
        ).label("status")
        statement = (
            select(DutyRow.kind, status, func.count())
            .join(FourDutiesRow, FourDutiesRow.id == DutyRow.four_duties_id)
            .join(CaseLineRow, CaseLineRow.id == FourDutiesRow.case_id)
            .where(*self._conditions(wanted, today))
            .group_by(DutyRow.kind, status)
        )
        counts = {(row[0], row[1]): row[2] for row in self._session.execute(statement)}
        return tuple(
            BoardHead(
                kind=kind,
                done=counts.get((kind, "done"), 0),
                running=counts.get((kind, "running"), 0),
                overdue=counts.get((kind, "overdue"), 0),
                waiting=counts.get((kind, "waiting"), 0),
            )
            for kind in DutyKind
        )

    def lead_officials(self) -> tuple[str, ...]:
        """Give the lead officials named so far; hops from name to name in the index."""
        name = DutyRow.lead_official
        hop = select(func.min(name).label("name")).where(name > "").cte("officials", recursive=True)
        following = select(func.min(name)).where(name > hop.c.name).correlate(hop).scalar_subquery()
        hop = hop.union_all(select(following).select_from(hop).where(hop.c.name.is_not(None)))
        return tuple(
            sorted(found for found in self._session.scalars(select(hop.c.name)) if found is not None)
        )

    def due_for(
        self, staff_id: UUID | None, today: date, *, days: int = 7, limit: int = 50
    ) -> tuple[BoardLine, ...]:
        """Give the open cases with a duty not done that is due within some days, overdue ones included.

        Without ``staff_id`` whoever answers for it.
        """
        is_due = (_NOT_DONE, DutyRow.due_on <= today + timedelta(days=days))
        if staff_id is None:
            has_due = _some_duty(*is_due)
        else:
            theirs = select(DutyRow.four_duties_id).where(DutyRow.responsible_id == staff_id, *is_due)
            has_due = FourDutiesRow.id.in_(theirs)
        return self._board((CaseLineRow.is_open == true(), has_due), 0, limit)

    def _board(
        self, conditions: tuple[ColumnElement[bool], ...], offset: int, limit: int
    ) -> tuple[BoardLine, ...]:
        statement = (
            select(*LINE_COLUMNS)
            .join(FourDutiesRow, FourDutiesRow.case_id == CaseLineRow.__table__.c.id)
            .where(*conditions)
            .order_by(*ordered(CaseFilter()))
            .offset(offset)
            .limit(limit)
        )
        lines = [line_of(row) for row in self._session.execute(statement).mappings()]
        wanted = select(FourDutiesRow).where(FourDutiesRow.case_id.in_([line.id for line in lines]))
        duties = {
            row.case_id: shape_of(FourDuties, FourDutiesRow).entity(row)
            for row in self._session.scalars(wanted)
        }
        return tuple(BoardLine(case=line, duties=duties[line.id]) for line in lines)

    def _conditions(self, wanted: BoardFilter, today: date) -> tuple[ColumnElement[bool], ...]:
        conditions: list[ColumnElement[bool]] = [CaseLineRow.is_open == true()]
        match wanted.view:
            case BoardView.ALL:
                pass
            case BoardView.MINE:
                is_theirs = _beside_index(DutyRow.responsible_id) == wanted.staff_id
                conditions.append(_some_duty(is_theirs) if wanted.staff_id else false())
            case BoardView.OVERDUE:
                conditions.append(
                    _some_duty(_NOT_DONE, DutyRow.is_assigned == true(), DutyRow.due_on < today)
                )
            case BoardView.UNASSIGNED:
                conditions.append(_some_duty(_NOT_DONE, DutyRow.is_assigned != true()))
        if wanted.lead_official:
            conditions.append(_some_duty(_beside_index(DutyRow.lead_official) == wanted.lead_official))
        if wanted.text.strip():
            matching = Matching(self._session, SearchKind.CASE, wanted.text, case_texts)
            conditions.append(matching.condition(CaseLineRow.__table__.c.id))
        return tuple(conditions)


def _beside_index(column: InstrumentedAttribute[T]) -> ColumnElement[T]:
    """Compare a column without its index: the way to one case's duties is their key.

    Without statistics SQLite would take the index and read everything a person ever answered for.
    """
    return func.coalesce(column, column)


def _some_duty(*conditions: ColumnElement[bool]) -> ColumnElement[bool]:
    return exists(
        select(literal(1))
        .select_from(DutyRow)
        .where(DutyRow.four_duties_id == FourDutiesRow.id, *conditions)
        .correlate(FourDutiesRow)
    )
