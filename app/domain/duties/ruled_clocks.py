"""A clock counted by a rule of the catalogue from its start."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from app.domain.disputes.clocks import CaseClock, ClockKind
from app.domain.disputes.sources import MediationChannel
from app.domain.duties.clock_words import explained
from app.domain.duties.rules import Rules
from app.domain.values.days.periods import last_day


def ruled(
    channel: MediationChannel,
    rules: Rules,
    kind: ClockKind,
    start: date,
    event: str,
    *,
    subject_id: UUID | None = None,
) -> Iterator[CaseClock]:
    """Count a rule of the catalogue from its start; a kind without a rule in force has no clock."""
    rule = rules.deadline(kind, channel, start)
    if rule is None:
        return
    end = last_day(start, rule.period, rules.calendar)
    yield CaseClock(
        kind=kind,
        start=start,
        last_day=end.last_day,
        explanation=explained(event, end, rule.source, rules.calendar, is_verified=rule.is_verified),
        source=rule.source,
        is_verified=rule.is_verified,
        subject_id=subject_id,
    )


def ruled_day(
    channel: MediationChannel, rules: Rules, kind: ClockKind, start: date, event: str
) -> CaseClock | None:
    """Count a rule once, or give None where no rule is in force."""
    return next(iter(ruled(channel, rules, kind, start, event)), None)
