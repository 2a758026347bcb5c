"""Tables of performance plans with what was recorded about them, of what went to court, and of visits."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.domain.duties.follow_up.visits import Litigation, Satisfaction, VisitManner
from app.domain.settlements.confirmation import ConfirmationState, RefusalGround
from app.domain.settlements.legal_actions import LegalActionKind, LegalActionResult
from app.domain.settlements.performance.arrangements import ArrangementKind
from app.domain.settlements.performance.receipts import PerformanceManner
from app.domain.settlements.performance.urgings import UrgingManner
from app.domain.settlements.terms import TermKind
from app.domain.values.money import Money
from app.persistence.rows.columns import Codes
from app.persistence.rows.declared import Child, Root, SchemaArguments, owner, refers_to


class PlanRow(Root):
    """The plan of one agreement, under the agreement's id."""

    __tablename__ = "performance_plans"

    case_id: Mapped[UUID] = mapped_column(refers_to("cases.id"), index=True)
    number: Mapped[str]
    party_ids: Mapped[tuple[UUID, ...]] = mapped_column(Codes(UUID))
    items: Mapped[list[ItemRow]] = relationship(
        lazy="selectin", cascade="all, delete-orphan", order_by="ItemRow.position"
    )
    receipts: Mapped[list[ReceiptRow]] = relationship(
        lazy="selectin", cascade="all, delete-orphan", order_by="ReceiptRow.position"
    )
    arrangements: Mapped[list[ArrangementRow]] = relationship(
        lazy="selectin", cascade="all, delete-orphan", order_by="ArrangementRow.position"
    )
    urgings: Mapped[list[UrgingRow]] = relationship(
        lazy="selectin", cascade="all, delete-orphan", order_by="UrgingRow.position"
    )


class ItemRow(Child):
    """One item; ``received``, ``is_open`` and ``urged_on`` are computed when the plan is saved, for lists."""

    __tablename__ = "performance_items"
    __table_args__: SchemaArguments = (
        Index("ix_performance_items_open", "is_open", "due_on"),
        {"sqlite_with_rowid": False},
    )

    plan_id: Mapped[UUID] = owner("performance_plans.id")
    id: Mapped[UUID] = mapped_column(primary_key=True)
    kind: Mapped[TermKind]
    place: Mapped[str]
    what: Mapped[str]
    payer_ids: Mapped[tuple[UUID, ...]] = mapped_column(Codes(UUID))
    payee_ids: Mapped[tuple[UUID, ...]] = mapped_column(Codes(UUID))
    payers: Mapped[str]
    payees: Mapped[str]
    is_joint: Mapped[bool]
    amount: Mapped[Money | None]
    due_on: Mapped[date | None]
    due_words: Mapped[str]
    explanation: Mapped[str]
    manner: Mapped[str]
    received: Mapped[Money]
    is_open: Mapped[bool]
    urged_on: Mapped[date | None]


class ReceiptRow(Child):
    """One entry of what came in, or a counter-entry."""

    __tablename__ = "receipts"

    plan_id: Mapped[UUID] = owner("performance_plans.id")
    id: Mapped[UUID] = mapped_column(primary_key=True)
    item_id: Mapped[UUID]
    received_on: Mapped[date]
    amount: Mapped[Money | None]
    manner: Mapped[PerformanceManner]
    completes: Mapped[bool]
    payer_id: Mapped[UUID | None]
    payee_id: Mapped[UUID | None]
    note: Mapped[str]
    proof_id: Mapped[UUID | None]
    reverses_id: Mapped[UUID | None]
    recorded_at: Mapped[datetime]
    recorded_by: Mapped[str]


class ArrangementRow(Child):
    """One change agreed about an item."""

    __tablename__ = "arrangements"

    plan_id: Mapped[UUID] = owner("performance_plans.id")
    id: Mapped[UUID] = mapped_column(primary_key=True)
    item_id: Mapped[UUID]
    kind: Mapped[ArrangementKind]
    reason: Mapped[str]
    consented_ids: Mapped[tuple[UUID, ...]] = mapped_column(Codes(UUID))
    agreed_on: Mapped[date]
    previous_due: Mapped[date | None]
    new_due: Mapped[date | None]
    recorded_at: Mapped[datetime]
    recorded_by: Mapped[str]


class UrgingRow(Child):
    """One time somebody was urged."""

    __tablename__ = "urgings"

    plan_id: Mapped[UUID] = owner("performance_plans.id")
    id: Mapped[UUID] = mapped_column(primary_key=True)
    urged_on: Mapped[date]
    manner: Mapped[UrgingManner]
    item_ids: Mapped[tuple[UUID, ...]] = mapped_column(Codes(UUID))
    addressee_ids: Mapped[tuple[UUID, ...]] = mapped_column(Codes(UUID))
    addressees: Mapped[str]
    pay_by: Mapped[date | None]
    note: Mapped[str]
    answer: Mapped[str]
    answered_on: Mapped[date | None]
    document_id: Mapped[UUID | None]
    recorded_at: Mapped[datetime]
    recorded_by: Mapped[str]


class ConfirmationRow(Root):
    """One application for judicial confirmation."""

    __tablename__ = "judicial_confirmations"
    __table_args__: SchemaArguments = (Index("ix_judicial_confirmations_state", "state", "applied_on"),)

    case_id: Mapped[UUID] = mapped_column(refers_to("cases.id"), index=True)
    agreement_id: Mapped[UUID] = mapped_column(refers_to("agreements.id"))
    state: Mapped[ConfirmationState]
    applied_on: Mapped[date]
    applicant_ids: Mapped[tuple[UUID, ...]] = mapped_column(Codes(UUID))
    court: Mapped[str]
    handled_by: Mapped[str]
    note: Mapped[str]
    accepted_on: Mapped[date | None]
    court_number: Mapped[str]
    decided_on: Mapped[date | None]
    ruling_number: Mapped[str]
    ground: Mapped[str]
    refusal: Mapped[RefusalGround | None]
    extended_on: Mapped[date | None]
    extension_told_by: Mapped[str]
    extension_number: Mapped[str]
    extension_note: Mapped[str]


class LegalActionRow(Root):
    """One application for enforcement or a payment order, one suit or arbitration."""

    __tablename__ = "legal_actions"

    case_id: Mapped[UUID] = mapped_column(refers_to("cases.id"), index=True)
    agreement_id: Mapped[UUID] = mapped_column(refers_to("agreements.id"))
    kind: Mapped[LegalActionKind]
    applied_on: Mapped[date]
    applicant_ids: Mapped[tuple[UUID, ...]] = mapped_column(Codes(UUID))
    organ: Mapped[str]
    number: Mapped[str]
    note: Mapped[str]
    result: Mapped[LegalActionResult | None]
    decided_on: Mapped[date | None]
    result_number: Mapped[str]
    ground: Mapped[str]
    void_reason: Mapped[str]


class VisitRow(Root):
    """One follow-up visit; ``is_waiting`` is computed when it is saved, for lists."""

    __tablename__ = "follow_up_visits"
    __table_args__: SchemaArguments = (Index("ix_follow_up_visits_waiting", "is_waiting", "planned_on"),)

    case_id: Mapped[UUID] = mapped_column(refers_to("cases.id"), index=True)
    planned_on: Mapped[date]
    why: Mapped[str]
    visited_on: Mapped[date | None]
    manner: Mapped[VisitManner | None]
    visitor_id: Mapped[UUID | None]
    visitor: Mapped[str]
    visited_ids: Mapped[tuple[UUID, ...]] = mapped_column(Codes(UUID))
    performance: Mapped[str]
    satisfaction: Mapped[Satisfaction | None]
    said: Mapped[str]
    litigation: Mapped[Litigation | None]
    litigation_note: Mapped[str]
    remains: Mapped[str]
    has_new_risk: Mapped[bool]
    risk_note: Mapped[str]
    measures: Mapped[str]
    same_person_reason: Mapped[str]
    same_day_reason: Mapped[str]
    dropped_reason: Mapped[str]
    is_waiting: Mapped[bool]
