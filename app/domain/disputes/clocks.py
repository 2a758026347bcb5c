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
    SIGNING = "signing", "签字"
    PERFORMANCE = "performance", "履行期限"
    CONFIRMATION = "confirmation", "司法确认申请期限"
    DUTY_INVESTIGATE = "duty_investigate", "包调查"
    DUTY_MEDIATE = "duty_mediate", "包调处"
    DUTY_CLOSE = "duty_close", "包办结"
    DUTY_FOLLOW_UP = "duty_follow_up", "包回访"
    FOLLOW_UP = "follow_up", "回访期限"
    RECEIPT = "receipt", "签收期限"
    DUE_BACK = "due_back", "对接期限"
    REPLY = "reply", "工单回复期限"
    INFORMING = "informing", "告知期限"
    OBJECTION = "objection", "异议期限"
    SUPERVISION_REPLY = "supervision_reply", "督办回复"
    WHISTLE_ARRIVAL = "whistle_arrival", "吹哨报到"
    COURT_ACCEPTANCE = "court_acceptance", "法院受理（预计）"
    COURT_RULING = "court_ruling", "法院裁定（预计）"
    ENFORCEMENT = "enforcement", "申请执行期限"
    ARBITRATION_LIMIT = "arbitration_limit", "劳动仲裁时效"
    LIMITATION = "limitation", "诉讼时效"
    TRAFFIC_REQUEST = "traffic_request", "共同申请交警调解"


NOT_LEADING = frozenset({ClockKind.SUPERVISION_REPLY, ClockKind.WHISTLE_ARRIVAL})
"""What somebody owes about a case; the case itself is not late by it, so these never lead."""

INVITATIONS = frozenset(
    {
        ClockKind.CONFIRMATION,
        ClockKind.OBJECTION,
        ClockKind.COURT_ACCEPTANCE,
        ClockKind.COURT_RULING,
        ClockKind.ENFORCEMENT,
        ClockKind.TRAFFIC_REQUEST,
    }
)
"""What may be done, and need not, or what a court is expected to do; these lead only when alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseClock:
    """One running clock: ``explanation`` is its arithmetic and source in one sentence.

    ``is_verified`` is False where the rule's number is a local or unconfirmed setting (未核实).
    ``last_moment`` is told where the hour counts: 督办 and 吹哨.
    """

    kind: ClockKind
    start: date
    last_day: date
    explanation: str
    source: str
    is_verified: bool = True
    subject_id: UUID | None = None
    last_moment: datetime | None = None


def leading(clocks: tuple[CaseClock, ...]) -> CaseClock | None:
    """Give the clock that ends first; what only invites or waits for the court leads only when alone."""
    own = [clock for clock in clocks if clock.kind not in NOT_LEADING]
    duties = [clock for clock in own if clock.kind not in INVITATIONS]
    return min(duties or own, key=lambda clock: clock.last_day, default=None)
