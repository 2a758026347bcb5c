"""Everything the program knows as dated data, and what the centre set over it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from hashlib import sha256

from app.domain.disputes.cases import Case
from app.domain.disputes.channels.law import in_law_of, is_cited
from app.domain.disputes.channels.rules import Channel, Channels
from app.domain.disputes.clocks import CaseClock
from app.domain.disputes.dispute_types import DisputeTypeList
from app.domain.duties.deadlines.catalogue import Catalogue, DeadlineRule
from app.domain.duties.deadlines.counting import Beginning, count
from app.domain.duties.deadlines.holidays import HolidayNotice, calendar_with
from app.domain.duties.deadlines.local_periods import LocalPeriod, rule_with
from app.domain.duties.four_duties import DutyKind
from app.domain.duties.watch.limits import WatchLimit
from app.domain.mediation.schedule.hours import MeetingHours
from app.domain.settlements.check.book import NOTHING_ASKED, CheckBook
from app.domain.settlements.clause_library import ModelClause
from app.domain.values.days.moments import local_day
from app.domain.values.days.periods import Period
from app.domain.values.days.working_days import WorkCalendar
from app.domain.values.plain import to_json


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyDefault:
    """The due date proposed for a new duty, counted from registration; a local setting (未核实)."""

    duty: DutyKind
    period: Period
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnRules:
    """What a centre set itself: notices of holidays and its own periods, at one ``stamp`` of the database."""

    stamp: str = ""
    notices: tuple[HolidayNotice, ...] = ()
    periods: tuple[LocalPeriod, ...] = ()


@dataclass(slots=True, kw_only=True)
class Rules:
    """Everything the program knows as dated data; the one thing of its kind, shared by all use cases.

    ``deadlines`` and ``calendar`` are as shipped until `take_up` puts the centre's own over them:
    whoever holds the rules sees the new ones at once, without a restart. ``clauses`` reads the library
    when it is first looked into: no start waits for it.
    """

    deadlines: tuple[DeadlineRule, ...]
    duty_defaults: tuple[DutyDefault, ...]
    dispute_types: tuple[DisputeTypeList, ...]
    calendar: WorkCalendar
    meeting_hours: tuple[MeetingHours, ...] = ()
    watch_limits: tuple[WatchLimit, ...] = ()
    channels: tuple[Channel, ...] = ()
    check: CheckBook = NOTHING_ASKED
    clauses: Callable[[], tuple[ModelClause, ...]] = tuple
    own: OwnRules = field(default=OwnRules(), init=False)
    catalogue: Catalogue = field(init=False, repr=False, compare=False)
    _shipped: tuple[tuple[DeadlineRule, ...], WorkCalendar] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        self._shipped = (self.deadlines, self.calendar)
        self.catalogue = Catalogue(self.deadlines, self.channels)

    def all_channels(self) -> Channels:
        """Give the channels of mediation to look among."""
        return Channels(self.channels)

    def channel_of(self, case: Case) -> Channel | None:
        """Give the channel of a case with the rules its type brings along, as it stood on registration."""
        registered = local_day(case.registered_at)
        return self.all_channels().ruling(case.channel_code, case.dispute_type, registered)

    def in_law_of(self, case: Case, text: str) -> str:
        """Give a citation, or a sentence with citations, as the law of the case's channel has it."""
        return in_law_of(self.channel_of(case), text) if is_cited(text) else text

    def counted(self, rule_id: str, beginning: Beginning) -> CaseClock | None:
        """Count one row of the catalogue from its start; None where no row of it was in force then."""
        row = self.catalogue.in_force(rule_id, beginning.on)
        return None if row is None else count(row, beginning, self.calendar, today=beginning.on)

    def take_up(self, own: OwnRules) -> None:
        """Put what the centre set over what was shipped, in place of what it had set before."""
        deadlines, calendar = self._shipped
        periods = {period.rule_id: period for period in own.periods}
        self.deadlines = tuple(rule_with(rule, periods.get(rule.id)) for rule in deadlines)
        self.calendar = calendar_with(calendar, own.notices)
        self.catalogue = Catalogue(self.deadlines, self.channels)
        self.own = own

    def fingerprint(self) -> str:
        """Tell shipped rules and holidays from those of another version of the program."""
        deadlines, calendar = self._shipped
        days = [f"{day}{name}" for day, name in sorted(calendar.rest_days.items())]
        told = (
            to_json(deadlines),
            to_json(self.channels),
            days,
            sorted(map(str, calendar.work_days)),
            sorted(calendar.published),
        )
        return sha256(repr(told).encode()).hexdigest()

    def apart(self, own: OwnRules | None = None) -> Rules:
        """Give the same shipped rules with the same or other settings of the centre, to compare."""
        deadlines, calendar = self._shipped
        other = Rules(
            deadlines=deadlines,
            duty_defaults=self.duty_defaults,
            dispute_types=self.dispute_types,
            calendar=calendar,
            meeting_hours=self.meeting_hours,
            watch_limits=self.watch_limits,
            channels=self.channels,
            check=self.check,
            clauses=self.clauses,
        )
        other.take_up(own or self.own)
        return other


def own_with(
    own: OwnRules, notices: Iterable[HolidayNotice] = (), periods: Iterable[LocalPeriod] = ()
) -> OwnRules:
    """Give settings in which some notices and periods take the place of those of their year or rule."""
    new_notices = {notice.year: notice for notice in (*own.notices, *notices)}
    new_periods = {period.rule_id: period for period in (*own.periods, *periods)}
    return replace(own, notices=tuple(new_notices.values()), periods=tuple(new_periods.values()))
