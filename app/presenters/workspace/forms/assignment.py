"""Appointing the mediators of a case (人民调解法 art. 19), with the open cases each carries."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from app.domain.disputes.cases import CaseMediator, MediatorRole, SelectedBy
from app.domain.disputes.channels.law import in_law_of
from app.domain.disputes.channels.rules import Channel, ChannelTopic
from app.domain.disputes.recusal.findings import ConflictFinding, ConflictStrength
from app.domain.people.staff import StaffMember, StaffRole
from app.domain.values.ids import new_id
from app.presenters.channel_words import chosen_by
from app.presenters.desk import Desk
from app.presenters.workspace.folder import CaseFolder
from app.presenters.workspace.forms import reading as read
from app.presenters.workspace.forms.asked import FieldKind, Form, FormField, Sent, Values
from app.presenters.workspace.forms.course.recusal import finding_words, mark_of

_ROLES = {"first": MediatorRole.FIRST, "second": MediatorRole.SECOND, "recorder": MediatorRole.RECORDER}


def assign_form(desk: Desk, folder: CaseFolder) -> Form:
    """Appoint or replace first mediator, second mediator and recorder; reads roster and loads."""
    case = folder.case
    say = desk.translator.text
    staff = tuple(m for m in desk.services.people.staff() if m.left_on is None or m.left_on > desk.today)
    loads = desk.services.people.loads()
    found = desk.services.recusal.on_roster(case.id)
    names = {member.id: member.name for member in staff}
    # Who serves already stays on offer, even after leaving the roster: nothing is unsaid by opening a form.
    names |= {mediator.staff_id: mediator.name for mediator in case.mediators}

    def send(values: Values, seen: CaseFolder) -> Sent:
        chosen = {key: values.get(key, "") for key in _ROLES}
        read.needed(chosen["first"] or None, "first", "choice.missing")
        on = read.day(values, "assigned_on", desk.today)
        mediators = tuple(
            CaseMediator(
                id=new_id(),
                staff_id=UUID(chosen[key]),
                name=names[UUID(chosen[key])],
                role=role,
                selected_by=read.choice(values, "selected_by", SelectedBy),
                assigned_on=on,
            )
            for key, role in _ROLES.items()
            if chosen[key]
        )
        done = desk.services.cases.assign(
            case.id,
            mediators,
            actor=desk.actor,
            version=seen.case.version,
            reason=read.text(values, "reason"),
        )
        return Sent(done.changes, say("由 {name} 承办", name=mediators[0].name))

    return Form(
        key="assign",
        case_id=case.id,
        title=say("更换调解员") if case.mediators else say("指派调解员"),
        words=(
            _who_may(desk, folder.channel),
            *_warnings(desk, found),
        ),
        verb=say("指派"),
        fields=_fields(desk, folder, staff, _Known(loads, found), names),
        send=send,
    )


def _who_may(desk: Desk, channel: Channel | None) -> str:
    """Say who appoints how many: the rule of the channel, the law's own where a committee mediates."""
    say = desk.translator.text
    if channel is None or channel.may_issue_agreement:
        told = say("可由调委会指定，也可由当事人选择；一人或数人（人民调解法第十九条）。")
        return in_law_of(channel, told)
    rules = channel.about(ChannelTopic.MEDIATOR)
    return "".join(say("{rule}（{article}）", rule=say(r.says), article=say(r.article)) for r in rules)


def _warnings(desk: Desk, found: dict[UUID, tuple[ConflictFinding, ...]]) -> Iterator[str]:
    """Say the gravest of each that asks for more than a look."""
    for findings in found.values():
        if findings[0].strength is not ConflictStrength.VERIFY:
            yield desk.translator.text(
                "{name} {finding}",
                name=findings[0].staff_name,
                finding=finding_words(desk.translator, findings[0]),
            )


@dataclass(frozen=True, slots=True)
class _Known:
    """What speaks for or against each: open cases, and what stands between them and this case."""

    loads: dict[UUID, int]
    found: dict[UUID, tuple[ConflictFinding, ...]]


def _fields(
    desk: Desk,
    folder: CaseFolder,
    staff: tuple[StaffMember, ...],
    known: _Known,
    names: dict[UUID, str],
) -> tuple[FormField, ...]:
    say = desk.translator.text

    def option(member: StaffMember) -> tuple[str, str]:
        load = say("{name}　在办 {n} 件", name=member.name, n=known.loads.get(member.id, 0))
        mark = mark_of(desk.translator, known.found.get(member.id, ()))
        return str(member.id), f"{load}　{mark}" if mark else load

    mediators = [member for member in staff if member.is_mediator]
    mediators.sort(key=lambda member: (known.loads.get(member.id, 0), member.name))
    recorders = [m for m in staff if StaffRole.RECORDER in m.roles or m.is_mediator]
    offered = tuple(option(member) for member in mediators)
    serving = {key: _serving(folder, role) for key, role in _ROLES.items()}
    return (
        _person(
            "first",
            say("首席调解员"),
            _with(offered, serving["first"], names),
            serving["first"],
            is_required=True,
        ),
        _person("second", say("调解员"), _with(offered, serving["second"], names), serving["second"]),
        _person(
            "recorder",
            say("记录人"),
            _with(tuple(option(m) for m in recorders), serving["recorder"], names),
            serving["recorder"],
        ),
        *_how_and_when(desk, folder),
    )


def _how_and_when(desk: Desk, folder: CaseFolder) -> tuple[FormField, ...]:
    case, say = folder.case, desk.translator.text
    ways = tuple((way.value, chosen_by(desk.translator, folder.channel, way)) for way in SelectedBy)
    return (
        FormField(
            key="selected_by",
            label=say("产生方式"),
            kind=FieldKind.CHOICE,
            value=(case.lead.selected_by if case.lead else SelectedBy.COMMITTEE).value,
            options=ways,
            is_required=True,
            is_half=True,
        ),
        FormField(
            key="assigned_on",
            label=say("日期"),
            kind=FieldKind.DAY,
            value=desk.formats.day(desk.today),
            is_required=True,
            is_half=True,
        ),
        *((FormField(key="reason", label=say("更换的原因"), kind=FieldKind.TEXT),) if case.mediators else ()),
    )


def _serving(folder: CaseFolder, role: MediatorRole) -> str:
    serving = folder.case.mediators_in(role)
    return str(serving[0].staff_id) if serving else ""


def _with(
    offered: tuple[tuple[str, str], ...], serving: str, names: dict[UUID, str]
) -> tuple[tuple[str, str], ...]:
    if not serving or serving in dict(offered):
        return offered
    return (*offered, (serving, names[UUID(serving)]))


def _person(
    key: str, label: str, options: tuple[tuple[str, str], ...], value: str, *, is_required: bool = False
) -> FormField:
    blank = () if is_required else (("", "—"),)
    return FormField(
        key=key,
        label=label,
        kind=FieldKind.CHOICE,
        value=value,
        options=(*blank, *options),
        is_required=is_required,
        is_half=not is_required,
    )
