"""更换渠道: the case ends with its reason, a linked new one goes on in another channel."""

from __future__ import annotations

from app.presenters.desk import Desk
from app.presenters.workspace.folder import CaseFolder
from app.presenters.workspace.forms import reading as read
from app.presenters.workspace.forms.asked import FieldKind, Form, FormField, Sent, Values
from app.presenters.workspace.forms.channels.choosing import channel_options
from app.presenters.workspace.forms.turns.asking import day_field, reason_field, told_field


def change_channel_form(desk: Desk, folder: CaseFolder) -> Form:
    """Close this case and begin it in another channel; an accepted one first tells the routes (art. 26)."""
    case = folder.case
    say = desk.translator.text
    told = (told_field(desk),) if case.accepted_on is not None else ()

    def send(values: Values, seen: CaseFolder) -> Sent:
        done = desk.services.lifecycle.change_channel(
            case.id,
            values.get("channel_code", ""),
            reason=read.text(values, "reason"),
            routes_told=read.ticked(values, told[0].key) if told else False,
            on=read.day(values, "on", desk.today),
            actor=desk.actor,
            version=seen.case.version,
        )
        return Sent(done.changes, say("已改走新渠道，另立 {number}", number=done.value.intake_number))

    return Form(
        key="change-channel",
        case_id=case.id,
        title=say("更换渠道"),
        words=(say("本件办结，另取登记号立新案；当事人、事实、诉求带过去，证据留在本件，两件互相打开。"),),
        verb=say("更换渠道"),
        fields=(
            FormField(
                key="channel_code",
                label=say("改走的渠道"),
                kind=FieldKind.CHOICE,
                options=channel_options(desk, without=case.channel_code),
                is_required=True,
            ),
            reason_field(desk),
            *told,
            day_field(desk, say("日期")),
        ),
        send=send,
        is_danger=True,
    )
