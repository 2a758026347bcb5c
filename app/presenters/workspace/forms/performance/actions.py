"""记录执行、支付令、起诉、仲裁: who applied where and when, what came of it, and the way back."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from app.domain.errors import InvalidInput, NotFound
from app.domain.settlements.agreements import AgreementState, MediationAgreement
from app.domain.settlements.confirmation import confirmed
from app.domain.settlements.legal_actions import (
    RESULTS_OF,
    ActionOutcome,
    LegalAction,
    LegalActionKind,
    LegalActionResult,
)
from app.domain.values.ids import new_id
from app.presenters.desk import Desk
from app.presenters.workspace.folder import CaseFolder
from app.presenters.workspace.forms import reading as read
from app.presenters.workspace.forms.acceptance import terms
from app.presenters.workspace.forms.asked import FieldKind, Form, FormField, Sent, Values
from app.presenters.workspace.forms.endings import today_field
from app.presenters.workspace.forms.performance.parts import ids_in, names_of

ActionForm = Callable[[Desk, CaseFolder, UUID | None], Form]
_REASONED = (LegalActionResult.REFUSED.value, LegalActionResult.WITHDRAWN.value)


def action_form(
    desk: Desk, folder: CaseFolder, agreement_id: UUID | None = None, kind: LegalActionKind | None = None
) -> Form:
    """Ask which way was taken about an agreement; ``kind`` is chosen already where a way was pressed."""
    say = desk.translator.text
    agreement = _agreement(folder, agreement_id)

    def send(values: Values, seen: CaseFolder) -> Sent:
        action = LegalAction(
            id=new_id(),
            case_id=seen.case.id,
            agreement_id=agreement.id,
            kind=read.choice(values, "kind", LegalActionKind),
            applied_on=read.day(values, "applied_on", desk.today),
            applicant_ids=ids_in(values, "applicants"),
            organ=read.line(values, "organ"),
            number=read.line(values, "number"),
            note=read.text(values, "note"),
        )
        done = desk.services.performance.take_action(action, actor=desk.actor)
        return Sent(done.changes, say("已记录{kind}", kind=say(action.kind.term)))

    return Form(
        key=f"legal-action/{agreement.id}/{kind.value if kind is not None else ''}",
        case_id=folder.case.id,
        title=say("记录执行、支付令、起诉"),
        words=(
            say("{number} 没有履行的，当事人走了哪条路，照实记下。", number=agreement.number),
            say("申请执行须经法院裁定确认（民事诉讼法第二百零六条）；记下以后，申请执行的二年停止计算。"),
        ),
        verb=say("记录"),
        fields=_fields(desk, folder, agreement, kind),
        send=send,
        is_wide=True,
    )


def for_kind(kind: LegalActionKind) -> ActionForm:
    """Make the form of one way, its kind chosen already."""

    def form(desk: Desk, folder: CaseFolder, agreement_id: UUID | None = None) -> Form:
        return action_form(desk, folder, agreement_id, kind)

    return form


def _fields(
    desk: Desk, folder: CaseFolder, agreement: MediationAgreement, kind: LegalActionKind | None
) -> tuple[FormField, ...]:
    say = desk.translator.text
    ruling = confirmed(folder.performance.confirmations, agreement.id)
    court = ruling.court if ruling is not None else folder.organisation.confirming_court
    return (
        FormField(
            key="kind",
            label=say("哪条路"),
            kind=FieldKind.CHOICE,
            value=kind.value if kind is not None else "",
            options=terms(desk.translator, LegalActionKind),
            is_required=True,
        ),
        today_field(desk, "applied_on", say("申请日期")),
        FormField(
            key="organ",
            label=say("法院或者仲裁委员会"),
            value="" if kind is LegalActionKind.ARBITRATION else court,
            is_required=True,
            is_half=True,
        ),
        FormField(
            key="applicants",
            label=say("申请人"),
            kind=FieldKind.TICKS,
            options=names_of(folder, agreement.party_ids),
            is_required=True,
        ),
        FormField(key="number", label=say("案号"), is_half=True),
        FormField(key="note", label=say("备注"), kind=FieldKind.TEXT),
    )


def outcome_form(desk: Desk, folder: CaseFolder, action_id: UUID) -> Form:
    """Ask what came of an action."""
    say, known = desk.translator.text, _action(folder, action_id)
    allowed = {one.value for one in RESULTS_OF[known.kind]}

    def send(values: Values, seen: CaseFolder) -> Sent:
        now = seen.performance.action(known.id) or known
        outcome = ActionOutcome(
            result=read.choice(values, "result", LegalActionResult),
            on=read.day(values, "on", desk.today),
            number=read.line(values, "number"),
            ground=read.text(values, "ground"),
        )
        done = desk.services.performance.end_action(known.id, outcome, actor=desk.actor, version=now.version)
        return Sent(done.changes, say("已记录结果"))

    return Form(
        key=f"legal-outcome/{known.id}",
        case_id=folder.case.id,
        title=say("{kind}的结果", kind=say(known.kind.term)),
        words=(_told(desk, known),),
        verb=say("记录结果"),
        fields=(
            FormField(
                key="result",
                label=say("结果"),
                kind=FieldKind.CHOICE,
                options=tuple(o for o in terms(desk.translator, LegalActionResult) if o[0] in allowed),
                is_required=True,
            ),
            today_field(desk, "on", say("日期")),
            FormField(key="number", label=say("文书案号"), is_half=True),
            FormField(
                key="ground",
                label=say("理由"),
                kind=FieldKind.TEXT,
                is_required=True,
                shown_if=("result", _REASONED),
            ),
        ),
        send=send,
    )


def action_back_form(desk: Desk, folder: CaseFolder, action_id: UUID) -> Form:
    """Take back a mistaken entry: the result first, then the action as a whole."""
    say, known = desk.translator.text, _action(folder, action_id)
    what = say("先撤销结果：{result}。", result=say(known.result.term)) if known.result is not None else ""

    def send(values: Values, seen: CaseFolder) -> Sent:
        now = seen.performance.action(known.id) or known
        done = desk.services.performance.take_action_back(
            known.id, read.text(values, "reason"), actor=desk.actor, version=now.version
        )
        return Sent(done.changes, say("已撤销，原来的记录留在经过里"))

    return Form(
        key=f"legal-back/{known.id}/{known.version}",
        case_id=folder.case.id,
        title=say("记错了，撤销"),
        words=tuple(part for part in (_told(desk, known), what) if part),
        verb=say("撤销"),
        fields=(FormField(key="reason", label=say("原因"), kind=FieldKind.TEXT, is_required=True),),
        send=send,
    )


def _told(desk: Desk, action: LegalAction) -> str:
    say, day = desk.translator.text, desk.formats.day(action.applied_on)
    return say("{day} 向{organ}{kind}", day=day, organ=action.organ, kind=say(action.kind.term))


def _action(folder: CaseFolder, action_id: UUID) -> LegalAction:
    found = folder.performance.action(action_id)
    if found is None:
        raise NotFound("legal_action.not_found", id=str(action_id))
    return found


def _agreement(folder: CaseFolder, agreement_id: UUID | None) -> MediationAgreement:
    effective = [a for a in folder.agreements if a.state is AgreementState.EFFECTIVE]
    found = [a for a in effective if a.id == agreement_id] or effective
    if not found:
        raise InvalidInput("legal_action.not_effective", field="kind")
    return found[0]
