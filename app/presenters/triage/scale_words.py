"""The scale of risk in words: what a level is called here, and what it demands."""

from __future__ import annotations

from app.domain.disputes.risk.rules import RiskScale, RiskStep
from app.domain.disputes.sources import RiskLevel
from app.i18n.translator import Translator


def in_order(scale: RiskScale) -> tuple[RiskStep, ...]:
    """Give the steps from the lowest to the highest."""
    order = tuple(RiskLevel)
    return tuple(sorted(scale.steps, key=lambda step: order.index(step.level)))


def step_words(translator: Translator, step: RiskStep) -> str:
    """Say one step: 红（极高风险）：跨部门会商."""
    say = translator.text
    head = say("{name}（{level}风险）", name=say(step.name), level=say(step.level.term))
    return say("{head}：{response}", head=head, response=say(step.response)) if step.response else head


def level_words(translator: Translator, scale: RiskScale | None, level: RiskLevel) -> str:
    """Say what a level demands here, with the mark of a scale nobody confirmed; empty where none is set."""
    step = scale.step(level) if scale is not None else None
    if scale is None or step is None:
        return ""
    told = step_words(translator, step)
    if scale.is_verified:
        return told
    return translator.text("{told}（{scale}，未核实）", told=told, scale=translator.text(scale.name))
