"""What happened, as far as rules ask: the days of events, of the case and of each agreement."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from app.domain.disputes.periods.triggers import Trigger

Days = Mapping[Trigger, date]


@dataclass(frozen=True, slots=True, kw_only=True)
class FactSheet:
    """The events of one subject: of the case (no id, no name), or of one agreement under its number.

    ``words`` say more of an event than its name, where it is told: who, and the number of a paper.
    """

    subject_id: UUID | None = None
    name: str = ""
    days: Days
    moments: Mapping[Trigger, datetime] = field(default_factory=dict)
    words: Mapping[Trigger, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Events:
    """The sheets of one case.

    A visit somebody planned (``has_planned_visit``) takes the place of the one that the rule asks for.
    """

    of_case: FactSheet
    of_agreements: tuple[FactSheet, ...] = ()
    has_planned_visit: bool = False
