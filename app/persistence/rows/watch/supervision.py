"""Tables of supervision orders, their replies and their urging."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.persistence.rows.columns import Codes
from app.persistence.rows.declared import Child, Root, SchemaArguments, owner, refers_to


class SupervisionRow(Root):
    """One order; ``due``, ``owes_reply`` and ``is_open`` are computed when it is saved, for counting."""

    __tablename__ = "supervision_orders"
    __table_args__: SchemaArguments = (
        Index("ix_supervision_orders_case_id", "case_id"),
        Index("ix_supervision_orders_owes_reply_due", "owes_reply", "due"),
    )

    case_id: Mapped[UUID] = mapped_column(refers_to("cases.id"))
    organisation_id: Mapped[UUID] = mapped_column(refers_to("organisations.id"))
    number: Mapped[str]
    document_id: Mapped[UUID | None]
    issuer_id: Mapped[UUID]
    issuer_name: Mapped[str]
    issued_at: Mapped[datetime]
    addressee_lead_official: Mapped[str]
    addressee_responsible_unit: Mapped[str]
    addressee_responsible_person: Mapped[str]
    addressee_responsible_id: Mapped[UUID | None]
    question: Mapped[str]
    is_listed: Mapped[bool]
    reply_due: Mapped[datetime]
    received_at: Mapped[datetime | None]
    receiver: Mapped[str]
    is_waiting: Mapped[bool]
    closed_on: Mapped[date | None]
    close_result: Mapped[str]
    withdrawn_on: Mapped[date | None]
    withdraw_reason: Mapped[str]
    due: Mapped[datetime]
    owes_reply: Mapped[bool]
    is_open: Mapped[bool]
    replies: Mapped[list[SupervisionReplyRow]] = relationship(
        lazy="selectin", cascade="all, delete-orphan", order_by="SupervisionReplyRow.position"
    )
    urges: Mapped[list[SupervisionUrgeRow]] = relationship(
        lazy="selectin", cascade="all, delete-orphan", order_by="SupervisionUrgeRow.position"
    )


class SupervisionReplyRow(Child):
    """One answer."""

    __tablename__ = "supervision_replies"

    order_id: Mapped[UUID] = owner("supervision_orders.id")
    id: Mapped[UUID] = mapped_column(primary_key=True)
    text: Mapped[str]
    replied_on: Mapped[date]
    replier: Mapped[str]
    evidence_ids: Mapped[tuple[UUID, ...]] = mapped_column(Codes(UUID))


class SupervisionUrgeRow(Child):
    """An order urged again."""

    __tablename__ = "supervision_urges"

    order_id: Mapped[UUID] = owner("supervision_orders.id")
    id: Mapped[UUID] = mapped_column(primary_key=True)
    urged_on: Mapped[date]
    urger: Mapped[str]
    note: Mapped[str]
    new_due: Mapped[datetime]
