"""Tables of cases, their parties, agents, consents and mediators, and the line each case shows in lists."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKey, ForeignKeyConstraint, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.domain.disputes.case_parties import ConsentAnswer, ConsentManner, PartySide
from app.domain.disputes.cases import MediatorRole, NonAcceptanceReason, SelectedBy, TerminationReason
from app.domain.disputes.channels.fees import AgreedFee
from app.domain.disputes.channels.publicity import PublicityConsent
from app.domain.disputes.channels.starting import StartGround
from app.domain.disputes.clocks import ClockKind, Exclusion
from app.domain.disputes.handling import HandlingMode
from app.domain.disputes.particulars.medical import MedicalTreatment
from app.domain.disputes.particulars.traffic import TrafficAccident
from app.domain.disputes.sources import CaseSource, MediationChannel, RiskFlag, RiskLevel
from app.domain.disputes.states import CaseState, Stage
from app.domain.disputes.turns import (
    Departure,
    Escalation,
    HandOver,
    PoliceReport,
    Reopening,
    Transfer,
)
from app.domain.people.agents import AgentKind, AuthorityScope
from app.domain.values.money import Money
from app.domain.values.sex import Sex
from app.persistence.rows.case_decisions import (
    CaseLevelRow,
    CoOrganisationRow,
    DisclosureRow,
    FormerMediatorRow,
    RecusalRow,
    RiskDismissalRow,
    TriageRow,
)
from app.persistence.rows.columns import Codes, DueDay, Ranked, Seldom, Words
from app.persistence.rows.declared import Child, Root, Row, SchemaArguments, owner, refers_to
from app.persistence.rows.people import PartyDetailsColumns
from app.persistence.rows.watch.deadlines import CaseExtensionRow, SuspensionRow, TriggerDayRow

_BY_CODE_POINT = Words().with_variant(Words(collation="C"), "postgresql")
"""Sorts alike on both databases."""


class CaseRow(Root):
    """A dispute."""

    __tablename__ = "cases"
    __table_args__: SchemaArguments = (UniqueConstraint("organisation_id", "intake_number"),)

    intake_number: Mapped[str]
    state: Mapped[CaseState]
    title: Mapped[str]
    source: Mapped[CaseSource]
    source_note: Mapped[str]
    dispute_type: Mapped[str]
    amount: Mapped[Money | None]
    place: Mapped[str]
    facts: Mapped[str]
    requests: Mapped[str]
    headcount: Mapped[int]
    risk_flags: Mapped[tuple[RiskFlag, ...]] = mapped_column(Codes(RiskFlag))
    risk: Mapped[RiskLevel]
    channel: Mapped[MediationChannel]
    channel_code: Mapped[str]
    tier: Mapped[str]
    handling_mode: Mapped[HandlingMode | None]
    organisation_id: Mapped[UUID] = mapped_column(refers_to("organisations.id"))
    studio_id: Mapped[UUID | None]
    received_at: Mapped[datetime]
    registered_at: Mapped[datetime]
    registrar_id: Mapped[UUID]
    registrar_name: Mapped[str]
    accepted_on: Mapped[date | None]
    non_acceptance_reason: Mapped[NonAcceptanceReason | None]
    non_acceptance_note: Mapped[str]
    rights_notice_on: Mapped[date | None]
    termination_reason: Mapped[TerminationReason | None]
    termination_note: Mapped[str]
    routes_told: Mapped[bool]
    ended_on: Mapped[date | None]
    effective_on: Mapped[date | None]
    performed_on: Mapped[date | None]
    performance_note: Mapped[str]
    followed_up_on: Mapped[date | None]
    closed_on: Mapped[date | None]
    hand_overs: Mapped[tuple[HandOver, ...] | None] = mapped_column(Seldom(HandOver))
    escalations: Mapped[tuple[Escalation, ...] | None] = mapped_column(Seldom(Escalation))
    transfers: Mapped[tuple[Transfer, ...] | None] = mapped_column(Seldom(Transfer))
    police_reports: Mapped[tuple[PoliceReport, ...] | None] = mapped_column(Seldom(PoliceReport))
    departures: Mapped[tuple[Departure, ...] | None] = mapped_column(Seldom(Departure))
    reopenings: Mapped[tuple[Reopening, ...] | None] = mapped_column(Seldom(Reopening))
    start_grounds: Mapped[tuple[StartGround, ...] | None] = mapped_column(Seldom(StartGround))
    publicity: Mapped[tuple[PublicityConsent, ...] | None] = mapped_column(Seldom(PublicityConsent))
    fees: Mapped[tuple[AgreedFee, ...] | None] = mapped_column(Seldom(AgreedFee))
    accidents: Mapped[tuple[TrafficAccident, ...] | None] = mapped_column(Seldom(TrafficAccident))
    treatments: Mapped[tuple[MedicalTreatment, ...] | None] = mapped_column(Seldom(MedicalTreatment))
    parties: Mapped[list[CasePartyRow]] = relationship(
        lazy="selectin", cascade="all, delete-orphan", order_by="CasePartyRow.position"
    )
    consents: Mapped[list[ConsentRow]] = relationship(
        lazy="selectin", cascade="all, delete-orphan", order_by="ConsentRow.position"
    )
    mediators: Mapped[list[CaseMediatorRow]] = relationship(
        lazy="selectin", cascade="all, delete-orphan", order_by="CaseMediatorRow.position"
    )
    suspensions: Mapped[list[SuspensionRow]] = relationship(
        lazy="selectin", cascade="all, delete-orphan", order_by="SuspensionRow.position"
    )
    extensions: Mapped[list[CaseExtensionRow]] = relationship(
        lazy="selectin", cascade="all, delete-orphan", order_by="CaseExtensionRow.position"
    )
    trigger_days: Mapped[list[TriggerDayRow]] = relationship(
        lazy="selectin", cascade="all, delete-orphan", order_by="TriggerDayRow.position"
    )
    levels: Mapped[list[CaseLevelRow]] = relationship(
        lazy="selectin", cascade="all, delete-orphan", order_by="CaseLevelRow.position"
    )
    former_mediators: Mapped[list[FormerMediatorRow]] = relationship(
        lazy="selectin", cascade="all, delete-orphan", order_by="FormerMediatorRow.position"
    )
    disclosures: Mapped[list[DisclosureRow]] = relationship(
        lazy="selectin", cascade="all, delete-orphan", order_by="DisclosureRow.position"
    )
    recusals: Mapped[list[RecusalRow]] = relationship(
        lazy="selectin", cascade="all, delete-orphan", order_by="RecusalRow.position"
    )
    triages: Mapped[list[TriageRow]] = relationship(
        lazy="selectin", cascade="all, delete-orphan", order_by="TriageRow.position"
    )
    co_organisations: Mapped[list[CoOrganisationRow]] = relationship(
        lazy="selectin", cascade="all, delete-orphan", order_by="CoOrganisationRow.position"
    )
    risk_dismissals: Mapped[list[RiskDismissalRow]] = relationship(
        lazy="selectin", cascade="all, delete-orphan", order_by="RiskDismissalRow.position"
    )


class CasePartyRow(PartyDetailsColumns, Child):
    """A party as it takes part in one case."""

    __tablename__ = "case_parties"

    case_id: Mapped[UUID] = owner("cases.id")
    id: Mapped[UUID] = mapped_column(primary_key=True)
    side: Mapped[PartySide]
    record_id: Mapped[UUID | None] = mapped_column(refers_to("parties.id"), index=True)
    headcount: Mapped[int]
    is_group_representative: Mapped[bool]
    own_living_basis: Mapped[str]
    agents: Mapped[list[AgentRow]] = relationship(
        lazy="selectin", cascade="all, delete-orphan", order_by="AgentRow.position"
    )


class AgentRow(Child):
    """Somebody who acts for a party of a case."""

    __tablename__ = "case_agents"
    __table_args__: SchemaArguments = (
        ForeignKeyConstraint(
            ["case_id", "party_id"], ["case_parties.case_id", "case_parties.id"], ondelete="CASCADE"
        ),
        {"sqlite_with_rowid": False},
    )

    case_id: Mapped[UUID] = mapped_column(primary_key=True)
    party_id: Mapped[UUID] = mapped_column(primary_key=True)
    id: Mapped[UUID] = mapped_column(primary_key=True)
    kind: Mapped[AgentKind]
    name: Mapped[str]
    sex: Mapped[Sex | None]
    identity_number: Mapped[str]
    phone: Mapped[str]
    address: Mapped[str]
    workplace: Mapped[str]
    licence_number: Mapped[str]
    relation: Mapped[str]
    authority: Mapped[tuple[AuthorityScope, ...]] = mapped_column(Codes(AuthorityScope))
    authority_note: Mapped[str]
    authorised_on: Mapped[date | None]


class ConsentRow(Child):
    """One time a party was asked whether it consents."""

    __tablename__ = "case_consents"

    case_id: Mapped[UUID] = owner("cases.id")
    id: Mapped[UUID] = mapped_column(primary_key=True)
    party_id: Mapped[UUID]
    answer: Mapped[ConsentAnswer]
    manner: Mapped[ConsentManner]
    asked_on: Mapped[date]
    note: Mapped[str]


class CaseMediatorRow(Child):
    """A member of staff appointed or chosen for a case."""

    __tablename__ = "case_mediators"

    case_id: Mapped[UUID] = owner("cases.id")
    id: Mapped[UUID] = mapped_column(primary_key=True)
    staff_id: Mapped[UUID] = mapped_column(index=True)
    name: Mapped[str]
    role: Mapped[MediatorRole]
    selected_by: Mapped[SelectedBy]
    assigned_on: Mapped[date]


class CaseLineRow(Row):
    """The narrow row behind lists: written anew with its case, plus the clock and sentence services set.

    ``newest`` is minus the moment of registration in microseconds: ascending order shows the newest first,
    so that every order of the list is one ordinary index read forwards or backwards.
    ``number_tail`` is the number formed by the last digits of the intake number; ``paused_for`` is what
    a suspended case waits for.
    """

    __tablename__ = "case_lines"
    __table_args__: SchemaArguments = (
        Index("ix_case_lines_open_due", "is_open", "due_on", "newest", "id"),
        Index("ix_case_lines_due", "due_on", "newest", "id"),
        Index("ix_case_lines_newest", "newest", "id"),
        Index("ix_case_lines_open_newest", "is_open", "newest", "id"),
        Index("ix_case_lines_open_title", "is_open", "title", "due_on", "newest", "id"),
        Index("ix_case_lines_open_risk", "is_open", "risk", "due_on", "newest", "id"),
        Index("ix_case_lines_open_stage", "is_open", "stage", "due_on", "newest", "id"),
        Index("ix_case_lines_stage", "stage", "due_on", "newest", "id"),
        Index("ix_case_lines_title", "title", "due_on", "newest", "id"),
        Index("ix_case_lines_risk", "risk", "due_on", "newest", "id"),
        Index("ix_case_lines_lead", "lead_id", "is_open", "due_on", "newest", "id"),
        Index("ix_case_lines_number_tail", "number_tail", "newest"),
        {"sqlite_with_rowid": False},
    )

    id: Mapped[UUID] = mapped_column(ForeignKey("cases.id", ondelete="CASCADE"), primary_key=True)
    intake_number: Mapped[str]
    number_tail: Mapped[int | None]
    title: Mapped[str] = mapped_column(_BY_CODE_POINT)
    dispute_type: Mapped[str]
    source: Mapped[CaseSource]
    channel: Mapped[MediationChannel]
    state: Mapped[CaseState]
    stage: Mapped[Stage] = mapped_column(Ranked(Stage))
    is_open: Mapped[bool]
    tier: Mapped[str]
    risk: Mapped[RiskLevel] = mapped_column(Ranked(RiskLevel))
    applicants: Mapped[str]
    respondents: Mapped[str]
    headcount: Mapped[int]
    lead_id: Mapped[UUID | None]
    lead_name: Mapped[str]
    registered_at: Mapped[datetime]
    newest: Mapped[int]
    due_on: Mapped[date | None] = mapped_column(DueDay, nullable=False)
    due_kind: Mapped[ClockKind | None]
    due_told: Mapped[str | None]
    paused_for: Mapped[Exclusion | None]
