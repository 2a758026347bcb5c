"""D-01: the clock of the level a case stands on; administrative, it reminds and never ends anything."""

from __future__ import annotations

from collections.abc import Iterator

from app.domain.disputes.cases import Case
from app.domain.disputes.clocks import CaseClock, ClockKind
from app.domain.disputes.levels import CaseLevel, LevelStart, LevelUnit
from app.domain.disputes.states import CaseState
from app.domain.duties.clock_words import cited, explained, opening
from app.domain.values.days.moments import local_day
from app.domain.values.days.periods import last_day, last_moment
from app.domain.values.days.working_days import WorkCalendar

SETTLED = frozenset({
    CaseState.EFFECTIVE, CaseState.PERFORMED, CaseState.TERMINATED, CaseState.FOLLOWED_UP,
})  # fmt: skip
"""Once the dispute is settled or ended no level has to hurry any more."""

OF_LEVEL = "D-01"
"""The row of the catalogue that leaves the number to the ladder."""


def level_clock(case: Case, calendar: WorkCalendar) -> Iterator[CaseClock]:
    """Give the clock of a case's level while the dispute is neither settled nor ended."""
    level = case.level
    if level is None or not case.is_open or case.state in SETTLED:
        return
    source = f"{level.ladder}（{level.name}级）"
    start = local_day(level.since)
    if level.unit is LevelUnit.HOUR:
        moment = last_moment(level.since, level.period)
        end = local_day(moment)
        told = (
            opening(end)
            + f"{_event(level)}起 {level.limit} 小时，至 {moment.astimezone(level.since.tzinfo):%H:%M}"
        )
        told += cited(source, is_verified=level.is_verified)
    else:
        counted = last_day(start, level.period, calendar)
        end = counted.last_day
        told = explained(_event(level), counted, source, calendar, is_verified=level.is_verified)
    yield CaseClock(
        kind=ClockKind.LEVEL,
        start=start,
        last_day=end,
        explanation=told,
        source=source,
        is_verified=level.is_verified,
        subject_id=level.id,
        rule_id=OF_LEVEL,
        trigger=_event(level),
    )


def _event(level: CaseLevel) -> str:
    return "登记" if level.starts is LevelStart.REGISTERED else f"到达{level.name}"
