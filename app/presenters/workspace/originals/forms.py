"""附扫描件, 逐页对应 and 原件位置: what is asked about the signed original of one paper."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from uuid import UUID

from app.domain.case_file.media import may_be_bound
from app.domain.errors import InvalidInput
from app.domain.filing.documents import IssuedDocument
from app.domain.filing.originals import missing_pages
from app.presenters.desk import Desk
from app.presenters.workspace.folder import CaseFolder
from app.presenters.workspace.forms import reading as read
from app.presenters.workspace.forms.asked import FieldKind, Form, FormField, Sent, Values
from app.presenters.workspace.originals.words import original_of

_NONE = ""


def scan_form(desk: Desk, folder: CaseFolder, document: IssuedDocument) -> Form:
    """Take in a scan or photo of the signed paper; its pages find their places by their codes."""
    say = desk.translator.text
    missing = missing_pages(original_of(folder, document), document, folder.attachments)

    def send(values: Values, seen: CaseFolder) -> Sent:
        typed = values.get("file", "").strip()
        if not typed:
            raise InvalidInput("original.file_missing", field="file")
        path = Path(typed)
        done = desk.services.originals.attach_scan(
            document.id,
            path,
            path.name,
            first_page=read.number(values, "first_page"),
            actor=desk.actor,
            version=original_of(seen, document).version,
        )
        link = done.value
        still = missing_pages(link.original, document, (*seen.attachments, link.attachment))
        told = say("已附 {n} 页，其中 {m} 页按页上的码对应", n=link.by_code + link.in_order, m=link.by_code)
        if still:
            told += say("；还缺第 {pages} 页", pages="、".join(str(page) for page in still))
        return Sent(done.changes, told)

    return Form(
        key=f"original-scan/{document.id}",
        case_id=folder.case.id,
        title=say("附签名原件的扫描件"),
        words=(
            say("《{name}》共 {n} 页。存一份副本，选中的文件不动。", name=document.title, n=document.pages),
            say("页上的二维码看得清的，自动对到那一页；看不清的，从下面写的那一页起依次对应。"),
        ),
        verb=say("附上"),
        fields=(
            FormField(key="file", label=say("扫描件或照片"), kind=FieldKind.FILE, is_required=True),
            FormField(
                key="first_page",
                label=say("从第几页起"),
                value=str(missing[0] if missing else 1),
                is_half=True,
            ),
        ),
        send=send,
    )


def pages_form(desk: Desk, folder: CaseFolder, document: IssuedDocument) -> Form:
    """Say page by page which page of which file shows the signed paper."""
    say, original = desk.translator.text, original_of(folder, document)
    files = [entry for entry in folder.attachments if may_be_bound(entry.media_type, entry.name)]
    options = ((_NONE, say("没有扫描")), *((str(entry.id), entry.name) for entry in files))

    def send(values: Values, seen: CaseFolder) -> Sent:
        pages: dict[int, tuple[UUID, int] | None] = {}
        for page in range(1, document.pages + 1):
            chosen = values.get(f"file_{page}", _NONE)
            shown_on = read.number(values, f"shown_{page}") or 1
            pages[page] = (UUID(chosen), shown_on) if chosen else None
        done = desk.services.originals.link(
            document.id, pages, actor=desk.actor, version=original_of(seen, document).version
        )
        return Sent(done.changes, say("已对应"))

    fields: list[FormField] = []
    for page in range(1, document.pages + 1):
        shown = original.scan_of(page)
        fields += [
            FormField(
                key=f"file_{page}",
                label=say("第 {page} 页在", page=page),
                kind=FieldKind.CHOICE,
                value=str(shown.attachment_id) if shown is not None else _NONE,
                options=options,
                is_half=True,
            ),
            FormField(
                key=f"shown_{page}",
                label=say("的第几页"),
                value=str(shown.shown_on if shown is not None else 1),
                is_half=True,
            ),
        ]
    return Form(
        key=f"original-pages/{document.id}",
        case_id=folder.case.id,
        title=say("逐页对应"),
        words=(say("《{name}》的每一页，签名后的样子在哪份扫描件的第几页。", name=document.title),),
        verb=say("保存"),
        fields=tuple(fields),
        send=send,
    )


def place_form(desk: Desk, folder: CaseFolder, document: IssuedDocument) -> Form:
    """Record where the signed original lies; the archive does not lock this."""
    say, original = desk.translator.text, original_of(folder, document)

    def send(values: Values, seen: CaseFolder) -> Sent:
        moved = replace(
            original_of(seen, document),
            cabinet=read.line(values, "cabinet"),
            box=read.line(values, "box"),
            place=read.line(values, "place"),
            keeper=read.line(values, "keeper"),
        )
        done = desk.services.originals.locate(moved, actor=desk.actor)
        return Sent(done.changes, say("已记原件位置"))

    return Form(
        key=f"original-place/{document.id}",
        case_id=folder.case.id,
        title=say("原件位置"),
        words=(say("《{name}》的签名原件在哪里；印在卷内目录上，归档后也可以改。", name=document.title),),
        verb=say("保存"),
        fields=(
            FormField(key="cabinet", label=say("柜"), value=original.cabinet, is_half=True),
            FormField(key="box", label=say("盒"), value=original.box, is_half=True),
            FormField(
                key="place", label=say("位置"), value=original.place, hint=say("如：第5件"), is_half=True
            ),
            FormField(key="keeper", label=say("保管人"), value=original.keeper, is_half=True),
        ),
        send=send,
    )
