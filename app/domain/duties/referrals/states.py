"""The states of a referral and the moves between them, as data."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.errors import RuleRefusal
from app.domain.values.termed import Termed


class ReferralState(Termed):
    """Where a referral stands; the same words for what came and for what left."""

    SENT = "sent", "待签收"
    SIGNED = "signed", "已签收"
    ACCEPTED = "accepted", "办理中"
    REFUSED = "refused", "已退回"
    RECALLED = "recalled", "已撤回"
    RETURNED = "returned", "已回复结果"
    CLOSED = "closed", "已办结"


class ReferralEvent(Termed):
    """What may happen to a referral."""

    SIGN = "sign", "签收"
    ACCEPT = "accept", "接受办理"
    REFUSE = "refuse", "退回"
    RECALL = "recall", "撤回"
    EXTEND = "extend", "延期"
    RETURN = "return", "回复结果"
    FEED_BACK = "feed_back", "反馈"
    HAND_OVER = "hand_over", "转交责任人"


@dataclass(frozen=True, slots=True)
class ReferralMove:
    """An event, the states it may happen in, and the state it leads to; without a target it stays."""

    event: ReferralEvent
    sources: frozenset[ReferralState]
    target: ReferralState | None = None


_S = ReferralState
OPEN_STATES = frozenset({_S.SENT, _S.SIGNED, _S.ACCEPTED, _S.REFUSED, _S.RETURNED})
"""States in which somebody still owes an act; the others are over."""
MOVES: tuple[ReferralMove, ...] = (
    ReferralMove(ReferralEvent.SIGN, frozenset({_S.SENT}), _S.SIGNED),
    ReferralMove(ReferralEvent.ACCEPT, frozenset({_S.SIGNED}), _S.ACCEPTED),
    ReferralMove(ReferralEvent.REFUSE, frozenset({_S.SENT, _S.SIGNED}), _S.REFUSED),
    ReferralMove(ReferralEvent.RECALL, frozenset({_S.SENT, _S.SIGNED, _S.ACCEPTED}), _S.RECALLED),
    ReferralMove(ReferralEvent.EXTEND, frozenset({_S.SIGNED, _S.ACCEPTED})),
    ReferralMove(ReferralEvent.RETURN, frozenset({_S.ACCEPTED}), _S.RETURNED),
    ReferralMove(ReferralEvent.FEED_BACK, frozenset({_S.RETURNED, _S.REFUSED}), _S.CLOSED),
    ReferralMove(ReferralEvent.HAND_OVER, OPEN_STATES),
)
_NEXT = {
    _S.SENT: ReferralEvent.SIGN,
    _S.SIGNED: ReferralEvent.ACCEPT,
    _S.ACCEPTED: ReferralEvent.RETURN,
    _S.RETURNED: ReferralEvent.FEED_BACK,
    _S.REFUSED: ReferralEvent.FEED_BACK,
}


def may_happen(state: ReferralState, event: ReferralEvent) -> bool:
    """Tell whether an event may happen in a state."""
    return any(move.event is event and state in move.sources for move in MOVES)


def state_after(state: ReferralState, event: ReferralEvent) -> ReferralState:
    """Give the state an event leads to; RuleRefusal ``referral.step_not_allowed`` when it may not happen."""
    for move in MOVES:
        if move.event is event and state in move.sources:
            return move.target or state
    raise RuleRefusal("referral.step_not_allowed", event=event.term, state=state.term)


def next_event(state: ReferralState) -> ReferralEvent | None:
    """Give the one act that moves a referral on; None when it is over."""
    return _NEXT.get(state)
