"""Sending a case on, setting warnings aside, and naming the units that mediate together."""

from __future__ import annotations

from uuid import UUID

from app.domain.disputes.cases import Case
from app.domain.disputes.handling import CoOrganisation, HandlingMode, TriageDecision
from app.domain.disputes.risk_dismissals import RiskDismissal
from app.domain.disputes.sources import RiskLevel
from app.domain.disputes.triage.advice import Suggestion
from app.domain.errors import InvalidInput
from app.domain.values.ids import new_id
from app.domain.values.texts import one_line
from app.presenters.channel_words import limit_words
from app.presenters.desk import Desk
from app.presenters.intake.words import TIERS
from app.presenters.triage.reason_words import ReasonWords
from app.presenters.workspace.folder import CaseFolder
from app.presenters.workspace.forms import reading as read
from app.presenters.workspace.forms.acceptance import terms
from app.presenters.workspace.forms.asked import FieldKind, Form, FormField, Sent, Values
from app.presenters.workspace.forms.channels.choosing import channel_field, channel_words

_MOST_REASONS = 6
_UNIT_PARTS = 4


def triage_form(desk: Desk, folder: CaseFolder) -> Form:
    """Send a case on, or anew while it is not accepted; another unit than advised needs a reason."""
    case, say = folder.case, desk.translator.text
    services, words = desk.services.triage, ReasonWords(desk)
    facts = services.facts_of_case(case)
    advice = services.advice(facts, case.organisation_id)
    by_id = {str(one.unit_id): one for one in advice}
    first = advice[0] if advice else None

    def send(values: Values, seen: CaseFolder) -> Sent:
        chosen = by_id[read.needed(values.get("unit") or None, "unit", "choice.missing")]
        decision = _decision(desk, words, advice[0], chosen, read.text(values, "override_reason"))
        done = services.send_on(
            case.id,
            decision,
            risk=read.choice(values, "risk", RiskLevel),
            tier=read.line(values, "tier") or chosen.tier,
            mode=read.member(HandlingMode, values.get("mode", "")),
            channel_code=values.get("channel_code", ""),
            actor=desk.actor,
            version=seen.case.version,
        )
        return Sent(done.changes, say("已分流至{unit}", unit=chosen.unit_name))

    last = case.triages[-1] if case.triages else None
    return Form(
        key="triage",
        case_id=case.id,
        title=say("重新分流") if last else say("分流"),
        words=(*_advised(desk, words, first), *channel_words(desk, case, first.channel))
        if first
        else (say("先在设置里登记单位及其归口。"),),
        earlier=_earlier(desk, folder),
        verb=say("分流"),
        fields=_triage_fields(desk, folder, advice, services.mode_for(facts)),
        send=send,
    )


def _decision(
    desk: Desk, words: ReasonWords, first: Suggestion, chosen: Suggestion, reason: str
) -> TriageDecision:
    return TriageDecision(
        id=new_id(),
        decided_at=desk.clock.now(),
        decided_by=desk.me.name,
        advised_unit=first.unit_name,
        advised_channel=first.channel,
        advised_points=first.points,
        advised_reasons="\n".join(_told(words, first)),
        unit_id=chosen.unit_id,
        unit_name=chosen.unit_name,
        channel=chosen.channel,
        override_reason=reason,
    )


def _earlier(desk: Desk, folder: CaseFolder) -> tuple[str, ...]:
    day = desk.formats.day
    return tuple(
        "　".join(part for part in (day(d.decided_at.date()), d.unit_name, d.override_reason) if part)
        for d in folder.case.triages
    )


def _advised(desk: Desk, words: ReasonWords, first: Suggestion) -> list[str]:
    say = desk.translator.text
    head = say(
        "建议：{channel}　{unit}，匹配 {points}。",
        channel=say(first.channel.term),
        unit=first.unit_name,
        points=first.points,
    )
    told = (*_told(words, first)[:_MOST_REASONS], *words.passed_over(first))
    return [part for part in (head, "；".join(told), words.who(first)) if part]


def _told(words: ReasonWords, suggestion: Suggestion) -> list[str]:
    return [f"{told} {points:+}" for told, points in words.lines(suggestion) if points]


def _triage_fields(
    desk: Desk, folder: CaseFolder, advice: tuple[Suggestion, ...], mode: HandlingMode | None
) -> tuple[FormField, ...]:
    say, case = desk.translator.text, folder.case
    chosen = case.triages[-1].unit_id if case.triages else advice[0].unit_id if advice else None
    return (
        FormField(
            key="unit",
            label=say("办理单位"),
            kind=FieldKind.CHOICE,
            value=str(chosen) if chosen else "",
            options=_units(desk, case, advice),
            is_required=True,
        ),
        channel_field(desk, case),
        FormField(
            key="override_reason",
            label=say("改派的理由"),
            kind=FieldKind.TEXT,
            hint=say("与建议不同时必填"),
        ),
        FormField(
            key="risk",
            label=say("风险等级"),
            kind=FieldKind.CHOICE,
            value=case.risk.value,
            options=terms(desk.translator, RiskLevel),
            is_required=True,
            is_half=True,
        ),
        FormField(
            key="tier",
            label=say("层级"),
            kind=FieldKind.CHOICE,
            value=case.tier,
            options=tuple((tier, say(tier)) for tier in dict.fromkeys((case.tier, *TIERS)) if tier),
            is_half=True,
        ),
        FormField(
            key="mode",
            label=say("处理方式"),
            kind=FieldKind.CHOICE,
            value=str(case.handling_mode or mode or ""),
            options=(("", "—"), *terms(desk.translator, HandlingMode)),
        ),
    )


def risk_form(desk: Desk, folder: CaseFolder) -> Form:
    """Set one warning aside with its reason; the level follows what still stands."""
    case, say = folder.case, desk.translator.text
    aside = {entry.code for entry in case.risk_dismissals}
    standing = {
        found.trigger.code: found
        for found in desk.services.triage.risks_of_case(case)
        if found.trigger.code not in aside
    }

    def send(values: Values, seen: CaseFolder) -> Sent:
        code = read.needed(values.get("code") or None, "code", "choice.missing")
        dismissal = RiskDismissal(
            id=new_id(),
            code=code,
            name=standing[code].trigger.name,
            reason=read.text(values, "reason"),
            dismissed_by=desk.me.name,
            dismissed_on=desk.today,
        )
        done = desk.services.triage.dismiss_risk(
            case.id, dismissal, actor=desk.actor, version=seen.case.version
        )
        return Sent(done.changes, say("已排除，风险等级：{level}", level=say(done.value.risk.term)))

    return Form(
        key="risk",
        case_id=case.id,
        title=say("排除风险情形"),
        words=(say("核实后不成立的可以排除，理由留在案件里。"),),
        verb=say("排除"),
        fields=(
            FormField(
                key="code",
                label=say("情形"),
                kind=FieldKind.CHOICE,
                value=next(iter(standing), ""),
                options=tuple(
                    (code, say("{name}：{words}", name=say(found.trigger.name), words="、".join(found.told)))
                    for code, found in standing.items()
                ),
                is_required=True,
            ),
            FormField(key="reason", label=say("理由"), kind=FieldKind.TEXT, is_required=True),
        ),
        send=send,
    )


def share_form(desk: Desk, folder: CaseFolder) -> Form:
    """Name the units that mediate together with the leading one, one a line (互动调解)."""
    case, say = folder.case, desk.translator.text

    def send(values: Values, seen: CaseFolder) -> Sent:
        units = read_units(values.get("units", ""), seen.case.co_organisations)
        done = desk.services.triage.share(case.id, units, actor=desk.actor, version=seen.case.version)
        return Sent(done.changes, say("联合调解：{n} 个协同单位", n=len(units)))

    return Form(
        key="share",
        case_id=case.id,
        title=say("联合调解"),
        words=(say("牵头单位不变；协同单位参加同一次调解，写进笔录的参加人。"),),
        verb=say("保存"),
        fields=(
            FormField(
                key="units",
                label=say("协同单位"),
                kind=FieldKind.TEXT,
                value=unit_lines(case.co_organisations),
                hint=say("一行一个：单位，分工，联系人，电话。后三项可不填"),
            ),
        ),
        send=send,
    )


def read_units(typed: str, known: tuple[CoOrganisation, ...]) -> tuple[CoOrganisation, ...]:
    """Read one unit a line, parts apart by commas; a unit typed as before keeps its id."""
    ids = {unit.name: unit.id for unit in known}
    found = []
    for line in typed.splitlines():
        parts = [one_line(part) for part in line.replace(",", "，").split("，")]
        if not any(parts):
            continue
        if len(parts) > _UNIT_PARTS:
            raise InvalidInput("co_organisation.line_too_long", field="units", typed=one_line(line))
        name, duty, contact, phone = (*parts, "", "", "", "")[:_UNIT_PARTS]
        found.append(CoOrganisation(id=_id(ids, name), name=name, duty=duty, contact=contact, phone=phone))
    return tuple(found)


def _id(ids: dict[str, UUID], name: str) -> UUID:
    return ids.pop(name) if name in ids else new_id()


def unit_lines(units: tuple[CoOrganisation, ...]) -> str:
    """Write units as they are typed."""
    return "\n".join(f"{u.name}，{u.duty}，{u.contact}，{u.phone}".rstrip("，") for u in units)


def _units(desk: Desk, case: Case, advice: tuple[Suggestion, ...]) -> tuple[tuple[str, str], ...]:
    """Offer every unit with its points and how long its channel may take."""
    say = desk.translator.text
    return tuple(
        (
            str(one.unit_id),
            say(
                "{unit}　{points}　{limit}",
                unit=one.unit_name,
                points=one.points,
                limit=limit_words(desk, one.channel, case.source, case.dispute_type),
            ).rstrip("　"),
        )
        for one in advice
    )
