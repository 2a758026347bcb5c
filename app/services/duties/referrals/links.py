"""The use cases of everything between organs, in one bundle, and the list of what is on its way."""

from __future__ import annotations

from app.domain.duties.referrals.transit import TransitFilter, TransitLine, TransitOwner, TransitView
from app.domain.duties.rules import Rules
from app.domain.values.days.moments import Clock
from app.persistence.store import Store
from app.services.duties.referrals.guidance import GuidanceService
from app.services.duties.referrals.orders import OrderService
from app.services.duties.referrals.referrals import ReferralService
from app.services.duties.referrals.writing import LinkWriting
from app.services.transactions.printing import Printing


class LinkServices:
    """``referrals``, ``guidance`` and ``orders`` write; the list is read here."""

    def __init__(self, store: Store, clock: Clock, rules: Rules, printing: Printing) -> None:
        writing = LinkWriting(store, clock, rules, printing)
        self.referrals = ReferralService(writing, rules)
        self.guidance = GuidanceService(writing)
        self.orders = OrderService(writing)
        self._store = store

    def page(self, wanted: TransitFilter, offset: int = 0, limit: int = 50) -> tuple[TransitLine, ...]:
        """Give a page of the handing-over list, the first due on top."""
        with self._store.reads() as reads:
            return reads.transit.page(wanted, offset=offset, limit=limit)

    def count(self, wanted: TransitFilter) -> int:
        """Count the lines of a filter."""
        with self._store.reads() as reads:
            return reads.transit.count(wanted)

    def counts_by_view(self) -> dict[TransitView, int]:
        """Count the lines of every tab."""
        with self._store.reads() as reads:
            return reads.transit.counts_by_view()

    def owners(self) -> tuple[TransitOwner, ...]:
        """Give everybody who answers for something on its way."""
        with self._store.reads() as reads:
            return reads.transit.owners()
