"""Reads lists of cases: pages, counts, what is due, and single lines."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import ColumnElement, and_, case, func, select, true
from sqlalchemy.orm import Session

from app.domain.disputes.case_lines import CaseFilter, CaseLine, CaseView, Workload
from app.domain.disputes.clocks import ClockKind
from app.domain.errors import NotFound
from app.persistence.finding import SearchKind
from app.persistence.lines import number_tail
from app.persistence.queries.case_lines import (
    LINE_COLUMNS,
    SOON_DAYS,
    in_view,
    line_of,
    narrowed,
    ordered,
)
from app.persistence.queries.searching.matching import Matching
from app.persistence.queries.searching.texts import case_texts
from app.persistence.rows.disputes import CaseLineRow

_ONLY_DIGITS = re.compile(r"[0-9]{1,15}")


class CaseQueries:
    """Lines of cases."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def page(
        self,
        wanted: CaseFilter,
        today: date,
        staff_id: UUID | None = None,
        *,
        offset: int = 0,
        limit: int = 50,
        soon_days: int = SOON_DAYS,
    ) -> tuple[CaseLine, ...]:
        """Give a page of lines; ``staff_id`` is who 我承办 means."""
        conditions = self._conditions(wanted, today, staff_id, soon_days)
        if offset:
            # Counted off in the index alone: fetching whole lines, SQLite would look up every one it skips.
            places = select(CaseLineRow.id).where(*conditions).order_by(*ordered(wanted))
            return self.lines(self._session.scalars(places.offset(offset).limit(limit)))
        statement = select(*LINE_COLUMNS).where(*conditions).order_by(*ordered(wanted)).limit(limit)
        return tuple(line_of(row) for row in self._session.execute(statement).mappings())

    def count(
        self, wanted: CaseFilter, today: date, staff_id: UUID | None = None, *, soon_days: int = SOON_DAYS
    ) -> int:
        """Count the lines of a filter; not for every key somebody types."""
        return self._count(self._conditions(wanted, today, staff_id, soon_days))

    def view_counts(
        self, today: date, staff_id: UUID | None = None, *, soon_days: int = SOON_DAYS
    ) -> dict[CaseView, int]:
        """Count the cases of every built-in view."""
        return {view: self._count(in_view(view, today, staff_id, soon_days)) for view in CaseView}

    def ids(
        self,
        wanted: CaseFilter,
        today: date,
        staff_id: UUID | None = None,
        *,
        limit: int,
        soon_days: int = SOON_DAYS,
    ) -> tuple[UUID, ...]:
        """Give the ids of a filter in its order, for acting on all of them."""
        conditions = self._conditions(wanted, today, staff_id, soon_days)
        statement = select(CaseLineRow.id).where(*conditions).order_by(*ordered(wanted)).limit(limit)
        return tuple(self._session.scalars(statement))

    def line(self, case_id: UUID) -> CaseLine:
        """Give one line; NotFound ``case.not_found``."""
        found = self.lines((case_id,))
        if not found:
            raise NotFound("case.not_found", id=str(case_id))
        return found[0]

    def lines(self, case_ids: Iterable[UUID]) -> tuple[CaseLine, ...]:
        """Give the lines of some cases, in the order asked for; ids unknown here are left out."""
        wanted = tuple(case_ids)
        statement = select(*LINE_COLUMNS).where(CaseLineRow.id.in_(wanted))
        found = {line.id: line for line in map(line_of, self._session.execute(statement).mappings())}
        return tuple(found[id_] for id_ in wanted if id_ in found)

    def by_number_tail(self, typed: str, limit: int = 20) -> tuple[CaseLine, ...]:
        """Give the cases whose number ends in what was typed (0417, 417, 2026-0417), the newest first."""
        plain = typed.strip()
        tail = number_tail(plain)
        if tail is None:
            return ()
        conditions = [CaseLineRow.number_tail == tail]
        if _ONLY_DIGITS.fullmatch(plain) is None:
            conditions.append(CaseLineRow.intake_number.endswith(plain, autoescape=True))
        statement = select(*LINE_COLUMNS).where(*conditions).order_by(CaseLineRow.newest).limit(limit)
        return tuple(line_of(row) for row in self._session.execute(statement).mappings())

    def due_between(
        self, start: date | None, until: date, *, staff_id: UUID | None = None, limit: int = 50
    ) -> tuple[CaseLine, ...]:
        """Give the open cases whose clock ends from ``start`` to ``until``, the first to end first.

        Without ``start`` overdue ones are included; without ``staff_id`` everybody's.
        """
        conditions: list[ColumnElement[bool]] = [CaseLineRow.is_open == true(), CaseLineRow.due_on <= until]
        if start is not None:
            conditions.append(CaseLineRow.due_on >= start)
        if staff_id is not None:
            conditions.append(CaseLineRow.lead_id == staff_id)
        statement = select(*LINE_COLUMNS).where(*conditions).order_by(*ordered(CaseFilter())).limit(limit)
        return tuple(line_of(row) for row in self._session.execute(statement).mappings())

    def workload(self, today: date, staff_id: UUID | None = None, *, soon_days: int = SOON_DAYS) -> Workload:
        """Count the open cases of a first mediator, or of everybody, by when their clock ends."""
        due, soon = CaseLineRow.due_on, today + timedelta(days=soon_days)
        told_by = {
            "running": due.is_not(None),
            "overdue": due < today,
            "today": due == today,
            "near": and_(due > today, due <= soon),
        }
        sums = (func.coalesce(func.sum(case((told, 1), else_=0)), 0).label(n) for n, told in told_by.items())
        theirs = () if staff_id is None else (CaseLineRow.lead_id == staff_id,)
        statement = select(func.count().label("open"), *sums).where(CaseLineRow.is_open == true(), *theirs)
        return Workload(**self._session.execute(statement).mappings().one())

    def ids_due_by(self, until: date, *, kinds: Collection[ClockKind]) -> tuple[UUID, ...]:
        """Give the open cases whose leading clock is of these kinds and ended by a day."""
        statement = select(CaseLineRow.id).where(
            CaseLineRow.is_open == true(), CaseLineRow.due_on <= until, CaseLineRow.due_kind.in_(tuple(kinds))
        )
        return tuple(self._session.scalars(statement.order_by(*ordered(CaseFilter()))))

    def _conditions(
        self, wanted: CaseFilter, today: date, staff_id: UUID | None, soon_days: int
    ) -> tuple[ColumnElement[bool], ...]:
        conditions = (*in_view(wanted.view, today, staff_id, soon_days), *narrowed(wanted))
        if not wanted.text.strip():
            return conditions
        matching = Matching(self._session, SearchKind.CASE, wanted.text, case_texts)
        return (*conditions, matching.condition(CaseLineRow.__table__.c.id))

    def _count(self, conditions: tuple[ColumnElement[bool], ...]) -> int:
        statement = select(func.count()).select_from(CaseLineRow).where(*conditions)
        return self._session.scalar(statement) or 0
