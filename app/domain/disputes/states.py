"""The states of a case and the moves between them, as data (domain dossier, lifecycle)."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.errors import RuleRefusal
from app.domain.values.termed import Termed


class CaseState(Termed):
    """Where a case stands; the term is what screens and registers call it."""

    REGISTERED = "registered", "已登记"
    TRIAGED = "triaged", "已分流"
    AWAITING_CONSENT = "awaiting_consent", "征求意见"
    NOT_ACCEPTED = "not_accepted", "不予受理"
    ACCEPTED = "accepted", "已受理"
    ASSIGNED = "assigned", "已指派"
    MEDIATING = "mediating", "调解中"
    SUSPENDED = "suspended", "中止"
    AGREED = "agreed", "已达成协议"
    EFFECTIVE = "effective", "协议已生效"
    PERFORMED = "performed", "已履行"
    TERMINATED = "terminated", "终止调解"
    FOLLOWED_UP = "followed_up", "已回访"
    CLOSED = "closed", "已结案"


class Stage(Termed):
    """The nine steps of the stepper, in fixed order."""

    REGISTRATION = "registration", "登记"
    TRIAGE = "triage", "分流"
    ACCEPTANCE = "acceptance", "受理"
    INVESTIGATION = "investigation", "调查"
    MEDIATION = "mediation", "调解"
    AGREEMENT = "agreement", "协议"
    PERFORMANCE = "performance", "履行"
    FOLLOW_UP = "follow_up", "回访"
    ARCHIVE = "archive", "归档"


class CaseEvent(Termed):
    """An act that moves a case from one state to another."""

    TRIAGE = "triage", "分流"
    ASK_CONSENT = "ask_consent", "征求意见"
    ACCEPT = "accept", "受理"
    DECLINE = "decline", "不予受理"
    ASSIGN = "assign", "指派"
    MEDIATE = "mediate", "调解"
    SUSPEND = "suspend", "中止调解"
    RESUME = "resume", "恢复调解"
    AGREE = "agree", "达成协议"
    VOID_AGREEMENT = "void_agreement", "协议作废"
    TAKE_EFFECT = "take_effect", "生效"
    PERFORM = "perform", "履行完毕"
    TERMINATE = "terminate", "终止调解"
    FOLLOW_UP = "follow_up", "回访"
    CLOSE = "close", "结案"


@dataclass(frozen=True, slots=True)
class Transition:
    """An event, the states it may happen in, and the state it leads to."""

    event: CaseEvent
    sources: frozenset[CaseState]
    target: CaseState


_S = CaseState
TRANSITIONS: tuple[Transition, ...] = (
    Transition(CaseEvent.TRIAGE, frozenset({_S.REGISTERED}), _S.TRIAGED),
    Transition(CaseEvent.ASK_CONSENT, frozenset({_S.TRIAGED, _S.AWAITING_CONSENT}), _S.AWAITING_CONSENT),
    Transition(CaseEvent.ACCEPT, frozenset({_S.TRIAGED, _S.AWAITING_CONSENT}), _S.ACCEPTED),
    Transition(
        CaseEvent.DECLINE, frozenset({_S.REGISTERED, _S.TRIAGED, _S.AWAITING_CONSENT}), _S.NOT_ACCEPTED
    ),
    Transition(CaseEvent.ASSIGN, frozenset({_S.ACCEPTED, _S.ASSIGNED, _S.MEDIATING}), _S.ASSIGNED),
    Transition(CaseEvent.MEDIATE, frozenset({_S.ASSIGNED, _S.MEDIATING}), _S.MEDIATING),
    Transition(CaseEvent.SUSPEND, frozenset({_S.ACCEPTED, _S.ASSIGNED, _S.MEDIATING}), _S.SUSPENDED),
    Transition(CaseEvent.RESUME, frozenset({_S.SUSPENDED}), _S.MEDIATING),
    Transition(CaseEvent.AGREE, frozenset({_S.MEDIATING}), _S.AGREED),
    Transition(CaseEvent.VOID_AGREEMENT, frozenset({_S.AGREED}), _S.MEDIATING),
    Transition(CaseEvent.TAKE_EFFECT, frozenset({_S.AGREED}), _S.EFFECTIVE),
    Transition(CaseEvent.PERFORM, frozenset({_S.EFFECTIVE}), _S.PERFORMED),
    Transition(
        CaseEvent.TERMINATE,
        frozenset({_S.ACCEPTED, _S.ASSIGNED, _S.MEDIATING, _S.SUSPENDED, _S.AGREED}),
        _S.TERMINATED,
    ),
    Transition(CaseEvent.FOLLOW_UP, frozenset({_S.PERFORMED, _S.TERMINATED}), _S.FOLLOWED_UP),
    Transition(CaseEvent.CLOSE, frozenset({_S.PERFORMED, _S.TERMINATED, _S.FOLLOWED_UP}), _S.CLOSED),
)

CLOSED_STATES = frozenset({_S.NOT_ACCEPTED, _S.CLOSED})
"""States in which no clock runs and nothing more is due."""

_STAGE_OF: dict[CaseState, Stage] = {
    _S.REGISTERED: Stage.TRIAGE,
    _S.TRIAGED: Stage.ACCEPTANCE,
    _S.AWAITING_CONSENT: Stage.ACCEPTANCE,
    _S.NOT_ACCEPTED: Stage.ACCEPTANCE,
    _S.ACCEPTED: Stage.INVESTIGATION,
    _S.ASSIGNED: Stage.MEDIATION,
    _S.MEDIATING: Stage.MEDIATION,
    _S.SUSPENDED: Stage.MEDIATION,
    _S.AGREED: Stage.AGREEMENT,
    _S.EFFECTIVE: Stage.PERFORMANCE,
    _S.PERFORMED: Stage.FOLLOW_UP,
    _S.TERMINATED: Stage.FOLLOW_UP,
    _S.FOLLOWED_UP: Stage.ARCHIVE,
    _S.CLOSED: Stage.ARCHIVE,
}


def stage_of(state: CaseState) -> Stage:
    """Give the stepper's current step for a state."""
    return _STAGE_OF[state]


def is_allowed(state: CaseState, event: CaseEvent) -> bool:
    """Tell whether an event may happen in a state, guards aside."""
    return any(move.event is event and state in move.sources for move in TRANSITIONS)


def next_state(state: CaseState, event: CaseEvent) -> CaseState:
    """Give the state an event leads to; RuleRefusal ``case.step_not_allowed`` when it may not happen."""
    for move in TRANSITIONS:
        if move.event is event and state in move.sources:
            return move.target
    raise RuleRefusal("case.step_not_allowed", event=event.term, state=state.term)
