"""Everything about watching in one bundle."""

from __future__ import annotations

from app.domain.duties.rules import Rules
from app.domain.values.days.moments import Clock
from app.persistence.store import Store
from app.services.disputes.registration import RegistrationService
from app.services.duties.watch.lists import WatchLists
from app.services.duties.watch.orders import SupervisionService
from app.services.duties.watch.papers import WatchPapers
from app.services.duties.watch.proactive import ProactiveService
from app.services.duties.watch.whistles import WhistleService
from app.services.transactions.printing import Printing


class WatchService:
    """``orders``, ``whistles``, ``proactive``, ``lists`` and ``papers`` over one store."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        rules: Rules,
        printing: Printing,
        registration: RegistrationService,
    ) -> None:
        self.orders = SupervisionService(store, clock, rules, printing)
        self.whistles = WhistleService(store, clock, rules)
        self.proactive = ProactiveService(store, clock, registration)
        self.lists = WatchLists(store, clock)
        self.papers = WatchPapers(store, clock, printing)
