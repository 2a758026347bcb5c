"""Triggers of risk and scales of grading as dated data with their sources."""

from __future__ import annotations

from dataclasses import dataclass, field
from uuid import UUID

from app.domain.disputes.sources import RiskFlag, RiskLevel
from app.domain.values.ids import new_id
from app.domain.values.termed import Termed


class RiskDemand(Termed):
    """What a trigger demands of whoever handles the dispute."""

    REPORT = "report", "立即向公安机关或者有关部门报告"
    PREVENT = "prevent", "采取有针对性的预防措施"
    PROTECT = "protect", "不安排当面调解，告知告诫书和人身安全保护令"
    GUARDIAN = "guardian", "由法定代理人参加，疑似侵害立即报告"
    REPRESENTATIVES = "representatives", "推选代表人，报告上级"
    RAISE = "raise", "提级办理"


@dataclass(frozen=True, slots=True, kw_only=True)
class RiskTrigger:
    """What is looked for: words in the text, a ticked flag, so many people, a kind of dispute, a minor."""

    code: str
    name: str
    level: RiskLevel
    demand: RiskDemand
    source: str
    is_verified: bool
    words: tuple[str, ...] = ()
    flags: tuple[RiskFlag, ...] = ()
    headcount_from: int = 0
    dispute_types: tuple[str, ...] = ()
    is_about_minors: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RiskStep:
    """One step of a scale: the colour or word a centre gives a level, and the response it demands."""

    level: RiskLevel
    name: str
    response: str
    id: UUID = field(default_factory=new_id, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class RiskScale:
    """A local scale of grading; there is no national one."""

    code: str
    name: str
    source: str
    is_verified: bool
    steps: tuple[RiskStep, ...]

    def step(self, level: RiskLevel) -> RiskStep | None:
        """Give the step of a level."""
        return next((step for step in self.steps if step.level is level), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class RiskRules:
    """What is looked for, and the scales a centre may choose from."""

    triggers: tuple[RiskTrigger, ...]
    scales: tuple[RiskScale, ...]
