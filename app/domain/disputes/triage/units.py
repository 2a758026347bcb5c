"""Units that handle disputes: centres, stations and rooms of each tier, committees and departments."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from app.domain.disputes.sources import CaseSource, MediationChannel
from app.domain.values.termed import Termed


class UnitKind(Termed):
    """What a unit is; a centre or station is a platform, only a committee has a seal for agreements."""

    CENTRE = "centre", "中心"
    STATION = "station", "站"
    ROOM = "room", "室"
    COMMITTEE = "committee", "调解委员会"
    DEPARTMENT = "department", "部门"


@dataclass(frozen=True, slots=True, kw_only=True)
class HandlingUnit:
    """A unit with its tier (分级) and what it is competent for (归口).

    ``territory`` holds grid codes or words of a place; empty tuples limit nothing. ``organisation_id``
    is set where the unit works in this very database: then its mediators can be proposed too.
    """

    id: UUID
    version: int = 0
    name: str
    kind: UnitKind = UnitKind.COMMITTEE
    tier: str = ""
    parent_id: UUID | None = None
    organisation_id: UUID | None = None
    channel: MediationChannel = MediationChannel.PEOPLES
    dispute_types: tuple[str, ...] = ()
    sources: tuple[CaseSource, ...] = ()
    territory: tuple[str, ...] = ()
    contact: str = ""
    phone: str = ""
    note: str = ""
    is_active: bool = True

    def covers(self, place: str, grid_code: str) -> bool:
        """Tell whether a place lies in the territory; a unit without territory covers none in particular."""
        words = "".join(place.split())
        return any(
            (grid_code and grid_code.startswith(part)) or "".join(part.split()) in words
            for part in self.territory
            if part.strip()
        )
