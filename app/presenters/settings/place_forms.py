"""The forms of a handling unit and of a grid."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from app.domain.disputes.dispute_types import DisputeTypeList
from app.domain.disputes.sources import CaseSource, MediationChannel
from app.domain.disputes.triage.units import HandlingUnit, UnitKind
from app.domain.errors import InvalidInput
from app.domain.people.places.grids import Grid, MicroGrid
from app.domain.values.ids import new_id
from app.domain.values.texts import one_line
from app.presenters.desk import Desk
from app.presenters.intake.words import TIERS
from app.presenters.rosters.choices import chosen, joined, member_of, several, termed, words_of
from app.presenters.rosters.entry_form import (
    YES,
    EntryField,
    EntryForm,
    FieldKind,
    FieldProblem,
    Saved,
    Values,
)

_MICRO_PARTS = 6


def unit_form(
    desk: Desk, unit: HandlingUnit | None, units: tuple[HandlingUnit, ...]
) -> EntryForm[HandlingUnit]:
    """Ask for a unit: its tier, what it is competent for (归口), and where."""
    say, places = desk.translator.text, desk.services.places
    seen = unit or HandlingUnit(id=new_id(), name="")
    types = desk.services.people.dispute_types(desk.today)

    def read() -> HandlingUnit:
        return next((one for one in places.units() if one.id == seen.id), seen)

    def write(values: Values, stored: HandlingUnit) -> Saved:
        done = places.save_unit(_read_unit(values, stored), actor=desk.actor)
        return Saved(done.changes, say("已保存{name}", name=done.value.name))

    return EntryForm(
        draft_key=f"unit/{unit.id if unit else 'new'}",
        title=say("修改办理单位") if unit else say("新增办理单位"),
        verb=say("保存"),
        fields=_unit_fields(desk, types, tuple(one for one in units if one.id != seen.id)),
        seen=seen,
        read=read,
        values=_unit_values,
        write=write,
        check=_unit_problems,
        words=(say("分流时按归口、辖区、层级和来源计分；都可以留空。"),),
    )


def _unit_values(unit: HandlingUnit) -> dict[str, str]:
    return {
        "name": unit.name,
        "kind": unit.kind.value,
        "tier": unit.tier,
        "channel": unit.channel.value,
        "parent_id": str(unit.parent_id) if unit.parent_id else "",
        "organisation_id": str(unit.organisation_id) if unit.organisation_id else "",
        "dispute_types": ",".join(unit.dispute_types),
        "sources": ",".join(source.value for source in unit.sources),
        "territory": joined(unit.territory),
        "contact": unit.contact,
        "phone": unit.phone,
        "note": unit.note,
        "is_active": YES if unit.is_active else "",
    }


def _read_unit(values: Values, stored: HandlingUnit) -> HandlingUnit:
    return replace(
        stored,
        name=one_line(values.get("name", "")),
        kind=member_of(UnitKind, values.get("kind", "")) or stored.kind,
        tier=one_line(values.get("tier", "")),
        channel=chosen(MediationChannel, values.get("channel", ""), "channel"),
        parent_id=_id(values.get("parent_id", "")),
        organisation_id=_id(values.get("organisation_id", "")),
        dispute_types=tuple(code for code in values.get("dispute_types", "").split(",") if code),
        sources=several(CaseSource, values.get("sources", "")),
        territory=words_of(values.get("territory", "")),
        contact=one_line(values.get("contact", "")),
        phone=one_line(values.get("phone", "")),
        note=one_line(values.get("note", "")),
        is_active=values.get("is_active", "") == YES,
    )


def _unit_problems(values: Values) -> tuple[FieldProblem, ...]:
    if values.get("name", "").strip():
        return ()
    return (FieldProblem("name", InvalidInput("unit.name_missing", field="name")),)


def _unit_fields(
    desk: Desk, types: DisputeTypeList, others: tuple[HandlingUnit, ...]
) -> tuple[EntryField, ...]:
    say, ticks = desk.translator.text, FieldKind.TICKS
    organisations = desk.services.people.organisations()
    return (
        *_standing_fields(desk, others),
        EntryField(
            key="dispute_types",
            label=say("归口的纠纷类型"),
            kind=ticks,
            options=tuple((entry.code, say(entry.name)) for entry in types.types),
        ),
        EntryField(
            key="territory",
            label=say("辖区"),
            hint=say("社区名、地名或网格编码，用顿号隔开，如 石化社区、650203001"),
        ),
        EntryField(
            key="sources", label=say("承接的来源"), kind=ticks, options=termed(desk.translator, CaseSource)
        ),
        EntryField(
            key="organisation_id",
            label=say("本程序里的单位"),
            kind=FieldKind.CHOICE,
            options=tuple((str(one.id), one.name) for one in organisations),
            hint=say("选了才能推荐它的调解员"),
        ),
        EntryField(key="contact", label=say("联系人"), is_half=True),
        EntryField(key="phone", label=say("电话"), is_half=True),
        EntryField(key="note", label=say("备注")),
        EntryField(key="is_active", label=say("参加分流"), kind=FieldKind.TICK),
    )


def _standing_fields(desk: Desk, others: tuple[HandlingUnit, ...]) -> tuple[EntryField, ...]:
    say, choice = desk.translator.text, FieldKind.CHOICE
    return (
        EntryField(key="name", label=say("单位名称"), is_required=True),
        EntryField(
            key="kind",
            label=say("性质"),
            kind=choice,
            options=termed(desk.translator, UnitKind),
            is_half=True,
        ),
        EntryField(key="tier", label=say("层级"), options=tuple((t, say(t)) for t in TIERS), is_half=True),
        EntryField(
            key="channel",
            label=say("四调"),
            kind=choice,
            options=termed(desk.translator, MediationChannel),
            is_required=True,
            is_half=True,
        ),
        EntryField(
            key="parent_id",
            label=say("上级单位"),
            kind=choice,
            options=tuple((str(one.id), one.name) for one in others),
            is_half=True,
        ),
    )


def grid_form(desk: Desk, grid: Grid | None) -> EntryForm[Grid]:
    """Ask for a grid with its micro-grids, one a line."""
    say, places = desk.translator.text, desk.services.places
    seen = grid or Grid(id=new_id(), code="", name="")

    def read() -> Grid:
        return next((one for one in places.grids() if one.id == seen.id), seen)

    def write(values: Values, stored: Grid) -> Saved:
        done = places.save_grid(_read_grid(values, stored), actor=desk.actor)
        return Saved(done.changes, say("已保存{name}", name=done.value.name))

    return EntryForm(
        draft_key=f"grid/{grid.id if grid else 'new'}",
        title=say("修改网格") if grid else say("新增网格"),
        verb=say("保存"),
        fields=(
            EntryField(key="code", label=say("网格编码"), is_required=True, is_half=True),
            EntryField(key="name", label=say("网格名称"), is_required=True, is_half=True),
            EntryField(key="community", label=say("所属社区"), is_half=True),
            EntryField(key="worker", label=say("网格员"), is_half=True),
            EntryField(key="worker_phone", label=say("网格员电话"), is_half=True),
            EntryField(
                key="household_leaders", label=say("联户长"), is_half=True, hint=say("几位用顿号隔开")
            ),
            EntryField(
                key="micro_grids",
                label=say("微网格"),
                kind=FieldKind.TEXT,
                hint=say("一行一个：编码，名称，联络员，电话，志愿者（两位用顿号隔开），户数"),
            ),
        ),
        seen=seen,
        read=read,
        values=_grid_values,
        write=write,
        check=_grid_problems,
    )


def _grid_values(grid: Grid) -> dict[str, str]:
    lines = (
        f"{m.code}，{m.name}，{m.liaison}，{m.liaison_phone}，{joined(m.volunteers)}，{m.households or ''}"
        for m in grid.micro_grids
    )
    return {
        "code": grid.code,
        "name": grid.name,
        "community": grid.community,
        "worker": grid.worker,
        "worker_phone": grid.worker_phone,
        "household_leaders": joined(grid.household_leaders),
        "micro_grids": "\n".join(line.rstrip("，") for line in lines),
    }


def _read_grid(values: Values, stored: Grid) -> Grid:
    return replace(
        stored,
        code=one_line(values.get("code", "")),
        name=one_line(values.get("name", "")),
        community=one_line(values.get("community", "")),
        worker=one_line(values.get("worker", "")),
        worker_phone=one_line(values.get("worker_phone", "")),
        household_leaders=words_of(values.get("household_leaders", "")),
        micro_grids=_micro_grids(values.get("micro_grids", ""), stored),
    )


def _micro_grids(typed: str, stored: Grid) -> tuple[MicroGrid, ...]:
    ids = {micro.code: micro.id for micro in stored.micro_grids}
    found = []
    for line in typed.splitlines():
        parts = [one_line(part) for part in line.replace(",", "，").split("，")]
        if not any(parts):
            continue
        if len(parts) > _MICRO_PARTS:
            raise InvalidInput("grid.micro_line_too_long", field="micro_grids", typed=one_line(line))
        code, name, liaison, phone, volunteers, households = (*parts, "", "", "", "", "")[:_MICRO_PARTS]
        if households and not (households.isascii() and households.isdigit()):
            raise InvalidInput("list.households_unreadable", field="micro_grids", typed=households)
        found.append(
            MicroGrid(
                id=ids.get(code) or new_id(),
                code=code,
                name=name,
                liaison=liaison,
                liaison_phone=phone,
                volunteers=words_of(volunteers),
                households=int(households or 0),
            )
        )
    return tuple(found)


def _grid_problems(values: Values) -> tuple[FieldProblem, ...]:
    return tuple(
        FieldProblem(key, InvalidInput(f"grid.{key}_missing", field=key))
        for key in ("code", "name")
        if not values.get(key, "").strip()
    )


def _id(text: str) -> UUID | None:
    return UUID(text) if text else None
