"""Reads what is watched for the lists and the closed loop: orders, whistles, proactive handling, counts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement, and_, false, func, or_, select, true
from sqlalchemy.orm import InstrumentedAttribute, Session

from app.domain.disputes.case_lines import CaseLine
from app.domain.duties.watch.loop import HandlingLine, OrderLine, WatchTab, WhistleLine
from app.domain.duties.watch.proactive import ProactiveHandling
from app.domain.duties.watch.supervision import SupervisionOrder
from app.domain.duties.watch.whistles import Whistle
from app.persistence.queries.case_lines import LINE_COLUMNS, line_of
from app.persistence.rows.disputes import CaseLineRow
from app.persistence.rows.mapping import shape_of
from app.persistence.rows.watch.proactive import ProactiveRow
from app.persistence.rows.watch.supervision import SupervisionRow
from app.persistence.rows.watch.whistles import CalledUnitRow, WhistleRow

_ORDERS: dict[WatchTab, ColumnElement[bool]] = {
    WatchTab.REPLY: SupervisionRow.owes_reply == true(),
    WatchTab.REPLIED: and_(SupervisionRow.is_open == true(), SupervisionRow.owes_reply == false()),
    WatchTab.ALL: true(),
}
_WHISTLES: dict[WatchTab, ColumnElement[bool]] = {
    WatchTab.ARRIVAL: WhistleRow.owes_arrival == true(),
    WatchTab.RATING: and_(WhistleRow.is_open == true(), WhistleRow.owes_arrival == false()),
    WatchTab.ALL: true(),
}


@dataclass(frozen=True, slots=True)
class Waiting:
    """How many replies and arrivals concern one person: those past their moment, those due today."""

    overdue: int
    due_today: int


class WatchQueries:
    """Lists of what is watched."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def orders(self, tab: WatchTab, limit: int) -> tuple[OrderLine, ...]:
        """Give the orders of a tab, what is due first on top, what is over below it, the newest first."""
        if tab not in _ORDERS:
            return ()
        rows = self._session.scalars(
            select(SupervisionRow)
            .where(_ORDERS[tab])
            .order_by(SupervisionRow.owes_reply.desc(), SupervisionRow.is_open.desc(), SupervisionRow.due)
            .limit(limit)
        ).all()
        cases = self._cases(row.case_id for row in rows)
        shape = shape_of(SupervisionOrder, SupervisionRow)
        return tuple(OrderLine(order=shape.entity(row), case=cases[row.case_id]) for row in rows)

    def whistles(self, tab: WatchTab, limit: int) -> tuple[WhistleLine, ...]:
        """Give the whistles of a tab in the same order."""
        if tab not in _WHISTLES:
            return ()
        rows = self._session.scalars(
            select(WhistleRow)
            .where(_WHISTLES[tab])
            .order_by(WhistleRow.owes_arrival.desc(), WhistleRow.is_open.desc(), WhistleRow.arrive_by)
            .limit(limit)
        ).all()
        cases = self._cases(row.case_id for row in rows)
        handlings = self._handlings(row.handling_id for row in rows)
        shape = shape_of(Whistle, WhistleRow)
        return tuple(
            WhistleLine(
                whistle=shape.entity(row),
                case=cases.get(row.case_id) if row.case_id else None,
                handling=handlings.get(row.handling_id) if row.handling_id else None,
            )
            for row in rows
        )

    def handlings(self, limit: int) -> tuple[HandlingLine, ...]:
        """Give what was found by screening, the newest first."""
        rows = self._session.scalars(select(ProactiveRow).order_by(ProactiveRow.id.desc()).limit(limit)).all()
        cases = self._cases(row.case_id for row in rows)
        shape = shape_of(ProactiveHandling, ProactiveRow)
        return tuple(
            HandlingLine(
                handling=shape.entity(row), case=cases.get(row.case_id) if row.case_id is not None else None
            )
            for row in rows
        )

    def counts(self) -> dict[WatchTab, int]:
        """Count the rows of every tab."""
        count = dict.fromkeys(WatchTab, 0)
        for tab, condition in _ORDERS.items():
            count[tab] += self._count(SupervisionRow, condition)
        for tab, condition in _WHISTLES.items():
            count[tab] += self._count(WhistleRow, condition)
        return count

    def owed_by(self, staff_id: UUID, name: str, limit: int) -> tuple[OrderLine, ...]:
        """Give the orders one person has to answer, what is due first on top."""
        rows = self._session.scalars(
            select(SupervisionRow)
            .where(SupervisionRow.owes_reply == true(), _to_me(staff_id, name))
            .order_by(SupervisionRow.due)
            .limit(limit)
        ).all()
        cases = self._cases(row.case_id for row in rows)
        shape = shape_of(SupervisionOrder, SupervisionRow)
        return tuple(OrderLine(order=shape.entity(row), case=cases[row.case_id]) for row in rows)

    def waiting_for(self, staff_id: UUID, name: str, now: datetime, day_ends: datetime) -> Waiting:
        """Count the replies that one person owes or waits for, and the arrivals one waits for."""
        concerns = or_(SupervisionRow.issuer_id == staff_id, _to_me(staff_id, name))
        owed = (SupervisionRow.owes_reply == true(), concerns)
        called = (WhistleRow.owes_arrival == true(), WhistleRow.caller_id == staff_id)
        return Waiting(
            overdue=self._count(SupervisionRow, *owed, SupervisionRow.due < now)
            + self._count(WhistleRow, *called, WhistleRow.arrive_by < now),
            due_today=self._count(
                SupervisionRow, *owed, SupervisionRow.due >= now, SupervisionRow.due < day_ends
            )
            + self._count(WhistleRow, *called, WhistleRow.arrive_by >= now, WhistleRow.arrive_by < day_ends),
        )

    def units(self, limit: int = 200) -> tuple[str, ...]:
        """Give the units named so far in orders, whistles and proactive handling, each once."""
        columns: tuple[InstrumentedAttribute[str], ...] = (
            CalledUnitRow.name,
            WhistleRow.from_unit,
            SupervisionRow.addressee_responsible_unit,
            ProactiveRow.responsible_unit,
        )
        found = {
            name
            for column in columns
            for name in self._session.scalars(select(column).where(column != "").distinct().limit(limit))
        }
        return tuple(sorted(found))

    def _count(self, row: type[SupervisionRow | WhistleRow], *conditions: ColumnElement[bool]) -> int:
        return self._session.scalar(select(func.count()).select_from(row).where(*conditions)) or 0

    def _cases(self, ids: Iterable[UUID | None]) -> dict[UUID, CaseLine]:
        wanted = {id_ for id_ in ids if id_ is not None}
        if not wanted:
            return {}
        statement = select(*LINE_COLUMNS).where(CaseLineRow.id.in_(wanted))
        lines = (line_of(row) for row in self._session.execute(statement).mappings())
        return {line.id: line for line in lines}

    def _handlings(self, ids: Iterable[UUID | None]) -> dict[UUID, ProactiveHandling]:
        wanted = {id_ for id_ in ids if id_ is not None}
        if not wanted:
            return {}
        shape = shape_of(ProactiveHandling, ProactiveRow)
        rows = self._session.scalars(select(ProactiveRow).where(ProactiveRow.id.in_(wanted)))
        return {row.id: shape.entity(row) for row in rows}


def _to_me(staff_id: UUID, name: str) -> ColumnElement[bool]:
    """Say what ``SupervisionOrder.is_addressed_to`` says: by id, or by name where no id was known."""
    if not name:
        return SupervisionRow.addressee_responsible_id == staff_id
    nobody = SupervisionRow.addressee_responsible_id.is_(None)
    named = or_(
        SupervisionRow.addressee_responsible_person == name,
        SupervisionRow.addressee_lead_official == name,
    )
    return or_(SupervisionRow.addressee_responsible_id == staff_id, and_(nobody, named))
