"""How a case ends: terminated, performed, followed up, closed; and notes on the way."""

from __future__ import annotations

from app.domain.disputes.cases import Case, TerminationReason
from app.domain.disputes.channels.law import in_law_of
from app.domain.duties.four_duties import Duty
from app.domain.duties.next_steps import NextStepKind
from app.domain.duties.referrals.guidance import SixServices
from app.domain.filing.kinds import DocumentKind
from app.presenters.desk import Desk
from app.presenters.workspace.folder import CaseFolder
from app.presenters.workspace.forms import reading as read
from app.presenters.workspace.forms.acceptance import terms, with_paper
from app.presenters.workspace.forms.asked import FieldKind, Form, FormField, Sent, Values
from app.presenters.workspace.forms.links.fields import guide_key
from app.presenters.workspace.forms.turns.asking import ending_fields, hand_overs, print_field
from app.presenters.workspace.papers import issue_paper

_PLACES_NAMED = 5


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
        told = _terminated(desk, done.value)
        wanted = read.member(SixServices, values.get("service", ""))
        then = guide_key(wanted) if wanted is not None else ""
        if not read.ticked(values, "print"):
            return Sent(done.changes, told, then=then, undo_version=done.value.version)
        sent = Sent(done.changes, told, then=then)
        return with_paper(desk, sent, lambda: issue_paper(desk, DocumentKind.TERMINATION, case.id))

    return Form(
        key="terminate",
        case_id=case.id,
        title=say("终止调解"),
        words=(
            say("出具通知书之前可以撤销；结案之后可以另行申请，或者经批准重新办理。"),
            _routes_first(desk, folder),
        ),
        verb=say("终止调解"),
        fields=(
            *ending_fields(desk, folder),
            today_field(desk, "ended_on", say("日期")),
            FormField(
                key="service",
                label=say("接着引导服务"),
                kind=FieldKind.CHOICE,
                options=(("", say("不需要")), *terms(desk.translator, SixServices)),
                is_half=True,
            ),
            print_field(say("出具并打印终止调解通知书")),
        ),
        send=send,
        is_danger=True,
        is_wide=True,
    )


def _routes_first(desk: Desk, folder: CaseFolder) -> str:
    told = desk.translator.text(
        "先告知当事人可以依法通过仲裁、行政、司法等途径维权（人民调解法第二十六条）。"
    )
    return in_law_of(folder.channel, told)


def _terminated(desk: Desk, case: Case) -> str:
    """Tell what comes next: the visit, or what the law gives only days for."""
    if desk.services.cases.folder(case.id).next_step.kind is NextStepKind.ASK_TRAFFIC_POLICE:
        return desk.translator.text("已终止调解，各方可以在期限内共同申请交警调解")
    return desk.translator.text("已终止调解，下一步回访")


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
        told = say("已记录履行完毕，下一步回访")
        return Sent(done.changes, told, undo_version=done.value.version)

    return Form(
        key="perform",
        case_id=case.id,
        title=say("履行完毕"),
        words=(
            in_law_of(folder.channel, say("协议全部履行完毕时记录（人民调解法第三十一条）。")),
            *_unrecorded(desk, folder),
        ),
        verb=say("履行完毕"),
        fields=(
            today_field(desk, "performed_on", say("履行完毕日期")),
            FormField(
                key="note", label=say("凭证与情况"), kind=FieldKind.TEXT, hint=say("如：收条、转账回单")
            ),
        ),
        send=send,
    )


def _unrecorded(desk: Desk, folder: CaseFolder) -> tuple[str, ...]:
    """Say what nobody recorded as performed yet: it is better told item by item."""
    waiting = [item.place for plan in folder.performance.plans for item in plan.open_items]
    if not waiting:
        return ()
    places = "、".join(waiting[:_PLACES_NAMED])
    told = desk.translator.text(
        "还有 {n} 项没有记录履行（{places}）：宜逐项记录；确已履行的，写明凭证与情况。",
        n=len(waiting),
        places=places,
    )
    return (told,)


def follow_up_by_duty(desk: Desk, folder: CaseFolder, duty: Duty) -> Form:
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
