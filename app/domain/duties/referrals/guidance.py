"""Guidance to one of the six services: an exit beside mediation, never an outcome of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from app.domain.disputes.case_parties import ConsentManner
from app.domain.duties.referrals.interfaces import WaitingFor
from app.domain.errors import InvalidInput, RuleRefusal
from app.domain.values.termed import Termed


class SixServices(Termed):
    """The services a party may be guided to (六位一体)."""

    LEGAL_AID = "legal_aid", "法律援助"
    ADMIN_RECONSIDERATION = "admin_reconsideration", "行政复议"
    ADMIN_ADJUDICATION = "admin_adjudication", "行政裁决"
    ONLINE_PETITION = "online_petition", "网上信访"
    ARBITRATION = "arbitration", "争议仲裁"
    COUNSELLING = "counselling", "心理咨询"


class GuidanceState(Termed):
    """How far a guidance has come."""

    GUIDED = "guided", "已引导"
    APPOINTED = "appointed", "已预约"
    HEARD = "heard", "已有结果"


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceReferral:
    """One party guided to one service; ``consented_on`` allows its data to be given along."""

    id: UUID
    version: int = 0
    case_id: UUID
    service: SixServices
    party_id: UUID
    party_name: str
    office: str
    office_contact: str = ""
    matter: str
    number: str = ""
    guided_on: date
    consent_manner: ConsentManner | None = None
    consented_on: date | None = None
    appointed_on: date | None = None
    appointment_note: str = ""
    heard_on: date | None = None
    outcome: str = ""
    owner_id: UUID
    owner_name: str

    @property
    def state(self) -> GuidanceState:
        """Tell how far it has come."""
        if self.heard_on is not None:
            return GuidanceState.HEARD
        return GuidanceState.GUIDED if self.appointed_on is None else GuidanceState.APPOINTED

    @property
    def waiting(self) -> WaitingFor:
        """Tell what it waits for."""
        return WaitingFor.COUNTERPART if self.heard_on is None else WaitingFor.NOTHING


def check_guidance(guidance: ServiceReferral) -> None:
    """Refuse guidance that does not say where to and for what."""
    if not guidance.office.strip():
        raise InvalidInput("guidance.office_missing", field="office")
    if not guidance.matter.strip():
        raise InvalidInput("guidance.matter_missing", field="matter")


def appoint(guidance: ServiceReferral, *, on: date, note: str) -> ServiceReferral:
    """Note the day on which the office expects the party."""
    _still_open(guidance)
    if on < guidance.guided_on:
        raise InvalidInput("referral.day_too_early", field="on", day=guidance.guided_on.isoformat())
    return replace(guidance, appointed_on=on, appointment_note=note)


def hear(guidance: ServiceReferral, *, on: date, outcome: str) -> ServiceReferral:
    """Note what was heard back; whatever it says, the mediation's own outcome stays as it is."""
    _still_open(guidance)
    if not outcome.strip():
        raise InvalidInput("guidance.outcome_missing", field="outcome")
    if on < guidance.guided_on:
        raise InvalidInput("referral.day_too_early", field="on", day=guidance.guided_on.isoformat())
    return replace(guidance, heard_on=on, outcome=outcome)


def pass_guidance(guidance: ServiceReferral, *, owner_id: UUID, owner_name: str) -> ServiceReferral:
    """Put it into the hands of another member of staff."""
    _still_open(guidance)
    return replace(guidance, owner_id=owner_id, owner_name=owner_name)


def _still_open(guidance: ServiceReferral) -> None:
    if guidance.heard_on is not None:
        raise RuleRefusal("guidance.already_heard", service=guidance.service.term)
