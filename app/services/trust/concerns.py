"""What needs somebody and will not go away by itself: told under the bell until it is put right."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.duties.rules import Rules
from app.domain.values.days.moments import Clock, local_day
from app.persistence.store import Store
from app.services.transactions.looking import look

LAST_FOUND = "data.last_found"
"""The setting of the installation that holds how many problems the last check of the data found."""
PROBLEMS_FOUND, HOLIDAYS_UNKNOWN = "problems_found", "holidays_unknown"
_DECEMBER = 12


@dataclass(frozen=True, slots=True)
class Concern:
    """One thing that needs somebody: its code, and the number its sentence names (how many, which year)."""

    code: str
    number: int


class ConcernService:
    """Looks for what stands; cheap enough for every start and every midnight."""

    def __init__(self, store: Store, clock: Clock, rules: Rules) -> None:
        self._store, self._clock, self._rules = store, clock, rules

    def concerns(self) -> tuple[Concern, ...]:
        """Give what stands now, the most pressing first."""
        with look(self._store) as work:
            found = int(work.preferences.get(None, LAST_FOUND) or 0)
        today = local_day(self._clock.now())
        # The notice for the coming year is published in November: in December it can be entered.
        years = (today.year, today.year + 1) if today.month == _DECEMBER else (today.year,)
        unknown = (year for year in years if not self._rules.calendar.knows(year))
        broken = (Concern(PROBLEMS_FOUND, found),) if found else ()
        return (*broken, *(Concern(HOLIDAYS_UNKNOWN, year) for year in unknown))
