"""Keeping the clock that lists sort by: computed anew after every write that could move it."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from app.domain.disputes.cases import Case
from app.domain.disputes.clocks import CaseClock, ClockKind, leading
from app.domain.duties.case_clocks import case_clocks
from app.domain.duties.deadlines.running import WaitingPeriod, waiting_periods
from app.domain.duties.four_duties import FourDuties
from app.domain.duties.rules import Rules
from app.domain.errors import NotFound
from app.persistence.work import UnitOfWork
from app.services.transactions.rules_in_force import bring_up_to_date


def wind(work: UnitOfWork, rules: Rules, case_id: UUID, today: date) -> None:
    """Compute a case's clocks from what this transaction has written and keep the one that ends first."""
    case = work.cases.get(case_id)
    clocks = clocks_now(work, rules, case, today)
    due_on, kind, told = shown_in_lists(clocks, waiting_periods(case, rules.catalogue))
    work.cases.set_clock(case_id, due_on=due_on, kind=kind, told=told)


def clocks_now(work: UnitOfWork, rules: Rules, case: Case, today: date) -> tuple[CaseClock, ...]:
    """Compute every clock of a case by the rules as the database has them now."""
    bring_up_to_date(work, rules)
    return case_clocks(
        case,
        duties_of(work, case.id),
        work.agreements.of_case(case.id),
        rules,
        today,
        orals=work.oral_agreements.of_case(case.id),
    )


def shown_in_lists(
    clocks: tuple[CaseClock, ...], waiting: tuple[WaitingPeriod, ...]
) -> tuple[date | None, ClockKind | None, str]:
    """Give day, kind and sentence of the leading clock; one that stands still or waits has no day."""
    first = leading(clocks)
    if first is None:
        return (None, waiting[0].rule.kind, waiting[0].explanation) if waiting else (None, None, "")
    if first.is_paused:  # its sentence tells of today, and a list is read on other days
        return None, first.kind, ""
    return first.last_day, first.kind, first.explanation


def duties_of(work: UnitOfWork, case_id: UUID) -> FourDuties:
    """Give the four duties of a case, opened with its registration; NotFound ``duties.not_found``."""
    found = work.duties.of_case(case_id)
    if not found:
        raise NotFound("duties.not_found", id=str(case_id))
    return found[0]
