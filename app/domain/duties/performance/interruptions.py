"""What interrupts a limitation after default, and from when it is counted anew (民法典 art. 195)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from app.domain.disputes.clocks import CaseClock
from app.domain.duties.deadlines.counting import Beginning
from app.domain.duties.rules import Rules
from app.domain.settlements.legal_actions import LegalActions, actions_of
from app.domain.settlements.performance.items import PerformanceItem
from app.domain.settlements.performance.plans import PerformancePlan


@dataclass(frozen=True, slots=True)
class Interruption:
    """One event that begins a limitation anew, in the words of its sentence."""

    on: date
    event: str


def limitation_of(
    item: PerformanceItem, plan: PerformancePlan, actions: LegalActions, rules: Rules, *, rule_id: str
) -> CaseClock | None:
    """Count a limitation from the due day of an item, and anew from each event that interrupted it.

    The day without interruption is told beside the later one: an urging by the committee interrupts as
    the creditor's own demand (诉讼时效规定 art. 8) only where it carried that demand, and a court may see
    it otherwise.
    """
    if item.due_on is None:
        return None
    first = rules.counted(rule_id, Beginning(on=item.due_on, event=f"{item.place}履行期届满"))
    clock, latest = first, None
    for found in _interruptions(item, plan, actions):
        if clock is None or found.on > clock.last_day:
            break  # what had ended is not interrupted any more
        clock = rules.counted(rule_id, Beginning(on=found.on, event=found.event))
        latest = found
    if clock is None or first is None or latest is None:
        return first
    article = _ARTICLE.get(rule_id, "民法典第一百九十五条")
    told = f"{item.place}{latest.event}，时效中断、重新计算（{article}；不算中断的止于 {first.last_day}）"
    return rules.counted(rule_id, Beginning(on=latest.on, event=told))


_ARTICLE = {"D-21": "劳动争议调解仲裁法第二十七条"}


def _interruptions(
    item: PerformanceItem, plan: PerformancePlan, actions: LegalActions
) -> tuple[Interruption, ...]:
    found = (*_urged(item, plan), *_paid(item, plan), *_claimed(plan, actions))
    after = (one for one in found if item.due_on is not None and one.on > item.due_on)
    return tuple(sorted(after, key=lambda one: one.on))


def _urged(item: PerformanceItem, plan: PerformancePlan) -> Iterator[Interruption]:
    for urging in plan.urgings_of(item.id):
        yield Interruption(urging.urged_on, f"{urging.manner.term}催告（转达权利人的请求）")


def _paid(item: PerformanceItem, plan: PerformancePlan) -> Iterator[Interruption]:
    """Take a part performed for the debtor's consent to the duty (诉讼时效规定 art. 14)."""
    for receipt in plan.standing_receipts(item.id):
        yield Interruption(receipt.received_on, "履行了一部分")


def _claimed(plan: PerformancePlan, actions: LegalActions) -> Iterator[Interruption]:
    """Take a claim on its day, and its end: the period begins anew when the procedure is over."""
    for action in actions_of(actions, plan.id):
        if action.counts:
            yield Interruption(action.applied_on, action.kind.term)
            if action.decided_on is not None:
                yield Interruption(action.decided_on, f"{action.kind.term}的程序终结")
