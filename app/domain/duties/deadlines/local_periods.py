"""A centre's own length of a local period, in place of the one the program proposes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from uuid import UUID

from app.domain.duties.deadlines.catalogue import DeadlineRule
from app.domain.errors import InvalidInput, RuleRefusal
from app.domain.values.days.periods import Period, PeriodUnit

LONGEST = {
    PeriodUnit.MINUTE: 100_000,
    PeriodUnit.HOUR: 10_000,
    PeriodUnit.DAY: 3_650,
    PeriodUnit.WORKING_DAY: 2_500,
    PeriodUnit.MONTH: 120,
    PeriodUnit.YEAR: 10,
}
"""More is a slip of the finger: no local setting runs longer than ten years."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalPeriod:
    """How long a local rule runs here, by what paper; ``is_verified`` once the authority confirmed it."""

    id: UUID
    version: int = 0
    rule_id: str
    amount: int
    unit: PeriodUnit
    basis: str
    is_verified: bool = False


def check_local_period(period: LocalPeriod, rule: DeadlineRule | None) -> None:
    """Refuse a period of law, one by the ladder, a unit the rule cannot count, and lengths that are slips."""
    if rule is None or not rule.is_local:
        raise RuleRefusal("local_period.of_law", article="" if rule is None else rule.source)
    if rule.period is None:
        raise RuleRefusal("local_period.by_ladder")
    if not 1 <= period.amount <= LONGEST[period.unit]:
        raise InvalidInput("local_period.amount", field="amount", most=LONGEST[period.unit])
    if period.unit not in units_for(rule):
        raise InvalidInput("local_period.unit", field="unit", name=rule.name)
    if not period.basis.strip():
        raise InvalidInput("local_period.basis_missing", field="basis")


def units_for(rule: DeadlineRule) -> tuple[PeriodUnit, ...]:
    """Give the units a rule may be set in: a moment starts any, a day starts none shorter than a day."""
    if rule.period is not None and rule.period.unit in {PeriodUnit.MINUTE, PeriodUnit.HOUR}:
        return (PeriodUnit.MINUTE, PeriodUnit.HOUR)
    return (PeriodUnit.DAY, PeriodUnit.WORKING_DAY, PeriodUnit.MONTH)


def rule_with(rule: DeadlineRule, own: LocalPeriod | None) -> DeadlineRule:
    """Give the rule as the centre set it; a rule of law stays as it is whatever is kept."""
    if own is None or not rule.is_local or rule.period is None:
        return rule
    return replace(
        rule,
        period=Period(own.amount, own.unit),
        source=f"本地设置（{own.basis}）",
        article=own.basis,
        is_verified=own.is_verified,
        is_own=True,
    )
