"""未诉先办: what was seen before anybody complained, who deals with it, and what became of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from app.domain.errors import InvalidInput, RuleRefusal
from app.domain.values.days.moments import local_day


@dataclass(frozen=True, slots=True, kw_only=True)
class ProactiveHandling:
    """Something found by screening, without an applicant; it ends as a case, or dealt with on the spot."""

    id: UUID
    version: int = 0
    organisation_id: UUID
    title: str
    place: str = ""
    found_on: date
    finder: str = ""
    seen: str
    people: str = ""
    screening_note: str = ""
    recorder_id: UUID
    recorder_name: str
    recorded_at: datetime
    responsible_unit: str = ""
    responsible_person: str = ""
    measures: str = ""
    feedback: str = ""
    case_id: UUID | None = None
    closed_on: date | None = None
    outcome: str = ""

    @property
    def is_open(self) -> bool:
        """Tell whether it still waits to be dealt with: neither a case nor closed."""
        return self.case_id is None and self.closed_on is None


def check_handling(handling: ProactiveHandling) -> None:
    """Refuse one without a name or an account of what was seen, or found after it was written down."""
    if not handling.title.strip():
        raise InvalidInput("proactive.title_missing", field="title")
    if not handling.seen.strip():
        raise InvalidInput("proactive.seen_missing", field="seen")
    if handling.found_on > local_day(handling.recorded_at):
        raise InvalidInput("date.in_future", field="found_on", day=handling.found_on.isoformat())


def become_case(handling: ProactiveHandling, case_id: UUID) -> ProactiveHandling:
    """Link the case that was registered from it (主动调解)."""
    _refuse_ended(handling)
    return replace(handling, case_id=case_id)


def settle(handling: ProactiveHandling, outcome: str, on: date, now: datetime) -> ProactiveHandling:
    """Close it with what was done."""
    _refuse_ended(handling)
    if not outcome.strip():
        raise InvalidInput("proactive.outcome_missing", field="outcome")
    if on > local_day(now):
        raise InvalidInput("date.in_future", field="closed_on", day=on.isoformat())
    if on < handling.found_on:
        raise InvalidInput("proactive.before_found", field="closed_on")
    return replace(handling, closed_on=on, outcome=outcome)


def _refuse_ended(handling: ProactiveHandling) -> None:
    if not handling.is_open:
        raise RuleRefusal("proactive.ended", title=handling.title)
