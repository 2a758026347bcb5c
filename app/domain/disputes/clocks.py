"""The clocks of a case: each has a last day, says why, and the one that ends first leads."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from app.domain.values.termed import Termed


class ClockKind(Termed):
    """What ends on the last day; identifiers D-nn follow the deadline catalogue of the dossier."""

    LEVEL = "level", "层级时限"
    ACCEPTANCE = "acceptance", "受理期限"
    MEDIATION = "mediation", "调解期限"
    SECOND_MEDIATION = "second_mediation", "再次调解期限"
    SIGNING = "signing", "签字"
    PERFORMANCE = "performance", "履行期限"
    CONFIRMATION = "confirmation", "司法确认申请期限"
    COURT_ACCEPTANCE = "court_acceptance", "法院受理（预计）"
    COURT_RULING = "court_ruling", "法院裁定（预计）"
    ENFORCEMENT = "enforcement", "申请执行期间"
    POLICE_REQUEST = "police_request", "申请交警调解期限"
    ONLINE_ASSIGNMENT = "online_assignment", "法院指定在线调解"
    ONLINE_ANSWER = "online_answer", "确认接受在线调解"
    INFORMING = "informing", "告知期限"
    PETITION_HANDLING = "petition_handling", "信访事项办结"
    OBJECTION = "objection", "异议期限"
    REVIEW_REQUEST = "review_request", "请求信访复查"
    REVIEW = "review", "信访复查"
    RE_REVIEW_REQUEST = "re_review_request", "请求信访复核"
    RE_REVIEW = "re_review", "信访复核"
    SUPERVISION_REPLY = "supervision_reply", "督办回复"
    WHISTLE_ARRIVAL = "whistle_arrival", "吹哨报到"
    DUTY_INVESTIGATE = "duty_investigate", "包调查"
    DUTY_MEDIATE = "duty_mediate", "包调处"
    DUTY_CLOSE = "duty_close", "包办结"
    DUTY_FOLLOW_UP = "duty_follow_up", "包回访"
    FOLLOW_UP = "follow_up", "回访期限"
    RECEIPT = "receipt", "签收期限"
    DUE_BACK = "due_back", "对接期限"
    REPLY = "reply", "工单回复期限"
    ARCHIVING = "archiving", "归档期限"
    LIMITATION = "limitation", "时效"
    CLAIM = "claim", "请求履行时效"


class Exclusion(Termed):
    """What does not count towards a period, as far as its rule says so."""

    APPRAISAL = "appraisal", "鉴定"
    SUSPENSION = "suspension", "中止"


class ExtensionBy(Termed):
    """Who may extend a period; whoever is not named by its rule may not."""

    NOBODY = "nobody", "不得延长"
    PARTIES = "parties", "各方当事人同意"
    PRESIDENT = "president", "法院院长批准"
    HEAD = "head", "本机关负责人批准"


@dataclass(frozen=True, slots=True, kw_only=True)
class ExcludedSpan:
    """Days that did not count, both included; without a last day they go on."""

    kind: Exclusion
    first_day: date
    last_day: date | None
    counted: int
    """How many days the end moved on because of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreedExtension:
    """An extension as a clock tells it: agreed when, from which last day, in writing or not."""

    agreed_on: date
    previous_last_day: date
    new_last_day: date
    is_written: bool


INVITATIONS = frozenset(
    {
        ClockKind.CONFIRMATION,
        ClockKind.OBJECTION,
        ClockKind.COURT_ACCEPTANCE,
        ClockKind.COURT_RULING,
        ClockKind.ENFORCEMENT,
    }
)
"""What may be done, and need not, or what a court is expected to do; these lead only when alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseClock:
    """One running clock: ``explanation`` is its arithmetic and source in one sentence.

    ``is_verified`` is False where the rule's number is a local or unconfirmed setting (未核实).
    While ``is_paused`` the period stands still: ``last_day`` is what it would be if it went on today.
    ``last_moment`` is known for clocks that count hours or minutes: 督办 and 吹哨 among them.
    ``is_certain`` is False when a year on which the day depends has no published holidays yet.
    """

    kind: ClockKind
    start: date
    last_day: date
    explanation: str
    source: str
    is_verified: bool = True
    subject_id: UUID | None = None
    rule_id: str = ""
    trigger: str = ""
    exclusions: tuple[ExcludedSpan, ...] = ()
    extension: AgreedExtension | None = None
    extension_by: ExtensionBy = ExtensionBy.NOBODY
    is_paused: bool = False
    is_certain: bool = True
    last_moment: datetime | None = None


ADMINISTRATIVE_KINDS = frozenset({
    ClockKind.LEVEL, ClockKind.DUTY_INVESTIGATE, ClockKind.DUTY_MEDIATE, ClockKind.DUTY_CLOSE,
    ClockKind.DUTY_FOLLOW_UP,
})  # fmt: skip
"""Dates of a ladder, or that somebody set for a duty: neither of law nor stopped by a suspension."""
PASSING_KINDS = frozenset(
    {
        ClockKind.PERFORMANCE,
        ClockKind.CONFIRMATION,
        ClockKind.POLICE_REQUEST,
        ClockKind.OBJECTION,
        ClockKind.REVIEW_REQUEST,
        ClockKind.RE_REVIEW_REQUEST,
    }
)
"""Clocks that give way to the next one when their day has passed."""
NOT_LEADING = frozenset({ClockKind.SUPERVISION_REPLY, ClockKind.WHISTLE_ARRIVAL})
"""What somebody owes about a case; the case itself is not late by it, so these never lead."""
RIGHTS_OF_PARTIES = frozenset({ClockKind.LIMITATION, ClockKind.ENFORCEMENT})
"""Rights of the parties that run for years: they are told, and hurry nobody who handles the case."""


def told_once(clocks: tuple[CaseClock, ...]) -> tuple[CaseClock, ...]:
    """Leave out what is owed to a court by the very period of mediation that stands beside it.

    The period and what is due back end on one day by one row; both stay in the data, one is shown.
    """
    periods = {(clock.rule_id, clock.last_day) for clock in clocks if clock.kind is ClockKind.MEDIATION}
    return tuple(
        clock
        for clock in clocks
        if clock.kind is not ClockKind.DUE_BACK or (clock.rule_id, clock.last_day) not in periods
    )


def leading(clocks: tuple[CaseClock, ...]) -> CaseClock | None:
    """Give the clock that ends first and hurries somebody.

    What only invites, or waits for the court, leads only when alone. A clock that stands still
    leads, and dates of levels and duties stay behind it, unless another clock of the law goes on.
    """
    hurrying = [clock for clock in clocks if clock.kind not in NOT_LEADING | RIGHTS_OF_PARTIES]
    paused = [clock for clock in hurrying if clock.is_paused]
    running = [clock for clock in hurrying if not clock.is_paused]
    if paused and all(clock.kind in ADMINISTRATIVE_KINDS for clock in running):
        return paused[0]
    ours = [clock for clock in running if clock.kind not in INVITATIONS]
    return min(ours or running, key=lambda clock: clock.last_day, default=None)
