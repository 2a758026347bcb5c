"""Putting the words of a channel on contents that were copied with those of people's mediation."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar, Protocol, TypeVar

from app.domain.contents.channels.named import Named
from app.domain.contents.course.filling import ELSEWHERE
from app.domain.contents.course.papers import (
    AcceptanceNoticeContents,
    ConsentInquiryContents,
    CoursePaper,
)
from app.domain.contents.course.plain import PlainSummaryContents
from app.domain.contents.endings import TerminationContents, WithdrawalContents
from app.domain.contents.forms import (
    AcceptanceRegisterContents,
    AgreementContents,
    ApplicationContents,
    NonAcceptanceContents,
    RightsNoticeContents,
    SessionContents,
)
from app.domain.contents.parts import SigningPart
from app.domain.contents.performance.papers import FollowUpContents, UrgingLetterContents
from app.domain.disputes.channels.wording import NoticeTexts
from app.domain.filing.kinds import DocumentKind
from app.domain.filing.paper_words import PEOPLES_WORDS, PaperWords


class HasKind(Protocol):
    """Any contents."""

    kind: ClassVar[DocumentKind]


Worded = (
    ApplicationContents
    | AcceptanceRegisterContents
    | RightsNoticeContents
    | SessionContents
    | AgreementContents
    | NonAcceptanceContents
    | TerminationContents
    | WithdrawalContents
    | UrgingLetterContents
    | FollowUpContents
    | CoursePaper
)
"""The forms a channel may have words of its own for."""


W = TypeVar("W", bound=Worded)

_UNSIGNED = (
    NonAcceptanceContents
    | TerminationContents
    | AcceptanceNoticeContents
    | UrgingLetterContents
    | PlainSummaryContents
)
"""Forms that nobody signs by name."""


def titled(contents: HasKind) -> str:
    """Give what a form is called: its channel's name for it, else the kind's own."""
    title = contents.words.title if isinstance(contents, Worded | Named) else ""
    return title or contents.kind.term


def worded(contents: W, words: PaperWords, host: str, notice: NoticeTexts | None) -> W:
    """Give contents as they stand in another channel: its words, its body, its people, its notice."""
    if isinstance(contents, AcceptanceNoticeContents | ConsentInquiryContents):
        contents = replace(contents, assurance=ELSEWHERE)
    if isinstance(contents, _UNSIGNED):
        return replace(contents, words=words, committee=host)
    signers = tuple(_signer(part, words) for part in contents.signers)
    if isinstance(contents, RightsNoticeContents) and notice is not None:
        return replace(
            contents,
            words=words,
            committee=host,
            signers=signers,
            principles=notice.principles,
            rights=notice.rights,
            duties=notice.duties,
            effects=notice.effects,
        )
    return replace(contents, words=words, committee=host, signers=signers)


def _signer(part: SigningPart, words: PaperWords) -> SigningPart:
    return replace(part, label=words.mediator) if part.label == PEOPLES_WORDS.mediator else part
