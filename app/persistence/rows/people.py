"""Tables of organisations, staff with shifts and leave, and the register of parties."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.domain.people.organisations import CommitteeKind, OrganisationKind
from app.domain.people.parties import ContactConsent, IdentityKind, PartyKind, PartyRecord
from app.domain.people.relations import RelationKind
from app.domain.people.staff import Engagement, ResidencyMode, StaffRole
from app.domain.values.sex import Sex
from app.persistence.rows.columns import Codes, Snapshot
from app.persistence.rows.declared import Child, Root, Row, SchemaArguments, index_of_some, owner, refers_to


class OrganisationRow(Root):
    """A committee or centre."""

    __tablename__ = "organisations"

    kind: Mapped[OrganisationKind]
    committee_kind: Mapped[CommitteeKind | None]
    name: Mapped[str]
    number_code: Mapped[str]
    tier: Mapped[str]
    address: Mapped[str]
    phone: Mapped[str]
    confirming_court: Mapped[str]
    studios: Mapped[list[StudioRow]] = relationship(
        lazy="selectin", cascade="all, delete-orphan", order_by="StudioRow.position"
    )


class StudioRow(Child):
    """A studio of a committee."""

    __tablename__ = "studios"

    organisation_id: Mapped[UUID] = owner("organisations.id")
    id: Mapped[UUID] = mapped_column(primary_key=True)
    name: Mapped[str]
    address: Mapped[str]
    seats: Mapped[int]
    note: Mapped[str]


class StaffRow(Root):
    """One person on the roster."""

    __tablename__ = "staff"

    name: Mapped[str]
    organisation_id: Mapped[UUID] = mapped_column(refers_to("organisations.id"), index=True)
    studio_id: Mapped[UUID | None]
    roles: Mapped[tuple[StaffRole, ...]] = mapped_column(Codes(StaffRole))
    sex: Mapped[Sex | None]
    ethnicity: Mapped[str]
    birth_date: Mapped[date | None]
    phone: Mapped[str]
    address: Mapped[str]
    workplace: Mapped[str]
    engagement: Mapped[Engagement]
    residency: Mapped[ResidencyMode]
    grade: Mapped[str]
    languages: Mapped[tuple[str, ...]] = mapped_column(Codes(str))
    specialties: Mapped[tuple[str, ...]] = mapped_column(Codes(str))
    appointed_on: Mapped[date | None]
    left_on: Mapped[date | None]
    relations: Mapped[list[RelationRow]] = relationship(
        lazy="selectin", cascade="all, delete-orphan", order_by="RelationRow.position"
    )


class RelationRow(Child):
    """A relation a member of staff declared."""

    __tablename__ = "staff_relations"

    staff_id: Mapped[UUID] = owner("staff.id")
    id: Mapped[UUID] = mapped_column(primary_key=True)
    kind: Mapped[RelationKind]
    word: Mapped[str]
    name: Mapped[str]
    phone: Mapped[str]


class ShiftRow(Root):
    """A day on which somebody is on duty, or is not, other than the residence mode says."""

    __tablename__ = "shifts"
    __table_args__: SchemaArguments = (UniqueConstraint("staff_id", "day"), Index(None, "day"))

    staff_id: Mapped[UUID] = mapped_column(refers_to("staff.id"))
    day: Mapped[date]
    is_on_duty: Mapped[bool]


class LeaveRow(Root):
    """Days of absence of somebody."""

    __tablename__ = "leaves"
    __table_args__: SchemaArguments = (Index(None, "last_day"),)

    staff_id: Mapped[UUID] = mapped_column(refers_to("staff.id"))
    first_day: Mapped[date]
    last_day: Mapped[date]
    reason: Mapped[str]
    is_withdrawn: Mapped[bool]


class PartyDetailsColumns:
    """The details of a party, in the register and in a case alike."""

    kind: Mapped[PartyKind]
    name: Mapped[str]
    former_name: Mapped[str]
    sex: Mapped[Sex | None]
    birth_date: Mapped[date | None]
    stated_age: Mapped[int | None]
    age_stated_on: Mapped[date | None]
    ethnicity: Mapped[str]
    identity_kind: Mapped[IdentityKind]
    identity_number: Mapped[str]
    occupation: Mapped[str]
    workplace: Mapped[str]
    address: Mapped[str]
    phone: Mapped[str]
    language: Mapped[str]
    credit_code: Mapped[str]
    legal_representative: Mapped[str]
    legal_representative_post: Mapped[str]
    contact_person: Mapped[str]


class PartyRow(PartyDetailsColumns, Root):
    """A party in the register."""

    __tablename__ = "parties"
    __table_args__: SchemaArguments = (
        Index(None, "identity_number"),
        Index(None, "phone"),
        Index(None, "name"),
        index_of_some(None, "merged_into_id", "merged_into_id IS NOT NULL"),
    )

    note: Mapped[str]
    contact_consent: Mapped[ContactConsent | None]
    contact_consent_on: Mapped[date | None]
    merged_into_id: Mapped[UUID | None] = mapped_column(refers_to("parties.id"))


class PartyMergeRow(Row):
    """One merging of two entries of the register; ``before`` and ``after`` are the survivor, frozen."""

    __tablename__ = "party_merges"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    survivor_id: Mapped[UUID] = mapped_column(refers_to("parties.id"), index=True)
    absorbed_id: Mapped[UUID] = mapped_column(refers_to("parties.id"), index=True)
    before: Mapped[PartyRecord] = mapped_column(Snapshot(PartyRecord))
    after: Mapped[PartyRecord] = mapped_column(Snapshot(PartyRecord))
    merged_at: Mapped[datetime]
    merged_by: Mapped[str]
    undone_at: Mapped[datetime | None]
