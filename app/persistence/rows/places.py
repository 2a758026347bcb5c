"""Tables of handling units, risk scales, grids with their micro-grids, and standard addresses."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.domain.disputes.risk.rules import RiskStep
from app.domain.disputes.sources import CaseSource, MediationChannel
from app.domain.disputes.triage.units import UnitKind
from app.persistence.rows.columns import Codes
from app.persistence.rows.declared import Child, Root, Row, SchemaArguments, owner


class UnitRow(Root):
    """A unit that handles disputes."""

    __tablename__ = "units"

    name: Mapped[str] = mapped_column(index=True)
    kind: Mapped[UnitKind]
    tier: Mapped[str]
    parent_id: Mapped[UUID | None]
    organisation_id: Mapped[UUID | None]
    channel: Mapped[MediationChannel]
    dispute_types: Mapped[tuple[str, ...]] = mapped_column(Codes(str))
    sources: Mapped[tuple[CaseSource, ...]] = mapped_column(Codes(CaseSource))
    territory: Mapped[tuple[str, ...]] = mapped_column(Codes(str))
    contact: Mapped[str]
    phone: Mapped[str]
    note: Mapped[str]
    is_active: Mapped[bool]


class GridRow(Root):
    """A grid of a community."""

    __tablename__ = "grids"

    code: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    community: Mapped[str]
    worker: Mapped[str]
    worker_phone: Mapped[str]
    household_leaders: Mapped[tuple[str, ...]] = mapped_column(Codes(str))
    micro_grids: Mapped[list[MicroGridRow]] = relationship(
        lazy="selectin", cascade="all, delete-orphan", order_by="MicroGridRow.position"
    )


class MicroGridRow(Child):
    """A micro-grid of a grid."""

    __tablename__ = "micro_grids"

    grid_id: Mapped[UUID] = owner("grids.id")
    id: Mapped[UUID] = mapped_column(primary_key=True)
    code: Mapped[str]
    name: Mapped[str]
    liaison: Mapped[str]
    liaison_phone: Mapped[str]
    volunteers: Mapped[tuple[str, ...]] = mapped_column(Codes(str))
    households: Mapped[int]


class RiskScaleRow(Root):
    """The scale by which one organisation grades risk."""

    __tablename__ = "risk_scales"

    organisation_id: Mapped[UUID] = mapped_column(unique=True)
    name: Mapped[str]
    steps: Mapped[tuple[RiskStep, ...]] = mapped_column(Codes(RiskStep))
    basis: Mapped[str]
    is_verified: Mapped[bool]


class AddressRow(Row):
    """A standard address; ``batch_id`` names the import it came with, so that one can be undone."""

    __tablename__ = "standard_addresses"
    __table_args__: SchemaArguments = ({"sqlite_with_rowid": False},)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    text: Mapped[str] = mapped_column(unique=True)
    grid_code: Mapped[str] = mapped_column(index=True)
    initials: Mapped[str]
    batch_id: Mapped[UUID] = mapped_column(index=True)
