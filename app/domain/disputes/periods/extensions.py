"""Extensions of the period of mediation (延期): only by the recorded consent of every party."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtensionConsent:
    """One party's consent and its day."""

    id: UUID
    party_id: UUID
    agreed_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Extension:
    """A period moved from its last day to a new one by all parties; ``is_written`` notes the paper."""

    id: UUID
    previous_last_day: date
    new_last_day: date
    is_written: bool
    consents: tuple[ExtensionConsent, ...]
    note: str = ""

    @property
    def agreed_on(self) -> date:
        """Give the day of the last consent: before it nothing was extended."""
        return max(consent.agreed_on for consent in self.consents)
