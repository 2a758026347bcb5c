"""Agreements that are not written in the editor: oral ones, and what a partial one leaves open."""

from __future__ import annotations

from app.domain.disputes.cases import TerminationReason
from app.domain.disputes.channels.law import in_law_of
from app.domain.errors import RuleRefusal
from app.domain.filing.kinds import DocumentKind
from app.domain.settlements.agreements import AgreementState, MediationAgreement
from app.domain.settlements.oral import OralAgreement
from app.domain.values.ids import new_id
from app.presenters.desk import Desk
from app.presenters.workspace.folder import CaseFolder
from app.presenters.workspace.forms import reading as read
from app.presenters.workspace.forms.acceptance import with_paper
from app.presenters.workspace.forms.asked import YES, FieldKind, Form, FormField, Sent, Values
from app.presenters.workspace.forms.turns.asking import (
    day_field,
    ending_fields,
    hand_overs,
    print_field,
)
from app.presenters.workspace.papers import issue_paper


def oral_form(desk: Desk, folder: CaseFolder) -> Form:
    """Record an oral agreement, in effect since it was reached (art. 30), in its numbered register."""
    case = folder.case
    say = desk.translator.text

    def send(values: Values, seen: CaseFolder) -> Sent:
        told = OralAgreement(
            id=new_id(),
            case_id=case.id,
            reached_on=read.day(values, "reached_on", desk.today),
            facts=read.text(values, "facts"),
            matters=read.text(values, "matters"),
            terms=read.text(values, "terms"),
            performance=read.text(values, "performance"),
            due_on=read.day_or_none(values, "due_on", desk.today),
            party_ids=tuple(party.id for party in seen.case.parties),
            recorded_at=desk.clock.now(),
        )
        is_done = read.ticked(values, "performed")
        done = desk.services.lifecycle.agree_orally(
            told,
            performed_note=read.text(values, "proof") if is_done else None,
            actor=desk.actor,
            version=seen.case.version,
        )
        said = say("已登记口头协议，当场履行") if is_done else say("已登记口头协议，下一步记录履行")
        if not read.ticked(values, "print"):
            return Sent(done.changes, said)
        oral = desk.services.cases.folder(case.id).oral_agreements[-1]
        return with_paper(
            desk,
            Sent(done.changes, said),
            lambda: issue_paper(desk, DocumentKind.ORAL_REGISTER, case.id, oral.id),
        )

    recorded = say("口头协议由调解员记录，自达成之日起生效（人民调解法第二十八条、第三十条）。")
    return Form(
        key="oral",
        case_id=case.id,
        title=say("口头协议"),
        words=(
            in_law_of(folder.channel, recorded),
            say("数额大、分期付或一方要求书面的，请用“协议书”；口头协议不能申请司法确认。"),
        ),
        verb=say("登记"),
        fields=_oral_fields(desk, folder),
        send=send,
        is_wide=True,
    )


def _oral_fields(desk: Desk, folder: CaseFolder) -> tuple[FormField, ...]:
    case = folder.case
    say = desk.translator.text
    return (
        FormField(key="terms", label=say("协议内容"), kind=FieldKind.TEXT, is_required=True),
        FormField(key="performance", label=say("履行方式、时限"), kind=FieldKind.TEXT),
        day_field(desk, say("达成日期"), "reached_on"),
        FormField(key="due_on", label=say("最后履行日"), kind=FieldKind.DAY, is_half=True),
        FormField(key="performed", label=say("已当场履行"), kind=FieldKind.TICK),
        FormField(key="proof", label=say("凭证与情况"), shown_if=("performed", (YES,))),
        FormField(
            key="facts",
            label=say("主要事实"),
            kind=FieldKind.TEXT,
            value=case.facts,
            is_required=True,
        ),
        FormField(key="matters", label=say("争议事项"), kind=FieldKind.TEXT),
        print_field(say("打印口头协议登记表")),
    )


def draft_of(folder: CaseFolder) -> MediationAgreement | None:
    """Give the draft that may leave a part open: not a supplement."""
    drafts = [a for a in folder.agreements if a.state is AgreementState.DRAFT and a.supplements_id is None]
    return drafts[-1] if drafts else None


def partial_form(desk: Desk, folder: CaseFolder) -> Form:
    """Say what the draft leaves in dispute; empty words make it an agreement on everything again."""
    say = desk.translator.text
    shown = draft_of(folder)

    def send(values: Values, seen: CaseFolder) -> Sent:
        draft = draft_of(seen)
        if draft is None:
            raise RuleRefusal("agreement.no_draft")
        done = desk.services.settlements.leave_open(
            draft.id, read.text(values, "left_open"), actor=desk.actor, version=draft.version
        )
        told = say("已标为部分协议") if done.value.is_partial else say("不再是部分协议")
        return Sent(done.changes, told)

    return Form(
        key="partial",
        case_id=folder.case.id,
        title=say("部分协议"),
        words=(
            say("起草中的协议只解决一部分争议的，写明留下哪些；印在协议里。清空即为全部协议。"),
            say("生效后，其余争议可以继续调解，也可以“其余终止”。"),
        ),
        verb=say("保存"),
        fields=(
            FormField(
                key="left_open",
                label=say("留待另行处理的争议"),
                kind=FieldKind.TEXT,
                value=(shown.left_open or "") if shown is not None else "",
            ),
        ),
        send=send,
    )


def end_rest_form(desk: Desk, folder: CaseFolder) -> Form:
    """End mediation of what a partial agreement left open."""
    case = folder.case
    say = desk.translator.text

    def send(values: Values, seen: CaseFolder) -> Sent:
        on = read.day(values, "ended_on", desk.today)
        done = desk.services.lifecycle.end_rest(
            case.id,
            read.choice(values, "reason", TerminationReason),
            note=read.text(values, "note"),
            routes_told=read.ticked(values, "routes_told"),
            hand_overs=hand_overs(values, seen, on),
            on=on,
            actor=desk.actor,
            version=seen.case.version,
        )
        told = say("其余已终止，下一步记录履行")
        if not read.ticked(values, "print"):
            return Sent(done.changes, told, undo_version=done.value.version)
        return with_paper(
            desk, Sent(done.changes, told), lambda: issue_paper(desk, DocumentKind.TERMINATION, case.id)
        )

    return Form(
        key="end-rest",
        case_id=case.id,
        title=say("其余终止"),
        words=(
            in_law_of(
                folder.channel,
                say("部分协议照常履行；其余争议不再调解，告知其他途径（人民调解法第二十六条）。"),
            ),
        ),
        verb=say("终止其余部分"),
        fields=(
            *ending_fields(desk, folder),
            day_field(desk, say("日期"), "ended_on"),
            print_field(say("出具并打印终止调解通知书")),
        ),
        send=send,
        is_danger=True,
        is_wide=True,
    )
