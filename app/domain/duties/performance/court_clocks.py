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
    """D-13: by when the court is expected to take the application, then to rule; it binds nobody here.

    An extension adds its ten days to the end of the fifteen (D-13c), whenever it was told.
    """
    subject = confirmation.agreement_id
    if confirmation.accepted_on is None:
        event = Trigger.CONFIRMATION_APPLIED.term
        return rules.counted("D-13a", Beginning(on=confirmation.applied_on, event=event, subject_id=subject))
    event = f"{Trigger.COURT_ACCEPTED.term}（{confirmation.court_number}）"
    first = rules.counted("D-13b", Beginning(on=confirmation.accepted_on, event=event, subject_id=subject))
    if first is None or confirmation.extended_on is None:
        return first
    told = f"原期限届满（{extension_words(confirmation)}）"
    return rules.counted("D-13c", Beginning(on=first.last_day, event=told, subject_id=subject))


def extension_words(confirmation: JudicialConfirmation) -> str:
    """Say who told of the extension, when, and the number of the paper."""
    told = f"{confirmation.extended_on} {confirmation.extension_told_by}告知{Trigger.DECISION_EXTENDED.term}"
    return f"{told}，{confirmation.extension_number}" if confirmation.extension_number else told


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
