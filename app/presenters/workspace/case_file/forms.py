"""卷宗信息 and 存放位置: what is recorded of a file, and where its paper stands."""

from __future__ import annotations

from dataclasses import replace

from app.domain.case_file.records import CaseFile
from app.domain.people.staff import StaffRole
from app.presenters.desk import Desk
from app.presenters.workspace.case_file.words import RECORD, SHELF
from app.presenters.workspace.folder import CaseFolder
from app.presenters.workspace.forms import reading as read
from app.presenters.workspace.forms.asked import FieldKind, Form, FormField, Sent, Values

_OTHER = "other"


def record_form(desk: Desk, folder: CaseFolder) -> Form:
    """Record who bound and checked the file, how long it is kept and what is to be said of it."""
    say = desk.translator.text

    def send(values: Values, seen: CaseFolder) -> Sent:
        chosen = values.get("retention", "")
        changed = replace(
            seen.file,
            title=read.line(values, "title"),
            compiler=read.line(values, "compiler"),
            compiled_on=read.day_or_none(values, "compiled_on", desk.today),
            checker=read.line(values, "checker"),
            checked_on=read.day_or_none(values, "checked_on", desk.today),
            retention=read.line(values, "retention_other") if chosen == _OTHER else chosen,
            retention_basis=read.line(values, "retention_basis"),
            cover_note=read.line(values, "cover_note"),
            remarks=read.text(values, "remarks"),
        )
        done = desk.services.case_files.save(changed, actor=desk.actor)
        return Sent(done.changes, say("已记卷宗信息"))

    return Form(
        key=RECORD,
        case_id=folder.case.id,
        title=say("卷宗信息"),
        words=(say("印在卷宗封面和情况说明上。保管期限没有全国规定，写明依据的文件后不再标“未核实”。"),),
        verb=say("保存"),
        fields=(
            FormField(key="title", label=say("卷名"), value=folder.file.title, hint=folder.case.title),
            *_hand_fields(desk, folder.file),
            *_retention_fields(desk, folder),
            FormField(key="cover_note", label=say("封面备注"), value=folder.file.cover_note),
            FormField(
                key="remarks",
                label=say("情况说明"),
                kind=FieldKind.TEXT,
                value=folder.file.remarks,
                hint=say("缺件、换件、移出材料的原因"),
            ),
        ),
        send=send,
        is_wide=True,
    )


def shelf_form(desk: Desk, folder: CaseFolder) -> Form:
    """Record cabinet, box and volume, and where the originals are; the archive does not lock this."""
    say, file = desk.translator.text, folder.file

    def send(values: Values, seen: CaseFolder) -> Sent:
        moved = replace(
            seen.file,
            cabinet=read.line(values, "cabinet"),
            box=read.line(values, "box"),
            volume=read.line(values, "volume"),
            originals=read.line(values, "originals"),
        )
        done = desk.services.case_files.shelve(moved, actor=desk.actor)
        return Sent(done.changes, say("已记存放位置"))

    return Form(
        key=SHELF,
        case_id=folder.case.id,
        title=say("存放位置"),
        words=(say("归档后也可以改，每次改动都留在经过里。"),),
        verb=say("保存"),
        fields=(
            FormField(key="cabinet", label=say("柜"), value=file.cabinet, is_half=True),
            FormField(key="box", label=say("盒"), value=file.box, is_half=True),
            FormField(key="volume", label=say("卷号"), value=file.volume, is_half=True),
            FormField(
                key="originals",
                label=say("原件在哪里"),
                value=file.originals,
                hint=say("如：在本卷；签名原件在法院"),
            ),
        ),
        send=send,
    )


def _hand_fields(desk: Desk, file: CaseFile) -> tuple[FormField, ...]:
    """Ask who bound and who checked, and when."""
    say, day = desk.translator.text, desk.formats.day
    return (
        FormField(key="compiler", label=say("立卷人"), value=file.compiler or desk.actor.name, is_half=True),
        FormField(
            key="compiled_on",
            label=say("立卷日期"),
            kind=FieldKind.DAY,
            value=day(file.compiled_on or desk.today),
            is_half=True,
        ),
        FormField(key="checker", label=say("检查人"), value=file.checker or _checker(desk), is_half=True),
        FormField(
            key="checked_on",
            label=say("检查日期"),
            kind=FieldKind.DAY,
            value=day(file.checked_on) if file.checked_on else "",
            is_half=True,
        ),
    )


def _retention_fields(desk: Desk, folder: CaseFolder) -> tuple[FormField, ...]:
    say, file, book = desk.translator.text, folder.file, folder.retention
    shipped = [entry.name for entry in desk.services.retention.shipped()]
    names = shipped if book is None else book.classes
    usual = folder.usual_retention
    if usual is not None and book is not None and not file.retention:
        file = replace(
            file, retention=usual.retention, retention_basis=book.basis if book.is_verified else ""
        )
    is_own = bool(file.retention) and file.retention not in names
    options = (("", say("未定")), *((name, say(name)) for name in names), (_OTHER, say("另写")))
    return (
        FormField(
            key="retention",
            label=say("保管期限（未核实）") if not file.is_retention_verified else say("保管期限"),
            kind=FieldKind.CHOICE,
            value=_OTHER if is_own else file.retention,
            options=options,
        ),
        FormField(
            key="retention_other",
            label=say("另写的期限"),
            value=file.retention if is_own else "",
            shown_if=("retention", (_OTHER,)),
        ),
        FormField(
            key="retention_basis",
            label=say("保管期限的依据"),
            value=file.retention_basis,
            hint=say("文件名和文号"),
        ),
    )


def _checker(desk: Desk) -> str:
    """Propose the one director there is, unless that is who sits here."""
    directors = [
        member.name
        for member in desk.services.people.staff()
        if member.left_on is None and StaffRole.DIRECTOR in member.roles
    ]
    only = directors[0] if len(directors) == 1 else ""
    return "" if only == desk.actor.name else only
