"""The shapes of the overview: cards with lines and buttons."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from app.domain.trust.reveals import MaskedNumber


@dataclass(frozen=True, slots=True)
class CardAct:
    """A button of a card: the form it opens, about whom."""

    key: str
    text: str
    subject: UUID | None = None
    part: UUID | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a card: what it is called and what it says, with the buttons beside it.

    ``tone`` is a colour of the style; ``number`` and ``party_id`` say whose number is masked in it
    and may be shown.
    """

    label: str
    value: str
    tone: str = "text"
    acts: tuple[CardAct, ...] = ()
    number: MaskedNumber | None = None
    party_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class AgentLine:
    """An agent of a party with the buttons beside it."""

    text: str
    acts: tuple[CardAct, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OverviewCard:
    """One card; ``consent`` is the state of a party's consent as (tone, words), ``icon`` marks 督办, 吹哨."""

    key: str
    title: str
    note: str = ""
    lines: tuple[Line, ...]
    acts: tuple[CardAct, ...] = ()
    consent: tuple[str, str] | None = None
    earlier: tuple[str, ...] = ()
    agents: tuple[AgentLine, ...] = ()
    icon: str = ""
