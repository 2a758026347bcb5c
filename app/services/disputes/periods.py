"""Pausing, resuming and extending mediation, and recording the days outside the room that start clocks."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from uuid import UUID

from app.domain.disputes import period_steps
from app.domain.disputes.cases import Case
from app.domain.disputes.clocks import CaseClock, ClockKind
from app.domain.disputes.periods.extensions import Extension
from app.domain.disputes.periods.suspensions import Suspension
from app.domain.disputes.periods.triggers import TriggerDay
from app.domain.disputes.states import CaseEvent
from app.domain.duties.case_clocks import case_clocks
from app.domain.duties.rules import Rules
from app.domain.errors import InvalidInput, RuleRefusal
from app.domain.trust.actors import Actor
from app.domain.values.days.moments import Clock, local_day
from app.domain.values.days.periods import Period, PeriodUnit, last_day
from app.persistence.store import Store
from app.persistence.work import UnitOfWork
from app.services.done import Done
from app.services.transactions.as_seen import as_seen
from app.services.transactions.channels.citing import in_its_law
from app.services.transactions.clocks.leading_clock import clock_facts, wind
from app.services.transactions.looking import look
from app.services.transactions.moving import refuse_locked, save_moved

MOST_DAYS = 3_650
"""More days are a slip of the finger."""


class PeriodService:
    """Moves the period of mediation of one case; ``version`` is always the one the user saw."""

    def __init__(self, store: Store, clock: Clock, rules: Rules) -> None:
        self._store = store
        self._clock = clock
        self._rules = rules

    def suspend(self, case_id: UUID, suspension: Suspension, *, actor: Actor, version: int) -> Done[Case]:
        """Pause mediation from a day on, with its reason."""
        self._not_in_future(suspension.from_day, "from_day")
        note = suspension.note or suspension.reason.term
        return self._write(
            case_id,
            lambda _work, case: period_steps.suspend(case, suspension),
            "case.suspended",
            actor,
            version,
            note=note,
            event=CaseEvent.SUSPEND,
        )

    def resume(self, case_id: UUID, on: date, note: str, *, actor: Actor, version: int) -> Done[Case]:
        """Go on with mediation; ``on`` is the first day that counts again."""
        self._not_in_future(on, "resumed_on")
        return self._write(
            case_id,
            lambda _work, case: period_steps.resume(case, on=on),
            "case.resumed",
            actor,
            version,
            note=note,
            event=CaseEvent.RESUME,
        )

    def extend(self, case_id: UUID, extension: Extension, *, actor: Actor, version: int) -> Done[Case]:
        """Move the last day of mediation by the consent of every party.

        Raises RuleRefusal ``extension…`` where the rule lets nobody extend, InvalidInput for days that
        cannot be; the last day before is that of the clock as it stands.
        """
        for consent in extension.consents:
            self._not_in_future(consent.agreed_on, "consents")

        def extended(work: UnitOfWork, case: Case) -> Case:
            return period_steps.extend_period(case, extension, self._running(work, case))

        note = extension.note or extension.new_last_day.isoformat()
        return self._write(case_id, extended, "case.extended", actor, version, note=note)

    def end_after(self, case_id: UUID, days: int) -> date:
        """Give the last day when the period as it stands is extended by so many days.

        They are counted from the day after its last day, and move on over days off like any period.
        """
        if not 1 <= days <= MOST_DAYS:
            raise InvalidInput("extension.days", field="days", most=MOST_DAYS)
        with look(self._store) as work:
            running = self._running(work, work.cases.get(case_id))
            if running is None:
                raise RuleRefusal("extension.no_period", state=work.cases.get(case_id).state.term)
            return last_day(running.last_day, Period(days, PeriodUnit.DAY), self._rules.calendar).last_day

    def record_day(self, case_id: UUID, recorded: TriggerDay, *, actor: Actor, version: int) -> Done[Case]:
        """Record the day of an event outside the room (court papers signed for, police mediation begun)."""
        self._not_in_future(recorded.on_day, "on_day")
        note = f"{recorded.trigger.term} {recorded.on_day.isoformat()} {recorded.note}".strip()
        return self._write(
            case_id,
            lambda _work, case: period_steps.record_trigger_day(case, recorded),
            "case.trigger_day_recorded",
            actor,
            version,
            note=note,
        )

    def _running(self, work: UnitOfWork, case: Case) -> CaseClock | None:
        clocks = case_clocks(case, clock_facts(work, self._rules, case), self._rules, self._today())
        return next((clock for clock in clocks if clock.kind is ClockKind.MEDIATION), None)

    def _write(
        self,
        case_id: UUID,
        move: Callable[[UnitOfWork, Case], Case],
        act: str,
        actor: Actor,
        version: int,
        *,
        note: str,
        event: CaseEvent | None = None,
    ) -> Done[Case]:
        with self._store.unit_of_work(actor) as work, in_its_law(work, self._rules, case_id):
            case = as_seen("case", work.cases.get(case_id), version)
            refuse_locked(case)
            moved = move(work, case)
            if event is None:
                saved = work.cases.save(moved, act=act, note=note)
            else:
                saved = save_moved(work, case, moved, event, act=act, note=note)
            wind(work, self._rules, case_id, self._today())
            return Done(saved, work.commit())

    def _not_in_future(self, on: date, field: str) -> None:
        if on > self._today():
            raise InvalidInput("date.in_future", field=field, day=on.isoformat())

    def _today(self) -> date:
        return local_day(self._clock.now())
