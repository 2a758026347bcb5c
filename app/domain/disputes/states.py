"""The states of a case, the steps of the stepper, and the events that move a case, as closed lists."""

from __future__ import annotations

from app.domain.values.termed import Termed


class CaseState(Termed):
    """Where a case stands; the term is what screens and registers call it."""

    REGISTERED = "registered", "已登记"
    TRIAGED = "triaged", "已分流"
    AWAITING_CONSENT = "awaiting_consent", "征求意见"
    NOT_ACCEPTED = "not_accepted", "不予受理"
    GUIDED_OUT = "guided_out", "引导其他途径"
    ACCEPTED = "accepted", "已受理"
    ASSIGNED = "assigned", "已指派"
    MEDIATING = "mediating", "调解中"
    SUSPENDED = "suspended", "中止"
    AGREED = "agreed", "已达成协议"
    EFFECTIVE = "effective", "协议已生效"
    PARTIAL = "partial", "部分协议已生效"
    PERFORMED = "performed", "已履行"
    TERMINATED = "terminated", "终止调解"
    FOLLOWED_UP = "followed_up", "已回访"
    WITHDRAWN = "withdrawn", "撤回申请"
    MERGED = "merged", "已并案"
    CLOSED = "closed", "已结案"
    ARCHIVED = "archived", "已归档"
    REOPENED = "reopened", "重新办理"


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
    """An act that moves a case from one state to another, or that its life must not forget."""

    TRIAGE = "triage", "分流"
    GUIDE_OUT = "guide_out", "引导其他途径"
    ASK_CONSENT = "ask_consent", "征求意见"
    ACCEPT = "accept", "受理"
    DECLINE = "decline", "不予受理"
    ASSIGN = "assign", "指派"
    MEDIATE = "mediate", "调解"
    SUSPEND = "suspend", "中止调解"
    RESUME = "resume", "恢复调解"
    AGREE = "agree", "达成协议"
    AGREE_ORALLY = "agree_orally", "达成口头协议"
    VOID_AGREEMENT = "void_agreement", "协议作废"
    TAKE_EFFECT = "take_effect", "生效"
    TAKE_EFFECT_IN_PART = "take_effect_in_part", "部分协议生效"
    END_REST = "end_rest", "其余部分终止"
    PERFORM = "perform", "履行完毕"
    TERMINATE = "terminate", "终止调解"
    REFUSE = "refuse", "拒绝调解"
    WITHDRAW = "withdraw", "撤回申请"
    FOLLOW_UP = "follow_up", "回访"
    CLOSE = "close", "结案"
    ARCHIVE = "archive", "归档"
    REOPEN = "reopen", "重新办理"
    UPGRADE = "upgrade", "升级"
    TRANSFER = "transfer", "移交"
    TAKE_BACK = "take_back", "收回"
    REPORT_TO_POLICE = "report_to_police", "报告公安机关"
    MERGE = "merge", "并案"
    TAKE_IN = "take_in", "并入"
    SPLIT = "split", "分案"


CLOSED_STATES = frozenset(
    {
        CaseState.NOT_ACCEPTED,
        CaseState.GUIDED_OUT,
        CaseState.WITHDRAWN,
        CaseState.MERGED,
        CaseState.CLOSED,
        CaseState.ARCHIVED,
    }
)
"""States in which no clock runs and nothing more is due."""

OPEN_STATES = frozenset(CaseState) - CLOSED_STATES
"""States in which something may still happen."""

BEFORE_ACCEPTANCE = frozenset({CaseState.REGISTERED, CaseState.TRIAGED, CaseState.AWAITING_CONSENT})
"""States in which nobody has decided yet whether the dispute is taken."""

IN_MEDIATION = frozenset({CaseState.ACCEPTED, CaseState.ASSIGNED, CaseState.MEDIATING})
"""States between acceptance and an agreement."""

_STAGE_OF: dict[CaseState, Stage] = {
    CaseState.REGISTERED: Stage.TRIAGE,
    CaseState.TRIAGED: Stage.ACCEPTANCE,
    CaseState.GUIDED_OUT: Stage.TRIAGE,
    CaseState.AWAITING_CONSENT: Stage.ACCEPTANCE,
    CaseState.NOT_ACCEPTED: Stage.ACCEPTANCE,
    CaseState.ACCEPTED: Stage.INVESTIGATION,
    CaseState.ASSIGNED: Stage.MEDIATION,
    CaseState.MEDIATING: Stage.MEDIATION,
    CaseState.SUSPENDED: Stage.MEDIATION,
    CaseState.AGREED: Stage.AGREEMENT,
    CaseState.PARTIAL: Stage.AGREEMENT,
    CaseState.EFFECTIVE: Stage.PERFORMANCE,
    CaseState.PERFORMED: Stage.FOLLOW_UP,
    CaseState.TERMINATED: Stage.FOLLOW_UP,
    CaseState.FOLLOWED_UP: Stage.ARCHIVE,
    CaseState.WITHDRAWN: Stage.ARCHIVE,
    CaseState.MERGED: Stage.ARCHIVE,
    CaseState.CLOSED: Stage.ARCHIVE,
    CaseState.ARCHIVED: Stage.ARCHIVE,
    CaseState.REOPENED: Stage.MEDIATION,
}


IN_EFFECT = frozenset({
    CaseState.EFFECTIVE, CaseState.PARTIAL, CaseState.MEDIATING, CaseState.SUSPENDED, CaseState.AGREED,
})  # fmt: skip
"""States in which an agreement may be in effect and is still to be performed."""


def stage_of(state: CaseState) -> Stage:
    """Give the stepper's current step for a state."""
    return _STAGE_OF[state]
