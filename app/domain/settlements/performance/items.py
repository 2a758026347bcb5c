"""One thing an agreement makes due: a payment, an instalment, a payee's share or an act."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.domain.settlements.terms import TermKind
from app.domain.values.money import Money
from app.domain.values.termed import Termed


class ItemState(Termed):
    """How one item of a plan stands on a day."""

    NOT_DUE = "not_due", "未到期"
    DUE_TODAY = "due_today", "今天到期"
    PARTIAL = "partial", "部分履行"
    PERFORMED = "performed", "已履行"
    OVERDUE = "overdue", "逾期"
    SETTLED = "settled", "免除或另行约定"


@dataclass(frozen=True, slots=True, kw_only=True)
class PerformanceItem:
    """What is due, derived from one term when the agreement took effect.

    ``id`` is that of the instalment, the share or the term it came from; ``place`` says where it
    stands (第1条第2期). ``payers`` and ``payees`` are the names as agreed. An act has no ``amount``.
    ``due_on`` is None where the agreement names no day; ``due_words`` then say what it says.
    ``explanation`` tells how the day was counted.
    """

    id: UUID
    kind: TermKind
    place: str
    what: str
    payer_ids: tuple[UUID, ...] = ()
    payee_ids: tuple[UUID, ...] = ()
    payers: str = ""
    payees: str = ""
    is_joint: bool = False
    amount: Money | None = None
    due_on: date | None = None
    due_words: str = ""
    explanation: str = ""
    manner: str = ""

    @property
    def is_payment(self) -> bool:
        """Tell whether a sum is due."""
        return self.amount is not None
