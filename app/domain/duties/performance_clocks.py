"""When the next part of an agreement must be performed: the earliest that is open, missed ones first."""

from __future__ import annotations

from datetime import date

from app.domain.disputes.clocks import CaseClock, ClockKind
from app.domain.duties.clock_words import cited, opening
from app.domain.duties.performance.opening import SOURCE
from app.domain.settlements.agreements import MediationAgreement
from app.domain.settlements.oral import OralAgreement
from app.domain.settlements.performance.items import PerformanceItem
from app.domain.settlements.performance.plans import PerformancePlan

AGREED = "agreed"
"""Stands for the id of a rule where the parties themselves agreed the day."""
_ORAL_SOURCE = "口头协议（人民调解法第三十条、第三十一条）"


def performance_clock(agreement: MediationAgreement, plan: PerformancePlan, today: date) -> CaseClock | None:
    """Give the clock of the earliest open item that has a day; a missed one stays until it is performed."""
    dated = [item for item in plan.open_items if item.due_on is not None]
    if not dated or agreement.effective_on is None:
        return None
    item = dated[0]
    if item.due_on is None:
        return None
    return CaseClock(
        kind=ClockKind.PERFORMANCE,
        start=agreement.effective_on,
        last_day=item.due_on,
        explanation=item_sentence(plan, item) + _more(plan, item, today),
        source=SOURCE,
        subject_id=agreement.id,
        rule_id=AGREED,
        trigger=f"{agreement.number} 生效",
    )


def item_sentence(plan: PerformancePlan, item: PerformanceItem) -> str:
    """Tell how the day of an item came about: as agreed, or as arranged since."""
    moved = [entry for entry in plan.arrangements if entry.item_id == item.id and entry.new_due is not None]
    if not moved or moved[-1].new_due != item.due_on or item.due_on is None:
        return item.explanation
    latest = moved[-1]
    before = f"由 {latest.previous_due.isoformat()} " if latest.previous_due is not None else ""
    why = f"（{latest.agreed_on.isoformat()} {latest.reason}）"
    told = f"{plan.number}{item.place}{before}{latest.kind.term}{why}"
    return opening(item.due_on) + told + cited(SOURCE, is_verified=True)


def oral_clock(agreement: OralAgreement) -> CaseClock | None:
    """Give the clock of an oral agreement that names a last day."""
    if agreement.due_on is None:
        return None
    told = opening(agreement.due_on) + f"{agreement.number}口头约定的履行日"
    return CaseClock(
        kind=ClockKind.PERFORMANCE,
        start=agreement.reached_on,
        last_day=agreement.due_on,
        explanation=told + cited(_ORAL_SOURCE, is_verified=True),
        source=_ORAL_SOURCE,
        subject_id=agreement.id,
        rule_id=AGREED,
        trigger=f"{agreement.number} 达成",
    )


def _more(plan: PerformancePlan, item: PerformanceItem, today: date) -> str:
    received = plan.received(item.id)
    paid = f"；已收 {received.yuan:,.2f} 元，尚欠 {plan.owed(item).yuan:,.2f} 元" if received else ""
    others = len(plan.overdue(today)) - 1
    return paid + (f"；另有 {others} 项逾期未履行" if others > 0 else "")
