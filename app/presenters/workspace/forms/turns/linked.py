"""Cases that belong together: merged, split, begun anew, linked by hand."""

from __future__ import annotations

from uuid import UUID

from app.domain.disputes.lifecycle.links import LinkKind
from app.domain.disputes.sources import CaseSource, MediationChannel
from app.domain.values.termed import Termed
from app.presenters.desk import Desk
from app.presenters.workspace.folder import CaseFolder
from app.presenters.workspace.forms import reading as read
from app.presenters.workspace.forms.acceptance import terms
from app.presenters.workspace.forms.asked import FieldKind, Form, FormField, Sent, Values
from app.presenters.workspace.forms.turns.asking import (
    day_field,
    number_field,
    other_case,
    parties_of,
    reason_field,
)

_ANEW = (LinkKind.RELAPSE, LinkKind.REOPENED, LinkKind.CHANNEL_CHANGE)


def merge_form(desk: Desk, folder: CaseFolder) -> Form:
    """Merge this case into another open one."""
    case = folder.case
    say = desk.translator.text

    def send(values: Values, seen: CaseFolder) -> Sent:
        done = desk.services.lifecycle.merge(
            case.id,
            other_case(desk, values),
            reason=read.text(values, "reason"),
            on=read.day(values, "on", desk.today),
            actor=desk.actor,
            version=seen.case.version,
        )
        told = say("已并入 {number}", number=done.value.intake_number)
        return Sent(done.changes, told, undo_version=seen.case.version + 1)

    return Form(
        key="merge",
        case_id=case.id,
        title=say("并案"),
        words=(
            say(
                "{number} 并入另一件在办的案件：那里没有的当事人带过去，两件互相关联。",
                number=case.intake_number,
            ),
            say("本件办结，登记号作废并写明并入哪一件；材料留在本件，可随时打开。"),
        ),
        verb=say("并案"),
        fields=(number_field(desk, say("并入哪一件")), day_field(desk, say("日期")), reason_field(desk)),
        send=send,
        is_danger=True,
    )


def split_form(desk: Desk, folder: CaseFolder) -> Form:
    """Take a part of the dispute out as a case of its own."""
    case = folder.case
    say = desk.translator.text

    def send(values: Values, seen: CaseFolder) -> Sent:
        chosen = {key for key in values.get("parties", "").split(",") if key}
        done = desk.services.lifecycle.split(
            case.id,
            tuple(party.id for party in case.parties if str(party.id) in chosen),
            facts=read.text(values, "facts"),
            requests=read.text(values, "requests"),
            reason=read.text(values, "reason"),
            actor=desk.actor,
            version=seen.case.version,
        )
        return Sent(done.changes, say("已分出 {number}", number=done.value.intake_number))

    return Form(
        key="split",
        case_id=case.id,
        title=say("分案"),
        words=(say("分出的案件另取登记号，与本件关联；本件照常办理，当事人不减少。"),),
        verb=say("分案"),
        fields=(
            FormField(
                key="parties",
                label=say("哪些当事人"),
                kind=FieldKind.TICKS,
                value=",".join(key for key, _name in parties_of(case)),
                options=parties_of(case),
                is_required=True,
            ),
            FormField(key="facts", label=say("分出的事实"), kind=FieldKind.TEXT, is_required=True),
            FormField(key="requests", label=say("诉求"), kind=FieldKind.TEXT),
            reason_field(desk, say("分案的原因")),
        ),
        send=send,
        is_wide=True,
    )


def anew_form(desk: Desk, folder: CaseFolder) -> Form:
    """Begin a new case because the dispute broke out again."""
    case = folder.case
    say = desk.translator.text

    def send(values: Values, _seen: CaseFolder) -> Sent:
        kind = read.choice(values, "kind", LinkKind)
        changed = kind is LinkKind.CHANNEL_CHANGE
        done = desk.services.lifecycle.open_anew(
            case.id,
            kind,
            facts=read.text(values, "facts"),
            requests=read.text(values, "requests"),
            reason=read.line(values, "reason"),
            source=read.choice(values, "source", CaseSource),
            channel=read.choice(values, "channel", MediationChannel) if changed else None,
            actor=desk.actor,
        )
        return Sent(done.changes, say("已另立 {number}", number=done.value.intake_number))

    return Form(
        key="anew",
        case_id=case.id,
        title=say("再次发生，另立新案"),
        words=(say("当事人、发生地、类型沿用本件，另取登记号，两件互相关联；经过请重新填写。"),),
        verb=say("另立新案"),
        fields=_anew_fields(desk, folder),
        send=send,
        is_wide=True,
    )


def _anew_fields(desk: Desk, folder: CaseFolder) -> tuple[FormField, ...]:
    case = folder.case
    say = desk.translator.text
    return (
        _choice("kind", say("与本件的关系"), tuple((kind.value, say(kind.term)) for kind in _ANEW)),
        FormField(
            key="channel",
            label=say("改走的渠道"),
            kind=FieldKind.CHOICE,
            options=terms(desk.translator, MediationChannel),
            is_required=True,
            shown_if=("kind", (LinkKind.CHANNEL_CHANGE.value,)),
        ),
        FormField(
            key="source",
            label=say("来源"),
            kind=FieldKind.CHOICE,
            value=_window_unless_initiative(case.source).value,
            options=terms(desk.translator, CaseSource),
            is_required=True,
            is_half=True,
        ),
        FormField(key="reason", label=say("说明"), is_half=True),
        FormField(key="facts", label=say("经过"), kind=FieldKind.TEXT, is_required=True),
        FormField(key="requests", label=say("诉求"), kind=FieldKind.TEXT),
    )


def relate_form(desk: Desk, folder: CaseFolder) -> Form:
    """Link another case that has to do with this one."""
    case = folder.case
    say = desk.translator.text

    def send(values: Values, _seen: CaseFolder) -> Sent:
        done = desk.services.lifecycle.relate(
            case.id, other_case(desk, values), read.text(values, "reason"), actor=desk.actor
        )
        return Sent(done.changes, say("已关联"))

    return Form(
        key="relate",
        case_id=case.id,
        title=say("关联案件"),
        words=(say("两件的概况里都会看到对方，按 Enter 打开。"),),
        verb=say("关联"),
        fields=(
            number_field(desk, say("哪一件")),
            FormField(key="reason", label=say("说明"), kind=FieldKind.TEXT),
        ),
        send=send,
    )


def unrelate_form(desk: Desk, folder: CaseFolder, link_id: UUID) -> Form:
    """Take a link made by hand away."""
    say = desk.translator.text
    linked = next((entry for entry in folder.links if entry.link.id == link_id), None)
    number = linked.intake_number if linked is not None else ""

    def send(_values: Values, _seen: CaseFolder) -> Sent:
        done = desk.services.lifecycle.unrelate(link_id, actor=desk.actor)
        return Sent(done.changes, say("已取消关联"))

    return Form(
        key=f"unrelate/{link_id}",
        case_id=folder.case.id,
        title=say("取消关联"),
        words=(say("与 {number} 不再关联，两件的经过里都留下记录。", number=number),),
        verb=say("取消关联"),
        fields=(),
        send=send,
    )


def _choice(key: str, label: str, options: tuple[tuple[str, str], ...]) -> FormField:
    return FormField(
        key=key, label=label, kind=FieldKind.CHOICE, value=options[0][0], options=options, is_required=True
    )


def _window_unless_initiative(source: CaseSource) -> Termed:
    """Propose how the new case came in: seldom the way of the old one, but initiative has no applicant."""
    return source if source is CaseSource.INITIATIVE else CaseSource.WINDOW
