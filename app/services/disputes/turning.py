"""One turn in the life of a case: checked against the table, saved, logged and its clocks wound."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from uuid import UUID

from app.domain.changes import Changes
from app.domain.disputes.cases import Case
from app.domain.disputes.lifecycle.guards import Circumstances
from app.domain.disputes.states import CaseEvent
from app.domain.duties.rules import Rules
from app.domain.errors import InvalidInput
from app.domain.trust.actors import Actor
from app.domain.values.days.moments import Clock, local_day
from app.persistence.store import Store
from app.persistence.work import UnitOfWork
from app.services.done import Done
from app.services.transactions.as_seen import as_seen
from app.services.transactions.channels.citing import in_its_law
from app.services.transactions.clocks.leading_clock import wind
from app.services.transactions.moving import circumstances, refuse_unauthorised, save_moved
from app.services.transactions.printing import Printing

Turn = Callable[[Case, Circumstances], Case]
Before = Callable[[UnitOfWork, Case], None]
"""What is written in the same transaction while the case still stands as it did."""


class Turning:
    """What all turns share; ``version`` is always that of the case the user saw."""

    def __init__(self, store: Store, clock: Clock, rules: Rules, printing: Printing) -> None:
        self._store = store
        self._clock = clock
        self._rules = rules
        self._printing = printing

    def _turn(
        self,
        case_id: UUID,
        turn: Turn,
        *,
        event: CaseEvent,
        act: str,
        actor: Actor,
        version: int,
        note: str = "",
        before: Before | None = None,
    ) -> Done[Case]:
        with self._store.unit_of_work(actor) as work, in_its_law(work, self._rules, case_id):
            case = as_seen("case", work.cases.get(case_id), version)
            refuse_unauthorised(work, case, event)
            turned = turn(case, circumstances(work, case_id))
            if turned == case:
                return Done(case, Changes())
            if before is not None:
                before(work, case)
            return self._done(work, save_moved(work, case, turned, event, act=act, note=note))

    def _done(self, work: UnitOfWork, case: Case) -> Done[Case]:
        wind(work, self._rules, case.id, self._today())
        return Done(case, work.commit())

    def _not_in_future(self, on: date, field: str = "on") -> None:
        if on > self._today():
            raise InvalidInput("date.in_future", field=field, day=on.isoformat())

    def _today(self) -> date:
        return local_day(self._clock.now())
