"""Performance across all cases, and the ways open in one: what the page 履行回访 reads."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

from app.domain.disputes.case_lines import CaseLine
from app.domain.disputes.clocks import CaseClock
from app.domain.disputes.states import CaseState
from app.domain.duties.follow_up.visits import VisitLine
from app.domain.duties.performance.court_clocks import application_clock, expected_clock, visit_clock
from app.domain.duties.performance.legal_steps import LegalStep, legal_steps
from app.domain.settlements.confirmation import JudicialConfirmation
from app.domain.settlements.performance.due_lines import (
    CourtLine,
    DueLine,
    DueView,
    DueWeek,
    PerformanceCounts,
)
from app.persistence.queries.performance import OpenAgreement
from app.services.settlements.performance.visit_acts import VisitActs
from app.services.transactions.looking import look
from app.services.transactions.performing import facts_of

MOST_LINES = 500
"""Lines of one tab; a centre with more waiting narrows to its own."""
SOON = timedelta(days=7)
_LONGEST_WINDOW = timedelta(days=60)
"""Longer than the time to apply for confirmation with every holiday over which it may move."""


class PerformanceService(VisitActs):
    """Everything about performance, confirmation and follow-up; ``staff_id`` narrows lists to one's own."""

    def legal_steps(self, case_id: UUID) -> dict[UUID, tuple[LegalStep, ...]]:
        """Give the ways open for each agreement that is not kept, by its id."""
        with look(self._store) as work:
            case = work.cases.get(case_id)
            facts = facts_of(work, self._rules, case)
            agreements = work.agreements.of_case(case_id)
        found = {a.id: legal_steps(case, a, facts, self._rules, self._today()) for a in agreements}
        return {agreement_id: steps for agreement_id, steps in found.items() if steps}

    def due(
        self, view: DueView, staff_id: UUID | None = None, limit: int = MOST_LINES
    ) -> tuple[DueLine, ...]:
        """Give the open items: those to come with those without a day, or the overdue ones."""
        today = self._today()
        is_late = view is DueView.OVERDUE
        since, until = (None, today - timedelta(days=1)) if is_late else (today, None)
        with self._store.reads() as reads:
            return reads.performance.items(since, until, staff_id=staff_id, limit=limit)

    def payments_near(
        self, back: timedelta, ahead: timedelta, staff_id: UUID | None = None, limit: int = MOST_LINES
    ) -> tuple[DueLine, ...]:
        """Give the open items due around today, the earliest first."""
        today = self._today()
        with self._store.reads() as reads:
            return reads.performance.items(today - back, today + ahead, staff_id=staff_id, limit=limit)

    def weeks(self, count: int, staff_id: UUID | None = None) -> tuple[DueWeek, ...]:
        """Count what falls due in the weeks from this one on."""
        today = self._today()
        monday = today - timedelta(days=today.weekday())
        with self._store.reads() as reads:
            return reads.performance.weeks(monday, count, staff_id=staff_id)

    def visits(self, staff_id: UUID | None = None, limit: int = MOST_LINES) -> tuple[VisitLine, ...]:
        """Give the visits that wait, planned or due by rule, the earliest first."""
        with self._store.reads() as reads:
            planned = reads.performance.planned_visits(staff_id=staff_id, limit=limit)
            unvisited = reads.performance.unvisited(staff_id=staff_id, limit=limit)
        lines = [
            VisitLine(case=line, visit_id=visit.id, planned_on=visit.planned_on, why=visit.why)
            for line, visit in planned
        ]
        lines += [self._by_rule(line, ended_on) for line, ended_on in unvisited]
        return tuple(sorted(lines, key=lambda line: line.planned_on or date.max))

    def court(self, staff_id: UUID | None = None, limit: int = MOST_LINES) -> tuple[CourtLine, ...]:
        """Give the applications before the court, then the agreements that may still be confirmed."""
        today = self._today()
        with self._store.reads() as reads:
            pending = reads.performance.pending_confirmations(staff_id=staff_id, limit=limit)
            waiting = reads.performance.may_be_confirmed(
                today - _LONGEST_WINDOW, staff_id=staff_id, limit=limit
            )
        lines = [
            _court_line(found, confirmation, expected_clock(confirmation, self._rules))
            for found, confirmation in pending
        ]
        for found in waiting:
            clock = application_clock(found.agreement, self._rules)
            if clock is not None and clock.last_day >= today:
                lines.append(_court_line(found, None, clock))
        return tuple(lines)

    def counts(self, staff_id: UUID | None = None) -> PerformanceCounts:
        """Count what waits in each tab."""
        today = self._today()
        with self._store.reads() as reads:
            items = reads.performance.count_items
            due = items(today, None, staff_id=staff_id)
            due_soon = items(today, today + SOON, staff_id=staff_id)
            overdue = items(None, today - timedelta(days=1), staff_id=staff_id)
        visits = self.visits(staff_id)
        late = [line for line in visits if line.planned_on is not None and line.planned_on < today]
        return PerformanceCounts(
            due=due,
            due_soon=due_soon,
            overdue=overdue,
            visits=len(visits),
            visits_late=len(late),
            court=len(self.court(staff_id)),
        )

    def late_and_soon(self) -> tuple[int, int]:
        """Count the overdue items, and those due within seven days: the badge beside the page."""
        today = self._today()
        with self._store.reads() as reads:
            items = reads.performance.count_items
            return items(None, today - timedelta(days=1)), items(today, today + SOON)

    def _by_rule(self, line: CaseLine, ended_on: date) -> VisitLine:
        clock = visit_clock(ended_on, is_performed=line.state is CaseState.PERFORMED, rules=self._rules)
        if clock is None:
            return VisitLine(case=line, visit_id=None, planned_on=None, why="")
        return VisitLine(case=line, visit_id=None, planned_on=clock.last_day, why=clock.explanation)


def _court_line(
    found: OpenAgreement, confirmation: JudicialConfirmation | None, clock: CaseClock | None
) -> CourtLine:
    return CourtLine(
        case=found.case,
        agreement=found.agreement,
        confirmation=confirmation,
        last_day=clock.last_day if clock is not None else None,
        explanation=clock.explanation if clock is not None else "",
    )
