"""Tables of the log of moves, of links between cases and of oral agreements."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.domain.disputes.lifecycle.links import LinkKind
from app.domain.disputes.states import CaseEvent, CaseState
from app.persistence.rows.columns import Codes
from app.persistence.rows.declared import Root, Row, SchemaArguments, refers_to


class CaseMoveRow(Row):
    """One event in the life of a case; only the note that it was undone is ever added."""

    __tablename__ = "case_moves"
    __table_args__: SchemaArguments = (Index(None, "case_id", "id"), Index(None, "event", "at"))

    id: Mapped[UUID] = mapped_column(primary_key=True)
    case_id: Mapped[UUID] = mapped_column(refers_to("cases.id"))
    event: Mapped[CaseEvent]
    before: Mapped[CaseState]
    after: Mapped[CaseState]
    at: Mapped[datetime]
    actor_id: Mapped[UUID]
    actor_name: Mapped[str]
    reason: Mapped[str]
    document_id: Mapped[UUID | None]
    twin_id: Mapped[UUID | None]
    changed: Mapped[str]
    undone_at: Mapped[datetime | None]
    undone_by: Mapped[str]


class CaseLinkRow(Row):
    """A link between two cases."""

    __tablename__ = "case_links"
    __table_args__: SchemaArguments = (UniqueConstraint("from_id", "to_id", "kind"),)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    kind: Mapped[LinkKind]
    from_id: Mapped[UUID] = mapped_column(refers_to("cases.id"))
    to_id: Mapped[UUID] = mapped_column(refers_to("cases.id"), index=True)
    reason: Mapped[str]
    linked_at: Mapped[datetime]
    actor_id: Mapped[UUID]
    actor_name: Mapped[str]


class OralAgreementRow(Root):
    """An oral agreement."""

    __tablename__ = "oral_agreements"

    case_id: Mapped[UUID] = mapped_column(refers_to("cases.id"), index=True)
    number: Mapped[str]
    reached_on: Mapped[date]
    facts: Mapped[str]
    matters: Mapped[str]
    terms: Mapped[str]
    performance: Mapped[str]
    due_on: Mapped[date | None]
    party_ids: Mapped[tuple[UUID, ...]] = mapped_column(Codes(UUID))
    recorded_at: Mapped[datetime]
    document_id: Mapped[UUID | None]
