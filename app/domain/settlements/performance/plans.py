"""The plan of performance of one agreement: its items, and everything recorded about them, to the fen."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.domain.settlements.performance.arrangements import Arrangement, ArrangementKind
from app.domain.settlements.performance.items import ItemState, PerformanceItem
from app.domain.settlements.performance.receipts import Receipt
from app.domain.settlements.performance.urgings import Urging
from app.domain.values.money import Money, sum_of
from app.domain.values.termed import Termed

_ENDING = frozenset({ArrangementKind.WAIVED, ArrangementKind.REPLACED, ArrangementKind.REINSTATED})


class PlanStanding(Termed):
    """How a plan stands on a day; a fact beside the state of the case, not a state of it."""

    RUNNING = "running", "履行中"
    DEFAULTED = "defaulted", "违约"
    URGED = "urged", "已督促"
    PERFORMED = "performed", "全部履行"


@dataclass(frozen=True, slots=True, kw_only=True)
class PerformancePlan:
    """What one agreement makes due and how far it is; ``id`` is the agreement's own.

    ``number`` and ``party_ids`` are the agreement's. Receipts, arrangements and urgings are kept in the
    order in which they were recorded and are never changed, but for the answer to an urging.
    """

    id: UUID
    version: int = 0
    case_id: UUID
    number: str = ""
    party_ids: tuple[UUID, ...] = ()
    items: tuple[PerformanceItem, ...] = ()
    receipts: tuple[Receipt, ...] = ()
    arrangements: tuple[Arrangement, ...] = ()
    urgings: tuple[Urging, ...] = ()

    # finding

    def item(self, item_id: UUID) -> PerformanceItem | None:
        """Find an item."""
        return next((item for item in self.items if item.id == item_id), None)

    def receipt(self, receipt_id: UUID) -> Receipt | None:
        """Find an entry."""
        return next((receipt for receipt in self.receipts if receipt.id == receipt_id), None)

    def urging(self, urging_id: UUID) -> Urging | None:
        """Find an urging."""
        return next((urging for urging in self.urgings if urging.id == urging_id), None)

    def is_reversed(self, receipt: Receipt) -> bool:
        """Tell whether a counter-entry took this one back."""
        return any(other.reverses_id == receipt.id for other in self.receipts)

    def standing_receipts(self, item_id: UUID) -> tuple[Receipt, ...]:
        """Give the entries of an item that count: neither countered nor counter-entries."""
        return tuple(
            receipt
            for receipt in self.receipts
            if receipt.item_id == item_id and receipt.reverses_id is None and not self.is_reversed(receipt)
        )

    def settlement_of(self, item_id: UUID) -> Arrangement | None:
        """Give the waiver or the new arrangement that ends an item, unless it was taken back."""
        ends = [entry for entry in self.arrangements if entry.item_id == item_id and entry.kind in _ENDING]
        return ends[-1] if ends and ends[-1].kind is not ArrangementKind.REINSTATED else None

    def urgings_of(self, item_id: UUID) -> tuple[Urging, ...]:
        """Give the urgings that concerned an item, the oldest first."""
        return tuple(urging for urging in self.urgings if item_id in urging.item_ids)

    # counting

    def received(self, item_id: UUID) -> Money:
        """Add up what came in for an item, counter-entries included."""
        return sum_of(r.amount for r in self.receipts if r.item_id == item_id and r.amount is not None)

    def owed(self, item: PerformanceItem) -> Money:
        """Give what is still to be paid; nothing for acts and for what was waived or replaced."""
        if item.amount is None or self.settlement_of(item.id) is not None:
            return Money.zero()
        return max(item.amount - self.received(item.id), Money.zero())

    def excess(self, item: PerformanceItem) -> Money:
        """Give what came in beyond what was due."""
        if item.amount is None:
            return Money.zero()
        return max(self.received(item.id) - item.amount, Money.zero())

    def is_done(self, item: PerformanceItem) -> bool:
        """Tell whether an item was performed: paid in full, or the act done."""
        if item.amount is not None:
            return self.received(item.id) >= item.amount
        return any(receipt.completes for receipt in self.standing_receipts(item.id))

    def is_open(self, item: PerformanceItem) -> bool:
        """Tell whether something is still to be done about an item."""
        return not self.is_done(item) and self.settlement_of(item.id) is None

    def state(self, item: PerformanceItem, today: date) -> ItemState:
        """Tell how an item stands; a part paid late is overdue for the rest."""
        if self.is_done(item):
            return ItemState.PERFORMED
        if self.settlement_of(item.id) is not None:
            return ItemState.SETTLED
        if item.due_on is not None and item.due_on < today:
            return ItemState.OVERDUE
        if item.due_on == today:
            return ItemState.DUE_TODAY
        return ItemState.PARTIAL if self.standing_receipts(item.id) else ItemState.NOT_DUE

    @property
    def open_items(self) -> tuple[PerformanceItem, ...]:
        """Give what is open, by due day; what has no day stands last."""
        return by_due(item for item in self.items if self.is_open(item))

    def overdue(self, today: date) -> tuple[PerformanceItem, ...]:
        """Give the open items whose day has passed, the longest overdue first."""
        return tuple(item for item in self.open_items if item.due_on is not None and item.due_on < today)

    @property
    def total(self) -> Money:
        """Add up all sums due."""
        return sum_of(item.amount for item in self.items if item.amount is not None)

    @property
    def total_received(self) -> Money:
        """Add up all sums that came in."""
        return sum_of(self.received(item.id) for item in self.items)

    @property
    def total_owed(self) -> Money:
        """Add up what is still to be paid."""
        return sum_of(self.owed(item) for item in self.items)

    def standing(self, today: date) -> PlanStanding:
        """Tell how the plan stands: an overdue item is default until it was urged since."""
        if not self.open_items:
            return PlanStanding.PERFORMED
        late = self.overdue(today)
        if not late:
            return PlanStanding.RUNNING
        is_urged = all(self.urged_since_due(item) for item in late)
        return PlanStanding.URGED if is_urged else PlanStanding.DEFAULTED

    def urged_since_due(self, item: PerformanceItem) -> tuple[Urging, ...]:
        """Give the urgings after the day passed; a reminder before it is none on the default."""
        return tuple(u for u in self.urgings_of(item.id) if item.due_on is None or u.urged_on > item.due_on)


def by_due(items: Iterable[PerformanceItem]) -> tuple[PerformanceItem, ...]:
    """Order items by their day; what has no day stands last."""
    return tuple(sorted(items, key=lambda item: item.due_on or date.max))
