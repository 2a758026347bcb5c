"""Finding what warns of worse in what was told; each finding names its words and can be dismissed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from app.domain.disputes.case_parties import CaseParty
from app.domain.disputes.cases import Case
from app.domain.disputes.risk.rules import RiskRules, RiskTrigger
from app.domain.disputes.sources import RiskFlag, RiskLevel, suggested_risk

_ORDER = tuple(RiskLevel)


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldRisk:
    """What is looked at: the texts, the ticks, the people and the kind of dispute."""

    texts: tuple[str, ...] = ()
    flags: tuple[RiskFlag, ...] = ()
    headcount: int = 0
    dispute_type: str = ""
    parties: tuple[CaseParty, ...] = ()
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class RiskFinding:
    """One trigger found; ``told`` are the words, ticks or names that set it off."""

    trigger: RiskTrigger
    told: tuple[str, ...]


def find_risks(told: ToldRisk, triggers: tuple[RiskTrigger, ...]) -> tuple[RiskFinding, ...]:
    """Give what was found, the gravest first; a trigger that needs several conditions needs all of them."""
    found = [
        RiskFinding(trigger=trigger, told=words) for trigger in triggers if (words := _set_off(told, trigger))
    ]
    return tuple(sorted(found, key=lambda finding: -_ORDER.index(finding.trigger.level)))


def risks_of(case: Case, rules: RiskRules, on: date) -> tuple[RiskFinding, ...]:
    """Find what warns of worse in a case as it stands."""
    told = ToldRisk(
        texts=(case.facts, case.requests, case.title),
        flags=case.risk_flags,
        headcount=case.headcount,
        dispute_type=case.dispute_type,
        parties=case.parties,
        on=on,
    )
    return find_risks(told, rules.triggers)


def graded(
    findings: tuple[RiskFinding, ...], flags: tuple[RiskFlag, ...], dismissed: frozenset[str] = frozenset()
) -> RiskLevel:
    """Suggest a level: the highest of what stands and of the ticked flags; people decide."""
    levels = [finding.trigger.level for finding in findings if finding.trigger.code not in dismissed]
    return max((suggested_risk(flags), *levels), key=_ORDER.index)


def _set_off(told: ToldRisk, trigger: RiskTrigger) -> tuple[str, ...]:
    """Give what set a trigger off; empty when one of its conditions is not met."""
    answers = list(_conditions(told, trigger))
    if not answers or not all(answers):
        return ()
    return tuple(dict.fromkeys(word for answer in answers for word in answer))


def _conditions(told: ToldRisk, trigger: RiskTrigger) -> Iterator[tuple[str, ...]]:
    if trigger.words or trigger.flags:
        words = tuple(word for word in trigger.words if any(word in text for text in told.texts))
        yield (*words, *(flag.term for flag in trigger.flags if flag in told.flags))
    if trigger.headcount_from:
        yield (f"{told.headcount} 人",) if told.headcount >= trigger.headcount_from else ()
    if trigger.dispute_types:
        yield (trigger.name,) if told.dispute_type in trigger.dispute_types else ()
    if trigger.is_about_minors:
        yield tuple(party.name for party in told.parties if party.is_minor_on(told.on))
