"""Keeping the clock that lists sort by: computed anew after every write that could move it."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from app.domain.duties.case_clocks import case_clocks
from app.domain.duties.clocks import leading
from app.domain.duties.rules import Rules
from app.persistence.work import UnitOfWork


def wind(work: UnitOfWork, rules: Rules, case_id: UUID, today: date) -> None:
    """Compute a case's clocks from what this transaction has written and keep the one that ends first."""
    case = work.cases.get(case_id)
    duties = work.duties.of_case(case_id)
    clocks = case_clocks(case, duties, work.agreements.of_case(case_id), rules, today)
    first = leading(clocks)
    work.cases.set_clock(case_id, first.last_day if first else None, first.kind if first else None)
