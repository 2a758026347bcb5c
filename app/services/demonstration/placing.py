"""The demo's units, grids and addresses, and the advice its registrar takes."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import cast
from uuid import UUID

from app.domain.case_file.retention import FileEnding, RetentionRule
from app.domain.disputes.handling import TriageDecision
from app.domain.disputes.risk.scales import begun_from
from app.domain.disputes.sources import CaseSource, MediationChannel
from app.domain.disputes.triage.units import HandlingUnit, UnitKind
from app.domain.people.places.addresses import StandardAddress
from app.domain.people.places.grids import Grid, MicroGrid
from app.domain.people.places.lists import PlaceList
from app.domain.people.staff import StaffMember
from app.domain.values.ids import new_id
from app.services.disputes.intake import Intake
from app.services.services import Services

Table = Mapping[str, object]
_BUILDINGS, _ROOMS = 6, ("101", "202", "303", "503")
_PLACES = ("幸福里", "胡杨苑")


def set_up_places(services: Services, folder: Path, own: UUID, registrar: StaffMember) -> None:
    """Register units, grids, some addresses of two estates, a scale of risk, and how long files are kept."""
    told = tomllib.loads((folder / "places.toml").read_text(encoding="utf-8"))
    for entry in told["unit"]:
        services.places.save_unit(_unit(entry, own), actor=registrar.actor)
    shipped, *_others = services.risk_scales.shipped
    services.risk_scales.save(begun_from(shipped, own), actor=registrar.actor)
    _keep_files(services, own, registrar)
    grids = tuple(_grid(entry) for entry in told["grid"])
    addresses = tuple(
        StandardAddress(id=new_id(), text=f"石化社区{place}{building}号楼{room}室", grid_code=grid.code)
        for place, grid in zip(_PLACES, grids, strict=True)
        for building in range(1, _BUILDINGS + 1)
        for room in _ROOMS
    )
    read = PlaceList(columns=(), unknown_heads=(), addresses=addresses, grids=grids, problems=(), repeated=0)
    services.places.import_list(read, "石化社区标准地址.xlsx", actor=registrar.actor)


def _keep_files(services: Services, own: UUID, registrar: StaffMember) -> None:
    """Say how long files are kept by their ending, as a centre does that has not asked the archives yet."""
    kept = {FileEnding.AGREED: "长期", FileEnding.ENDED: "短期", FileEnding.DECLINED: "短期"}
    rules = tuple(
        RetentionRule(id=new_id(), retention=retention, ending=ending) for ending, retention in kept.items()
    )
    services.retention.save(replace(services.retention.book(own), rules=rules), actor=registrar.actor)


def advised(services: Services, intake: Intake, registrar: StaffMember, now: datetime) -> Intake:
    """Take the advice for an intake, as a registrar does who presses Ctrl+Enter."""
    triage = services.triage
    level = intake.risk or triage.grade(triage.risks_of_intake(intake), intake)
    facts = triage.facts_of(intake, level)
    first, *_ = triage.advice(facts, intake.organisation_id)
    decision = TriageDecision(
        id=new_id(),
        decided_at=now,
        decided_by=registrar.name,
        advised_unit=first.unit_name,
        advised_channel=first.channel,
        advised_points=first.points,
        unit_id=first.unit_id,
        unit_name=first.unit_name,
        channel=first.channel,
    )
    return intake.completed(
        risk=level, decision=decision, handling_mode=triage.mode_for(facts), risk_dismissals=()
    )


def _unit(told: Table, own: UUID) -> HandlingUnit:
    return HandlingUnit(
        id=new_id(),
        name=str(told["name"]),
        kind=UnitKind.of(str(told["kind"])),
        tier=str(told["tier"]),
        channel=MediationChannel.of(str(told["channel"])),
        organisation_id=own if told.get("is_own") else None,
        dispute_types=_words(told, "dispute_types"),
        sources=tuple(CaseSource.of(code) for code in _words(told, "sources")),
        territory=_words(told, "territory"),
        contact=str(told.get("contact", "")),
        phone=str(told.get("phone", "")),
    )


def _grid(told: Table) -> Grid:
    return Grid(
        id=new_id(),
        code=str(told["code"]),
        name=str(told["name"]),
        community=str(told["community"]),
        worker=str(told["worker"]),
        worker_phone=str(told["worker_phone"]),
        household_leaders=_words(told, "household_leaders"),
        micro_grids=tuple(_micro(line) for line in _words(told, "micro_grids")),
    )


def _micro(line: str) -> MicroGrid:
    code, name, liaison, phone, volunteers, households = line.split("，")
    return MicroGrid(
        id=new_id(),
        code=code,
        name=name,
        liaison=liaison,
        liaison_phone=phone,
        volunteers=tuple(volunteers.split("、")),
        households=int(households),
    )


def _words(told: Table, key: str) -> tuple[str, ...]:
    return tuple(cast("list[str]", told.get(key, [])))
