"""Deadline rules as dated data with their source; numbers of law live in resources, never in code."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.domain.disputes.clocks import ClockKind
from app.domain.disputes.dispute_types import DisputeTypeList
from app.domain.disputes.sources import MediationChannel
from app.domain.duties.four_duties import DutyKind
from app.domain.duties.watch.limits import WatchLimit
from app.domain.mediation.schedule.hours import MeetingHours
from app.domain.values.days.periods import Period
from app.domain.values.days.working_days import WorkCalendar


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlineRule:
    """One row of the deadline catalogue: what it limits, how long, for which channels, by what source.

    ``source`` is the short citation printed in explanations; ``is_verified`` is False where
    the number is a local setting still to be confirmed (未核实).
    """

    id: str
    kind: ClockKind
    period: Period
    channels: tuple[MediationChannel, ...] = ()
    source: str
    is_verified: bool
    valid_from: date


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyDefault:
    """The due date proposed for a new duty, counted from registration; a local setting (未核实)."""

    duty: DutyKind
    period: Period
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """Everything the program knows as dated data."""

    deadlines: tuple[DeadlineRule, ...]
    duty_defaults: tuple[DutyDefault, ...]
    dispute_types: tuple[DisputeTypeList, ...]
    calendar: WorkCalendar
    meeting_hours: tuple[MeetingHours, ...] = ()
    watch_limits: tuple[WatchLimit, ...] = ()

    def deadline(self, kind: ClockKind, channel: MediationChannel, on: date) -> DeadlineRule | None:
        """Find the rule in force on a day; one that names the channel goes before a general one."""
        in_force = [
            rule
            for rule in self.deadlines
            if rule.kind is kind and rule.valid_from <= on and (not rule.channels or channel in rule.channels)
        ]
        return max(in_force, key=lambda rule: (bool(rule.channels), rule.valid_from), default=None)
