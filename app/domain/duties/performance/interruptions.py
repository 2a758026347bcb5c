"""From when a claim under an agreement is counted, and what interrupts it (民法典 arts. 189, 195)."""

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
from app.domain.settlements.terms import Term

_WHOLE_AT_ONCE = ("全部到期", "提前到期", "全部剩余", "剩余全部", "剩余款项", "未付款项", "一次性")
"""Words by which parties agree that one instalment unpaid makes all of them due."""


@dataclass(frozen=True, slots=True)
class Debt:
    """What an overdue item belongs to: ``parts`` are all instalments of one debt, none of another's.

    ``is_due_at_once`` tells that an instalment unpaid makes the whole due by what was agreed.
    """

    item: PerformanceItem
    parts: tuple[PerformanceItem, ...] = ()
    is_due_at_once: bool = False

    @property
    def last(self) -> PerformanceItem:
        """Give the part whose day begins the limitation; the item itself where nobody knows the last day."""
        days = [part.due_on for part in self.parts if part.due_on is not None]
        if not days or len(days) < len(self.parts):
            return self.item
        return max(self.parts, key=lambda part: part.due_on or date.min)

    @property
    def all_parts(self) -> tuple[PerformanceItem, ...]:
        """Give everything by which the claim may be pursued: a part interrupts the whole."""
        return self.parts or (self.item,)


def debt_of(item: PerformanceItem, terms: tuple[Term, ...], plan: PerformancePlan) -> Debt:
    """Gather the instalments of the term an item came from; anything else is a debt of its own."""
    for term in terms:
        if any(entry.id == item.id for entry in term.instalments):
            parts = tuple(part for entry in term.instalments if (part := plan.item(entry.id)) is not None)
            text = f"{term.consequence}{term.edited_text or ''}"
            return Debt(item, parts, any(word in text for word in _WHOLE_AT_ONCE))
    return Debt(item)


@dataclass(frozen=True, slots=True)
class Interruption:
    """One event that begins a limitation anew, in the words of its sentence."""

    on: date
    event: str


def limitation_of(
    debt: Debt, plan: PerformancePlan, actions: LegalActions, rules: Rules, *, rule_id: str
) -> CaseClock | None:
    """Count a limitation from the day it begins on, and anew from each event that interrupted it.

    One debt in instalments begins with its last one (民法典 art. 189); where the parties agreed that all
    falls due at once, the earlier end is told beside it. So is the day without interruption: an urging
    by the committee interrupts as the creditor's own demand (诉讼时效规定 art. 8) only where it carried
    that demand, and a court may see it otherwise.
    """
    begun = debt.last
    if begun.due_on is None:
        return None
    first = rules.counted(rule_id, Beginning(on=begun.due_on, event=_begins(debt, rules, rule_id)))
    clock, latest = first, None
    for found in _interruptions(debt, plan, actions):
        if clock is None or found.on > clock.last_day:
            break  # what had ended is not interrupted any more
        clock = rules.counted(rule_id, Beginning(on=found.on, event=found.event))
        latest = found
    if clock is None or first is None or latest is None:
        return first
    article = _ARTICLE.get(rule_id, "民法典第一百九十五条")
    without = f"不算中断的止于 {first.last_day}"
    told = f"{debt.item.place}{latest.event}，时效中断、重新计算（{article}；{without}）"
    return rules.counted(rule_id, Beginning(on=latest.on, event=told))


def _begins(debt: Debt, rules: Rules, rule_id: str) -> str:
    """Say from what a limitation runs: the item's own day, or the last instalment's by its article."""
    item, last = debt.item, debt.last
    if not debt.parts or last.due_on is None or len(debt.parts) == 1:
        return f"{last.place}履行期届满"
    told = f"分期履行的最后一期（{last.place}）履行期届满（民法典第一百八十九条"
    own = None if item.due_on is None else rules.counted(rule_id, Beginning(on=item.due_on, event=""))
    if debt.is_due_at_once and own is not None and own.last_day < _end(rules, rule_id, last.due_on):
        return f"{told}；约定一期不付即全部到期的，自{item.place}起算，止于 {own.last_day}）"
    return f"{told}）"


def _end(rules: Rules, rule_id: str, on: date) -> date:
    counted = rules.counted(rule_id, Beginning(on=on, event=""))
    return on if counted is None else counted.last_day


_ARTICLE = {"D-21": "劳动争议调解仲裁法第二十七条"}


def _interruptions(debt: Debt, plan: PerformancePlan, actions: LegalActions) -> tuple[Interruption, ...]:
    found = [*_claimed(plan, actions)]
    for part in debt.all_parts:
        found += [*_urged(part, plan), *_paid(part, plan)]
    begun = debt.last.due_on
    after = {one for one in found if begun is not None and one.on > begun}
    return tuple(sorted(after, key=lambda one: (one.on, one.event)))


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
