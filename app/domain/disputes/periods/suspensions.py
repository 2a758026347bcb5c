"""Suspensions of mediation (中止): from which day, why, and until when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from app.domain.disputes.clocks import Exclusion
from app.domain.disputes.states import CaseState
from app.domain.values.termed import Termed


class SuspensionReason(Termed):
    """Why mediation pauses; only an appraisal stops the periods whose rule excludes appraisals."""

    APPRAISAL = "appraisal", "鉴定"
    ILLNESS = "illness", "疾病"
    FALSE_MEDIATION = "false_mediation", "涉嫌虚假调解"
    DOMESTIC_VIOLENCE = "domestic_violence", "家暴"
    OTHER = "other", "其他"


@dataclass(frozen=True, slots=True, kw_only=True)
class Suspension:
    """Mediation paused from ``from_day`` on; ``resumed_on`` is the first day that counts again.

    ``from_state`` is where the case goes back to.
    """

    id: UUID
    reason: SuspensionReason
    from_day: date
    from_state: CaseState
    note: str = ""
    resumed_on: date | None = None

    @property
    def is_open(self) -> bool:
        """Tell whether mediation still pauses."""
        return self.resumed_on is None

    @property
    def exclusion(self) -> Exclusion:
        """Give what a rule calls these days."""
        return Exclusion.APPRAISAL if self.reason is SuspensionReason.APPRAISAL else Exclusion.SUSPENSION

    @property
    def last_day(self) -> date | None:
        """Give the last day that does not count."""
        return None if self.resumed_on is None else self.resumed_on - timedelta(days=1)
