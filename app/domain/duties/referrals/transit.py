"""The handing-over list: what is between organs, what it waits for, and who answers for it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.domain.duties.referrals.interfaces import ReferralDirection, WaitingFor
from app.domain.values.termed import Termed


class DealingKind(Termed):
    """What kind of thing a line of the list is."""

    REFERRAL = "referral", "对接"
    GUIDANCE = "guidance", "引导服务"
    ORDER = "order", "工单"


class TransitView(Termed):
    """The tabs of the list; each but the first shows what waits for one thing."""

    ALL = "all", "全部"
    SIGNATURE = "signature", "待签收"
    COUNTERPART = "counterpart", "在途"
    REPLY = "reply", "待回复"
    TAKING_BACK = "taking_back", "已退回"


@dataclass(frozen=True, slots=True, kw_only=True)
class TransitFilter:
    """What of the list is wanted; empty values do not narrow."""

    view: TransitView = TransitView.ALL
    owner_id: UUID | None = None
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TransitOwner:
    """Who answers for how many things in transit."""

    id: UUID
    name: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TransitLine:
    """One line: ``topic`` and ``state`` are codes of the lists its kind is told in."""

    id: UUID
    link: DealingKind
    case_id: UUID
    intake_number: str
    case_title: str
    topic: str
    direction: ReferralDirection | None
    counterpart: str
    number: str
    state: str
    waiting: WaitingFor
    begun_on: date
    due_on: date | None
    owner_id: UUID
    owner_name: str
