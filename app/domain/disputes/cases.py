"""The case: one dispute as the centre handles it, with its parties, consents and mediators."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from app.domain.disputes.case_parties import CaseParty, ConsentAnswer, ConsentInquiry, PartySide
from app.domain.disputes.channels.fees import AgreedFee
from app.domain.disputes.channels.publicity import PublicityConsent
from app.domain.disputes.channels.starting import StartGround
from app.domain.disputes.disclosures import Disclosure, RecusalRequest
from app.domain.disputes.handling import CoOrganisation, HandlingMode, TriageDecision
from app.domain.disputes.levels import CaseLevel
from app.domain.disputes.particulars.medical import MedicalTreatment
from app.domain.disputes.particulars.traffic import TrafficAccident
from app.domain.disputes.periods.extensions import Extension
from app.domain.disputes.periods.suspensions import Suspension
from app.domain.disputes.periods.triggers import Trigger, TriggerDay
from app.domain.disputes.risk_dismissals import RiskDismissal
from app.domain.disputes.sources import CaseSource, MediationChannel, RiskFlag, RiskLevel
from app.domain.disputes.states import CLOSED_STATES, CaseState, Stage, stage_of
from app.domain.disputes.turns import (
    Departure,
    Escalation,
    HandOver,
    PoliceReport,
    Reopening,
    Transfer,
)
from app.domain.values.money import Money
from app.domain.values.termed import Termed


class MediatorRole(Termed):
    """What a member of staff does in a case (人民调解法 art. 19: one or several mediators)."""

    FIRST = "first", "首席调解员"
    SECOND = "second", "调解员"
    RECORDER = "recorder", "记录人"


class SelectedBy(Termed):
    """Who chose the mediator (人民调解法 art. 19)."""

    COMMITTEE = "committee", "调委会指定"
    PARTIES = "parties", "当事人选择"


class NonAcceptanceReason(Termed):
    """Why a dispute is not taken."""

    PARTY_REFUSED = "party_refused", "一方当事人明确拒绝调解"
    NO_REPLY = "no_reply", "多次征求意见，当事人未答复"
    RESERVED_BY_LAW = "reserved_by_law", "依法应由专门机关管辖或者禁止调解"
    ALREADY_HANDLED = "already_handled", "人民法院、公安机关或者其他机关已经受理或者处理"
    UNCLEAR = "unclear", "没有明确的被申请人或者调解请求"
    OTHER = "other", "其他"


class TerminationReason(Termed):
    """Why mediation ends without an agreement."""

    PERIOD_OVER = "period_over", "期限届满未达成协议，且无延期合意"
    WITHDRAWN = "withdrawn", "一方撤回申请或者不接受继续调解"
    TOO_FAR_APART = "too_far_apart", "分歧较大，难以达成一致"
    BAD_FAITH = "bad_faith", "当事人恶意串通损害他人利益"
    CONCEALMENT = "concealment", "当事人隐瞒重要事实、提供虚假情况或者拖延"
    UNREACHABLE = "unreachable", "无法联系当事人"
    REFUSED_TO_SIGN = "refused_to_sign", "一方拒绝签名、盖章"
    SETTLED_PRIVATELY = "settled_privately", "当事人自行和解"
    SUED = "sued", "一方已提起诉讼或者仲裁"
    CHANNEL_CHANGED = "channel_changed", "改走其他渠道，另案办理"
    OTHER = "other", "其他"


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseMediator:
    """A member of staff appointed or chosen for a case, with the name as it was that day."""

    id: UUID
    staff_id: UUID
    name: str
    role: MediatorRole
    selected_by: SelectedBy = SelectedBy.COMMITTEE
    assigned_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class FormerMediator:
    """A member of staff who served in a case and was replaced: from when to when, and why."""

    id: UUID
    staff_id: UUID
    name: str
    role: MediatorRole
    assigned_on: date
    ended_on: date
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """The aggregate root of a dispute; sessions, agreements and duties refer to it by id.

    ``received_at`` is the moment of the request: it interrupts limitation (诉讼时效规定
    art. 12) and never changes after registration. ``headcount`` counts the people concerned.
    """

    id: UUID
    version: int = 0
    intake_number: str
    state: CaseState = CaseState.REGISTERED
    title: str
    source: CaseSource
    source_note: str = ""
    dispute_type: str
    amount: Money | None = None
    place: str = ""
    facts: str
    requests: str = ""
    headcount: int = 0
    risk_flags: tuple[RiskFlag, ...] = ()
    risk: RiskLevel = RiskLevel.LOW
    channel: MediationChannel = MediationChannel.PEOPLES
    channel_code: str = ""
    tier: str = ""
    levels: tuple[CaseLevel, ...] = ()
    handling_mode: HandlingMode | None = None
    triages: tuple[TriageDecision, ...] = ()
    co_organisations: tuple[CoOrganisation, ...] = ()
    risk_dismissals: tuple[RiskDismissal, ...] = ()
    organisation_id: UUID
    studio_id: UUID | None = None
    received_at: datetime
    registered_at: datetime
    registrar_id: UUID
    registrar_name: str
    parties: tuple[CaseParty, ...]
    consents: tuple[ConsentInquiry, ...] = ()
    mediators: tuple[CaseMediator, ...] = ()
    suspensions: tuple[Suspension, ...] = ()
    extensions: tuple[Extension, ...] = ()
    trigger_days: tuple[TriggerDay, ...] = ()
    former_mediators: tuple[FormerMediator, ...] = ()
    disclosures: tuple[Disclosure, ...] = ()
    recusals: tuple[RecusalRequest, ...] = ()
    accepted_on: date | None = None
    non_acceptance_reason: NonAcceptanceReason | None = None
    non_acceptance_note: str = ""
    rights_notice_on: date | None = None
    termination_reason: TerminationReason | None = None
    termination_note: str = ""
    routes_told: bool = False
    ended_on: date | None = None
    effective_on: date | None = None
    performed_on: date | None = None
    performance_note: str = ""
    followed_up_on: date | None = None
    closed_on: date | None = None
    hand_overs: tuple[HandOver, ...] = ()
    escalations: tuple[Escalation, ...] = ()
    transfers: tuple[Transfer, ...] = ()
    police_reports: tuple[PoliceReport, ...] = ()
    departures: tuple[Departure, ...] = ()
    reopenings: tuple[Reopening, ...] = ()
    start_grounds: tuple[StartGround, ...] = ()
    publicity: tuple[PublicityConsent, ...] = ()
    fees: tuple[AgreedFee, ...] = ()
    accidents: tuple[TrafficAccident, ...] = ()
    treatments: tuple[MedicalTreatment, ...] = ()

    @property
    def stage(self) -> Stage:
        """Give the stepper's current step."""
        return stage_of(self.state)

    @property
    def is_open(self) -> bool:
        """Tell whether anything may still happen in this case."""
        return self.state not in CLOSED_STATES

    @property
    def is_initiative(self) -> bool:
        """Tell mediation on the committee's own initiative (art. 17): no application form exists."""
        return self.source is CaseSource.INITIATIVE

    @property
    def holder(self) -> str:
        """Give the organisation a case was handed to; empty while this one holds it."""
        return self.transfers[-1].receiver if self.transfers else ""

    @property
    def begun_anew_on(self) -> date | None:
        """Give the day a finished case was last taken up again."""
        return self.reopenings[-1].on if self.reopenings else None

    def on_side(self, side: PartySide) -> tuple[CaseParty, ...]:
        """Give the parties of one side, in order of registration."""
        return tuple(party for party in self.parties if party.side is side)

    def party(self, party_id: UUID) -> CaseParty | None:
        """Find a party of this case."""
        return next((party for party in self.parties if party.id == party_id), None)

    def consent_of(self, party_id: UUID) -> ConsentAnswer | None:
        """Give a party's last answer, or None when it was never asked."""
        answers = [inquiry.answer for inquiry in self.consents if inquiry.party_id == party_id]
        return answers[-1] if answers else None

    def not_yet_consenting(self) -> tuple[CaseParty, ...]:
        """Give the parties whose consent is not recorded (art. 17)."""
        return tuple(p for p in self.parties if self.consent_of(p.id) is not ConsentAnswer.AGREED)

    def refusing(self) -> tuple[CaseParty, ...]:
        """Give the parties that clearly refused; any of them is a hard stop (art. 17)."""
        return tuple(p for p in self.parties if self.consent_of(p.id) is ConsentAnswer.REFUSED)

    def mediators_in(self, *roles: MediatorRole) -> tuple[CaseMediator, ...]:
        """Give the staff who serve in one of the roles."""
        return tuple(m for m in self.mediators if m.role in roles)

    @property
    def mediating(self) -> tuple[str, ...]:
        """Give the names of those who mediate, recorders aside."""
        return tuple(m.name for m in self.mediators_in(MediatorRole.FIRST, MediatorRole.SECOND))

    def is_waived(self, staff_id: UUID) -> bool:
        """Tell whether every party accepts a mediator whose relation was disclosed."""
        parties = frozenset(party.id for party in self.parties)
        told = [entry for entry in self.disclosures if entry.staff_id == staff_id]
        return bool(told) and told[-1].is_waived_by(parties)

    @property
    def level(self) -> CaseLevel | None:
        """Give the level of the ladder the case stands on."""
        return self.levels[-1] if self.levels else None

    @property
    def suspension(self) -> Suspension | None:
        """Give the suspension that goes on, or None."""
        return self.suspensions[-1] if self.suspensions and self.suspensions[-1].is_open else None

    def trigger_day(self, trigger: Trigger) -> TriggerDay | None:
        """Find the recorded day of an event outside the room."""
        return next((day for day in self.trigger_days if day.trigger is trigger), None)

    @property
    def lead(self) -> CaseMediator | None:
        """Give the first mediator, who carries the case."""
        first = self.mediators_in(MediatorRole.FIRST)
        return first[0] if first else None
