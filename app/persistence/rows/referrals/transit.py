"""The narrow row behind the handing-over list."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from app.domain.duties.referrals.interfaces import ReferralDirection, WaitingFor
from app.domain.duties.referrals.transit import DealingKind
from app.persistence.rows.columns import DueDay
from app.persistence.rows.declared import Row, SchemaArguments


class TransitLineRow(Row):
    """Written anew with its referral, guidance or order, plus the last day that services set."""

    __tablename__ = "transit_lines"
    __table_args__: SchemaArguments = (
        Index("ix_transit_lines_waiting", "waiting", "due_on", "id"),
        Index("ix_transit_lines_owner", "owner_id", "waiting", "due_on", "id"),
        Index("ix_transit_lines_due", "due_on", "id"),
        {"sqlite_with_rowid": False},
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    link: Mapped[DealingKind]
    case_id: Mapped[UUID] = mapped_column(ForeignKey("cases.id", ondelete="CASCADE"), index=True)
    topic: Mapped[str]
    direction: Mapped[ReferralDirection | None]
    counterpart: Mapped[str]
    number: Mapped[str]
    state: Mapped[str]
    waiting: Mapped[WaitingFor]
    begun_on: Mapped[date]
    due_on: Mapped[date | None] = mapped_column(DueDay, nullable=False)
    owner_id: Mapped[UUID]
    owner_name: Mapped[str]
