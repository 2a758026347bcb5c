"""未诉先办: written down, given to somebody, registered as a case, or closed with what was done."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from app.domain.disputes.cases import Case
from app.domain.duties.watch import proactive
from app.domain.duties.watch.proactive import ProactiveHandling, check_handling
from app.domain.errors import RuleRefusal, StaleWrite
from app.domain.trust.actors import Actor
from app.domain.values.days.moments import Clock
from app.persistence.comparing import conflicts
from app.persistence.store import Store
from app.services.disputes.intake import Intake
from app.services.disputes.registration import RegistrationService
from app.services.done import Done
from app.services.transactions.as_seen import as_seen
from app.services.transactions.looking import look


class ProactiveService:
    """Writes what was found by screening; ``version`` is that of what the user saw."""

    def __init__(self, store: Store, clock: Clock, registration: RegistrationService) -> None:
        self._store = store
        self._clock = clock
        self._registration = registration

    def get(self, handling_id: UUID) -> ProactiveHandling:
        """Give one; NotFound when there is none."""
        with look(self._store) as work:
            return work.proactive.get(handling_id)

    def note(self, handling: ProactiveHandling, *, actor: Actor) -> Done[ProactiveHandling]:
        """Write down what was found."""
        check_handling(handling)
        with self._store.unit_of_work(actor) as work:
            saved = work.proactive.add(handling, act="proactive.noted", note=handling.title)
            return Done(saved, work.commit())

    def save(self, handling: ProactiveHandling, *, actor: Actor) -> Done[ProactiveHandling]:
        """Keep what was added: to whom it was given, what is being done, what was reported back."""
        check_handling(handling)
        with self._store.unit_of_work(actor) as work:
            stored = work.proactive.get(handling.id)
            if stored.version != handling.version:
                raise StaleWrite("proactive", str(handling.id), conflicts(stored, handling))
            if not stored.is_open:
                raise RuleRefusal("proactive.ended", title=stored.title)
            saved = work.proactive.save(handling, act="proactive.saved", note=handling.title)
            return Done(saved, work.commit())

    def register(self, handling_id: UUID, intake: Intake, *, actor: Actor, version: int) -> Done[Case]:
        """Register it as a case on the committee's own initiative, linked in the same transaction."""
        return self._registration.register_proactive(handling_id, intake, actor=actor, version=version)

    def settle(
        self, handling_id: UUID, outcome: str, on: date, *, actor: Actor, version: int
    ) -> Done[ProactiveHandling]:
        """Close it with what was done."""
        with self._store.unit_of_work(actor) as work:
            handling = as_seen("proactive", work.proactive.get(handling_id), version)
            settled = proactive.settle(handling, outcome, on, self._clock.now())
            saved = work.proactive.save(settled, act="proactive.settled", note=outcome)
            return Done(saved, work.commit())
