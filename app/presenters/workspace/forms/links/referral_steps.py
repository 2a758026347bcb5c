"""The steps of one referral as forms: sign, accept, refuse, recall, extend, return, tell."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from app.domain.duties.referrals.interfaces import ReferralResult
from app.domain.duties.referrals.referrals import Referral
from app.domain.duties.referrals.states import ReferralEvent
from app.domain.errors import NotFound
from app.domain.filing.kinds import DocumentKind
from app.presenters.desk import Desk
from app.presenters.workspace.folder import CaseFolder
from app.presenters.workspace.forms import reading as read
from app.presenters.workspace.forms.acceptance import terms
from app.presenters.workspace.forms.asked import YES, FieldKind, Form, FormField, Sent, Values
from app.presenters.workspace.forms.links.fields import Page, day_field, print_field, with_letter

Make = Callable[[Desk, CaseFolder, UUID], Form]


def referral_in(folder: CaseFolder, id_: UUID) -> Referral:
    """Find a referral of the case; NotFound when it is another's."""
    found = folder.dealings.referral(id_)
    if found is None:
        raise NotFound("referral.not_found", id=str(id_))
    return found


def sign_form(desk: Desk, folder: CaseFolder, id_: UUID) -> Form:
    """Record who signed for it and when: from that day its clock runs."""
    referral = referral_in(folder, id_)
    say = desk.translator.text

    def send(values: Values, seen: CaseFolder) -> Sent:
        done = desk.services.dealings.referrals.sign(
            id_,
            read.day(values, "signed_on", desk.today),
            read.line(values, "signed_by"),
            actor=desk.actor,
            version=referral_in(seen, id_).version,
        )
        sent = Sent(done.changes, say("已记录签收，期限起算"))
        if not referral.is_incoming:
            return sent
        return with_letter(desk, values, sent, Page(DocumentKind.REFERRAL_RECEIPT, seen.case.id, id_))

    signer = desk.me.name if referral.is_incoming else ""
    fields = [
        day_field(desk, "signed_on", say("签收日期")),
        FormField(key="signed_by", label=say("签收人"), value=signer, is_required=True, is_half=True),
    ]
    if referral.is_incoming:
        fields.append(print_field(say("打印签收回执")))
    title = say("签收") if referral.is_incoming else say("记录对方签收")
    words = (say("期限从签收之日的次日起算。"),)
    return _form(folder, id_, _Step(ReferralEvent.SIGN, title, say("签收"), words=words), tuple(fields), send)


def accept_link_form(desk: Desk, folder: CaseFolder, id_: UUID) -> Form:
    """Record that it was taken on, here or there."""
    referral = referral_in(folder, id_)
    say = desk.translator.text

    def send(values: Values, seen: CaseFolder) -> Sent:
        done = desk.services.dealings.referrals.accept(
            id_,
            read.day(values, "on", desk.today),
            actor=desk.actor,
            version=referral_in(seen, id_).version,
        )
        return Sent(done.changes, say("已记录接受办理"))

    title = say("接受办理") if referral.is_incoming else say("记录对方接受办理")
    fields = (day_field(desk, "on", say("日期")),)
    return _form(folder, id_, _Step(ReferralEvent.ACCEPT, title, say("接受")), fields, send)


def refuse_form(desk: Desk, folder: CaseFolder, id_: UUID) -> Form:
    """Record that it was sent back untouched, with the reason."""
    referral = referral_in(folder, id_)
    say = desk.translator.text

    def send(values: Values, seen: CaseFolder) -> Sent:
        done = desk.services.dealings.referrals.refuse(
            id_,
            read.day(values, "on", desk.today),
            read.text(values, "reason"),
            actor=desk.actor,
            version=referral_in(seen, id_).version,
        )
        return Sent(done.changes, say("已记录退回，还要反馈"))

    title = say("退回来件") if referral.is_incoming else say("记录对方退回")
    return _form(
        folder, id_, _Step(ReferralEvent.REFUSE, title, say("退回"), is_danger=True), _reasons(desk), send
    )


def recall_form(desk: Desk, folder: CaseFolder, id_: UUID) -> Form:
    """Record that its sender took it back."""
    referral = referral_in(folder, id_)
    say = desk.translator.text

    def send(values: Values, seen: CaseFolder) -> Sent:
        done = desk.services.dealings.referrals.recall(
            id_,
            read.day(values, "on", desk.today),
            read.text(values, "reason"),
            actor=desk.actor,
            version=referral_in(seen, id_).version,
        )
        return Sent(done.changes, say("已记录撤回"))

    title = say("记录对方撤回") if referral.is_incoming else say("撤回移送")
    return _form(
        folder, id_, _Step(ReferralEvent.RECALL, title, say("撤回"), is_danger=True), _reasons(desk), send
    )


def extend_form(desk: Desk, folder: CaseFolder, id_: UUID) -> Form:
    """Move the day it is due back on, by consent that is told."""
    say = desk.translator.text

    def send(values: Values, seen: CaseFolder) -> Sent:
        until = read.day(values, "until", desk.today)
        done = desk.services.dealings.referrals.extend(
            id_,
            until,
            read.text(values, "note"),
            actor=desk.actor,
            version=referral_in(seen, id_).version,
        )
        return Sent(done.changes, say("对接期限延至 {day}", day=desk.formats.day(until)))

    fields = (
        day_field(desk, "until", say("延至"), is_needed=False),
        FormField(key="note", label=say("谁同意、何时、以什么方式"), kind=FieldKind.TEXT, is_required=True),
    )
    words = (say("委派、委托调解须双方当事人同意延长；其他对接须对方机关同意。"),)
    return _form(
        folder, id_, _Step(ReferralEvent.EXTEND, say("对接延期"), say("延期"), words=words), fields, send
    )


def return_form(desk: Desk, folder: CaseFolder, id_: UUID) -> Form:
    """Return it with its result: here by letter, from there as their reply says."""
    referral = referral_in(folder, id_)
    say = desk.translator.text

    def send(values: Values, seen: CaseFolder) -> Sent:
        has_facts = referral.is_incoming and read.ticked(values, "has_undisputed")
        done = desk.services.dealings.referrals.give_back(
            id_,
            read.day(values, "on", desk.today),
            read.choice(values, "result", ReferralResult),
            read.text(values, "reply"),
            undisputed_facts=read.text(values, "undisputed_facts") if has_facts else "",
            actor=desk.actor,
            version=referral_in(seen, id_).version,
        )
        if not referral.is_incoming:
            return Sent(done.changes, say("已记录对方回复，下一步反馈当事人"))
        sent = Sent(done.changes, say("已回复，回函 {number}", number=done.value.reply_number))
        return with_letter(desk, values, sent, Page(DocumentKind.REFERRAL_REPLY, seen.case.id, id_))

    title = say("回复结果") if referral.is_incoming else say("记录对方回复")
    words = (say("让步内容不得随函送出；各方书面确认的无争议事实可以附上。"),) if referral.is_incoming else ()
    fields = _result_fields(desk, folder, referral)
    return _form(folder, id_, _Step(ReferralEvent.RETURN, title, say("回复"), words=words), fields, send)


def feed_back_form(desk: Desk, folder: CaseFolder, id_: UUID) -> Form:
    """Record who was told what: then nobody owes anything any more."""
    referral = referral_in(folder, id_)
    say = desk.translator.text

    def send(values: Values, seen: CaseFolder) -> Sent:
        done = desk.services.dealings.referrals.feed_back(
            id_,
            read.day(values, "on", desk.today),
            read.text(values, "note"),
            actor=desk.actor,
            version=referral_in(seen, id_).version,
        )
        return Sent(done.changes, say("对接已办结"))

    title = say("记录对方反馈") if referral.is_incoming else say("反馈当事人")
    fields = (
        day_field(desk, "on", say("反馈日期")),
        FormField(key="note", label=say("反馈给谁、怎么说"), kind=FieldKind.TEXT, is_required=True),
    )
    return _form(folder, id_, _Step(ReferralEvent.FEED_BACK, title, say("反馈")), fields, send)


def _result_fields(desk: Desk, folder: CaseFolder, referral: Referral) -> tuple[FormField, ...]:
    say = desk.translator.text
    result = FormField(
        key="result",
        label=say("结果"),
        kind=FieldKind.CHOICE,
        value=_likely(folder) if referral.is_incoming else "",
        options=terms(desk.translator, ReferralResult),
        is_required=True,
    )
    reply = FormField(key="reply", label=say("办理情况"), kind=FieldKind.TEXT, is_required=True)
    asked = [result, day_field(desk, "on", say("回复日期")), reply]
    if referral.is_incoming:
        facts = "\n".join(s.undisputed_facts for s in folder.sessions if s.undisputed_facts.strip())
        asked += [
            FormField(
                key="has_undisputed", label=say("附无争议事实记载（各方已书面确认）"), kind=FieldKind.TICK
            ),
            FormField(
                key="undisputed_facts",
                label=say("无争议事实"),
                kind=FieldKind.TEXT,
                value=facts,
                shown_if=("has_undisputed", (YES,)),
            ),
            print_field(say("打印回函")),
        ]
    return tuple(asked)


def _likely(folder: CaseFolder) -> str:
    """Begin with the result the case shows."""
    if folder.case.effective_on is not None:
        return ReferralResult.AGREED.value
    return ReferralResult.FAILED.value if folder.case.termination_reason is not None else ""


def _reasons(desk: Desk) -> tuple[FormField, ...]:
    say = desk.translator.text
    return (
        day_field(desk, "on", say("日期")),
        FormField(key="reason", label=say("原因"), kind=FieldKind.TEXT, is_required=True),
    )


@dataclass(frozen=True, slots=True)
class _Step:
    """What a step's form says: title and verb, and words above the fields."""

    event: ReferralEvent
    title: str
    verb: str
    words: tuple[str, ...] = ()
    is_danger: bool = False


def _form(
    folder: CaseFolder,
    id_: UUID,
    step: _Step,
    fields: tuple[FormField, ...],
    send: Callable[[Values, CaseFolder], Sent],
) -> Form:
    referral = referral_in(folder, id_)
    named = "　".join(part for part in (referral.counterpart, referral.their_number) if part)
    return Form(
        key=f"referral-{step.event.value}-{id_}",
        case_id=folder.case.id,
        title=step.title,
        words=step.words,
        earlier=(named,),
        verb=step.verb,
        fields=fields,
        send=send,
        is_danger=step.is_danger,
    )


STEP_FORMS: dict[ReferralEvent, Make] = {
    ReferralEvent.SIGN: sign_form,
    ReferralEvent.ACCEPT: accept_link_form,
    ReferralEvent.REFUSE: refuse_form,
    ReferralEvent.RECALL: recall_form,
    ReferralEvent.EXTEND: extend_form,
    ReferralEvent.RETURN: return_form,
    ReferralEvent.FEED_BACK: feed_back_form,
}
