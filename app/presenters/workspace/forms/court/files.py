"""Which files of the case go to the court, and as what; the names of files suggest what they are."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

from app.domain.settlements.agreements import MediationAgreement
from app.domain.settlements.court.applying import ChosenFile, PackRole, needed_roles
from app.presenters.desk import Desk
from app.presenters.workspace.folder import CaseFolder
from app.presenters.workspace.forms.asked import FieldKind, FormField, Values
from app.presenters.workspace.forms.bridges.asking import ids_of

_SUGGESTED: dict[PackRole, tuple[str, ...]] = {
    PackRole.IDENTITY: ("身份证", "户口", "护照"),
    PackRole.ORGANISATION: ("营业执照", "法定代表人", "登记证"),
    PackRole.SERVICE_ADDRESS: ("送达",),
    PackRole.AUTHORITY: ("委托",),
    PackRole.MEDIATION: ("调解证明", "主持调解"),
    PackRole.PROPERTY: ("产权", "房产", "不动产"),
    PackRole.RULING: ("裁定",),
    PackRole.OTHER: (),
}
"""Words in the name or note of a file by which it is ticked; the user has the last word."""
_ALWAYS = (PackRole.MEDIATION, PackRole.PROPERTY, PackRole.OTHER)


def file_fields(
    desk: Desk, folder: CaseFolder, agreement: MediationAgreement, *, is_enforcing: bool
) -> Iterator[FormField]:
    """Ask role by role which files go along; nothing is asked where the case has no file."""
    if not folder.attachments:
        return
    needed = needed_roles(folder.case, agreement, is_enforcing=is_enforcing)
    options = tuple((str(entry.id), entry.name) for entry in folder.attachments)
    for role in (*needed, *(role for role in _ALWAYS if role not in needed)):
        ticked = [
            str(entry.id)
            for entry in folder.attachments
            if any(word in f"{entry.name} {entry.note}" for word in _SUGGESTED[role])
        ]
        yield FormField(
            key=_key(role),
            label=desk.translator.text(role.term),
            kind=FieldKind.TICKS,
            value=",".join(ticked),
            options=options,
        )


def no_files_words(desk: Desk, folder: CaseFolder) -> tuple[str, ...]:
    """Say where files come from, where the case has none to tick."""
    if folder.attachments:
        return ()
    return (desk.translator.text("身份证明、送达地址确认书等材料先加到【证据】里，再来这里勾选。"),)


def files_in(values: Values) -> tuple[ChosenFile, ...]:
    """Read what was ticked; a file goes along once, as what it was ticked first."""
    chosen: dict[UUID, ChosenFile] = {}
    for role in PackRole:
        for attachment_id in ids_of(values, _key(role)):
            chosen.setdefault(attachment_id, ChosenFile(role=role, attachment_id=attachment_id))
    return tuple(chosen.values())


def missing_words(desk: Desk, missing: tuple[PackRole, ...]) -> str:
    """Say what is still missing: 还缺：身份证明、送达地址确认书."""
    say = desk.translator.text
    return say("还缺：{roles}", roles="、".join(say(role.term) for role in missing)) if missing else ""


def _key(role: PackRole) -> str:
    return f"files_{role.value}"
