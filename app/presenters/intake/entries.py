"""What stands in the fields of the intake page, as typed: valid or not, it is what a draft keeps."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from uuid import UUID

from app.domain.disputes.case_parties import PartySide
from app.domain.disputes.sources import CaseSource, MediationChannel, RiskFlag, RiskLevel
from app.domain.duties.referrals.interfaces import CourtProcedure
from app.domain.people.agents import AgentKind, AuthorityScope
from app.domain.people.parties import IdentityKind, PartyKind
from app.domain.values.ids import new_id
from app.domain.values.plain import from_json, to_json
from app.domain.values.sex import Sex


@dataclass(slots=True, kw_only=True)
class AgentEntry:
    """An agent being typed."""

    id: UUID
    kind: AgentKind = AgentKind.CLOSE_RELATIVE
    name: str = ""
    relation: str = ""
    phone: str = ""
    identity_number: str = ""
    workplace: str = ""
    licence_number: str = ""
    authority: tuple[AuthorityScope, ...] = ()
    authority_note: str = ""


@dataclass(slots=True, kw_only=True)
class PartyEntry:
    """A party being typed; ``is_kind_chosen`` means the user said what it is, so nothing suggests another."""

    id: UUID
    side: PartySide
    kind: PartyKind = PartyKind.NATURAL_PERSON
    is_kind_chosen: bool = False
    is_open: bool = False
    is_more_open: bool = False
    record_id: UUID | None = None
    name: str = ""
    identity_kind: IdentityKind = IdentityKind.RESIDENT_CARD
    identity_number: str = ""
    phone: str = ""
    language: str = ""
    sex: Sex | None = None
    birth_date: str = ""
    stated_age: str = ""
    ethnicity: str = ""
    occupation: str = ""
    workplace: str = ""
    address: str = ""
    former_name: str = ""
    headcount: str = ""
    is_group_representative: bool = False
    credit_code: str = ""
    contact_person: str = ""
    legal_representative: str = ""
    legal_representative_post: str = ""
    agents: tuple[AgentEntry, ...] = ()
    not_these: tuple[UUID, ...] = ()
    """Entries of the register of which the user said: not the same person."""

    @property
    def is_person(self) -> bool:
        """Tell a natural person from an organisation."""
        return self.kind is PartyKind.NATURAL_PERSON

    @property
    def is_blank(self) -> bool:
        """Tell a card nobody has typed into; it is left out of the case."""
        return not any(getattr(self, name) for name in _TYPED_FIELDS)

    def agent(self, agent_id: UUID) -> AgentEntry | None:
        """Find one of its agents."""
        return next((agent for agent in self.agents if agent.id == agent_id), None)


_LAYOUT = {"id", "side", "kind", "is_kind_chosen", "is_open", "is_more_open", "identity_kind", "not_these"}
_TYPED_FIELDS = tuple(entry.name for entry in fields(PartyEntry) if entry.name not in _LAYOUT)


@dataclass(frozen=True, slots=True, kw_only=True)
class DismissedRisk:
    """A warning the user set aside, and why."""

    code: str
    name: str
    reason: str


@dataclass(slots=True, kw_only=True)
class IntakeEntry:
    """The whole page; ``risk`` None follows the suggestion.

    ``unit_id`` is the unit the user chose to send the dispute to; None follows the advice.
    ``seconds`` is how long the user has been at it, sittings before this one included.
    """

    source: CaseSource = CaseSource.WINDOW
    source_note: str = ""
    order_counterpart: str = ""
    order_number: str = ""
    order_contact: str = ""
    order_sent: str = ""
    order_arrived: str = ""
    order_due: str = ""
    order_procedure: CourtProcedure | None = None
    order_caller: str = ""
    order_demand: str = ""
    dispute_type: str = ""
    amount: str = ""
    place: str = ""
    title: str = ""
    facts: str = ""
    requests: str = ""
    risk_flags: tuple[RiskFlag, ...] = ()
    risk: RiskLevel | None = None
    channel: MediationChannel = MediationChannel.PEOPLES
    tier: str = ""
    studio_id: UUID | None = None
    unit_id: UUID | None = None
    override_reason: str = ""
    dismissed: tuple[DismissedRisk, ...] = ()
    parties: tuple[PartyEntry, ...] = field(default_factory=tuple)
    seconds: int = 0

    def on_side(self, side: PartySide) -> tuple[PartyEntry, ...]:
        """Give the parties of one side in order."""
        return tuple(party for party in self.parties if party.side is side)

    def party(self, party_id: UUID) -> PartyEntry | None:
        """Find a party."""
        return next((party for party in self.parties if party.id == party_id), None)

    def open_on(self, side: PartySide) -> PartyEntry | None:
        """Give the party whose fields are shown on a side; at most one is."""
        return next((party for party in self.on_side(side) if party.is_open), None)

    @property
    def is_blank(self) -> bool:
        """Tell a page on which nothing has been typed."""
        told = any((self.source_note, self.dispute_type, self.amount, self.place, self.title))
        told = told or any((self.facts, self.requests, self.risk_flags))
        told = told or any(getattr(self, name) for name in ORDER_FIELDS)
        return not told and all(party.is_blank for party in self.parties)


ORDER_FIELDS = tuple(entry.name for entry in fields(IntakeEntry) if entry.name.startswith("order_"))
"""The fields of the paper the dispute came with."""


def blank_party(side: PartySide) -> PartyEntry:
    """Make an empty party, open for typing."""
    return PartyEntry(id=new_id(), side=side, is_open=True)


def blank_entry() -> IntakeEntry:
    """Make an empty page: one applicant and one respondent, as nearly every dispute has."""
    return IntakeEntry(parties=(blank_party(PartySide.APPLICANT), blank_party(PartySide.RESPONDENT)))


def to_payload(entry: IntakeEntry) -> str:
    """Write the page as a draft keeps it."""
    return to_json(entry)


def from_payload(payload: str) -> IntakeEntry:
    """Read a draft back; raises ValueError, TypeError or AttributeError for what is none."""
    return from_json(IntakeEntry, payload)
