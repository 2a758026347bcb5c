"""Whether a mediator may mediate a case: looking for what stands against it, disclosing, stepping back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID

from app.domain.disputes.cases import Case
from app.domain.disputes.disclosures import Disclosure, RecusalRequest
from app.domain.disputes.recusal import steps
from app.domain.disputes.states import CaseEvent
from app.domain.duties.rules import Rules
from app.domain.errors import InvalidInput
from app.domain.trust.actors import Actor
from app.domain.values.days.moments import Clock, local_day
from app.persistence.store import Store
from app.services.done import Done
from app.services.transactions.appointing import Found, found_about, refuse_conflicts
from app.services.transactions.as_seen import as_seen
from app.services.transactions.channels.citing import in_its_law
from app.services.transactions.clocks.leading_clock import wind
from app.services.transactions.looking import look
from app.services.transactions.moving import save_moved


class RecusalService:
    """Checks appointments and keeps what was disclosed and decided; steps are on the version the user saw."""

    def __init__(self, store: Store, clock: Clock, rules: Rules) -> None:
        self._store = store
        self._clock = clock
        self._rules = rules

    def on_roster(self, case_id: UUID) -> Found:
        """Give what is found about everybody on the roster, by staff id; nothing found, no entry."""
        with look(self._store) as work:
            case = work.cases.get(case_id)
            members = tuple(member for member in work.staff.all() if member.left_on is None)
        return found_about(self._store, case, members)

    def disclose(self, case_id: UUID, disclosure: Disclosure, *, actor: Actor, version: int) -> Done[Case]:
        """Record a relation told to the parties, and each party's answer to it."""
        self._not_in_future(disclosure.disclosed_on, "disclosed_on")
        with self._store.unit_of_work(actor) as work:
            case = as_seen("case", work.cases.get(case_id), version)
            member = work.staff.get(disclosure.staff_id)
            told = replace(disclosure, staff_name=member.name)
            note = f"{member.name}：{disclosure.what}"
            saved = work.cases.save(steps.disclose(case, told), act="case.relation_disclosed", note=note)
            return Done(saved, work.commit())

    def recuse(self, case_id: UUID, request: RecusalRequest, *, actor: Actor, version: int) -> Done[Case]:
        """Replace a mediator who steps back, in one transaction with the request.

        Raises RuleRefusal ``recusal.must_recuse`` when the substitute may not mediate either.
        """
        self._not_in_future(request.asked_on, "asked_on")
        with self._store.unit_of_work(actor) as work, in_its_law(work, self._rules, case_id):
            case = as_seen("case", work.cases.get(case_id), version)
            substitute = work.staff.get(request.replaced_by_id)
            named = replace(request, replaced_by_name=substitute.name)
            recused = steps.recuse(case, named)
            refuse_conflicts(work, recused, field="replacement")
            note = f"{request.staff_name} → {substitute.name}：{request.reason}"
            saved = save_moved(work, case, recused, CaseEvent.ASSIGN, act="case.mediator_recused", note=note)
            wind(work, self._rules, case_id, self._today())
            return Done(saved, work.commit())

    def _not_in_future(self, on: date, field: str) -> None:
        if on > self._today():
            raise InvalidInput("date.in_future", field=field, day=on.isoformat())

    def _today(self) -> date:
        return local_day(self._clock.now())
