"""How a case ends: terminated, performed, followed up, closed; and notes on the way."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from app.domain.disputes.cases import TerminationReason
from app.domain.duties.four_duties import Duty, DutyKind, follow_up_by_mediator
from app.domain.filing.kinds import DocumentKind
from app.presenters.desk import Desk
from app.presenters.workspace.folder import CaseFolder
from app.presenters.workspace.forms import reading as read
from app.presenters.workspace.forms.acceptance import with_paper
from app.presenters.workspace.forms.asked import FieldKind, Form, FormField, Sent, Values
from app.presenters.workspace.forms.turns.asking import ending_fields, hand_overs, print_field
from app.presenters.workspace.papers import issue_paper


def terminate_form(desk: Desk, folder: CaseFolder) -> Form:
    """End mediation without agreement; the other routes must have been told (art. 26)."""
    case = folder.case
    say = desk.translator.text

    def send(values: Values, seen: CaseFolder) -> Sent:
        on = read.day(values, "ended_on", desk.today)
        done = desk.services.cases.terminate(
            case.id,
            read.choice(values, "reason", TerminationReason),
            read.text(values, "note"),
            read.ticked(values, "routes_told"),
            on,
            actor=desk.actor,
            version=seen.case.version,
            hand_overs=hand_overs(values, seen, on),
        )
        told = say("已终止调解，下一步回访")
        if not read.ticked(values, "print"):
            return Sent(done.changes, told, undo_version=done.value.version)
        return with_paper(
            desk, Sent(done.changes, told), lambda: issue_paper(desk, DocumentKind.TERMINATION, case.id)
        )

    return Form(
        key="terminate",
        case_id=case.id,
        title=say("终止调解"),
        words=(
            say("出具通知书之前可以撤销；结案之后可以另行申请，或者经批准重新办理。"),
            say("先告知当事人可以依法通过仲裁、行政、司法等途径维权（人民调解法第二十六条）。"),
        ),
        verb=say("终止调解"),
        fields=(
            *ending_fields(desk, folder),
            today_field(desk, "ended_on", say("日期")),
            print_field(say("出具并打印终止调解通知书")),
        ),
        send=send,
        is_danger=True,
        is_wide=True,
    )


def perform_form(desk: Desk, folder: CaseFolder) -> Form:
    """Record that everything agreed has been performed, with what proves it (art. 31)."""
    case = folder.case
    say = desk.translator.text

    def send(values: Values, seen: CaseFolder) -> Sent:
        done = desk.services.cases.perform(
            case.id,
            read.day(values, "performed_on", desk.today),
            read.text(values, "note"),
            actor=desk.actor,
            version=seen.case.version,
        )
        return Sent(done.changes, say("已记录履行，下一步回访"), undo_version=done.value.version)

    return Form(
        key="perform",
        case_id=case.id,
        title=say("记录履行"),
        words=(say("协议全部履行完毕时记录；部分履行先在“记一笔”中写明（人民调解法第三十一条）。"),),
        verb=say("记录履行"),
        fields=(
            today_field(desk, "performed_on", say("履行完毕日期")),
            FormField(
                key="note", label=say("凭证与情况"), kind=FieldKind.TEXT, hint=say("如：收条、转账回单")
            ),
        ),
        send=send,
    )


def follow_up_form(desk: Desk, folder: CaseFolder) -> Form:
    """Record the follow-up visit as the duty 包回访 with what was found; its completion moves the case on."""
    case, duty = folder.case, folder.duties.duty(DutyKind.FOLLOW_UP)
    say = desk.translator.text
    if duty.is_done:
        return _follow_up_by_duty(desk, folder, duty)
    staff = {str(member.id): member.name for member in desk.services.people.staff() if member.left_on is None}
    mediators = tuple(mediator.name for mediator in case.mediators)

    def send(values: Values, seen: CaseFolder) -> Sent:
        stored = seen.duties.duty(DutyKind.FOLLOW_UP)
        person_id = read.needed(values.get("person") or None, "person", "choice.missing")
        is_known = person_id in staff
        visited = replace(
            stored,
            responsible_person=staff[person_id] if is_known else stored.responsible_person,
            responsible_id=UUID(person_id) if is_known else stored.responsible_id,
            completed_on=read.day(values, "completed_on", desk.today),
            outcome=read.text(values, "outcome"),
            same_person_reason=read.text(values, "same_person_reason"),
        )
        done = desk.services.duties.save_duty(case.id, visited, actor=desk.actor, version=seen.duties.version)
        return Sent(done.changes, say("已记录回访"))

    opening = say("记入四包的“包回访”。如实写当事人怎么说、有没有新的矛盾。")
    advice = say("回访人最好不是本案调解员。") if follow_up_by_mediator(folder.duties, mediators) else ""
    return Form(
        key="follow-up",
        case_id=case.id,
        title=say("回访"),
        words=tuple(word for word in (opening, advice) if word),
        verb=say("记录回访"),
        fields=_follow_up_fields(desk, duty, staff, mediators),
        send=send,
    )


def _follow_up_fields(
    desk: Desk, duty: Duty, staff: dict[str, str], mediators: tuple[str, ...]
) -> tuple[FormField, ...]:
    say = desk.translator.text
    person = str(duty.responsible_id) if duty.responsible_id else "named" if duty.responsible_person else ""
    options = tuple(staff.items())
    if person and person not in staff:
        options = ((person, duty.responsible_person), *options)
    same = tuple(key for key, name in options if name in mediators)
    return (
        FormField(
            key="person",
            label=say("回访人"),
            kind=FieldKind.CHOICE,
            value=person,
            options=options,
            is_required=True,
            is_half=True,
        ),
        today_field(desk, "completed_on", say("回访日期")),
        FormField(
            key="same_person_reason",
            label=say("由调解员回访的理由"),
            is_required=True,
            shown_if=("person", same),
        ),
        FormField(key="outcome", label=say("回访情况"), kind=FieldKind.TEXT, is_required=True),
    )


def _follow_up_by_duty(desk: Desk, folder: CaseFolder, duty: Duty) -> Form:
    """Note only the day: the visit was recorded among the duties before the case came this far."""
    case = folder.case
    say = desk.translator.text

    def send(values: Values, seen: CaseFolder) -> Sent:
        on = read.day(values, "followed_up_on", desk.today)
        done = desk.services.cases.follow_up(case.id, on, actor=desk.actor, version=seen.case.version)
        return Sent(done.changes, say("已记录回访"), undo_version=done.value.version)

    return Form(
        key="follow-up",
        case_id=case.id,
        title=say("回访"),
        words=(say("“包回访”已由 {name} 完成。", name=duty.responsible_person),),
        earlier=(duty.outcome,),
        verb=say("记录回访"),
        fields=(
            FormField(
                key="followed_up_on",
                label=say("回访日期"),
                kind=FieldKind.DAY,
                value=desk.formats.day(duty.completed_on or desk.today),
                is_required=True,
                is_half=True,
            ),
        ),
        send=send,
    )


def close_form(desk: Desk, folder: CaseFolder) -> Form:
    """Close the case; from then on no clock runs."""
    case = folder.case
    say = desk.translator.text
    waiting = [duty for duty in folder.duties.duties if not duty.is_done]

    def send(values: Values, seen: CaseFolder) -> Sent:
        on = read.day(values, "closed_on", desk.today)
        done = desk.services.cases.close(case.id, on, actor=desk.actor, version=seen.case.version)
        return Sent(done.changes, say("已结案"), undo_version=done.value.version)

    words = [say("结案后时钟停止，材料可查可印，不再修改。")]
    if waiting:
        names = "、".join(say(duty.kind.term) for duty in waiting)
        words.append(say("四包中还有未完成：{names}。", names=names))
    if case.followed_up_on is None:
        words.append(say("尚未回访。"))
    return Form(
        key="close",
        case_id=case.id,
        title=say("结案"),
        words=tuple(words),
        verb=say("结案"),
        fields=(today_field(desk, "closed_on", say("结案日期")),),
        send=send,
        is_danger=bool(waiting) or case.followed_up_on is None,
    )


def note_form(desk: Desk, folder: CaseFolder) -> Form:
    """Write a note into the timeline."""
    case = folder.case
    say = desk.translator.text

    def send(values: Values, _seen: CaseFolder) -> Sent:
        done = desk.services.cases.note(case.id, read.text(values, "note"), actor=desk.actor)
        return Sent(done.changes, say("已记入经过"))

    return Form(
        key="note",
        case_id=case.id,
        title=say("记一笔"),
        words=(say("记入经过，不可删改。"),),
        verb=say("记下"),
        fields=(FormField(key="note", label=say("内容"), kind=FieldKind.TEXT, is_required=True),),
        send=send,
    )


def today_field(desk: Desk, key: str, label: str) -> FormField:
    """Ask for a day, today until another is typed."""
    return FormField(
        key=key,
        label=label,
        kind=FieldKind.DAY,
        value=desk.formats.day(desk.today),
        is_required=True,
        is_half=True,
    )
