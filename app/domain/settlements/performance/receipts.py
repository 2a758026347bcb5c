"""What came in: a payment whole or in part, an act done, and the counter-entry that corrects one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from app.domain.values.money import Money
from app.domain.values.termed import Termed


class PerformanceManner(Termed):
    """How something was performed."""

    IN_HAND = "in_hand", "现金"
    TRANSFER = "transfer", "银行转账"
    MOBILE = "mobile", "微信、支付宝"
    IN_KIND = "in_kind", "实物"
    ON_SITE = "on_site", "当场办理"
    OTHER = "other", "其他"


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """One entry about an item; entries are never changed, only countered.

    ``completes`` says that an act is thereby done. A counter-entry names in ``reverses_id`` the entry it
    takes back, with the sum turned round and the reason in ``note``. ``proof_id`` is a file of the case.
    ``payer_id`` and ``payee_id`` tell which of several paid or received.
    """

    id: UUID
    item_id: UUID
    received_on: date
    amount: Money | None = None
    manner: PerformanceManner = PerformanceManner.IN_HAND
    completes: bool = False
    payer_id: UUID | None = None
    payee_id: UUID | None = None
    note: str = ""
    proof_id: UUID | None = None
    reverses_id: UUID | None = None
    recorded_at: datetime
    recorded_by: str
