"""Work orders as forms: recorded, told, objected to, replied to; and who answers for anything in transit."""

from __future__ import annotations

from uuid import UUID

from app.domain.duties.referrals.links import ORDER_OF
from app.domain.duties.referrals.orders import WorkOrder, WorkOrderKind
from app.domain.errors import NotFound
from app.domain.filing.kinds import DocumentKind
from app.domain.values.ids import new_id
from app.presenters.desk import Desk
from app.presenters.workspace.folder import CaseFolder
from app.presenters.workspace.forms import reading as read
from app.presenters.workspace.forms.acceptance import terms
from app.presenters.workspace.forms.asked import FieldKind, Form, FormField, Sent, Values
from app.presenters.workspace.forms.links.fields import (
    Page,
    day_field,
    owner_field,
    owner_of,
    print_field,
    with_letter,
)


def order_in(folder: CaseFolder, id_: UUID) -> WorkOrder:
    """Find a work order of the case; NotFound when it is another's."""
    found = folder.dealings.order(id_)
    if found is None:
        raise NotFound("order.not_found", id=str(id_))
    return found


def order_form(desk: Desk, folder: CaseFolder) -> Form:
    """Record the work order a case came with, when the intake did not."""
    case = folder.case
    say = desk.translator.text

    def send(values: Values, _seen: CaseFolder) -> Sent:
        owner = owner_of(desk, values)
        told = WorkOrder(
            id=new_id(),
            case_id=case.id,
            kind=read.choice(values, "kind", WorkOrderKind),
            number=read.line(values, "number"),
            issuer=read.line(values, "issuer"),
            received_on=read.day(values, "received_on", desk.today),
            caller=read.line(values, "caller"),
            demand=read.text(values, "demand"),
            reply_due=read.day_or_none(values, "reply_due", desk.today),
            owner_id=owner.id,
            owner_name=owner.name,
        )
        done = desk.services.dealings.orders.receive(told, actor=desk.actor)
        return Sent(done.changes, say("已登记工单 {number}", number=told.number))

    kind = ORDER_OF.get(case.source)
    return Form(
        key="order",
        case_id=case.id,
        title=say("登记工单"),
        verb=say("登记"),
        fields=(
            FormField(
                key="kind",
                label=say("工单种类"),
                kind=FieldKind.CHOICE,
                value=kind.value if kind else "",
                options=terms(desk.translator, WorkOrderKind),
                is_required=True,
            ),
            FormField(key="number", label=say("工单号"), is_required=True, is_half=True),
            FormField(key="issuer", label=say("交办单位"), is_half=True),
            day_field(desk, "received_on", say("收到日期")),
            day_field(desk, "reply_due", say("工单写明的回复期限"), is_needed=False),
            FormField(key="caller", label=say("来电人"), is_half=True, hint=say("显示和打印时只留姓")),
            owner_field(desk),
            FormField(key="demand", label=say("诉求内容"), kind=FieldKind.TEXT),
        ),
        send=send,
        is_wide=True,
    )


def answer_form(desk: Desk, folder: CaseFolder, id_: UUID) -> Form:
    """Reply to a work order; the text is written, never filled in."""
    order = order_in(folder, id_)
    say = desk.translator.text

    def send(values: Values, seen: CaseFolder) -> Sent:
        done = desk.services.dealings.orders.answer(
            id_,
            read.day(values, "on", desk.today),
            read.text(values, "reply"),
            actor=desk.actor,
            version=order_in(seen, id_).version,
        )
        sent = Sent(done.changes, say("已回复工单 {number}", number=order.number))
        return with_letter(desk, values, sent, Page(DocumentKind.ORDER_REPLY, seen.case.id, id_))

    return Form(
        key=f"order-answer-{id_}",
        case_id=folder.case.id,
        title=say("回复工单"),
        earlier=tuple(part for part in (order.number, order.demand) if part),
        verb=say("回复"),
        fields=(
            day_field(desk, "on", say("回复日期")),
            FormField(key="reply", label=say("回复内容"), kind=FieldKind.TEXT, is_required=True),
            print_field(say("打印回复单")),
        ),
        send=send,
    )


def answer_first_form(desk: Desk, folder: CaseFolder) -> Form:
    """Reply to the first work order that waits, as 更多 asks."""
    waiting = next((order.id for order in folder.dealings.orders if order.replied_on is None), None)
    if waiting is None:
        raise NotFound("order.not_found", id=str(folder.case.id))
    return answer_form(desk, folder, waiting)


def inform_form(desk: Desk, folder: CaseFolder, id_: UUID) -> Form:
    """Record that the petitioner was told in writing that the matter is taken up."""
    order = order_in(folder, id_)
    say = desk.translator.text

    def send(values: Values, seen: CaseFolder) -> Sent:
        on = read.day(values, "on", desk.today)
        done = desk.services.dealings.orders.inform(
            id_, on, actor=desk.actor, version=order_in(seen, id_).version
        )
        return Sent(done.changes, say("已记录告知受理"))

    return Form(
        key=f"order-inform-{id_}",
        case_id=folder.case.id,
        title=say("告知受理"),
        words=(say("自收到之日起十五日内书面告知信访人接收情况和办理途径（信访工作条例第二十三条）。"),),
        earlier=(order.number,),
        verb=say("记录告知"),
        fields=(day_field(desk, "on", say("告知日期")),),
        send=send,
    )


def object_form(desk: Desk, folder: CaseFolder, id_: UUID) -> Form:
    """Send back a petition matter that is not ours, with detailed reasons."""
    order = order_in(folder, id_)
    say = desk.translator.text

    def send(values: Values, seen: CaseFolder) -> Sent:
        done = desk.services.dealings.orders.object_to(
            id_,
            read.day(values, "on", desk.today),
            read.text(values, "reason"),
            actor=desk.actor,
            version=order_in(seen, id_).version,
        )
        return Sent(done.changes, say("已提出异议"))

    return Form(
        key=f"order-object-{id_}",
        case_id=folder.case.id,
        title=say("提出异议"),
        words=(
            say("不属于本单位职权的，自收到之日起五个工作日内提出，详细说明理由（信访工作条例第二十三条）。"),
        ),
        earlier=(order.number,),
        verb=say("提出异议"),
        fields=(
            day_field(desk, "on", say("日期")),
            FormField(key="reason", label=say("理由"), kind=FieldKind.TEXT, is_required=True),
        ),
        send=send,
        is_danger=True,
    )


def hand_over_form(desk: Desk, folder: CaseFolder, id_: UUID) -> Form:
    """Put anything in transit into the hands of another member of staff."""
    links = folder.dealings
    found = links.referral(id_) or links.guided(id_) or order_in(folder, id_)
    say = desk.translator.text

    def send(values: Values, seen: CaseFolder) -> Sent:
        owner, note = owner_of(desk, values), read.line(values, "note")
        services, actor, now = desk.services.dealings, desk.actor, seen.dealings
        referral, guided = now.referral(id_), now.guided(id_)
        told = say("已转交{name}", name=owner.name)
        if referral is not None:
            version = referral.version
            return Sent(
                services.referrals.hand_over(id_, owner.id, note, actor=actor, version=version).changes, told
            )
        if guided is not None:
            version = guided.version
            return Sent(
                services.guidance.hand_over(id_, owner.id, note, actor=actor, version=version).changes, told
            )
        version = order_in(seen, id_).version
        return Sent(
            services.orders.hand_over(id_, owner.id, note, actor=actor, version=version).changes, told
        )

    return Form(
        key=f"link-hand-over-{id_}",
        case_id=folder.case.id,
        title=say("转交责任人"),
        words=(say("现由 {name} 负责。每一件在途的都要有人负责。", name=found.owner_name),),
        verb=say("转交"),
        fields=(
            owner_field(desk, value="", is_half=False),
            FormField(key="note", label=say("交接说明")),
        ),
        send=send,
    )
