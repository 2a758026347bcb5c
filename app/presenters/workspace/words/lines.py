"""One line of a card of the overview."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from app.domain.trust.reveals import MaskedNumber


@dataclass(frozen=True, slots=True)
class Line:
    """What a line is called and what it says; ``tone`` is a colour of the style.

    ``number`` and ``party_id`` say whose number is masked in it and may be shown.
    """

    label: str
    value: str
    tone: str = "text"
    number: MaskedNumber | None = None
    party_id: UUID | None = None
