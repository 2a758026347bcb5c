"""Tables of what was decided about a case: where it was sent, who may mediate, what was set aside."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from app.domain.disputes.cases import MediatorRole
from app.domain.disputes.levels import LevelStart, LevelUnit, OnExpiry
from app.domain.disputes.sources import MediationChannel
from app.persistence.rows.columns import Codes
from app.persistence.rows.declared import Child, owner


class CaseLevelRow(Child):
    """One stay of a case on a level, with the ladder's terms of that day."""

    __tablename__ = "case_levels"

    case_id: Mapped[UUID] = owner("cases.id")
    id: Mapped[UUID] = mapped_column(primary_key=True)
    ladder: Mapped[str]
    order: Mapped[int]
    code: Mapped[str]
    name: Mapped[str]
    limit: Mapped[int]
    unit: Mapped[LevelUnit]
    starts: Mapped[LevelStart]
    on_expiry: Mapped[OnExpiry]
    since: Mapped[datetime]
    moved_at: Mapped[datetime]
    moved_by: Mapped[str]
    next_name: Mapped[str]
    is_verified: Mapped[bool]
    reason: Mapped[str]
    agreed_by: Mapped[str]
    receiver: Mapped[str]


class FormerMediatorRow(Child):
    """A member of staff who served in a case and was replaced."""

    __tablename__ = "case_former_mediators"

    case_id: Mapped[UUID] = owner("cases.id")
    id: Mapped[UUID] = mapped_column(primary_key=True)
    staff_id: Mapped[UUID]
    name: Mapped[str]
    role: Mapped[MediatorRole]
    assigned_on: Mapped[date]
    ended_on: Mapped[date]
    reason: Mapped[str]


class DisclosureRow(Child):
    """A relation told to the parties of a case."""

    __tablename__ = "case_disclosures"

    case_id: Mapped[UUID] = owner("cases.id")
    id: Mapped[UUID] = mapped_column(primary_key=True)
    staff_id: Mapped[UUID]
    staff_name: Mapped[str]
    what: Mapped[str]
    disclosed_on: Mapped[date]
    accepting: Mapped[tuple[UUID, ...]] = mapped_column(Codes(UUID))
    objecting: Mapped[tuple[UUID, ...]] = mapped_column(Codes(UUID))


class RecusalRow(Child):
    """A request that a mediator step back, and who took over."""

    __tablename__ = "case_recusals"

    case_id: Mapped[UUID] = owner("cases.id")
    id: Mapped[UUID] = mapped_column(primary_key=True)
    staff_id: Mapped[UUID]
    staff_name: Mapped[str]
    asked_by: Mapped[UUID | None]
    asked_by_name: Mapped[str]
    reason: Mapped[str]
    asked_on: Mapped[date]
    decided_by: Mapped[str]
    replaced_by_id: Mapped[UUID]
    replaced_by_name: Mapped[str]


class TriageRow(Child):
    """How a case was sent on: what was advised and what was chosen."""

    __tablename__ = "case_triages"

    case_id: Mapped[UUID] = owner("cases.id")
    id: Mapped[UUID] = mapped_column(primary_key=True)
    decided_at: Mapped[datetime]
    decided_by: Mapped[str]
    advised_unit: Mapped[str]
    advised_channel: Mapped[MediationChannel | None]
    advised_points: Mapped[int]
    advised_reasons: Mapped[str]
    unit_id: Mapped[UUID | None]
    unit_name: Mapped[str]
    channel: Mapped[MediationChannel]
    override_reason: Mapped[str]


class CoOrganisationRow(Child):
    """A unit that mediates together with the leading one."""

    __tablename__ = "case_co_organisations"

    case_id: Mapped[UUID] = owner("cases.id")
    id: Mapped[UUID] = mapped_column(primary_key=True)
    name: Mapped[str]
    duty: Mapped[str]
    contact: Mapped[str]
    phone: Mapped[str]


class RiskDismissalRow(Child):
    """A warning of risk set aside."""

    __tablename__ = "case_risk_dismissals"

    case_id: Mapped[UUID] = owner("cases.id")
    id: Mapped[UUID] = mapped_column(primary_key=True)
    code: Mapped[str]
    name: Mapped[str]
    reason: Mapped[str]
    dismissed_by: Mapped[str]
    dismissed_on: Mapped[date]
