"""The fee agreed in a channel that may charge; nowhere else does this form exist."""

from __future__ import annotations

from app.domain.disputes.channels.fees import AgreedFee
from app.domain.disputes.channels.rules import ChannelTopic
from app.domain.values.ids import new_id
from app.presenters.desk import Desk
from app.presenters.workspace.folder import CaseFolder
from app.presenters.workspace.forms import reading as read
from app.presenters.workspace.forms.asked import FieldKind, Form, FormField, Sent, Values


def fee_form(desk: Desk, folder: CaseFolder) -> Form:
    """Ask for the sum, on what it rests and who pays; a later one takes the place of this one."""
    case, say = folder.case, desk.translator.text
    rules = folder.channel.about(ChannelTopic.FEE) if folder.channel is not None else ()

    def send(values: Values, seen: CaseFolder) -> Sent:
        fee = AgreedFee(
            id=new_id(),
            amount=read.needed(read.money(values, "amount"), "amount", "channel.fee_missing"),
            basis=read.text(values, "basis"),
            payers=read.line(values, "payers"),
            on=read.day(values, "on", desk.today),
        )
        done = desk.services.lifecycle.agree_fee(case.id, fee, actor=desk.actor, version=seen.case.version)
        return Sent(done.changes, say("已记下：{fee}", fee=fee_words(desk, fee)))

    return Form(
        key="fee",
        case_id=case.id,
        title=say("约定收费"),
        words=tuple(say("{rule}（{article}）", rule=say(r.says), article=say(r.article)) for r in rules),
        earlier=tuple(fee_words(desk, fee) for fee in case.fees),
        verb=say("记下"),
        fields=_fields(desk, case.fees[-1] if case.fees else None),
        send=send,
    )


def fee_words(desk: Desk, fee: AgreedFee) -> str:
    """Tell one fee: sum, basis, payers, day."""
    parts = (
        desk.translator.text("{sum} 元", sum=desk.formats.money(fee.amount)),
        fee.basis,
        fee.payers,
        desk.formats.day(fee.on),
    )
    return "　".join(part for part in parts if part)


def _fields(desk: Desk, last: AgreedFee | None) -> tuple[FormField, ...]:
    say = desk.translator.text
    return (
        FormField(
            key="amount",
            label=say("调解费（元）"),
            kind=FieldKind.MONEY,
            value="" if last is None else str(last.amount),
            is_required=True,
            is_half=True,
        ),
        FormField(
            key="on",
            label=say("约定日期"),
            kind=FieldKind.DAY,
            value=desk.formats.day(desk.today),
            is_required=True,
            is_half=True,
        ),
        FormField(
            key="basis",
            label=say("收费依据"),
            kind=FieldKind.TEXT,
            value="" if last is None else last.basis,
            hint=say("如：本组织公开的收费标准第几项"),
            is_required=True,
        ),
        FormField(
            key="payers",
            label=say("由谁承担"),
            value="" if last is None else last.payers,
            hint=say("如：双方各半"),
        ),
    )
