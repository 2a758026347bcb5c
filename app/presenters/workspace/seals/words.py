"""The sealed copies of a paper as lines, and how many there are in one word."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from app.domain.filing.documents import IssuedDocument
from app.domain.filing.seals.copies import SealedCopy, copies_of
from app.presenters.desk import Desk
from app.presenters.workspace.evidence import size_words
from app.presenters.workspace.folder import CaseFolder

_SHOWN = 12
"""So many signs of a digest tell two files apart at a glance."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SealedLine:
    """One sealed copy: when and by whom, what else is known, and whether it still stands."""

    id: UUID
    text: str
    about: str
    is_withdrawn: bool


def sealed_lines(desk: Desk, folder: CaseFolder, document: IssuedDocument) -> tuple[SealedLine, ...]:
    """Give the sealed copies of a paper, the newest first."""
    newest_first = reversed(copies_of(folder.sealed_copies, document.id))
    return tuple(_line(desk, copy) for copy in newest_first)


def sealed_words(desk: Desk, folder: CaseFolder, document: IssuedDocument) -> str:
    """Say how many sealed copies there are; empty where there is none."""
    copies, say = copies_of(folder.sealed_copies, document.id), desk.translator.text
    gone = sum(bool(copy.void_reason) for copy in copies)
    if not copies:
        return ""
    if not gone:
        return say("电子签章 {n} 份", n=len(copies))
    return say("电子签章 {n} 份，已撤回 {gone} 份", n=len(copies), gone=gone)


def _line(desk: Desk, copy: SealedCopy) -> SealedLine:
    say = desk.translator.text
    text = say("{moment} {who}盖", moment=desk.formats.moment(copy.sealed_at), who=copy.sealed_by)
    if copy.void_reason:
        text = say("{text}（已撤回：{reason}）", text=text, reason=copy.void_reason)
    about = say(
        "证书 {subject}；{size}，SHA-256 {digest}…",
        subject=copy.subject,
        size=size_words(copy.size),
        digest=copy.sha256[:_SHOWN],
    )
    return SealedLine(id=copy.id, text=text, about=about, is_withdrawn=bool(copy.void_reason))
