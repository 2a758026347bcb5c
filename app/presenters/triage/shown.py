"""What the cards of advice and of warnings are told to show, and the contract of their view."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol
from uuid import UUID


@dataclass(frozen=True, slots=True)
class ReasonLine:
    """One reason: the sentence, its points (+40), and whether it speaks for the suggestion."""

    text: str
    points: str
    is_met: bool


@dataclass(frozen=True, slots=True)
class OtherLine:
    """The second or third suggestion: 次选, its channel and unit, its points."""

    place: str
    text: str
    points: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AdviceOffer:
    """The advice as the card shows it; ``units`` are all that may be chosen instead, as (id, words).

    ``chosen`` is the unit the dispute will go to, ``asks_reason`` that another than advised was chosen,
    ``demand`` what the level of risk demands here.
    """

    channel: str
    unit: str
    who: str
    points: str
    reasons: tuple[ReasonLine, ...]
    others: tuple[OtherLine, ...]
    units: tuple[tuple[UUID, str], ...]
    chosen: UUID | None
    is_taken: bool
    asks_reason: bool
    why_chosen: tuple[ReasonLine, ...]
    mode: str
    demand: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RiskWarning:
    """One warning: its name, what set it off, what it demands; ``dismissed`` is why it was set aside."""

    code: str
    title: str
    told: str
    demand: str
    is_grave: bool
    dismissed: str = ""


class AdviceView(Protocol):
    """The two cards, told what to show."""

    def show_advice(self, offer: AdviceOffer | None) -> None:
        """Show the advice; None hides the card."""

    def show_risks(self, warnings: tuple[RiskWarning, ...]) -> None:
        """Show the warnings; none hides the card."""
