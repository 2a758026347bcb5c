"""The end and what comes after it: archived, taken up again, the latest act taken back."""

from __future__ import annotations

from app.domain.disputes.lifecycle.moves import CaseMove, last_standing, undoable_move
from app.domain.errors import RuleRefusal
from app.domain.people.staff import StaffRole
from app.presenters.desk import Desk
from app.presenters.history.words import moment_words
from app.presenters.workspace.folder import CaseFolder
from app.presenters.workspace.forms import reading as read
from app.presenters.workspace.forms.asked import Form, FormField, Sent, Values
from app.presenters.workspace.forms.turns.asking import day_field, reason_field


def archive_form(desk: Desk, folder: CaseFolder) -> Form:
    """Lock the case: from then on it is only annotated."""
    case = folder.case
    say = desk.translator.text

    def send(_values: Values, seen: CaseFolder) -> Sent:
        done = desk.services.lifecycle.archive(case.id, actor=desk.actor, version=seen.case.version)
        return Sent(done.changes, say("已归档"), undo_version=done.value.version)

    return Form(
        key="archive",
        case_id=case.id,
        title=say("归档"),
        words=(
            say("归档后锁定：可查、可印、可记一笔，不再修改。"),
            say(
                "文书 {n} 份、证据 {m} 件、笔录 {k} 次。",
                n=len(folder.documents),
                m=len(folder.attachments),
                k=len(folder.sessions),
            ),
            _retention_words(desk, folder),
        ),
        verb=say("归档"),
        fields=(),
        send=send,
    )


def _retention_words(desk: Desk, folder: CaseFolder) -> str:
    """Say how long the file will be kept: after the archive nobody can write it any more."""
    say, file, usual = desk.translator.text, folder.file, folder.usual_retention
    if file.is_retention_verified:
        return say("保管期限：{name}。", name=say(file.retention))
    if file.retention:
        return say("保管期限：{name}（未核实）。", name=say(file.retention))
    if usual is not None:
        return say("保管期限按设置记为：{name}。", name=say(usual.retention))
    return say("没有写保管期限，归档后不能再写；在【卷宗信息】里写，或者在设置里定默认的。")


def reopen_form(desk: Desk, folder: CaseFolder) -> Form:
    """Take a finished case up again, with reason and approver."""
    case = folder.case
    say = desk.translator.text
    directors = [
        member.name
        for member in desk.services.people.staff()
        if member.left_on is None and StaffRole.DIRECTOR in member.roles
    ]

    def send(values: Values, seen: CaseFolder) -> Sent:
        done = desk.services.lifecycle.reopen(
            case.id,
            reason=read.text(values, "reason"),
            approver=read.line(values, "approver"),
            on=read.day(values, "on", desk.today),
            actor=desk.actor,
            version=seen.case.version,
        )
        return Sent(done.changes, say("已重新办理"))

    return Form(
        key="reopen",
        case_id=case.id,
        title=say("重新办理"),
        words=(
            say("原来的结局和材料都留着，记入“重新办理”；期限自重新办理之日另算。"),
            say("原不予受理、终止的通知书随之作废，编号留存。"),
        ),
        verb=say("重新办理"),
        fields=(
            reason_field(desk),
            FormField(
                key="approver",
                label=say("批准人"),
                value=directors[0] if len(directors) == 1 else "",
                is_required=True,
                is_half=True,
            ),
            day_field(desk, say("日期")),
        ),
        send=send,
        is_danger=True,
    )


def undo_form(desk: Desk, folder: CaseFolder) -> Form:
    """Take the latest act back, saying which one."""
    case = folder.case
    say = desk.translator.text
    move = last_standing(folder.moves)
    words = [say("没有可以撤销的事")]
    if move is not None:
        when = moment_words(desk.translator, desk.formats, move.at, desk.today)
        words = [
            say("撤销“{act}”：{when} {name}", act=say(move.event.term), when=when, name=move.actor_name),
            say("案件回到“{state}”。这件事和撤销都留在经过里。", state=say(move.before.term)),
        ]

    def send(_values: Values, seen: CaseFolder) -> Sent:
        done = desk.services.lifecycle.undo(case.id, actor=desk.actor, version=seen.case.version)
        return Sent(done.changes, say("已撤销"))

    return Form(
        key="undo",
        case_id=case.id,
        title=say("撤销"),
        words=tuple(words),
        verb=say("撤销"),
        fields=(),
        send=send,
    )


def undoable(folder: CaseFolder) -> CaseMove | None:
    """Give the move that may be taken back now, or None."""
    issued = tuple(d.issued_at for d in folder.documents if not d.void_reason)
    try:
        return undoable_move(folder.case, folder.moves, issued)
    except RuleRefusal:
        return None
