"""The clocks of judicial confirmation: time to apply, what the court is expected to take, time to enforce."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from app.domain.disputes.cases import Case
from app.domain.disputes.clocks import CaseClock, ClockKind
from app.domain.disputes.sources import MediationChannel
from app.domain.disputes.states import IN_EFFECT
from app.domain.duties.performance.facts import PerformanceFacts
from app.domain.duties.ruled_clocks import ruled, ruled_day
from app.domain.duties.rules import Rules
from app.domain.settlements.agreements import AgreementState, MediationAgreement
from app.domain.settlements.confirmation import (
    ConfirmationState,
    JudicialConfirmation,
    confirmed,
    of_agreement,
)
from app.domain.settlements.performance.plans import PerformancePlan

_ENDED = frozenset({ConfirmationState.REJECTED, ConfirmationState.WITHDRAWN})


def court_clocks(
    case: Case,
    agreements: tuple[MediationAgreement, ...],
    facts: PerformanceFacts,
    rules: Rules,
    today: date,
) -> Iterator[CaseClock]:
    """Give the clocks of every agreement in effect, as far as its application has come."""
    for agreement in agreements:
        if agreement.state is not AgreementState.EFFECTIVE or agreement.effective_on is None:
            continue
        found = of_agreement(facts.confirmations, agreement.id)
        if found is not None and found.is_pending:
            yield from expected_clocks(case.channel, found, rules)
        elif found is not None and found.state is ConfirmationState.CONFIRMED:
            yield from _enforcement(case, agreement, facts, rules)
        elif case.state in IN_EFFECT:
            clock = application_clock(case.channel, agreement, rules)
            if clock is not None and clock.last_day >= today:
                yield clock


def application_clock(
    channel: MediationChannel, agreement: MediationAgreement, rules: Rules
) -> CaseClock | None:
    """D-12: thirty days from effect to a joint application (人民调解法 art. 33, 民事诉讼法 art. 205)."""
    if agreement.effective_on is None:
        return None
    event = f"{agreement.number} 生效"
    start = agreement.effective_on
    return next(ruled(channel, rules, ClockKind.CONFIRMATION, start, event, subject_id=agreement.id), None)


def expected_clocks(
    channel: MediationChannel, confirmation: JudicialConfirmation, rules: Rules
) -> Iterator[CaseClock]:
    """D-13: by when the court is expected to take the application, then to rule; it binds nobody here."""
    if confirmation.accepted_on is None:
        kind, start, event = ClockKind.COURT_ACCEPTANCE, confirmation.applied_on, "向法院提出司法确认申请"
    else:
        kind, start = ClockKind.COURT_RULING, confirmation.accepted_on
        event = f"法院受理司法确认申请（{confirmation.court_number}）"
    yield from ruled(channel, rules, kind, start, event, subject_id=confirmation.id)


def _enforcement(
    case: Case, agreement: MediationAgreement, facts: PerformanceFacts, rules: Rules
) -> Iterator[CaseClock]:
    plan = facts.plan(agreement.id)
    if plan is None or plan.open_items:
        clock = enforcement_clock(case, agreement, plan, facts, rules)
        if clock is not None:
            yield clock


def enforcement_clock(
    case: Case,
    agreement: MediationAgreement,
    plan: PerformancePlan | None,
    facts: PerformanceFacts,
    rules: Rules,
) -> CaseClock | None:
    """D-14: two years from the last day of performance of a confirmed agreement (民事诉讼法 art. 250).

    Of instalments the last one counts; where no day is stated, the day of effect of the agreement,
    the earliest day anybody could count from.
    """
    if confirmed(facts.confirmations, agreement.id) is None or agreement.effective_on is None:
        return None
    days = [item.due_on for item in plan.items if item.due_on is not None] if plan is not None else []
    start = max(days, default=agreement.effective_on)
    event = "协议约定的最后履行日" if days else f"{agreement.number} 生效（未约定履行期限）"
    return ruled_day(case.channel, rules, ClockKind.ENFORCEMENT, start, event)
