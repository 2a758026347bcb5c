"""What may happen to a case beside its steps: raised, handed over, reported, left, taken up again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from app.domain.disputes.sources import RiskLevel
from app.domain.disputes.states import CaseState
from app.domain.values.termed import Termed


class Route(Termed):
    """The ways that must be told when mediation ends without agreement (人民调解法 art. 26)."""

    ARBITRATION = "arbitration", "仲裁"
    ADMINISTRATIVE = "administrative", "行政处理"
    COURT = "court", "诉讼"


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOver:
    """One route told to the parties, to which organ it leads, and which papers they take along."""

    id: UUID
    route: Route
    organ: str = ""
    papers: tuple[str, ...] = ()
    told_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Escalation:
    """A case raised to a higher tier or risk, with both values before and after."""

    id: UUID
    on: date
    reason: str
    from_tier: str = ""
    to_tier: str = ""
    from_risk: RiskLevel
    to_risk: RiskLevel


@dataclass(frozen=True, slots=True, kw_only=True)
class Transfer:
    """A case handed to another organisation, or taken back: an empty ``receiver`` is this organisation."""

    id: UUID
    on: date
    receiver: str = ""
    reason: str
    papers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PoliceReport:
    """What was reported at once because a dispute may become an offence (人民调解法 art. 25)."""

    id: UUID
    at: datetime
    receiver: str
    told: str
    measures: str = ""
    document: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Departure:
    """How a case left before mediation was over: withdrawn by a party, guided elsewhere, or merged.

    ``into_id`` is the case it was merged into; ``reason`` is in the words of who recorded it.
    """

    id: UUID
    on: date
    state: CaseState
    reason: str
    party_id: UUID | None = None
    party_name: str = ""
    into_id: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reopening:
    """A finished case taken up again: why, who approved it, and how it had ended.

    What the case said of its former end is kept here and in the history; its papers stay as they are.
    """

    id: UUID
    on: date
    reason: str
    approver: str
    from_state: CaseState
    ended_on: date | None = None
    ending: str = ""
