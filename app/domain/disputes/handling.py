"""How a dispute is handled: the mode of meeting the parties, those who help, and how it was sent there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from app.domain.disputes.sources import MediationChannel
from app.domain.errors import InvalidInput
from app.domain.values.termed import Termed


class HandlingMode(Termed):
    """How the parties are met: at the door, online, by phone, or with patience among kin and neighbours."""

    AT_THE_DOOR = "at_the_door", "上门"
    ONLINE = "online", "线上"
    BY_PHONE = "by_phone", "电话"
    WITH_HEART = "with_heart", "融情"


@dataclass(frozen=True, slots=True, kw_only=True)
class TriageDecision:
    """What the program advised and what people chose; another choice always has its reason.

    ``advised_reasons`` are the reasons of the advice as they were shown, one a line.
    """

    id: UUID
    decided_at: datetime
    decided_by: str
    advised_unit: str = ""
    advised_channel: MediationChannel | None = None
    advised_points: int = 0
    advised_reasons: str = ""
    unit_id: UUID | None = None
    unit_name: str
    channel: MediationChannel
    override_reason: str = ""

    @property
    def is_as_advised(self) -> bool:
        """Tell whether the advice was taken."""
        return self.unit_name == self.advised_unit and self.channel is self.advised_channel


@dataclass(frozen=True, slots=True, kw_only=True)
class CoOrganisation:
    """A unit that mediates together with the leading one (互动调解), with whom to call."""

    id: UUID
    name: str
    duty: str = ""
    contact: str = ""
    phone: str = ""


def check_decision(decision: TriageDecision) -> None:
    """Refuse another choice than the advised one without a reason: nothing is overridden silently."""
    was_advised = bool(decision.advised_unit)
    if was_advised and not decision.is_as_advised and not decision.override_reason.strip():
        raise InvalidInput("triage.reason_missing", field="override_reason", unit=decision.advised_unit)
