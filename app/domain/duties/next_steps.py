"""The one next step of a case: what moves it on now, never more than one thing."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from app.domain.disputes.cases import Case
from app.domain.disputes.states import CaseState
from app.domain.duties.performance.facts import NO_FACTS, PerformanceFacts
from app.domain.mediation.schedule.appointments import Appointment, AppointmentPurpose
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
    SCHEDULE = "schedule", "约定时间"
    MEDIATE = "mediate", "进入调解"
    RESUME = "resume", "恢复调解"
    RECORD = "record", "续写笔录"
    DRAFT = "draft", "起草协议"
    ISSUE = "issue", "送签"
    SIGN = "sign", "登记签字"
    TERMINATE = "terminate", "终止调解"
    END_REST = "end_rest", "其余终止"
    RECORD_PERFORMANCE = "record_performance", "记录履行"
    PERFORM = "perform", "履行完毕"
    ASK_TRAFFIC_POLICE = "ask_traffic_police", "共同申请交警调解"
    HAND_IN_REQUEST = "hand_in_request", "递交共同申请书"
    FOLLOW_UP = "follow_up", "回访"
    CLOSE = "close", "结案"
    ARCHIVE = "archive", "归档"
    NOTHING = "nothing", "查看"


@dataclass(frozen=True, slots=True)
class NextStep:
    """The step, and the session or agreement it concerns."""

    kind: NextStepKind
    subject_id: UUID | None = None


def next_step(
    case: Case,
    sessions: tuple[SessionRecord, ...],
    agreements: tuple[MediationAgreement, ...],
    appointments: tuple[Appointment, ...],
    facts: PerformanceFacts = NO_FACTS,
    *,
    may_ask_police: bool = False,
    has_asked_in_writing: bool = False,
) -> NextStep:
    """Tell the next step from where the case, its sessions, agreements and appointments stand.

    A time is advised before a session, never demanded: a record may begin without one. An agreement in
    effect is performed item by item, as its plan in ``facts`` tells. While D-09 runs (``may_ask_police``)
    its days are fewer than those of any visit: the traffic police go first, and the request that was
    written (``has_asked_in_writing``) has to be handed in.
    """
    simple = _SIMPLE.get(case.state)
    if simple is NextStepKind.PERFORM and any(plan.open_items for plan in facts.plans):
        simple = NextStepKind.RECORD_PERFORMANCE
    if may_ask_police and case.state is CaseState.TERMINATED:
        simple = NextStepKind.HAND_IN_REQUEST if has_asked_in_writing else NextStepKind.ASK_TRAFFIC_POLICE
    if simple is not None:
        return NextStep(simple)
    if case.state in (CaseState.TRIAGED, CaseState.AWAITING_CONSENT):
        return NextStep(_consent(case))
    if case.state is CaseState.AGREED:
        # A supplement takes effect with what it changes: that one is signed first.
        issued = [a for a in agreements if a.state is AgreementState.ISSUED]
        waiting = sorted(issued, key=lambda a: a.supplements_id is None)
        return NextStep(NextStepKind.SIGN, waiting[-1].id if waiting else None)
    if case.state is CaseState.REOPENED:
        again = _taken_up_again(case)
        if again is not None:
            return NextStep(again)
    if case.rights_notice_on is None:
        return NextStep(NextStepKind.SERVE_NOTICE)
    return _mediation(case, sessions, agreements) or _session(appointments)


_SIMPLE: dict[CaseState, NextStepKind] = {
    CaseState.REGISTERED: NextStepKind.TRIAGE,
    CaseState.ACCEPTED: NextStepKind.ASSIGN,
    CaseState.SUSPENDED: NextStepKind.RESUME,
    CaseState.EFFECTIVE: NextStepKind.PERFORM,
    CaseState.PERFORMED: NextStepKind.FOLLOW_UP,
    CaseState.TERMINATED: NextStepKind.FOLLOW_UP,
    CaseState.FOLLOWED_UP: NextStepKind.CLOSE,
    CaseState.NOT_ACCEPTED: NextStepKind.ARCHIVE,
    CaseState.GUIDED_OUT: NextStepKind.ARCHIVE,
    CaseState.WITHDRAWN: NextStepKind.ARCHIVE,
    CaseState.CLOSED: NextStepKind.ARCHIVE,
    CaseState.MERGED: NextStepKind.NOTHING,
    CaseState.ARCHIVED: NextStepKind.NOTHING,
}


def _taken_up_again(case: Case) -> NextStepKind | None:
    """Tell where a reopened case goes on, unless it is to be mediated."""
    if case.accepted_on is None:
        return _consent(case)
    if case.effective_on is not None:
        return NextStepKind.FOLLOW_UP
    return None if case.mediators else NextStepKind.ASSIGN


def _consent(case: Case) -> NextStepKind:
    if case.refusing():
        return NextStepKind.DECLINE
    return NextStepKind.ASK_CONSENT if case.not_yet_consenting() else NextStepKind.ACCEPT


def _session(appointments: tuple[Appointment, ...]) -> NextStep:
    planned = [a for a in appointments if a.is_active and a.purpose is AppointmentPurpose.MEDIATION]
    if not planned:
        return NextStep(NextStepKind.SCHEDULE)
    return NextStep(NextStepKind.MEDIATE, min(planned, key=lambda a: a.starts_at).id)


def _mediation(
    case: Case, sessions: tuple[SessionRecord, ...], agreements: tuple[MediationAgreement, ...]
) -> NextStep | None:
    drafts = [a for a in agreements if a.state is AgreementState.DRAFT]
    unfinished = [s for s in sessions if not s.is_finished]
    if unfinished:
        return NextStep(NextStepKind.RECORD, unfinished[-1].id)
    if drafts:
        return NextStep(NextStepKind.ISSUE, drafts[-1].id)
    if case.state in (CaseState.PARTIAL, CaseState.REOPENED):
        return NextStep(NextStepKind.MEDIATE)
    last = max(sessions, key=lambda s: s.sequence, default=None)
    if last is not None and last.result is SessionResult.AGREED:
        return NextStep(NextStepKind.DRAFT)
    if last is not None and last.result is SessionResult.FAILED:
        is_partly_settled = case.effective_on is not None
        return NextStep(NextStepKind.END_REST if is_partly_settled else NextStepKind.TERMINATE)
    return None
