"""The clocks after an agreement, one by one: to apply to the court, what it takes, to enforce, to visit."""

from __future__ import annotations

from datetime import date

from app.domain.disputes.clocks import CaseClock
from app.domain.disputes.periods.triggers import Trigger
from app.domain.duties.deadlines.counting import Beginning
from app.domain.duties.performance.opening import UNSTATED
from app.domain.duties.rules import Rules
from app.domain.settlements.agreements import MediationAgreement
from app.domain.settlements.confirmation import JudicialConfirmation
from app.domain.settlements.performance.plans import PerformancePlan

_VISIT_RULE = "D-17"


def application_clock(agreement: MediationAgreement, rules: Rules) -> CaseClock | None:
    """D-12: thirty days from effect to a joint application (人民调解法 art. 33, 民事诉讼法 art. 205)."""
    if agreement.effective_on is None:
        return None
    event = f"{agreement.number} {Trigger.EFFECTIVE.term}"
    return rules.counted("D-12", Beginning(on=agreement.effective_on, event=event, subject_id=agreement.id))


def expected_clock(confirmation: JudicialConfirmation, rules: Rules) -> CaseClock | None:
    """D-13: by when the court is expected to take the application, then to rule; it binds nobody here."""
    if confirmation.accepted_on is None:
        rule_id, start, event = "D-13a", confirmation.applied_on, Trigger.CONFIRMATION_APPLIED.term
    else:
        rule_id, start = "D-13b", confirmation.accepted_on
        event = f"{Trigger.COURT_ACCEPTED.term}（{confirmation.court_number}）"
    return rules.counted(rule_id, Beginning(on=start, event=event, subject_id=confirmation.agreement_id))


def enforcement_clock(
    agreement: MediationAgreement, plan: PerformancePlan, confirmed_on: date, rules: Rules
) -> CaseClock | None:
    """D-14: two years from the end of the period of performance of a confirmed agreement."""
    for trigger, start in period_of_performance(plan, confirmed_on).items():
        event = f"{agreement.number} {trigger.term}"
        return rules.counted("D-14", Beginning(on=start, event=event, subject_id=agreement.id))
    return None


def period_of_performance(plan: PerformancePlan, confirmed_on: date) -> dict[Trigger, date]:
    """Give the day that starts the time to enforce (民事诉讼法 art. 250), and by which event.

    Of instalments it is the last one's day; a plan that names no day at all counts from the ruling.
    Nothing where a part is due on a condition: nobody knows yet when the last one ends.
    """
    if any(item.due_on is None and item.due_words != UNSTATED for item in plan.items):
        return {}
    days = [item.due_on for item in plan.items if item.due_on is not None]
    return {Trigger.PERFORMANCE_ENDS: max(days)} if days else {Trigger.CONFIRMED_WITHOUT_PERIOD: confirmed_on}


def visit_clock(start: date, *, is_performed: bool, rules: Rules) -> CaseClock | None:
    """D-17: the visit that performance or termination asks for; a local setting."""
    event = Trigger.PERFORMED if is_performed else Trigger.TERMINATED
    return rules.counted(_VISIT_RULE, Beginning(on=start, event=event.term))
