"""What a party did about an agreement that is not kept: enforcement, payment order, suit, arbitration."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from app.domain.errors import InvalidInput, RuleRefusal
from app.domain.settlements.agreements import AgreementState, MediationAgreement
from app.domain.settlements.confirmation import JudicialConfirmation
from app.domain.values.termed import Termed

ON_CONFIRMED = "民事诉讼法第二百零六条"
"""Only what a court confirmed can be enforced; everything else needs another title first."""


class LegalActionKind(Termed):
    """Which way was taken."""

    ENFORCEMENT = "enforcement", "申请强制执行"
    PAYMENT_ORDER = "payment_order", "申请支付令"
    SUIT = "suit", "起诉"
    ARBITRATION = "arbitration", "申请劳动仲裁"


class LegalActionResult(Termed):
    """What came of it."""

    EXECUTED = "executed", "执行完毕"
    ENDED_THIS_TIME = "ended_this_time", "终结本次执行程序"
    RECONCILED = "reconciled", "和解"
    ORDER_ISSUED = "order_issued", "发出支付令"
    OBJECTED = "objected", "支付令失效，终结督促程序"
    JUDGED = "judged", "判决"
    COURT_MEDIATED = "court_mediated", "法院、仲裁机构调解"
    AWARDED = "awarded", "裁决"
    REFUSED = "refused", "不予受理或者驳回"
    WITHDRAWN = "withdrawn", "撤回"


RESULTS_OF: dict[LegalActionKind, tuple[LegalActionResult, ...]] = {
    LegalActionKind.ENFORCEMENT: (
        LegalActionResult.EXECUTED,
        LegalActionResult.ENDED_THIS_TIME,
        LegalActionResult.RECONCILED,
        LegalActionResult.REFUSED,
        LegalActionResult.WITHDRAWN,
    ),
    LegalActionKind.PAYMENT_ORDER: (
        LegalActionResult.ORDER_ISSUED,
        LegalActionResult.OBJECTED,
        LegalActionResult.REFUSED,
        LegalActionResult.WITHDRAWN,
    ),
    LegalActionKind.SUIT: (
        LegalActionResult.JUDGED,
        LegalActionResult.COURT_MEDIATED,
        LegalActionResult.REFUSED,
        LegalActionResult.WITHDRAWN,
    ),
    LegalActionKind.ARBITRATION: (
        LegalActionResult.AWARDED,
        LegalActionResult.COURT_MEDIATED,
        LegalActionResult.REFUSED,
        LegalActionResult.WITHDRAWN,
    ),
}
"""What may come of each way."""
_NOT_THE_LAST = frozenset({LegalActionResult.ORDER_ISSUED, LegalActionResult.ENDED_THIS_TIME})
"""Results after which another may still follow: an objection, or enforcement taken up again."""
_AS_IF_NEVER = frozenset({LegalActionResult.REFUSED, LegalActionResult.WITHDRAWN})
"""Results after which a period is counted as if nobody had applied: the careful reading."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LegalAction:
    """One application or suit about one agreement; ``organ`` is the court or the arbitration committee.

    ``number`` is that of its acceptance, ``result_number`` that of the paper which ended it. One that
    was recorded by mistake stays and says so in ``void_reason``.
    """

    id: UUID
    version: int = 0
    case_id: UUID
    agreement_id: UUID
    kind: LegalActionKind
    applied_on: date
    applicant_ids: tuple[UUID, ...]
    organ: str
    number: str = ""
    note: str = ""
    result: LegalActionResult | None = None
    decided_on: date | None = None
    result_number: str = ""
    ground: str = ""
    void_reason: str = ""

    @property
    def is_pending(self) -> bool:
        """Tell whether its end is still to come."""
        return not self.void_reason and self.result is None

    @property
    def may_end(self) -> bool:
        """Tell whether a result may be recorded now."""
        return not self.void_reason and (self.result is None or self.result in _NOT_THE_LAST)

    @property
    def counts(self) -> bool:
        """Tell whether a period ends or begins anew by it."""
        return not self.void_reason and self.result not in _AS_IF_NEVER


LegalActions = tuple[LegalAction, ...]


def actions_of(actions: LegalActions, agreement_id: UUID) -> LegalActions:
    """Give the actions about an agreement, the oldest first."""
    return tuple(action for action in actions if action.agreement_id == agreement_id)


def enforcement_of(actions: LegalActions, agreement_id: UUID) -> LegalAction | None:
    """Give the application for enforcement that stops the two years, the latest of several."""
    found = [
        action
        for action in actions_of(actions, agreement_id)
        if action.kind is LegalActionKind.ENFORCEMENT and action.counts
    ]
    return found[-1] if found else None


def check_action(
    action: LegalAction,
    agreement: MediationAgreement,
    earlier: LegalActions,
    ruling: JudicialConfirmation | None,
) -> None:
    """Refuse what cannot have happened: before the agreement, without a ruling to enforce, twice at once."""
    if agreement.state is not AgreementState.EFFECTIVE or agreement.effective_on is None:
        raise RuleRefusal("legal_action.not_effective")
    since = agreement.effective_on
    if action.kind is LegalActionKind.ENFORCEMENT:
        if ruling is None or ruling.decided_on is None:
            raise RuleRefusal("legal_action.not_confirmed", field="kind", article=ON_CONFIRMED)
        since = ruling.decided_on
    if any(known.kind is action.kind and known.is_pending for known in actions_of(earlier, agreement.id)):
        raise RuleRefusal("legal_action.already_pending", field="kind", kind=action.kind.term)
    if not action.organ.strip():
        raise InvalidInput("legal_action.organ_missing", field="organ")
    if not action.applicant_ids or set(action.applicant_ids) - set(agreement.party_ids):
        raise InvalidInput("legal_action.applicant_missing", field="applicants")
    if action.applied_on < since:
        raise InvalidInput("legal_action.too_early", field="applied_on", day=since.isoformat())


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionOutcome:
    """How an action ended: when, by which paper, and why where it was refused or withdrawn."""

    result: LegalActionResult
    on: date
    number: str = ""
    ground: str = ""


def ended(action: LegalAction, outcome: ActionOutcome) -> LegalAction:
    """Note what came of an action."""
    if not action.may_end:
        raise RuleRefusal("legal_action.over", kind=action.kind.term)
    if outcome.result not in RESULTS_OF[action.kind]:
        raise InvalidInput("choice.missing", field="result")
    earliest = action.decided_on or action.applied_on
    if outcome.on < earliest:
        raise InvalidInput("legal_action.too_early", field="on", day=earliest.isoformat())
    if outcome.result in _AS_IF_NEVER and not outcome.ground.strip():
        raise InvalidInput("legal_action.ground_missing", field="ground")
    return replace(
        action,
        result=outcome.result,
        decided_on=outcome.on,
        result_number=outcome.number,
        ground=outcome.ground,
    )


def action_taken_back(action: LegalAction, reason: str) -> LegalAction:
    """Take back what was recorded by mistake: the result first, then the action as a whole."""
    if not reason.strip():
        raise InvalidInput("legal_action.reason_missing", field="reason")
    if action.void_reason:
        raise RuleRefusal("legal_action.over", kind=action.kind.term)
    if action.result is not None:
        return replace(action, result=None, decided_on=None, result_number="", ground="")
    return replace(action, void_reason=reason)
