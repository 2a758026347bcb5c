"""What the page of performance shows: one frozen line per item, per visit, per matter before the court."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.domain.disputes.case_lines import CaseLine
from app.domain.settlements.agreements import MediationAgreement
from app.domain.settlements.confirmation import JudicialConfirmation
from app.domain.settlements.performance.items import PerformanceItem
from app.domain.values.money import Money
from app.domain.values.termed import Termed


class DueView(Termed):
    """The four tabs of the page."""

    DUE = "due", "应付款项"
    OVERDUE = "overdue", "逾期"
    VISITS = "visits", "回访"
    COURT = "court", "司法确认"


@dataclass(frozen=True, slots=True, kw_only=True)
class DueLine:
    """One open item with what came in for it and the day it was last urged."""

    case: CaseLine
    plan_id: UUID
    item: PerformanceItem
    received: Money
    urged_on: date | None = None

    @property
    def owed(self) -> Money:
        """Give what is still to be paid; nothing for acts."""
        return (
            Money.zero() if self.item.amount is None else max(self.item.amount - self.received, Money.zero())
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class DueWeek:
    """How much falls due in the week that begins on a Monday."""

    monday: date
    count: int
    owed: Money


@dataclass(frozen=True, slots=True, kw_only=True)
class CourtLine:
    """An application before the court, or an agreement for which one may still be made.

    ``last_day`` is the last day to apply, or the day by which the court is expected to act.
    """

    case: CaseLine
    agreement: MediationAgreement
    confirmation: JudicialConfirmation | None
    last_day: date | None
    explanation: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PerformanceCounts:
    """How much waits in each tab; ``due_soon`` counts the next seven days."""

    due: int
    due_soon: int
    overdue: int
    visits: int
    visits_late: int
    court: int
