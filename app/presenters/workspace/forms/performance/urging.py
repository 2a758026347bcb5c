"""催告: whom, for what, how, by when, and what they said; a written one issues the letter."""

from __future__ import annotations

from uuid import UUID

from app.domain.disputes.channels.law import in_law_of
from app.domain.disputes.channels.papers import title_in
from app.domain.errors import NotFound
from app.domain.filing.kinds import DocumentKind
from app.domain.settlements.performance.plans import PerformancePlan
from app.domain.settlements.performance.urgings import Urging, UrgingManner
from app.domain.values.ids import new_id
from app.presenters.desk import Desk
from app.presenters.workspace.folder import CaseFolder
from app.presenters.workspace.forms import reading as read
from app.presenters.workspace.forms.acceptance import terms
from app.presenters.workspace.forms.asked import FieldKind, Form, FormField, Sent, Values
from app.presenters.workspace.forms.endings import today_field
from app.presenters.workspace.forms.performance.parts import (
    Located,
    ids_in,
    item_words,
    locate_urging,
    now_of,
    open_items,
    step_words,
)
from app.presenters.workspace.papers import Paper

ShownIf = tuple[str, tuple[str, ...]] | None


def _urging_words(desk: Desk, folder: CaseFolder) -> str:
    """Say whose duty it is to urge, where a committee mediated; and what a written one issues."""
    say, paper = desk.translator.text, title_in(folder.channel, DocumentKind.URGING_LETTER)
    issued = say("书面催告出具《{paper}》。", paper=say(paper))
    if folder.channel is not None and not folder.channel.may_issue_agreement:
        return issued
    duty = say("督促履行是调委会的职责（人民调解法第三十一条）。")
    return in_law_of(folder.channel, duty) + issued


def urge_form(desk: Desk, folder: CaseFolder, item_id: UUID | None = None) -> Form:
    """Urge performance of what is overdue in one plan; ``item_id`` ticks one item alone."""
    say = desk.translator.text
    found = open_items(folder)
    if not found:
        raise NotFound("performance.item_not_found", id=str(item_id))
    plan = next((entry.plan for entry in found if entry.item.id == item_id), found[0].plan)
    offered = tuple(Located(plan, item) for item in plan.open_items)
    late = {item.id for item in plan.overdue(desk.today)} or {plan.open_items[0].id}
    ticked = {item_id} if item_id is not None else late

    def send(values: Values, seen: CaseFolder) -> Sent:
        return urging_sent(desk, seen, plan, ids_in(values, "items"), values)

    ways = desk.services.performance.legal_steps(folder.case.id).get(plan.id, ())
    return Form(
        key=f"urge/{item_id or plan.id}",
        case_id=folder.case.id,
        title=say("催告"),
        words=(_urging_words(desk, folder),),
        earlier=tuple(step_words(desk, step) for step in ways),
        verb=say("记录催告"),
        fields=(
            FormField(
                key="items",
                label=say("催告的事项"),
                kind=FieldKind.TICKS,
                value=",".join(str(entry.item.id) for entry in offered if entry.item.id in ticked),
                options=tuple((str(entry.item.id), item_words(desk, entry)) for entry in offered),
                is_required=True,
            ),
            *urging_fields(desk, None),
        ),
        send=send,
        is_wide=True,
    )


def urging_fields(desk: Desk, shown_if: ShownIf) -> tuple[FormField, ...]:
    """Ask how somebody was urged, and what was answered."""
    say = desk.translator.text
    today = today_field(desk, "urged_on", say("催告日期"))
    return (
        FormField(
            key="urging_manner",
            label=say("催告方式"),
            kind=FieldKind.CHOICE,
            value=UrgingManner.PHONE.value,
            options=terms(desk.translator, UrgingManner),
            is_required=True,
            is_half=True,
            shown_if=shown_if,
        ),
        FormField(
            key=today.key,
            label=today.label,
            kind=FieldKind.DAY,
            value=today.value,
            is_required=True,
            is_half=True,
            shown_if=shown_if,
        ),
        FormField(
            key="pay_by",
            label=say("要求在何日前履行"),
            kind=FieldKind.DAY,
            is_half=True,
            shown_if=shown_if,
        ),
        FormField(key="urging_note", label=say("催告内容"), kind=FieldKind.TEXT, shown_if=shown_if),
        FormField(
            key="answer",
            label=say("对方答复"),
            kind=FieldKind.TEXT,
            hint=say("当场没有答复的，以后补记"),
            shown_if=shown_if,
        ),
    )


def urging_sent(
    desk: Desk, seen: CaseFolder, plan: PerformancePlan, item_ids: tuple[UUID, ...], values: Values
) -> Sent:
    """Record an urging as typed; a written one comes back with its letter to print."""
    say, service = desk.translator.text, desk.services.performance
    now = now_of(seen, plan)
    urging = _urging(desk, now, item_ids, values)
    if urging.manner is not UrgingManner.LETTER:
        done = service.urge(seen.case.id, now.id, urging, actor=desk.actor, version=now.version)
        return Sent(done.changes, say("已记录催告"))
    issued = service.urge_by_letter(seen.case.id, now.id, urging, actor=desk.actor, version=now.version)
    document = issued.value
    pdf = desk.services.issuing.bytes_of(document.id)
    paper = Paper(pdf, document.title, document.copies, issued.changes)
    return Sent(issued.changes, say("已出具履行催告书"), paper)


def answer_form(desk: Desk, folder: CaseFolder, urging_id: UUID) -> Form:
    """Write down what somebody answered to an urging, once."""
    say = desk.translator.text
    plan, urging = locate_urging(folder, urging_id)

    def send(values: Values, seen: CaseFolder) -> Sent:
        now = now_of(seen, plan)
        done = desk.services.performance.answer(
            seen.case.id,
            now.id,
            urging_id,
            read.text(values, "answer"),
            read.day(values, "answered_on", desk.today),
            actor=desk.actor,
            version=now.version,
        )
        return Sent(done.changes, say("已记录答复"))

    return Form(
        key=f"answer/{urging_id}",
        case_id=folder.case.id,
        title=say("记录答复"),
        words=(
            say(
                "{day} {manner}催告 {names}",
                day=desk.formats.day(urging.urged_on),
                manner=say(urging.manner.term),
                names=urging.addressees,
            ),
        ),
        verb=say("记录答复"),
        fields=(
            today_field(desk, "answered_on", say("答复日期")),
            FormField(key="answer", label=say("对方答复"), kind=FieldKind.TEXT, is_required=True),
        ),
        send=send,
    )


def _urging(desk: Desk, plan: PerformancePlan, item_ids: tuple[UUID, ...], values: Values) -> Urging:
    items = [item for item in plan.items if item.id in item_ids]
    payer_ids = tuple(dict.fromkeys(payer for item in items for payer in item.payer_ids))
    names = dict.fromkeys(name for item in items for name in item.payers.split("、") if name)
    answer = read.text(values, "answer")
    urged_on = read.day(values, "urged_on", desk.today)
    return Urging(
        id=new_id(),
        urged_on=urged_on,
        manner=read.choice(values, "urging_manner", UrgingManner),
        item_ids=tuple(item.id for item in items),
        addressee_ids=payer_ids,
        addressees="、".join(names),
        pay_by=read.day_or_none(values, "pay_by", desk.today),
        note=read.text(values, "urging_note"),
        answer=answer,
        answered_on=urged_on if answer else None,
        recorded_at=desk.clock.now(),
        recorded_by=desk.actor.name,
    )
