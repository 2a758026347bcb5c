"""Weighing units and mediators for a dispute: every point given or withheld has its reason."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from app.domain.disputes.handling import HandlingMode
from app.domain.disputes.sources import CaseSource, MediationChannel, RiskLevel
from app.domain.disputes.triage.availability import (
    AskedAvailability,
    Availability,
    availability_of,
)
from app.domain.disputes.triage.rules import ModeRule, TriageCriterion, TriageRules
from app.domain.disputes.triage.units import HandlingUnit
from app.domain.people.duty_roster import DutyRoster, has_left_by
from app.domain.people.staff import ResidencyMode, StaffMember
from app.domain.values.money import Money

_C = TriageCriterion
_MOST_PASSED_OVER = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class RelatedCase:
    """An open case with the same respondent or place, and the unit that handles it."""

    case_id: UUID
    intake_number: str
    unit_name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TriageFacts:
    """What is known of a dispute when it is sent on; what nobody told yet is empty.

    ``studio_id`` is where it is told, ``meets_on`` the day of the next meeting planned for it.
    """

    dispute_type: str = ""
    dispute_type_name: str = ""
    source: CaseSource = CaseSource.WINDOW
    place: str = ""
    grid_code: str = ""
    amount: Money | None = None
    headcount: int = 0
    languages: tuple[str, ...] = ()
    risk: RiskLevel = RiskLevel.LOW
    related: tuple[RelatedCase, ...] = ()
    studio_id: UUID | None = None
    meets_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TriageReason:
    """One criterion: ``points`` it gave, 0 where it is not met, fewer where it speaks against.

    ``told`` are the facts of its sentence, ``availability`` those of the residence mode.
    """

    criterion: TriageCriterion
    points: int
    told: tuple[str, ...] = ()
    availability: Availability | None = None

    @property
    def is_met(self) -> bool:
        """Tell whether it speaks for the suggestion."""
        return self.points > 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """A unit, and its mediator where it has some here, with all reasons for and against.

    ``passed_over`` tells of mediators who suit better but are not there; it gives no points.
    """

    unit_id: UUID | None
    unit_name: str
    channel: MediationChannel
    tier: str
    mediator_id: UUID | None = None
    mediator_name: str = ""
    residency: ResidencyMode | None = None
    reasons: tuple[TriageReason, ...]
    passed_over: tuple[TriageReason, ...] = ()

    @property
    def points(self) -> int:
        """Give the sum of the reasons."""
        return sum(reason.points for reason in self.reasons)

    @property
    def availability(self) -> Availability | None:
        """Tell how its mediator is there."""
        return next((found for reason in self.reasons if (found := reason.availability) is not None), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Workforce:
    """The mediators of each organisation, the open cases each carries, and the roster from ``today`` on."""

    today: date
    roster: DutyRoster
    members: tuple[StaffMember, ...] = ()
    loads: dict[UUID, int]


@dataclass(frozen=True, slots=True)
class _Candidate:
    member: StaffMember
    reasons: tuple[TriageReason, ...]

    @property
    def points(self) -> int:
        return sum(reason.points for reason in self.reasons)

    @property
    def merit(self) -> int:
        """Count what would speak for somebody who is always there."""
        return sum(reason.points for reason in self.reasons if reason.availability is None)


def advise(
    facts: TriageFacts, units: tuple[HandlingUnit, ...], workforce: Workforce, rules: TriageRules, own: UUID
) -> tuple[Suggestion, ...]:
    """Give every active unit as a suggestion, the best first; equal points keep the order of the units.

    ``own`` is the organisation at whose window the dispute is told. The list answers "why not the
    other" as well: each suggestion carries the reasons that are not met.
    """
    weighed = [_weighed(facts, unit, workforce, rules, own) for unit in units if unit.is_active]
    return tuple(sorted(weighed, key=lambda suggestion: -suggestion.points))


def proposed_mode(facts: TriageFacts, modes: tuple[ModeRule, ...]) -> HandlingMode | None:
    """Give the mode of the first rule that fits, or None."""
    return next((rule.mode for rule in modes if _fits(facts, rule)), None)


def _weighed(
    facts: TriageFacts, unit: HandlingUnit, workforce: Workforce, rules: TriageRules, own: UUID
) -> Suggestion:
    reasons = tuple(_of_unit(facts, unit, rules, own))
    on = facts.meets_on or workforce.today
    asked = AskedAvailability(
        day=on,
        days_ahead=rules.duty_days_ahead,
        studio_id=facts.studio_id if unit.organisation_id == own else None,
    )
    offered = [
        _Candidate(member, tuple(_of_mediator(facts, member, asked, workforce, rules)))
        for member in workforce.members
        if member.is_mediator
        and member.organisation_id == unit.organisation_id
        and not has_left_by(member, on)
    ]
    best = max(offered, key=lambda one: one.points, default=None)
    return Suggestion(
        unit_id=unit.id,
        unit_name=unit.name,
        channel=unit.channel,
        tier=unit.tier,
        mediator_id=best.member.id if best else None,
        mediator_name=best.member.name if best else "",
        residency=best.member.residency if best else None,
        reasons=(*reasons, *(best.reasons if best else ())),
        passed_over=_passed_over(best, offered) if best else (),
    )


def _passed_over(best: _Candidate, offered: list[_Candidate]) -> tuple[TriageReason, ...]:
    """Tell why those who suit the dispute better were not chosen: they are not there as soon."""
    better = sorted((one for one in offered if one.merit > best.merit), key=lambda one: -one.merit)
    return tuple(
        replace(reason, points=0)
        for one in better[:_MOST_PASSED_OVER]
        for reason in one.reasons
        if reason.availability is not None
    )


def _of_unit(facts: TriageFacts, unit: HandlingUnit, rules: TriageRules, own: UUID) -> Iterator[TriageReason]:
    type_known = bool(facts.dispute_type)
    yield _reason(
        rules, _C.TYPE, type_known and facts.dispute_type in unit.dispute_types, facts.dispute_type_name
    )
    yield _reason(rules, _C.TERRITORY, unit.covers(facts.place, facts.grid_code), facts.place)
    wanted = rules.tier_for.get(facts.risk, "")
    yield _reason(rules, _C.TIER, _reaches(unit.tier, wanted, rules.tiers), unit.tier, wanted)
    if unit.sources:
        yield _reason(rules, _C.SOURCE, facts.source in unit.sources, facts.source.term)
    numbers = tuple(case.intake_number for case in facts.related if case.unit_name == unit.name)
    weight = rules.weight(_C.RELATED)
    points = min(weight.points * len(numbers), weight.most or weight.points * len(numbers))
    yield TriageReason(criterion=_C.RELATED, points=points, told=(str(len(numbers)), "、".join(numbers[:3])))
    yield _reason(rules, _C.OWN, unit.organisation_id == own)


def _of_mediator(
    facts: TriageFacts,
    member: StaffMember,
    asked: AskedAvailability,
    workforce: Workforce,
    rules: TriageRules,
) -> Iterator[TriageReason]:
    if facts.languages:
        spoken = [language for language in facts.languages if language in member.languages]
        yield _reason(
            rules, _C.LANGUAGE, len(spoken) == len(facts.languages), member.name, "、".join(facts.languages)
        )
    knows = bool(facts.dispute_type_name) and any(
        word in facts.dispute_type_name or facts.dispute_type_name in word for word in member.specialties
    )
    yield _reason(rules, _C.SPECIALTY, knows, member.name, facts.dispute_type_name)
    load = workforce.loads.get(member.id, 0)
    yield _reason(rules, _C.CAPACITY, load < rules.light_load, member.name, str(load))
    found = availability_of(member, asked, workforce.roster, is_specialist=knows)
    points = rules.availability_points(found.kind)
    yield TriageReason(criterion=_C.RESIDENCY, points=points, told=(member.name,), availability=found)


def _reason(rules: TriageRules, criterion: TriageCriterion, is_met: bool, *told: str) -> TriageReason:  # noqa: FBT001 - the verdict of the line it stands in
    points = rules.weight(criterion).points if is_met else 0
    return TriageReason(criterion=criterion, points=points, told=told)


def _reaches(tier: str, wanted: str, tiers: tuple[str, ...]) -> bool:
    """Tell whether a tier is exactly high enough: neither below the risk's nor needlessly above it."""
    return bool(tier) and tier == wanted if wanted in tiers else tier in tiers


def _fits(facts: TriageFacts, rule: ModeRule) -> bool:
    return (
        (not rule.dispute_types or facts.dispute_type in rule.dispute_types)
        and (not rule.risks or facts.risk in rule.risks)
        and (rule.amount_below is None or (facts.amount is not None and facts.amount < rule.amount_below))
        and facts.headcount >= rule.headcount_from
    )
