"""The scale by which an organisation grades risk: its own colours or words, and the response each demands."""

from __future__ import annotations

from dataclasses import dataclass, replace
from uuid import UUID

from app.domain.disputes.risk.rules import RiskScale, RiskStep
from app.domain.disputes.sources import RiskLevel
from app.domain.errors import InvalidInput
from app.domain.values.ids import new_id

OWN = "own"
"""The code of a scale that an organisation set itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalRiskScale:
    """What one organisation set in place of the shipped scales; ``is_verified`` once it was confirmed."""

    id: UUID
    version: int = 0
    organisation_id: UUID
    name: str
    steps: tuple[RiskStep, ...]
    basis: str = ""
    is_verified: bool = False


def begun_from(scale: RiskScale, organisation_id: UUID) -> LocalRiskScale:
    """Begin an organisation's own scale from one that ships; nobody has confirmed it yet."""
    return LocalRiskScale(
        id=new_id(), organisation_id=organisation_id, name=scale.name, steps=scale.steps, basis=scale.source
    )


def check_scale(scale: LocalRiskScale) -> None:
    """Refuse a scale without a name or a basis, or one that leaves a level without its word."""
    if not scale.name.strip():
        raise InvalidInput("risk_scale.name_missing", field="name")
    named = {step.level for step in scale.steps if step.name.strip()}
    missing = [level for level in RiskLevel if level not in named]
    if missing:
        field = f"name_{missing[0].value}"
        raise InvalidInput("risk_scale.level_missing", field=field, level=missing[0].term)
    if not scale.basis.strip():
        raise InvalidInput("risk_scale.basis_missing", field="basis")


def scale_in_force(own: LocalRiskScale | None, shipped: tuple[RiskScale, ...]) -> RiskScale | None:
    """Give the scale an organisation grades by: its own, else the first that ships."""
    if own is None:
        return shipped[0] if shipped else None
    return RiskScale(code=OWN, name=own.name, source=own.basis, is_verified=own.is_verified, steps=own.steps)


def corrected(stored: LocalRiskScale, changed: LocalRiskScale) -> LocalRiskScale:
    """Take what was confirmed back to unconfirmed where the steps are others now."""
    is_same = stored.steps == changed.steps
    return changed if is_same or not stored.is_verified else replace(changed, is_verified=False)
