"""Which rules run on a case: what it is, how far it is, and what happened decide."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from app.domain.disputes.cases import Case, TerminationReason
from app.domain.disputes.clocks import CaseClock, ClockKind
from app.domain.disputes.periods.triggers import RECORDED_BY_HAND, Trigger
from app.domain.disputes.states import BEFORE_ACCEPTANCE, IN_EFFECT, IN_MEDIATION, CaseState
from app.domain.duties.clock_words import cited
from app.domain.duties.deadlines.catalogue import Catalogue, Concerned, DeadlineRule, KindRows
from app.domain.duties.deadlines.counting import Beginning, count
from app.domain.duties.deadlines.facts import Events, FactSheet
from app.domain.values.days.moments import local_day
from app.domain.values.days.working_days import WorkCalendar

_MEDIATION = IN_MEDIATION | {CaseState.SUSPENDED, CaseState.PARTIAL, CaseState.REOPENED}
_WITHOUT_AGREEMENT = frozenset({CaseState.TERMINATED, CaseState.FOLLOWED_UP})
_NOTHING_TO_ASK = frozenset({TerminationReason.SUED, TerminationReason.SETTLED_PRIVATELY})
"""After a suit the traffic police stop as well (道路交通事故处理程序规定 art. 94); peace needs nobody."""
_BEGUN_ANEW = frozenset({ClockKind.ACCEPTANCE, ClockKind.MEDIATION})
"""Periods that a case taken up again gets anew."""
RUNS_IN: dict[ClockKind, frozenset[CaseState]] = {
    ClockKind.ACCEPTANCE: BEFORE_ACCEPTANCE | {CaseState.REOPENED},
    # Counted from the receipt (labour) or from court papers, it runs before acceptance too.
    ClockKind.MEDIATION: BEFORE_ACCEPTANCE | _MEDIATION,
    ClockKind.SECOND_MEDIATION: BEFORE_ACCEPTANCE | _MEDIATION,
    ClockKind.CONFIRMATION: IN_EFFECT,
    ClockKind.ENFORCEMENT: IN_EFFECT,
    ClockKind.POLICE_REQUEST: _WITHOUT_AGREEMENT,
    ClockKind.FOLLOW_UP: frozenset({CaseState.PERFORMED, CaseState.TERMINATED}),
    ClockKind.LIMITATION: BEFORE_ACCEPTANCE | _MEDIATION | _WITHOUT_AGREEMENT | {CaseState.AGREED},
    ClockKind.ARCHIVING: frozenset({CaseState.CLOSED}),
}
"""In which states a clock runs; kinds not named run in every open case whose facts start them."""


@dataclass(frozen=True, slots=True)
class _Look:
    """Rows of one kind beside the events of one subject."""

    rows: KindRows
    sheet: FactSheet
    calendar: WorkCalendar
    today: date
    anew_on: date | None = None
    """Since when a period that begins anew is counted, if the case was taken up again."""


@dataclass(frozen=True, slots=True)
class WaitingPeriod:
    """A period of law that cannot be counted: nobody recorded the day of any event that starts it."""

    rule: DeadlineRule
    triggers: tuple[Trigger, ...]

    @property
    def explanation(self) -> str:
        """Say what is missing: 登记“签收法院移交材料”的日期后起算；依据…."""
        events = "或者".join(f"“{trigger.term}”" for trigger in self.triggers)
        return f"登记{events}的日期后起算{cited(self.rule.source, is_verified=self.rule.is_verified)}"


def ruled_clocks(
    case: Case, events: Events, catalogue: Catalogue, calendar: WorkCalendar, today: date
) -> Iterator[CaseClock]:
    """Count every rule of the catalogue that runs on the case today, once for each agreement it concerns."""
    for kind, rows in _concerning(case, catalogue).items():
        if not _runs(kind, case, events):
            continue
        anew_on = case.begun_anew_on if kind in _BEGUN_ANEW else None
        for sheet in events.of_agreements if rows.is_of_agreements else (events.of_case,):
            clock = _clock(_Look(rows, sheet, calendar, today, anew_on), case)
            if clock is not None:
                yield clock


def waiting_periods(case: Case, events: Events, catalogue: Catalogue) -> tuple[WaitingPeriod, ...]:
    """Give the periods of mediation that run, but from a day outside the room that nobody recorded yet."""
    if case.state not in RUNS_IN[ClockKind.MEDIATION]:
        return ()
    rows = _concerning(case, catalogue).get(ClockKind.MEDIATION)
    narrowest = () if rows is None else tuple(sorted(rows.narrowest, key=lambda row: row.id))
    triggers = tuple(trigger for row in narrowest for trigger in row.triggers)
    is_known = any(trigger not in RECORDED_BY_HAND or trigger in events.of_case.days for trigger in triggers)
    return () if is_known or not narrowest else (WaitingPeriod(narrowest[0], tuple(dict.fromkeys(triggers))),)


@dataclass(frozen=True, slots=True)
class LimitationInterruption:
    """That a request interrupted limitation, on its day: a fact frozen with the registration."""

    on_day: date
    rule: DeadlineRule


def limitation_interruption(case: Case, catalogue: Catalogue) -> LimitationInterruption | None:
    """Give the interruption by the request; None where nobody requested anything (主动调解)."""
    rows = _concerning(case, catalogue).get(ClockKind.LIMITATION)
    if case.is_initiative or rows is None:
        return None
    return LimitationInterruption(local_day(case.received_at), rows.narrowest[0])


def _concerning(case: Case, catalogue: Catalogue) -> Concerned:
    return catalogue.concerning(case.channel, case.source, case.dispute_type, case.channel_code)


def _runs(kind: ClockKind, case: Case, events: Events) -> bool:
    if kind is ClockKind.ARCHIVING:  # the one clock of a closed case
        return case.state is CaseState.CLOSED
    if kind is ClockKind.FOLLOW_UP and events.has_planned_visit:
        return False
    if kind is ClockKind.ACCEPTANCE and case.state is CaseState.REOPENED and case.accepted_on is not None:
        return False
    if kind is ClockKind.POLICE_REQUEST and case.termination_reason in _NOTHING_TO_ASK:
        return False
    if kind is ClockKind.LIMITATION and case.is_initiative:
        return False  # nobody asked for anything: no request interrupted limitation
    return case.is_open and (kind not in RUNS_IN or case.state in RUNS_IN[kind])


def _clock(look: _Look, case: Case) -> CaseClock | None:
    """Count the narrowest rows; of several whose start is known, the one that ends first."""
    rows, days = look.rows, look.sheet.days
    continuing = [row for row in rows.continuing if any(trigger in days for trigger in row.triggers)]
    found: list[CaseClock] = []
    seen: set[str] = set()
    for row in continuing or rows.narrowest:
        beginning = _beginning(row, look)
        if beginning is None or row.id in seen or not row.is_in_force(beginning.on):
            continue
        seen.add(row.id)  # versions come latest first: the first in force is the one
        if any(days[trigger] >= beginning.on for trigger in row.until if trigger in days):
            continue
        clock = count(
            row,
            beginning,
            look.calendar,
            suspensions=case.suspensions,
            extensions=case.extensions,
            today=look.today,
        )
        if clock is not None and not (row.lapses and clock.last_day < look.today):
            found.append(clock)
    return min(found, key=lambda clock: clock.last_day, default=None)


def _beginning(row: DeadlineRule, look: _Look) -> Beginning | None:
    sheet = look.sheet
    trigger = next((trigger for trigger in row.triggers if trigger in sheet.days), None)
    if trigger is None:
        return None
    if row.after:
        return _continued(row, trigger, look)
    if look.anew_on is not None and look.anew_on > sheet.days[trigger]:
        return Beginning(on=look.anew_on, event="重新办理", subject_id=sheet.subject_id)
    event = f"{sheet.name} {trigger.term}".strip()
    at = sheet.moments.get(trigger)
    return Beginning(on=sheet.days[trigger], event=event, at=at, subject_id=sheet.subject_id)


def _continued(row: DeadlineRule, trigger: Trigger, look: _Look) -> Beginning | None:
    """Begin where the row before ended."""
    for before in (other for other in look.rows.narrowest if other.id == row.after):
        beginning = _beginning(before, look)
        if beginning is not None and before.is_in_force(beginning.on):
            first = count(before, beginning, look.calendar, today=look.today)
            if first is not None:
                told = look.sheet.words.get(trigger, trigger.term)
                event = f"{look.sheet.name} 原期限届满（{told}）".strip()
                return Beginning(on=first.last_day, event=event, subject_id=look.sheet.subject_id)
    return None
