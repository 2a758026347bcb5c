"""Raising a case to the next level: one press with who agreed; nothing is raised by the program."""

from __future__ import annotations

from app.domain.disputes.cases import Case
from app.domain.duties.level_clocks import level_clock
from app.presenters.desk import Desk
from app.presenters.workspace.folder import CaseFolder
from app.presenters.workspace.forms import reading as read
from app.presenters.workspace.forms.asked import FieldKind, Form, FormField, Sent, Values


def raise_form(desk: Desk, folder: CaseFolder) -> Form:
    """Raise a case; where its time is over the reason is filled in, who agreed never is."""
    case, say = folder.case, desk.translator.text

    def send(values: Values, seen: CaseFolder) -> Sent:
        done = desk.services.ladders.raise_level(
            case.id,
            reason=read.text(values, "reason"),
            agreed_by=read.line(values, "agreed_by"),
            receiver=read.line(values, "receiver"),
            actor=desk.actor,
            version=seen.case.version,
        )
        return Sent(done.changes, say("已升到{level}级", level=_level_name(done.value)))

    level = case.level
    over = _is_over(desk, folder)
    words = [say("升级只换办理层级，不终止调解。")]
    if level is not None and level.next_name:
        words.insert(0, say("由{now}升到{up}。", now=level.name, up=level.next_name))
    return Form(
        key="raise",
        case_id=case.id,
        title=say("升级"),
        words=tuple(words),
        verb=say("升级"),
        fields=(
            FormField(
                key="reason",
                label=say("理由"),
                kind=FieldKind.TEXT,
                value=say("{level}级时限已到，尚未化解", level=level.name) if over and level else "",
                is_required=True,
            ),
            FormField(key="agreed_by", label=say("谁同意升级"), is_required=True, is_half=True),
            FormField(key="receiver", label=say("接办单位、接办人"), is_half=True),
        ),
        send=send,
    )


def _level_name(case: Case) -> str:
    return case.level.name if case.level is not None else ""


def _is_over(desk: Desk, folder: CaseFolder) -> bool:
    clock = next(level_clock(folder.case, desk.services.ladders.calendar), None)
    return clock is not None and clock.last_day < desk.today
