"""Reading one page of a long list of cases, from whichever end is nearer."""

from __future__ import annotations

from dataclasses import dataclass, replace
from uuid import UUID

from app.domain.disputes.case_lines import CaseFilter, CaseLine
from app.services.disputes.lists import ListService


@dataclass(frozen=True, slots=True)
class Span:
    """Which rows of a list of ``count`` rows are wanted."""

    offset: int
    limit: int
    count: int


def page_of(
    lists: ListService, wanted: CaseFilter, span: Span, staff_id: UUID | None
) -> tuple[CaseLine, ...]:
    """Give the rows of a span; the far half is read backwards, for an offset costs what it skips.

    Every order of the list is total and turning it round turns all of it, so both ways give the same rows.
    """
    if span.offset <= span.count // 2 or span.offset >= span.count:
        return lists.page(wanted, span.offset, span.limit, staff_id)
    limit = min(span.limit, span.count - span.offset)
    turned = replace(wanted, is_descending=not wanted.is_descending)
    lines = lists.page(turned, span.count - span.offset - limit, limit, staff_id)
    return tuple(reversed(lines))
