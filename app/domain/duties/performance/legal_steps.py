"""What can be done when an agreement is not kept: each step says why, until when, and by what article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from app.domain.disputes.cases import Case
from app.domain.disputes.clocks import CaseClock
from app.domain.duties.performance.court_clocks import application_clock, enforcement_clock
from app.domain.duties.performance.facts import PerformanceFacts
from app.domain.duties.performance.interruptions import debt_of, limitation_of
from app.domain.duties.rules import Rules
from app.domain.settlements.agreements import MediationAgreement
from app.domain.settlements.confirmation import (
    ConfirmationState,
    JudicialConfirmation,
    confirmed,
    of_agreement,
)
from app.domain.settlements.court.obstacles import LABOUR_TYPES
from app.domain.settlements.legal_actions import LegalActionKind, actions_of, enforcement_of
from app.domain.settlements.performance.items import PerformanceItem
from app.domain.settlements.performance.plans import PerformancePlan
from app.domain.values.termed import Termed

_CLAIM, _LABOUR_CLAIM = "D-22b", "D-21"
"""The rules of limitation for what an agreement promises."""


class LegalStepKind(Termed):
    """The ways that are open when somebody does not perform."""

    URGE = "urge", "再次催告"
    CONFIRM = "confirm", "共同申请司法确认"
    PAYMENT_ORDER = "payment_order", "申请支付令"
    ENFORCE = "enforce", "申请强制执行"
    SUE = "sue", "向人民法院起诉"
    ARBITRATE = "arbitrate", "申请劳动仲裁"
    MEDIATE_AGAIN = "mediate_again", "再次调解，另立新案"


@dataclass(frozen=True, slots=True, kw_only=True)
class LegalStep:
    """One way that is open now: ``reason`` says why, ``until`` the last day where there is one.

    ``explanation`` is the arithmetic of that day, ``source`` the article the way itself rests on.
    """

    kind: LegalStepKind
    reason: str
    source: str
    until: date | None = None
    explanation: str = ""
    is_verified: bool = True


@dataclass(frozen=True, slots=True)
class _Default:
    """An agreement that is not kept, with what is known of it."""

    case: Case
    agreement: MediationAgreement
    plan: PerformancePlan
    facts: PerformanceFacts
    rules: Rules
    today: date

    @property
    def late(self) -> tuple[PerformanceItem, ...]:
        return self.plan.overdue(self.today)

    @property
    def ruling(self) -> JudicialConfirmation | None:
        return confirmed(self.facts.confirmations, self.agreement.id)

    @property
    def is_labour(self) -> bool:
        return self.case.dispute_type in LABOUR_TYPES

    def period(self, rule_id: str, items: Iterable[PerformanceItem]) -> CaseClock | None:
        """Give the limitation that ends first among what is overdue.

        A civil claim for one debt in instalments runs from the last of them; the year for labour
        arbitration has no such rule and runs from each day of default.
        """
        terms = () if rule_id == _LABOUR_CLAIM else self.agreement.terms
        found = (
            limitation_of(
                debt_of(item, terms, self.plan), self.plan, self.facts.actions, self.rules, rule_id=rule_id
            )
            for item in items
        )
        return min((clock for clock in found if clock is not None), key=_last_day, default=None)

    def is_under_way(self, kind: LegalActionKind) -> bool:
        """Tell whether somebody has taken a way whose end is still to come."""
        found = actions_of(self.facts.actions, self.agreement.id)
        return any(action.kind is kind and action.is_pending for action in found)


def legal_steps(
    case: Case, agreement: MediationAgreement, facts: PerformanceFacts, rules: Rules, today: date
) -> tuple[LegalStep, ...]:
    """Give the ways open for what is overdue, the gentlest first; none while nothing is overdue."""
    plan = facts.plan(agreement.id)
    if plan is None or not plan.overdue(today):
        return ()
    default = _Default(case, agreement, plan, facts, rules, today)
    ways = (_urging, _confirmation, _enforcement, _payment_order, _court, _again)
    steps = (step for way in ways for step in way(default))
    return tuple(_in_its_law(step, case, rules) for step in steps)


def _in_its_law(step: LegalStep, case: Case, rules: Rules) -> LegalStep:
    source, told = rules.in_law_of(case, step.source), rules.in_law_of(case, step.explanation)
    return replace(step, source=source, explanation=told)


def _urging(default: _Default) -> Iterator[LegalStep]:
    times = len({urging.id for item in default.late for urging in default.plan.urged_since_due(item)})
    count = len(default.late)
    reason = f"已督促 {times} 次，仍有 {count} 项未履行" if times else f"{count} 项逾期，尚未督促"
    yield LegalStep(kind=LegalStepKind.URGE, reason=reason, source="人民调解法第三十一条第二款")


def _confirmation(default: _Default) -> Iterator[LegalStep]:
    earlier = of_agreement(default.facts.confirmations, default.agreement.id)
    clock = application_clock(default.agreement, default.rules)
    is_taken = earlier is not None and (earlier.is_pending or earlier.state is ConfirmationState.CONFIRMED)
    if clock is not None and clock.last_day >= default.today and not is_taken:
        reason = "协议生效未满三十日；双方须共同申请，确认后可以申请执行"
        yield _until(LegalStepKind.CONFIRM, reason, clock.source, clock)


def _enforcement(default: _Default) -> Iterator[LegalStep]:
    if default.ruling is None or default.ruling.decided_on is None:
        return
    if enforcement_of(default.facts.actions, default.agreement.id) is not None:
        return
    clock = enforcement_clock(default.agreement, default.plan, default.ruling.decided_on, default.rules)
    if clock is None or clock.last_day >= default.today:
        reason = f"协议已由法院裁定确认（{default.ruling.ruling_number}）"
        yield _until(LegalStepKind.ENFORCE, reason, "民事诉讼法第二百零六条、第二百五十条", clock)


def _payment_order(default: _Default) -> Iterator[LegalStep]:
    """Offer it for a sum that is clear and due; once confirmed, enforcement is the shorter way."""
    sums = [item for item in default.late if item.is_payment]
    if not sums or default.ruling is not None or default.is_under_way(LegalActionKind.PAYMENT_ORDER):
        return
    if default.is_labour:
        reason = "拖欠劳动报酬等款项的调解协议到期未履行，劳动者可以持协议申请，法院应当依法发出"
        source = "劳动争议调解仲裁法第十六条、民事诉讼法第二百二十五条"
    else:
        reason = "给付金钱，数额明确、已到期；双方须没有其他债务纠纷，支付令能够送达债务人"
        source = "民事诉讼法第二百二十五条"
    clock = default.period(_LABOUR_CLAIM if default.is_labour else _CLAIM, sums)
    yield _until(LegalStepKind.PAYMENT_ORDER, reason, source, clock)


def _court(default: _Default) -> Iterator[LegalStep]:
    """Offer suit over performance (art. 32); labour goes to arbitration, what is confirmed to enforcement."""
    kind = LegalActionKind.ARBITRATION if default.is_labour else LegalActionKind.SUIT
    if default.ruling is not None or default.is_under_way(kind):
        return
    if default.is_labour:
        clock = default.period(_LABOUR_CLAIM, default.late)
        reason = "一方在约定期限内不履行调解协议，另一方可以依法申请仲裁"
        yield _until(LegalStepKind.ARBITRATE, reason, "劳动争议调解仲裁法第十五条", clock)
    else:
        clock = default.period(_CLAIM, default.late)
        reason = "就协议的履行发生争议，一方可以起诉"
        yield _until(LegalStepKind.SUE, reason, "人民调解法第三十二条", clock)


def _again(_default: _Default) -> Iterator[LegalStep]:
    reason = "双方愿意的，可以就未履行的部分再次调解；新案与本案关联"
    yield LegalStep(kind=LegalStepKind.MEDIATE_AGAIN, reason=reason, source="人民调解法第三条、第十七条")


def _last_day(clock: CaseClock) -> date:
    return clock.last_day


def _until(kind: LegalStepKind, reason: str, source: str, clock: CaseClock | None) -> LegalStep:
    return LegalStep(
        kind=kind,
        reason=reason,
        source=source,
        until=clock.last_day if clock is not None else None,
        explanation=clock.explanation if clock is not None else "",
        is_verified=clock.is_verified if clock is not None else True,
    )
