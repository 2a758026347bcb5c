"""The form of a risk scale: for each level its word or colour, and what it demands."""

from __future__ import annotations

from dataclasses import replace

from app.domain.disputes.risk.rules import RiskStep
from app.domain.disputes.risk.scales import LocalRiskScale
from app.domain.disputes.sources import RiskLevel
from app.domain.errors import InvalidInput
from app.domain.values.ids import new_id
from app.domain.values.texts import one_line
from app.presenters.desk import Desk
from app.presenters.rosters.entry_form import (
    YES,
    EntryField,
    EntryForm,
    FieldKind,
    FieldProblem,
    Saved,
    Values,
)

_LEVELS = tuple(reversed(RiskLevel))
"""The gravest first, as people read a scale."""


def scale_form(desk: Desk, scale: LocalRiskScale) -> EntryForm[LocalRiskScale]:
    """Ask for the scale of one's own organisation."""
    say, scales = desk.translator.text, desk.services.risk_scales

    def write(values: Values, stored: LocalRiskScale) -> Saved:
        done = scales.save(_read(values, stored), actor=desk.actor)
        return Saved(done.changes, say("已保存{name}", name=done.value.name))

    return EntryForm(
        draft_key=f"risk-scale/{scale.organisation_id}",
        title=say("风险分级"),
        verb=say("保存"),
        fields=_fields(desk),
        seen=scale,
        read=lambda: scales.own(scale.organisation_id) or scale,
        values=_values,
        write=write,
        check=_problems,
        words=(say("四级的次序不变，只改叫法和要求；改了要求须重新核实。"),),
    )


def _fields(desk: Desk) -> tuple[EntryField, ...]:
    say = desk.translator.text
    steps = tuple(
        field
        for level in _LEVELS
        for field in (
            EntryField(
                key=f"name_{level.value}",
                label=say("{level}风险叫什么", level=say(level.term)),
                is_required=True,
                is_half=True,
                hint=say("如 红、一级"),
            ),
            EntryField(key=f"response_{level.value}", label=say("要求怎么办"), is_half=True),
        )
    )
    return (
        EntryField(key="name", label=say("名称"), is_required=True, is_half=True),
        EntryField(key="basis", label=say("依据"), is_required=True, is_half=True),
        *steps,
        EntryField(key="is_verified", label=say("已与主管部门核实"), kind=FieldKind.TICK),
    )


def _values(scale: LocalRiskScale) -> dict[str, str]:
    values = {"name": scale.name, "basis": scale.basis, "is_verified": YES if scale.is_verified else ""}
    for step in scale.steps:
        values[f"name_{step.level.value}"] = step.name
        values[f"response_{step.level.value}"] = step.response
    return values


def _read(values: Values, stored: LocalRiskScale) -> LocalRiskScale:
    known = {step.level: step.id for step in stored.steps}
    steps = tuple(
        RiskStep(
            id=known.get(level) or new_id(),
            level=level,
            name=one_line(values.get(f"name_{level.value}", "")),
            response=one_line(values.get(f"response_{level.value}", "")),
        )
        for level in _LEVELS
    )
    return replace(
        stored,
        name=one_line(values.get("name", "")),
        steps=steps,
        basis=one_line(values.get("basis", "")),
        is_verified=values.get("is_verified", "") == YES,
    )


def _problems(values: Values) -> tuple[FieldProblem, ...]:
    found = []
    if not values.get("name", "").strip():
        found.append(FieldProblem("name", InvalidInput("risk_scale.name_missing", field="name")))
    for level in _LEVELS:
        key = f"name_{level.value}"
        if not values.get(key, "").strip():
            error = InvalidInput("risk_scale.level_missing", field=key, level=level.term)
            found.append(FieldProblem(key, error))
    if not values.get("basis", "").strip():
        found.append(FieldProblem("basis", InvalidInput("risk_scale.basis_missing", field="basis")))
    return tuple(found)
