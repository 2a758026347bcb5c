"""A warning of risk that somebody judged not to apply; it stays on record with its reason."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.domain.errors import InvalidInput


@dataclass(frozen=True, slots=True, kw_only=True)
class RiskDismissal:
    """A finding set aside: ``code`` names its trigger, ``name`` what it was called that day."""

    id: UUID
    code: str
    name: str
    reason: str
    dismissed_by: str
    dismissed_on: date


def check_dismissal(dismissal: RiskDismissal) -> None:
    """Refuse to set a warning aside without a reason."""
    if not dismissal.reason.strip():
        raise InvalidInput("risk.reason_missing", field="reason", name=dismissal.name)
