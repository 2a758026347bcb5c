"""What must be so before an event may happen: each guard has a name, a rule and a sentence."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from app.domain.disputes.cases import Case
from app.domain.disputes.states import CaseState
from app.domain.errors import DomainError, RuleRefusal
from app.domain.values.termed import Termed


class Guard(Termed):
    """A condition on a case; the term says what holds when it lets the event pass."""

    NOT_YET_ACCEPTED = "not_yet_accepted", "尚未受理"
    ONCE_ACCEPTED = "once_accepted", "已经受理"
    NOBODY_REFUSES = "nobody_refuses", "无人明确拒绝"
    ALL_CONSENT = "all_consent", "各方均已同意"
    NOTICE_SERVED = "notice_served", "已告知权利义务"
    HAS_MEDIATOR = "has_mediator", "已指派调解员"
    NOTHING_EFFECTIVE = "nothing_effective", "没有已生效的协议"
    PART_EFFECTIVE = "part_effective", "部分协议已生效"
    NOTHING_WAITS = "nothing_waits", "没有待签字的协议"
    NO_OPEN_SESSION = "no_open_session", "没有未结束的笔录"
    NO_DRAFT = "no_draft", "没有未送签的协议"
    PAGES_STORED = "pages_stored", "文书都已存好"
    HELD_ELSEWHERE = "held_elsewhere", "现由其他单位承办"


@dataclass(frozen=True, slots=True, kw_only=True)
class Circumstances:
    """What guards look at beside the case itself: how much of it is unfinished."""

    open_sessions: int = 0
    drafts: int = 0
    waiting_agreements: int = 0
    unstored_pages: int = 0


Check = Callable[[Case, Circumstances], DomainError | None]


def refusal(guard: Guard, case: Case, around: Circumstances) -> DomainError | None:
    """Give what a guard has against an event now, or None where it lets it pass."""
    return _CHECKS[guard](case, around)


def _not_yet_accepted(case: Case, _around: Circumstances) -> DomainError | None:
    return RuleRefusal("case.already_accepted") if case.accepted_on is not None else None


def _once_accepted(case: Case, _around: Circumstances) -> DomainError | None:
    return RuleRefusal("case.not_yet_accepted") if case.accepted_on is None else None


def _nobody_refuses(case: Case, _around: Circumstances) -> DomainError | None:
    refusing = case.refusing()
    if not refusing:
        return None
    return RuleRefusal("case.party_refused", party=refusing[0].name, article="人民调解法第十七条")


def _all_consent(case: Case, _around: Circumstances) -> DomainError | None:
    waiting = case.not_yet_consenting()
    if not waiting:
        return None
    return RuleRefusal("case.consent_missing", party=waiting[0].name, count=len(waiting))


def _notice_served(case: Case, _around: Circumstances) -> DomainError | None:
    if case.rights_notice_on is not None:
        return None
    return RuleRefusal("case.rights_notice_missing", article="人民调解法第二十三条、第二十四条")


def _has_mediator(case: Case, _around: Circumstances) -> DomainError | None:
    return None if case.mediators else RuleRefusal("case.mediator_missing", article="人民调解法第十九条")


def _nothing_effective(case: Case, _around: Circumstances) -> DomainError | None:
    if case.effective_on is None:
        return None
    return RuleRefusal("case.agreement_binds", article="人民调解法第三十一条")


def _part_effective(case: Case, _around: Circumstances) -> DomainError | None:
    return RuleRefusal("case.no_part_in_effect") if case.effective_on is None else None


def _nothing_waits(case: Case, around: Circumstances) -> DomainError | None:
    if case.state is CaseState.AGREED or around.waiting_agreements:
        return RuleRefusal("case.agreement_waits")
    return None


def _no_open_session(_case: Case, around: Circumstances) -> DomainError | None:
    return RuleRefusal("case.session_open", count=around.open_sessions) if around.open_sessions else None


def _no_draft(_case: Case, around: Circumstances) -> DomainError | None:
    return RuleRefusal("case.draft_open", count=around.drafts) if around.drafts else None


def _pages_stored(_case: Case, around: Circumstances) -> DomainError | None:
    if around.unstored_pages:
        return RuleRefusal("case.pages_missing", count=around.unstored_pages)
    return None


def _held_elsewhere(case: Case, _around: Circumstances) -> DomainError | None:
    return None if case.holder else RuleRefusal("case.held_here")


_CHECKS: dict[Guard, Check] = {
    Guard.NOT_YET_ACCEPTED: _not_yet_accepted,
    Guard.ONCE_ACCEPTED: _once_accepted,
    Guard.NOBODY_REFUSES: _nobody_refuses,
    Guard.ALL_CONSENT: _all_consent,
    Guard.NOTICE_SERVED: _notice_served,
    Guard.HAS_MEDIATOR: _has_mediator,
    Guard.NOTHING_EFFECTIVE: _nothing_effective,
    Guard.PART_EFFECTIVE: _part_effective,
    Guard.NOTHING_WAITS: _nothing_waits,
    Guard.NO_OPEN_SESSION: _no_open_session,
    Guard.NO_DRAFT: _no_draft,
    Guard.PAGES_STORED: _pages_stored,
    Guard.HELD_ELSEWHERE: _held_elsewhere,
}
