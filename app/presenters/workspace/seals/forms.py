"""加盖电子签章, 撤回 and 作废: what is asked before a paper is sealed or given up."""

from __future__ import annotations

from pathlib import Path

from app.domain.errors import InvalidInput
from app.domain.filing.documents import IssuedDocument
from app.domain.filing.kinds import DocumentKind
from app.domain.filing.seals.certificates import SealCertificate
from app.domain.filing.seals.copies import SealedCopy
from app.domain.values.days.moments import local_day
from app.i18n.translator import Translator
from app.presenters.desk import Desk
from app.presenters.workspace.folder import CaseFolder
from app.presenters.workspace.forms import reading as read
from app.presenters.workspace.forms.asked import FieldKind, Form, FormField, Sent, Values
from app.presenters.workspace.seals.words import sealed_lines
from app.services.filing.seals.sealing import SealWish


def seal_form(desk: Desk, folder: CaseFolder, document: IssuedDocument, certificate: SealCertificate) -> Form:
    """Ask for the certificate's file and password, and of an agreement how the parties agreed on it."""
    say = desk.translator.text

    def send(values: Values, _seen: CaseFolder) -> Sent:
        path = values.get("file", "").strip()
        if not path:
            raise InvalidInput("seal.file_missing", field="file")
        wish = SealWish(
            path=Path(path), password=values.get("password", ""), agreed=read.text(values, "agreed")
        )
        done = desk.services.sealing.seal(document.id, wish, actor=desk.actor)
        return Sent(done.changes, say("已加盖电子签章，原页未动"))

    lines = sealed_lines(desk, folder, document)
    return Form(
        key=f"seal/{document.id}",
        case_id=folder.case.id,
        title=say("加盖电子签章"),
        words=(
            say(
                "给《{name}》另存一份带电子签章的副本，加在原页之后；存档的原页一字节不动，纸面上不画印章。",
                name=document.title,
            ),
            _about(desk, certificate),
        ),
        earlier=tuple(line.text for line in lines),
        verb=say("加盖电子签章"),
        fields=_fields(desk.translator, certificate, is_agreement=document.kind is DocumentKind.AGREEMENT),
        send=send,
        is_wide=True,
    )


def withdraw_form(desk: Desk, folder: CaseFolder, copy: SealedCopy) -> Form:
    """Withdraw a sealed copy with a reason; file and record stay."""
    say = desk.translator.text

    def send(values: Values, seen: CaseFolder) -> Sent:
        known = next((one for one in seen.sealed_copies if one.id == copy.id), copy)
        done = desk.services.sealing.withdraw(
            copy.id, read.text(values, "reason"), actor=desk.actor, version=known.version
        )
        return Sent(done.changes, say("已撤回签章副本"))

    return Form(
        key=f"seal-withdraw/{copy.id}",
        case_id=folder.case.id,
        title=say("撤回签章副本"),
        words=(
            say("撤回后不能恢复。已经发出去的收不回来；谁拿来查验，会看到已撤回和原因。文件和记录都留着。"),
        ),
        verb=say("撤回"),
        fields=(FormField(key="reason", label=say("原因"), kind=FieldKind.TEXT, is_required=True),),
        send=send,
        is_danger=True,
    )


def void_form(desk: Desk, folder: CaseFolder, document: IssuedDocument) -> Form:
    """Void a document with a reason; number and page stay on record."""
    say, name = desk.translator.text, f"{document.title} {document.number}"

    def send(values: Values, _seen: CaseFolder) -> Sent:
        done = desk.services.issuing.void(document.id, read.text(values, "reason"), actor=desk.actor)
        return Sent(done.changes, say("已作废 {name}", name=name))

    return Form(
        key=f"void/{document.id}",
        case_id=folder.case.id,
        title=say("作废文书"),
        words=(say("{name} 作废后不能恢复，编号和原页留存备查。", name=name),),
        verb=say("作废"),
        fields=(FormField(key="reason", label=say("原因"), kind=FieldKind.TEXT, is_required=True),),
        send=send,
        is_danger=True,
    )


def _fields(
    translator: Translator, certificate: SealCertificate, *, is_agreement: bool
) -> tuple[FormField, ...]:
    say = translator.text
    fields = [
        FormField(
            key="file",
            label=say("证书文件"),
            kind=FieldKind.FILE,
            value=certificate.path,
            is_required=True,
        ),
        FormField(
            key="password",
            label=say("证书密码"),
            kind=FieldKind.HIDDEN,
            hint=say("只用这一次，不保存"),
            is_required=True,
        ),
    ]
    if is_agreement:
        agreed = FormField(
            key="agreed",
            label=say("各方怎样约定用电子签章"),
            kind=FieldKind.TEXT,
            hint=say("如：5月6日调解时各方约定，记入调解记录"),
            is_required=True,
        )
        fields.insert(0, agreed)
    return tuple(fields)


def _about(desk: Desk, certificate: SealCertificate) -> str:
    say, until = desk.translator.text, desk.formats.day(local_day(certificate.valid_until))
    told = say("证书：{subject}，有效期至 {day}。", subject=certificate.subject, day=until)
    if certificate.is_self_made:
        told += say("这是自己制作的证书，只能证明文件没有改动，不能证明是谁盖的。")
    return told
