"""Reads the handing-over list: pages, the counts of its tabs, and who answers for how much."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import ColumnElement, and_, case, func, or_, select
from sqlalchemy.orm import Session

from app.domain.duties.referrals.interfaces import WaitingFor
from app.domain.duties.referrals.transit import TransitFilter, TransitLine, TransitOwner, TransitView
from app.persistence.rows.disputes import CaseLineRow
from app.persistence.rows.referrals.transit import TransitLineRow

_LINE, _CASE = TransitLineRow.__table__.c, CaseLineRow.__table__.c
_COLUMNS = tuple(_LINE[name] for name in TransitLine.__dataclass_fields__ if name in _LINE)
_SEARCHED = (_LINE.counterpart, _LINE.number, _LINE.owner_name, _CASE.intake_number, _CASE.title)


class TransitQueries:
    """Lines of what is between organs; the first due stands first, what is over last."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def page(self, wanted: TransitFilter, *, offset: int = 0, limit: int = 50) -> tuple[TransitLine, ...]:
        """Give a page of the list."""
        statement = (
            select(*_COLUMNS, _CASE.intake_number, _CASE.title.label("case_title"))
            .join(CaseLineRow, _CASE.id == _LINE.case_id)
            .where(*_conditions(wanted))
            .order_by(*_order(wanted))
            .offset(offset)
            .limit(limit)
        )
        return tuple(TransitLine(**row) for row in self._session.execute(statement).mappings())

    def count(self, wanted: TransitFilter) -> int:
        """Count the lines of a filter."""
        statement = select(func.count()).select_from(TransitLineRow)
        if wanted.text.strip():
            statement = statement.join(CaseLineRow, _CASE.id == _LINE.case_id)
        return self._session.scalar(statement.where(*_conditions(wanted))) or 0

    def counts_by_view(self, owner_id: UUID | None = None) -> dict[TransitView, int]:
        """Count the lines of every tab, of one owner or of all."""
        statement = select(_LINE.waiting, func.count()).group_by(_LINE.waiting)
        if owner_id is not None:
            statement = statement.where(_LINE.owner_id == owner_id)
        counted = {row[0]: row[1] for row in self._session.execute(statement)}
        found = {view: counted.get(WaitingFor.of(view.value), 0) for view in TransitView if view != "all"}
        return found | {TransitView.ALL: sum(counted.values())}

    def owners(self) -> tuple[TransitOwner, ...]:
        """Give everybody who answers for something not over, the busiest first."""
        statement = (
            select(_LINE.owner_id, func.max(_LINE.owner_name), func.count())
            .where(_LINE.waiting != WaitingFor.NOTHING)
            .group_by(_LINE.owner_id)
        )
        found = [
            TransitOwner(id=row[0], name=row[1], count=row[2]) for row in self._session.execute(statement)
        ]
        return tuple(sorted(found, key=lambda owner: (-owner.count, owner.name)))


def _order(wanted: TransitFilter) -> tuple[ColumnElement[object], ...]:
    """Put the first due on top; where the tabs run together, what is over comes last."""
    is_over = case((_LINE.waiting == WaitingFor.NOTHING, 1), else_=0)
    first = (is_over,) if wanted.view is TransitView.ALL else ()
    return (*first, _LINE.due_on, _LINE.id)


def _conditions(wanted: TransitFilter) -> tuple[ColumnElement[bool], ...]:
    found: list[ColumnElement[bool]] = []
    if wanted.view is not TransitView.ALL:
        found.append(_LINE.waiting == WaitingFor.of(wanted.view.value))
    if wanted.owner_id is not None:
        found.append(_LINE.owner_id == wanted.owner_id)
    words = wanted.text.split()
    if words:
        found.append(and_(*(or_(*(c.icontains(word, autoescape=True) for c in _SEARCHED)) for word in words)))
    return tuple(found)
