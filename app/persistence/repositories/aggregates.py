"""Aggregates kept whole: read as frozen entities, written with a version check and a history entry."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar, Generic, Protocol, TypeVar
from uuid import UUID

from sqlalchemy import ColumnElement, select

from app.domain.errors import NotFound, StaleWrite
from app.domain.mediation.sessions import SessionRecord
from app.domain.people.organisations import Organisation
from app.domain.people.staff import StaffMember
from app.domain.settlements.agreements import MediationAgreement
from app.persistence.comparing import conflicts, history_changes
from app.persistence.loading import children_of
from app.persistence.rows.declared import Root
from app.persistence.rows.mapping import shape_of
from app.persistence.rows.mediation import SessionRow
from app.persistence.rows.people import OrganisationRow, StaffRow
from app.persistence.rows.settlements import AgreementRow
from app.persistence.writing import Writing


class Aggregate(Protocol):
    """An entity that is loaded and saved as one."""

    @property
    def id(self) -> UUID:
        """Its id."""

    @property
    def version(self) -> int:
        """How often it was written; 0 before the first time."""


A = TypeVar("A", bound=Aggregate)


class Repository(Generic[A]):
    """All aggregates of one kind."""

    kind: ClassVar[str]
    _row: ClassVar[type[Root]]
    _entity: type[A]

    def __init__(self, writing: Writing) -> None:
        self._writing = writing
        self._session = writing.session

    def find(self, id_: UUID) -> A | None:
        """Give one, or None."""
        row = self._read(id_)
        if row is None:
            return None
        self._writing.hold(row)
        return shape_of(self._entity, self._row).entity(row)

    def get(self, id_: UUID) -> A:
        """Give one; NotFound ``<kind>.not_found``."""
        found = self.find(id_)
        if found is None:
            raise NotFound(f"{self.kind}.not_found", id=str(id_))
        return found

    def all(self) -> tuple[A, ...]:
        """Give all, in the order in which they were made; meant for short lists (organisations, staff)."""
        return self._where()

    def add(self, entity: A, *, act: str, note: str = "") -> A:
        """Write a new one with its history entry; gives it with version 1."""
        stored = self._at_version(entity, 1)
        row = self._row()
        shape_of(self._entity, self._row).fill(row, stored)
        self._derive(row, stored)
        self._session.add(row)
        self._record(None, stored, act, note)
        self._session.flush()  # a full disk or a number that exists refuses here, where it can be told which
        self._after(None, stored)
        return stored

    def save(self, entity: A, *, act: str, note: str = "") -> A:
        """Write a changed one with its history entry; gives it with the next version.

        Raises StaleWrite with both values of every differing field when somebody saved it since it
        was read, NotFound when it was never added; then nothing is written.
        """
        row = self._locked(entity.id)
        if row is None:
            raise NotFound(f"{self.kind}.not_found", id=str(entity.id))
        before = shape_of(self._entity, self._row).entity(row)
        if before.version != entity.version:
            raise StaleWrite(self.kind, str(entity.id), conflicts(before, entity))
        stored = self._at_version(entity, entity.version + 1)
        shape_of(self._entity, self._row).fill(row, stored)
        self._derive(row, stored)
        self._record(before, stored, act, note)
        self._session.flush()  # the same as in add
        self._after(before, stored)
        return stored

    def _locked(self, id_: UUID) -> Root | None:
        """Read the row as it stands, held against other writers until the transaction ends.

        SQLite writes begin with BEGIN IMMEDIATE: nobody else can have written since this
        transaction read the row, so it need not be read again.
        """
        return self._read(id_, is_locked=self._session.get_bind().dialect.name != "sqlite")

    def _read(self, id_: UUID, *, is_locked: bool = False) -> Root | None:
        children = children_of(self._row)
        row = self._session.get(
            self._row,
            id_,
            options=children.options,
            with_for_update={"of": self._row} if is_locked else None,
            populate_existing=is_locked,
        )
        if row is not None:
            children.settle(self._session, row)
        return row

    def _of_case(self, case_id: UUID) -> tuple[A, ...]:
        """Give those of one case, in the order in which they were made."""
        rows = self._writing.belongings.of_case(self._row, case_id)
        self._writing.hold(*rows)
        return tuple(shape_of(self._entity, self._row).entity(row) for row in rows)

    def _where(self, *conditions: ColumnElement[bool]) -> tuple[A, ...]:
        rows = self._session.scalars(select(self._row).where(*conditions).order_by(self._row.id)).all()
        self._writing.hold(*rows)
        return tuple(shape_of(self._entity, self._row).entity(row) for row in rows)

    def _at_version(self, entity: A, version: int) -> A:
        return replace(entity, version=version)  # type: ignore[type-var]  # all aggregates are dataclasses

    def _record(self, before: A | None, after: A, act: str, note: str) -> None:
        self._writing.record(
            act=act,
            kind=self.kind,
            subject_id=after.id,
            case_id=self._case_id(after),
            note=note,
            changes=history_changes(before, after),
        )

    def _case_id(self, entity: A) -> UUID | None:
        found = getattr(entity, "case_id", None)
        return found if isinstance(found, UUID) else None

    def _derive(self, row: Root, entity: A) -> None:
        """Fill columns that follow from the entity; none here."""

    def _after(self, before: A | None, after: A) -> None:
        """Refresh what is kept beside the aggregate; nothing here."""


class OrganisationRepository(Repository[Organisation]):
    """Committees and centres."""

    kind = "organisation"
    _row = OrganisationRow
    _entity = Organisation


class StaffRepository(Repository[StaffMember]):
    """The roster."""

    kind = "staff"
    _row = StaffRow
    _entity = StaffMember


class SessionRepository(Repository[SessionRecord]):
    """Session records."""

    kind = "session"
    _row = SessionRow
    _entity = SessionRecord

    def of_case(self, case_id: UUID) -> tuple[SessionRecord, ...]:
        """Give the sessions of a case in the order they were held."""
        return tuple(sorted(self._of_case(case_id), key=lambda record: record.sequence))


class AgreementRepository(Repository[MediationAgreement]):
    """Agreements."""

    kind = "agreement"
    _row = AgreementRow
    _entity = MediationAgreement

    def of_case(self, case_id: UUID) -> tuple[MediationAgreement, ...]:
        """Give the agreements of a case, the oldest first, voided ones too."""
        found = self._of_case(case_id)
        return tuple(sorted(found, key=lambda agreement: (agreement.created_at, agreement.id)))
