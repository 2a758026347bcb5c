"""The centre's own deadlines: holidays, local periods, what a change moves, and winding clocks anew."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from app.domain.changes import Changes
from app.domain.disputes.case_lines import CaseLine
from app.domain.disputes.clocks import CaseClock, ClockKind
from app.domain.duties.case_clocks import case_clocks
from app.domain.duties.deadlines.counting import Beginning, count
from app.domain.duties.deadlines.holidays import HolidayNotice, read_notice
from app.domain.duties.deadlines.local_periods import LocalPeriod, check_local_period
from app.domain.duties.rules import OwnRules, Rules, own_with
from app.domain.errors import NotFound, StaleWrite
from app.domain.trust.actors import SYSTEM, Actor
from app.domain.trust.history import HistoryEntry
from app.domain.values.days.moments import Clock, local_day
from app.domain.values.days.periods import RUNNING_UNITS
from app.domain.values.ids import new_id
from app.persistence.comparing import conflicts
from app.persistence.queries.clocks import Timed
from app.persistence.store import Store
from app.persistence.work import UnitOfWork
from app.services.done import Done
from app.services.transactions.clocks.leading_clock import set_due_days, shown_in_lists
from app.services.transactions.clocks.rules_in_force import bring_up_to_date, own_rules, stamp_anew
from app.services.transactions.looking import look

BATCH = 1_000
"""How many cases one transaction winds anew."""
NOTHING_CHANGED = Changes()
_UNFINISHED = "clocks.wound_up_to"
_FROM_THE_FIRST = "first"
_SHIPPED = "rules.shipped"


@dataclass(frozen=True, slots=True, kw_only=True)
class MovedClock:
    """A clock whose last day a change moves; None where it does not run, ``before`` or ``after``."""

    case: CaseLine
    kind: ClockKind
    before: date | None
    after: date | None
    explanation: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """So many cases looked at; ``last`` is where the next batch goes on, None at the end."""

    looked_at: int
    moved: tuple[MovedClock, ...] = ()
    last: UUID | None = None
    changes: Changes = NOTHING_CHANGED


class DeadlineService:
    """Reads and sets what deadlines are counted by."""

    def __init__(self, store: Store, clock: Clock, rules: Rules) -> None:
        self._store = store
        self._clock = clock
        self._rules = rules

    # reading
    def rules(self) -> Rules:
        """Give the rules in force, apart from those that later changes will move."""
        with look(self._store) as work:
            bring_up_to_date(work, self._rules)
            return self._rules.apart()

    def example(self, rule_id: str, start: date) -> CaseClock | None:
        """Work a rule out from a day; None for one that counts minutes or goes by the ladder."""
        rules = self.rules()
        rule = rules.catalogue.row(rule_id)
        if rule is None:
            raise NotFound("local_period.no_such_rule", id=rule_id)
        if rule.period is None or rule.period.unit in RUNNING_UNITS:
            return None
        return count(rule, Beginning(on=start, event=rule.triggers[0].term), rules.calendar, today=start)

    def notice(self, year: int) -> HolidayNotice | None:
        """Give the notice the centre entered for a year."""
        with look(self._store) as work:
            return work.holidays.of_year(year)

    def local_period(self, rule_id: str) -> LocalPeriod | None:
        """Give the centre's own period of a rule."""
        with look(self._store) as work:
            return work.local_periods.of_rule(rule_id)

    def last_set(self, subject_id: UUID) -> HistoryEntry | None:
        """Give who kept a notice or a period last, and when."""
        with look(self._store) as work:
            return next(iter(work.history.of_subject(subject_id, 1)), None)

    def count_open(self) -> int:
        """Count the cases on which clocks may run."""
        with self._store.reads() as reads:
            return reads.clocks.count_open()

    # what a change would move
    def read_notice(
        self, year: int, wording: str, basis: str = "", seen: HolidayNotice | None = None
    ) -> HolidayNotice:
        """Read the wording of a notice, not to keep; InvalidInput ``holidays…`` where it cannot be right."""
        holidays, work_days = read_notice(wording, year)
        told = HolidayNotice(
            id=new_id(), year=year, holidays=holidays, work_days=work_days, wording=wording, basis=basis
        )
        return told if seen is None else replace(told, id=seen.id, version=seen.version)

    def preview(
        self,
        *,
        notice: HolidayNotice | None = None,
        period: LocalPeriod | None = None,
        after: UUID | None = None,
    ) -> Batch:
        """Compare the clocks of the next thousand open cases before and after a change not kept yet."""
        with look(self._store) as work:
            own = own_rules(work)
        if period is not None:
            check_local_period(period, self._rules.catalogue.row(period.rule_id))
        now = self._rules.apart(own)
        then = self._rules.apart(_changed(own, notice, period))
        with self._store.reads() as reads:
            ids = reads.clocks.open_ids(after, BATCH)
            lines = {line.id: line for line in reads.cases.lines(ids)}
            moved = [
                clock
                for timed in reads.clocks.timed(ids)
                for clock in _moved(timed, lines[timed.case.id], now, then, self._today())
            ]
        return Batch(looked_at=len(ids), moved=tuple(moved), last=ids[-1] if len(ids) == BATCH else None)

    # writing
    def save_notice(self, notice: HolidayNotice, *, actor: Actor) -> Done[HolidayNotice]:
        """Keep a notice in place of the one before; clocks are then wound by `rewind`, batch by batch.

        Raises StaleWrite when somebody else entered the same year meanwhile.
        """
        with self._store.unit_of_work(actor) as work:
            note = f"{notice.year} {notice.basis}".strip()
            if notice.version:
                saved = work.holidays.save(notice, act="holidays.saved", note=note)
            else:
                _refuse_second(work.holidays.of_year(notice.year), notice)
                saved = work.holidays.add(notice, act="holidays.saved", note=note)
            stamp_anew(work)
            work.preferences.put(None, _UNFINISHED, _FROM_THE_FIRST)
            own, changes = own_rules(work), work.commit()
        self._rules.take_up(own)
        return Done(saved, changes)

    def save_period(self, period: LocalPeriod, *, actor: Actor) -> Done[LocalPeriod]:
        """Keep the centre's own length of a local period; InvalidInput and RuleRefusal ``local_period…``."""
        rule = self.rules().catalogue.row(period.rule_id)
        check_local_period(period, rule)
        note = f"{period.rule_id} {'' if rule is None else rule.name}".strip()
        with self._store.unit_of_work(actor) as work:
            if period.version:
                saved = work.local_periods.save(period, act="local_period.saved", note=note)
            else:
                _refuse_second(work.local_periods.of_rule(period.rule_id), period)
                saved = work.local_periods.add(period, act="local_period.saved", note=note)
            stamp_anew(work)
            work.preferences.put(None, _UNFINISHED, _FROM_THE_FIRST)
            own, changes = own_rules(work), work.commit()
        self._rules.take_up(own)
        return Done(saved, changes)

    def rewind(self) -> Batch:
        """Wind the clocks of the next thousand open cases anew, as far as the last change left them to do."""
        with self._store.unit_of_work(SYSTEM) as work:
            up_to = work.preferences.get(None, _UNFINISHED) or ""
            if not up_to:
                return Batch(looked_at=0)
            bring_up_to_date(work, self._rules)
            with self._store.reads() as reads:
                ids = reads.clocks.open_ids(None if up_to == _FROM_THE_FIRST else UUID(up_to), BATCH)
            work.cases.hold_lines(ids)
            # Read behind the lock: what others wrote before it is seen, what they write after it waits.
            with self._store.reads() as reads:
                wound = {timed.case.id: self._wound(work, timed) for timed in reads.clocks.timed(ids)}
            work.cases.set_clocks(wound)
            last = ids[-1] if len(ids) == BATCH else None
            work.preferences.put(None, _UNFINISHED, "" if last is None else str(last))
            return Batch(looked_at=len(ids), last=last, changes=work.commit())

    def finish_rewinding(self) -> int:
        """Wind what a crash, or a program with other rules, left undone; gives how many cases were looked at.

        Called at every start: shipped rules and holidays come with the program, and clocks in lists
        were wound by those of the program before.
        """
        self._notice_shipped_rules()
        looked_at = 0
        while True:
            batch = self.rewind()
            looked_at += batch.looked_at
            if batch.last is None:
                return looked_at

    def _notice_shipped_rules(self) -> None:
        shipped = self._rules.fingerprint()
        with look(self._store) as work:
            if work.preferences.get(None, _SHIPPED) == shipped:
                return
        with self._store.unit_of_work(SYSTEM) as work:
            work.preferences.put(None, _SHIPPED, shipped)
            work.preferences.put(None, _UNFINISHED, _FROM_THE_FIRST)
            work.commit()

    def _wound(self, work: UnitOfWork, timed: Timed) -> tuple[date | None, ClockKind | None, str]:
        clocks = case_clocks(timed.case, timed.facts, self._rules, self._today())
        set_due_days(work, timed.facts, clocks)
        return shown_in_lists(timed.case, timed.facts, clocks, self._rules)

    def _today(self) -> date:
        return local_day(self._clock.now())


def _changed(own: OwnRules, notice: HolidayNotice | None, period: LocalPeriod | None) -> OwnRules:
    return own_with(
        own,
        notices=() if notice is None else (notice,),
        periods=() if period is None else (period,),
    )


def _refuse_second(stored: object | None, ours: HolidayNotice | LocalPeriod) -> None:
    """Somebody entered the same meanwhile: show it instead of failing on the unique key."""
    if stored is not None:
        raise StaleWrite("holidays", str(ours.id), conflicts(stored, ours))


def _moved(timed: Timed, line: CaseLine, now: Rules, then: Rules, today: date) -> Iterator[MovedClock]:
    before = {
        (clock.kind, clock.subject_id): clock for clock in case_clocks(timed.case, timed.facts, now, today)
    }
    after = {
        (clock.kind, clock.subject_id): clock for clock in case_clocks(timed.case, timed.facts, then, today)
    }
    for key in dict.fromkeys((*before, *after)):
        old, new = before.get(key), after.get(key)
        if (old and (old.last_day, old.last_moment)) != (new and (new.last_day, new.last_moment)):
            yield MovedClock(
                case=line,
                kind=key[0],
                before=None if old is None else old.last_day,
                after=None if new is None else new.last_day,
                explanation="" if new is None else new.explanation,
            )
