"""司法确认进展: taken, extended, ruled, refused or withdrawn; and the way back from a mistaken entry."""

from __future__ import annotations

from enum import StrEnum
from uuid import UUID

from app.domain.changes import Changes
from app.domain.errors import InvalidInput, NotFound
from app.domain.settlements.confirmation import (
    ConfirmationState,
    JudicialConfirmation,
    RefusalGround,
    ReviewExtension,
)
from app.presenters.desk import Desk
from app.presenters.workspace.folder import CaseFolder
from app.presenters.workspace.forms import reading as read
from app.presenters.workspace.forms.acceptance import terms
from app.presenters.workspace.forms.asked import FieldKind, Form, FormField, Sent, Values
from app.presenters.workspace.forms.endings import today_field

_FIELDS = {
    "accepted_on": "on",
    "decided_on": "on",
    "extended_on": "on",
    "court_number": "number",
    "ruling_number": "number",
}
"""What the application calls its fields, and what they are called in the one form of all steps."""


class CourtStep(StrEnum):
    """What happened at the court."""

    ACCEPTED = "accepted"
    EXTENDED = "extended"
    CONFIRMED = "confirmed"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"


def progress_form(desk: Desk, folder: CaseFolder, known: JudicialConfirmation, told: tuple[str, ...]) -> Form:
    """Ask for the next step of an application; ``told`` are the clocks that run about it."""
    say = desk.translator.text

    def send(values: Values, seen: CaseFolder) -> Sent:
        now = seen.performance.confirmation(known.id) or known
        try:
            changes = _progress(desk, now, values)
        except InvalidInput as error:
            at = _FIELDS.get(error.field, error.field)
            raise InvalidInput(error.code, field=at, **error.facts) from error
        return Sent(changes, say("已记录司法确认进展"))

    return Form(
        key=f"court-progress/{known.id}",
        case_id=folder.case.id,
        title=say("司法确认进展"),
        words=(
            say("{day} 向{court}申请", day=desk.formats.day(known.applied_on), court=known.court),
            *told,
        ),
        verb=say("记录"),
        fields=tuple(_fields(desk, known)),
        send=send,
    )


def _fields(desk: Desk, known: JudicialConfirmation) -> tuple[FormField, ...]:
    say = desk.translator.text
    is_taken = known.state is ConfirmationState.ACCEPTED
    numbered = ("step", (CourtStep.CONFIRMED if is_taken else CourtStep.ACCEPTED,))
    refused, extended = ("step", (CourtStep.REJECTED,)), ("step", (CourtStep.EXTENDED,))
    ended = ("step", (CourtStep.REJECTED, CourtStep.WITHDRAWN))
    number = say("裁定书案号") if is_taken else say("案号（调确字）")
    return (
        FormField(
            key="step",
            label=say("进展"),
            kind=FieldKind.CHOICE,
            options=_steps(desk, known),
            is_required=True,
        ),
        today_field(desk, "on", say("日期")),
        FormField(key="number", label=number, is_required=True, is_half=True, shown_if=numbered),
        FormField(
            key="extension_told_by",
            label=say("由谁告知"),
            is_required=True,
            is_half=True,
            shown_if=extended,
            hint=say("如：立案庭李法官，电话"),
        ),
        FormField(key="extension_number", label=say("文书编号"), is_half=True, shown_if=extended),
        FormField(key="extension_note", label=say("备注"), kind=FieldKind.TEXT, shown_if=extended),
        FormField(
            key="refusal",
            label=say("法定情形"),
            kind=FieldKind.CHOICE,
            options=terms(desk.translator, RefusalGround),
            is_required=True,
            shown_if=refused,
        ),
        FormField(key="refusal_number", label=say("裁定书案号"), is_half=True, shown_if=refused),
        FormField(key="ground", label=say("理由"), kind=FieldKind.TEXT, is_required=True, shown_if=ended),
    )


def _steps(desk: Desk, known: JudicialConfirmation) -> tuple[tuple[str, str], ...]:
    say = desk.translator.text
    withdrawn = (CourtStep.WITHDRAWN.value, say("撤回申请"))
    if known.state is not ConfirmationState.ACCEPTED:
        taken = (CourtStep.ACCEPTED.value, say("法院受理"))
        return (taken, (CourtStep.REJECTED.value, say("不予受理")), withdrawn)
    steps = [(CourtStep.CONFIRMED.value, say("裁定确认")), (CourtStep.REJECTED.value, say("裁定驳回"))]
    if known.extended_on is None:
        steps.append((CourtStep.EXTENDED.value, say("院长批准延长审查")))
    return (*steps, withdrawn)


def _progress(desk: Desk, known: JudicialConfirmation, values: Values) -> Changes:
    service, on = desk.services.performance, read.day(values, "on", desk.today)
    step, number, ground = values.get("step", ""), read.line(values, "number"), read.text(values, "ground")
    actor, version = desk.actor, known.version
    if step == CourtStep.ACCEPTED:
        return service.court_accepted(known.id, on, number, actor=actor, version=version).changes
    if step == CourtStep.CONFIRMED:
        return service.court_confirmed(known.id, on, number, actor=actor, version=version).changes
    if step == CourtStep.EXTENDED:
        told = ReviewExtension(
            told_on=on,
            told_by=read.line(values, "extension_told_by"),
            number=read.line(values, "extension_number"),
            note=read.text(values, "extension_note"),
        )
        return service.court_extended(known.id, told, actor=actor, version=version).changes
    if step == CourtStep.REJECTED:
        refusal = read.choice(values, "refusal", RefusalGround)
        ruling = read.line(values, "refusal_number")
        return service.court_rejected(
            known.id, on, ground, ruling, refusal, actor=actor, version=version
        ).changes
    if step == CourtStep.WITHDRAWN:
        return service.confirmation_withdrawn(known.id, on, ground, actor=actor, version=version).changes
    raise InvalidInput("choice.missing", field="step")


def step_back_form(desk: Desk, folder: CaseFolder, confirmation_id: UUID) -> Form:
    """Take back the latest step of the court that was recorded by mistake."""
    say, known = desk.translator.text, folder.performance.confirmation(confirmation_id)
    if known is None:
        raise NotFound("confirmation.not_found", id=str(confirmation_id))

    def send(values: Values, seen: CaseFolder) -> Sent:
        now = seen.performance.confirmation(known.id) or known
        done = desk.services.performance.take_court_step_back(
            known.id, read.text(values, "reason"), actor=desk.actor, version=now.version
        )
        return Sent(done.changes, say("已撤销一步，原来的记录留在经过里"))

    return Form(
        key=f"court-back/{known.id}",
        case_id=folder.case.id,
        title=say("记错了，撤销一步"),
        words=(
            say(
                "撤销{court}的最近一步：{step}。",
                court=known.court,
                step=say("延长审查") if _is_extension_latest(known) else say(known.state.term),
            ),
        ),
        verb=say("撤销"),
        fields=(FormField(key="reason", label=say("原因"), kind=FieldKind.TEXT, is_required=True),),
        send=send,
    )


def _is_extension_latest(known: JudicialConfirmation) -> bool:
    return known.decided_on is None and known.extended_on is not None
