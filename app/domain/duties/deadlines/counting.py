"""Counting one rule: from its start over excluded days and agreed extensions to a last day, told in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from app.domain.disputes.clocks import AgreedExtension, CaseClock, ExcludedSpan, ExtensionBy
from app.domain.disputes.periods.extensions import Extension
from app.domain.disputes.periods.suspensions import Suspension
from app.domain.duties.clock_words import begun_words, cited, moved_words, opening, unknown_words
from app.domain.duties.deadlines.catalogue import DeadlineRule
from app.domain.duties.deadlines.sentences import extended_words, moment_sentence, paused_words, span_words
from app.domain.values.days.moments import local_day
from app.domain.values.days.periods import (
    RUNNING_UNITS,
    DaySpan,
    Period,
    PeriodEnd,
    PeriodUnit,
    last_day,
    last_moment,
)
from app.domain.values.days.working_days import WorkCalendar

_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Beginning:
    """What set a period going: the day (or moment), what happened, and whose clock it is."""

    on: date
    event: str
    at: datetime | None = None
    subject_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class _Counted:
    """One count: by the rule alone, and, where the parties extended the period, on from their day."""

    end: PeriodEnd
    pauses: tuple[Suspension, ...]
    agreed: Extension | None
    further: PeriodEnd | None
    later_pauses: tuple[Suspension, ...]

    @property
    def is_pushed(self) -> bool:
        """Tell whether days excluded after the extension pushed the agreed day on."""
        return self.further is not None and sum(self.further.excluded) > 0

    @property
    def day(self) -> date:
        """Give the last day; a day the parties named is kept as it is."""
        if self.agreed is None:
            return self.end.last_day
        return (
            self.further.last_day if self.further is not None and self.is_pushed else self.agreed.new_last_day
        )

    @property
    def unknown_years(self) -> tuple[int, ...]:
        """Give the years without published holidays on which the last day depends."""
        if self.agreed is None:
            return self.end.unknown_years
        return self.further.unknown_years if self.further is not None and self.is_pushed else ()


def count(
    rule: DeadlineRule,
    beginning: Beginning,
    calendar: WorkCalendar,
    *,
    suspensions: Iterable[Suspension] = (),
    extensions: Iterable[Extension] = (),
    today: date,
) -> CaseClock | None:
    """Give the clock of a rule; None where the ladder says how long, or no moment is known for hours.

    Only what the rule allows moves its end: suspensions of a kind it excludes, extensions where the
    parties may extend. While such a suspension goes on, the period stands still: it is then counted
    as if mediation went on ``today``.
    """
    if rule.period is None:
        return None
    if rule.period.unit in RUNNING_UNITS:
        return _by_moment(rule, rule.period, beginning)
    allowed = tuple(pause for pause in suspensions if pause.exclusion in rule.exclusions)
    agreed = _agreed(rule, extensions, beginning.on)
    ended = tuple(pause for pause in allowed if not pause.is_open)
    found = _counted(rule.period, beginning.on, calendar, pauses=ended, agreed=agreed, today=today)
    open_pause = next((pause for pause in allowed if pause.is_open and pause.from_day <= found.day), None)
    if open_pause is not None:
        pauses = (*ended, open_pause)
        found = _counted(rule.period, beginning.on, calendar, pauses=pauses, agreed=agreed, today=today)
    return CaseClock(
        kind=rule.kind,
        start=beginning.on,
        last_day=found.day,
        explanation=_sentence(rule, beginning, found, calendar, open_pause=open_pause, today=today),
        source=rule.source,
        is_verified=rule.is_verified,
        subject_id=beginning.subject_id,
        rule_id=rule.id,
        trigger=beginning.event,
        exclusions=_told_spans(found),
        extension=None if agreed is None else _told_extension(agreed),
        extension_by=rule.extension_by,
        is_paused=open_pause is not None,
        is_certain=not found.unknown_years,
    )


def _counted(
    period: Period,
    start: date,
    calendar: WorkCalendar,
    *,
    pauses: tuple[Suspension, ...],
    agreed: Extension | None,
    today: date,
) -> _Counted:
    if agreed is None:
        spans = tuple(_span(pause, today) for pause in pauses)
        return _Counted(last_day(start, period, calendar, spans), pauses, None, None, ())
    earlier = tuple(pause for pause in pauses if pause.from_day <= agreed.agreed_on)
    later = tuple(pause for pause in pauses if pause.from_day > agreed.agreed_on)
    end = last_day(start, period, calendar, tuple(_span(pause, today) for pause in earlier))
    rest = Period((agreed.new_last_day - agreed.agreed_on).days, PeriodUnit.DAY)
    spans = tuple(_span(pause, today) for pause in later)
    further = last_day(agreed.agreed_on, rest, calendar, spans) if later else None
    return _Counted(end, earlier, agreed, further, later)


def _span(pause: Suspension, today: date) -> DaySpan:
    """Give the days that do not count; an open suspension, up to yesterday, may have none yet."""
    return DaySpan(first_day=pause.from_day, last_day=pause.last_day or today - _ONE_DAY)


def _agreed(rule: DeadlineRule, extensions: Iterable[Extension], start: date) -> Extension | None:
    if rule.extension_by is not ExtensionBy.PARTIES:
        return None
    known = [extension for extension in extensions if extension.agreed_on >= start]
    return known[-1] if known else None


def _sentence(
    rule: DeadlineRule,
    beginning: Beginning,
    found: _Counted,
    calendar: WorkCalendar,
    *,
    open_pause: Suspension | None,
    today: date,
) -> str:
    told = "" if open_pause is None else paused_words(open_pause, today)
    told += opening(found.day) + begun_words(beginning.event, found.end, calendar)
    unit = found.end.period.unit
    told += "".join(
        span_words(pause, days, unit, found.day)
        for pause, days in zip(found.pauses, found.end.excluded, strict=True)
        if days
    )
    if found.agreed is None:
        told += moved_words(found.end)
    else:
        told += extended_words(found.agreed, found.day)
    if found.further is not None and found.is_pushed:
        told += "".join(
            span_words(pause, days, PeriodUnit.DAY, found.day)
            for pause, days in zip(found.later_pauses, found.further.excluded, strict=True)
            if days
        ) + moved_words(found.further)
    told += unknown_words(found.unknown_years)
    told += f"；{rule.note}" if rule.note else ""
    return told + cited(rule.source, is_verified=rule.is_verified)


def _told_spans(found: _Counted) -> tuple[ExcludedSpan, ...]:
    pairs = [*zip(found.pauses, found.end.excluded, strict=True)]
    if found.further is not None:
        pairs += zip(found.later_pauses, found.further.excluded, strict=True)
    return tuple(
        ExcludedSpan(kind=pause.exclusion, first_day=pause.from_day, last_day=pause.last_day, counted=days)
        for pause, days in pairs
        if days or pause.is_open
    )


def _told_extension(agreed: Extension) -> AgreedExtension:
    return AgreedExtension(
        agreed_on=agreed.agreed_on,
        previous_last_day=agreed.previous_last_day,
        new_last_day=agreed.new_last_day,
        is_written=agreed.is_written,
    )


def _by_moment(rule: DeadlineRule, period: Period, beginning: Beginning) -> CaseClock | None:
    if beginning.at is None:
        return None
    end = last_moment(beginning.at, period)
    told = moment_sentence(beginning.event, beginning.at, period, end)
    return CaseClock(
        kind=rule.kind,
        start=beginning.on,
        last_day=local_day(end),
        last_moment=end,
        explanation=told + cited(rule.source, is_verified=rule.is_verified),
        source=rule.source,
        is_verified=rule.is_verified,
        subject_id=beginning.subject_id,
        rule_id=rule.id,
        trigger=beginning.event,
        extension_by=rule.extension_by,
    )
