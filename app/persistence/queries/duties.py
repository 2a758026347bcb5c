"""Reads the board of the four duties: pages, the counts over its columns, and what is due for whom."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TypeVar
from uuid import UUID

from sqlalchemy import BigInteger, ColumnElement, case, exists, false, func, literal, select, true
from sqlalchemy import cast as cast_in_sql
from sqlalchemy.orm import InstrumentedAttribute, Session

from app.domain.disputes.case_lines import CaseFilter
from app.domain.duties.board import BoardFilter, BoardLine, BoardSurvey, BoardView, CasesAlike, DutyLine
from app.domain.duties.four_duties import DutyKind, DutyStatus, FourDuties
from app.persistence.finding import SearchKind
from app.persistence.queries.case_lines import LINE_COLUMNS, line_of, ordered
from app.persistence.queries.searching.matching import Matching
from app.persistence.queries.searching.texts import case_texts
from app.persistence.rows.disputes import CaseLineRow
from app.persistence.rows.duties import DutyRow, FourDutiesRow
from app.persistence.rows.mapping import shape_of

T = TypeVar("T")
_NOT_DONE = DutyRow.completed_on.is_(None)
_STATUSES = tuple(DutyStatus)
_BASE = len(_STATUSES)
_THEIRS = _BASE ** len(DutyKind)
"""What is added to the number of a case that one of whose duties somebody answers for."""


class DutyQueries:
    """Open cases with their four duties."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def board(
        self, wanted: BoardFilter, today: date, *, offset: int = 0, limit: int = 50
    ) -> tuple[BoardLine, ...]:
        """Give a page of the board, the case that ends first on top."""
        return self._board(self._conditions(wanted, today), offset, limit)

    def survey(self, wanted: BoardFilter, today: date) -> BoardSurvey:
        """Count the cases of every view and what their duties say, whatever view is wanted.

        Every duty is looked at once: what the four of a case say is added up to one number, and only
        cases that differ in it are told apart.
        """
        said = case(
            (DutyRow.completed_on.is_not(None), _STATUSES.index(DutyStatus.DONE)),
            (DutyRow.is_assigned != true(), _STATUSES.index(DutyStatus.UNASSIGNED)),
            (DutyRow.due_on < today, _STATUSES.index(DutyStatus.OVERDUE)),
            (DutyRow.earlier_done == true(), _STATUSES.index(DutyStatus.RUNNING)),
            else_=_STATUSES.index(DutyStatus.NOT_STARTED),
        )
        weight = case(*((DutyRow.kind == kind, _BASE**place) for place, kind in enumerate(DutyKind)), else_=0)
        is_theirs = DutyRow.responsible_id == wanted.staff_id if wanted.staff_id else false()
        both = func.sum(said * weight) + _THEIRS * func.max(case((is_theirs, 1), else_=0))
        told = (
            select(cast_in_sql(both, BigInteger))
            .where(DutyRow.four_duties_id == FourDutiesRow.id)
            .correlate(FourDutiesRow)
            .scalar_subquery()
            .label("told")
        )
        of_all = replace(wanted, view=BoardView.ALL)
        each = (
            select(told)
            .select_from(FourDutiesRow)
            .join(CaseLineRow, CaseLineRow.id == FourDutiesRow.case_id)
            .where(*self._conditions(of_all, today))
            .subquery()
        )
        statement = select(each.c.told, func.count()).group_by(each.c.told)
        return BoardSurvey(tuple(_alike(row[0], row[1]) for row in self._session.execute(statement)))

    def lead_officials(self) -> tuple[str, ...]:
        """Give the lead officials named so far; hops from name to name in the index."""
        name = DutyRow.lead_official
        hop = select(func.min(name).label("name")).where(name > "").cte("officials", recursive=True)
        following = select(func.min(name)).where(name > hop.c.name).correlate(hop).scalar_subquery()
        hop = hop.union_all(select(following).select_from(hop).where(hop.c.name.is_not(None)))
        return tuple(
            sorted(found for found in self._session.scalars(select(hop.c.name)) if found is not None)
        )

    def owed_by(self, staff_id: UUID, *, limit: int = 50) -> tuple[DutyLine, ...]:
        """Give the duties of open cases that somebody answers for and has not done, the first due on top."""
        statement = (
            select(*LINE_COLUMNS, DutyRow.kind.label("duty"), DutyRow.due_on.label("duty_due_on"))
            .join(FourDutiesRow, FourDutiesRow.case_id == CaseLineRow.__table__.c.id)
            .join(DutyRow, DutyRow.four_duties_id == FourDutiesRow.id)
            .where(DutyRow.responsible_id == staff_id, _NOT_DONE, CaseLineRow.is_open == true())
            .order_by(DutyRow.due_on.nulls_last(), CaseLineRow.intake_number, DutyRow.kind)
            .limit(limit)
        )
        rows = self._session.execute(statement).mappings()
        return tuple(DutyLine(case=line_of(row), kind=row["duty"], due_on=row["duty_due_on"]) for row in rows)

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


def _alike(told: int, count: int) -> CasesAlike:
    is_theirs, said = divmod(told, _THEIRS)
    statuses = (_STATUSES[said // _BASE**place % _BASE] for place, _ in enumerate(DutyKind))
    return CasesAlike(statuses=tuple(statuses), is_theirs=bool(is_theirs), count=count)


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
