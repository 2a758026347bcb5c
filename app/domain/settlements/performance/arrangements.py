"""What the parties agreed about an item after the agreement took effect."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from app.domain.values.termed import Termed


class ArrangementKind(Termed):
    """What was arranged: the first three need both sides' consent, the last two record a fact."""

    DEFERRED = "deferred", "改期履行"
    WAIVED = "waived", "免除"
    REPLACED = "replaced", "以新的约定代替"
    FIXED = "fixed", "确定履行日"
    REINSTATED = "reinstated", "恢复履行"


BY_CONSENT = frozenset({ArrangementKind.DEFERRED, ArrangementKind.WAIVED, ArrangementKind.REPLACED})
"""Kinds that take something away from one side and so need the consent of both (人民调解法 art. 31)."""
DATED = frozenset({ArrangementKind.DEFERRED, ArrangementKind.FIXED})
"""Kinds that give the item another day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrangement:
    """One change to one item, with the reason and who consented; ``previous_due`` is the day before it."""

    id: UUID
    item_id: UUID
    kind: ArrangementKind
    reason: str
    consented_ids: tuple[UUID, ...] = ()
    agreed_on: date
    previous_due: date | None = None
    new_due: date | None = None
    recorded_at: datetime
    recorded_by: str
