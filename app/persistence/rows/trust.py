"""Tables of the append-only history, preferences, saved views, and what the search finds."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import BigInteger, Index, Integer, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.domain.trust.history import FieldChange
from app.persistence.rows.columns import Codes
from app.persistence.rows.declared import Row, SchemaArguments


class HistoryRow(Row):
    """One act; triggers of both databases refuse to change or remove it."""

    __tablename__ = "history"
    __table_args__: SchemaArguments = (Index(None, "case_id", "id"), Index(None, "subject_id", "id"))

    id: Mapped[UUID] = mapped_column(primary_key=True)
    at: Mapped[datetime]
    actor_id: Mapped[UUID]
    actor_name: Mapped[str]
    act: Mapped[str]
    kind: Mapped[str]
    subject_id: Mapped[UUID]
    case_id: Mapped[UUID | None]
    note: Mapped[str]
    changes: Mapped[tuple[FieldChange, ...]] = mapped_column(Codes(FieldChange))


class PreferenceRow(Row):
    """A setting of one user, or of the installation under the zero id."""

    __tablename__ = "preferences"

    user_id: Mapped[UUID] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str]


class SavedViewRow(Row):
    """A filter kept under a name; ``filter`` is the plain JSON of a CaseFilter."""

    __tablename__ = "saved_views"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    user_id: Mapped[UUID] = mapped_column(index=True)
    name: Mapped[str]
    filter: Mapped[str]


class SearchEntryRow(Row):
    """The number under which the token index knows a case or a party of the register.

    The index itself is made by migration: on SQLite the contentless FTS5 tables ``search_cases`` and
    ``search_parties``, on PostgreSQL tables of the same names with ``tokens text[]`` under a GIN index.
    """

    __tablename__ = "search_entries"
    __table_args__: SchemaArguments = (UniqueConstraint("kind", "subject_id"),)

    no: Mapped[int] = mapped_column(BigInteger().with_variant(Integer, "sqlite"), primary_key=True)
    kind: Mapped[str]
    subject_id: Mapped[UUID]
