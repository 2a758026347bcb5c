"""The one next step of a case: what moves it on now, never more than one thing."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from app.domain.disputes.cases import Case
from app.domain.disputes.states import CaseState
from app.domain.mediation.sessions import SessionRecord, SessionResult
from app.domain.settlements.agreements import AgreementState, MediationAgreement
from app.domain.values.termed import Termed


class NextStepKind(Termed):
    """What to do next; the term is the verb on the filled button."""

    TRIAGE = "triage", "分流"
    ASK_CONSENT = "ask_consent", "征求意见"
    ACCEPT = "accept", "受理"
    DECLINE = "decline", "不予受理"
    ASSIGN = "assign", "指派调解员"
    SERVE_NOTICE = "serve_notice", "告知权利义务"
    MEDIATE = "mediate", "进入调解"
    RESUME = "resume", "恢复调解"
    RECORD = "record", "续写笔录"
    DRAFT = "draft", "起草协议"
    ISSUE = "issue", "送签"
    SIGN = "sign", "登记签字"
    TERMINATE = "terminate", "终止调解"
    PERFORM = "perform", "记录履行"
    FOLLOW_UP = "follow_up", "回访"
    CLOSE = "close", "结案"
    NOTHING = "nothing", "查看"


@dataclass(frozen=True, slots=True)
class NextStep:
    """The step, and the session or agreement it concerns."""

    kind: NextStepKind
    subject_id: UUID | None = None


def next_step(
    case: Case, sessions: tuple[SessionRecord, ...], agreements: tuple[MediationAgreement, ...]
) -> NextStep:
    """Tell the next step from where the case, its sessions and its agreements stand."""
    simple = _SIMPLE.get(case.state)
    if simple is not None:
        return NextStep(simple)
    if case.state in (CaseState.TRIAGED, CaseState.AWAITING_CONSENT):
        return NextStep(_consent(case))
    if case.state is CaseState.AGREED:
        waiting = [a for a in agreements if a.state is AgreementState.ISSUED]
        return NextStep(NextStepKind.SIGN, waiting[-1].id if waiting else None)
    if case.rights_notice_on is None:
        return NextStep(NextStepKind.SERVE_NOTICE)
    return _mediation(sessions, agreements)


_SIMPLE: dict[CaseState, NextStepKind] = {
    CaseState.REGISTERED: NextStepKind.TRIAGE,
    CaseState.ACCEPTED: NextStepKind.ASSIGN,
    CaseState.SUSPENDED: NextStepKind.RESUME,
    CaseState.EFFECTIVE: NextStepKind.PERFORM,
    CaseState.PERFORMED: NextStepKind.FOLLOW_UP,
    CaseState.TERMINATED: NextStepKind.FOLLOW_UP,
    CaseState.FOLLOWED_UP: NextStepKind.CLOSE,
    CaseState.NOT_ACCEPTED: NextStepKind.NOTHING,
    CaseState.CLOSED: NextStepKind.NOTHING,
}


def _consent(case: Case) -> NextStepKind:
    if case.refusing():
        return NextStepKind.DECLINE
    return NextStepKind.ASK_CONSENT if case.not_yet_consenting() else NextStepKind.ACCEPT


def _mediation(sessions: tuple[SessionRecord, ...], agreements: tuple[MediationAgreement, ...]) -> NextStep:
    drafts = [a for a in agreements if a.state is AgreementState.DRAFT]
    unfinished = [s for s in sessions if not s.is_finished]
    if unfinished:
        return NextStep(NextStepKind.RECORD, unfinished[-1].id)
    if drafts:
        return NextStep(NextStepKind.ISSUE, drafts[-1].id)
    last = max(sessions, key=lambda s: s.sequence, default=None)
    if last is not None and last.result is SessionResult.AGREED:
        return NextStep(NextStepKind.DRAFT)
    if last is not None and last.result is SessionResult.FAILED:
        return NextStep(NextStepKind.TERMINATE)
    return NextStep(NextStepKind.MEDIATE)
