"""Tables of agreements, their terms, instalments, shares and signatures."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKeyConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.domain.settlements.agreements import AgreementState, SignerCapacity, SignerRole, SigningManner
from app.domain.settlements.check.book import OwnLevel, OwnPhrase
from app.domain.settlements.terms import DueKind, PeriodWord, TermKind
from app.domain.values.money import Money
from app.persistence.rows.columns import Codes
from app.persistence.rows.declared import Child, Root, SchemaArguments, owner, refers_to


class AgreementRow(Root):
    """A mediation agreement."""

    __tablename__ = "agreements"

    case_id: Mapped[UUID] = mapped_column(refers_to("cases.id"), index=True)
    state: Mapped[AgreementState]
    supplements_id: Mapped[UUID | None]
    number: Mapped[str]
    facts: Mapped[str]
    matters: Mapped[str]
    responsibilities: Mapped[str]
    court_copy: Mapped[bool]
    party_ids: Mapped[tuple[UUID, ...]] = mapped_column(Codes(UUID))
    created_at: Mapped[datetime]
    issued_day: Mapped[date | None]
    document_id: Mapped[UUID | None]
    effective_on: Mapped[date | None] = mapped_column(index=True)
    void_reason: Mapped[str]
    voided_on: Mapped[date | None]
    left_open: Mapped[str | None]
    terms: Mapped[list[TermRow]] = relationship(
        lazy="selectin", cascade="all, delete-orphan", order_by="TermRow.position"
    )
    signatures: Mapped[list[SignatureRow]] = relationship(
        lazy="selectin", cascade="all, delete-orphan", order_by="SignatureRow.position"
    )
    refusals: Mapped[list[RefusalRow]] = relationship(
        lazy="selectin", cascade="all, delete-orphan", order_by="RefusalRow.position"
    )


class DueColumns:
    """A due date, laid flat."""

    due_kind: Mapped[DueKind]
    due_day: Mapped[date | None]
    due_amount: Mapped[int | None]
    due_unit: Mapped[PeriodWord]
    due_condition: Mapped[str]


class TermRow(DueColumns, Child):
    """One obligation or clause."""

    __tablename__ = "terms"

    agreement_id: Mapped[UUID] = owner("agreements.id")
    id: Mapped[UUID] = mapped_column(primary_key=True)
    kind: Mapped[TermKind]
    payer_ids: Mapped[tuple[UUID, ...]] = mapped_column(Codes(UUID))
    payee_ids: Mapped[tuple[UUID, ...]] = mapped_column(Codes(UUID))
    amount: Mapped[Money | None]
    nature: Mapped[str]
    is_joint: Mapped[bool]
    manner: Mapped[str]
    place: Mapped[str]
    act: Mapped[str]
    consequence: Mapped[str]
    edited_text: Mapped[str | None]
    amends_id: Mapped[UUID | None]
    payee_shares: Mapped[list[ShareRow]] = relationship(
        lazy="selectin", cascade="all, delete-orphan", order_by="ShareRow.position"
    )
    instalments: Mapped[list[InstalmentRow]] = relationship(
        lazy="selectin", cascade="all, delete-orphan", order_by="InstalmentRow.position"
    )


class InstalmentRow(DueColumns, Child):
    """One payment of a series."""

    __tablename__ = "instalments"
    __table_args__: SchemaArguments = (
        ForeignKeyConstraint(
            ["agreement_id", "term_id"], ["terms.agreement_id", "terms.id"], ondelete="CASCADE"
        ),
        {"sqlite_with_rowid": False},
    )

    agreement_id: Mapped[UUID] = mapped_column(primary_key=True)
    term_id: Mapped[UUID] = mapped_column(primary_key=True)
    id: Mapped[UUID] = mapped_column(primary_key=True)
    amount: Mapped[Money]
    manner: Mapped[str]


class ShareRow(Child):
    """What one of several payees receives."""

    __tablename__ = "payee_shares"
    __table_args__: SchemaArguments = (
        ForeignKeyConstraint(
            ["agreement_id", "term_id"], ["terms.agreement_id", "terms.id"], ondelete="CASCADE"
        ),
        {"sqlite_with_rowid": False},
    )

    agreement_id: Mapped[UUID] = mapped_column(primary_key=True)
    term_id: Mapped[UUID] = mapped_column(primary_key=True)
    id: Mapped[UUID] = mapped_column(primary_key=True)
    party_id: Mapped[UUID]
    amount: Mapped[Money]


class SignatureRow(Child):
    """One signature, seal or fingerprint."""

    __tablename__ = "signatures"

    agreement_id: Mapped[UUID] = owner("agreements.id")
    id: Mapped[UUID] = mapped_column(primary_key=True)
    role: Mapped[SignerRole]
    signer_id: Mapped[UUID | None]
    name: Mapped[str]
    agent_name: Mapped[str]
    manner: Mapped[SigningManner]
    signed_on: Mapped[date]
    capacity: Mapped[SignerCapacity]
    has_fingerprint: Mapped[bool]
    interpreter: Mapped[str]
    language: Mapped[str]
    was_read_out: Mapped[bool]
    witness: Mapped[str]
    image_id: Mapped[UUID | None]


class RefusalRow(Child):
    """Somebody would not sign."""

    __tablename__ = "signing_refusals"

    agreement_id: Mapped[UUID] = owner("agreements.id")
    id: Mapped[UUID] = mapped_column(primary_key=True)
    role: Mapped[SignerRole]
    signer_id: Mapped[UUID | None]
    name: Mapped[str]
    refused_on: Mapped[date]
    reason: Mapped[str]
    witness: Mapped[str]


class CheckSettingsRow(Root):
    """What one organisation set over the rules of the agreement check."""

    __tablename__ = "check_settings"

    organisation_id: Mapped[UUID] = mapped_column(unique=True)
    levels: Mapped[tuple[OwnLevel, ...]] = mapped_column(Codes(OwnLevel))
    phrases: Mapped[tuple[OwnPhrase, ...]] = mapped_column(Codes(OwnPhrase))
