"""What verifying a paper finds: whose it is, whether it still stands, and which page is not as issued."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from app.domain.filing.documents import IssuedDocument
from app.domain.filing.proofs.pages import squashed
from app.domain.filing.seals.copies import SealedCopy
from app.domain.filing.seals.verdicts import SealVerdict
from app.domain.values.termed import Termed

_AROUND = 8


class Standing(Termed):
    """Whether an issued document still counts."""

    CURRENT = "current", "现行有效"
    SUPERSEDED = "superseded", "已被后来的文书变更"
    VOID = "void", "已作废"


class PageFinding(Termed):
    """What is found of one page of a paper."""

    AS_ISSUED = "as_issued", "与登记一致"
    TO_COMPARE = "to_compare", "凭据属实，文字请与登记逐字核对"
    TEXT_DIFFERS = "text_differs", "文字被改动"
    OTHER_DOCUMENT = "other_document", "是另一份文书的页"
    OUT_OF_PLACE = "out_of_place", "页次不对"
    TWO_MINDS = "two_minds", "查验码和二维码不是同一页的"
    MISSING = "missing", "缺这一页"
    UNMARKED = "unmarked", "没有可认的凭据"
    NOT_REGISTERED = "not_registered", "登记中没有"
    NOT_SIGNED_BY_US = "not_signed_by_us", "签名不是本中心的"
    REGISTER_CHANGED = "register_changed", "登记的文字与签名不符"


SOUND_FINDINGS = frozenset({PageFinding.AS_ISSUED, PageFinding.TO_COMPARE})


@dataclass(frozen=True, slots=True)
class Difference:
    """One place where a page reads otherwise than it was issued, with the words around it."""

    before: str
    issued: str
    found: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PageVerdict:
    """One page of a paper: its place in what was handed in, and the page of ours it is or stands for."""

    place: int
    finding: PageFinding
    page: int = 0
    pages: int = 0
    code: str = ""
    text: str = ""
    differences: tuple[Difference, ...] = ()
    other: str = ""
    other_standing: Standing | None = None
    """How the other document stands whose page this is: one bound in with others may be void."""
    other_page: int = 0
    """Which page of the other the QR code was taken from, where it is not the page of the characters."""

    @property
    def is_sound(self) -> bool:
        """Tell whether nothing speaks against the page."""
        return self.finding in SOUND_FINDINGS


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperVerdict:
    """A whole paper: the document it is, how that one stands and why, what replaced it, and its pages.

    ``seals`` are the electronic seals in the file, ``copy`` the sealed copy it is registered as;
    ``holds_stored_file`` tells that it begins with the stored page, byte for byte.
    """

    document: IssuedDocument | None
    standing: Standing | None
    reason: str = ""
    later: str = ""
    pages: tuple[PageVerdict, ...] = ()
    is_stored_file: bool = False
    seals: tuple[SealVerdict, ...] = ()
    copy: SealedCopy | None = None
    holds_stored_file: bool = False

    @property
    def is_sound(self) -> bool:
        """Tell whether every page is as issued, or the file the stored one, and the document still counts."""
        return (
            self.standing is Standing.CURRENT
            and (bool(self.pages) or self.is_stored_file or self.holds_stored_file)
            and all(page.is_sound for page in self.pages)
            and self.is_sealed_soundly
        )

    @property
    def is_sealed_soundly(self) -> bool:
        """Tell whether nothing speaks against the seals: broken, withdrawn, or ours and not registered."""
        if self.copy is not None and self.copy.void_reason:
            return False
        if self.copy is None and any(seal.is_own for seal in self.seals):
            return False
        return all(seal.is_sound for seal in self.seals)


def differences(issued: str, found: str) -> tuple[Difference, ...]:
    """Name every place where a text found differs from the one issued; blanks do not count."""
    ours, theirs = squashed(issued), squashed(found)
    if ours == theirs:
        return ()
    matcher = SequenceMatcher(None, ours, theirs, autojunk=False)
    return tuple(
        Difference(
            before=ours[max(start - _AROUND, 0) : start],
            issued=ours[start:end],
            found=theirs[first:last],
            after=ours[end : end + _AROUND],
        )
        for tag, start, end, first, last in matcher.get_opcodes()
        if tag != "equal"
    )


def standing_of(
    document: IssuedDocument, others: Sequence[IssuedDocument], supplements: Sequence[IssuedDocument] = ()
) -> tuple[Standing, str]:
    """Say how a document stands, and by which later one it was changed.

    A later paper of the same kind about the same thing takes its place; a supplementary agreement in effect
    changes the agreement it names.
    """
    if document.void_reason:
        return Standing.VOID, ""
    later = [
        other
        for other in (*others, *supplements)
        if not other.void_reason and other.id != document.id and _follows(other, document)
    ]
    if not later:
        return Standing.CURRENT, ""
    last = max(later, key=lambda other: (other.issued_at, other.id))
    return Standing.SUPERSEDED, f"{last.title} {last.number}".strip()


def _follows(other: IssuedDocument, document: IssuedDocument) -> bool:
    return other.kind is document.kind and (other.issued_at, other.id) > (document.issued_at, document.id)
