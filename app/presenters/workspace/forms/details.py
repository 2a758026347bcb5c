"""Correcting what was told: the dispute itself; only the fields changed are written over the stored case."""

from __future__ import annotations

from dataclasses import replace

from app.domain.changes import Changes
from app.domain.disputes.cases import Case
from app.domain.disputes.sources import RiskFlag, RiskLevel
from app.domain.values.days.moments import local_day
from app.presenters.desk import Desk
from app.presenters.intake.words import TIERS
from app.presenters.workspace.folder import CaseFolder
from app.presenters.workspace.forms import reading as read
from app.presenters.workspace.forms.acceptance import terms
from app.presenters.workspace.forms.asked import FieldKind, Form, FormField, Sent, Values


def details_form(desk: Desk, folder: CaseFolder) -> Form:
    """Correct title, type, sum, place, facts, requests, people concerned, risk and tier."""
    case = folder.case
    say = desk.translator.text
    fields = _fields(desk, folder)
    stands = written(desk, case)
    before = {field.key: stands[field.key] for field in fields}

    def send(values: Values, seen: CaseFolder) -> Sent:
        changed = frozenset(key for key in before if values.get(key, "") != before[key])
        corrected = corrected_case(seen, values, changed)
        if corrected == seen.case:
            return Sent(Changes(), "")
        done = desk.services.cases.update_details(corrected, actor=desk.actor)
        return Sent(done.changes, say("已补正案情"))

    return Form(
        key="details",
        case_id=case.id,
        title=say("改案情"),
        words=(say("登记号、登记和收到申请的时间不变。每处改动都记入经过。"),),
        verb=say("保存"),
        fields=tuple(replace(field, value=before[field.key]) for field in fields),
        send=send,
        is_wide=True,
    )


def _fields(desk: Desk, folder: CaseFolder) -> tuple[FormField, ...]:
    case = folder.case
    say = desk.translator.text
    types = desk.services.people.dispute_types(local_day(case.registered_at))
    kinds = tuple((entry.code, entry.name) for entry in types.types)
    if case.dispute_type not in dict(kinds):
        kinds = ((case.dispute_type, types.name_of(case.dispute_type)), *kinds)
    tiers = tuple((tier, say(tier)) for tier in dict.fromkeys((*TIERS, case.tier)) if tier)
    studios = tuple((str(studio.id), studio.name) for studio in folder.organisation.studios)
    return (
        FormField(key="title", label=say("案由"), is_required=True),
        _choice("dispute_type", say("纠纷类型"), kinds, is_required=True),
        FormField(key="amount", label=say("标的（元）"), kind=FieldKind.MONEY, is_half=True),
        FormField(key="place", label=say("发生地"), is_half=True),
        FormField(key="headcount", label=say("涉及人数"), is_half=True),
        _choice("tier", say("层级"), tiers),
        _choice("risk", say("风险"), terms(desk.translator, RiskLevel), is_required=True),
        _choice("studio_id", say("调解室"), (("", "—"), *studios)),
        FormField(key="source_note", label=say("来文"), is_half=True),
        FormField(
            key="risk_flags",
            label=say("风险因素"),
            kind=FieldKind.TICKS,
            options=terms(desk.translator, RiskFlag),
        ),
        FormField(key="facts", label=say("经过"), kind=FieldKind.TEXT, is_required=True),
        FormField(key="requests", label=say("诉求"), kind=FieldKind.TEXT),
    )


def written(desk: Desk, case: Case) -> dict[str, str]:
    """Give the details as they stand in the fields."""
    return {
        "title": case.title,
        "dispute_type": case.dispute_type,
        "amount": "" if case.amount is None else desk.formats.money(case.amount),
        "place": case.place,
        "headcount": str(case.headcount) if case.headcount else "",
        "tier": case.tier,
        "risk": case.risk.value,
        "studio_id": str(case.studio_id or ""),
        "source_note": case.source_note,
        "risk_flags": ",".join(flag.value for flag in RiskFlag if flag in case.risk_flags),
        "facts": case.facts,
        "requests": case.requests,
    }


def corrected_case(seen: CaseFolder, values: Values, changed: frozenset[str]) -> Case:
    """Put the changed fields over the case as seen; all others keep what is stored.

    Raises InvalidInput at the field for what cannot be read.
    """
    case = seen.case
    studio = next((s.id for s in seen.organisation.studios if str(s.id) == values.get("studio_id")), None)
    told = replace(
        case,
        title=read.line(values, "title"),
        dispute_type=values["dispute_type"],
        amount=read.money(values, "amount"),
        place=read.line(values, "place"),
        headcount=read.number(values, "headcount") or 0,
        tier=values.get("tier", ""),
        risk=read.choice(values, "risk", RiskLevel),
        studio_id=studio,
        source_note=read.line(values, "source_note"),
        risk_flags=read.choices(values, "risk_flags", RiskFlag),
        facts=read.text(values, "facts"),
        requests=read.text(values, "requests"),
    )
    return replace(case, **{key: getattr(told, key) for key in changed})


def _choice(
    key: str, label: str, options: tuple[tuple[str, str], ...], *, is_required: bool = False
) -> FormField:
    return FormField(
        key=key, label=label, kind=FieldKind.CHOICE, options=options, is_required=is_required, is_half=True
    )
