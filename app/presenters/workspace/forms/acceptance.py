"""From consent to mediation: accepting, declining, telling rights and duties."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from app.domain.changes import Changes
from app.domain.disputes.cases import Case, NonAcceptanceReason
from app.domain.disputes.channels.law import in_law_of, law_of
from app.domain.disputes.channels.rules import Channel
from app.domain.errors import DomainError
from app.domain.filing.documents import IssuedDocument
from app.domain.filing.kinds import DocumentKind
from app.domain.values.termed import Termed
from app.i18n.translator import Translator
from app.presenters.desk import Desk
from app.presenters.sentences import sentence
from app.presenters.workspace.folder import CaseFolder
from app.presenters.workspace.forms import reading as read
from app.presenters.workspace.forms.asked import YES, FieldKind, Form, FormField, Sent, Values
from app.presenters.workspace.forms.channels.choosing import pending_fields
from app.presenters.workspace.forms.channels.starting import (
    grounds_in,
    start_fields,
    start_state,
    start_words,
)
from app.presenters.workspace.papers import Paper, issue_paper


def terms(translator: Translator, kind: type[Termed]) -> tuple[tuple[str, str], ...]:
    """Offer every member of a closed list."""
    return tuple((member.value, translator.text(member.term)) for member in kind)


def accept_form(desk: Desk, folder: CaseFolder) -> Form:
    """Accept the case; the service refuses while consent of a party or a guardian is missing."""
    case = folder.case
    say = desk.translator.text

    def send(values: Values, seen: CaseFolder) -> Sent:
        on = read.day(values, "accepted_on", desk.today)
        done = desk.services.cases.accept(
            case.id,
            on,
            is_pending=read.ticked(values, "is_pending"),
            grounds=grounds_in(values, folder.channel, desk.today),
            actor=desk.actor,
            version=seen.case.version,
        )
        told = say("{day} 已受理，下一步指派调解员", day=desk.formats.day(on))
        start = start_state(desk, folder.channel, done.value)
        told = say("{told}；{start}", told=told, start=start) if start else told
        return Sent(done.changes, told, undo_version=done.value.version)

    return Form(
        key="accept",
        case_id=case.id,
        title=say("受理"),
        words=(
            in_law_of(folder.channel, say("各方均已同意调解（人民调解法第十七条）。")),
            say("随后指派调解员、告知权利义务；调解期限从哪天起算，时钟里写明。"),
            *start_words(desk, folder.channel),
        ),
        verb=say("受理"),
        fields=(
            _day(desk, "accepted_on", say("受理日期")),
            *pending_fields(desk, case),
            *start_fields(desk, folder.channel, case.start_grounds),
        ),
        send=send,
    )


def decline_form(desk: Desk, folder: CaseFolder) -> Form:
    """End the case as 不予受理; the notice takes its number in the same transaction."""
    case = folder.case
    say = desk.translator.text
    refusing = case.refusing()

    def send(values: Values, seen: CaseFolder) -> Sent:
        reason = read.choice(values, "reason", NonAcceptanceReason)
        done = desk.services.cases.decline(
            case.id,
            reason,
            read.text(values, "note"),
            read.day(values, "ended_on", desk.today),
            actor=desk.actor,
            version=seen.case.version,
        )
        notice = _notice(desk, case.id)
        told = say("已办不予受理，通知书 {number}", number=notice.number if notice else "")
        if notice is None or not read.ticked(values, "print"):
            return Sent(done.changes, told)
        return with_paper(desk, Sent(done.changes, told), lambda: _stored(desk, notice))

    words = [say("案件就此结束，出具不予受理通知书并编号。当事人可向有关机关申请处理或起诉。")]
    if refusing:
        names = "、".join(p.name for p in refusing)
        told = say("{names} 明确拒绝调解，不得调解（人民调解法第十七条）。", names=names)
        words.insert(0, in_law_of(folder.channel, told))
    return Form(
        key="decline",
        case_id=case.id,
        title=say("不予受理"),
        words=tuple(words),
        verb=say("不予受理"),
        fields=_decline_fields(desk, case),
        send=send,
        is_danger=True,
    )


def _decline_fields(desk: Desk, case: Case) -> tuple[FormField, ...]:
    say = desk.translator.text
    return (
        FormField(
            key="reason",
            label=say("原因"),
            kind=FieldKind.CHOICE,
            value=NonAcceptanceReason.PARTY_REFUSED.value if case.refusing() else "",
            options=terms(desk.translator, NonAcceptanceReason),
            is_required=True,
        ),
        FormField(key="note", label=say("说明"), kind=FieldKind.TEXT, hint=say("原因为“其他”时必填")),
        _day(desk, "ended_on", say("日期")),
        FormField(key="print", label=say("打印通知书"), kind=FieldKind.TICK, value=YES),
    )


def rights_form(desk: Desk, folder: CaseFolder) -> Form:
    """Record that rights and duties were told (arts. 23, 24), and that the sheet was read."""
    case = folder.case
    say = desk.translator.text

    def send(values: Values, seen: CaseFolder) -> Sent:
        if not read.ticked(values, "told"):
            read.needed(None, "told", "notice.not_told")
        on = read.day(values, "rights_notice_on", desk.today)
        done = desk.services.cases.serve_rights_notice(
            case.id, on, actor=desk.actor, version=seen.case.version
        )
        told = say("已记录告知")
        if not read.ticked(values, "print"):
            return Sent(done.changes, told)
        return with_paper(
            desk, Sent(done.changes, told), lambda: issue_paper(desk, DocumentKind.RIGHTS_NOTICE, case.id)
        )

    return Form(
        key="rights",
        case_id=case.id,
        title=say("告知权利义务"),
        words=(
            _rights_words(desk, folder.channel),
            say("告知书由各方签收后存卷，也可在“文书”中打印。"),
        ),
        verb=say("记录告知"),
        fields=(
            FormField(
                key="told",
                label=say("已逐方告知：{names}", names="、".join(p.name for p in case.parties)),
                kind=FieldKind.TICK,
            ),
            _day(desk, "rights_notice_on", say("告知日期")),
            FormField(key="print", label=say("打印告知书，供各方签收"), kind=FieldKind.TICK, value=YES),
        ),
        send=send,
    )


def _rights_words(desk: Desk, channel: Channel | None) -> str:
    """Say what is told: the notice of a channel that has its own, else rights and duties of the law."""
    say = desk.translator.text
    papers = None if channel is None or channel.may_issue_agreement else channel.papers
    if papers is None:
        told = say(
            "逐方告知：可以选择或接受调解员，可以拒绝或要求终止调解，自主表达、自愿达成协议；"
            "应当如实陈述、遵守秩序、尊重对方（人民调解法第二十三条、第二十四条）。"
        )
        return in_law_of(channel, told)
    lines = (*papers.notice.rights, *papers.notice.duties)
    told = "；".join(say(line).rstrip("；。") for line in lines)
    return say("逐方告知：{told}（{law}）。", told=told, law=say(law_of(channel)))


def _notice(desk: Desk, case_id: UUID) -> IssuedDocument | None:
    documents = desk.services.cases.folder(case_id).documents
    found = [d for d in documents if d.kind is DocumentKind.NON_ACCEPTANCE and not d.void_reason]
    return found[-1] if found else None


def _stored(desk: Desk, document: IssuedDocument) -> Paper:
    pdf = desk.services.issuing.bytes_of(document.id)
    return Paper(pdf, document.title, document.copies, Changes())


def with_paper(desk: Desk, sent: Sent, make: Callable[[], Paper]) -> Sent:
    """Add the page to print; the step is done whatever becomes of its paper, so a refusal is only told."""
    try:
        paper = make()
    except DomainError as error:
        why = sentence(desk.translator, error)
        told = desk.translator.text("{told}；未打印：{why}", told=sent.told, why=why)
        return Sent(sent.changes, told, then=sent.then)
    return Sent(sent.changes | paper.changes, sent.told, paper, sent.then)


def _day(desk: Desk, key: str, label: str) -> FormField:
    return FormField(
        key=key,
        label=label,
        kind=FieldKind.DAY,
        value=desk.formats.day(desk.today),
        is_required=True,
        is_half=True,
    )
