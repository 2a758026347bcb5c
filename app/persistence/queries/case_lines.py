"""The list of cases: which lines a filter wants, in which order, each order one index."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from uuid import UUID

from sqlalchemy import ColumnElement, RowMapping, false, true

from app.domain.disputes.case_lines import CaseFilter, CaseLine, CaseSort, CaseView
from app.domain.disputes.states import Stage
from app.domain.values.days.moments import SHANGHAI
from app.persistence.lines import EPOCH
from app.persistence.rows.disputes import CaseLineRow

SOON_DAYS = 3
"""A clock that ends this many days ahead counts as 临期, unless the caller says otherwise."""

LINE_COLUMNS = tuple(
    CaseLineRow.__table__.c[name] for name in CaseLine.__dataclass_fields__ if name in CaseLineRow.__table__.c
)


def line_of(row: RowMapping) -> CaseLine:
    """Make the frozen line of a row that selected ``LINE_COLUMNS``."""
    return CaseLine(**{column.name: row[column] for column in LINE_COLUMNS})


def in_view(
    view: CaseView, today: date, staff_id: UUID | None, soon_days: int = SOON_DAYS
) -> tuple[ColumnElement[bool], ...]:
    """Give the conditions of a built-in view; 我承办 without anybody is empty."""
    row = CaseLineRow
    is_open = row.is_open == true()
    conditions: dict[CaseView, tuple[ColumnElement[bool], ...]] = {
        CaseView.OPEN: (is_open,),
        CaseView.MINE: (is_open, row.lead_id == staff_id if staff_id else false()),
        CaseView.DUE_SOON: (is_open, row.due_on >= today, row.due_on <= today + timedelta(days=soon_days)),
        CaseView.OVERDUE: (is_open, row.due_on < today),
        CaseView.TO_FOLLOW_UP: (row.stage == Stage.FOLLOW_UP,),
        CaseView.CLOSED: (row.is_open == false(),),
        CaseView.ALL: (),
    }
    return conditions[view]


def narrowed(wanted: CaseFilter) -> tuple[ColumnElement[bool], ...]:
    """Give the conditions of everything in a filter but its view and its text."""
    row = CaseLineRow
    lists: tuple[tuple[ColumnElement[object], tuple[object, ...]], ...] = (
        (row.__table__.c.channel, wanted.channels),
        (row.__table__.c.dispute_type, wanted.types),
        (row.__table__.c.source, wanted.sources),
        (row.__table__.c.stage, wanted.stages),
        (row.__table__.c.tier, wanted.tiers),
        (row.__table__.c.lead_id, wanted.lead_ids),
        (row.__table__.c.risk, wanted.risks),
    )
    found: list[ColumnElement[bool]] = [column.in_(choices) for column, choices in lists if choices]
    if wanted.registered_from is not None:
        found.append(row.newest <= newest_key(_midnight(wanted.registered_from)))
    if wanted.registered_to is not None:
        found.append(row.newest > newest_key(_midnight(wanted.registered_to + timedelta(days=1))))
    return tuple(found)


def ordered(wanted: CaseFilter) -> tuple[ColumnElement[object], ...]:
    """Give the order: the chosen key, the due day, the newest first; descending turns all of it round."""
    columns = CaseLineRow.__table__.c
    first = {
        CaseSort.DUE: (),
        CaseSort.TITLE: (columns.title,),
        CaseSort.REGISTERED: (columns.newest,),
        CaseSort.RISK: (columns.risk,),
        CaseSort.STAGE: (columns.stage,),
    }[wanted.sort]
    rest = () if wanted.sort is CaseSort.REGISTERED else (columns.due_on, columns.newest)
    keys = (*first, *rest, columns.id)
    return tuple(key.desc() for key in keys) if wanted.is_descending else keys


def newest_key(moment: datetime) -> int:
    """Give the sort key of a moment of registration."""
    return -((moment - EPOCH) // timedelta(microseconds=1))


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), SHANGHAI)
