"""What lists of cases ask for and show: filters, sort order and one frozen line per case."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from app.domain.disputes.clocks import ClockKind, Exclusion
from app.domain.disputes.sources import CaseSource, MediationChannel, RiskLevel
from app.domain.disputes.states import CaseState, Stage
from app.domain.values.termed import Termed


class CaseView(Termed):
    """The built-in views above the list of cases."""

    OPEN = "open", "全部在办"
    MINE = "mine", "我承办"
    DUE_SOON = "due_soon", "临期"
    OVERDUE = "overdue", "超期"
    TO_FOLLOW_UP = "to_follow_up", "待回访"
    CLOSED = "closed", "已办结"
    ALL = "all", "全部"


class CaseSort(Termed):
    """The orders of the list; the second key is always the due day, then the newest first."""

    DUE = "due", "期限"
    TITLE = "title", "案由"
    REGISTERED = "registered", "登记时间"
    RISK = "risk", "风险"
    STAGE = "stage", "阶段"


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFilter:
    """Which cases are wanted; empty tuples and None do not narrow. ``text`` searches as the palette does."""

    view: CaseView = CaseView.OPEN
    channels: tuple[MediationChannel, ...] = ()
    types: tuple[str, ...] = ()
    sources: tuple[CaseSource, ...] = ()
    stages: tuple[Stage, ...] = ()
    tiers: tuple[str, ...] = ()
    lead_ids: tuple[UUID, ...] = ()
    risks: tuple[RiskLevel, ...] = ()
    registered_from: date | None = None
    registered_to: date | None = None
    text: str = ""
    sort: CaseSort = CaseSort.DUE
    is_descending: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseLine:
    """One case as lists show it; ``due_on`` is the clock that ends first, ``due_told`` its sentence.

    A suspended case tells in ``paused_for`` what it waits for.
    """

    id: UUID
    intake_number: str
    title: str
    dispute_type: str
    source: CaseSource
    channel: MediationChannel
    state: CaseState
    tier: str
    risk: RiskLevel
    applicants: str
    respondents: str
    headcount: int
    lead_id: UUID | None
    lead_name: str
    registered_at: datetime
    due_on: date | None
    due_kind: ClockKind | None
    due_told: str | None = None
    paused_for: Exclusion | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedView:
    """A filter a user kept under a name."""

    id: UUID
    user_id: UUID
    name: str
    filter: CaseFilter


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyCase:
    """One case that a party of the register takes part in."""

    case_id: UUID
    intake_number: str
    title: str
    state: CaseState
    registered_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseHit:
    """One answer of the search over cases: what matched is in ``line``."""

    line: CaseLine
    matched: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Workload:
    """How many open cases there are, of how many a clock runs, and of how many it ends when."""

    open: int
    running: int
    overdue: int
    today: int
    near: int
