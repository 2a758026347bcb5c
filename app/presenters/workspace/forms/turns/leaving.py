"""Ways out before mediation is over: withdrawn, refused, guided elsewhere."""

from __future__ import annotations

from app.domain.disputes.case_parties import ConsentAnswer, ConsentInquiry, ConsentManner
from app.domain.disputes.channels.law import in_law_of
from app.domain.disputes.states import CaseState
from app.domain.filing.kinds import DocumentKind
from app.domain.values.ids import new_id
from app.presenters.desk import Desk
from app.presenters.workspace.folder import CaseFolder
from app.presenters.workspace.forms import reading as read
from app.presenters.workspace.forms.acceptance import terms, with_paper
from app.presenters.workspace.forms.asked import FieldKind, Form, FormField, Sent, Values
from app.presenters.workspace.forms.turns.asking import (
    day_field,
    hand_overs,
    parties_of,
    party_id,
    print_field,
    reason_field,
    route_fields,
    told_field,
)
from app.presenters.workspace.papers import issue_paper


def withdraw_form(desk: Desk, folder: CaseFolder) -> Form:
    """Record that a party withdraws its application, with the paper it signs."""
    case = folder.case
    say = desk.translator.text
    parties = parties_of(case)

    def send(values: Values, seen: CaseFolder) -> Sent:
        done = desk.services.lifecycle.withdraw(
            case.id,
            party_id(values, "party"),
            reason=read.text(values, "reason"),
            on=read.day(values, "on", desk.today),
            actor=desk.actor,
            version=seen.case.version,
        )
        told = say("已撤回申请，案件办结")
        if not read.ticked(values, "print"):
            return Sent(done.changes, told, undo_version=done.value.version)
        return with_paper(
            desk, Sent(done.changes, told), lambda: issue_paper(desk, DocumentKind.WITHDRAWAL, case.id)
        )

    return Form(
        key="withdraw",
        case_id=case.id,
        title=say("撤回申请"),
        words=(say("撤回后时钟停止；以后可以另行申请，也可以“重新办理”。"),),
        verb=say("撤回"),
        fields=(
            _party_field(say("撤回人"), parties, parties[0][0] if parties else ""),
            reason_field(desk),
            day_field(desk, say("撤回日期")),
            print_field(say("出具撤回申请书，供撤回人签名")),
        ),
        send=send,
        is_danger=True,
    )


def refuse_form(desk: Desk, folder: CaseFolder) -> Form:
    """Record that a party refuses: a hard stop (art. 17)."""
    case = folder.case
    say = desk.translator.text
    is_accepted = case.accepted_on is not None

    def send(values: Values, seen: CaseFolder) -> Sent:
        on = read.day(values, "on", desk.today)
        inquiry = ConsentInquiry(
            id=new_id(),
            party_id=party_id(values, "party"),
            answer=ConsentAnswer.REFUSED,
            manner=read.choice(values, "manner", ConsentManner),
            asked_on=on,
            note=read.text(values, "note"),
        )
        done = desk.services.lifecycle.refuse(
            case.id,
            inquiry,
            routes_told=not is_accepted or read.ticked(values, "routes_told"),
            hand_overs=hand_overs(values, seen, on) if is_accepted else (),
            actor=desk.actor,
            version=seen.case.version,
        )
        if done.value.state is CaseState.NOT_ACCEPTED:
            return Sent(done.changes, say("已办不予受理，通知书在“文书”中"))
        told = say("已终止调解，下一步回访")
        if not read.ticked(values, "print"):
            return Sent(done.changes, told, undo_version=done.value.version)
        return with_paper(
            desk, Sent(done.changes, told), lambda: issue_paper(desk, DocumentKind.TERMINATION, case.id)
        )

    told = in_law_of(folder.channel, say("一方明确拒绝调解的，不得调解（人民调解法第十七条）。"))
    after = say("受理前拒绝的，办不予受理并出具通知书；受理后拒绝的，终止调解并告知其他途径。")
    return Form(
        key="refuse",
        case_id=case.id,
        title=say("拒绝调解"),
        words=(told, after),
        verb=say("记录拒绝"),
        fields=_refusal_fields(desk, folder),
        send=send,
        is_danger=True,
        is_wide=is_accepted,
    )


def _refusal_fields(desk: Desk, folder: CaseFolder) -> tuple[FormField, ...]:
    case = folder.case
    say = desk.translator.text
    told = (
        told_field(desk),
        *route_fields(desk, folder),
        print_field(say("出具并打印终止调解通知书")),
    )
    return (
        _party_field(say("拒绝的当事人"), parties_of(case), ""),
        FormField(
            key="manner",
            label=say("方式"),
            kind=FieldKind.CHOICE,
            options=terms(desk.translator, ConsentManner),
            is_required=True,
            is_half=True,
        ),
        day_field(desk, say("日期")),
        FormField(key="note", label=say("当事人怎么说"), kind=FieldKind.TEXT),
        *(told if case.accepted_on is not None else ()),
    )


def guide_out_form(desk: Desk, folder: CaseFolder) -> Form:
    """Point the parties to another way before acceptance."""
    case = folder.case
    say = desk.translator.text

    def send(values: Values, seen: CaseFolder) -> Sent:
        on = read.day(values, "on", desk.today)
        done = desk.services.lifecycle.guide_out(
            case.id,
            reason=read.text(values, "reason"),
            hand_overs=hand_overs(values, seen, on),
            on=on,
            actor=desk.actor,
            version=seen.case.version,
        )
        return Sent(done.changes, say("已引导其他途径，案件办结"), undo_version=done.value.version)

    return Form(
        key="guide-out",
        case_id=case.id,
        title=say("引导其他途径"),
        words=(say("不适合调解、也不出具不予受理通知书的，告知当事人该走的途径。至少勾选一项。"),),
        verb=say("引导"),
        fields=(reason_field(desk), *route_fields(desk, folder), day_field(desk, say("日期"))),
        send=send,
        is_danger=True,
        is_wide=True,
    )


def _party_field(label: str, parties: tuple[tuple[str, str], ...], value: str) -> FormField:
    return FormField(
        key="party",
        label=label,
        kind=FieldKind.CHOICE,
        value=value,
        options=parties,
        is_required=True,
        is_half=True,
    )
