"""The rules of triage as dated data: what speaks for a unit or a mediator, and for how much."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.disputes.handling import HandlingMode
from app.domain.disputes.sources import RiskLevel
from app.domain.disputes.triage.availability import AvailabilityKind
from app.domain.values.money import Money
from app.domain.values.termed import Termed


class TriageCriterion(Termed):
    """What a suggestion is judged by."""

    TYPE = "type", "归口"
    TERRITORY = "territory", "属地"
    TIER = "tier", "分级"
    SOURCE = "source", "来源"
    RELATED = "related", "关联案件"
    LANGUAGE = "language", "语言"
    SPECIALTY = "specialty", "专长"
    CAPACITY = "capacity", "在办数量"
    RESIDENCY = "residency", "入驻方式"
    OWN = "own", "本单位"


@dataclass(frozen=True, slots=True, kw_only=True)
class TriageWeight:
    """How many points a criterion gives; ``most`` caps one that counts (related cases)."""

    criterion: TriageCriterion
    points: int
    most: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class AvailabilityWeight:
    """How many points it gives that a mediator is there; leave takes some away."""

    kind: AvailabilityKind
    points: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ModeRule:
    """When a mode of handling is proposed; the first rule that fits wins, empty conditions fit always."""

    mode: HandlingMode
    dispute_types: tuple[str, ...] = ()
    risks: tuple[RiskLevel, ...] = ()
    amount_below: Money | None = None
    headcount_from: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class TriageRules:
    """The rules of a centre; ``tier_for`` is the lowest tier a risk is handled at.

    ``duty_days_ahead`` is how many days ahead the next day of duty is looked for.
    """

    source: str
    is_verified: bool
    weights: tuple[TriageWeight, ...]
    availability: tuple[AvailabilityWeight, ...]
    tiers: tuple[str, ...]
    tier_for: dict[RiskLevel, str]
    light_load: int
    duty_days_ahead: int
    modes: tuple[ModeRule, ...]

    def weight(self, criterion: TriageCriterion) -> TriageWeight:
        """Give a criterion's weight; one that is not listed gives nothing."""
        none = TriageWeight(criterion=criterion, points=0)
        return next((weight for weight in self.weights if weight.criterion is criterion), none)

    def availability_points(self, kind: AvailabilityKind) -> int:
        """Give the points for how a mediator is there; a kind that is not listed gives nothing."""
        return next((weight.points for weight in self.availability if weight.kind is kind), 0)
